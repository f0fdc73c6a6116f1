import type { MentionClass } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'
import type { RuleBook } from '../../rulebook/rulebook.ts'
import type { Enclosure } from '../enclosures.ts'
import type { Numeral } from '../numerals.ts'

/** What a mention rule sees: one numeral in its text. */
export interface MentionView {
  readonly text: string
  readonly numeral: Numeral
  /** Start of the line (paragraph) that the numeral stands in. */
  readonly lineStart: number
  readonly lineEnd: number
  readonly quote: Enclosure | null
  readonly title: Enclosure | null
  readonly chrome: boolean
  readonly inCell: boolean
  readonly rulebook: RuleBook
}

export interface MentionClaim extends Span {
  readonly class: Exclude<MentionClass, 'fact'>
}

export interface MentionRule {
  readonly id: string
  readonly because: string
  /** The only characters right behind the numeral that the rule answers for, or LINE_END. */
  readonly behind?: string
  /** The only script that it answers for. */
  readonly script?: Numeral['script']
  claim(view: MentionView): MentionClaim | null
}

/** Stands in `behind` for the end of the line. */
export const LINE_END = '\n'

export const before = (view: MentionView, length: number): string =>
  view.text.slice(Math.max(view.lineStart, view.numeral.start - length), view.numeral.start)

export const after = (view: MentionView, length: number): string =>
  view.text.slice(view.numeral.end, Math.min(view.lineEnd, view.numeral.end + length))

export const claim = (view: MentionView, kind: MentionClaim['class'], length = 0, back = 0): MentionClaim => ({
  start: view.numeral.start - back,
  end: view.numeral.end + length,
  class: kind,
})

export const isHan = (view: MentionView): boolean => view.numeral.script === 'han'

export const value = (view: MentionView): number | null => view.numeral.value

/** 省级四处、县级两地: behind a level or a sum, before the end of the item, a number is a count whatever word it makes. */
export const isPartOfCount = (view: MentionView): boolean =>
  /(?:[省市县区州]级|国家级|其中|共|共有|现有|分别为)$/.test(before(view, 4)) &&
  /^[个名处家座所地项件人户](?:[、，；。）]|$)/.test(after(view, 2))

export const numeralIs = (view: MentionView, text: string): boolean => view.numeral.text === text
