import * as Plot from '@observablehq/plot'
import type { YearCount } from '../data.ts'
import type { Archive } from './model.ts'

/** How many facts there are for each year, done under planned; years without any stay empty. */
export function drawYears(archive: Archive, width: number): Element | null {
  const { words } = archive
  const years = usualYears(archive.years)
  const [first] = years
  const last = years[years.length - 1]
  if (first === undefined || last === undefined) return null
  const span = Array.from({ length: last[0] - first[0] + 1 }, (_, index) => first[0] + index)
  const bars = years.flatMap(([year, actual, plan, rule]) => [
    { year, status: 'actual', count: actual },
    { year, status: 'plan', count: plan },
    { year, status: 'rule', count: rule },
  ])
  const step = tickStep(span.length, width)
  const colours = { actual: 'var(--actual)', plan: 'var(--plan-soft)', rule: 'var(--rule)' }
  return Plot.plot({
    width,
    height: 190,
    marginLeft: 44,
    marginBottom: 26,
    style: { background: 'none', fontSize: '12px', fontFamily: 'inherit' },
    x: {
      type: 'band',
      domain: span,
      ticks: span.filter((year) => year % step === 0),
      tickFormat: String,
      label: null,
      padding: 0.15,
    },
    y: { label: null, grid: true, ticks: 4 },
    color: {
      domain: ['actual', 'plan', 'rule'],
      range: [colours.actual, colours.plan, colours.rule],
      tickFormat: (status: 'actual' | 'plan' | 'rule') => words.status[status],
      legend: true,
    },
    marks: [
      Plot.barY(bars, { x: 'year', y: 'count', fill: 'status', order: ['actual', 'plan', 'rule'] }),
      Plot.ruleY([0], { stroke: 'var(--axis)' }),
    ],
  })
}

/**
 * The years without the few at both ends that hardly any fact is for (1854, 2049): they would squeeze all others. They
 * stand in the table.
 */
export function usualYears(years: Archive['years']): Archive['years'] {
  const total = years.reduce((sum, row) => sum + countOf(row), 0)
  const isUsual = (index: number) =>
    years.slice(0, index + 1).reduce((sum, row) => sum + countOf(row), 0) > total * FEW &&
    years.slice(index).reduce((sum, row) => sum + countOf(row), 0) > total * FEW
  return years.filter((_, index) => isUsual(index))
}

const FEW = 0.002
const countOf = ([, actual, plan, rule]: YearCount) => actual + plan + rule

/** Years between two ticks, so that they have room. */
export function tickStep(years: number, width: number): number {
  const most = Math.max(2, Math.floor(width / 56))
  return [1, 2, 5, 10, 20, 50].find((step) => years / step <= most) ?? 100
}
