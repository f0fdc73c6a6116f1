import { topicWords } from '../compare/base.ts'
import { changesOf, type SeriesChange } from '../compare/change.ts'
import type { Series, SeriesPoint } from '../compare/series.ts'
import {
  chineseNumber,
  englishNumber,
  type ShowNumber,
  shownDifference,
  shownPercent,
  shownValue,
} from '../compare/shown.ts'
import { trendLine } from '../compare/trend.ts'
import { type CatalogueRow, indicatorNames } from '../model/reference.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages/messages.ts'
import type { Column, Sheet } from './records.ts'

/** One row of a comparison: a series with its changes, by year. */
export interface ComparedSeries {
  readonly series: Series
  /** Change into a year from the year before that the series has. */
  readonly changes: ReadonlyMap<number, SeriesChange>
  /** Chinese name of the indicator. */
  readonly name: string
  /** What the indicator is called in the language of the table, and the one that it is the growth of. */
  readonly shown: { readonly name: string; readonly of: string | null }
  /** Whether another row would read the same but for its aspect. */
  readonly needsAspect: boolean
}

/** One record of a comparison for programs: the figure of one year and how it came from the one before. */
export interface ComparedPoint {
  readonly name: string
  readonly point: SeriesPoint
  readonly change: SeriesChange | null
}

const STATUS_ORDER = ['actual', 'plan', 'rule'] as const

/**
 * Series that have figures of at least `minYears` years within the bounds, in the order that people read: by place, by
 * indicator as the catalogue has them, the body's own figures before those of parts, what was done before what was planned.
 */
export function chooseSeries(
  all: readonly Series[],
  catalogue: readonly CatalogueRow[],
  bounds: { readonly from: number | null; readonly to: number | null; readonly minYears: number },
  language: Language,
): readonly ComparedSeries[] {
  const within = (year: number) =>
    (bounds.from === null || year >= bounds.from) && (bounds.to === null || year <= bounds.to)
  const names = indicatorNames(catalogue, 'zh')
  const shown = indicatorNames(catalogue, language)
  const order = new Map(catalogue.map(({ code }, index) => [code, index]))
  const rank = ({ indicator }: Series) => order.get(indicator) ?? catalogue.length
  const chosen = all
    .map((series) => ({ ...series, points: series.points.filter(({ year }) => within(year)) }))
    .filter(({ points }) => points.length >= bounds.minYears)
    .sort(
      (a, b) =>
        byText(a.place, b.place) ||
        rank(a) - rank(b) ||
        byText(a.of ?? '', b.of ?? '') ||
        byText(a.topic, b.topic) ||
        byText(a.scope, b.scope) ||
        STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
        byText(a.series, b.series),
    )
  const alike = new Map<string, Set<string>>()
  for (const series of chosen) {
    const label = labelKey(series)
    alike.set(label, (alike.get(label) ?? new Set()).add(series.aspect))
  }
  return chosen.map((series) => ({
    series,
    changes: new Map(changesOf(series).map((change) => [change.to.year, change])),
    name: names.get(series.indicator) ?? series.indicator,
    shown: {
      name: shown.get(series.indicator) ?? series.indicator,
      of: series.of === null ? null : (shown.get(series.of) ?? series.of),
    },
    needsAspect: (alike.get(labelKey(series))?.size ?? 0) > 1,
  }))
}

/** What the columns before the years say of a series, all but its aspect. */
function labelKey({ place, scope, indicator, of, topic, basis, status }: Series): string {
  return JSON.stringify([place, scope, indicator, of, topic, basis, status])
}

/** The years that any of the series has, in order. */
export function yearsOf(compared: readonly ComparedSeries[]): readonly number[] {
  return [...new Set(compared.flatMap(({ series }) => series.points.map(({ year }) => year)))].sort((a, b) => a - b)
}

/** The way to write numbers in a table: as long as they are and no longer. */
export const numbersIn = (language: Language): ShowNumber => (language === 'zh' ? chineseNumber : englishNumber)

/** The years that trend lines are drawn over, and the series that they are drawn of. */
export interface Trends {
  readonly from: number
  readonly to: number
  readonly series: ReadonlyMap<string, Series>
}

/** A line of more years than these is no small one: the latest are drawn. */
const MOST_TREND_YEARS = 30
/** The change between two years tells more than a line of two blocks. */
const LEAST_TREND_YEARS = 3

/**
 * Trends of a comparison, to the year after the last one of which anything is told as done: plans for years far ahead
 * would stretch it. Null where no series has three years.
 */
export function trendsOf(compared: readonly ComparedSeries[]): Trends | null {
  if (!compared.some(({ series }) => series.points.length >= LEAST_TREND_YEARS)) return null
  const years = yearsOf(compared)
  const lastDone = yearsOf(compared.filter(({ series }) => series.status === 'actual')).at(-1)
  const last = years.at(-1) ?? 0
  const to = lastDone === undefined ? last : Math.min(last, lastDone + 1)
  return {
    from: Math.max(years[0] ?? 0, to - MOST_TREND_YEARS + 1),
    to,
    series: new Map(compared.map(({ series }) => [series.series, series])),
  }
}

/**
 * The columns of a comparison: what is compared, then each year with its change from the year before, then the trend. It
 * stands last, because terminals do not agree on how wide its blocks are.
 */
