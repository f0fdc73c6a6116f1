import { describe, expect, it } from 'vitest'
import { changeBetween, changesOf, NOT_COMPARABLE } from '../../src/compare/change.ts'
import { createFigureReader } from '../../src/compare/figure.ts'
import { buildSeries } from '../../src/compare/series.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS, worded } from './facts.ts'

const read = createFigureReader(ROWS)

function figure(given: Partial<ReportedFact>) {
  const found = read(factOf(given))
  if (found === null) throw new Error('a fact without a year')
  return found
}

const change = (from: Partial<ReportedFact>, to: Partial<ReportedFact>) =>
  changeBetween(figure({ year: 2019, ...from }), figure({ year: 2020, ...to }))

/** Rounded to one decimal, as a reader sees it. */
const shown = (number: number | null) => (number === null ? null : Math.round(number * 10) / 10)

describe('a change is as sharp as its words', () => {
  const revenue = { indicator: 'tourism.revenue', unit: '元' } as const
  const percentUnit = { indicator: 'employment.unemployment', unit: '%', aspect: 'rate' } as const
  it.each([
    ['1000场 → 1050场', worded('exact', 1000), worded('exact', 1050), 'exact', 50, [50, 50], 5, [5, 5]],
    [
      '1050场 → 1000余场',
      worded('exact', 1050),
      worded('over', 1000),
      'at_least',
      null,
      [-50, null],
      null,
      [-4.8, null],
    ],
    ['1000余场 → 1050场', worded('over', 1000), worded('exact', 1050), 'at_most', null, [null, 50], null, [null, 5]],
    [
      '近1000场 → 1100场',
      worded('under', 1000),
      worded('exact', 1100),
      'at_least',
      null,
      [100, null],
      null,
      [10, null],
    ],
    [
      '约1000场 → 1100场',
      worded('about', 1000),
      worded('exact', 1100),
      'approximate',
      100,
      [null, null],
      10,
      [null, null],
    ],
    ['1000场 → 20至30场', worded('exact', 1000), worded('range', 20), 'interval', null, [-980, -970], null, [-98, -97]],
    ['1000余场 → 1100余场', worded('over', 1000), worded('over', 1100), 'none', null, [null, null], null, [null, null]],
    ['数十场 → 60场', worded('several', 0), worded('exact', 60), 'none', null, [null, null], null, [null, null]],
    [
      '1.0万场 → 1.2万场',
      worded('exact', 10000, 1000),
      worded('exact', 12000, 1000),
      'interval',
      2000,
      [1000, 3000],
      20,
      [9.5, 31.6],
    ],
    [
      '2亿元 → 3亿元',
      { ...revenue, ...worded('exact', 2e8, 1e8) },
      { ...revenue, ...worded('exact', 3e8, 1e8) },
      'interval',
      1e8,
      [0, 2e8],
      50,
      [0, 133.3],
    ],
    [
      '5.5% → 5.1%',
      { ...percentUnit, ...worded('exact', 5.5, 0.1) },
      { ...percentUnit, ...worded('exact', 5.1, 0.1) },
      'interval',
      -0.4,
      [-0.5, -0.3],
      null,
      [null, null],
    ],
    ['0场 → 5场', worded('exact', 0), worded('exact', 5), 'exact', 5, [5, 5], null, [null, null]],
  ] as const)('%s', (_, from, to, comparison, difference, between, percent, percentBetween) => {
    const found = change(from, to)
    expect({
      comparison: found.comparison,
      difference: shown(found.difference),
      between: [shown(found.difference_low), shown(found.difference_high)],
      percent: shown(found.percent),
      percentBetween: [shown(found.percent_low), shown(found.percent_high)],
    }).toEqual({ comparison, difference, between, percent, percentBetween })
    expect(found.reason).toBe(comparison === 'none' ? 'unbounded' : null)
  })
})

describe('what cannot be compared has a reason instead of a number', () => {
  it.each([
    ['place_differs', {}, { region: '云岭省白石市' }],
    ['scope_differs', {}, { scope: '区图书馆' }],
    ['indicator_differs', {}, { indicator: 'performance.sessions' }],
    [
      'indicator_differs',
      { indicator: 'rate.growth', of: 'film.screenings' },
      { indicator: 'rate.growth', of: 'tourism.revenue' },
    ],
    ['subject_differs', { indicator: 'other', subject: '路灯' }, { indicator: 'other', subject: '水井' }],
    ['status_differs', { status: 'plan' }, {}],
    ['basis_differs', {}, { basis: 'each' }],
    ['aspect_differs', {}, { aspect: 'stock' }],
    ['unit_differs', { unit: '人次' }, { unit: '人' }],
    ['unit_differs', { unit: '米' }, { unit: '公里' }],
    ['unit_differs', { unit: '箩' }, { unit: '筐' }],
    ['part_against_whole', {}, { part_of: 'x:1-2' }],
  ] as const)('%s', (reason, from, to) => {
    const found = change(from, to)
    expect(found).toMatchObject({
      comparison: 'none',
      reason,
      difference: null,
      difference_low: null,
      percent_high: null,
    })
    expect(NOT_COMPARABLE[reason].zh).not.toBe('')
  })

  it('but units that measure the same are compared', () => {
    expect(change({ unit: '场' }, { unit: '场次', value: 110, min: 110, max: 110 })).toMatchObject({
      percent: 10,
      caution: [],
    })
    expect(change({ part_of: 'a:1-2' }, { part_of: 'b:1-2' }).comparison).toBe('exact')
  })
})

describe('cautions', () => {
  it.each([
    [[], {}, {}],
    [[], { subject: '电影' }, { subject: '公益电影' }],
    [['subject'], { subject: '电影' }, { subject: '戏曲' }],
    [['issuer'], {}, { issuer: '青禾市人民政府' }],
    [['unit'], { unit: '场' }, { unit: '期' }],
    [['gap'], { year: 2017 }, {}],
    [['gap', 'unit'], { year: 2017, unit: '个' }, { unit: '家' }],
  ])('%j', (caution, from, to) => {
    expect(change(from, to).caution).toEqual(caution)
  })
})

it('changesOf a series has one change fewer than points', () => {
  const [series] = buildSeries(
    [2017, 2019, 2020].map((year) => factOf({ year, ...worded('exact', year) })),
    ROWS,
  )
  if (series === undefined) throw new Error('no series')
  expect(
    changesOf(series).map(({ from, to, difference, caution }) => [from.year, to.year, difference, caution]),
  ).toEqual([
    [2017, 2019, 2, ['gap']],
    [2019, 2020, 1, []],
  ])
})
