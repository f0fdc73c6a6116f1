import { drawn } from './dom.ts'
import type { Figure } from './model.ts'

/** A place of a chart that can be reached: by pointer, and by arrow keys once the chart has the focus. */
export interface ChartPoint {
  readonly figure: Figure
  readonly x: number
  readonly y: number
  /** Points of one row are neighbours by left and right. */
  readonly row: string
  readonly label: string
  readonly tip: string
}

/** How far from a point a finger still means it. */
const REACH = 40

/**
 * Lays the points of a chart over it. The pointer means the nearest point. For the keyboard the chart is one stop of the
 * Tab key; arrow keys go from point to point, Home and End to the ends, Enter and Space open the figure.
 */
export function layPoints(
  svg: SVGElement,
  points: readonly ChartPoint[],
  selected: number | null,
  open: (figure: Figure) => void,
): void {
  const marks = points.map((point) => markOf(point, selected, () => open(point.figure)))
  const layer = drawn('g', { class: 'points' }, ...marks)
  followPointer(svg, points, marks, open)
  const start = Math.max(
    0,
    points.findIndex(({ figure }) => figure.number === selected),
  )
  marks[start]?.setAttribute('tabindex', '0')
  layer.addEventListener('keydown', (event) => {
    const at = marks.indexOf(document.activeElement as SVGGElement)
    const point = points[at]
    if (point === undefined) return
    if (event.key === 'Enter' || event.key === ' ') open(point.figure)
    else {
      const next = neighbourOf(points, at, event.key)
      if (next === null) return
      marks[at]?.setAttribute('tabindex', '-1')
      marks[next]?.setAttribute('tabindex', '0')
      marks[next]?.focus()
    }
    event.preventDefault()
  })
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true')
  svg.append(layer)
}

function markOf(point: ChartPoint, selected: number | null, open: () => void): SVGGElement {
  const tip = { class: 'tip', y: point.y < 34 ? 26 : -16, 'text-anchor': 'middle', 'aria-hidden': 'true' }
  const mark = drawn(
    'g',
    {
      class: point.figure.number === selected ? 'point selected' : 'point',
      role: 'button',
      tabindex: -1,
      'aria-label': point.label,
      'data-figure': point.figure.number,
      transform: `translate(${point.x},${point.y})`,
    },
    drawn('circle', { r: 8, class: 'ring' }),
    drawn('text', tip, point.tip),
  )
  // Screen readers press the element itself, where no pointer is.
  mark.addEventListener('click', (event) => {
    event.stopPropagation()
    open()
  })
  return mark
}

function followPointer(
  svg: SVGElement,
  points: readonly ChartPoint[],
  marks: readonly SVGGElement[],
  open: (figure: Figure) => void,
): void {
  const nearest = (event: MouseEvent): number => {
    const box = svg.getBoundingClientRect()
    const scale = Number(svg.getAttribute('width')) / box.width
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale]
    const distances = points.map((point) => Math.hypot(point.x - x, point.y - y))
    const least = Math.min(...distances)
    return least <= REACH ? distances.indexOf(least) : -1
  }
  const near = (at: number) => {
    for (const [index, mark] of marks.entries()) mark.classList.toggle('near', index === at)
    svg.classList.toggle('pointed', at >= 0)
  }
  svg.addEventListener('pointermove', (event) => near(nearest(event)))
  svg.addEventListener('pointerleave', () => near(-1))
  svg.addEventListener('click', (event) => {
    const point = points[nearest(event)]
    if (point !== undefined) open(point.figure)
  })
}

/** The point that a key leads to; null for keys that lead nowhere. */
function neighbourOf(points: readonly ChartPoint[], at: number, key: string): number | null {
  const here = points[at]
  if (here === undefined) return null
  const numbered = points.map((point, index) => ({ ...point, index }))
  const row = numbered.filter((point) => point.row === here.row).sort((a, b) => a.x - b.x || a.y - b.y)
  const place = row.findIndex(({ index }) => index === at)
  if (key === 'ArrowRight') return row[place + 1]?.index ?? at
  if (key === 'ArrowLeft') return row[place - 1]?.index ?? at
  if (key === 'Home') return row[0]?.index ?? at
  if (key === 'End') return row[row.length - 1]?.index ?? at
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null
  const rows = [...new Set(points.map((point) => point.row))]
  const other = rows[rows.indexOf(here.row) + (key === 'ArrowDown' ? 1 : -1)]
  const candidates = numbered.filter((point) => point.row === other)
  return candidates.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.index ?? at
}
