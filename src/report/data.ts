import type { Caution, Comparison, NotComparable } from '../compare/change.ts'
import type { Verdict } from '../compare/claims.ts'
import type { Outcome } from '../compare/plans.ts'
import type { Aspect, Basis, Modifier, Status } from '../model/fact.ts'
import type { ReportKind, YearBasis } from '../model/report.ts'
import type { Fields, Row } from './rows.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type PageLanguage = (typeof LANGUAGES)[number]

/** One report of a document, as the page lists it. Paths of the machine stay out: the file is given away. */
export interface PageDocument {
  readonly id: string
  /** Name of the file without its folder. */
  readonly name: string
  readonly format: string
  readonly title: string
  readonly issuer: string
  readonly region: string
  readonly kind: ReportKind
  readonly year: number | null
  readonly yearBasis: YearBasis
  readonly published: string | null
  /** Facts of it among those that this page was made of. */
  readonly facts: number
}

/** A figure with the place that it stands at. */
export interface PageFigure {
  /** Number of its report in the list of documents. */
  readonly document: number
  /** Number of its sentence, and where in it the words stand; `at` is null where they cannot be told apart. */
  readonly sentence: number
  readonly at: number | null
  readonly length: number
  /** Offset into the source text: with the document it makes the id of the fact. */
  readonly start: number
  readonly year: number
  readonly modifier: Modifier
  readonly unit: string
  readonly subject: string
  readonly confidence: number
  readonly low: number | null
  readonly high: number | null
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly page: number | null
}

/** A change between neighbouring years, as compare tells it. */
export interface PageChange {
  readonly comparison: Comparison
  readonly difference: number | null
  readonly difference_low: number | null
  readonly difference_high: number | null
  readonly percent: number | null
  readonly percent_low: number | null
  readonly percent_high: number | null
  readonly reason: NotComparable | null
  /** Cautions joined by a space; empty where there are none. */
  readonly caution: string
}

/** A series: its identity, and the numbers of its figures. */
export interface PageSeries {
  readonly place: string
  readonly scope: string
  readonly indicator: string
  readonly of: string | null
  readonly topic: string
  readonly status: Status
  readonly basis: Basis
  readonly aspect: Aspect
  readonly measure: string
  /** One figure a year, in the order of years. */
  readonly points: readonly number[]
  /** For each point the figures that stood for its year and were not chosen, best first. */
  readonly others: readonly (readonly number[])[]
  /** For each point but the first its change from the one before, as rows of `PageChange`. */
  readonly changes: readonly Row[]
}

/** What became of a plan that can be judged; plans without a row wait for a report on their year. */
export interface PageOutcome {
  /** Number of the planned figure, and of what was done. */
  readonly plan: number
  readonly actual: number
  readonly outcome: Outcome
  readonly reason: NotComparable | null
}

/** A stated growth that was checked with the figures of two years. */
export interface PageClaim {
  readonly claim: number
  /** The figure of the later year: where the claim is shown. */
  readonly to: number
  readonly from: number
  readonly verdict: Verdict
  readonly computed_low: number | null
  readonly computed_high: number | null
  /** What the computed bounds are in: % for 倍 and 番 too. */
  readonly unit: string
}

export const DOCUMENT_FIELDS: Fields<PageDocument> = {
  id: 'text',
  name: 'text',
  format: 'text',
  title: 'text',
  issuer: 'text',
  region: 'text',
  kind: 'text',
  year: 'number',
  yearBasis: 'text',
  published: 'text',
  facts: 'number',
}
export const FIGURE_FIELDS: Fields<PageFigure> = {
  document: 'number',
  sentence: 'number',
  at: 'number',
  length: 'number',
  start: 'number',
  year: 'number',
  modifier: 'text',
  unit: 'text',
  subject: 'text',
  confidence: 'number',
  low: 'number',
  high: 'number',
  value: 'number',
  min: 'number',
  max: 'number',
  page: 'number',
}
export const CHANGE_FIELDS: Fields<PageChange> = {
  comparison: 'text',
  difference: 'number',
  difference_low: 'number',
  difference_high: 'number',
  percent: 'number',
  percent_low: 'number',
  percent_high: 'number',
  reason: 'text',
  caution: 'text',
}
export const SERIES_FIELDS: Fields<PageSeries> = {
  place: 'text',
  scope: 'text',
  indicator: 'text',
  of: 'text',
  topic: 'text',
  status: 'text',
  basis: 'text',
  aspect: 'text',
  measure: 'text',
  points: 'list',
  others: 'list',
  changes: 'list',
}
export const OUTCOME_FIELDS: Fields<PageOutcome> = {
  plan: 'number',
  actual: 'number',
  outcome: 'text',
  reason: 'text',
}
export const CLAIM_FIELDS: Fields<PageClaim> = {
  claim: 'number',
  to: 'number',
  from: 'number',
  verdict: 'text',
  computed_low: 'number',
  computed_high: 'number',
  unit: 'text',
}

/** How many facts there are for a year: done, planned, demanded by rules. */
export type YearCount = readonly [year: number, actual: number, plan: number, rule: number]

/** All that the script of the page works on, as it stands in the file. */
export interface PageData {
  readonly language: PageLanguage
  /** Texts that rows point into by their place. */
  readonly texts: readonly string[]
  readonly sentences: readonly string[]
  /** Codes of indicators with their names, in the order of the catalogue. */
  readonly indicators: readonly (readonly [code: string, name: string])[]
  readonly years: readonly YearCount[]
  readonly documents: readonly Row[]
  readonly figures: readonly Row[]
  readonly series: readonly Row[]
  readonly outcomes: readonly Row[]
  readonly claims: readonly Row[]
}

export type { Caution }
