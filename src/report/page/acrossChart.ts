import * as Plot from '@observablehq/plot'
import type { Status } from '../../model/fact.ts'
import type { AcrossRow } from './across.ts'
import type { Chart } from './lineChart.ts'
import type { Archive, Figure } from './model.ts'
import { axisScale, figureText, heightOf, placeName, roomFor, scaledText, valueWithUnit } from './shown.ts'

interface Spot {
  readonly figure: Figure
  readonly status: Status
  readonly place: string
  readonly x: number
}

const COLOURS = { actual: 'var(--actual)', plan: 'var(--plan)', rule: 'var(--rule-ink)' } as const
const PAPER = 'var(--paper)'
const ROW = 24
const ARROW = 20

/** Whether only the least is known. */
const opensUp = ({ min, max }: Figure) => min !== null && max === null
/** Whether only the most is known. */
const opensDown = ({ min, max }: Figure) => min === null && max !== null

/** One indicator of one year at all places, a row a place, from the highest to the lowest. */
export function drawAcross(rows: readonly AcrossRow[], archive: Archive, width: number): Chart | null {
  const { language, words } = archive
  const names = new Map(rows.map(({ place }) => [place, shortName(place, rows, archive)]))
  const spots = rows.flatMap((row) => [...spotOf(row, 'actual'), ...spotOf(row, 'plan'), ...spotOf(row, 'rule')])
  if (spots.length === 0) return null
  const places = rows.map(({ place }) => place).filter((place) => spots.some((spot) => spot.place === place))
  const all = spots.flatMap(({ x, figure: { low, high } }) => [x, low ?? x, high ?? x])
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const room = (most - least || Math.abs(most) || 1) * 0.06
  const from = least >= 0 && least < most * 0.35 ? 0 : least - room
  const scale = axisScale(most, spots[0]?.figure.unit ?? '', language)
  const longest = Math.max(...[...names.values()].map((name) => [...name].length))
  const ranges = spots.filter(({ figure: { low, high } }) => low !== null && high !== null && low < high)
  const solid = (spot: Spot) => spot.status === 'actual' && spot.figure.modifier === 'exact'
  const chart = Plot.plot({
    width,
    height: places.length * ROW + 52,
    marginLeft: Math.min(longest * 13 + 16, width * 0.36),
    marginRight: roomFor(spots.map(({ figure }) => scaledText(figure, scale))) + ARROW + 10,
    marginTop: 34,
    marginBottom: 14,
    style: { background: 'none', fontSize: '12.5px', fontFamily: 'inherit', overflow: 'visible' },
    x: { domain: [least >= 0 ? Math.max(0, from) : from, most + room], label: null },
    y: { type: 'point', domain: places, label: null, padding: 0.5 },
    marks: [
      Plot.gridX({ stroke: 'var(--line)', strokeOpacity: 1, ticks: width < 480 ? 3 : 6 }),
      Plot.axisX({
        anchor: 'top',
        ticks: width < 480 ? 3 : 6,
        tickSize: 0,
        tickFormat: scale.shown,
      }),
      Plot.text([scale.unit], { frameAnchor: 'top-right', dy: -30, fill: 'var(--soft)' }),
      Plot.axisY({ tickSize: 0, tickFormat: (place: string) => names.get(place) ?? place }),
      Plot.ruleY(places, { stroke: 'var(--line)', strokeDasharray: '1,4' }),
      Plot.link(ranges, {
        ...{ y1: 'place', y2: 'place', x1: (spot: Spot) => spot.figure.low, x2: (spot: Spot) => spot.figure.high },
        ...{ stroke: (spot: Spot) => COLOURS[spot.status], strokeWidth: 1.6 },
      }),
      ...arrows(spots),
      Plot.dot(spots.filter(solid), { x: 'x', y: 'place', r: 4.4, fill: COLOURS.actual, stroke: PAPER }),
      Plot.dot(
        spots.filter((spot) => !solid(spot)),
        {
          ...{
            x: 'x',
            y: 'place',
            r: 4.4,
            fill: PAPER,
            strokeWidth: 1.7,
            stroke: (spot: Spot) => COLOURS[spot.status],
          },
          symbol: (spot: Spot) => ({ actual: 'circle', plan: 'diamond2', rule: 'square' })[spot.status],
        },
      ),
      // Behind the mark, its bar or its arrow.
      ...[10, ARROW + 6].map((dx) =>
        Plot.text(
          lastSpots(spots).filter(({ figure }) => dx > 10 === opensUp(figure)),
          {
            ...{ x: ({ x, figure }: Spot) => Math.max(x, figure.high ?? x), y: 'place', textAnchor: 'start', dx },
            ...{ fontSize: 12, stroke: PAPER, strokeWidth: 4 },
            ...{ fill: (spot: Spot) => COLOURS[spot.status], text: (spot: Spot) => scaledText(spot.figure, scale) },
          },
        ),
      ),
    ],
    color: { type: 'identity' },
    symbol: { type: 'identity' },
  } as Plot.PlotOptions)
  const [x, y] = [chart.scale('x'), chart.scale('y')]
  if (x === undefined || y === undefined || !(chart instanceof SVGElement)) return null
  return {
    svg: chart,
    points: spots.map((spot) => ({
      figure: spot.figure,
      row: spot.place,
      x: x.apply(spot.x) as number,
      y: y.apply(spot.place) as number,
      label: words.explorer.pointLabel(
        words.status[spot.status],
        placeName(spot.place, archive),
        valueWithUnit(spot.figure, language),
      ),
      tip: figureText(spot.figure, language),
    })),
    notes: [
      ...(from === 0 ? [] : [words.explorer.acrossNotFromZero]),
      ...(spots.some(({ status }) => status === 'plan') ? [words.explorer.planNote] : []),
      ...(spots.some(({ figure: { modifier } }) => modifier !== 'exact' && modifier !== 'about')
        ? [words.explorer.bounded]
        : []),
      ...(spots.some(({ figure: { modifier } }) => modifier === 'about') ? [words.explorer.aboutNote] : []),
    ],
  }
}

