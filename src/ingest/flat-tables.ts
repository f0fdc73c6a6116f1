import type { Span } from '../model/span.ts'
import { isShortPhrase, readLineKind } from './line-label.ts'
import { isFigure } from './table-headers.ts'
import type { TextLine, TextRow } from './text-lines.ts'

/** A table whose ruling was lost when it was copied out of a page: from line `start` up to line `end`. */
export interface FlatTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly { readonly cells: TextRow; readonly marked: boolean }[]
  /** Lines between the rows, and words before them, that are no cells. */
  readonly between: readonly TextLine[]
}

/** A head that says of a column that it names or counts the rows. */
const NAMES_ROWS =
  /序号|编号|代码|名称|指标|项目|类别|类型|内容|单位|乡镇|镇街|街道|社区|县区|县（?市|地区|村|馆别|馆名|年度|年份|月份|时间|事项|科目/
const LONGEST_CELL = 24
const NO_FIGURE = /^(?:[-—–/]{1,2}|无)$/
const MOST_COLUMNS = 12
/** 2016年, 1-9月: what a second row of heads divides the columns of figures by. */
const PERIOD = /^(?:(?:19|20)\d{2}年?|\d{1,2}(?:[-—~至]\d{1,2})?月|[本上]年|[一二三四]季度)$/
const BOUND = /^[≥≤≧≦<>＞＜=＝]/

/** A cell without words. */
export const gapAt = (at: number): Span => ({ start: at, end: at })

export type Shape = 'figure' | 'words' | 'none'

/** Whether a cell holds a figure, words, or a mark that says that there is none. */
export function shapeOf(cell: string): Shape {
  if (NO_FIGURE.test(cell)) return 'none'
  return isFigure(cell) || (BOUND.test(cell) && isFigure(cell.slice(1))) ? 'figure' : 'words'
}

const isCell = ({ text }: TextLine): boolean =>
  isShortPhrase(text, LONGEST_CELL) && !/[，,]\D|[：:]$/.test(text) && readLineKind(text).kind !== 'heading'

const fits = (wanted: Shape, got: Shape): boolean => wanted === got || (wanted === 'figure' && got === 'none')

interface CellGrid {
  /** First cell of the first row below the heads. */
  readonly body: number
  readonly width: number
  readonly rows: number
  /** Cells of a second row of heads, above the last columns. */
  readonly divided: number
}

/** How many rows of `width` cells begin at `body`, all of the shape of the first. */
function countRows(shapes: readonly Shape[], body: number, width: number): number {
  const shape = shapes.slice(body, body + width)
  let rows = 0
  for (let at = body; at + width <= shapes.length; at += width) {
    if (!shape.every((wanted, column) => fits(wanted, shapes[at + column] ?? 'words'))) break
    rows += 1
  }
  return rows
}

/** The grid that the cells of a run are set in, the widest cover first; null where they are set in none. */
function findGrid(cells: readonly string[]): CellGrid | null {
  const shapes = cells.map(shapeOf)
  let best: CellGrid | null = null
  for (let width = 2; width <= Math.min(MOST_COLUMNS, Math.floor(cells.length / 3)); width += 1) {
    for (let body = width; body + 2 * width <= cells.length; body += 1) {
      if (best && cells.length - body <= best.rows * best.width) break
      if (shapes[body - 1] === 'figure') continue
      const shape = shapes.slice(body, body + width)
      const figures = shape.filter((cell) => cell === 'figure').length
      const words = shape.indexOf('words')
      if (words < 0 || words > 1 || figures <= words || shape[width - 1] !== 'figure') continue
      const rows = countRows(shapes, body, width)
      if (rows < 2 || (best && rows * width <= best.rows * best.width)) continue
      const values = figures - words
      const isDivided =
        body >= width + values &&
        cells.slice(body - values, body).every((cell) => PERIOD.test(cell)) &&
        !PERIOD.test(cells[body - values - 1] ?? '')
      const divided = isDivided ? values : 0
      const heads = cells.slice(body - divided - width, body - divided)
      if (heads.length < width || heads.some((head) => shapeOf(head) === 'figure')) continue
      if (!heads.slice(0, 2).some((head) => NAMES_ROWS.test(head))) continue
      best = { body, width, rows, divided }
    }
  }
  return best
}

/** The table that a run of short lines holds, one cell a line, its heads first; null where it holds none. */
function readCellLines(lines: readonly TextLine[], from: number, to: number): FlatTable | null {
  const run = lines.slice(from, to)
  const grid = findGrid(run.map(({ text }) => text))
  if (grid === null) return null
  const { body, width, rows, divided } = grid
  const row = (at: number, count = width): TextRow => run.slice(at, at + count)
  const start = body - divided - width
  const gap = gapAt(run[body]?.start ?? 0)
  const heads = [{ cells: row(start), marked: true }]
  if (divided > 0)
    heads.push({
      cells: [...Array.from({ length: width - divided }, () => gap), ...row(body - divided, divided)],
      marked: true,
    })
  return {
    start: from + start,
    end: from + body + rows * width,
    rows: [...heads, ...Array.from({ length: rows }, (_, at) => ({ cells: row(body + at * width), marked: false }))],
    between: [],
  }
}

const FEWEST_CELLS = 6

/** The tables of a text whose cells stand one a line. */
export function findCellLineTables(lines: readonly TextLine[]): readonly FlatTable[] {
  const tables: FlatTable[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    let figures = 0
    for (let line = lines[end]; line !== undefined && isCell(line); line = lines[++end])
      if (shapeOf(line.text) === 'figure') figures += 1
    const table = end - at >= FEWEST_CELLS && figures >= 2 ? readCellLines(lines, at, end) : null
    if (table) tables.push(table)
    at = table ? table.end : end + 1
  }
  return tables
}
