import { type AcrossEntry, type AcrossRow, acrossRows, acrossVariants } from './across.ts'
import { drawAcross } from './acrossChart.ts'
import { choice, select } from './controls.ts'
import { type Chart, drawLine, WIDE_SPAN } from './lineChart.ts'
import { type Archive, type Figure, type PointOfYear, pointsByYear, type Variant, variantSince } from './model.ts'
import { entryCodes, entryName, heightOf, placeName, unitsOf, variantName } from './shown.ts'
import type { OpenedFigure } from './source.ts'
import type { View } from './state.ts'
import { acrossTable, yearTable } from './tables.ts'

/** What is looked at, however it is drawn. */
export interface Shown {
  readonly heading: string
  readonly codes: string
  readonly unit: string
  readonly chart: (width: number) => Chart | null
  readonly table: HTMLElement
  readonly controls: readonly HTMLElement[]
  readonly find: (figure: Figure) => OpenedFigure | null
}

/** One indicator of a place over the years. */
export function overYears(
  view: View,
  archive: Archive,
  change: (next: Partial<View>) => void,
  open: (opened: OpenedFigure | null) => void,
): Shown | null {
  const { words } = archive
  const entry = archive.entries.find(({ key }) => key === view.entry)
  const whole = entry?.variants.find(({ key }) => key === view.variant) ?? entry?.variants[0]
  if (entry === undefined || whole === undefined) return null
  const variant = variantSince(whole, view.since, archive)
  const heading = `${entryName(entry, archive)} · ${placeName(entry.place, archive)}`
  const headingOf = (figure: Figure) => `${figure.year} · ${entryName(entry, archive)}`
  const wide = isWide(variant, archive)
  return {
    heading,
    codes: entryCodes(entry),
    unit: unitsOf(variant, archive).join('/'),
    chart: (width) => drawLine(variant, archive, width, wide && view.logarithmic),
    table: yearTable(words.explorer.tableLabel(heading), variant, archive, ({ figure, others }, changed) =>
      open({ figure, others, heading: headingOf(figure), change: changed }),
    ),
    controls: [
      ...variantSelect(
        entry.variants.map((one) => [one.key, variantName(one, entry, archive)]),
        whole.key,
        archive,
        change,
      ),
      ...sinceSelect(whole.years, view.since, archive, change),
      ...(wide
        ? [
            choice('checkbox', 'logarithmic', words.explorer.logarithmic, view.logarithmic, (logarithmic) =>
              change({ logarithmic }),
            ),
          ]
        : []),
    ],
    find: (figure) => {
      for (const series of Object.values(variant.series)) {
        const point = pointsByYear(series, archive).get(figure.year)
        if (point?.figure.number === figure.number)
          return { ...point, heading: headingOf(figure), change: archive.changes(series).get(figure.year) }
      }
      return null
    },
  }
}

/** A choice of the first year, where there are so many that the latest lie close together. */
function sinceSelect(
  years: readonly number[],
  since: number | null,
  archive: Archive,
  change: (next: Partial<View>) => void,
): readonly HTMLElement[] {
  const { explorer } = archive.words
  const [first = 0] = years
  const last = years[years.length - 1] ?? 0
  if (last - first < MANY_YEARS) return []
  const decades = Array.from({ length: Math.floor(last / 10) - Math.floor(first / 10) }, (_, index) =>
    String((Math.floor(first / 10) + index + 1) * 10),
  )
  const options = [['', explorer.allYears] as const, ...decades.map((year) => [year, year] as const)]
  const choose = (year: string) => change({ since: year === '' ? null : Number(year) })
  return [select(explorer.since, options, since === null ? '' : String(since), choose)]
}

/** From so many years on their first can be chosen. */
const MANY_YEARS = 15

/** One indicator of a year at all places. */
export function overPlaces(
  view: View,
  across: readonly AcrossEntry[],
  archive: Archive,
  change: (next: Partial<View>) => void,
  open: (opened: OpenedFigure | null) => void,
): Shown | null {
  const { words } = archive
  const chosen = across.find(({ key }) => key === acrossKey(view.entry, archive))
  const [first] = chosen?.entries ?? []
  if (chosen === undefined || first === undefined) return null
  const variants = acrossVariants(chosen)
  const one = variants.find(({ variant }) => variant.key === view.variant) ?? variants[0]
  if (one === undefined) return null
  const year = view.year !== null && chosen.years.includes(view.year) ? view.year : (chosen.years[0] ?? 0)
  const rows = acrossRows(chosen, one.variant.key, year, archive)
  const name = entryName(first, archive)
  const heading = `${name} · ${year}`
  const opened = (point: PointOfYear, place: string): OpenedFigure => ({
    ...point,
    heading: `${placeName(place, archive)} · ${heading}`,
  })
  return {
    heading,
    codes: entryCodes(first),
    unit: unitsOf(one.variant, archive).join('/'),
    chart: (width) => {
      const chart = drawAcross(rows, archive, width)
      return chart === null ? null : { ...chart, notes: [...chart.notes, ...absentNote(rows, archive)] }
    },
    table: acrossTable(words.explorer.tableLabel(heading), rows, archive, (point, place) => open(opened(point, place))),
    controls: [
      select(
        words.explorer.year,
        [...chosen.years].sort((a, b) => b - a).map((one) => [String(one), String(one)]),
        String(year),
        (text) => change({ year: Number(text) }),
      ),
      ...variantSelect(
        variants.map(({ variant, entry }) => [variant.key, variantName(variant, entry, archive)]),
        one.variant.key,
        archive,
        change,
      ),
    ],
    find: (figure) => {
      for (const { place, points } of rows)
        for (const point of Object.values(points))
          if (point.figure.number === figure.number) return opened(point, place)
      return null
    },
  }
}

/** Which places do not report what is shown: an empty row would say that it was nothing. */
function absentNote(rows: readonly AcrossRow[], archive: Archive): readonly string[] {
  const there = new Set(rows.map(({ place }) => place))
  const absent = [...new Set(archive.entries.map(({ place }) => place))].filter((place) => !there.has(place))
  if (absent.length === 0) return []
  const { explorer, list } = archive.words
  const named = absent.sort().slice(0, MOST_ABSENT)
  return [
    explorer.absent(list(named.map((place) => placeName(place, archive))), absent.length, absent.length > named.length),
  ]
}

/** More places than these are only counted. */
const MOST_ABSENT = 40

function isWide(variant: Variant, archive: Archive): boolean {
  const heights = Object.values(variant.series).flatMap(({ points }) =>
    points.flatMap((point) => heightOf(archive.figure(point)) ?? []),
  )
  const least = Math.min(...heights)
  return least > 0 && Math.max(...heights) / least > WIDE_SPAN
}

function variantSelect(
  options: readonly (readonly [string, string])[],
  current: string,
  archive: Archive,
  change: (next: Partial<View>) => void,
): readonly HTMLElement[] {
  if (options.length < 2) return []
  return [select(archive.words.explorer.variant, options, current, (variant) => change({ variant }))]
}

/** What an entry shares with the same indicator at other places. */
export function acrossKey(entry: string, archive: Archive): string {
  return archive.entries.find(({ key }) => key === entry)?.across ?? ''
}
