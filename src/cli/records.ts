import { type Cell, csvLines } from '../package/csv.ts'
import type { Cli } from './cli.ts'
import type { Language, Words } from './language.ts'
import type { Format } from './options.ts'
import { type WriteData, withOutput } from './output.ts'
import { displayWidth, fitted, onOneLine } from './width.ts'

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: Words
  readonly align: 'left' | 'right'
  /** Whether the column gives way where the terminal is narrow. */
  readonly flexible?: boolean
  cell(row: Row): string
}

/** How the rows of a command are shown to people and handed to programs. */
export interface Sheet<Row> {
  readonly columns: readonly Column<Row>[]
  /** A line below the table that says how to read it. */
  readonly legend?: string
  /** Names of the fields of a record, in order: the header of CSV. */
  readonly fields: readonly string[]
  record(row: Row): Readonly<Record<string, unknown>>
}

const CHUNK = 1 << 16

/** How rows are asked for: the options that every command with data has. */
export interface RowOptions {
  readonly format: Format
  readonly output: string | null
  readonly bom: boolean
}

/** Writes rows to the screen or the output file, in the format asked for, and returns how many there were. */
export async function printRows<Row>(
  rows: Iterable<Row>,
  sheet: Sheet<Row>,
  options: RowOptions,
  cli: Cli,
): Promise<number> {
  let number = 0
  function* counted(): Generator<Row> {
    for (const row of rows) {
      number += 1
      yield row
    }
  }
  const terminal = options.output === null ? cli.columns : null
  await withOutput(cli, options.output, (write) =>
    writePieces(piecesOf(counted(), sheet, options, cli.language, terminal), write),
  )
  return number
}

function piecesOf<Row>(
  rows: Iterable<Row>,
  sheet: Sheet<Row>,
  options: RowOptions,
  language: Language,
  terminal: number | null,
): Iterable<string> {
  switch (options.format) {
    case 'jsonl':
      return jsonLines(rows, sheet)
    case 'json':
      return jsonArray(rows, sheet)
    case 'csv':
      return csvLines(sheet.fields, csvRecords(rows, sheet), { bom: options.bom })
    case 'table':
      return withLegend(tableLines([...rows], sheet.columns, language, terminal), sheet.legend)
  }
}

async function writePieces(pieces: Iterable<string>, write: WriteData): Promise<void> {
  let buffer = ''
  for (const piece of pieces) {
    buffer += piece
    if (buffer.length < CHUNK) continue
    await write(buffer)
    buffer = ''
  }
  if (buffer !== '') await write(buffer)
}

function* jsonLines<Row>(rows: Iterable<Row>, sheet: Sheet<Row>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(sheet.record(row))}\n`
}

function* jsonArray<Row>(rows: Iterable<Row>, sheet: Sheet<Row>): Generator<string> {
  let before = '[\n'
  for (const row of rows) {
    yield `${before}${JSON.stringify(sheet.record(row))}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function* csvRecords<Row>(rows: Iterable<Row>, sheet: Sheet<Row>): Generator<Record<string, Cell>> {
  for (const row of rows) {
    const record = sheet.record(row)
    yield Object.fromEntries(sheet.fields.map((field) => [field, csvCell(record[field])]))
  }
}

/** A value as a CSV cell holds it: a list of words stays one, what has parts of its own is told as JSON. */
function csvCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  return JSON.stringify(value)
}

function* withLegend(lines: Iterable<string>, legend: string | undefined): Generator<string> {
  let empty = true
  for (const line of lines) {
    empty = false
    yield line
  }
  if (!empty && legend !== undefined) yield `\n${legend}\n`
}

/** Columns of the terminal that a table takes at least, with its flexible columns at their narrowest. */
export function tableWidth<Row>(rows: readonly Row[], columns: readonly Column<Row>[], language: Language): number {
  const widths = naturalWidths(cellsOf(rows, columns), columns, language)
  return columns.reduce(
    (sum, column, index) =>
      sum + GAP + (column.flexible ? Math.min(widths[index] ?? 0, NARROWEST) : (widths[index] ?? 0)),
    -GAP,
  )
}

function cellsOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly (readonly string[])[] {
  return rows.map((row) => columns.map((column) => onOneLine(column.cell(row))))
}

function naturalWidths(
  cells: readonly (readonly string[])[],
  columns: readonly Pick<Column<never>, 'title'>[],
  language: Language,
): readonly number[] {
  return columns.map(({ title }, index) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[index] ?? '')), displayWidth(title[language])),
  )
}

/** Lines of a table whose columns are as wide as their widest cell, by columns of the terminal, not characters. */
export function* tableLines<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  language: Language,
  terminal: number | null,
): Generator<string> {
  if (rows.length === 0) return
  const cells = cellsOf(rows, columns)
  const titles = columns.map((column) => column.title[language])
  const natural = naturalWidths(cells, columns, language)
  const widths = narrowed(natural, columns, terminal)
  const line = (texts: readonly string[]) =>
    `${columns.map((column, index) => fitted(texts[index] ?? '', widths[index] ?? 0, column.align)).join('  ')}`.trimEnd()
  yield `${line(titles)}\n`
  yield `${widths.map((width, index) => '─'.repeat(index < widths.length - 1 ? width : Math.min(width, LAST_RULE))).join('  ')}\n`
  for (const row of cells) yield `${line(row)}\n`
}

const GAP = 2
/** The last column is ragged: a sentence of 300 characters does not want a line of 300 dashes. */
const LAST_RULE = 40
const NARROWEST = 12

/** Widths that fit the terminal, taken from the flexible columns, widest first; as they are where there is no terminal. */
function narrowed(
  natural: readonly number[],
  columns: readonly Column<never>[],
  terminal: number | null,
): readonly number[] {
  if (terminal === null) return natural
  const widths = [...natural]
  let over = widths.reduce((sum, width) => sum + width + GAP, -GAP) - terminal
  const flexible = columns.flatMap((column, index) => (column.flexible ? [index] : []))
  for (const index of flexible.sort((a, b) => (natural[b] ?? 0) - (natural[a] ?? 0))) {
    const width = widths[index] ?? 0
    const given = Math.max(0, Math.min(over, width - NARROWEST))
    widths[index] = width - given
    over -= given
  }
  return widths
}
