import { isFigure } from '../table-headers.ts'
import type { Line, Measure, Segment } from './lines.ts'

/** Lines side by side that make us believe in columns. */
const FEWEST_PAIRS = 6
/** Characters that a line of a narrow column has at least. */
const FULL_LINE = 10

/**
 * The lines of a page in the order of reading: where running text is set in two columns, those of the left one come
 * before those of the right one, each line knowing its column. Tables, whose cells are short, stay as they are.
 */
export function readColumns(lines: readonly Line[]): readonly Line[] {
  const gutter = findGutter(lines)
  if (gutter === null) return lines
  const clear = (line: Line) => line.segments.every(({ left, right }) => right <= gutter || left >= gutter)
  const first = lines.findIndex((line) => isPair(line, gutter) && line.segments.every(isProse))
  const last = lines.findLastIndex((line) => isPair(line, gutter) && line.segments.every(isProse))
  // Lines at one side only belong to the columns as long as nothing crosses the gutter.
  let from = first
  while (from > 0 && belongs(lines[from - 1], gutter) && near(lines[from - 1], lines[from])) from -= 1
  let to = last + 1
  while (to < lines.length && belongs(lines[to], gutter) && near(lines[to - 1], lines[to])) to += 1
  const zone = lines.slice(from, to)
  if (!zone.every(clear)) return lines
  const side = (keep: (segment: Segment) => boolean, shift: number) => {
    const own = zone.flatMap((line) => {
      const segments = line.segments.filter(keep)
      return segments.length === 0 ? [] : [{ ...line, segments }]
    })
    const column = measureOf(own)
    return own.map((line, at): Line => ({ ...line, column, order: (zone[0]?.baseline ?? 0) + (shift + at) * 1e-4 }))
  }
  const left = side((segment) => segment.right <= gutter, 0)
  const right = side((segment) => segment.left >= gutter, left.length)
  return [...lines.slice(0, from), ...left, ...right, ...lines.slice(to)]
}

/** Where the gap between two columns of running text is; null where there are none. */
function findGutter(lines: readonly Line[]): number | null {
  const pairs = lines.filter((line) => line.segments.length === 2 && line.segments.every(isProse))
  if (pairs.length < FEWEST_PAIRS) return null
  const left = Math.max(...pairs.map((line) => line.segments[0]?.right ?? 0))
  const right = Math.min(...pairs.map((line) => line.segments[1]?.left ?? 0))
  return right - left > 4 ? (left + right) / 2 : null
}

function isProse(segment: Segment): boolean {
  return segment.text.length >= FULL_LINE && !isFigure(segment.text)
}

function isPair(line: Line, gutter: number): boolean {
  const [left, right] = line.segments
  return (
    line.segments.length === 2 &&
    left !== undefined &&
    right !== undefined &&
    left.right <= gutter &&
    right.left >= gutter
  )
}

/** Whether a line next to those set in columns is set so too: at one side, or at both with running text in one. */
function belongs(line: Line | undefined, gutter: number): boolean {
  return isBeside(line, gutter) || (line !== undefined && isPair(line, gutter) && line.segments.some(isProse))
}

function isBeside(line: Line | undefined, gutter: number): boolean {
  const [segment] = line?.segments ?? []
  return line?.segments.length === 1 && segment !== undefined && (segment.right <= gutter || segment.left >= gutter)
}

function near(above: Line | undefined, below: Line | undefined): boolean {
  return above !== undefined && below !== undefined && below.baseline - above.baseline < below.size * 2.5
}

function measureOf(lines: readonly Line[]): Measure {
  const rights = lines.map((line) => line.segments.at(-1)?.right ?? 0).toSorted((a, b) => a - b)
  const left = Math.min(...lines.map((line) => line.segments[0]?.left ?? 0))
  return { left, right: rights[Math.floor(rights.length * 0.9)] ?? 0 }
}
