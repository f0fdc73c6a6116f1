import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '../folder.ts'
import { baoshu } from './run.ts'
import { storeReports } from './storedReports.ts'

function exported(...options: readonly string[]): string {
  const folder = folderWith()
  storeReports(folder, [
    { name: '2019.txt', region: '云岭省青川市', year: 2019, facts: [{ quote: '演出100场' }, { quote: '演出7场' }] },
  ])
  expect(baoshu(folder, ['export', 'package', ...options]).code).toBe(0)
  return folder
}

test.each([[[]], [['--bom']], [['--mentions']], [['--parquet']]])('a package written with %j is sound', (options) => {
  const { code, stdout } = baoshu(exported(...options), ['validate', 'package'])
  expect([code, stdout]).toEqual([0, ''])
})

test('a cell that is no number is named with its row', () => {
  const folder = exported()
  const path = join(folder, 'package/documents.csv')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,txt,\d+,/, ',txt,many,'))
  const { code, stdout } = baoshu(folder, ['validate', 'package'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^documents\.csv:1: bytes: many/m)
})

test('a report of a document that is not there is told', () => {
  const folder = exported()
  const path = join(folder, 'package/documents.csv')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\r\n[\s\S]*$/, '\r\n'))
  expect(baoshu(folder, ['validate', 'package']).stdout).toMatch(/^reports\.csv:1: document points nowhere/m)
})

test('a table that is missing is an error that names it', () => {
  const folder = exported()
  rmSync(join(folder, 'package/facts.csv'))
  const { code, stderr } = baoshu(folder, ['validate', 'package'])
  expect(code).toBe(1)
  expect(stderr).toContain('facts.csv')
})

test('a Parquet file that is damaged is named', () => {
  const folder = exported('--parquet')
  writeFileSync(join(folder, 'package/facts.parquet'), 'PAR1 and then nothing')
  const { code, stderr } = baoshu(folder, ['validate', 'package'])
  expect(code).toBe(1)
  expect(stderr).toContain('facts.parquet')
})

test('a descriptor that the standard does not allow is told', () => {
  const folder = exported()
  const path = join(folder, 'package/datapackage.json')
  const descriptor = JSON.parse(readFileSync(path, 'utf8')) as object
  writeFileSync(path, JSON.stringify({ ...descriptor, licenses: [] }))
  const { code, stdout } = baoshu(folder, ['validate', 'package'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^datapackage\.json:: licenses/m)
})
