import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { loadSegmenter } from '../../src/text/segmenter.ts'
import { type CaseRow, EXPECTED_COLUMNS, type JudgedRow, moveRows, readBacklog, readCaseTables } from './caseTable.ts'
import { type CaseReading, findMismatches, readCase } from './readCase.ts'
import { allRuleIds, idsOf, UNREACHED } from './ruleIds.ts'

const rulebook = loadRuleBook()
const segmenter = await loadSegmenter()

interface Judged extends JudgedRow {
  readonly reading: CaseReading
}

async function judge(rows: readonly CaseRow[]): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const row of rows) {
    const reading = await readCase(row, rulebook, segmenter)
    judged.push({ row, reading, mismatches: findMismatches(row, reading) })
  }
  return judged
}

if (process.env['UPDATE'] === '1') {
  const cases = await judge(readCaseTables().flatMap((table) => table.rows))
  moveRows(cases, await judge(readBacklog().rows))
}

const tables = readCaseTables()
const backlog = readBacklog()
const judgedTables = await Promise.all(
  tables.map(async (table) => ({ file: table.file, cases: await judge(table.rows) })),
)
const judgedBacklog = await judge(backlog.rows)
const nameOf = (row: CaseRow): string => `${row.file}:${row.line} ${row.cells['text']}`

for (const { file, cases } of judgedTables) {
  describe(`fixtures/cases/${file}`, () => {
    it.each(cases.map((item) => [nameOf(item.row), item] as const))('%s', (_, { mismatches }) => {
      expect(mismatches).toEqual([])
    })
  })
}

describe('fixtures/cases/backlog.tsv', () => {
  it.each(judgedBacklog.map((item) => [nameOf(item.row), item] as const))('%s', (_, { row, mismatches }) => {
    expect(row.cells['because'], 'a row of the backlog says why it is there').not.toBe('')
    const home = `fixtures/cases/${row.cells['table']}.tsv`
    expect(mismatches.length, `reads right now: move me to ${home} (UPDATE=1 does)`).toBeGreaterThan(0)
  })
})

describe('the tables of cases', () => {
  const rows = [...tables.flatMap((table) => table.rows), ...backlog.rows]

  it('hold rows that expect something', () => {
    const idle = rows.filter((row) => EXPECTED_COLUMNS.every((column) => (row.cells[column] ?? '') === ''))
    expect(idle.map(nameOf)).toEqual([])
  })

  it('hold no row twice', () => {
    const seen = new Map<string, string>()
    const twice = rows.filter((row) => {
      const home = row.cells['table'] ?? row.file.replace('.tsv', '')
      const key = [home, row.cells['title'], row.cells['heading'], row.cells['text']].join('\t')
      const known = seen.has(key)
      seen.set(key, row.file)
      return known
    })
    expect(twice.map(nameOf)).toEqual([])
  })

  it('ask for every indicator at least twice', () => {
    const asked = new Map<string, number>()
    for (const row of rows) {
      for (const code of [row.cells['indicator'], row.cells['of']])
        if (code) asked.set(code, (asked.get(code) ?? 0) + 1)
    }
    const rare = [...rulebook.indicators.keys()].filter((code) => (asked.get(code) ?? 0) < 2)
    expect(rare).toEqual([])
  })

  it('use every rule and every row that can fire', () => {
    const used = new Set(judgedTables.flatMap(({ cases }) => cases.flatMap(({ reading }) => idsOf(reading, rulebook))))
    const unused = allRuleIds(rulebook).filter((id) => !used.has(id) && !UNREACHED.has(id))
    expect(unused).toEqual([])
    expect(
      [...UNREACHED.keys()].filter((id) => used.has(id)),
      'used now: strike from the list',
    ).toEqual([])
  })
})
