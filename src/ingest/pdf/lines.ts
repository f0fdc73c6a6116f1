import { closeLetterspacing, readRaised } from '../broken-lines.ts'
import type { TextItem } from './page-content.ts'

/** Words of one line that stand together; a wider gap than a character begins the next segment. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface Line {
  readonly page: number
  readonly baseline: number
  readonly size: number
  readonly segments: readonly Segment[]
  /** The raised number that it begins with, as the text of a note does; null for other lines. */
  readonly noteMark: string | null
  /** The sides of the column that it stands in, where the page is set in columns. */
  readonly column: Measure | null
  /** Its place in the order of reading on its page: the height, but for columns. */
  readonly order: number
}

/** The left and right side of running text. */
export interface Measure {
  readonly left: number
  readonly right: number
}

/** Gap between two cells, in sizes of the type. */
const CELL_GAP = 1.2
const RAISED_SIZE = 0.8

/** The lines of some text of a page, from the top; raised note marks dropped, raised exponents kept. */
export function readLines(items: readonly TextItem[], page: number): readonly Line[] {
  const rows: { baseline: number; size: number; items: TextItem[] }[] = []
  // Large type first, so that small raised type finds the line that it belongs to.
  for (const item of items.toSorted((a, b) => b.size - a.size || a.baseline - b.baseline)) {
    const row = rows.find((other) => standsOn(item, other))
    if (row === undefined) rows.push({ baseline: item.baseline, size: item.size, items: [item] })
    else row.items.push(item)
  }
  return rows
    .toSorted((a, b) => a.baseline - b.baseline)
    .map((row) => ({
      page,
      baseline: row.baseline,
      size: row.size,
      column: null,
      order: row.baseline,
      noteMark: findNoteMark(row.items, row.baseline, row.size),
      segments: splitSegments(row.items, row.baseline, row.size),
    }))
    .filter((line) => line.segments.length > 0)
}

function standsOn(item: TextItem, row: { readonly baseline: number; readonly size: number }): boolean {
  const raisedBy = row.baseline - item.baseline
  if (Math.abs(raisedBy) <= Math.min(item.size, row.size) * 0.35) return true
  return item.size < row.size * RAISED_SIZE && raisedBy > -row.size * 0.25 && raisedBy < row.size * 0.75
}

function isRaised(item: TextItem, baseline: number, size: number): boolean {
  return item.size < size * RAISED_SIZE && baseline - item.baseline > size * 0.15
}

function findNoteMark(items: readonly TextItem[], baseline: number, size: number): string | null {
  const [first] = items.toSorted((a, b) => a.x - b.x)
  if (first === undefined || !isRaised(first, baseline, size)) return null
  return readRaised('', first.text) === '' ? first.text.trim() : null
}

function splitSegments(items: readonly TextItem[], baseline: number, size: number): readonly Segment[] {
  const segments: { text: string; left: number; right: number }[] = []
  for (const item of items.map(dropIndent).toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const right = item.x + item.width
    const gap = last === undefined ? Number.POSITIVE_INFINITY : item.x - last.right
    if (isRaised(item, baseline, size)) {
      // A mark at the beginning is the number of the note itself, or was parted from its word by the margin.
      if (last === undefined || gap > CELL_GAP * size)
        segments.push({ text: readRaised('', item.text), left: item.x, right })
      else {
        last.text += readRaised(last.text, item.text)
        last.right = right
      }
    } else if (last === undefined || gap > CELL_GAP * size) segments.push({ text: item.text, left: item.x, right })
    else {
      last.text += joinerFor(last.text, item.text, gap / size) + item.text
      last.right = Math.max(last.right, right)
    }
  }
  return closeSpacedTitle(segments)
    .map((segment) => ({ ...segment, text: healSpaces(segment.text) }))
    .filter((segment) => segment.text !== '')
}

/** An item that begins at its first word: an indent may be made of full-width spaces. */
function dropIndent(item: TextItem): TextItem {
  const spaces = item.text.length - item.text.trimStart().length
  if (spaces === 0) return item
  const indent =
    [...item.text.slice(0, spaces)].reduce((sum, space) => sum + (space === '\u3000' ? 1 : 0.25), 0) * item.size
  const moved = Math.min(indent, item.width)
  return { ...item, text: item.text.slice(spaces), x: item.x + moved, width: item.width - moved }
}

/** A title set wide is one segment: `统    计    公    报`. */
function closeSpacedTitle(segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments
  const last = segments.at(-1)
  const spaced = segments.length >= 3 && segments.every((segment) => /^\p{Script=Han}$/u.test(segment.text.trim()))
  if (!spaced || first === undefined || last === undefined) return segments
  return [{ text: segments.map((segment) => segment.text.trim()).join(''), left: first.left, right: last.right }]
}

function joinerFor(before: string, after: string, gap: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return ''
  const latin = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after)
  // As wide as a character: a full-width space, which was typed. Less is justification.
  return gap > 0.75 ? '\u3000' : gap > (latin ? 0.2 : 0.5) ? ' ' : ''
}

const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·]'
const BETWEEN = new RegExp(`(?<=${WIDE}) +(?=\\S)|(?<=\\S) +(?=${WIDE})`, 'gu')

/** `2.1 总体情况`, `第十条 到2020年` stay as they are: closed up, the number would run into the words. */
const SECTION_NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})+|第[一二三四五六七八九十百\d]{1,4}(?:[章条节编]|部分)) /

/**
 * Text without the spaces that setting put beside Chinese characters: `2023 年接待 3 万人次` → `2023年接待3万人次`. A
 * full-width space was typed, and stays as a space: `第一部分　总结` → `第一部分 总结`.
 */
export function healSpaces(text: string): string {
  const plain = text.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '').replace(/[^\S\u3000]+/g, ' ')
  const closed = closeLetterspacing(plain.trim())
  const number = SECTION_NUMBER.exec(closed)?.[0] ?? ''
  const healed = number + closed.slice(number.length).replace(BETWEEN, '')
  return healed.replace(/^(\p{Script=Han})\u3000+(\p{Script=Han})$/u, '$1$2').replace(/\u3000+/g, ' ')
}
