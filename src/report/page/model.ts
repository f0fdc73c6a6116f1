import type { Status } from '../../model/fact.ts'
import {
  CHANGE_FIELDS,
  CLAIM_FIELDS,
  DOCUMENT_FIELDS,
  FIGURE_FIELDS,
  OUTCOME_FIELDS,
  type PageChange,
  type PageClaim,
  type PageData,
  type PageDocument,
  type PageFigure,
  type PageLanguage,
  type PageOutcome,
  type PageSeries,
  SERIES_FIELDS,
} from '../data.ts'
import { unpackRow } from '../rows.ts'
import { type PageWords, wordsIn } from '../words/words.ts'

/** A figure by its number, as points of series name it. */
export interface Figure extends PageFigure {
  readonly number: number
}

/** The data of the page, unpacked. */
export interface Archive {
  readonly language: PageLanguage
  readonly words: PageWords
  readonly years: PageData['years']
  readonly documents: readonly PageDocument[]
  readonly sentences: readonly string[]
  readonly series: readonly PageSeries[]
  readonly entries: readonly Entry[]
  /** What became of a planned figure; none while it waits for a report. */
  readonly outcomes: ReadonlyMap<number, PageOutcome>
  /** Checks of stated growth, by the figure of the later year. */
  readonly claims: ReadonlyMap<number, readonly PageClaim[]>
  figure(number: number): Figure
  /** The changes of a series by the year that they lead to. */
  changes(series: PageSeries): ReadonlyMap<number, PageChange>
  nameOf(code: string): string
}

/** Series of one indicator at one place that are measured alike: done, planned and demanded. */
export interface Variant {
  readonly key: string
  readonly scope: string
  readonly basis: PageSeries['basis']
  readonly aspect: PageSeries['aspect']
  readonly measure: string
  readonly series: Readonly<Partial<Record<Status, PageSeries>>>
  /** Years that it has a figure for, in order. */
  readonly years: readonly number[]
}

/** One indicator at one place, with all the ways in which it is measured, the main one first. */
export interface Entry {
  readonly key: string
  /** What it shares with the same indicator at other places. */
  readonly across: string
  readonly place: string
  readonly indicator: string
  readonly of: string | null
  readonly topic: string
  readonly variants: readonly Variant[]
  readonly years: readonly number[]
}

export function readArchive(data: PageData): Archive {
  const figures = data.figures.map((row, number) => ({
    number,
    ...unpackRow<PageFigure>(row, FIGURE_FIELDS, data.texts),
  }))
  const series = data.series.map((row) => {
    const one = unpackRow<PageSeries>(row, SERIES_FIELDS, data.texts)
    return { ...one, others: one.others ?? [], changes: one.changes ?? [] }
  })
  const yearOf = (number: number) => figures[number]?.year ?? 0
  const names = new Map(data.indicators)
  const claims = new Map<number, PageClaim[]>()
  for (const row of data.claims) {
    const claim = unpackRow<PageClaim>(row, CLAIM_FIELDS, data.texts)
    claims.set(claim.to, [...(claims.get(claim.to) ?? []), claim])
  }
  return {
    language: data.language,
    words: wordsIn(data.language),
    years: data.years,
    documents: data.documents.map((row) => unpackRow<PageDocument>(row, DOCUMENT_FIELDS, data.texts)),
    sentences: data.sentences,
    series,
    entries: entriesOf(series, yearOf, new Map(data.indicators.map(([code], index) => [code, index]))),
    outcomes: new Map(
      data.outcomes.map((row) => {
        const outcome = unpackRow<PageOutcome>(row, OUTCOME_FIELDS, data.texts)
        return [outcome.plan, outcome]
      }),
    ),
    claims,
    figure: (number) => {
      const figure = figures[number]
      if (figure === undefined) throw new Error(`there is no figure ${number}`)
      return figure
    },
    changes: (one) =>
      new Map(
        one.changes.map((row, index) => [
          yearOf(one.points[index + 1] ?? 0),
          unpackRow<PageChange>(row, CHANGE_FIELDS, data.texts),
        ]),
      ),
    nameOf: (code) => names.get(code) ?? code,
  }
}

/** The figure that a series has for a year, with those that were not chosen. */
export interface PointOfYear {
  readonly figure: Figure
  readonly others: readonly Figure[]
}

/** The figures of a series by year, in the order of years. */
export function pointsByYear(series: PageSeries | undefined, archive: Pick<Archive, 'figure'>) {
  const points = new Map<number, PointOfYear>()
  for (const [index, number] of (series?.points ?? []).entries()) {
    const figure = archive.figure(number)
    const others = (series?.others[index] ?? []).map((other) => archive.figure(other))
    points.set(figure.year, { figure, others })
  }
  return points as ReadonlyMap<number, PointOfYear>
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

const distinct = (years: readonly number[]) => [...new Set(years)].sort((a, b) => a - b)

function entriesOf(
  all: readonly PageSeries[],
  yearOf: (figure: number) => number,
  order: ReadonlyMap<string, number>,
): readonly Entry[] {
  const rank = (code: string) => (code === 'other' ? order.size + 1 : (order.get(code) ?? order.size))
  const groups = groupBy(all, ({ place, indicator, of, topic }) => JSON.stringify([place, indicator, of, topic]))
  const entries = [...groups].flatMap(([key, group]) => {
    const [first] = group
    if (first === undefined) return []
    const { place, indicator, of, topic } = first
    const across = JSON.stringify([indicator, of, topic])
    const variants = variantsOf(group, yearOf)
    return [
      { key, across, place, indicator, of, topic, variants, years: distinct(variants.flatMap(({ years }) => years)) },
    ]
  })
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return entries.sort(
    (a, b) =>
      rank(a.of ?? a.indicator) - rank(b.of ?? b.indicator) ||
      Number(a.of !== null) - Number(b.of !== null) ||
      b.years.length - a.years.length ||
      compareText(a.key, b.key),
  )
}

/** The reporting body before narrower scopes, totals before averages, then what has most years. */
function variantsOf(group: readonly PageSeries[], yearOf: (figure: number) => number): readonly Variant[] {
  const variants = groupBy(group, ({ scope, basis, aspect, measure }) =>
    JSON.stringify([scope, basis, aspect, measure]),
  )
  return [...variants]
    .flatMap(([key, alike]): readonly Variant[] => {
      const [first] = alike
      if (first === undefined) return []
      const { scope, basis, aspect, measure } = first
      const series = Object.fromEntries(alike.map((one) => [one.status, one]))
      const years = distinct(alike.flatMap(({ points }) => points.map(yearOf)))
      return [{ key, scope, basis, aspect, measure, series, years }]
    })
    .sort(
      (a, b) =>
        Number(a.scope !== '') - Number(b.scope !== '') ||
        Number(a.basis !== 'total') - Number(b.basis !== 'total') ||
        b.years.length - a.years.length ||
        (a.key < b.key ? -1 : 1),
    )
}

/** A variant from a year on; the change into its first year is left out with the year before it. */
export function variantSince(variant: Variant, since: number | null, archive: Pick<Archive, 'figure'>): Variant {
  if (since === null) return variant
  const series = Object.entries(variant.series).flatMap(([status, one]) => {
    const first = one.points.findIndex((point) => archive.figure(point).year >= since)
    if (first < 0) return []
    const [points, others, changes] = [one.points.slice(first), one.others.slice(first), one.changes.slice(first)]
    return [[status, { ...one, points, others, changes }]]
  })
  return { ...variant, series: Object.fromEntries(series), years: variant.years.filter((year) => year >= since) }
}
