/** What a cell of a table holds before it is written. */
export type Cell = string | number | boolean | null | undefined | readonly string[]

/** Bytes that make Excel read a CSV file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/
const OPENS_FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * The text of a cell, safe for spreadsheets: one that a spreadsheet would take for a formula gets an apostrophe before it
 * (`=1+1` → `'=1+1`); plain numbers (`-5`, `+3.2%`) stay.
 */
export function neutraliseCell(text: string): string {
  return OPENS_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return neutraliseCell(typeof cell === 'string' ? cell : cell.join(' '))
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A line of CSV (RFC 4180) with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(cellText(cell))).join(',')}\r\n`
}

/** Lines of many rows, joined into pieces of about 64 KB so that writing them costs few calls. */
export function* inChunks(lines: Iterable<string>): Generator<string, void, undefined> {
  let chunk: string[] = []
  let size = 0
  for (const line of lines) {
    chunk.push(line)
    size += line.length
    if (size < 65_536) continue
    yield chunk.join('')
    chunk = []
    size = 0
  }
  if (chunk.length > 0) yield chunk.join('')
}

/** A CSV file: heads, then the cells of those names of every row. */
export function* csvLines(
  names: readonly string[],
  rows: Iterable<Readonly<Record<string, Cell>>>,
  options: { readonly bom?: boolean } = {},
): Generator<string, void, undefined> {
  yield `${options.bom === true ? BYTE_ORDER_MARK : ''}${csvLine(names)}`
  for (const row of rows) yield csvLine(names.map((name) => row[name]))
}
