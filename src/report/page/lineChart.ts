import * as Plot from '@observablehq/plot'
import { STATUSES, type Status } from '../../model/fact.ts'
import { type Archive, type Figure, pointsByYear, type Variant } from './model.ts'
import type { ChartPoint } from './points.ts'
import {
  type AxisScale,
  axisScale,
  figureText,
  heightOf,
  roomFor,
  scaledText,
  unitsOf,
  valueWithUnit,
} from './shown.ts'
import { tickStep } from './yearsChart.ts'

/** A chart with the points that can be opened, and what has to be said below it. */
export interface Chart {
  readonly svg: SVGElement
  readonly points: readonly ChartPoint[]
  readonly notes: readonly string[]
}

/** A figure at its height. */
interface Spot {
  readonly figure: Figure
  readonly status: Status
  readonly x: number
  readonly y: number
}

interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly doubtful: boolean
}

const COLOURS = { actual: 'var(--actual)', plan: 'var(--plan)', rule: 'var(--rule-ink)' } as const
const SYMBOLS = { actual: 'circle', plan: 'diamond2', rule: 'square' } as const
const PAPER = 'var(--paper)'
const MARGIN = { top: 30, bottom: 28 }
/** Years before the last that still count as its end. */
const NEAR_END = 3
/** Pixels from one line of type to the next. */
const LINE = 16
/** Values that reach over so many times their least one are easier to read on a logarithmic axis. */
export const WIDE_SPAN = 30

/** A variant over the years: what was done as a line, plans and rules as marks of their own, bounds as bounds. */
export function drawLine(
  variant: Variant,
  archive: Archive,
  width: number,
  logarithmic: boolean,
  height = width < 480 ? 260 : 340,
): Chart | null {
  const spots = STATUSES.flatMap((status) => spotsOf(variant, status, archive))
  if (spots.length === 0) return null
  const { language, words } = archive
  const years = spots.map(({ x }) => x)
  const first = Math.min(...years)
  const last = Math.max(...years)
  const domain = domainOf(spots, logarithmic)
  const scale = axisScale(domain[1], unitsOf(variant, archive).join('/'), language)
  const step = tickStep(last - first + 1, width - 130)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => year % step === 0 || first === last,
  )
  const lines = segmentsOf(variant, archive)
  const room = roomFor(ticksOf(domain, logarithmic).map(scale.shown))
  const labels = endLabels(spots, scale, archive, paperHeight(domain, height, logarithmic))
  const chart = Plot.plot({
    width,
    height,
    marginLeft: room + 14,
    marginRight: roomFor(labels.map(({ text }) => text)) + 14,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    style: { background: 'none', fontSize: '12.5px', fontFamily: 'inherit', overflow: 'visible' },
    x: { domain: [first - 0.5, last + 0.5], label: null },
    y: { domain, type: logarithmic ? 'log' : 'linear', label: null },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({ ticks: 5, tickSize: 0, tickFormat: scale.shown }),
      Plot.axisX({ ticks, tickFormat: String, tickSize: 4 }),
      Plot.text([scale.unit], {
        frameAnchor: 'top-left',
        dx: -room - 10,
        dy: -26,
        fill: 'var(--soft)',
      }),
      ...(domain[0] < 0 && domain[1] > 0 ? [Plot.ruleY([0], { stroke: 'var(--axis)' })] : []),
      ...lineMarks(lines),
      ...STATUSES.flatMap((status) =>
        markSpots(
          spots.filter((spot) => spot.status === status),
          status,
        ),
      ),
      ...labels.map(({ mark }) => mark),
    ],
  })
  const [x, y] = [chart.scale('x'), chart.scale('y')]
  if (x === undefined || y === undefined || !(chart instanceof SVGElement)) return null
  return {
    svg: chart,
    points: spots.map(({ figure, status, ...at }) => ({
      figure,
      row: status,
      x: x.apply(at.x) as number,
      y: y.apply(at.y) as number,
      label: words.explorer.pointLabel(words.status[status], figure.year, valueWithUnit(figure, language)),
      tip: `${figure.year}  ${figureText(figure, language)}`,
    })),
    notes: notesOf(spots, lines, domain, archive),
  }
}

