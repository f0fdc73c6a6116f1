import type { Figure } from '../compare/figure.ts'
import type { Series } from '../compare/series.ts'

/** What of an archive goes into a page, and what has no room in it. */
export interface ChosenSeries {
  readonly chosen: readonly Series[]
  readonly leftOut: { readonly series: number; readonly figures: number }
}

/** Bytes that a figure and a series take in the page beside their sentence, a little more than was measured. */
const FIGURE_BYTES = 100
const SERIES_BYTES = 120
const CHANGE_BYTES = 60

/** All figures of a series, chosen and not. */
export function figuresOf(series: Series): readonly Figure[] {
  return [...series.points, ...[...series.others.values()].flat()]
}

/** What is compared together: done and planned, own and others', totals and averages of one indicator at one place. */
export function entryOf({ place, indicator, of, topic }: Series): string {
  return JSON.stringify([place, indicator, of, topic])
}

/**
 * Series as many as a page has room for. Those of one indicator and place go together. First come indicators of the
 * catalogue, then `other`; among them what has figures of most years, then what most places state. What does not fit is
 * counted.
 */
export function chooseWithin(all: readonly Series[], roomBytes: number): ChosenSeries {
  const places = new Map<string, Set<string>>()
  const entries = new Map<string, Series[]>()
  for (const series of all) {
    const across = JSON.stringify([series.indicator, series.of, series.topic])
    places.set(across, (places.get(across) ?? new Set()).add(series.place))
    const key = entryOf(series)
    const entry = entries.get(key)
    if (entry === undefined) entries.set(key, [series])
    else entry.push(series)
  }
  const ranked = [...entries].map(([key, series]) => ({ key, series, worth: worthOf(series, places) }))
  ranked.sort((a, b) => compareWorth(a.worth, b.worth) || (a.key < b.key ? -1 : 1))

  const known = new Set<string>()
  const kept = new Set<Series>()
  let room = roomBytes
  for (const { series } of ranked) {
    const cost = costOf(series, known)
    if (cost > room) continue
    room -= cost
    for (const one of series) {
      kept.add(one)
      for (const text of textsOf(one)) known.add(text)
    }
  }
  const out = all.filter((series) => !kept.has(series))
  return {
    chosen: all.filter((series) => kept.has(series)),
    leftOut: { series: out.length, figures: out.reduce((sum, series) => sum + figuresOf(series).length, 0) },
  }
}

/** Numbers of which the greater are worth more, the first first. */
function worthOf(entry: readonly Series[], places: ReadonlyMap<string, ReadonlySet<string>>): readonly number[] {
  const [first] = entry
  if (first === undefined) return []
  const across = places.get(JSON.stringify([first.indicator, first.of, first.topic]))?.size ?? 0
  const years = new Set(entry.flatMap(({ points }) => points.map(({ year }) => year))).size
  return [Number(first.indicator !== 'other'), years, across]
}

function compareWorth(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0)
}

/** Bytes that the series of an entry add to a page that has some texts already. */
function costOf(entry: readonly Series[], known: ReadonlySet<string>): number {
  const fresh = new Set(entry.flatMap(textsOf).filter((text) => !known.has(text)))
  const count = (of: (series: Series) => number) => entry.reduce((sum, series) => sum + of(series), 0)
  return (
    [...fresh].reduce((sum, text) => sum + bytesOf(text), 0) +
    count((series) => figuresOf(series).length) * FIGURE_BYTES +
    count(({ points }) => points.length) * CHANGE_BYTES +
    entry.length * SERIES_BYTES
  )
}

/** The texts that a series brings; a page holds each once. */
function textsOf(series: Series): readonly string[] {
  const told = figuresOf(series).flatMap(({ sentence, subject, unit }) => [sentence, subject, unit])
  return [series.place, series.scope, series.topic, ...told]
}

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
