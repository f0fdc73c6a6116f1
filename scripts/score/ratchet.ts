import { z } from 'zod'
import { SCORED_FIELDS } from './agreement.ts'
import type { Measures } from './measures.ts'

const measured = z.strictObject({
  /** Reports of the set: with others in it, the measures are of something else. */
  reports: z.int(),
  factF1: z.number(),
  recordF1: z.number(),
  ungrounded: z.int(),
  accounted: z.number(),
  classed: z.number(),
  ...Object.fromEntries(SCORED_FIELDS.map((field) => [field, z.number()])),
})

/** The floor of each set: what was measured once is not lost again. */
export const ratchetFile = z.record(z.string(), measured)
export type Ratchet = z.infer<typeof ratchetFile>
export type Floor = Readonly<Record<string, number>>

/** A measure may be lower by this much before it counts as a fall: the rounding of the file and nothing more. */
export const TOLERANCE = 0.05

/** Whether a floor was measured on as many reports as there are now. */
export function isOfSameSet(floor: Floor, now: Floor): boolean {
  return floor.reports === now.reports
}

/** A measure that is not what the floor says. */
export interface Move {
  readonly measure: string
  readonly floor: number
  readonly now: number
}

/** What the ratchet holds of a set: its size, every measure in percent to two places, and the number of ungrounded facts. */
export function floorOf(measures: Measures): Floor {
  const { reports, factF1, recordF1, ungrounded, accounted, classed, fields } = measures
  return Object.fromEntries(
    Object.entries({ reports, factF1, recordF1, ungrounded, accounted, classed, ...fields }).map(([name, value]) => [
      name,
      Math.round(value * 100) / 100,
    ]),
  )
}

/** What fell below the floor, and what stands above it. Fewer ungrounded facts are better, more of all else. */
export function compareToFloor(
  floor: Floor,
  now: Floor,
): { readonly fallen: readonly Move[]; readonly risen: readonly Move[] } {
  const moves = Object.entries(floor)
    .filter(([name]) => name !== 'reports')
    .map(([name, value]) => ({
      measure: name,
      floor: value,
      now: now[name] ?? Number.NaN,
    }))
  const gain = (move: Move) => (move.measure === 'ungrounded' ? move.floor - move.now : move.now - move.floor)
  return {
    fallen: moves.filter((move) => !(gain(move) >= -TOLERANCE)),
    risen: moves.filter((move) => gain(move) > TOLERANCE),
  }
}

/** The floor with every measure that stands above it raised; none is lowered unless the set has other reports now. */
export function raiseFloor(floor: Floor | undefined, now: Floor): Floor {
  if (floor === undefined || !isOfSameSet(floor, now)) return now
  const best = (name: string, value: number) =>
    name === 'ungrounded' ? Math.min(value, floor[name] ?? value) : Math.max(value, floor[name] ?? value)
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, best(name, value)]))
}
