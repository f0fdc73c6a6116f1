import { STATUSES, type Status } from '../../model/fact.ts'
import { type Archive, type Entry, type PointOfYear, pointsByYear, type Variant } from './model.ts'
import { heightOf } from './shown.ts'

/** One indicator at all places that report it. */
export interface AcrossEntry {
  readonly key: string
  readonly entries: readonly Entry[]
  /** Years that places report it for, the one of most places first. */
  readonly years: readonly number[]
}

export interface AcrossRow {
  readonly place: string
  readonly points: Readonly<Partial<Record<Status, PointOfYear>>>
}

/** Indicators that are reported of any place, in the order of the catalogue. */
export function acrossEntries(archive: Archive): readonly AcrossEntry[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of archive.entries) {
    const group = groups.get(entry.across)
    if (group === undefined) groups.set(entry.across, [entry])
    else group.push(entry)
  }
  return [...groups].map(([key, entries]) => ({ key, entries, years: yearsByPlaces(entries) }))
}

function yearsByPlaces(entries: readonly Entry[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { years } of entries) for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA).map(([year]) => year)
}

/** What all places report for a year by one measure, from the highest to the lowest. */
export function acrossRows(
  { entries }: AcrossEntry,
  variantKey: string,
  year: number,
  archive: Archive,
): readonly AcrossRow[] {
  const rows = entries.flatMap(({ place, variants }) => {
    const variant = variants.find(({ key }) => key === variantKey)
    if (variant === undefined) return []
    const points = Object.fromEntries(
      STATUSES.flatMap((status) => {
        const point = pointsByYear(variant.series[status], archive).get(year)
        return point === undefined ? [] : [[status, point]]
      }),
    )
    return Object.keys(points).length === 0 ? [] : [{ place, points }]
  })
  return rows.sort((a, b) => rankOf(b) - rankOf(a) || (a.place < b.place ? -1 : 1))
}

function rankOf({ points }: AcrossRow): number {
  const figure = (points.actual ?? points.plan ?? points.rule)?.figure
  return (figure === undefined ? null : heightOf(figure)) ?? Number.NEGATIVE_INFINITY
}

/** The measures of an indicator over all places, the one that most places have first. */
export function acrossVariants({
  entries,
}: AcrossEntry): readonly { readonly variant: Variant; readonly entry: Entry }[] {
  const known = new Map<string, { variant: Variant; entry: Entry; places: number }>()
  for (const entry of entries)
    for (const variant of entry.variants) {
      const one = known.get(variant.key)
      if (one === undefined) known.set(variant.key, { variant, entry, places: 1 })
      else one.places += 1
    }
  return [...known.values()].sort((a, b) => b.places - a.places)
}
