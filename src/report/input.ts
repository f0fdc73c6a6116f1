import type { Finding } from '../model/finding.ts'
import type { Reference } from '../model/reference.ts'
import type { ReportProfile } from '../model/report.ts'
import type { ReportedFact } from '../model/reported-fact.ts'
import type { PageLanguage } from './data.ts'

/** A document as the page knows it. */
export interface ReportedDocument {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly reports: readonly ReportProfile[]
}

/** What a page is made of. */
export interface ReportInput {
  readonly language: PageLanguage
  /** Heading of the page; null for one made of the places. */
  readonly title: string | null
  readonly facts: readonly ReportedFact[]
  readonly documents: readonly ReportedDocument[]
  readonly findings: readonly Finding[]
  readonly reference: Reference
  /** The source text of a document. */
  sourceOf(document: string): string
  /** What the facts were chosen by, as the user gave it (`--region 潍坊`); empty for all. */
  readonly filters: readonly string[]
  readonly by: 'place' | 'issuer'
  readonly from: number | null
  readonly to: number | null
  readonly minYears: number
  /** Bytes that the data may take; left out: what keeps a page under 5 MB. */
  readonly roomBytes?: number
}

/** Whether a year is one that the page shows. */
export function isWithin(year: number, { from, to }: Pick<ReportInput, 'from' | 'to'>): boolean {
  return (from === null || year >= from) && (to === null || year <= to)
}

/** The facts that the page counts: all, or those of the years that were asked for. */
export function countedFacts(input: Pick<ReportInput, 'facts' | 'from' | 'to'>): readonly ReportedFact[] {
  if (input.from === null && input.to === null) return input.facts
  return input.facts.filter(({ year }) => year !== null && isWithin(year, input))
}
