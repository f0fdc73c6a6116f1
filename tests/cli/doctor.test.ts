import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { folderWith } from '../folder.ts'
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

/** Does something to the database that only another program would. */
function harm(folder: string, sql: string): void {
  const connection = new Database(join(folder, 'baoshu.db'))
  connection.pragma('foreign_keys = off')
  connection.exec(sql)
  connection.close()
}

const problemsOf = (text: string) =>
  Object.fromEntries(
    (JSON.parse(text) as { database: { checks: { name: string; problems: string[] }[] } }).database.checks.map(
      ({ name, problems }) => [name, problems],
    ),
  )

describe('doctor', () => {
  test('finds nothing wrong with a sound archive', () => {
    const { code, stdout } = baoshu(archive(), ['doctor', '--format', 'json'])
    expect(code).toBe(0)
    expect(problemsOf(stdout)).toEqual({ integrity: [], references: [], orphans: [], search: [] })
  })

  test('does without a database, and makes none', () => {
    const folder = folderWith()
    const { code, stdout } = baoshu(folder, ['doctor'])
    expect([code, /there is none yet/.test(stdout)]).toEqual([0, true])
    expect(baoshu(folder, ['facts']).code).toBe(3)
  })

  test('tells of rows that point nowhere', () => {
    const folder = archive()
    harm(folder, `update mention set fact = 'gone:0-1' where fact is not null; update fact set indicator = 'gone'`)
    const { code, stdout } = baoshu(folder, ['doctor', '--format', 'json'])
    expect(code).toBe(3)
    expect(problemsOf(stdout).references).toContain('3 rows of fact point to no indicator')
  })

  test('tells of sentences that cannot be searched, and mends it', () => {
    const folder = archive()
    const search = () => jsonLines(baoshu(folder, ['facts', '--search', '演出', '--format', 'jsonl']).stdout).length
    expect(search()).toBe(3)
    harm(folder, 'delete from sentence where number = 1')
    expect(search()).toBeLessThan(3)
    const ill = baoshu(folder, ['doctor', '--format', 'json'])
    expect(ill.code).toBe(3)
    expect(problemsOf(ill.stdout).search).not.toEqual([])
    const mended = baoshu(folder, ['doctor', '--repair', '--format', 'json'])
    expect([mended.code, problemsOf(mended.stdout).search]).toEqual([0, []])
    expect(search()).toBe(3)
  })

  test('tells of documents that no path leads to', () => {
    const folder = archive()
    harm(folder, `delete from source_file where path like '%2019.txt'`)
    const { code, stdout } = baoshu(folder, ['doctor', '--format', 'json'])
    expect([code, problemsOf(stdout).orphans]).toEqual([3, ['1 documents lie under no path']])
  })

  test('tells how many documents were read by other rules than those of the install, which is no harm', () => {
    const folder = archive()
    const stale = () => {
      const { code, stdout } = baoshu(folder, ['doctor', '--format', 'json'])
      return [code, (JSON.parse(stdout) as { database: { rules: unknown } }).database.rules]
    }
    expect(stale()).toEqual([0, { version: 'test', staleDocuments: 2 }])
    harm(folder, `update document set rules_version = '${loadRuleBook('economy').version}' where name = '2019.txt'`)
    expect(stale()).toEqual([0, { version: 'test', staleDocuments: 1 }])
    expect(baoshu(folder, ['doctor']).stdout).toContain('import --refresh')
  })
})
