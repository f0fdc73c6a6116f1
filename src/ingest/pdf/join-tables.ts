import type { TablePart } from '../assemble.ts'
import { joinBroken } from '../broken-lines.ts'
import { type GridCell, isFigure } from '../table-headers.ts'
import type { Line } from './lines.ts'
import { haveSameColumns, type PageTable } from './ruled-tables.ts'

/** The flow with its tables ready to be set, those that go on over a page break as one. */
export function joinTables(flow: readonly (Line | PageTable)[]): readonly (Line | TablePart)[] {
  const joined: (Line | TablePart)[] = []
  let last: PageTable | null = null
  for (const entry of flow) {
    if (!('cells' in entry)) {
      joined.push(entry)
      last = null
      continue
    }
    const open = joined.at(-1)
    if (
      last !== null &&
      open !== undefined &&
      'cells' in open &&
      entry.page === last.page + 1 &&
      haveSameColumns(last, entry)
    ) {
      joined[joined.length - 1] = append(open, entry)
    } else joined.push({ type: 'table', cells: entry.cells, pages: rowsOf(entry.cells).map(() => entry.page) })
    last = entry
  }
  return joined
}

function append(table: TablePart, next: PageTable): TablePart {
  const repeated = countRepeatedRows(table.cells, next.cells)
  const broken = isBrokenRow(table, next.cells, repeated)
  const shift = table.pages.length - repeated - (broken ? 1 : 0)
  const moved = next.cells
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row + shift, marked: false }))
  const pages = rowsOf(next.cells)
    .slice(repeated + (broken ? 1 : 0))
    .map(() => next.page)
  const last = table.pages.length - 1
  const tail = broken ? moved.filter((cell) => cell.row === last) : []
  const cells = table.cells.map((cell) => {
    const rest = tail.find((other) => other.column === cell.column && other.text !== '')
    return cell.row + cell.rowSpan - 1 === last && rest !== undefined
      ? { ...cell, text: joinBroken(cell.text, rest.text) }
      : cell
  })
  const rows = broken ? moved.filter((cell) => cell.row !== last) : moved
  return { type: 'table', cells: [...cells, ...rows], pages: [...table.pages, ...pages] }
}

/**
 * Whether a row, the first of a page but for a repeated header, is the rest of the last row of the page before: it leaves
 * cells empty that are filled above, and all that it holds can go on with what stands above it.
 */
function isBrokenRow(table: TablePart, next: readonly GridCell[], row: number): boolean {
  const last = table.pages.length - 1
  const above = table.cells.filter((cell) => cell.row + cell.rowSpan - 1 === last)
  const first = next.filter((cell) => cell.row === row)
  const filled = first.filter((cell) => cell.text !== '')
  const textAbove = (cell: GridCell) => above.find((other) => other.column === cell.column)?.text ?? ''
  const gap = first.some((cell) => cell.text === '' && textAbove(cell) !== '')
  const goesOn = (cell: GridCell) =>
    cell.rowSpan === 1 &&
    /[\p{L}\d、，,（(]$/u.test(textAbove(cell)) &&
    !(isFigure(cell.text) && isFigure(textAbove(cell)))
  return gap && filled.every(goesOn)
}

/** How many of the first rows only say the header again. */
function countRepeatedRows(cells: readonly GridCell[], next: readonly GridCell[]): number {
  const row = (all: readonly GridCell[], number: number) =>
    all
      .filter((cell) => cell.row === number && cell.text !== '')
      .map((cell) => cell.text.replace(/\s/g, ''))
      .join('|')
  let count = 0
  while (count < rowsOf(next).length && row(next, count) !== '' && row(next, count) === row(cells, count)) count += 1
  return count
}

function rowsOf(cells: readonly GridCell[]): readonly number[] {
  const last = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
  return Array.from({ length: last }, (_, row) => row)
}
