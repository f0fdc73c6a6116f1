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
