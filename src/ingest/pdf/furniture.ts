import type { Line } from './lines.ts'

export interface PageLines {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

const MARGIN = 0.12
const DRESSED_NUMBER =
  /^(?:[-—–－~·\s]+\d{1,4}[-—–－~·\s]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4}.*)$/i
const BARE_NUMBER = /^(?:\d{1,4}|[ivxIVX]{1,6})$/
const FEWEST_PAGES = 3

/**
 * The pages without running heads and page numbers: lines in the upper or lower margin that stand at the same height on
 * three pages or more (or on both of two) with the same words but for their numbers, numbers dressed as page numbers, and
 * bare numbers that count on with the pages. On a single page a line in the margin is a running head where it is smaller
 * than a line that says its words again.
 */
export function dropFurniture(pages: readonly PageLines[]): readonly PageLines[] {
  const counts = new Map<string, Set<number>>()
  const offsets = new Map<number, number>()
  for (const page of pages) {
    for (const line of page.lines.filter((line) => inMargin(line, page))) {
      for (const key of keysOf(line, 0)) counts.set(key, (counts.get(key) ?? new Set()).add(page.number))
      const offset = offsetOf(line, page)
      if (offset !== null) offsets.set(offset, (offsets.get(offset) ?? 0) + 1)
    }
  }
  const needed = Math.min(FEWEST_PAGES, Math.max(2, pages.length))
  const repeated = (line: Line) => keysOf(line, 1).some((key) => (counts.get(key)?.size ?? 0) >= needed)
  const counted = (line: Line, page: PageLines) => (offsets.get(offsetOf(line, page) ?? Number.NaN) ?? 0) >= needed
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      if (!inMargin(line, page)) return true
      if (pages.length === 1 && isSaidAgain(line, page)) return false
      return !DRESSED_NUMBER.test(textOf(line)) && !repeated(line) && !counted(line, page)
    }),
  }))
}

function isSaidAgain(line: Line, page: PageLines): boolean {
  const words = textOf(line).replace(/\s/g, '')
  return page.lines.some(
    (other) => other !== line && other.size > line.size * 1.1 && textOf(other).replace(/\s/g, '').includes(words),
  )
}

/** How far a bare number is from the number of its page; null for other lines. */
function offsetOf(line: Line, page: PageLines): number | null {
  const text = textOf(line)
  return /^\d{1,4}$/.test(text) ? Number(text) - page.number : null
}

/** The words of a line, all segments. */
export function textOf(line: Line): string {
  return line.segments.map((segment) => segment.text).join(' ')
}

/** Lines of three segments or more are rows of a table, wherever they stand. */
function inMargin(line: Line, page: PageLines): boolean {
  if (line.segments.length >= 3) return false
  return line.baseline < page.height * MARGIN || line.baseline > page.height * (1 - MARGIN)
}

/** What makes two lines the same furniture: words without numbers, and the height, give or take one step. */
function keysOf(line: Line, tolerance: number): readonly string[] {
  const text = textOf(line)
  const words = BARE_NUMBER.test(text) ? '#' : text.replace(/\d+/g, '#').replace(/\s+/g, '')
  const step = Math.round(line.baseline / 4)
  return Array.from({ length: 2 * tolerance + 1 }, (_, at) => `${step + at - tolerance}/${words}`)
}
