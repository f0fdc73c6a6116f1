import type { TableCell } from '../model/document.ts'

/** One cell of a table as it was set, before anything is known of headers. */
export interface GridCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Whether the file itself marks the cell as part of a header row. */
  readonly marked: boolean
}

const FIGURE =
  /^[-−－+＋±≥≤<>＜＞约近超]?\d(?:[\d,，.．]|余)*(?:[%％‰万亿千百]|个百分点)*[^\d，。,；;：:]{0,6}(?:以上|以下|左右)?$/
const PERIOD =
  /^(?:(?:19|20)\d{2}(?:[-—–~～至](?:19|20)?\d{2})?(?:年.{0,6})?|\d{1,2}(?:[-—–~～至]\d{1,2})?(?:月|季度|日).{0,4}|第?[一二三四1-4]季度)$/
const LABEL = /^(?:[（(]?\d{1,2}[）)]|\d{1,2}[.、．](?!\d))/
const INDEX_WORD = /^[甲乙丙丁戊己庚辛壬癸—-]$/
const SERIAL_HEADER = /^(?:序号|编号|项次|行次|栏次|(?:录入|指标)?代码|No\.?)$/i
const LONGEST_HEAD_CELL = 20
/** 标准：每社区1处；现状：9处。: a cell that tells figures in sentences heads no column. */
const STATEMENT = /[：；。][^：；。]{0,30}\d[^：；。]*(?:[：；。]|$)/
/** A row of what is part of the row above: #影剧院, 其中：少儿图书. */
const PART_ROW = /^(?:[#＃]|其中)/
const HAS_UNIT = /[）)]$|^[（(][^（）()]{1,8}[）)]\s/

/**
 * The place and the governing headers of every cell, in the order of `cells`. Header rows are those that the file marks,
 * else the first row where it holds no figures, with the rows that its spanning cells are divided into. Row headers are
 * the first column that is no serial number, and the further columns of words before the first column of figures. A row
 * that is one cell across the whole table heads the rows below it; above the header rows it names the table.
 */
export function describeCells(table: number, cells: readonly GridCell[], caption: string | null): readonly TableCell[] {
  const grid = readGrid(cells)
  const titles = countWhile(grid.rows.length - 1, grid.isFull)
  const headEnd = findHeaderEnd(grid, titles)
  const indexRow = headEnd > titles && headEnd < grid.rows.length - 1 && isIndexRow(grid.rows[headEnd] ?? [])
  const bodyStart = indexRow ? headEnd + 1 : headEnd
  const columnHeaders = Array.from({ length: grid.columns }, (_, column) =>
    readColumnHeaders(grid, titles, headEnd, column),
  )
  const columnKinds = readColumnKinds(grid, bodyStart, columnHeaders)
  const rowHeaders = readRowHeaders(grid, bodyStart, columnKinds)
  const named = [caption, ...grid.rows.slice(0, titles).map((row) => row[0]?.text ?? null)].filter(
    (text) => text !== null,
  )
  return cells.map((cell) => {
    const heads = cell.row < bodyStart || grid.isFull(cell.row)
    return {
      table,
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      header: heads || columnKinds[cell.column] !== 'body',
      rowHeaders: heads
        ? []
        : (rowHeaders[cell.row] ?? []).filter((head) => head.column < cell.column).map((head) => head.text),
      columnHeaders: heads ? [] : (columnHeaders[cell.column] ?? []),
      caption: named.length === 0 ? null : named.join(' '),
    }
  })
}

/** Whether a cell holds one figure (`1,234.5`, `12.5%`, `103场`), as against words or a period (`2023年`, `1-9月`). */
export function isFigure(text: string): boolean {
  const plain = text.replace(/\s+/g, '')
  return FIGURE.test(plain) && !PERIOD.test(plain) && !LABEL.test(plain)
}

interface Grid {
  /** Cells that hold text, by the row that they begin in. */
  readonly rows: readonly (readonly GridCell[])[]
  readonly columns: number
  /** Whether a row is one cell across the whole table. */
  readonly isFull: (row: number) => boolean
}

function readGrid(cells: readonly GridCell[]): Grid {
  const count = cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0)
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  const rows: GridCell[][] = Array.from({ length: count }, () => [])
  for (const cell of cells) if (cell.text !== '') rows[cell.row]?.push(cell)
  const isFull = (row: number) => columns > 1 && rows[row]?.length === 1 && rows[row]?.[0]?.columnSpan === columns
  return { rows, columns, isFull }
}

