import type { ReportedFact } from '../model/reported-fact.ts'
import { boundsOf, NO_ROWS, type Rows } from './figure.ts'
import { type Interval, isBelow } from './interval.ts'
import { readUnitForms } from './measure.ts'

/**
 * `adds_up`: the parts may be all of the total; `within`: they leave a rest; `exceeds`: they come to more than the total,
 * so that a number is wrong or the parts overlap (女80人, 高级职称50人); `cannot_tell`: the words set no bound, or one of
 * them alone is more than the total, so that it is hardly a part of it.
 */
export type PartsVerdict = 'adds_up' | 'within' | 'exceeds' | 'cannot_tell'

/** A total beside the sum of its parts: a row of the SQL view `sum_check`. */
export interface PartsCheck {
  readonly whole: ReportedFact
  /**
   * Where the parts stand: `before` their total (部属23个，地方19个，共计42个) or `behind` it (其中). The two are told
   * apart, since each divides the total anew.
   */
  readonly side: 'before' | 'behind'
  /** Those that are counted alike, in the order of the text. */
  readonly parts: readonly ReportedFact[]
  /** Where the true sum of the parts lies. */
  readonly sum_low: number | null
  readonly sum_high: number | null
  readonly verdict: PartsVerdict
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

function verdictOf(whole: Interval, parts: readonly Interval[], sum: Interval): PartsVerdict {
  if (parts.some((part) => isBelow(whole, part))) return 'cannot_tell'
  if (isBelow(whole, sum)) return 'exceeds'
  if (isBelow(sum, whole)) return 'within'
  const bounded = whole.low !== null && whole.high !== null && sum.low !== null && sum.high !== null
  return bounded ? 'adds_up' : 'cannot_tell'
}

/**
 * Every total that has parts, with what the parts on each side of it come to within the rounding of all; ordered by
 * document, start and side. A
 * part in another measure, basis, status or year is left out: 120人，其中女性占40% has nothing to add. Neither have
 * averages, figures for each, and ratios.
 */
export function checkParts(facts: Iterable<ReportedFact>, rows: Rows = NO_ROWS): readonly PartsCheck[] {
  const units = readUnitForms(rows.units)
  const measureOf = (fact: ReportedFact) => units.get(fact.unit)?.measure ?? fact.unit
  const boundsOfFact = (fact: ReportedFact) => boundsOf(fact, units.get(fact.unit)?.nature ?? 'count')
  const isCountedWith = (part: ReportedFact, whole: ReportedFact) =>
    measureOf(part) === measureOf(whole) &&
    units.get(whole.unit)?.nature !== 'ratio' &&
    part.basis === 'total' &&
    whole.basis === 'total' &&
    part.status === whole.status &&
    part.year === whole.year
  const all = [...facts]
  const wholes = new Map(all.map((fact) => [fact.id, fact]))
  const partsOf = new Map<string, { whole: ReportedFact; side: PartsCheck['side']; parts: ReportedFact[] }>()
  for (const part of all) {
    const whole = part.part_of === null ? undefined : wholes.get(part.part_of)
    if (whole === undefined) continue
    if (!isCountedWith(part, whole)) continue
    const side = part.start < whole.start ? 'before' : 'behind'
    const of = partsOf.get(`${whole.id} ${side}`)
    if (of === undefined) partsOf.set(`${whole.id} ${side}`, { whole, side, parts: [part] })
    else of.parts.push(part)
  }
  return [...partsOf.values()]
    .map(({ whole, side, parts }) => {
      const bounds = parts.map(boundsOfFact)
      const sum = bounds.reduce<Interval>((a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) }), {
        low: 0,
        high: 0,
      })
      return {
        whole,
        side,
        parts: parts.sort((a, b) => a.start - b.start),
        sum_low: sum.low,
        sum_high: sum.high,
        verdict: verdictOf(boundsOfFact(whole), bounds, sum),
      }
    })
    .sort(
      (a, b) => byText(a.whole.document, b.whole.document) || a.whole.start - b.whole.start || byText(a.side, b.side),
    )
}
