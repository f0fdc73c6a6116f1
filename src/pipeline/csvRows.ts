/** One row of a CSV text and the line (from 1) that it begins on. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What stands where the text is no CSV: the line of the quote that is never closed. */
export interface CsvTrouble {
  readonly line: number
  readonly trouble: 'open_quote' | 'text_after_quote'
}

/**
 * The rows of a CSV text by RFC 4180: commas, quoted fields with `""` for a quote, line ends inside quotes. Empty lines
 * are left out. Returns the first trouble instead where a quote does not close.
 */
export function readCsvRows(text: string): readonly CsvRow[] | CsvTrouble {
  const rows: CsvRow[] = []
  let line = 1
  let at = 0
  while (at < text.length) {
    const row = readRow(text, at, line)
    if ('trouble' in row) return row
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ line, cells: row.cells })
    at = row.end
    line = row.nextLine
  }
  return rows
}

interface ReadRow {
  readonly cells: readonly string[]
  readonly end: number
  readonly nextLine: number
}

function readRow(text: string, start: number, line: number): ReadRow | CsvTrouble {
  const cells: string[] = []
  let at = start
  let currentLine = line
  for (;;) {
    const cell = readCell(text, at)
    if (cell === null) return { line: currentLine, trouble: 'open_quote' }
    cells.push(cell.text)
    currentLine += countLineEnds(cell.text)
    const next = text[cell.end]
    if (next === ',') at = cell.end + 1
    else if (next === undefined) return { cells, end: cell.end, nextLine: currentLine }
    else if (next === '\n') return { cells, end: cell.end + 1, nextLine: currentLine + 1 }
    else if (next === '\r')
      return { cells, end: cell.end + (text[cell.end + 1] === '\n' ? 2 : 1), nextLine: currentLine + 1 }
    else return { line: currentLine, trouble: 'text_after_quote' }
  }
}

function readCell(text: string, start: number): { readonly text: string; readonly end: number } | null {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && !',\r\n'.includes(text[end] ?? '')) end += 1
    return { text: text.slice(start, end), end }
  }
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { text: value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

function countLineEnds(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1
}
