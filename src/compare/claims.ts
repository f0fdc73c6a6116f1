import type { ReportedFact } from '../model/reported-fact.ts'
import { isUnnamed, wordsFit } from './change.ts'
import { createFigureReader, type Figure, type FigureOptions, NO_ROWS, type Rows } from './figure.ts'
import { differenceOf, type Interval, isBelow, meet, percentOf } from './interval.ts'

export type Verdict = 'agree' | 'disagree' | 'cannot_tell'

/** Why a claim cannot be checked. */
export const CLAIM_DOUBTS = {
  base_unknown: {
    en: 'it may be the growth against another time than the year before',
    zh: '对比的基期可能不是上一年',
  },
  no_figures: { en: 'no figures of both years to check it with', zh: '缺少两年的数字，无法核对' },
  unit_differs: { en: 'its unit is not the one of the figures', zh: '单位与所核对的数字不同' },
  subject_differs: {
    en: 'the figures contradict it, but may be of different things',
    zh: '数字与之不符，但所指事物或有不同',
  },
  constant_prices: {
    en: 'the growth is told at constant prices, the figures are not',
    zh: '增速按可比价格计算，与所列数字口径不同',
  },
  unsure_figures: {
    en: 'the figures contradict it, but may be of other things or another time',
    zh: '数字与之不符，但数字的所指或年份不够确定',
  },
  unbounded: { en: 'the words set no bound', zh: '文字未给出可比的界限' },
} as const
export type ClaimDoubt = keyof typeof CLAIM_DOUBTS

/** A stated growth or change beside the one that the figures give: a row of the SQL view `claim_check`. */
export interface ClaimCheck {
  readonly claim: Figure
  /** The figures of the year before and of the year that it was checked with. */
  readonly from: Figure | null
  readonly to: Figure | null
  /** In percent, in points or in base units, as the claim is; 增长1倍 is 100 percent. */
  readonly claimed_low: number | null
  readonly claimed_high: number | null
  readonly computed_low: number | null
  readonly computed_high: number | null
  readonly verdict: Verdict
  readonly doubt: ClaimDoubt | null
}

const GROWTH = 'rate.growth'
const AMOUNT = 'change.amount'

/** Words directly before an amount that set it against a plan. */
const AGAINST_PLAN = ['超计划', '比计划多', '比计划少', '较计划多', '较计划少']

/** Words of a sentence whose growth leaves out what prices did. */
const AT_CONSTANT_PRICES = ['实际增长', '扣除价格', '可比价', '不变价']

/** Whether a growth is against the year before, which goes without saying: no words say otherwise. */
function isAgainstLastYear({ sentence, quote, other_base }: Figure): boolean {
  return !other_base && !AGAINST_PLAN.some((words) => sentence.includes(words + quote))
}

interface Pair {
  readonly from: Figure
  readonly to: Figure
}

/** Whether the figure stands in the sentence of the claim, before it: 接待游客489.3万人次，增长16.0%. */
function isToldBefore(figure: Figure, claim: Figure): boolean {
  return figure.document === claim.document && figure.sentence === claim.sentence && figure.start < claim.start
}

/** Whether the two are figures of what the claim speaks of, comparable with each other. */
function isPairFor(claim: Figure, { from, to }: Pair): boolean {
  return (
    to.basis === from.basis &&
    to.aspect === from.aspect &&
    to.measure === from.measure &&
    (to.part_of === null) === (from.part_of === null) &&
    wordsFit(from.subject, to.subject) &&
    (isToldBefore(to, claim) || wordsFit(to.subject, claim.subject))
  )
}

const count = (...tests: readonly boolean[]) => tests.filter(Boolean).length
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Best pair first: the figure that stands nearest before the claim in its sentence, the same words in both years, the
 * words of the claim, its own document, wholes, reports of those years, usual units, surest.
 */
function comparePairs(claim: Figure, a: Pair, b: Pair): number {
  const worth = ({ from, to }: Pair) => [
    isToldBefore(to, claim) ? to.start : -1,
    count(from.subject === to.subject),
    count(to.subject === claim.subject),
    count(to.document === claim.document),
    count(to.part_of === null),
    count(from.report_year === from.year, to.report_year === to.year),
    count(from.usual_unit, to.usual_unit),
    to.confidence + from.confidence,
  ]
  const [ours, theirs] = [worth(a), worth(b)]
  for (const [index, own] of ours.entries()) {
    const other = theirs[index] ?? 0
    if (own !== other) return other - own
  }
  return (
    byText(a.to.document, b.to.document) ||
    a.to.start - b.to.start ||
    byText(a.from.document, b.from.document) ||
    a.from.start - b.from.start
  )
}

/** The growth that the figures give, in the measure of the claim; null where the claim's unit does not suit them. */
function computedFor(
  claim: Figure,
  { from, to }: Pair,
): { readonly computed: Interval; readonly factor: number } | null {
  if (to.nature !== 'ratio' && claim.measure === '%') return { computed: percentOf(from, to), factor: 1 }
  if (to.nature !== 'ratio' && claim.measure === '倍') return { computed: percentOf(from, to), factor: 100 }
  const points = to.measure === '%' && claim.measure === '个百分点'
  if (points || (claim.indicator === AMOUNT && claim.measure === to.measure && to.nature !== 'ratio')) {
    return { computed: differenceOf(from, to), factor: 1 }
  }
  return null
}

