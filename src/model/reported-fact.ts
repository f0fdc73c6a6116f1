import type { Fact } from './fact.ts'

/** A fact with the profile of its report, as queries return it. */
export interface ReportedFact extends Fact {
  readonly region: string
  readonly issuer: string
  readonly report_year: number | null
  readonly title: string
  /** First of the paths that the document lies under. */
  readonly path: string
}