function spotsOf(variant: Variant, status: Status, archive: Archive): readonly Spot[] {
  return [...pointsByYear(variant.series[status], archive).values()].flatMap(({ figure }) => {
    const y = heightOf(figure)
    return y === null ? [] : [{ figure, status, x: figure.year, y }]
  })
}

/** Lines between years that follow each other; a gap, and what cannot be compared, is not drawn over. */
function segmentsOf(variant: Variant, archive: Archive): readonly Segment[] {
  const { actual } = variant.series
  if (actual === undefined) return []
  const changes = archive.changes(actual)
  const spots = spotsOf(variant, 'actual', archive)
  return spots.slice(1).flatMap((to, index) => {
    const from = spots[index]
    const change = changes.get(to.x)
    if (from === undefined || to.x - from.x !== 1 || change?.comparison === 'none') return []
    const bounded = [from, to].some(({ figure }) => figure.modifier !== 'exact' && figure.modifier !== 'about')
    const doubtful = bounded || (change !== undefined && change.caution !== '')
    return [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, doubtful }]
  })
}

function lineMarks(lines: readonly Segment[]) {
  const place = { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2' } as const
  return [
    Plot.link(
      lines.filter(({ doubtful }) => !doubtful),
      { ...place, stroke: COLOURS.actual, strokeWidth: 2 },
    ),
    Plot.link(
      lines.filter(({ doubtful }) => doubtful),
      { ...place, stroke: COLOURS.actual, strokeWidth: 1.4, strokeDasharray: '3,4' },
    ),
  ]
}

/** Readings less sure than this are drawn pale. */
export const UNSURE = 0.6
const paleness = ({ figure }: Spot) => (figure.confidence < UNSURE ? 0.42 : 1)

/** Whether a figure says how much, not only above or below what. */
const isNumber = ({ modifier }: Figure) => modifier === 'exact'
const isHigherThanDrawn = ({ value, min, max }: Figure) =>
  max === null && min !== null && (value === null || value <= min)
const isLowerThanDrawn = ({ value, min, max }: Figure) =>
  min === null && max !== null && (value === null || value >= max)

/** Exact figures filled, all others hollow: with an arrow where only one bound is known, with a bar between two. */
function markSpots(spots: readonly Spot[], status: Status) {
  const stroke = COLOURS[status]
  const symbol = SYMBOLS[status]
  const place = { x: 'x', y: 'y' } as const
  const ranges = spots.filter(({ figure: { low, high } }) => low !== null && high !== null && low < high)
  const arrow = { ...place, stroke, strokeWidth: 1.8, length: 20, anchor: 'start' } as const
  return [
    Plot.link(ranges, {
      ...{ x1: 'x', x2: 'x', y1: (spot: Spot) => spot.figure.low, y2: (spot: Spot) => spot.figure.high },
      ...{ stroke, strokeWidth: 1.6 },
    }),
    Plot.vector(
      spots.filter(({ figure }) => isHigherThanDrawn(figure)),
      { ...arrow, rotate: 0 },
    ),
    Plot.vector(
      spots.filter(({ figure }) => isLowerThanDrawn(figure)),
      { ...arrow, rotate: 180 },
    ),
    Plot.dot(
      spots.filter(({ figure }) => isNumber(figure) && status === 'actual'),
      { ...place, symbol, r: 3.6, opacity: paleness, fill: stroke, stroke: PAPER, strokeWidth: 1 },
    ),
    Plot.dot(
      spots.filter(({ figure }) => !isNumber(figure) || status !== 'actual'),
      { ...place, symbol, r: 4.2, strokeOpacity: paleness, fill: PAPER, stroke, strokeWidth: 1.7 },
    ),
  ]
}

/** The last figure of each status, written beside it: no legend has to be looked up. They are pushed off each other. */
function endLabels(
  spots: readonly Spot[],
  scale: AxisScale,
  archive: Archive,
  heightOnPaper: (value: number) => number,
) {
  const ends = STATUSES.flatMap((status) => spots.filter((spot) => spot.status === status).slice(-1))
  const ordered = [...ends].sort((a, b) => b.y - a.y)
  const last = Math.max(...ends.map(({ x }) => x))
  let free = Number.NEGATIVE_INFINITY
  return ordered.map((end) => {
    // Beside the mark of a later year the name says which year it is of.
    const year = end.x === last ? '' : `${end.x} `
    const text = `${year}${archive.words.status[end.status]} ${scaledText(end.figure, scale)}`
    const wanted = heightOnPaper(end.y)
    const height = Math.max(wanted, free)
    free = height + LINE
    // One that ends a little earlier, or whose name would hide later figures, is named behind the others.
    const hides = spots.some(({ x, y }) => x > end.x && Math.abs(heightOnPaper(y) - height) < LINE)
    const x = hides || last - end.x <= NEAR_END ? last : end.x
    const place = { x: [x], y: [end.y], textAnchor: 'start', dx: 9, dy: height - wanted } as const
    const look = { fill: COLOURS[end.status], fontWeight: 600, stroke: PAPER, strokeWidth: 4 }
    return { text, mark: Plot.text([end], { ...place, ...look, text: () => text }) }
  })
}

/** Where a value stands in a chart, in pixels from its top. */
function paperHeight([from, to]: readonly [number, number], height: number, logarithmic: boolean) {
  const at = (value: number) => (logarithmic ? Math.log(value) : value)
  const inner = height - MARGIN.top - MARGIN.bottom
  return (value: number) => MARGIN.top + inner * (1 - (at(value) - at(from)) / (at(to) - at(from)))
}

/** Numbers as long as the longest that the axis will show, near enough. */
function ticksOf([from, to]: readonly [number, number], logarithmic: boolean): readonly number[] {
  if (logarithmic) return [from, to].map((end) => 10 ** Math.floor(Math.log10(end)))
  const size = 10 ** Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to)) || 1))
  return [Math.ceil(to / size) * size - ((to - from) / 5 < size ? size / 10 : 0)]
}

