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
const gapAt = (at: number): Span => ({ start: at, end: at })

type Shape = 'figure' | 'words' | 'none'

function shapeOf(cell: string): Shape {
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

/** Heads behind the figures: what a row says of itself in words. */
const REMARK = /备注|原因|措施|说明|依据|佐证|方法|标准$|来源/
/** Heads before the figures. */
const ROW_HEAD = /名称|项目|指标$|序号|编号|代码|内容|单位|类别|类型|地区|乡镇|街道|县区|一级|二级|三级|科目/
/** 自评得分 and the like close a row; what is missing before them was told in words. */
const CLOSES = /得分|分值|分数/
const LONGEST_SPACED_HEAD = 14
const LONGEST_ROW = 160
/** Rows that are told in words alone may stand between those with figures, so many in a row. */
const MOST_BETWEEN = 4

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

function tokensOf(line: TextLine): readonly Token[] {
  return [...line.text.matchAll(/[^\s　]+/g)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
}

interface SpacedHead {
  readonly names: readonly Token[]
  readonly values: readonly Token[]
}

/** The heads of a table that spaces divide: those of the rows, and those of the figures; null where the line is none. */
function readSpacedHead(line: TextLine): SpacedHead | null {
  if (/\d{2}|[。；，！？：:]/.test(line.text) || line.text.length > 120) return null
  const tokens = tokensOf(line)
  if (tokens.length < 3 || tokens.some(({ text }) => text.length > LONGEST_SPACED_HEAD || shapeOf(text) === 'figure'))
    return null
  const kept = tokens.findLastIndex(({ text }) => !REMARK.test(text)) + 1
  const names = tokens.slice(0, kept).findLastIndex(({ text }) => ROW_HEAD.test(text)) + 1
  const values = tokens.slice(names, kept)
  return names >= 1 && values.length >= 2 ? { names: tokens.slice(0, names), values } : null
}

/** The cell that names a row: the last of its names, with a unit in brackets before it. */
function nameCell(names: readonly Token[], at: number): Span {
  const last = names.at(-1)
  const before = names.at(-2)
  if (last === undefined) return gapAt(at)
  return { start: before && /^[（(].*[）)]$/.test(before.text) ? before.start : last.start, end: last.end }
}

/** The names before that cell, which say what the row is part of. */
function outerNames(line: TextLine, cells: TextRow): readonly TextLine[] {
  const start = cells.find((cell) => cell.end > cell.start)?.start ?? line.start
  const text = line.text.slice(0, start - line.start).trimEnd()
  return text === '' ? [] : [{ ...line, text, end: line.start + text.length }]
}

/** The cells of a line below such heads: its words, then its figures under their heads; null where they do not fit. */
function readSpacedRow(line: TextLine, head: SpacedHead): TextRow | null {
  if (line.text.length > LONGEST_ROW || /。/.test(line.text)) return null
  const tokens = tokensOf(line)
  const first = tokens.findLastIndex(({ text }) => shapeOf(text) === 'words') + 1
  const figures = tokens.slice(first)
  const { values } = head
  const missing = values.length - figures.length
  if (figures.length === 0 || missing < 0) return null
  if (missing > 0 && (figures.length < 2 || !CLOSES.test(values[values.length - 1]?.text ?? ''))) return null
  // 市级 市级 7 7: what stands before the points was told in words.
  const told = missing > 0 && tokens.length > values.length ? tokens.slice(first - missing, first) : []
  const names = tokens.slice(0, first - told.length)
  const gap = gapAt(line.start)
  const filled = missing > told.length ? Array.from({ length: missing - told.length }, () => gap) : []
  return [nameCell(names, line.start), ...filled, ...told, ...figures]
}

/** 指标值 完成值 below 年度 实际: a second line of heads, word for word under the first. */
function readMoreHeads(line: TextLine, head: SpacedHead): TextRow | null {
  const more = tokensOf(line)
  const { length } = head.values
  if (more.length > length || more.some(({ text }) => text.length > 8 || shapeOf(text) === 'figure')) return null
  return [gapAt(line.start), ...more, ...Array.from({ length: length - more.length }, () => gapAt(line.end))]
}

/** The table that begins with line `at`, its cells divided by spaces; null where none does. */
export function findSpacedTable(lines: readonly TextLine[], at: number): FlatTable | null {
  const line = lines[at]
  const head = line ? readSpacedHead(line) : null
  if (!line || !head) return null
  const next = lines[at + 1]
  const more = next ? readMoreHeads(next, head) : null
  const heads: readonly TextRow[] = [[nameCell(head.names, line.start), ...head.values], ...(more ? [more] : [])]
  const rows: TextRow[] = []
  const between: TextLine[] = [...outerNames(line, heads[0] ?? [])]
  let last = at + heads.length
  for (let end = last; end < lines.length && end - last < MOST_BETWEEN; end += 1) {
    const below = lines[end]
    if (!below || readSpacedHead(below) !== null || readLineKind(below.text).kind === 'heading') break
    const cells = readSpacedRow(below, head)
    if (cells === null) continue
    rows.push(cells)
    between.push(...lines.slice(last, end), ...outerNames(below, cells))
    last = end + 1
  }
  if (rows.length < 2) return null
  return {
    start: at,
    end: last,
    rows: [...heads.map((cells) => ({ cells, marked: true })), ...rows.map((cells) => ({ cells, marked: false }))],
    between,
  }
}
