import { expect, test } from 'vitest'
import { OTHER_PERIOD } from '../../src/compare/base.ts'
import { buildSeries } from '../../src/compare/series.ts'
import { factOf, ROWS } from './facts.ts'

test('growth over several years stands in no series of yearly growth', () => {
  const growth = { indicator: 'rate.growth', of: 'film.screenings', unit: '%', aspect: 'change' } as const
  const series = buildSeries(
    [
      factOf({ ...growth, value: 65, rules: ['change.growth', 'change.otherBase'] }),
      factOf({ ...growth, value: 5, year: 2021, rules: ['change.growth'] }),
    ],
    ROWS,
  )
  expect(series.map(({ topic, points }) => [topic, points.map(({ year }) => year)])).toEqual([
    ['', [2021]],
    [OTHER_PERIOD, [2020]],
  ])
})

test('of two figures of one year the one that was reached stands, not the one that was passed', () => {
  const document = '0'.repeat(16)
  const passed = factOf({ document, start: 5, value: 4000, min: 4000, max: null, modifier: 'over' })
  const reached = factOf({ document, start: 15, value: 4211, min: 4211, max: 4211 })
  const [series] = buildSeries([passed, reached], ROWS)
  expect(series?.points.map(({ value, candidates }) => [value, candidates])).toEqual([[4211, 2]])
})
