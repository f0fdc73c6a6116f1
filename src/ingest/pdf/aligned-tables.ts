import { joinBroken } from '../broken-lines.ts'
import { readLineKind } from '../line-label.ts'
import { mostFrequent } from '../most-frequent.ts'
import { type GridCell, isFigure } from '../table-headers.ts'
import type { Line, Segment } from './lines.ts'
import type { Rule } from './page-content.ts'
import type { Column, PageTable } from './ruled-tables.ts'

const FEWEST_ROWS = 2
/** Rules shorter than this share of the text's width frame no table. */
const LONG_RULE = 150
const SAME_EXTENT = 6

/**
 * The tables of a page that only the alignment of their columns shows (borderless, or between the lines of a three-line
 * table), and the lines that belong to none.
 */
export function readAlignedTables(
  lines: readonly Line[],
  horizontal: readonly Rule[],
): { readonly tables: readonly PageTable[]; readonly rest: readonly Line[] } {
  const zones = findZones(horizontal, lines)
  const tables: PageTable[] = []
  const rest: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    const drawn = zones.find(({ top, bottom }) => line.baseline > top && line.baseline < bottom)
    const zone = drawn === undefined ? undefined : openZone(drawn, lines, at)
    const end = zone === undefined ? endOfRun(lines, at) : endOfZone(lines, at, zone.bottom)
    const table = end - at >= FEWEST_ROWS ? readTable(lines.slice(at, end), zone) : null
    if (table === null) {
      rest.push(line)
      at += 1
    } else {
      tables.push(table)
      at = end
    }
  }
  return { tables, rest }
}

/** The stretch of a page between the first and last of some drawn lines of one width. */
interface Zone {
  readonly top: number
  readonly bottom: number
  /** Height of the line below the header, where there are three lines. */
  readonly headerEnd: number | null
}

