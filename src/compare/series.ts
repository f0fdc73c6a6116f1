import type { ReportedFact } from '../model/reported-fact.ts'
import {
  createFigureReader,
  type Figure,
  type FigureOptions,
  type Identity,
  NO_ROWS,
  type Rows,
  seriesName,
} from './figure.ts'

/** The figure that a series has for one year, chosen from its candidates: a row of the SQL view `series`. */
export interface SeriesPoint extends Figure {
  readonly series: string
  /** How many facts stood for the year, this one included. */
  readonly candidates: number
}

export interface Series extends Identity {
  readonly series: string
  /** One a year, in the order of years. */
  readonly points: readonly SeriesPoint[]
  /** Facts that stood for a year and were not chosen, best first, by year. */
  readonly others: ReadonlyMap<number, readonly Figure[]>
}

/** An order of candidates, best first; 0 where the rule does not tell. */
interface ChoiceRule {
  readonly id: string
  readonly because: string
  compare(a: Candidate, b: Candidate): number
}

interface Candidate {
  readonly figure: Figure
  /** In how many years of the series this subject has a figure. */
  readonly subjectYears: number
}

const prefer = (test: (figure: Figure) => boolean) => (a: Candidate, b: Candidate) =>
  Number(test(b.figure)) - Number(test(a.figure))

/** Binary order of two ids, as SQLite has it. */
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Which of several figures of one year stands for it: the first rule that tells decides. The view has the same order. */
export const CHOICE_RULES: readonly ChoiceRule[] = [
  { id: 'choice.whole', because: 'a whole before a part of one', compare: prefer((figure) => figure.part_of === null) },
  {
    id: 'choice.ownYear',
    because: 'the report that is of that year before one that looks back or ahead',
    compare: prefer((figure) => figure.report_year === figure.year),
  },
  {
    id: 'choice.usualUnit',
    because: 'the unit that the catalogue gives the indicator before others that measure the same',
    compare: prefer((figure) => figure.usual_unit),
  },
  {
    id: 'choice.lastingSubject',
    because: 'the subject that has figures in most years of the series, so that like is compared with like',
    compare: (a, b) => b.subjectYears - a.subjectYears,
  },
  {
    id: 'choice.reached',
    because: 'a number that was reached before one that was only passed (突破4000亿元、达到4211亿元)',
    compare: prefer((figure) => figure.modifier !== 'over'),
  },
  { id: 'choice.confidence', because: 'the surest', compare: (a, b) => b.figure.confidence - a.figure.confidence },
  {
    id: 'choice.first',
    because: 'the first in the text',
    compare: (a, b) => byText(a.figure.document, b.figure.document) || a.figure.start - b.figure.start,
  },
]

function compareCandidates(a: Candidate, b: Candidate): number {
  for (const rule of CHOICE_RULES) {
    const order = rule.compare(a, b)
    if (order !== 0) return order
  }
  return 0
}

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

function seriesOf(name: string, figures: readonly Figure[]): Series {
  const yearsOf = new Map(
    [...groupBy(figures, (figure) => figure.subject)].map(([subject, of]) => [
      subject,
      new Set(of.map((figure) => figure.year)).size,
    ]),
  )
  const others = new Map<number, readonly Figure[]>()
  const points: SeriesPoint[] = []
  for (const [year, of] of [...groupBy(figures, (figure) => figure.year)].sort(([a], [b]) => a - b)) {
    const [best, ...rest] = of
      .map((figure) => ({ figure, subjectYears: yearsOf.get(figure.subject) ?? 0 }))
      .sort(compareCandidates)
    if (best === undefined) continue
    points.push({ ...best.figure, series: name, candidates: of.length })
    if (rest.length > 0)
      others.set(
        year,
        rest.map(({ figure }) => figure),
      )
  }
  const [first] = points
  if (first === undefined) throw new Error(`a series without a figure: ${name}`)
  const { place, scope, indicator, of, topic, status, basis, aspect, measure } = first
  return { series: name, place, scope, indicator, of, topic, status, basis, aspect, measure, points, others }
}

/**
 * Series of the facts that have a year, ordered by name. Plan and actual, total and average, the reporting body and a
 * narrower scope are series of their own; within one, `CHOICE_RULES` choose one figure a year.
 */
export function buildSeries(
  facts: Iterable<ReportedFact>,
  rows: Rows = NO_ROWS,
  options: FigureOptions = {},
): readonly Series[] {
  const read = createFigureReader(rows, options)
  const figures: Figure[] = []
  for (const fact of facts) {
    const figure = read(fact)
    if (figure !== null) figures.push(figure)
  }
  return [...groupBy(figures, seriesName)].sort(([a], [b]) => byText(a, b)).map(([name, of]) => seriesOf(name, of))
}
