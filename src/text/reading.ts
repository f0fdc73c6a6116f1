import type { FindingKind } from '../model/finding.ts'
import type { MentionClass } from '../model/mention.ts'
import type { Span } from '../model/span.ts'

/** A repair of the source text: `replacement` is read instead of what stands between `start` and `end`. */
export interface Edit extends Span {
  readonly replacement: string
  /** Id of the repair rule. */
  readonly rule: string
  /** The finding that tells of it, or null where nothing was lost or guessed (a space, a line wrap). */
  readonly finding: { readonly kind: FindingKind; readonly message: string } | null
  /** What the numerals within a removed stretch are. */
  readonly numerals: MentionClass | null
}

/** The text as it is read, with the way back to the source: spans of it are turned into spans of what was published. */
export interface ReadingText {
  readonly text: string
  readonly edits: readonly Edit[]
  toSource(span: Span): Span
  /** Where an offset of the source stands in the reading text (the nearest place after it, inside a removal). */
  fromSource(offset: number): number
}

/**
 * The reading text of `base` (a text of the source's length, character by character) under `edits`. Overlapping edits
 * are resolved in favour of the first; edits come back in order.
 */
export function readText(base: string, edits: readonly Edit[]): ReadingText {
  const ordered = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Edit[] = []
  let last = 0
  for (const edit of ordered) {
    if (edit.start < last) continue
    kept.push(edit)
    last = edit.end
  }
  const pieces: string[] = []
  // Parallel arrays: a stretch begins at readingAt[i] and stands for the source from sourceAt[i].
  const readingAt: number[] = []
  const sourceAt: number[] = []
  const sourceEnd: number[] = []
  const replaced: boolean[] = []
  let reading = 0
  let source = 0
  const push = (piece: string, from: number, to: number, isReplacement: boolean): void => {
    if (piece.length === 0) return
    pieces.push(piece)
    readingAt.push(reading)
    sourceAt.push(from)
    sourceEnd.push(to)
    replaced.push(isReplacement && piece.length !== to - from)
    reading += piece.length
  }
  for (const edit of kept) {
    push(base.slice(source, edit.start), source, edit.start, false)
    push(edit.replacement, edit.start, edit.end, true)
    source = edit.end
  }
  push(base.slice(source), source, base.length, false)
  const text = pieces.join('')

  function stretchAt(list: readonly number[], offset: number): number {
    let low = 0
    let high = list.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((list[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  function toSource(span: Span): Span {
    if (readingAt.length === 0) return { start: 0, end: 0 }
    const first = stretchAt(readingAt, span.start)
    const start = replaced[first]
      ? (sourceAt[first] ?? 0)
      : (sourceAt[first] ?? 0) + span.start - (readingAt[first] ?? 0)
    if (span.end <= span.start) return { start, end: start }
    const final = stretchAt(readingAt, span.end - 1)
    const end = replaced[final] ? (sourceEnd[final] ?? 0) : (sourceAt[final] ?? 0) + span.end - (readingAt[final] ?? 0)
    return { start, end }
  }

  function fromSource(offset: number): number {
    if (sourceAt.length === 0) return 0
    const stretch = stretchAt(sourceAt, offset)
    const within = Math.max(0, offset - (sourceAt[stretch] ?? 0))
    const end = stretch + 1 < readingAt.length ? (readingAt[stretch + 1] ?? text.length) : text.length
    return Math.min(end, (readingAt[stretch] ?? 0) + within)
  }

  return { text, edits: kept, toSource, fromSource }
}
