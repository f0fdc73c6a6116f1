import { joinBroken } from '../broken-lines.ts'
import { readLineKind } from '../line-label.ts'
import { mostFrequent } from '../most-frequent.ts'
import { textOf } from './furniture.ts'
import type { Line, Measure } from './lines.ts'

/** Running text put together from its lines. */
export interface Paragraph {
  readonly text: string
  readonly page: number
  readonly size: number
  /** Whether it stands as far from the left as from the right side. */
  readonly centred: boolean
}

/** Characters that a line of running text has at least. */
const FULL_LINE = 15
const SENTENCE_END = /[。！？；：!?;:…]$/

/** The left and right side of the running text, told by the lines of all pages. */
export function readMeasure(lines: readonly Line[]): Measure {
  const wide = lines.filter((line) => line.segments.length === 1 && textOf(line).length >= FULL_LINE)
  const lefts = wide.map((line) => Math.round(line.segments[0]?.left ?? 0))
  const rights = wide.map((line) => line.segments[0]?.right ?? 0).toSorted((a, b) => a - b)
  // Without one full line nothing can be said to reach the right side.
  return { left: mostFrequent(lefts) ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? Number.POSITIVE_INFINITY }
}

const LEADERS = /[.．·…]{6,}/
const NUMBERED = /^(?:[●○■□◆◇▪➢➤►★☆•]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[①-⑳])/

/** The date below a letter, which may stand at the left side. */
const DATE = /^[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/

/**
 * Whether a line goes on in the next one: it is full, and the next one begins no paragraph of its own. A full line that
 * ends in the middle of a sentence goes on even where the next is indented, as the text of list items is.
 */
export function continues(line: Line, next: Line, page: Measure): boolean {
  const measure = line.column ?? page
  const nextMeasure = next.column ?? page
  const text = textOf(line)
  const nextText = textOf(next)
  const left = line.segments[0]?.left ?? 0
  const right = line.segments.at(-1)?.right ?? 0
  const nextLeft = next.segments[0]?.left ?? 0
  if (LEADERS.test(text) || LEADERS.test(nextText)) return false
  if (next.noteMark !== null || DATE.test(nextText.replace(/\s/g, ''))) return false
  if (Math.abs(line.size - next.size) > line.size * 0.12) return false
  if (line.page === next.page && next.baseline - line.baseline > line.size * 3.2) return false
  const ended = SENTENCE_END.test(text)
  if (isCentred(line, measure) && isCentred(next, nextMeasure)) {
    return line.page === next.page && right - left > (measure.right - measure.left) * 0.5 && !ended
  }
  // A signature or date at the right side.
  if (left > measure.left + (measure.right - measure.left) * 0.3) return false
  if (right < measure.right - roomFor(next) || NUMBERED.test(nextText)) return false
  if (!ended) return true
  const indented = nextLeft - nextMeasure.left > Math.min(left - measure.left, 0) + next.size * 1.2
  return !indented && readLineKind(nextText).kind === 'paragraph'
}

/** How much room a full line may leave: what the next one begins with did not fit, which for a figure may be wide. */
function roomFor(next: Line): number {
  const [word = ''] = /^[“（(]?[\w.,%％+-]*[，。、；：]?/.exec(textOf(next)) ?? []
  const width = [...word].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x7e ? 1 : 0.6), 0)
  return next.size * Math.max(2, width + 1)
}

/** Whether a line is set in the middle, clear of both sides. */
export function isCentred(line: Line, { left, right }: Measure): boolean {
  const before = (line.segments[0]?.left ?? 0) - left
  const after = right - (line.segments.at(-1)?.right ?? 0)
  return before > line.size * 2.5 && after > line.size * 2.5 && Math.abs(before - after) < line.size * 2
}

/** Whether a line is as far from the left side as from the right, however wide it is. */
function isBalanced(line: Line, { left, right }: Measure): boolean {
  const before = (line.segments[0]?.left ?? 0) - left
  const after = right - (line.segments.at(-1)?.right ?? 0)
  return before > -line.size && Math.abs(before - after) < line.size * 2
}

/** The paragraphs of lines that follow one another, across pages. */
export function joinLines(lines: readonly Line[], measure: Measure): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const [at, line] of lines.entries()) {
    const text = textOf(line).replace(LEADERS, '……')
    const before = lines[at - 1]
    const open = paragraphs.at(-1)
    if (before !== undefined && open !== undefined && continues(before, line, measure)) {
      paragraphs[paragraphs.length - 1] = { ...open, text: joinBroken(open.text, text) }
    } else
      paragraphs.push({ text, page: line.page, size: line.size, centred: isBalanced(line, line.column ?? measure) })
  }
  return paragraphs
}
