import * as Plot from '@observablehq/plot'
import type { NotComparable } from '../../compare/change.ts'
import type { Outcome } from '../../compare/plans.ts'
import { button, byId, chinese, element } from './dom.ts'
import type { Archive, Entry, PointOfYear } from './model.ts'
import { pointsByYear } from './model.ts'
import { entryName, placeName } from './shown.ts'
import { createSourcePanel } from './source.ts'
import { figureButton, outcomeCell, tableOf } from './tables.ts'
import { tickStep } from './yearsChart.ts'

/** A plan beside what was done. */
interface Judged {
  readonly entry: Entry
  readonly plan: PointOfYear
  readonly actual: PointOfYear
  readonly outcome: Outcome
  readonly reason: NotComparable | null
}

/** Rows of the table that are shown at first; a button shows the others. */
const FIRST_ROWS = 40
/** Below this width the chart is scrolled, not squeezed: its years would lie on each other. */
const NARROWEST = 620
/** Size of the type in pixels, and the part of it that a letter is wide; a Chinese character is as wide as high. */
const TYPE = 12.5
const LETTER = 0.56
/** Indicators that the chart has room for, those with most plans. */
const MOST_LINES = 24

const COLOURS: Readonly<Record<string, string>> = {
  met: 'var(--actual)',
  missed: 'var(--missed)',
  unknown: 'var(--soft)',
}

/** Fills the section of plans: a chart of what was met and missed, and a table with both figures. */
export function mountPlans(archive: Archive, openEntry: (key: string) => void): void {
  const { words } = archive
  const section = byId('plans')
  const all = judgedPlans(archive)
  if (all.length === 0) {
    section.append(element('p', {}, words.plans.none))
    return
  }
  const label = { role: 'region', tabindex: 0, 'aria-label': words.plans.chart }
  const chartBox = element('div', { class: 'chart scroll', ...label })
  const table = element('div', { class: 'scroll' })
  let trigger: HTMLElement | null = null
  const source = createSourcePanel(archive, () => trigger?.focus())
  section.append(
    element('figure', {}, element('figcaption', {}, element('h3', {}, words.plans.chart)), chartBox),
    element('div', { class: 'explorer two' }, table, source.element),
  )
  chartBox.replaceChildren(
    ...[drawOutcomes(all, archive, Math.max(NARROWEST, chartBox.clientWidth))].filter((one) => one !== null),
  )

  const drawTable = (most: number) => {
    const show = (point: PointOfYear, status: 'plan' | 'actual', entry: Entry) => {
      trigger = document.activeElement instanceof HTMLElement ? document.activeElement : null
      const heading = `${point.figure.year} · ${words.status[status]} · ${entryName(entry, archive)}`
      source.show({ ...point, heading })
    }
    const value = (point: PointOfYear, status: 'plan' | 'actual', entry: Entry) =>
      figureButton(point, archive, words.status[status], () => show(point, status, entry), true)
    const [year = '', place = '', indicator = '', planned = '', done = '', outcome = ''] = words.plans.columns
    const shown = all.slice(0, most)
    table.replaceChildren(
      tableOf<Judged>(
        words.plans.title,
        [
          { title: year, number: false, cell: ({ plan }) => String(plan.figure.year) },
          { title: place, number: false, cell: ({ entry }) => chinese(placeName(entry.place, archive)) },
          {
            title: indicator,
            number: false,
            cell: ({ entry }) =>
              button(chinese(entryName(entry, archive)), { class: 'plain' }, () => openEntry(entry.key)),
          },
          { title: planned, number: true, cell: ({ entry, plan }) => value(plan, 'plan', entry) },
          {
            title: done,
            number: true,
            cell: ({ entry, actual }) => value(actual, 'actual', entry),
          },
          { title: outcome, number: false, cell: ({ plan }) => outcomeCell(plan, archive) },
        ],
        shown,
      ),
      ...(shown.length < all.length
        ? [
            element(
              'p',
              { class: 'note' },
              words.plans.more(shown.length, all.length),
              ' ',
              button(words.plans.showAll, { class: 'plain' }, () => drawTable(all.length)),
            ),
          ]
        : []),
    )
  }
  drawTable(FIRST_ROWS)
}

