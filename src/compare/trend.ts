import type { Figure } from './figure.ts'

/** Lowest to highest: blocks that every terminal font has. */
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

type Drawn = Pick<Figure, 'year' | 'value' | 'min' | 'max' | 'part_of'>

/** Where a figure stands for the eye: its number, the middle of its range, or its only bound; null where it has none. */
function heightOf({ value, min, max }: Drawn): number | null {
  if (value !== null) return value
  return min !== null && max !== null ? (min + max) / 2 : (min ?? max)
}

/**
 * A line of one block a year, from the lowest figure to the highest, with a space where a year has none: 30, 10, –, 20
 * → `█▁ ▄`. A part is left out where the series has wholes: the two must not look like a fall. Empty for fewer than two
 * figures that can be drawn; all of one height are drawn in the middle.
 */
export function trendLine(points: readonly Drawn[], years: { readonly from: number; readonly to: number }): string {
  const wholes = points.filter(({ part_of }) => part_of === null)
  const heights = new Map<number, number>()
  for (const point of wholes.length > 0 ? wholes : points) {
    const height = heightOf(point)
    if (height !== null && point.year >= years.from && point.year <= years.to) heights.set(point.year, height)
  }
  if (heights.size < 2) return ''
  const lowest = Math.min(...heights.values())
  const span = Math.max(...heights.values()) - lowest
  const top = LEVELS.length - 1
  let line = ''
  for (let year = years.from; year <= years.to; year += 1) {
    const height = heights.get(year)
    const level = height === undefined ? null : span === 0 ? 3 : Math.round(((height - lowest) / span) * top)
    line += level === null ? ' ' : LEVELS[level]
  }
  return line.trimEnd()
}
