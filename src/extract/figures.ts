import type { Span } from '../model/span.ts'
import { endsLabel } from '../text/labels.ts'
import type { Paragraph, Sentence } from '../text/paragraphs.ts'
import type { Section } from '../text/sections.ts'
import type { Quantity } from './quantities.ts'

/** A quantity in its place: what the rules that read its meaning look at. */
export interface Figure {
  readonly index: number
  readonly quantity: Quantity
  readonly text: string
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  readonly clause: Span
  readonly section: Section
  /** The figure before this one in the same sentence, or null. */
  readonly previous: Figure | null
  /** The item of the list that it stands in: from the last separator or figure to the next. */
  readonly item: Span
  /**
   * Words between the item's start and the number (its hedges excluded); of a movement (藏书由8万册增加到12万册) those that
   * both its numbers share.
   */
  readonly before: string
  /** Which end of a movement it is; null for other figures. */
  readonly movement: 'from' | 'to' | null
  /** Words behind the unit, up to the next separator or figure. */
  readonly after: string
}

const OPEN = 1
const CLOSE = 2
const SEPARATOR = 3
const SIGNS: readonly (readonly [signs: string, kind: number])[] = [
  ['“‘「《', OPEN],
  ['”’」》', CLOSE],
  ['、，；。：（）！？|\n;', SEPARATOR],
]
/** By character code; 0 for what is no sign. */
const SIGN_OF = new Uint8Array(0x10000)
for (const [signs, kind] of SIGNS) for (const sign of signs) SIGN_OF[sign.charCodeAt(0)] = kind

/** Where the words that belong to the number begin, going back from `from` and not past `floor`; quotes are skipped whole. */
export function itemStart(text: string, from: number, floor: number): number {
  let depth = 0
  for (let at = from - 1; at >= floor; at--) {
    const sign = SIGN_OF[text.charCodeAt(at)]
    if (sign === 0) continue
    const char = text.charAt(at)
    if (sign === CLOSE) depth++
    else if (char === '：' && depth === 0 && from - at <= 3 && endsLabel(text, at)) continue
    else if (sign === OPEN) {
      if (depth === 0) return at + 1
      depth--
    } else if (depth === 0) {
      // A bracket that closed before the number is part of the noun: 综合文化站（含分站）4个.
      if (char === '）') {
        const near = Math.max(floor, at - 14)
        const open = text.slice(near, at).lastIndexOf('（')
        if (open >= 0 && !/\d/.test(text.slice(near + open, at))) {
          at = near + open
          continue
        }
        return at + 1
      }
      return at + 1
    }
  }
  return floor
}

/** Where the words that follow the unit end, going on from `from` and not past `ceiling`. */
export function itemEnd(text: string, from: number, ceiling: number): number {
  let depth = 0
  for (let at = from; at < ceiling; at++) {
    const sign = SIGN_OF[text.charCodeAt(at)]
    if (sign === 0) continue
    const char = text.charAt(at)
    if (sign === OPEN) depth++
    else if (sign === CLOSE) {
      if (depth === 0) return at
      depth--
    } else if (depth === 0) {
      // 镇（街）, 社区（村）: a short bracket that counts nothing is part of the noun.
      const close = char === '（' ? text.slice(at, Math.min(ceiling, at + 6)).indexOf('）') : -1
      if (close > 0 && !/\d/.test(text.slice(at, at + close))) {
        at += close
        continue
      }
      return at
    }
  }
  return ceiling
}