/** All plans that a report on their year lets judge, the latest first. */
function judgedPlans(archive: Archive): readonly Judged[] {
  const judged = archive.entries.flatMap((entry) =>
    entry.variants.flatMap(({ series }) => {
      const done = pointsByYear(series.actual, archive)
      return [...pointsByYear(series.plan, archive).values()].flatMap((plan): readonly Judged[] => {
        const outcome = archive.outcomes.get(plan.figure.number)
        const actual = done.get(plan.figure.year)
        return outcome === undefined || actual === undefined
          ? []
          : [{ entry, plan, actual, outcome: outcome.outcome, reason: outcome.reason }]
      })
    }),
  )
  return judged.sort((a, b) => b.plan.figure.year - a.plan.figure.year)
}

/** A name that is no wider than `room`, in heights of the type. */
function clipped(name: string, room: number): string {
  const widthOf = (char: string) => (char < '\u2000' ? LETTER : 1)
  let left = room - 1
  const kept = [...name].findIndex((char) => {
    left -= widthOf(char)
    return left < 0
  })
  return kept < 0 ? name : `${[...name].slice(0, kept).join('').trimEnd()}…`
}

/** A row an indicator, a mark a year: filled where the plan was met, a cross where it was missed. */
function drawOutcomes(all: readonly Judged[], archive: Archive, width: number): Element | null {
  const { words } = archive
  const counts = new Map<string, number>()
  const manyPlaces = new Set(all.map(({ entry }) => entry.place)).size > 1
  const nameOf = ({ entry }: Judged) =>
    manyPlaces ? `${entryName(entry, archive)} · ${placeName(entry.place, archive)}` : entryName(entry, archive)
  for (const one of all.filter(({ reason }) => reason !== 'unnamed'))
    counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1)
  const names = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_LINES)
    .map(([name]) => name)
  const spots = all
    .filter((one) => names.includes(nameOf(one)))
    .map((one) => ({ ...one, name: nameOf(one), year: one.plan.figure.year }))
  const years = spots.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const step = tickStep(last - first + 1, width * 0.7)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => year % step === 0 || first === last,
  )
  const of = (outcome: Outcome) => spots.filter((spot) => spot.outcome === outcome)
  const place = { x: 'year', y: 'name' } as const
  const margin = width > NARROWEST ? 260 : 150
  const chart = Plot.plot({
    width,
    height: names.length * 22 + 44,
    marginLeft: margin,
    marginTop: 26,
    style: { background: 'none', fontSize: `${TYPE}px`, fontFamily: 'inherit' },
    x: { domain: [first - 0.5, last + 0.5], label: null },
    y: { type: 'point', domain: names, label: null, padding: 0.5 },
    color: {
      type: 'ordinal',
      domain: ['met', 'missed', 'unknown'],
      range: ['met', 'missed', 'unknown'].map((outcome) => COLOURS[outcome] ?? ''),
      tickFormat: (outcome: Outcome) => words.outcome[outcome],
      legend: true,
    },
    marks: [
      Plot.ruleY(names, { stroke: 'var(--line)' }),
      Plot.axisX({ anchor: 'top', ticks, tickFormat: String, tickSize: 0 }),
      Plot.axisY({ tickSize: 0, tickFormat: (name: string) => clipped(name, margin / TYPE - 1) }),
      Plot.dot(of('met'), { ...place, r: 4.6, fill: COLOURS.met ?? '' }),
      Plot.dot(of('unknown'), { ...place, r: 4.2, stroke: COLOURS.unknown ?? '', fill: 'var(--paper)' }),
      Plot.dot(of('missed'), { ...place, r: 5, symbol: 'times', stroke: COLOURS.missed ?? '', strokeWidth: 2.2 }),
    ],
  })
  chart.setAttribute('role', 'img')
  chart.setAttribute('aria-label', words.plans.chartLabel)
  return chart
}