/** Row after the last header row. */
function findHeaderEnd({ rows }: Grid, first: number): number {
  const marked = countWhile(rows.length - 1, (row) => rows[row]?.every((cell) => cell.marked) ?? false)
  if (marked > first && (rows[0] ?? []).length > 0) return marked
  const holdsFigures = (row: number) => (rows[row] ?? []).some(({ text }) => isFigure(text) || STATEMENT.test(text))
  const firstRow = rows[first] ?? []
  if (rows.length - first < 2 || firstRow.length === 0 || holdsFigures(first)) return first
  const deepest = firstRow.reduce((most, cell) => Math.max(most, Math.min(cell.rowSpan, 4)), 1)
  // A corner or group cell that reaches into rows of figures is a row header, not a header of columns.
  let end = first + 1
  while (end < first + deepest && end < rows.length - 1 && !holdsFigures(end)) end += 1
  for (let row = end - 1; end < rows.length - 1 && !holdsFigures(end); row += 1) {
    const divided = (rows[row] ?? []).some((cell) => cell.columnSpan > 1 && cell.row + cell.rowSpan === end)
    if (!divided || row !== end - 1) break
    end += 1
  }
  return end
}

/** Whether a row only counts the columns, as statistical tables do: `甲 | 1 | 2 | 3`. */
function isIndexRow(row: readonly GridCell[]): boolean {
  const numbers = row.map((cell) => cell.text.replace(/[（()）]/g, '')).filter((text) => !INDEX_WORD.test(text))
  const first = Number(numbers[0])
  return numbers.length >= 2 && first >= 1 && first <= 2 && numbers.every((text, at) => text === String(at + first))
}

function readColumnHeaders(grid: Grid, from: number, to: number, column: number): readonly string[] {
  return grid.rows
    .slice(from, to)
    .flatMap((row) => row.filter((cell) => cell.column <= column && column < cell.column + cell.columnSpan))
    .map((cell) => closeHeader(cell.text))
}

type ColumnKind = 'serial' | 'head' | 'body'

function readColumnKinds(
  grid: Grid,
  bodyStart: number,
  headers: readonly (readonly string[])[],
): readonly ColumnKind[] {
  const body = grid.rows
    .slice(bodyStart)
    .filter((_, at) => !grid.isFull(bodyStart + at))
    .flat()
  const columns = Array.from({ length: grid.columns }, (_, column) =>
    body.filter((cell) => cell.column === column && cell.columnSpan === 1).map((cell) => cell.text),
  )
  const kinds: ColumnKind[] = columns.map(() => 'body')
  let at = 0
  while (isSerial(columns[at] ?? [], headers[at] ?? [])) kinds[at++] = 'serial'
  const figures = columns.map((texts) => shareOf(texts, isFigure) >= 0.5)
  if (at >= grid.columns - 1 || figures[at]) return kinds
  kinds[at] = 'head'
  const firstFigures = figures.indexOf(true, at)
  for (let column = at + 1; column < firstFigures && shareOf(columns[column] ?? [], isPlainWord) >= 0.8; column += 1) {
    kinds[column] = 'head'
  }
  return kinds
}

function isSerial(texts: readonly string[], header: readonly string[]): boolean {
  if (SERIAL_HEADER.test(header.join('').replace(/\s/g, ''))) return true
  return texts.length > 1 && texts.every((text, at) => text === String(at + 1))
}

function isPlainWord(text: string): boolean {
  return text.length <= LONGEST_HEAD_CELL && !/\d/.test(text)
}

function shareOf(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length
}

interface RowHeader {
  readonly column: number
  readonly text: string
}

/** The header cells of every row, outermost first; the header of a whole section stands at column -1. */
function readRowHeaders(
  grid: Grid,
  bodyStart: number,
  kinds: readonly ColumnKind[],
): readonly (readonly RowHeader[])[] {
  const heads: RowHeader[][] = grid.rows.map(() => [])
  let section: RowHeader | null = null
  let whole: RowHeader | null = null
  for (let row = bodyStart; row < grid.rows.length; row += 1) {
    const cells = grid.rows[row] ?? []
    if (grid.isFull(row)) {
      section = { column: -1, text: closeHeader(cells[0]?.text ?? '') }
      whole = null
      continue
    }
    // #少儿图书 below 藏书（万册） is counted as that is.
    const first = cells.find((cell) => kinds[cell.column] === 'head')
    if (first && PART_ROW.test(first.text)) {
      if (whole !== null && !HAS_UNIT.test(first.text)) heads[row]?.unshift(whole)
    } else whole = first && HAS_UNIT.test(first.text) ? { column: -1, text: closeHeader(first.text) } : null
    if (section !== null) heads[row]?.unshift(section)
    for (const cell of cells.filter((cell) => kinds[cell.column] === 'head')) {
      const last = Math.min(row + cell.rowSpan, grid.rows.length)
      for (let below = row; below < last; below += 1)
        heads[below]?.push({ column: cell.column, text: closeHeader(cell.text) })
    }
  }
  return heads.map((row) => row.toSorted((a, b) => a.column - b.column))
}

/** A header's words without the spaces that setting put between Chinese characters: `单 位` → `单位`. */
function closeHeader(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}（）])\s+(?=[\p{Script=Han}（）])/gu, '')
}

function countWhile(most: number, test: (at: number) => boolean): number {
  let count = 0
  while (count < most && test(count)) count += 1
  return count
}