/** What stands between two tables: the name or unit of the next one, or running text. */
const BETWEEN_TABLES = /^(?:附?表\s*[\d一二三四五六七八九十]|[（(]?单位[：:])|^.{21}/

/** Some drawn lines of one width, parted where a caption or running text tells that one table ends and the next begins. */
function splitRules(rules: readonly Rule[], lines: readonly Line[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const last = groups.at(-1)?.at(-1)
    const between = lines.filter(({ baseline }) => last !== undefined && baseline > last.at && baseline < rule.at)
    const parted =
      between.length > 0 &&
      between.every(({ segments }) => segments.length === 1) &&
      between.some(({ segments }) => BETWEEN_TABLES.test(segments[0]?.text ?? ''))
    if (last === undefined || parted) groups.push([rule])
    else groups.at(-1)?.push(rule)
  }
  return groups
}

function findZones(horizontal: readonly Rule[], lines: readonly Line[]): readonly Zone[] {
  const zones: Zone[] = []
  const open = horizontal.filter((rule) => rule.to - rule.from >= LONG_RULE)
  const used = new Set<Rule>()
  for (const rule of open) {
    if (used.has(rule)) continue
    const same = open.filter(
      (other) => Math.abs(other.from - rule.from) < SAME_EXTENT && Math.abs(other.to - rule.to) < SAME_EXTENT,
    )
    for (const other of same) used.add(other)
    for (const group of splitRules(same, lines)) {
      const top = group[0]?.at ?? 0
      const bottom = group.at(-1)?.at ?? 0
      if (group.length >= 2) zones.push({ top, bottom, headerEnd: group.length === 3 ? (group[1]?.at ?? null) : null })
    }
  }
  return zones
}

/** Rows of a header of groups and what they are divided into. */
const MOST_HEADER_ROWS = 3

/**
 * A zone that holds no more than the cells of a header, none of them a figure, is the head of a table whose last line is on
 * the next page or not drawn: it reaches down to the end of the rows.
 */
function openZone(zone: Zone, lines: readonly Line[], from: number): Zone {
  const end = endOfZone(lines, from, zone.bottom)
  const head = lines.slice(from, end)
  const [top] = head
  if (zone.headerEnd !== null || head.length === 0 || head.length > MOST_HEADER_ROWS) return zone
  if (top === undefined || top.segments.length < 2) return zone
  if (head.length > 1 && head.some(({ segments }) => segments.some(({ text }) => isFigure(text)))) return zone
  const last = lines[endOfRun(lines, from) - 1]
  if (last === undefined || last.baseline < zone.bottom) return zone
  return { top: zone.top, bottom: last.baseline + last.size * 0.5, headerEnd: zone.bottom }
}

function endOfZone(lines: readonly Line[], from: number, bottom: number): number {
  let end = from
  while (end < lines.length && (lines[end]?.baseline ?? 0) < bottom) end += 1
  return end
}

/**
 * The line after a run of lines of several segments. Single ones count where such lines follow close by, or where they
 * can be the rest of a cell above them.
 */
function endOfRun(lines: readonly Line[], from: number): number {
  if ((lines[from]?.segments.length ?? 0) < 2) return from
  let end = from + 1
  let waiting = 0
  let pitch = (lines[from]?.size ?? 0) * 1.6
  for (let at = from + 1; at < lines.length && waiting < 2; at += 1) {
    const line = lines[at]
    const before = lines[at - 1]
    if (line === undefined || before === undefined || line.baseline - before.baseline > line.size * 3.2) break
    if (line.segments.length >= 2) {
      if (end === at) pitch = line.baseline - before.baseline
      end = at + 1
      waiting = 0
      continue
    }
    // A line across the page is running text again; the name of a table begins another.
    if (BETWEEN_TABLES.test(line.segments[0]?.text ?? '')) break
    if (!isRestOfCell(line, lines.slice(from, end))) waiting += 1
    else if (waiting === 0 && line.baseline - before.baseline < pitch * 1.05) end = at + 1
  }
  return end
}

/** Whether a single segment stands below a cell that is as wide as its column, and is no wider. */
function isRestOfCell(line: Line, table: readonly Line[]): boolean {
  const [rest] = line.segments
  const above = table.at(-1)?.segments.find((segment) => rest !== undefined && overlap(segment, rest))
  if (rest === undefined || above === undefined || readLineKind(rest.text).kind !== 'paragraph') return false
  if (Math.abs(line.size - (table.at(-1)?.size ?? 0)) > 0.5) return false
  const column = table.flatMap(({ segments }) => segments.filter((segment) => overlap(segment, above)))
  const widest = column.reduce((most, segment) => Math.max(most, segment.right - segment.left), 0)
  const full = above.right - above.left > widest - line.size * 2.2 && widest > line.size * 4
  return full && rest.right - rest.left <= widest && !(isFigure(above.text) && isFigure(rest.text))
}

function overlap(a: Segment, b: Segment): boolean {
  return a.left < b.right && b.left < a.right
}

function readTable(lines: readonly Line[], zone: Zone | undefined): PageTable | null {
  const columns = findColumns(lines)
  const filled = lines.filter((line) => line.segments.length >= 2)
  if (columns.length < 2 || filled.length < FEWEST_ROWS) return null
  if (columns.length === 2 && isProse(filled)) return null
  const placed = lines.map((line) => line.segments.map((segment) => ({ segment, ...placeSegment(segment, columns) })))
  if (placed.some((row) => row.some((cell, at) => at > 0 && cell.first <= (row[at - 1]?.last ?? -1)))) return null
  const rows = mergeWrapped(lines, spreadGroups(placed), columns)
  const cells: GridCell[] = rows.flatMap(({ line, cells }, row) =>
    cells.map(({ text, first, last }) => ({
      text,
      row,
      column: first,
      rowSpan: 1,
      columnSpan: isSection(cells) ? columns.length : last - first + 1,
      marked: zone?.headerEnd != null && line.baseline < zone.headerEnd,
    })),
  )
  return {
    page: lines[0]?.page ?? 0,
    top: (lines[0]?.baseline ?? 0) - (lines[0]?.size ?? 0),
    bottom: lines.at(-1)?.baseline ?? 0,
    columns,
    cells,
  }
}

/** Whether two columns are running text set in columns, and no table. */
function isProse(lines: readonly Line[]): boolean {
  const segments = lines.flatMap((line) => line.segments)
  return segments.filter((segment) => segment.text.length >= 14).length > segments.length * 0.6
}

/** The columns that the fullest lines show: stretches that their segments overlap in. */
function findColumns(lines: readonly Line[]): readonly Column[] {
  const most = lines.reduce((count, line) => Math.max(count, line.segments.length), 0)
  const columns: { left: number; right: number }[] = []
  const wanted = lines.filter((line) => line.segments.length === most).flatMap((line) => line.segments)
  for (const { left, right } of wanted.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last === undefined || left > last.right) columns.push({ left, right })
    else last.right = Math.max(last.right, right)
  }
  return columns
}

function placeSegment(
  { left, right }: Segment,
  columns: readonly Column[],
): { readonly first: number; readonly last: number } {
  const first = columns.findIndex((column) => column.right >= left && column.left <= right)
  const last = columns.findLastIndex((column) => column.right >= left && column.left <= right)
  if (first >= 0) return { first, last }
  // Between two columns: a header that stands over both.
  const after = columns.findIndex((column) => column.left > right)
  if (after < 0) return { first: columns.length - 1, last: columns.length - 1 }
  return after === 0 ? { first: 0, last: 0 } : { first: after - 1, last: after }
}

