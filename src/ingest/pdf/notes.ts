import type { Part, TextPart } from '../assemble.ts'
import type { Line, Measure } from './lines.ts'
import type { Rule } from './page-content.ts'
import { joinLines } from './paragraphs.ts'

/** Notes are set smaller than the text by at least this share. */
const SMALLER = 0.94

/** The line that divides notes from the text is short: in points. */
const LONGEST_DIVIDER = 200
const NUMBERED = /^(?:\d{1,2}|[①-⑳]|[[［〔]\d{1,2}[\]］〕]) ?(?=[^\d.．、%])/

/**
 * The lines of a page without the notes at its foot, and these: small lines from one that begins with a raised number, or
 * stands numbered below a short drawn line, to the end of the page. Notes come without their numbers.
 */
export function takeNotes(
  lines: readonly Line[],
  bodySize: number,
  horizontal: readonly Rule[],
): { readonly lines: readonly Line[]; readonly notes: readonly Line[] } {
  const divider = horizontal.findLast((rule) => rule.to - rule.from < LONGEST_DIVIDER)
  const isBelow = (line: Line, above: Line | undefined) =>
    divider !== undefined && line.baseline > divider.at && (above === undefined || above.baseline < divider.at)
  let from = lines.length
  for (let at = lines.length - 1; at >= 0 && (lines[at]?.size ?? 0) < bodySize * SMALLER; at -= 1) {
    const line = lines[at]
    if (line === undefined) break
    if (line.noteMark !== null) from = at
    else if (isBelow(line, lines[at - 1]) && NUMBERED.test(line.segments[0]?.text ?? '')) {
      return { lines: lines.slice(0, at), notes: lines.slice(at).map(dropNumber) }
    }
  }
  return { lines: lines.slice(0, from), notes: lines.slice(from) }
}

function dropNumber(line: Line): Line {
  const [first, ...rest] = line.segments
  if (first === undefined || line.noteMark !== null) return line
  return { ...line, segments: [{ ...first, text: first.text.replace(NUMBERED, '') }, ...rest] }
}

/**
 * The parts of a document with the notes of each page after the last part that begins on it, so that a sentence that
 * goes on over the page is not cut by them.
 */
export function placeNotes(parts: readonly Part[], notes: readonly Line[], measure: Measure): readonly Part[] {
  const placed: Part[] = []
  const waiting = [...joinLines(notes, measure)]
  for (const part of parts) {
    const page = part.type === 'text' ? part.page : (part.pages[0] ?? null)
    while (waiting[0] !== undefined && page !== null && waiting[0].page < page) placed.push(...shiftPart(waiting))
    placed.push(part)
  }
  while (waiting.length > 0) placed.push(...shiftPart(waiting))
  return placed
}

function shiftPart(waiting: { readonly text: string; readonly page: number }[]): readonly TextPart[] {
  const note = waiting.shift()
  return note === undefined ? [] : [{ type: 'text', kind: 'paragraph', level: null, text: note.text, page: note.page }]
}
