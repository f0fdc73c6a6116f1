import type { OutlinePart } from './outline.ts'

/** What a line is set in, where a file has several faces. */
export type Face = 'title' | 'heading' | 'body'

/** A line of text on a page; `y` is its base line, measured from the foot of the page, in points. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly face: Face
  readonly text: string
}

export interface PlacedRule {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

export interface PlacedPage {
  readonly texts: readonly PlacedText[]
  readonly rules: readonly PlacedRule[]
}

export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842
const LEFT = 78
const RIGHT = PAGE_WIDTH - 72
const TOP = PAGE_HEIGHT - 96
const BOTTOM = 92
const WIDTH = RIGHT - LEFT
const HEAD_Y = PAGE_HEIGHT - 60
const FOOT_Y = 54

const TITLE_SIZE = 18
const BODY_SIZE = 12
const SMALL_SIZE = 9
const LEADING = 23
const TITLE_LEADING = 30
const ROW_HEIGHT = 22
/** From the upper rule of a row to the base line of its text. */
const ROW_BASELINE = 15
const SIGNATURE_INSET = 36

/** Marks that may not begin a line: they hang on the line before. */
const CLOSING = /^[、，。；：！？”）》〕％…]/

/** Advance of a percent sign, in ems: wider than the half em of other Western characters, or it runs into the next. */
export const PERCENT_WIDTH = 0.85

/** Width of a text in ems: Western characters are half an em wide (a percent sign more), all others one. */
export function widthInEms(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0)
}

export function characterWidth(character: string): number {
  if (character === '%') return PERCENT_WIDTH
  return character >= ' ' && character <= '~' ? 0.5 : 1
}

/**
 * Lines no wider than `width` ems, the first one shorter by `indent`. Breaks fall between any two characters, but not
 * inside Western words and numbers and not before a closing mark.
 */
export function wrapLines(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const token of text.match(/[!-~]+|[^!-~]/g) ?? []) {
    const room = width - (lines.length === 0 ? indent : 0)
    if (line !== '' && widthInEms(line + token) > room && !CLOSING.test(token)) {
      lines.push(line)
      line = ''
    }
    line += token
  }
  return line === '' ? lines : [...lines, line]
}

/**
 * The pages of a report: parts set from top to bottom on A4 in a fixed-width face, a running head above, the page
 * number between dashes below, tables ruled. A table row never breaks across pages.
 */
export function layOutPages(parts: readonly OutlinePart[], head: string): readonly PlacedPage[] {
  const pages: { texts: PlacedText[]; rules: PlacedRule[] }[] = []
  let y = BOTTOM
  const open = (height: number) => {
    const current = pages.at(-1)
    if (current !== undefined && y - height >= BOTTOM) return current
    const page = { texts: furniture(head, pages.length + 1), rules: [] }
    pages.push(page)
    y = TOP
    return page
  }
  const setLine = (text: string, x: number, size: number, leading: number, face: Face = 'body'): void => {
    const page = open(leading)
    y -= leading
    page.texts.push({ x, y, size, face, text })
  }
  const setCentred = (text: string, size: number, leading: number, face: Face = 'body'): void => {
    for (const line of wrapLines(text, WIDTH / size, 0)) setLine(line, centre(line, size), size, leading, face)
  }
  const setBody = (text: string, indent: number, face: Face = 'body'): void => {
    wrapLines(text, WIDTH / BODY_SIZE, indent).forEach((line, index) => {
      setLine(line, LEFT + (index === 0 ? indent * BODY_SIZE : 0), BODY_SIZE, LEADING, face)
    })
  }
  const setRow = (cells: readonly string[], edges: readonly number[]): void => {
    const page = open(ROW_HEIGHT)
    const upper = y
    y -= ROW_HEIGHT
    cells.forEach((cell, column) => {
      const middle = ((edges[column] ?? LEFT) + (edges[column + 1] ?? RIGHT)) / 2
      const x = middle - (widthInEms(cell) * BODY_SIZE) / 2
      page.texts.push({ x, y: upper - ROW_BASELINE, size: BODY_SIZE, face: 'body', text: cell })
    })
    for (const edge of [upper, y]) page.rules.push({ fromX: LEFT, fromY: edge, toX: RIGHT, toY: edge })
    for (const edge of edges) page.rules.push({ fromX: edge, fromY: upper, toX: edge, toY: y })
  }

  for (const part of parts) {
    switch (part.kind) {
      case 'title':
        setCentred(
          part.text,
          /^\d|局$/.test(part.text) && part.text.length < 12 ? BODY_SIZE : TITLE_SIZE,
          TITLE_LEADING,
          'title',
        )
        break
      case 'centred':
        setCentred(part.text, BODY_SIZE, LEADING)
        break
      case 'heading':
        setBody((part.label?.printed ?? '') + part.text, 2, 'heading')
        break
      case 'paragraph':
        setBody((part.label?.printed ?? '') + part.text, part.indented ? 2 : 0)
        break
      case 'signature':
        setLine(part.text, RIGHT - SIGNATURE_INSET - widthInEms(part.text) * BODY_SIZE, BODY_SIZE, LEADING)
        break
      case 'table':
        y -= LEADING / 2
        for (const row of part.rows) setRow(row, columnEdges(part.rows))
        y -= LEADING / 4
        break
    }
  }
  return pages
}

function furniture(head: string, number: number): PlacedText[] {
  const foot = `— ${number} —`
  return [
    { x: centre(head, SMALL_SIZE), y: HEAD_Y, size: SMALL_SIZE, face: 'body', text: head },
    { x: centre(foot, SMALL_SIZE), y: FOOT_Y, size: SMALL_SIZE, face: 'body', text: foot },
  ]
}

/** Left edges of the columns and the right edge of the last, wide in proportion to the widest cell of each. */
function columnEdges(rows: readonly (readonly string[])[]): readonly number[] {
  const widths = (rows[0] ?? []).map((_, column) => 2 + Math.max(...rows.map((row) => widthInEms(row[column] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const edges = [LEFT]
  let passed = 0
  for (const width of widths) {
    passed += width
    edges.push(LEFT + (passed / total) * WIDTH)
  }
  return edges
}

function centre(text: string, size: number): number {
  return (PAGE_WIDTH - widthInEms(text) * size) / 2
}