interface PlacedCell {
  readonly segment: Segment
  readonly first: number
  readonly last: number
}
/** The rows of a header of two levels with every group over the columns below that are nearest to it. */
function spreadGroups(rows: readonly (readonly PlacedCell[])[]): readonly (readonly PlacedCell[])[] {
  const firstFigures = rows.findIndex((row) => row.some((cell) => isFigure(cell.segment.text)))
  const most = rows.reduce((count, row) => Math.max(count, row.length), 0)
  const firstFull = rows.findIndex((row) => row.length === most)
  return rows.map((row, at) => {
    const below = rows[at + 1]
    if (at + 1 >= firstFigures || at >= firstFull || below === undefined || below.length <= row.length) return row
    const groups = row.filter((cell) => cell.first > 0 || below.some((leaf) => leaf.first === 0))
    const covered = new Map<PlacedCell, PlacedCell[]>()
    for (const leaf of below) {
      const group = groups.toSorted((a, b) => distance(a, leaf) - distance(b, leaf))[0]
      if (group !== undefined) covered.set(group, [...(covered.get(group) ?? []), leaf])
    }
    return row.map((cell) => {
      const leaves = covered.get(cell)
      if (leaves === undefined) return cell
      return {
        ...cell,
        first: Math.min(...leaves.map((leaf) => leaf.first)),
        last: Math.max(...leaves.map((leaf) => leaf.last)),
      }
    })
  })
}

function distance(a: PlacedCell, b: PlacedCell): number {
  return Math.abs(a.segment.left + a.segment.right - b.segment.left - b.segment.right)
}

/** Whether a row only names the rows below it: `一、演出` alone at the left. */
function isSection(cells: readonly RowCell[]): boolean {
  const [cell] = cells
  return (
    cells.length === 1 && cell?.first === 0 && (readLineKind(cell.text).kind === 'heading' || /[：:]$/.test(cell.text))
  )
}

interface RowCell {
  readonly text: string
  /** Where its last line begins and ends. */
  readonly left: number
  readonly right: number
  readonly first: number
  readonly last: number
}
interface Row {
  readonly line: Line
  readonly cells: readonly RowCell[]
}

/** The rows, with lines that only go on with the words of a cell put to the row that they stand closest to. */
function mergeWrapped(
  lines: readonly Line[],
  placed: readonly (readonly PlacedCell[])[],
  columns: readonly Column[],
): readonly Row[] {
  const most = placed.reduce((count, row) => Math.max(count, row.length), 0)
  const full = lines.flatMap((line, at) => ((placed[at]?.length ?? 0) >= Math.max(2, most - 1) ? [line.baseline] : []))
  const gaps = full
    .slice(1)
    .map((baseline, at) => baseline - (full[at] ?? 0))
    .toSorted((a, b) => a - b)
  const pitch = gaps[Math.floor(gaps.length / 2)] ?? 0
  const usual =
    mostFrequent(lines.slice(1).map((line, at) => Math.round(line.baseline - (lines[at]?.baseline ?? 0)))) ?? 0
  const rows: Row[] = []
  for (const [at, line] of lines.entries()) {
    const own = placed[at] ?? []
    const cells = own.map(({ segment, first, last }) => ({
      text: segment.text,
      right: segment.right,
      left: segment.left,
      first,
      last,
    }))
    const before = rows.at(-1)
    const gap = line.baseline - (lines[at - 1]?.baseline ?? 0)
    // Where all lines are as far apart, each is a row of its own.
    const close = before !== undefined && gap < pitch * 0.75 && (gap < usual * 0.85 || gap < line.size * 1.35)
    const partial = cells.length < most || (before?.cells.length ?? most) < most
    const wrapped = before !== undefined && cells.length < most && isWrapped(cells, before.cells, columns, line.size)
    if (before !== undefined && ((close && partial) || wrapped))
      rows[rows.length - 1] = { line: before.line, cells: mergeCells(before.cells, cells) }
    else rows.push({ line, cells })
  }
  return rows
}

/** Whether all cells of a line go on with cells above that were broken for lack of room. */
function isWrapped(
  cells: readonly RowCell[],
  above: readonly RowCell[],
  columns: readonly Column[],
  size: number,
): boolean {
  if (isSection(cells)) return false
  return cells.every((cell) => {
    const broken = above.find(({ first }) => first === cell.first)
    const column = columns[cell.first]
    if (broken === undefined || column === undefined || cell.first !== cell.last) return false
    const full = broken.right - broken.left > column.right - column.left - size * 2.2
    return full && column.right - column.left > size * 4 && !(isFigure(broken.text) && isFigure(cell.text))
  })
}

function mergeCells(above: readonly RowCell[], below: readonly RowCell[]): readonly RowCell[] {
  const merged = new Map(above.map((cell) => [cell.first, cell]))
  for (const cell of below) {
    const same = merged.get(cell.first)
    merged.set(
      cell.first,
      same === undefined ? cell : { ...cell, last: same.last, text: joinBroken(same.text, cell.text) },
    )
  }
  return [...merged.values()].toSorted((a, b) => a.first - b.first)
}