function spotOf({ place, points }: AcrossRow, status: Status): readonly Spot[] {
  const figure = points[status]?.figure
  const x = figure === undefined ? null : heightOf(figure)
  return figure === undefined || x === null ? [] : [{ figure, status, place, x }]
}

/** Of each place the spot furthest right: its value is written beside it. */
function lastSpots(spots: readonly Spot[]): readonly Spot[] {
  const last = new Map<string, Spot>()
  for (const spot of spots)
    if (spot.x >= (last.get(spot.place)?.x ?? Number.NEGATIVE_INFINITY)) last.set(spot.place, spot)
  return [...last.values()]
}

function arrows(spots: readonly Spot[]) {
  const common = { x: 'x', y: 'place', length: ARROW, anchor: 'start', strokeWidth: 1.8 } as const
  const stroke = (spot: Spot) => COLOURS[spot.status]
  return [
    Plot.vector(
      spots.filter(({ figure }) => opensUp(figure)),
      { ...common, stroke, rotate: 90 },
    ),
    Plot.vector(
      spots.filter(({ figure }) => opensDown(figure)),
      { ...common, stroke, rotate: 270 },
    ),
  ]
}

/** A place without what all places have in common: 山东省潍坊市 beside 山东省青岛市 is 潍坊市. */
function shortName(place: string, rows: readonly AcrossRow[], archive: Archive): string {
  const name = placeName(place, archive)
  const province = /^.{2,8}?(省|自治区)/.exec(name)?.[0] ?? ''
  const shared = province !== '' && name.length > province.length && rows.every((row) => row.place.startsWith(province))
  return shared ? name.slice(province.length) : name
}
