import type { ReportedFact } from '../model/reported-fact.ts'
import { type Change, isUnnamed, measureChange, type NotComparable } from './change.ts'
import { type Figure, type FigureOptions, NO_ROWS, type Rows, seriesName } from './figure.ts'
import { isBelow } from './interval.ts'
import { buildSeries, type SeriesPoint } from './series.ts'

/** `waiting`: no report has stated yet what was done; `unknown`: the words do not tell, or no indicator names the thing. */
export const OUTCOMES = ['met', 'missed', 'unknown', 'waiting'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a report planned for a year beside what was done in it: a row of the SQL view `plan_outcome`. */
export interface PlanOutcome {
  /** Name of the series that tells what was done, whether it has that year or not. */
  readonly series: string
  readonly year: number
  readonly plan: SeriesPoint
  readonly actual: SeriesPoint | null
  readonly outcome: Outcome
  readonly reason: NotComparable | null
  /** From the plan to what was done; null while waiting, and where the two cannot be held against each other. */
  readonly change: Change | null
}

/** What a plan wants: at least some number between `low` and `high`, or at most one. */
type Target =
  | { readonly kind: 'at_least'; readonly low: number | null; readonly high: number | null }
  | { readonly kind: 'at_most'; readonly limit: number | null }

/**
 * A plan of 300 wants at least 300, within its rounding; 控制在5%以内 and every plan for what should stay low want at most
 * that; 近300 wants something below 300 that nobody knows, so that only 300 surely meets it.
 */
function targetOf(plan: Figure, goal: 'reach' | 'stay_below'): Target {
  const printed = plan.modifier === 'exact' || plan.modifier === 'about' ? plan.value : null
  if (plan.modifier === 'at_most' || goal === 'stay_below') {
    return { kind: 'at_most', limit: printed === null ? plan.max : printed + plan.rounding }
  }
  if (printed !== null) return { kind: 'at_least', low: printed - plan.rounding, high: printed - plan.rounding }
  if (plan.modifier === 'under' || plan.modifier === 'masked' || plan.modifier === 'several') {
    return { kind: 'at_least', low: plan.min, high: plan.max }
  }
  return { kind: 'at_least', low: plan.min, high: plan.min }
}

function outcomeOf(target: Target, actual: Figure): Outcome {
  const done = { low: actual.low, high: actual.high }
  const exactly = (number: number | null) => ({ low: number, high: number })
  if (target.kind === 'at_most') {
    if (isBelow(exactly(target.limit), done)) return 'missed'
    return target.limit !== null && done.high !== null && !isBelow(exactly(target.limit), exactly(done.high))
      ? 'met'
      : 'unknown'
  }
  if (isBelow(done, exactly(target.low))) return 'missed'
  return target.high !== null && done.low !== null && !isBelow(exactly(done.low), exactly(target.high))
    ? 'met'
    : 'unknown'
}

/** Every plan for a year with what was done in that year, ordered by series and year. */
export function planOutcomes(
  facts: Iterable<ReportedFact>,
  rows: Rows = NO_ROWS,
  options: FigureOptions = {},
): readonly PlanOutcome[] {
  const goals = new Map(rows.indicators.map((row) => [row.code, row.goal ?? 'reach']))
  const all = buildSeries(facts, rows, options)
  const actuals = new Map(all.filter((series) => series.status === 'actual').map((series) => [series.series, series]))
  return all
    .filter((series) => series.status === 'plan')
    .flatMap((plans) => {
      const name = seriesName({ ...plans, status: 'actual' })
      const done = new Map(actuals.get(name)?.points.map((point) => [point.year, point]))
      const goal = goals.get(plans.of ?? plans.indicator) ?? 'reach'
      return plans.points.map((plan) => judgePlan(name, plan, done.get(plan.year) ?? null, goal))
    })
}

function judgePlan(
  series: string,
  plan: SeriesPoint,
  actual: SeriesPoint | null,
  goal: 'reach' | 'stay_below',
): PlanOutcome {
  const { year } = plan
  if (actual === null) return { series, year, plan, actual, outcome: 'waiting', reason: null, change: null }
  if (isUnnamed(plan)) return { series, year, plan, actual, outcome: 'unknown', reason: 'unnamed', change: null }
  const change = measureChange(plan, actual)
  if ((plan.part_of === null) !== (actual.part_of === null)) {
    return { series, year, plan, actual, outcome: 'unknown', reason: 'part_against_whole', change: null }
  }
  const outcome = outcomeOf(targetOf(plan, goal), actual)
  return { series, year, plan, actual, outcome, reason: outcome === 'unknown' ? 'unbounded' : null, change }
}
