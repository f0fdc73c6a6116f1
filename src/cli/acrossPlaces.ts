import { type AcrossPlaces, acrossPlaces, type PlaceFigures } from '../compare/across.ts'
import type { Figure } from '../compare/figure.ts'
import type { SeriesPoint } from '../compare/series.ts'
import {
  type ComparedSeries,
  changeColumns,
  column,
  numbersIn,
  seriesLabel,
  shownPlace,
  shownPoint,
  type Trends,
  trendColumns,
  unitsOf,
} from './comparison.ts'
import type { Language } from './language.ts'
import type { Messages } from './messages/messages.ts'
import type { Column } from './records.ts'

/** One row of a comparison across places: what one place states of one subject, done and planned side by side. */
export interface PlaceRow {
  readonly place: string
  readonly subject: AcrossPlaces
  readonly byStatus: ReadonlyMap<Figure['status'], ComparedSeries>
}

/** A year of what was done, or of what is planned: a column of the comparison. */
export interface YearCell {
  readonly year: number
  readonly status: Figure['status']
}

const STATUSES: readonly Figure['status'][] = ['actual', 'plan', 'rule']

/** Rows of the subjects that most places state first, the places of each in the given order. */
export function placeRows(
  compared: readonly ComparedSeries[],
  comparePlaces: (a: string, b: string) => number,
): readonly PlaceRow[] {
  const byName = new Map(compared.map((one) => [one.series.series, one]))
  const rowOf = (subject: AcrossPlaces, { place, byStatus }: PlaceFigures): PlaceRow => ({
    place,
    subject,
    byStatus: new Map(
      [...byStatus].flatMap(([status, { series }]) => {
        const one = byName.get(series)
        return one === undefined ? [] : [[status, one] as const]
      }),
    ),
  })
  const series = compared.map((one) => one.series)
  return acrossPlaces(series, comparePlaces).flatMap((subject) => subject.places.map((one) => rowOf(subject, one)))
}

/** The series of the rows, in their order. */
export const seriesOfRows = (rows: readonly PlaceRow[]): readonly ComparedSeries[] =>
  rows.flatMap(({ byStatus }) => STATUSES.flatMap((status) => byStatus.get(status) ?? []))

function pointIn({ byStatus }: PlaceRow, { year, status }: YearCell): SeriesPoint | undefined {
  return byStatus.get(status)?.series.points.find((point) => point.year === year)
}

/** How many rows have a figure for a column. */
const filled = (rows: readonly PlaceRow[], cell: YearCell) => rows.filter((row) => pointIn(row, cell)).length

/** The years of what was done, planned and demanded that any row has, year by year. */
export function yearCells(rows: readonly PlaceRow[]): readonly YearCell[] {
  const years = new Set(seriesOfRows(rows).flatMap(({ series }) => series.points.map(({ year }) => year)))
  return [...years]
    .sort((a, b) => a - b)
    .flatMap((year) => STATUSES.map((status) => ({ year, status })).filter((cell) => filled(rows, cell) > 0))
}

/** The columns without the one that fewest rows fill, the earliest of those. */
export function withoutSparsest(rows: readonly PlaceRow[], cells: readonly YearCell[]): readonly YearCell[] {
  const fewest = Math.min(...cells.map((cell) => filled(rows, cell)))
  const sparsest = cells.find((cell) => filled(rows, cell) === fewest)
  return cells.filter((cell) => cell !== sparsest)
}

/** The columns of a comparison across places: the place, then each year with its change where any place has one. */
export function placeColumns(
  rows: readonly PlaceRow[],
  cells: readonly YearCell[],
  trends: Trends | null,
  language: Language,
  words: Messages,
): readonly Column<PlaceRow>[] {
  const shown = numbersIn(language)
  const labelOf = (row: PlaceRow) => {
    const one = row.byStatus.values().next().value
    return one === undefined ? '' : seriesLabel(one, row.subject, words)
  }
  const changeInto = (cell: YearCell) => (row: PlaceRow) => {
    const change = row.byStatus.get(cell.status)?.changes.get(cell.year)
    return cells.some(({ year, status }) => status === cell.status && year === change?.from.year) ? change : undefined
  }
  const several = new Set(rows.map(({ subject }) => subject)).size > 1
  return [
    column('place', '地区', 'left', true, ({ place }) => shownPlace(place, words)),
    ...(several ? [column('indicator', '指标', 'left', true, labelOf)] : []),
    ...(rows.some(({ subject }) => subject.scope !== '')
      ? [column<PlaceRow>('scope', '范围', 'left', true, ({ subject }) => subject.scope)]
      : []),
    column('unit', '单位', 'left', false, ({ byStatus }) =>
      unitsOf([...byStatus.values()].map(({ series }) => series)),
    ),
    ...cells.flatMap((cell) => [
      column<PlaceRow>(...titleOf(cell), 'right', false, (row) => shownPoint(pointIn(row, cell), shown)),
      ...(rows.some((row) => changeInto(cell)(row) !== undefined) ? changeColumns(changeInto(cell), shown) : []),
    ]),
    ...trendColumns<PlaceRow>(trends, ({ byStatus }) => byStatus.get('actual')?.series.series ?? ''),
  ]
}

const PLANNED = { actual: ['', ''], plan: [' planned', ' 计划'], rule: [' rule', ' 规定'] } as const

const titleOf = ({ year, status }: YearCell): readonly [en: string, zh: string] => [
  `${year}${PLANNED[status][0]}`,
  `${year}${PLANNED[status][1]}`,
]
