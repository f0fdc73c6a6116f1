import type { Fact } from './fact.ts'
import type { Finding } from './finding.ts'
import type { Mention } from './mention.ts'
import type { ReportProfile } from './report.ts'

/** All that was read out of one document. Plain data: survives `structuredClone` and JSON. */
export interface Extraction {
  readonly document: string
  readonly reports: readonly ReportProfile[]
  readonly facts: readonly Fact[]
  readonly mentions: readonly Mention[]
  readonly findings: readonly Finding[]
}
