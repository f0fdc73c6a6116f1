import type { Span } from './span.ts'

/** The classes of a numeral mention: every numeral of a report has exactly one. */
export const MENTION_CLASSES = [
  'fact',
  'time',
  'ordinal',
  'name',
  'structure',
  'enumeration',
  'reference',
  'idiom',
] as const
export type MentionClass = (typeof MENTION_CLASSES)[number]

/** One numeral of the source text and what it was taken for. */
export interface Mention extends Span {
  readonly quote: string
  readonly class: MentionClass
  /** Id of the rule that decided the class. */
  readonly rule: string
  /** Id of the fact that it belongs to, where `class` is `fact`. */
  readonly fact?: string
}