/** Whether the bar of an exact figure, its rounding, is long enough to be seen. */
function isWideRounding({ modifier, low, high }: Figure, span: number): boolean {
  return modifier === 'exact' && low !== null && high !== null && high - low > span * 0.03
}

/** From zero where the figures come near it; else around them, which is said below the chart. */
function domainOf(spots: readonly Spot[], logarithmic: boolean): readonly [number, number] {
  const heights = spots.flatMap(({ y, figure: { low, high } }) => [y, low ?? y, high ?? y])
  const least = Math.min(...heights)
  const most = Math.max(...heights)
  if (logarithmic) return [least / 1.3, most * 1.3]
  const room = (most - least || Math.abs(most) || 1) * 0.1
  const from = least >= 0 && least < most * 0.35 ? 0 : least - room
  return [least >= 0 ? Math.max(0, from) : from, most + room]
}

function notesOf(
  spots: readonly Spot[],
  lines: readonly Segment[],
  [from, to]: readonly [number, number],
  archive: Archive,
): readonly string[] {
  const { explorer } = archive.words
  const modifiers = new Set(spots.map(({ figure }) => figure.modifier))
  const bounded = [...modifiers].some((modifier) => modifier !== 'exact' && modifier !== 'about')
  const done = spots.filter(({ status }) => status === 'actual').map(({ x }) => x)
  const gaps = done.some((year, index) => index > 0 && year - (done[index - 1] ?? year) > 1)
  return [
    ...(from === 0 ? [] : [explorer.notFromZero]),
    ...(gaps ? [explorer.gaps] : []),
    ...(lines.some(({ doubtful }) => doubtful) ? [explorer.lightLine] : []),
    ...(spots.some(({ status }) => status === 'plan') ? [explorer.planNote] : []),
    ...(bounded ? [explorer.bounded] : []),
    ...(spots.some(({ figure }) => isWideRounding(figure, to - from)) ? [explorer.rounding] : []),
    ...(modifiers.has('about') ? [explorer.aboutNote] : []),
    ...(spots.some(({ figure }) => figure.confidence < UNSURE) ? [explorer.unsure(UNSURE)] : []),
  ]
}