function verdictOf(claimed: Interval, computed: Interval): Verdict {
  if (claimed.low === null && claimed.high === null) return 'cannot_tell'
  if (isBelow(claimed, computed) || isBelow(computed, claimed)) return 'disagree'
  return computed.low === null || computed.high === null ? 'cannot_tell' : 'agree'
}

/**
 * Why figures that contradict a claim do not prove it wrong, if anything does. Only figures that reports of those very
 * years state, once, of an indicator of the catalogue, in the same words, speak against a report.
 */
function doubtOf(claim: Figure, { from, to }: Pair, judge: Judge): ClaimDoubt | null {
  const real = judge.growsReal(claim.of) || AT_CONSTANT_PRICES.some((words) => claim.sentence.includes(words))
  if (real && to.nature === 'amount') return 'constant_prices'
  if (from.subject !== to.subject) return 'subject_differs'
  const sure =
    claim.topic === '' &&
    !isUnnamed(claim) &&
    [from, to].every((figure) => figure.report_year === figure.year && judge.isAlone(figure))
  return sure ? null : 'unsure_figures'
}

/** What is known beyond a claim and a pair of figures. */
interface Judge {
  /** Whether growth of an indicator is told at constant prices by convention. */
  growsReal(indicator: string | null): boolean
  /** Whether its document states no second, other figure of the same thing and year: two are of two things. */
  isAlone(figure: Figure): boolean
}

function judgePair(claim: Figure, pair: Pair, judge: Judge): ClaimCheck {
  const { from, to } = pair
  const found = computedFor(claim, pair)
  if (found === null) return doubtful(claim, 'unit_differs', from, to)
  const { computed, factor } = found
  const claimed = {
    low: claim.low === null ? null : claim.low * factor,
    high: claim.high === null ? null : claim.high * factor,
  }
  const judged = verdictOf(claimed, computed)
  const doubt = judged === 'disagree' ? doubtOf(claim, pair, judge) : null
  const verdict = doubt === null ? judged : 'cannot_tell'
  return {
    claim,
    from,
    to,
    claimed_low: claimed.low,
    claimed_high: claimed.high,
    computed_low: computed.low,
    computed_high: computed.high,
    verdict,
    doubt: doubt ?? (verdict === 'cannot_tell' ? 'unbounded' : null),
  }
}

function doubtful(claim: Figure, doubt: ClaimDoubt, from: Figure | null, to: Figure | null): ClaimCheck {
  const { low, high } = claim
  return {
    claim,
    from,
    to,
    claimed_low: low,
    claimed_high: high,
    computed_low: null,
    computed_high: null,
    verdict: 'cannot_tell',
    doubt,
  }
}

function checkClaim(claim: Figure, figuresOf: (year: number) => readonly Figure[], judge: Judge): ClaimCheck {
  if (claim.basis !== 'total' || !isAgainstLastYear(claim)) return doubtful(claim, 'base_unknown', null, null)
  const checks = figuresOf(claim.year)
    .flatMap((to) => figuresOf(claim.year - 1).map((from) => ({ from, to })))
    .filter((pair) => isPairFor(claim, pair))
    .sort((a, b) => comparePairs(claim, a, b))
    .map((pair) => judgePair(claim, pair, judge))
  return checks.find(({ verdict }) => verdict === 'agree') ?? checks[0] ?? doubtful(claim, 'no_figures', null, null)
}

/**
 * Every stated growth (`rate.growth`, `change.amount` with `of`) of what was done, checked with the figures of its place
 * for that year and the year before, within the rounding of both; ordered by document and start. It agrees when any
 * figures of the two years bear it out. It disagrees when none do, the best of them contradict it, and nothing makes
 * those doubtful (`CLAIM_DOUBTS`).
 */
export function checkClaims(
  facts: Iterable<ReportedFact>,
  rows: Rows = NO_ROWS,
  options: FigureOptions = {},
): readonly ClaimCheck[] {
  const read = createFigureReader(rows, options)
  const claims: Figure[] = []
  const figures = new Map<string, Figure[]>()
  const key = (figure: Figure, indicator: string, year: number) =>
    JSON.stringify([figure.place, figure.scope, indicator, figure.topic, year])
  for (const fact of facts) {
    const figure = fact.status === 'actual' ? read(fact) : null
    if (figure === null) continue
    if (figure.indicator === GROWTH || figure.indicator === AMOUNT) {
      if (figure.of !== null) claims.push(figure)
    } else if (figure.aspect !== 'change') {
      const at = key(figure, figure.indicator, figure.year)
      const group = figures.get(at)
      if (group === undefined) figures.set(at, [figure])
      else group.push(figure)
    }
  }
  const real = new Set(rows.indicators.filter((row) => row.growth === 'real').map(({ code }) => code))
  const judge: Judge = {
    growsReal: (indicator) => indicator !== null && real.has(indicator),
    isAlone: (figure) => {
      const same = figures.get(key(figure, figure.indicator, figure.year)) ?? []
      return same.every((other) => !isRival(figure, other))
    },
  }
  return claims
    .sort((a, b) => byText(a.document, b.document) || a.start - b.start)
    .map((claim) => checkClaim(claim, (year) => figures.get(key(claim, claim.of ?? '', year)) ?? [], judge))
}

/** Whether two figures of one document, of one thing by their words, cannot be the same figure. */
function isRival(figure: Figure, other: Figure): boolean {
  return (
    figure.document === other.document &&
    figure.subject === other.subject &&
    figure.basis === other.basis &&
    figure.aspect === other.aspect &&
    figure.measure === other.measure &&
    figure.part_of === null &&
    other.part_of === null &&
    !meet(figure, other)
  )
}
