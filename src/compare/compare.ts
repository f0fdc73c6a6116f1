import type { ReportedFact } from '../model/reported-fact.ts'
import { changesOf, type SeriesChange } from './change.ts'
import { type ClaimCheck, checkClaims } from './claims.ts'
import { type Contradiction, findContradictions } from './contradictions.ts'
import { NO_ROWS, type Rows } from './figure.ts'
import { checkParts, type PartsCheck } from './parts.ts'
import { type PlanOutcome, planOutcomes } from './plans.ts'
import { buildSeries, type Series } from './series.ts'

/** All that facts of several years and reports say of each other. */
export interface Compared {
  /** One figure a year for each thing that is counted. */
  readonly series: readonly Series[]
  /** Each year of a series against the one before it. */
  readonly changes: readonly SeriesChange[]
  /** Plans beside what was done in their year. */
  readonly plans: readonly PlanOutcome[]
  /** Stated growth beside the growth that the figures give. */
  readonly claims: readonly ClaimCheck[]
  /** Totals beside the sums of their parts. */
  readonly sums: readonly PartsCheck[]
  /** What cannot all be right. */
  readonly contradictions: readonly Contradiction[]
}

/**
 * What facts say of each other: series, changes, plans, claims, sums and contradictions. Pass the indicators and units
 * of the archive (`archive.reference()`), so that 场 and 场次 count alike.
 */
export function compare(facts: Iterable<ReportedFact>, rows: Rows = NO_ROWS): Compared {
  const all = [...facts]
  const series = buildSeries(all, rows)
  return {
    series,
    changes: series.flatMap(changesOf),
    plans: planOutcomes(all, rows),
    claims: checkClaims(all, rows),
    sums: checkParts(all, rows),
    contradictions: findContradictions(all, rows),
  }
}
