import type { Span } from './span.ts'

export const REPORT_KINDS = ['summary', 'plan', 'mixed', 'rules', 'statistics', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** How a report's year came to be known, from the strongest to none. */
export const YEAR_BASES = ['given', 'stated', 'inferred', 'unknown'] as const
export type YearBasis = (typeof YEAR_BASES)[number]

/** A piece of text that speaks for (or against) a year, region or issuer. */
export interface Evidence extends Span {
  readonly quote: string
  /** What it says, e.g. `2019`. */
  readonly says: string
  /** Id of the row or rule that read it. */
  readonly rule: string
}

/**
 * Who reports, on where and when, and in what kind of text. A document holds one report, or several bundled ones
 * (parts), each with its own span of the source text.
 */
export interface ReportProfile extends Span {
  readonly part: number
  readonly title: string
  readonly issuer: string
  /** Full name of the place, outermost first (山东省潍坊市高新区); empty where unknown. */
  readonly region: string
  readonly kind: ReportKind
  /** The report's own year: the one that its summary part covers, or a plan is for. */
  readonly year: number | null
  readonly yearBasis: YearBasis
  readonly yearConfidence: number
  /** ISO date or year of issue where the text gives one. */
  readonly published: string | null
  readonly evidence: readonly Evidence[]
}

export const GIVEN_FIELDS = ['year', 'region', 'issuer', 'kind'] as const

/** What the user says of a document: it overrides whatever the text says. */
export interface GivenProfile {
  readonly year?: number
  readonly region?: string
  readonly issuer?: string
  readonly kind?: ReportKind
}
