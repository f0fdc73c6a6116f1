import { mostFrequent } from '../most-frequent.ts'
import type { PdfPage, RawTextItem } from './open.ts'
import { isVertical, type PlacedText, turnColumns, turnRules } from './vertical.ts'

/** A stretch of text on a page; y grows downwards from the top of the page. */
export interface TextItem {
  readonly text: string
  readonly x: number
  readonly width: number
  /** Height of its baseline from the top. */
  readonly baseline: number
  /** Size of its type. */
  readonly size: number
}

/** A drawn line, horizontal or vertical, as what it stands at and from where to where it goes. */
export interface Rule {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface PageContent {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly TextItem[]
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

/**
 * The text and the drawn lines of a page, upright, columns of vertical writing as lines. Text at another angle than most (a
 * watermark) is left out.
 */
export async function readPageContent(page: PdfPage, number: number): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const placed = items
    .filter((item): item is RawTextItem => 'str' in item && item.str.trim() !== '')
    .map((item) => ({ item, matrix: multiply(viewport.transform, item.transform) }))
  const turns = placed.map(({ matrix }) => quarterTurn(matrix))
  const turn = mostFrequent(turns.filter((quarter) => quarter !== null)) ?? 0
  const upright = uprightMatrix(turn, viewport.width, viewport.height)
  const read = placed.flatMap(({ item, matrix }, at) =>
    turns[at] === turn ? [placeItem(item, multiply(upright, matrix))] : [],
  )
  const rules = await readRules(page, multiply(upright, viewport.transform))
  const sideways = turn % 2 === 1
  const width = sideways ? viewport.height : viewport.width
  const height = sideways ? viewport.width : viewport.height
  if (!isVertical(read)) return clean({ number, width, height, items: read, ...rules })
  // Figures lie on their side between the characters.
  const turned = multiply(uprightMatrix(1, width, height), upright)
  const lying = placed.flatMap(({ item, matrix }, at) =>
    turns[at] === (turn + 1) % 4 ? [placeItem(item, multiply(turned, matrix))] : [],
  )
  const columns = turnColumns(read, lying, width)
  return clean({ number, width: height, height: width, items: columns, ...turnRules(rules, width) })
}

/** A page without what was printed twice, or struck through. */
function clean(page: PageContent): PageContent {
  return { ...page, items: dropDoubles(page.items).flatMap((item) => dropStruck(item, page.horizontal) ?? []) }
}

function placeItem(item: RawTextItem, matrix: Matrix): PlacedText {
  const size = Math.hypot(matrix[2] ?? 0, matrix[3] ?? 0) || item.height
  return {
    text: item.str,
    x: matrix[4] ?? 0,
    width: item.width,
    baseline: matrix[5] ?? 0,
    size,
    downwards: item.dir === 'ttb',
    height: item.height,
  }
}

/** Bold that is made by printing twice, a hair apart, is one text. */
function dropDoubles(items: readonly TextItem[]): readonly TextItem[] {
  const seen = new Map<string, TextItem[]>()
  return items.filter((item) => {
    const same = seen.get(item.text) ?? []
    const near = (other: TextItem) =>
      Math.abs(other.x - item.x) < item.size * 0.15 && Math.abs(other.baseline - item.baseline) < item.size * 0.15
    if (same.some(near)) return false
    seen.set(item.text, [...same, item])
    return true
  })
}

/** A text without the characters that a line is drawn through; null where nothing is left. */
function dropStruck(item: TextItem, horizontal: readonly Rule[]): TextItem | null {
  const through = horizontal.filter((rule) => {
    const above = item.baseline - rule.at
    const across = rule.to > item.x && rule.from < item.x + item.width
    return across && above > item.size * 0.15 && above < item.size * 0.55
  })
  if (through.length === 0) return item
  const characters = placeCharacters(item)
  const kept = characters.filter(
    ({ left, right }) => !through.some((rule) => rule.from < (left + right) / 2 && rule.to > (left + right) / 2),
  )
  const text = kept.map(({ character }) => character).join('')
  return text.trim() === '' ? null : { ...item, text }
}

/** Where the characters of a text stand, taking Chinese ones for twice as wide as others. */
export function placeCharacters(
  item: TextItem,
): readonly { readonly character: string; readonly left: number; readonly right: number }[] {
  const characters = [...item.text].map((character) => ({
    character,
    weight: character.charCodeAt(0) > 0x2e7f ? 2 : 1,
  }))
  const unit = item.width / characters.reduce((sum, { weight }) => sum + weight, 0)
  let at = item.x
  return characters.map(({ character, weight }) => {
    const left = at
    at += weight * unit
    return { character, left, right: at }
  })
}

type Matrix = readonly number[]

function multiply(a: Matrix, b: Matrix): Matrix {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ]
}

