import { shownDifference, shownPercent } from '../../compare/shown.ts'
import { STATUSES, type Status } from '../../model/fact.ts'
import type { PageChange } from '../data.ts'
import type { AcrossRow } from './across.ts'
import { button, type Child, element } from './dom.ts'
import { UNSURE } from './lineChart.ts'
import { type Archive, type PointOfYear, pointsByYear, type Variant } from './model.ts'
import { figureText, numberIn, placeName, valueWithUnit } from './shown.ts'

/** What a table does when a number of it is chosen. */
export type OpenPoint = (point: PointOfYear, change: PageChange | undefined) => void

interface Column<Row> {
  readonly title: string
  readonly number: boolean
  readonly cell: (row: Row) => Child
}

/** A table, of which the first cell of each row names the row. */
export function tableOf<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLTableElement {
  const kind = ({ number }: Column<Row>) => (number ? 'number' : null)
  return element(
    'table',
    {},
    element('caption', { class: 'hidden' }, label),
    element(
      'thead',
      {},
      element('tr', {}, ...columns.map((column) => element('th', { scope: 'col', class: kind(column) }, column.title))),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element(
          'tr',
          {},
          ...columns.map((column, index) =>
            index === 0
              ? element('th', { scope: 'row' }, column.cell(row))
              : element('td', { class: kind(column) }, column.cell(row)),
          ),
        ),
      ),
    ),
  )
}

/** A number of a table, which opens its sentence; with its unit where the table has figures of several. */
export function figureButton(
  { figure, others }: PointOfYear,
  archive: Archive,
  label: string,
  open: () => void,
  withUnit = false,
): HTMLElement {
  const { language } = archive
  const value = withUnit ? valueWithUnit(figure, language) : figureText(figure, language)
  const attributes = { class: `value ${figure.modifier}`, 'data-figure': figure.number }
  const mark = `${others.length > 0 ? '*' : ''}${figure.confidence < UNSURE ? '?' : ''}`
  return button(value + mark, { ...attributes, 'aria-label': `${label} ${value}` }, open)
}

/** The years of a variant: what was done with its change, what was planned and what became of it. */
export function yearTable(label: string, variant: Variant, archive: Archive, open: OpenPoint): HTMLTableElement {
  const { words } = archive
  const points = new Map(STATUSES.map((status) => [status, pointsByYear(variant.series[status], archive)]))
  const used = STATUSES.filter((status) => variant.series[status] !== undefined)
  const leading = used[0]
  const changes = leading === undefined ? new Map<number, PageChange>() : changesOf(variant, leading, archive)
  const value = (status: Status): Column<number> => ({
    title: words.table[status],
    number: true,
    cell: (year) => {
      const point = points.get(status)?.get(year)
      if (point === undefined) return null
      const change = status === leading ? changes.get(year) : undefined
      const named = `${year} ${words.status[status]}`
      return figureButton(point, archive, named, () => open(point, change))
    },
  })
  const changed = (title: string, cell: (change: PageChange) => Child): Column<number> => ({
    title,
    number: true,
    cell: (year) => {
      const change = changes.get(year)
      return change === undefined ? null : cell(change)
    },
  })
  const withChanges = changes.size > 0
  const judged = [...(points.get('plan')?.values() ?? [])].length > 0
  const claimed = variant.years.some((year) => claimsOf(points.get('actual')?.get(year), archive).length > 0)
  const columns: readonly Column<number>[] = [
    { title: words.table.year, number: false, cell: (year) => String(year) },
    ...(leading === undefined ? [] : [value(leading)]),
    ...(withChanges
      ? [
          changed(words.table.change, (change) => differenceCell(change, archive)),
          changed(words.table.percent, (change) => shownPercent({ ...change, caution: [] })),
        ]
      : []),
    ...used.slice(1).map(value),
    ...(judged
      ? [
          {
            title: words.table.outcome,
            number: false,
            cell: (year: number) => outcomeCell(points.get('plan')?.get(year), archive),
          },
        ]
      : []),
    ...(claimed
      ? [
          {
            title: words.table.claim,
            number: false,
            cell: (year: number) =>
              claimsOf(points.get('actual')?.get(year), archive)
                .map(
                  ({ claim, verdict }) =>
                    `${figureText(archive.figure(claim), archive.language)}${archive.figure(claim).unit} ${words.verdict[verdict]}`,
                )
                .join('；'),
          },
        ]
      : []),
  ]
  return tableOf(label, columns, [...variant.years].reverse())
}

function changesOf(variant: Variant, status: Status, archive: Archive): ReadonlyMap<number, PageChange> {
  const series = variant.series[status]
  return series === undefined ? new Map() : archive.changes(series)
}

function claimsOf(point: PointOfYear | undefined, archive: Archive) {
  return point === undefined ? [] : (archive.claims.get(point.figure.number) ?? [])
}

function differenceCell(change: PageChange, archive: Archive): Child {
  const { caution: cautions, table } = archive.words
  const shown = shownDifference({ ...change, caution: [] }, numberIn(archive.language))
  if (change.caution === '') return shown
  const told = change.caution.split(' ').map((one) => cautions[one as keyof typeof cautions] ?? one)
  return element(
    'abbr',
    { title: told.join(' · '), 'aria-label': `${shown} ${table.change} ${told.join(' ')}` },
    `${shown}†`,
  )
}

/** What became of a plan, in a word and a colour. */
export function outcomeCell(plan: PointOfYear | undefined, archive: Archive): Child {
  if (plan === undefined) return null
  const outcome = archive.outcomes.get(plan.figure.number)?.outcome ?? 'waiting'
  return element('span', { class: `outcome ${outcome}` }, archive.words.outcome[outcome])
}

/** What places report for one year, a row a place. */
export function acrossTable(
  label: string,
  rows: readonly AcrossRow[],
  archive: Archive,
  open: (point: PointOfYear, place: string) => void,
): HTMLTableElement {
  const { words } = archive
  const used = STATUSES.filter((status) => rows.some(({ points }) => points[status] !== undefined))
  return tableOf<AcrossRow>(
    label,
    [
      { title: words.table.place, number: false, cell: ({ place }) => placeName(place, archive) },
      ...used.map((status) => ({
        title: words.table[status],
        number: true,
        cell: ({ place, points }: AcrossRow) => {
          const point = points[status]
          if (point === undefined) return null
          const named = `${placeName(place, archive)} ${words.status[status]}`
          return figureButton(point, archive, named, () => open(point, place))
        },
      })),
      ...(used.includes('plan')
        ? [
            {
              title: words.table.outcome,
              number: false,
              cell: ({ points }: AcrossRow) => outcomeCell(points.plan, archive),
            },
          ]
        : []),
    ],
    rows,
  )
}
