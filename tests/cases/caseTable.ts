import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CASES_FOLDER = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))

/** What a row may say of the text that its figure stands in. */
export const CONTEXT_COLUMNS = ['title', 'heading', 'text'] as const

/** What a row may expect; an empty cell expects nothing, `-` expects that there is none, `a/b` either of two. */
export const EXPECTED_COLUMNS = [
  'class', 'quote', 'value', 'min', 'max', 'unit', 'modifier', 'status', 'basis', 'aspect', 'indicator', 'of', 'subject',
  'scope', 'year', 'year_offset', 'as_of', 'part_of', 'other_base', 'finding', 'facts',
] as const // biome-ignore format: a list
export type ExpectedColumn = (typeof EXPECTED_COLUMNS)[number]

/** `because` is written by hand and stays; `read` says what is read today and is written anew with every UPDATE=1. */
const BACKLOG_COLUMNS = ['table', 'because', 'read', ...CONTEXT_COLUMNS, ...EXPECTED_COLUMNS, 'note'] as const
const KNOWN = new Set<string>(BACKLOG_COLUMNS)
export const BACKLOG = 'backlog.tsv'
/** Tables of this folder with another form, read by tests of their own. */
const OTHER_TABLES = new Set(['numerals.tsv'])

/** One line of a table: one test. */
export interface CaseRow {
  /** Name of the file that holds it. */
  readonly file: string
  /** Its line there, from 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CaseTable {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly CaseRow[]
}

function readTable(file: string): CaseTable {
  const lines = readFileSync(join(CASES_FOLDER, file), 'utf8').replace(/\r\n?/g, '\n').split('\n')
  const columns = (lines[0] ?? '').split('\t')
  const unknown = columns.filter((column) => !KNOWN.has(column))
  if (unknown.length > 0) throw new Error(`fixtures/cases/${file}:1 has unknown columns: ${unknown.join(', ')}`)
  const rows = lines.flatMap((line, at): CaseRow[] => {
    if (at === 0 || line.trim() === '' || line.startsWith('#')) return []
    const values = line.split('\t')
    if (values.length > columns.length) {
      throw new Error(`fixtures/cases/${file}:${at + 1} has ${values.length} cells for ${columns.length} columns`)
    }
    const cells = Object.fromEntries(columns.map((column, index) => [column, (values[index] ?? '').trim()]))
    return [{ file, line: at + 1, cells }]
  })
  return { file, columns, rows }
}

/** All tables of cases, the backlog aside. */
export function readCaseTables(): readonly CaseTable[] {
  return readdirSync(CASES_FOLDER)
    .filter((file) => file.endsWith('.tsv') && file !== BACKLOG && !OTHER_TABLES.has(file))
    .sort()
    .map(readTable)
}

/** The rows that are read wrong today, each with the reason why. */
export const readBacklog = (): CaseTable => readTable(BACKLOG)

/** The column whose answers a table is about: its first expected one. */
const keyColumn = (columns: readonly string[]): string =>
  columns.find((column) => (EXPECTED_COLUMNS as readonly string[]).includes(column)) ?? 'text'

const lineOf = (columns: readonly string[], cells: Readonly<Record<string, string>>): string =>
  columns
    .map((column) => cells[column] ?? '')
    .join('\t')
    .replace(/\t+$/, '')

/** A row as it is read today: `mismatches` is empty where all is right. */
export interface JudgedRow {
  readonly row: CaseRow
  readonly mismatches: readonly string[]
}

const NO_REASON = 'no reason given yet'
const isWrong = ({ mismatches }: JudgedRow): boolean => mismatches.length > 0

/**
 * Rewrites the tables: wrong rows of `cases` go to the backlog with what was read instead, right rows of `backlog` go
 * home, beside the last row with the same answer. All other lines of the tables stay as they are.
 */
export function moveRows(cases: readonly JudgedRow[], backlog: readonly JudgedRow[]): void {
  const leaving = cases.filter(isWrong)
  const homeward = backlog.filter((item) => !isWrong(item))
  for (const table of readCaseTables()) moveRowsOf(table, leaving, homeward)
  const staying = backlog.filter(isWrong).map(({ row, mismatches }) => ({
    ...row.cells,
    because: row.cells['because'] || NO_REASON,
    read: mismatches.join('; '),
  }))
  const coming = leaving.map(({ row, mismatches }) => ({
    ...row.cells,
    table: row.file.replace('.tsv', ''),
    because: NO_REASON,
    read: mismatches.join('; '),
  }))
  const body = [...staying, ...coming].map((cells) => lineOf(BACKLOG_COLUMNS, cells))
  writeFileSync(join(CASES_FOLDER, BACKLOG), `${[BACKLOG_COLUMNS.join('\t'), ...body].join('\n')}\n`)
}

function moveRowsOf(table: CaseTable, leaving: readonly JudgedRow[], homeward: readonly JudgedRow[]): void {
  const path = join(CASES_FOLDER, table.file)
  const key = keyColumn(table.columns)
  const gone = new Set(leaving.filter(({ row }) => row.file === table.file).map(({ row }) => row.line))
  const kept = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => ({ line, at: at + 1, cells: table.rows.find((row) => row.line === at + 1)?.cells }))
    .filter(({ at }) => !gone.has(at))
  for (const { row } of homeward) {
    if (row.cells['table'] !== table.file.replace('.tsv', '')) continue
    const beside = kept.findLastIndex(({ cells }) => cells !== undefined && cells[key] === row.cells[key])
    const entry = { line: lineOf(table.columns, row.cells), at: 0, cells: row.cells }
    kept.splice(beside < 0 ? kept.length : beside + 1, 0, entry)
  }
  writeFileSync(path, `${kept.map(({ line }) => line).join('\n')}\n`)
}
