import { drawn } from './dom.ts'
import { type Archive, pointsByYear, type Variant } from './model.ts'
import { heightOf } from './shown.ts'

const WIDTH = 72
const HEIGHT = 18
const EDGE = 2

/** What was done over the years in the size of a word; years without a figure stay gaps. */
export function sparkline(variant: Variant, archive: Archive): SVGElement {
  const series = variant.series.actual ?? variant.series.plan ?? variant.series.rule
  const spots = [...pointsByYear(series, archive).values()].flatMap(({ figure }) => {
    const height = heightOf(figure)
    return height === null ? [] : [{ year: figure.year, height }]
  })
  const years = spots.map(({ year }) => year)
  const heights = spots.map(({ height }) => height)
  const place = (value: number, all: readonly number[], size: number) => {
    const [low, high] = [Math.min(...all), Math.max(...all)]
    return high === low ? size / 2 : EDGE + ((value - low) / (high - low)) * (size - 2 * EDGE)
  }
  const at = ({ year, height }: { year: number; height: number }) =>
    `${place(year, years, WIDTH).toFixed(1)},${(HEIGHT - place(height, heights, HEIGHT)).toFixed(1)}`
  const lines = spots.slice(1).flatMap((to, index) => {
    const from = spots[index]
    return from === undefined || to.year - from.year !== 1 ? [] : [`M${at(from)}L${at(to)}`]
  })
  const dots = spots.map((spot) => {
    const [cx = 0, cy = 0] = at(spot).split(',')
    return drawn('circle', { cx, cy, r: 1.1 })
  })
  const path = lines.length === 0 ? [] : [drawn('path', { d: lines.join('') })]
  return drawn(
    'svg',
    { class: `sparkline ${series?.status ?? ''}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' },
    ...path,
    ...dots,
  )
}
