import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/compare/place.ts'
import { buildSeries } from '../../src/compare/series.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS } from './facts.ts'

const exact = (value: number, given: Partial<ReportedFact> = {}) => factOf({ value, min: value, max: value, ...given })

describe('what belongs to one series', () => {
  it.each<[string, Partial<ReportedFact>, number]>([
    ['the same figure of another year', { year: 2021 }, 1],
    ['another way to write the unit', { unit: '场次' }, 1],
    ['another measure', { unit: '人次' }, 2],
    ['another issuer of the place', { issuer: '青禾市人民政府' }, 1],
    ['another place', { region: '云岭省白石市' }, 2],
    ['a narrower scope', { scope: '市图书馆' }, 2],
    ['another indicator', { indicator: 'performance.sessions' }, 2],
    ['a plan', { status: 'plan' }, 2],
    ['one for each', { basis: 'each' }, 2],
    ['an average', { basis: 'average' }, 2],
    ['a stock', { aspect: 'stock' }, 2],
    ['other words for the thing counted', { subject: '公益电影' }, 1],
    ['a growth', { indicator: 'rate.growth', of: 'film.screenings', unit: '%', aspect: 'change' }, 2],
    ['no year', { year: null }, 1],
  ])('%s', (_, other, count) => {
    expect(buildSeries([exact(100), exact(110, other)], ROWS)).toHaveLength(count)
  })

  it('keeps subjects apart where the indicator says nothing without them', () => {
    const coverage = { indicator: 'rate.coverage', unit: '%', aspect: 'rate' } as const
    const facts = [
      exact(90, { ...coverage, subject: '广播' }),
      exact(80, { ...coverage, subject: '书屋' }),
      exact(95, { ...coverage, subject: '广播', year: 2021 }),
    ]
    expect(buildSeries(facts, ROWS).map(({ topic, points }) => [topic, points.map(({ value }) => value)])).toEqual([
      ['书屋', [80]],
      ['广播', [90, 95]],
    ])
    expect(
      buildSeries([exact(1, { indicator: 'other', subject: '甲' }), exact(1, { indicator: 'other', subject: '乙' })]),
    ).toHaveLength(2)
  })

  it('keeps issuers apart where asked', () => {
    const facts = [exact(100), exact(110, { issuer: '青禾市人民政府' })]
    expect(buildSeries(facts, ROWS, { by: 'issuer' }).map(({ place }) => place)).toEqual([
      '云岭省青禾市 青禾市人民政府',
      '云岭省青禾市 青禾市文化局',
    ])
  })

  it('never joins two reports of nobody in particular', () => {
    const nobody = { region: '', issuer: '' }
    expect(buildSeries([exact(100, nobody), exact(110, { ...nobody, year: 2021 })], ROWS)).toHaveLength(2)
  })
})

describe('whose figures a report states', () => {
  const document = '00ff'
  it.each([
    ['云岭省青禾市', '青禾市文化局', '云岭省青禾市'],
    ['', '青禾市文化局', '青禾市文化局'],
    ['', '', 'document 00ff'],
    ['', 'XX高新区', 'document 00ff'],
    ['', '某市文化局', 'document 00ff'],
    ['', '×县文化馆', 'document 00ff'],
    ['XX市', '青禾市文化局', '青禾市文化局'],
    ['', 'X光机厂', 'X光机厂'],
  ])('region %j, issuer %j: %s', (region, issuer, place) => {
    expect(placeOf({ region, issuer, document })).toBe(place)
  })
})

describe('the figure of a year', () => {
  const years = (facts: readonly ReportedFact[]) =>
    buildSeries(facts, ROWS).flatMap(({ points }) =>
      points.map(({ year, value, candidates }) => [year, value, candidates]),
    )

  it.each<[string, readonly ReportedFact[], readonly (number | null)[][]]>([
    ['a whole before a part', [exact(30, { part_of: 'x:1-2', confidence: 1 }), exact(100)], [[2020, 100, 2]]],
    ['a part where there is no whole', [exact(30, { part_of: 'x:1-2' })], [[2020, 30, 1]]],
    ['the report of that year', [exact(99, { report_year: 2021, confidence: 1 }), exact(100)], [[2020, 100, 2]]],
    ['another report where there is none', [exact(99, { report_year: 2021 })], [[2020, 99, 1]]],
    [
      "the catalogue's unit",
      [exact(12, { unit: '期', confidence: 1 }), exact(100, { unit: '场次' })],
      [[2020, 100, 2]],
    ],
    [
      'the subject that lasts',
      [
        exact(5, { subject: '戏曲片', confidence: 1 }),
        exact(100),
        exact(90, { year: 2019 }),
        exact(110, { year: 2021 }),
      ],
      [
        [2019, 90, 1],
        [2020, 100, 2],
        [2021, 110, 1],
      ],
    ],
    ['the surest', [exact(99, { confidence: 0.5 }), exact(100, { confidence: 0.8 })], [[2020, 100, 2]]],
    [
      'the first in the text',
      [exact(99, { document: 'a', start: 50 }), exact(100, { document: 'a', start: 20 })],
      [[2020, 100, 2]],
    ],
  ])('%s', (_, facts, expected) => {
    expect(years(facts)).toEqual(expected)
    expect(years([...facts].reverse())).toEqual(expected)
  })

  it('lists the others, best first', () => {
    const [series] = buildSeries([exact(1, { confidence: 0.1 }), exact(2, { confidence: 0.5 }), exact(3)], ROWS)
    expect(series?.points.map(({ value }) => value)).toEqual([3])
    expect(series?.others.get(2020)?.map(({ value }) => value)).toEqual([2, 1])
  })
})
