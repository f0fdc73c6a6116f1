import type { Span } from './span.ts'

export const FINDING_KINDS = [
  'masked_number',
  'masked_year',
  'missing_number',
  'ocr_repair',
  'page_marker',
  'site_chrome',
  'broken_sentence',
  'garbled_text',
  'no_text_layer',
  'recognized_text',
  'inferred_year',
  'conflict',
  'claim_mismatch',
  'sum_mismatch',
  'limit_reached',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Something wrong with the source, told and never hidden. Offsets point into the source text. */
export interface Finding extends Span {
  readonly document: string
  readonly kind: FindingKind
  /** One sentence in English for a reader of the report. */
  readonly message: string
}