export function comparisonColumns(
  compared: readonly ComparedSeries[],
  trends: Trends | null,
  language: Language,
  words: Messages,
): readonly Column<ComparedSeries>[] {
  const shown = numbersIn(language)
  const places = new Set(compared.map(({ series }) => series.place))
  const scopes = compared.some(({ series }) => series.scope !== '')
  const label: Column<ComparedSeries>[] = [
    ...(places.size > 1
      ? [column<ComparedSeries>('place', '地区', 'left', true, ({ series }) => shownPlace(series.place, words))]
      : []),
    column('indicator', '指标', 'left', true, (row) => seriesLabel(row, row.series, words)),
    ...(scopes ? [column<ComparedSeries>('scope', '范围', 'left', true, ({ series }) => series.scope)] : []),
    column('status', '状态', 'left', false, ({ series }) => words.compare.status[series.status]),
    column('unit', '单位', 'left', false, ({ series }) => unitsOf([series])),
  ]
  return [
    ...label,
    ...yearsOf(compared).flatMap((year, index) => yearColumns(year, index > 0, shown)),
    ...trendColumns<ComparedSeries>(trends, ({ series }) => series.series),
  ]
}

/** The units that figures are told in, each once: 场/场次. */
export function unitsOf(all: readonly Series[]): string {
  return [...new Set(all.flatMap(({ points }) => points.map(({ unit }) => unit)))].join('/')
}

/** The column of trend lines, where there are any; `nameOf` a row is that of the series to draw. */
export function trendColumns<Row>(trends: Trends | null, nameOf: (row: Row) => string): readonly Column<Row>[] {
  if (trends === null) return []
  const { from, to, series } = trends
  return [
    column(`trend ${from}–${to}`, `走势 ${from}–${to}`, 'left', false, (row) =>
      trendLine(series.get(nameOf(row))?.points ?? [], { from, to }),
    ),
  ]
}

function yearColumns(year: number, withChange: boolean, shown: ShowNumber): readonly Column<ComparedSeries>[] {
  const value = column<ComparedSeries>(String(year), String(year), 'right', false, ({ series }) =>
    shownPoint(
      series.points.find((one) => one.year === year),
      shown,
    ),
  )
  return withChange ? [value, ...changeColumns<ComparedSeries>(({ changes }) => changes.get(year), shown)] : [value]
}

/** A figure as a cell shows it: its bounds, and a mark where it was chosen among several. */
export function shownPoint(point: SeriesPoint | undefined, shown: ShowNumber): string {
  return point === undefined ? '' : `${shownValue(point, shown)}${point.candidates > 1 ? '*' : ''}`
}

/** The two columns that tell a change: in base units, with a mark where it needs caution, and in percent. */
export function changeColumns<Row>(
  changeOf: (row: Row) => SeriesChange | undefined,
  shown: ShowNumber,
): readonly Column<Row>[] {
  return [
    column('change', '变动', 'right', false, (row) => {
      const change = changeOf(row)
      return change === undefined ? '' : `${shownDifference(change, shown)}${change.caution.length > 0 ? '†' : ''}`
    }),
    column('%', '%', 'right', false, (row) => {
      const change = changeOf(row)
      return change === undefined ? '' : shownPercent(change)
    }),
  ]
}

/** A column by its titles in English and Chinese. */
export function column<Row>(
  en: string,
  zh: string,
  align: 'left' | 'right',
  flexible: boolean,
  cell: (row: Row) => string,
): Column<Row> {
  return { title: { en, zh }, align, flexible, cell }
}

/** What a series is of, as its row is labelled: indicator, subject, and basis and aspect where they need telling. */
export function seriesLabel(
  { shown, needsAspect }: Pick<ComparedSeries, 'shown' | 'needsAspect'>,
  { topic, basis, aspect }: Pick<Series, 'topic' | 'basis' | 'aspect'>,
  words: Messages,
): string {
  const notes = [
    ...(basis === 'total' ? [] : [words.compare.basis[basis]]),
    ...(needsAspect ? [words.compare.aspect[aspect]] : []),
  ]
  return [
    shown.of === null ? shown.name : `${shown.of} ${shown.name}`,
    ...topicWords(topic, words.compare.otherPeriod),
    notes.length === 0 ? '' : `[${notes.join(', ')}]`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** A place by its name, or as one that no report names. */
export function shownPlace(place: string, words: Messages): string {
  return place.startsWith('document ') ? words.compare.unknownPlace(place.slice('document '.length)) : place
}

/** The records of a comparison, one for each year of each series. */
export function comparedPoints(compared: readonly ComparedSeries[]): readonly ComparedPoint[] {
  return compared.flatMap(({ series, changes, name }) =>
    series.points.map((point) => ({ name, point, change: changes.get(point.year) ?? null })),
  )
}

const POINT_FIELDS = [
  'series', 'place', 'scope', 'indicator', 'of', 'topic', 'status', 'basis', 'aspect', 'year', 'value', 'min', 'max',
  'low', 'high', 'modifier', 'unit', 'subject', 'candidates', 'confidence', 'fact', 'document', 'quote', 'sentence',
] as const // biome-ignore format: a list
const CHANGE_FIELDS = [
  'comparison', 'reason', 'difference', 'difference_low', 'difference_high', 'percent', 'percent_low', 'percent_high',
  'caution',
] as const // biome-ignore format: a list

/** How a comparison is handed to programs. */
export const pointSheet: Omit<Sheet<ComparedPoint>, 'columns'> = {
  fields: ['name', ...POINT_FIELDS, 'from_year', ...CHANGE_FIELDS],
  record: ({ name, point, change }) => ({
    name,
    ...Object.fromEntries(POINT_FIELDS.map((field) => [field, point[field]])),
    from_year: change?.from.year ?? null,
    ...Object.fromEntries(CHANGE_FIELDS.map((field) => [field, change?.[field] ?? null])),
  }),
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
