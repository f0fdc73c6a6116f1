import type { Span } from '../model/span.ts'

/** A stretch between quotation marks or title marks, the marks included. */
export interface Enclosure extends Span {
  readonly kind: 'quote' | 'title'
  readonly depth: number
}

const OPEN: Readonly<Record<string, 'quote' | 'title'>> = {
  '“': 'quote',
  '‘': 'quote',
  '「': 'quote',
  '『': 'quote',
  '《': 'title',
  '〈': 'title',
}
const CLOSE: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『', '》': '《', '〉': '〈' }
/** A quotation longer than this is taken for a mark without its partner. */
const LONGEST = 120

/** Quotations and titles of a text, in order of their ends; marks without partners are passed over. */
export function findEnclosures(text: string): readonly Enclosure[] {
  const found: Enclosure[] = []
  const stack: { mark: string; at: number }[] = []
  let emptyLine = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\n') {
      // A title may break over one line end; nothing goes on over an empty line.
      if (emptyLine) stack.length = 0
      emptyLine = true
      continue
    }
    if (char !== ' ') emptyLine = false
    if (OPEN[char]) stack.push({ mark: char, at })
    else if (CLOSE[char]) {
      let index = stack.length - 1
      while (index >= 0 && stack[index]?.mark !== CLOSE[char]) index--
      const open = stack[index]
      if (!open) continue
      stack.length = index
      const kind = OPEN[open.mark]
      if (kind && at + 1 - open.at <= LONGEST) found.push({ start: open.at, end: at + 1, kind, depth: index })
    }
  }
  return found
}

/** A lookup of the innermost enclosure around each place of a text. */
export function enclosureLookup(
  enclosures: readonly Enclosure[],
): (span: Span, kind?: Enclosure['kind']) => Enclosure | null {
  const sorted = [...enclosures].sort((a, b) => a.start - b.start || b.end - a.end)
  const starts = sorted.map((item) => item.start)
  return (span, kind) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= span.start) low = middle + 1
      else high = middle
    }
    for (let index = low - 1; index >= 0 && span.start - (starts[index] ?? 0) <= LONGEST; index--) {
      const item = sorted[index]
      if (item && item.end >= span.end && (!kind || item.kind === kind)) return item
    }
    return null
  }
}
