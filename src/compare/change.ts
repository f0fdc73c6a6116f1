import type { Figure } from './figure.ts'
import { differenceOf, type Interval, percent, percentOf } from './interval.ts'
import type { Series, SeriesPoint } from './series.ts'

/** Why two figures cannot be compared, in the order in which it is looked for. */
export const NOT_COMPARABLE = {
  place_differs: { en: 'figures of two places', zh: '不是同一地方的数字' },
  scope_differs: { en: "the reporting body's own figure against one of another body", zh: '口径范围不同' },
  indicator_differs: { en: 'figures of two indicators', zh: '不是同一指标' },
  subject_differs: { en: 'figures of two different things', zh: '所指事物不同' },
  status_differs: { en: 'a plan against what was done', zh: '一为计划，一为实绩' },
  basis_differs: { en: 'a total against a figure for each or an average', zh: '一为总数，一为每个或平均' },
  aspect_differs: { en: 'what happened in a period against what stands at a moment', zh: '一为当期发生，一为期末存量' },
  unit_differs: { en: 'units that do not measure the same', zh: '单位不同，不可比' },
  part_against_whole: { en: 'a part against a whole', zh: '一为合计，一为其中部分' },
  unnamed: {
    en: 'no indicator names it: the reports may speak of two things',
    zh: '目录中没有这一指标，两份报告所指未必是一事',
  },
  unbounded: { en: 'the words set no bound to the change', zh: '文字未给出可比的界限' },
} as const
export type NotComparable = keyof typeof NOT_COMPARABLE

/** What makes a computed change less sure than its numbers look. */
export const CAUTIONS = ['gap', 'issuer', 'subject', 'unit', 'unnamed'] as const
export type Caution = (typeof CAUTIONS)[number]

/** How sharp a change is known; `none` where the figures cannot be compared. */
export type Comparison = 'exact' | 'interval' | 'at_least' | 'at_most' | 'approximate' | 'none'

/** What became of a figure from one year to another. */
export interface Change {
  readonly comparison: Comparison
  readonly reason: NotComparable | null
  /** Of the printed numbers, where both are given exactly or with 约; in base units. */
  readonly difference: number | null
  /** Where the true difference lies; null where the words set no bound. */
  readonly difference_low: number | null
  readonly difference_high: number | null
  /** The same in percent of the first figure; null for ratios (their difference is in points) and for no positive base. */
  readonly percent: number | null
  readonly percent_low: number | null
  readonly percent_high: number | null
  /**
   * `gap`: years between were skipped; `issuer`, `subject`, `unit`: the two reports use other words;
   * `unnamed`: no indicator names it, so that words alone make the two figures one series.
   */
  readonly caution: readonly Caution[]
}

/** A change between neighbouring years of a series: a row of the SQL view `change`. */
export interface SeriesChange extends Change {
  readonly series: string
  readonly from: SeriesPoint
  readonly to: SeriesPoint
}

function reasonAgainst(from: Figure, to: Figure): NotComparable | null {
  if (from.place !== to.place) return 'place_differs'
  if (from.scope !== to.scope) return 'scope_differs'
  if (from.indicator !== to.indicator || from.of !== to.of) return 'indicator_differs'
  if (from.topic !== to.topic) return 'subject_differs'
  if (from.status !== to.status) return 'status_differs'
  if (from.basis !== to.basis) return 'basis_differs'
  if (from.aspect !== to.aspect) return 'aspect_differs'
  if (from.measure !== to.measure) return 'unit_differs'
  if ((from.part_of === null) !== (to.part_of === null)) return 'part_against_whole'
  return null
}

/** Codes that say nothing of what a figure is of: 资金 of two reports are hardly ever the same money. */
const UNNAMED: ReadonlySet<string> = new Set(['other', 'rate.share'])

/** Whether only its words say what a figure is of. */
export const isUnnamed = ({ indicator, of }: Pick<Figure, 'indicator' | 'of'>): boolean => UNNAMED.has(of ?? indicator)

const isPrinted = (figure: Figure) =>
  figure.value !== null && (figure.modifier === 'exact' || figure.modifier === 'about')

/** Whether two wordings may be of one thing: the same, or one with more words around it (电影, 公益电影). */
export function wordsFit(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a)
}

function cautionsOf(from: Figure, to: Figure): readonly Caution[] {
  const told: readonly (readonly [Caution, boolean])[] = [
    ['gap', to.year - from.year > 1],
    ['issuer', from.issuer !== to.issuer],
    ['subject', !wordsFit(from.subject, to.subject)],
    ['unit', !wordsFit(from.unit, to.unit)],
    ['unnamed', isUnnamed(to)],
  ]
  return told.filter(([, holds]) => holds).map(([caution]) => caution)
}

function sharpness(difference: Interval, printed: boolean): Comparison {
  if (difference.low !== null && difference.high !== null) {
    return difference.low === difference.high ? 'exact' : 'interval'
  }
  if (difference.low !== null) return 'at_least'
  if (difference.high !== null) return 'at_most'
  return printed ? 'approximate' : 'none'
}

const NOTHING = {
  difference: null,
  difference_low: null,
  difference_high: null,
  percent: null,
  percent_low: null,
  percent_high: null,
} as const

/**
 * The change from one figure to another as intervals over their words and printed digits (1050场 → 1000余场: at least
 * −4.8 %), or the reason why there is none.
 */
export function changeBetween(from: Figure, to: Figure): Change {
  const reason = reasonAgainst(from, to)
  return reason === null ? measureChange(from, to) : notComparable(reason, cautionsOf(from, to))
}

function notComparable(reason: NotComparable, caution: readonly Caution[]): Change {
  return { comparison: 'none', reason, ...NOTHING, caution }
}

/** The change between two figures that were found comparable, in intervals. */
export function measureChange(from: Figure, to: Figure): Change {
  const caution = cautionsOf(from, to)
  const printed = isPrinted(from) && isPrinted(to)
  const difference = differenceOf(from, to)
  const comparison = sharpness(difference, printed)
  if (comparison === 'none') return notComparable('unbounded', caution)
  const inPercent = from.nature !== 'ratio' && from.aspect !== 'change'
  const bounds = inPercent ? percentOf(from, to) : { low: null, high: null }
  const values = printed && from.value !== null && to.value !== null ? { from: from.value, to: to.value } : null
  return {
    comparison,
    reason: null,
    difference: values === null ? null : values.to - values.from,
    difference_low: difference.low,
    difference_high: difference.high,
    percent: values !== null && inPercent && values.from > 0 ? percent(values.from, values.to) : null,
    percent_low: bounds.low,
    percent_high: bounds.high,
    caution,
  }
}

/** The changes between each year of the series and the next that it has. */
export function changesOf(series: Series): readonly SeriesChange[] {
  return series.points.slice(1).map((to, index) => {
    const from = series.points[index]
    if (from === undefined) throw new Error('a point without the one before it')
    return { series: series.series, from, to, ...changeBetween(from, to) }
  })
}
