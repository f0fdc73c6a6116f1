import { joinBroken } from '../broken-lines.ts'
import { readLineKind } from '../line-label.ts'
import { type GridCell, isFigure } from '../table-headers.ts'
import { type Line, readLines } from './lines.ts'
import { type PageContent, placeCharacters, type Rule, type TextItem } from './page-content.ts'

/** A table found on one page. */
export interface PageTable {
  readonly page: number
  readonly top: number
  readonly bottom: number
  readonly columns: readonly Column[]
  readonly cells: readonly GridCell[]
}

/** Where a column of a table stands: between its lines, or where it has none, where its words reach. */
export interface Column {
  readonly left: number
  readonly right: number
}

const NEAR = 3
/** Filled cells without which lines are a frame around text. */
const FEWEST_CELLS = 3
const MOST_CROSSINGS = 4_000_000
/** Share of a cell's side that must be drawn for the cells at both sides to be two. */
const DRAWN = 0.6

/**
 * The tables of a page whose cells are divided by drawn lines, and the text that stands in none of them. `before` are
 * those of the page before: what goes on with one of them may hold a single cell.
 */
export function readRuledTables(
  page: PageContent,
  before: readonly PageTable[],
): {
  readonly tables: readonly PageTable[]
  readonly rest: readonly TextItem[]
} {
  const grids = findGrids(page)
  let rest = page.items
  const tables: PageTable[] = []
  for (const grid of grids) {
    const inside = rest.filter((item) => isInside(item, grid))
    const table = fillGrid(grid, inside, page.number)
    const enough = table !== null && table.cells.filter((cell) => cell.text !== '').length >= FEWEST_CELLS
    if (table === null || !(enough || before.some((other) => haveSameColumns(other, table)))) continue
    tables.push(table)
    rest = rest.filter((item) => !isInside(item, grid))
  }
  return { tables, rest }
}

/** Whether two tables have as many columns, and these stand at the same places. */
export function haveSameColumns(a: PageTable, b: PageTable): boolean {
  if (a.columns.length !== b.columns.length) return false
  return a.columns.every((column, at) => {
    const other = b.columns[at] ?? column
    const shared = Math.min(column.right, other.right) - Math.max(column.left, other.left)
    return shared > Math.min(column.right - column.left, other.right - other.left) * 0.5
  })
}

interface Grid {
  /** Where the columns are divided, from the left side to the right. */
  readonly xs: readonly number[]
  /** Where the rows are divided, from the top to the bottom. */
  readonly ys: readonly number[]
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

function isInside(item: TextItem, { xs, ys }: Grid): boolean {
  const x = item.x + item.width / 2
  const y = item.baseline - item.size * 0.35
  return (
    x > (xs[0] ?? 0) - NEAR && x < (xs.at(-1) ?? 0) + NEAR && y > (ys[0] ?? 0) - NEAR && y < (ys.at(-1) ?? 0) + NEAR
  )
}

/** Sets of lines that cross one another and divide at least two columns and two rows. */
function findGrids({ horizontal, vertical }: PageContent): readonly Grid[] {
  if (horizontal.length * vertical.length > MOST_CROSSINGS) return []
  const group = Array.from({ length: horizontal.length + vertical.length }, (_, at) => at)
  const find = (at: number): number => {
    let root = at
    while (group[root] !== root) root = group[root] ?? root
    group[at] = root
    return root
  }
  for (const [h, line] of horizontal.entries()) {
    for (const [v, pole] of vertical.entries()) {
      const across = pole.at >= line.from - NEAR && pole.at <= line.to + NEAR
      const along = line.at >= pole.from - NEAR && line.at <= pole.to + NEAR
      if (across && along) group[find(h)] = find(horizontal.length + v)
    }
  }
  const roots = new Set(vertical.map((_, v) => find(horizontal.length + v)))
  return [...roots].flatMap((root) => {
    const rows = horizontal.filter((_, h) => find(h) === root)
    const columns = vertical.filter((_, v) => find(horizontal.length + v) === root)
    if (rows.length < 2) return []
    // Many statistical tables are open at both sides: the ends of their lines are sides as well.
    const sides = [Math.min(...rows.map((rule) => rule.from)), Math.max(...rows.map((rule) => rule.to))]
    const xs = cluster([...columns.map((rule) => rule.at), ...sides])
    const ys = cluster(rows.map((rule) => rule.at))
    return xs.length >= 3 && ys.length >= 2 ? [{ xs, ys, horizontal: rows, vertical: columns }] : []
  })
}

function cluster(values: readonly number[]): readonly number[] {
  const clustered: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    if (clustered.length === 0 || value - (clustered.at(-1) ?? 0) > NEAR) clustered.push(value)
  }
  return clustered
}