/** How often a text is turned by 90° clockwise on the shown page; null where it stands askew. */
function quarterTurn([a = 1, b = 0]: Matrix): number | null {
  const angle = (Math.atan2(b, a) / Math.PI) * 2
  const quarter = Math.round(angle)
  return Math.abs(angle - quarter) < 0.05 ? (quarter + 4) % 4 : null
}

/** The matrix that turns a page back whose text is turned by quarters. */
function uprightMatrix(turn: number, width: number, height: number): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width]
  if (turn === 2) return [-1, 0, 0, -1, width, height]
  if (turn === 3) return [0, 1, -1, 0, height, 0]
  return [1, 0, 0, 1, 0, 0]
}

// Operator numbers of the PDF library (its OPS table), which are part of its interface between page and painter.
const SAVE = 10
const RESTORE = 11
const TRANSFORM = 12
const FORM_BEGIN = 74
const FORM_END = 75
const CONSTRUCT_PATH = 91
const STROKES = new Set([20, 21, 24, 25, 26, 27])
const FILLS = new Set([22, 23, 24, 25, 26, 27])
/** Filled rectangles up to this thickness are drawn lines. */
const THICKEST = 3
const SHORTEST = 4

async function readRules(page: PdfPage, base: Matrix): Promise<Pick<PageContent, 'horizontal' | 'vertical'>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const horizontal: Rule[] = []
  const vertical: Rule[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    if (operator === SAVE) stack.push(matrix)
    else if (operator === RESTORE || operator === FORM_END) matrix = stack.pop() ?? matrix
    else if (operator === TRANSFORM && isNumbers(args)) matrix = multiply(matrix, args)
    else if (operator === FORM_BEGIN) {
      stack.push(matrix)
      const inner = Array.isArray(args) ? args[0] : null
      if (isNumbers(inner)) matrix = multiply(matrix, inner)
    } else if (operator === CONSTRUCT_PATH && Array.isArray(args)) {
      const path = Array.isArray(args[1]) ? args[1][0] : null
      if (path instanceof Float32Array || isNumbers(path)) {
        const segments = readSegments([...path], multiply(base, matrix), STROKES.has(args[0]), FILLS.has(args[0]))
        for (const [x0, y0, x1, y1] of segments) {
          if (Math.abs(y1 - y0) < 1 && Math.abs(x1 - x0) >= SHORTEST) {
            horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
          } else if (Math.abs(x1 - x0) < 1 && Math.abs(y1 - y0) >= SHORTEST) {
            vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
          }
        }
      }
    }
  }
  return { horizontal: mergeRules(horizontal), vertical: mergeRules(vertical) }
}

type Segment = readonly [x0: number, y0: number, x1: number, y1: number]

/** The straight lines that a path draws: its sides where it is stroked, its long axis where it is a thin filled bar. */
function readSegments(path: readonly number[], matrix: Matrix, stroked: boolean, filled: boolean): readonly Segment[] {
  const segments: Segment[] = []
  const shapes: [number, number][][] = []
  let shape: [number, number][] = []
  for (let at = 0; at < path.length; ) {
    const step = path[at]
    if (step === 3) {
      if (shape[0] !== undefined) shape.push(shape[0])
      at += 1
      continue
    }
    const last = step === 2 ? at + 5 : at + 1
    const point = apply(matrix, path[last] ?? 0, path[last + 1] ?? 0)
    if (step === 0) {
      shape = []
      shapes.push(shape)
    }
    shape.push(point)
    at = last + 2
  }
  for (const points of shapes) {
    if (stroked) {
      for (const [at, [x, y]] of points.entries()) {
        const before = points[at - 1]
        if (before !== undefined) segments.push([before[0], before[1], x, y])
      }
    }
    if (filled && points.length >= 4) {
      const xs = points.map(([x]) => x)
      const ys = points.map(([, y]) => y)
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
      if (bottom - top <= THICKEST && right - left > bottom - top)
        segments.push([left, (top + bottom) / 2, right, (top + bottom) / 2])
      else if (right - left <= THICKEST) segments.push([(left + right) / 2, top, (left + right) / 2, bottom])
    }
  }
  return segments
}

function apply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

const SAME_LINE = 1.5
const JOIN_WITHIN = 3

/** Lines that lie on one another or go on where another ends, as one. */
function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  const merged: Rule[] = []
  for (const rule of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const same = merged.findLastIndex(
      (other) =>
        rule.at - other.at <= SAME_LINE && rule.from <= other.to + JOIN_WITHIN && rule.to >= other.from - JOIN_WITHIN,
    )
    const other = merged[same]
    if (other === undefined) merged.push(rule)
    else merged[same] = { at: other.at, from: Math.min(other.from, rule.from), to: Math.max(other.to, rule.to) }
  }
  return merged
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number')
}
