import type { Figure, Identity } from './figure.ts'
import type { Series } from './series.ts'

/** What a figure is of, whoever states it and whether it was done or is planned. */
export type Subject = Omit<Identity, 'place' | 'status'>

/** What one place states of a subject: the series of what was done, of what is planned, of what a rule demands. */
export interface PlaceFigures {
  readonly place: string
  readonly byStatus: ReadonlyMap<Figure['status'], Series>
}

/** One subject across the places that state it. */
export interface AcrossPlaces extends Subject {
  readonly places: readonly PlaceFigures[]
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const keyOf = ({ scope, indicator, of, topic, basis, aspect, measure }: Subject): string =>
  [scope, indicator, of ?? '', topic, basis, aspect, measure].join('|')

/**
 * Series of many places by what they are of, the subject that most places state first. Within a subject what is done and
 * what is planned stand together, place by place, ordered by `comparePlaces`.
 */
export function acrossPlaces(
  all: Iterable<Series>,
  comparePlaces: (a: string, b: string) => number = byText,
): readonly AcrossPlaces[] {
  const subjects = new Map<string, Map<string, Map<Figure['status'], Series>>>()
  for (const series of all) {
    const key = keyOf(series)
    const places = subjects.get(key) ?? new Map<string, Map<Figure['status'], Series>>()
    const byStatus = places.get(series.place) ?? new Map<Figure['status'], Series>()
    subjects.set(key, places.set(series.place, byStatus.set(series.status, series)))
  }
  return [...subjects]
    .sort(([a, ofA], [b, ofB]) => ofB.size - ofA.size || byText(a, b))
    .flatMap(([, places]) => {
      const one = [...places.values()][0]?.values().next().value
      if (one === undefined) return []
      const { scope, indicator, of, topic, basis, aspect, measure } = one
      const stated = [...places]
        .sort(([a], [b]) => comparePlaces(a, b) || byText(a, b))
        .map(([place, byStatus]) => ({ place, byStatus }))
      return [{ scope, indicator, of, topic, basis, aspect, measure, places: stated }]
    })
}
