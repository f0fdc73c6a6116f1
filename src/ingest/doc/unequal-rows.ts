import { type GridCell, isFigure } from '../table-headers.ts'

/** A table whose rows were read as lists of words, set into columns. */
export interface SetRows {
  readonly cells: readonly GridCell[]
  /** Rows above it of which no one knows what they head. */
  readonly loose: readonly (readonly string[])[]
}

/**
 * The cells of rows that may have unequal numbers of cells, as cells that were merged are one: a row of figures lacks the
 * first columns (`合计` stands over two), a header is spread over the columns that the row below it divides. A header of
 * which that does not tell is no part of the table: figures under a wrong year are worse than under none.
 */
export function setRows(rows: readonly (readonly string[])[]): SetRows {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells: GridCell[] = []
  const loose: (readonly string[])[] = []
  for (const [row, texts] of rows.entries()) {
    const header = row === loose.length && texts.length < columns && !texts.some(isFigure)
    const spans = header ? spreadHeader(texts, rows[row + 1] ?? [], columns) : spreadFirst(texts, columns)
    if (spans === null) {
      loose.push(texts)
      continue
    }
    let column = 0
    for (const [at, text] of texts.entries()) {
      const columnSpan = spans[at] ?? 1
      const rowSpan = header && columnSpan === 1 && rows[row + 1]?.[column] === '' ? 2 : 1
      cells.push({ text, row: row - loose.length, column, rowSpan, columnSpan, marked: false })
      column += columnSpan
    }
  }
  return { cells, loose }
}

/** How many columns each cell of a row takes where the first one takes what the row lacks. */
function spreadFirst(texts: readonly string[], columns: number): readonly number[] {
  return texts.map((_, at) => (at === 0 ? columns - texts.length + 1 : 1))
}

/**
 * How many columns each cell of a header takes: one over an empty cell, which is the same cell reaching down, and as many
 * as the words between two of them over these; null where that is not plain.
 */
function spreadHeader(texts: readonly string[], below: readonly string[], columns: number): readonly number[] | null {
  if (below.length !== columns || below.some(isFigure)) return null
  const runs: number[] = []
  for (const [at, text] of below.entries()) {
    if (text === '') runs.push(0)
    else if (at > 0 && below[at - 1] !== '') runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(1)
  }
  const groups = runs.filter((run) => run > 0)
  const wanted = texts.length - (runs.length - groups.length)
  if (wanted === groups.length) return runs.map((run) => Math.max(1, run))
  const [only] = groups
  if (groups.length !== 1 || only === undefined || wanted < 1 || only % wanted !== 0) return null
  return runs.flatMap((run) => (run === 0 ? [1] : new Array<number>(wanted).fill(only / wanted)))
}
