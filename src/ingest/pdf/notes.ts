import type { Part, TextPart } from '../assemble.ts'
import type { Line, Measure } from './lines.ts'
import { joinLines } from './paragraphs.ts'

/** Notes are set smaller than the text by at least this share. */
const SMALLER = 0.94

/**
 * The lines of a page without the notes at its foot, and these: small lines from one that begins with a raised number to
 * the end of the page.
 */
export function takeNotes(
  lines: readonly Line[],
  bodySize: number,
): { readonly lines: readonly Line[]; readonly notes: readonly Line[] } {
  let from = lines.length
  for (let at = lines.length - 1; at >= 0 && (lines[at]?.size ?? 0) < bodySize * SMALLER; at -= 1) {
    if (lines[at]?.noteMark != null) from = at
  }
  return { lines: lines.slice(0, from), notes: lines.slice(from) }
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