interface Box {
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

function fillGrid(grid: Grid, items: readonly TextItem[], page: number): PageTable | null {
  const boxes = readBoxes(grid)
  const split = items.flatMap((item) => splitAtRules(item, grid))
  const texts = boxes.map((box) => {
    const inBox = split.filter((item) => holds(box, grid, item))
    return { box, lines: readLines(inBox, page), right: grid.xs[box.lastColumn + 1] ?? 0 }
  })
  if (texts.every(({ lines }) => lines.length === 0)) return null
  const rowsOf = splitUndividedRows(texts, grid.ys.length - 1)
  const cells = texts.flatMap(({ box, lines, right }) => {
    const columnSpan = box.lastColumn - box.column + 1
    const first = rowsOf[box.row]
    const last = rowsOf[box.lastRow]
    if (first === undefined || last === undefined) return []
    if (box.row === box.lastRow && first.baselines.length > 1) {
      return first.baselines.map((baseline, at) => {
        const own = lines.filter((line) => nearest(first.baselines, line.baseline) === baseline)
        return {
          text: cellText(own, right),
          row: first.from + at,
          column: box.column,
          rowSpan: 1,
          columnSpan,
          marked: false,
        }
      })
    }
    const rowSpan = last.from + last.baselines.length - first.from
    return [{ text: cellText(lines, right), row: first.from, column: box.column, rowSpan, columnSpan, marked: false }]
  })
  return {
    page,
    top: grid.ys[0] ?? 0,
    bottom: grid.ys.at(-1) ?? 0,
    columns: grid.xs.slice(1).map((right, at) => ({ left: grid.xs[at] ?? 0, right })),
    cells,
  }
}

/** The cells of a grid: neighbours without a line between them are one. */
function readBoxes({ xs, ys, horizontal, vertical }: Grid): readonly Box[] {
  const rows = ys.length - 1
  const columns = xs.length - 1
  const owner = new Map<number, Box>()
  const boxOf = (row: number, column: number) => owner.get(row * columns + column)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const top = ys[row] ?? 0
      const bottom = ys[row + 1] ?? 0
      const left = xs[column] ?? 0
      const right = xs[column + 1] ?? 0
      const openLeft = column > 0 && !isDrawn(vertical, left, top, bottom)
      const openTop = row > 0 && !isDrawn(horizontal, top, left, right)
      const beside = openLeft ? boxOf(row, column - 1) : undefined
      const above = openTop ? boxOf(row - 1, column) : undefined
      const box = beside ?? above ?? { row, column, lastRow: row, lastColumn: column }
      box.lastRow = Math.max(box.lastRow, row)
      box.lastColumn = Math.max(box.lastColumn, column)
      owner.set(row * columns + column, box)
    }
  }
  return [...new Set(owner.values())]
}

function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const drawn = rules
    .filter((rule) => Math.abs(rule.at - at) <= NEAR)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0)
  return drawn >= (to - from) * DRAWN
}

function holds(box: Box, { xs, ys }: Grid, item: TextItem): boolean {
  const x = item.x + item.width / 2
  const y = item.baseline - item.size * 0.35
  const inColumns = x >= (xs[box.column] ?? 0) && x < (xs[box.lastColumn + 1] ?? 0)
  return inColumns && y >= (ys[box.row] ?? 0) && y < (ys[box.lastRow + 1] ?? 0)
}

/** A text that was set across a drawn line, cut there: `12 34` in two narrow columns. */
function splitAtRules(item: TextItem, grid: Grid): readonly TextItem[] {
  const y = item.baseline - item.size * 0.35
  const cuts = grid.vertical
    .filter((rule) => rule.from <= y && y <= rule.to && rule.at > item.x + 2 && rule.at < item.x + item.width - 2)
    .map((rule) => rule.at)
  if (cuts.length === 0 || !/\S\s+\S/.test(item.text)) return [item]
  const words: TextItem[] = []
  let open = false
  for (const { character, left, right } of placeCharacters(item)) {
    const last = words.at(-1)
    if (character.trim() === '') open = false
    else if (open && last !== undefined)
      words[words.length - 1] = { ...last, text: last.text + character, width: right - last.x }
    else {
      words.push({ ...item, text: character, x: left, width: right - left })
      open = true
    }
  }
  return words
}

interface RowPart {
  /** Number of the first table row that the drawn row holds. */
  readonly from: number
  /** Heights of its lines where they are rows of their own; one entry where it is one row. */
  readonly baselines: readonly number[]
}

interface FilledBox {
  readonly box: Box
  readonly lines: readonly Line[]
}

/** Drawn rows that hold several rows of figures, line beside line, taken apart. */
function splitUndividedRows(texts: readonly FilledBox[], count: number): readonly RowPart[] {
  const parts: RowPart[] = []
  let from = 0
  for (let row = 0; row < count; row += 1) {
    const reaching = texts.filter(({ box }) => box.row <= row && row <= box.lastRow)
    const own = reaching.filter(({ box }) => box.row === row && box.lastRow === row)
    const figures = own.filter(({ lines }) => lines.length >= 2 && lines.every((line) => isFigure(lineText(line))))
    const most = figures.toSorted((a, b) => b.lines.length - a.lines.length)[0]
    const sure =
      most !== undefined &&
      own.length === reaching.length &&
      own.every(({ lines }) => lines.length <= most.lines.length)
    const baselines = sure ? most.lines.map((line) => line.baseline) : [0]
    parts.push({ from, baselines })
    from += baselines.length
  }
  return parts
}

function nearest(values: readonly number[], wanted: number): number {
  return values.reduce(
    (best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best),
    values[0] ?? 0,
  )
}

function lineText(line: Line): string {
  return line.segments.map((segment) => segment.text).join(' ')
}

/** The words of a cell: lines broken at its side are put together. */
function cellText(lines: readonly Line[], right: number): string {
  let text = ''
  for (const [at, line] of lines.entries()) {
    const next = lineText(line)
    const before = lines[at - 1]
    const full = before !== undefined && (before.segments.at(-1)?.right ?? 0) > right - before.size * 1.5
    const apart = (/\d$/.test(text) && /^\d/.test(next) && !full) || readLineKind(next).kind !== 'paragraph'
    text = text === '' ? next : apart ? `${text} ${next}` : joinBroken(text, next)
  }
  return text
}
