import type { Span } from '../model/span.ts'

/** A stretch between quotation marks or title marks, the marks included. */
export interface Enclosure extends Span {
  readonly kind: 'quote' | 'title'
  readonly depth: number
}

const KINDS: Readonly<Record<Enclosure['kind'], readonly string[]>> = {
  quote: ['“”', '‘’', '「」', '『』'],
  title: ['《》', '〈〉'],
}
const PAIRS = Object.entries(KINDS).flatMap(([kind, pairs]) =>
  pairs.map((marks) => ({ kind: kind as Enclosure['kind'], marks })),
)
const LINE_END = 100
const SPACE = 101
/** By character code, as every character of a text is asked: 0 for one that is none of these; opening marks are positive. */
const SIGN_OF = new Int8Array(0x10000)
for (const [index, { marks }] of PAIRS.entries()) {
  SIGN_OF[marks.charCodeAt(0)] = index + 1
  SIGN_OF[marks.charCodeAt(1)] = -(index + 1)
}
SIGN_OF['\n'.charCodeAt(0)] = LINE_END
SIGN_OF[' '.charCodeAt(0)] = SPACE

/** A quotation longer than this is taken for a mark without its partner. */
const LONGEST = 120

/** Quotations and titles of a text, in order of their ends; marks without partners are passed over. */
export function findEnclosures(text: string): readonly Enclosure[] {
  const found: Enclosure[] = []
  const stack: { readonly sign: number; readonly at: number }[] = []
  // How many marks of each sign wait for their partner: a closing mark without one must not look through all of them.
  const waiting = new Int32Array(PAIRS.length + 1)
  let emptyLine = false
  for (let at = 0; at < text.length; at++) {
    const sign = SIGN_OF[text.charCodeAt(at)] ?? 0
    if (sign === LINE_END) {
      // A title may break over one line end; nothing goes on over an empty line.
      if (emptyLine) {
        stack.length = 0
        waiting.fill(0)
      }
      emptyLine = true
      continue
    }
    if (sign === SPACE) continue
    emptyLine = false
    if (sign > 0) {
      stack.push({ sign, at })
      waiting[sign] = (waiting[sign] ?? 0) + 1
    } else if (sign < 0 && waiting[-sign]) {
      let open = stack.pop()
      while (open) {
        waiting[open.sign] = (waiting[open.sign] ?? 0) - 1
        if (open.sign === -sign) break
        open = stack.pop()
      }
      const kind = open && PAIRS[open.sign - 1]?.kind
      if (open && kind && at + 1 - open.at <= LONGEST)
        found.push({ start: open.at, end: at + 1, kind, depth: stack.length })
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
