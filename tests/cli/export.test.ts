import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { folderWith, writeInto } from '../folder.ts'
import { columnOf, readXlsx } from '../package/workbook/read-xlsx.ts'
import { baoshu, jsonLines } from './run.ts'
import { storeReports } from './storedReports.ts'

function archive(): string {
  const folder = folderWith()
  storeReports(folder, [
    { name: '2019.txt', region: '云岭省青川市', year: 2019, facts: [{ quote: '演出100场' }, { quote: '演出7场' }] },
    { name: '2020.txt', region: '云岭省青川市', year: 2020, facts: [{ quote: '演出120场' }] },
  ])
  return folder
}

describe('export', () => {
  test('writes a data package whose resources are all there', () => {
    const folder = archive()
    const { code, stdout } = baoshu(folder, ['export', 'out/package', '--title', '青川文化'])
    expect([code, stdout]).toEqual([0, ''])
    const descriptor = JSON.parse(readFileSync(join(folder, 'out/package/datapackage.json'), 'utf8')) as {
      title: string
      resources: { name: string; path: string }[]
    }
    expect(descriptor.title).toBe('青川文化')
    expect(descriptor.resources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['documents', 'facts', 'series', 'changes']),
    )
    expect(descriptor.resources.map(({ name }) => name)).not.toContain('mentions')
    for (const { path } of descriptor.resources) expect(existsSync(join(folder, 'out/package', path))).toBe(true)
    expect(readFileSync(join(folder, 'out/package/facts.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(4)
  })

  test('the same database gives the same bytes, and nothing is left behind', () => {
    const folder = archive()
    baoshu(folder, ['export', 'a', '--mentions'])
    baoshu(folder, ['export', 'b', '--mentions'])
    const names = readdirSync(join(folder, 'a')).sort()
    expect(names).toContain('mentions.csv')
    expect(readdirSync(join(folder, 'b')).sort()).toEqual(names)
    for (const name of names)
      expect(readFileSync(join(folder, 'b', name))).toEqual(readFileSync(join(folder, 'a', name)))
    expect(names.filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('jsonl and csv are the facts alone', () => {
    const folder = archive()
    expect(baoshu(folder, ['export', 'out', '--to', 'jsonl']).code).toBe(0)
    expect(jsonLines(readFileSync(join(folder, 'out/facts.jsonl'), 'utf8')).map(({ quote }) => quote)).toHaveLength(3)
    expect(baoshu(folder, ['export', 'out', '--to', 'csv', '--bom']).code).toBe(0)
    expect(readFileSync(join(folder, 'out/facts.csv'), 'utf8')).toMatch(/^\uFEFFid,document,/)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['facts.csv', 'facts.jsonl'])
  })

  test('parquet is the facts alone, with their types', async () => {
    const folder = archive()
    expect(baoshu(folder, ['export', 'out', '--to', 'parquet']).code).toBe(0)
    expect(readdirSync(join(folder, 'out'))).toEqual(['facts.parquet'])
    const rows = await parquetReadObjects({
      file: new Uint8Array(readFileSync(join(folder, 'out/facts.parquet'))).buffer,
    })
    expect(rows.map(({ quote, value, year }) => [quote, value, year])).toEqual(
      expect.arrayContaining([['演出120场', 120, 2020n]]),
    )
    expect(rows).toHaveLength(3)
  })

  test('a data package has its tables as Parquet too where asked', () => {
    const folder = archive()
    expect(baoshu(folder, ['export', 'out', '--parquet']).code).toBe(0)
    const names = readdirSync(join(folder, 'out'))
    expect(names.filter((name) => name.endsWith('.parquet')).map((name) => name.replace('.parquet', '.csv'))).toEqual(
      names.filter((name) => name.endsWith('.csv')),
    )
    expect(baoshu(folder, ['validate', 'out']).code).toBe(0)
  })

  test.each([
    ['zh', '数据', '句子'],
    ['en', 'Facts', 'Sentence'],
  ])('xlsx is a workbook with titles in the language %s', (language, name, title) => {
    const folder = archive()
    expect(baoshu(folder, ['export', 'out', '--to', 'xlsx', '--lang', language]).code).toBe(0)
    expect(readdirSync(join(folder, 'out'))).toEqual(['baoshu.xlsx'])
    const [sheet] = readXlsx(readFileSync(join(folder, 'out/baoshu.xlsx')))
    if (sheet === undefined) throw new Error('no sheet')
    expect(sheet.name).toBe(name)
    const sentences = [1, 2, 3].map((row) => columnOf(sheet, title)(row)?.value)
    expect(sentences.sort()).toEqual(['演出100场。', '演出120场。', '演出7场。'])
  })

  test('the licence that is named stands in the data package', () => {
    const folder = archive()
    expect(baoshu(folder, ['export', 'out', '--licence', 'CC-BY-4.0']).code).toBe(0)
    const descriptor = JSON.parse(readFileSync(join(folder, 'out/datapackage.json'), 'utf8')) as { licenses: unknown }
    expect(descriptor.licenses).toEqual([{ name: 'CC-BY-4.0' }])
    expect(baoshu(folder, ['export', 'out', '--licence', 'my own words']).code).toBe(2)
  })

  test('replaces its own files and leaves others alone', () => {
    const folder = archive()
    writeInto(folder, 'out/facts.jsonl', 'old')
    writeInto(folder, 'out/notes.txt', 'mine')
    baoshu(folder, ['export', 'out', '--to', 'jsonl'])
    expect(readFileSync(join(folder, 'out/facts.jsonl'), 'utf8')).not.toContain('old')
    expect(readFileSync(join(folder, 'out/notes.txt'), 'utf8')).toBe('mine')
  })

  test('a folder that cannot be written ends with 2 and says what to do', () => {
    const folder = archive()
    writeInto(folder, 'out', 'a file stands here')
    const { code, stdout, stderr } = baoshu(folder, ['export', 'out'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('[output_unwritable]')
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file stands here')
  })

  test('a failure half-way leaves what was there', () => {
    const folder = archive()
    writeInto(folder, 'out/facts.jsonl/in-the-way', 'x')
    expect(baoshu(folder, ['export', 'out', '--to', 'jsonl']).code).toBe(2)
    expect(readdirSync(join(folder, 'out'))).toEqual(['facts.jsonl'])
  })
})
