import type { Block, BlockKind, Page } from '../model/document.ts'
import { readCaption } from './line-label.ts'
import { describeCells, type GridCell } from './table-headers.ts'

/** A paragraph, heading or list item on its way into the source text. */
export interface TextPart {
  readonly type: 'text'
  readonly kind: Exclude<BlockKind, 'table_cell'>
  readonly level: number | null
  readonly text: string
  readonly page: number | null
}

/** A table on its way into the source text. */
export interface TablePart {
  readonly type: 'table'
  readonly cells: readonly GridCell[]
  /** Page of each row, by its number. */
  readonly pages: readonly (number | null)[]
}

export type Part = TextPart | TablePart

/** The source text of a document that is set anew, and what stands where in it. */
export interface Assembled {
  readonly source: string
  readonly blocks: readonly Block[]
  readonly pages: readonly Page[]
}

const CELL_JOINER = ' | '

/**
 * The source text of the parts in order: one line a paragraph and one a table row, whose cells are joined by ` | ` (a
 * cell that is empty or reaches down from a row above leaves its place free). Parts without words leave no line.
 */
export function assemble(parts: readonly Part[], pageCount: number): Assembled {
  const lines: string[] = []
  const blocks: Block[] = []
  const pageStarts = new Map<number, number>()
  let at = 0
  let tables = 0
  const addLine = (text: string, page: number | null) => {
    if (page !== null && !pageStarts.has(page)) pageStarts.set(page, at)
    lines.push(text)
    at += text.length + 1
  }
  for (const [number, part] of parts.entries()) {
    if (part.type === 'text') {
      if (part.text === '') continue
      const { kind, level, page } = part
      blocks.push({ index: blocks.length, start: at, end: at + part.text.length, kind, level, page, cell: null })
      addLine(part.text, page)
      continue
    }
    const described = describeCells(tables, part.cells, readCaption(linesAbove(parts, number)))
    const rows = groupByRow(part.cells.map((cell, index) => ({ cell, described: described[index] ?? null })))
    for (const row of rows) {
      const page = part.pages[row[0]?.cell.row ?? 0] ?? null
      let text = ''
      let column = 0
      for (const { cell, described } of row.filter(({ cell }) => cell.text !== '')) {
        const skipped = cell.column - column
        text += CELL_JOINER.repeat(text === '' && column === 0 ? skipped : Math.max(1, skipped))
        const start = at + text.length
        blocks.push({
          index: blocks.length,
          start,
          end: start + cell.text.length,
          kind: 'table_cell',
          level: null,
          page,
          cell: described,
        })
        text += cell.text
        column = cell.column
      }
      if (text !== '') addLine(text, page)
    }
    tables += 1
  }
  const source = lines.join('\n')
  return { source, blocks, pages: pagesOf(pageStarts, pageCount, source.length) }
}

interface RowCell {
  readonly cell: GridCell
  readonly described: Block['cell']
}

function groupByRow(cells: readonly RowCell[]): readonly (readonly RowCell[])[] {
  const rows = new Map<number, RowCell[]>()
  for (const entry of cells) {
    const row = rows.get(entry.cell.row)
    if (row === undefined) rows.set(entry.cell.row, [entry])
    else row.push(entry)
  }
  return [...rows.keys()]
    .toSorted((a, b) => a - b)
    .map((row) => (rows.get(row) ?? []).toSorted((a, b) => a.cell.column - b.cell.column))
}

function linesAbove(parts: readonly Part[], number: number): readonly string[] {
  const above: string[] = []
  for (let at = number - 1; at >= 0 && above.length < 2; at -= 1) {
    const part = parts[at]
    if (part?.type !== 'text') break
    if (part.text !== '') above.unshift(part.text)
  }
  return above
}

/** Every page from the first line that begins on it to the first of the next one; a page without one is empty. */
function pagesOf(starts: ReadonlyMap<number, number>, count: number, length: number): readonly Page[] {
  const pages: Page[] = []
  let end = length
  for (let number = count; number >= 1; number -= 1) {
    const start = Math.min(starts.get(number) ?? end, end)
    pages.unshift({ number, start, end })
    end = start
  }
  return pages
}
