import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../src/compare/claims.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS, worded } from './facts.ts'

const said = (given: Partial<ReportedFact>) =>
  factOf({
    indicator: 'rate.growth',
    of: 'film.screenings',
    aspect: 'change',
    unit: '%',
    quote: '增长',
    sentence: '放映电影1100场，同比增长。',
    ...worded('exact', 10, 0.1),
    ...given,
  })
const screenings = (year: number, value: number, given: Partial<ReportedFact> = {}) =>
  factOf({ year, ...worded('exact', value), ...given })

function check(
  claim: Partial<ReportedFact>,
  figures: readonly ReportedFact[] = [screenings(2019, 1000), screenings(2020, 1100)],
) {
  const [only, ...others] = checkClaims([...figures, said(claim)], ROWS)
  expect(others).toEqual([])
  if (only === undefined) throw new Error('no claim')
  return only
}

describe('a stated growth is checked within the rounding of claim and figures', () => {
  const revenue = { indicator: 'tourism.revenue', unit: '元' } as const
  it.each<[string, Partial<ReportedFact>, readonly ReportedFact[] | undefined, string]>([
    ['10.0% of 1000 → 1100', {}, undefined, 'agree'],
    ['11.0% of 1000 → 1100', worded('exact', 11, 0.1), undefined, 'disagree'],
    ['10% of 1000 → 1104', worded('exact', 10, 1), [screenings(2019, 1000), screenings(2020, 1104)], 'agree'],
    ['10.0% of 1000 → 1104', {}, [screenings(2019, 1000), screenings(2020, 1104)], 'disagree'],
    ['over 9% of 1000 → 1100', worded('over', 9), undefined, 'agree'],
    ['over 11% of 1000 → 1100', worded('over', 11), undefined, 'disagree'],
    ['about 10% of 1000 → 1100', worded('about', 10), undefined, 'cannot_tell'],
    [
      '增长1倍 of 500 → 1000',
      { unit: '倍', ...worded('exact', 1) },
      [screenings(2019, 500), screenings(2020, 1000)],
      'agree',
    ],
    [
      '增长1倍 of 500 → 600',
      { unit: '倍', ...worded('exact', 1) },
      [screenings(2019, 500), screenings(2020, 600)],
      'disagree',
    ],
    ['10.0% of 1000 → 1200余', {}, [screenings(2019, 1000), factOf({ ...worded('over', 1200) })], 'disagree'],
    ['10.0% of 1000 → 1000余', {}, [screenings(2019, 1000), factOf({ ...worded('over', 1000) })], 'cannot_tell'],
    [
      '14.8% of 1.0亿元 → 1.1亿元',
      { of: 'tourism.revenue', ...worded('exact', 14.8, 0.1) },
      [
        factOf({ ...revenue, year: 2019, ...worded('exact', 1e8, 1e7) }),
        factOf({ ...revenue, ...worded('exact', 1.1e8, 1e7) }),
      ],
      'agree',
    ],
    [
      '增加100场 of 1000 → 1100',
      { indicator: 'change.amount', unit: '场', ...worded('exact', 100) },
      undefined,
      'agree',
    ],
    [
      '增加22场 of 1000 → 1100',
      { indicator: 'change.amount', unit: '场次', ...worded('exact', 22) },
      undefined,
      'disagree',
    ],
    [
      'a fall of 10.0% of 1000 → 900',
      worded('exact', -10, 0.1),
      [screenings(2019, 1000), screenings(2020, 900)],
      'agree',
    ],
  ])('%s', (_, claim, figures, verdict) => {
    const found = check(claim, figures)
    expect(found.verdict).toBe(verdict)
    expect(found.doubt).toBe(verdict === 'cannot_tell' ? 'unbounded' : null)
  })

  it('in points, where the figures are percentages', () => {
    const rate = { indicator: 'employment.unemployment', unit: '%', aspect: 'rate', subject: '失业率' } as const
    const figures = [
      factOf({ ...rate, year: 2019, ...worded('exact', 5.5, 0.1) }),
      factOf({ ...rate, ...worded('exact', 5.1, 0.1) }),
    ]
    const fall = { indicator: 'change.amount', of: rate.indicator, subject: rate.subject, unit: '个百分点' }
    expect(check({ ...fall, ...worded('exact', -0.4, 0.1) }, figures).verdict).toBe('agree')
    expect(check({ ...fall, ...worded('exact', -0.8, 0.1) }, figures).verdict).toBe('disagree')
  })
})

describe('cannot tell', () => {
  it.each<[string, string, Partial<ReportedFact>, readonly ReportedFact[] | undefined]>([
    ['no_figures', 'without the year before', {}, [screenings(2020, 1100)]],
    ['no_figures', 'with a plan only', {}, [screenings(2019, 1000), screenings(2020, 1100, { status: 'plan' })]],
    ['no_figures', 'with figures of another place', { region: '云岭省白石市' }, undefined],
    ['no_figures', 'with figures of another scope', { scope: '市图书馆' }, undefined],
    ['no_figures', 'with figures of another thing', { subject: '戏曲' }, undefined],
    [
      'no_figures',
      'with a part against a whole',
      {},
      [screenings(2019, 1000), screenings(2020, 1100, { part_of: 'x:1-2' })],
    ],
    [
      'no_figures',
      'with figures that do not measure the same',
      {},
      [screenings(2019, 1000, { unit: '人次' }), screenings(2020, 1100)],
    ],
    [
      'unsure_figures',
      'of what no indicator names, whose figures have no words either',
      { of: 'other', subject: '', ...worded('exact', 50) },
      [
        screenings(2019, 1000, { indicator: 'other', subject: '' }),
        screenings(2020, 1100, { indicator: 'other', subject: '' }),
      ],
    ],
    ['unit_differs', 'with a unit that is no growth', { unit: '番', ...worded('exact', 1) }, undefined],
    ['base_unknown', 'for another base', { rules: ['change.growth', 'change.otherBase'] }, undefined],
    ['base_unknown', 'for an average', { basis: 'average' }, undefined],
  ])('%s: %s', (doubt, _, claim, figures) => {
    expect(check(claim, figures)).toMatchObject({ verdict: 'cannot_tell', doubt })
  })

  it('but the year before may be named', () => {
    expect(check({ sentence: '比2019年增长。' }).verdict).toBe('agree')
    expect(check({ sentence: '增长，比2015年翻番。' }).verdict).toBe('agree')
  })
})

it('is borne out by any figures of the two years', () => {
  const figures = [screenings(2019, 500, { confidence: 1 }), screenings(2019, 1000), screenings(2020, 1100)]
  expect(check({}, figures)).toMatchObject({ verdict: 'agree', from: { value: 1000 } })
  expect(check(worded('exact', 50, 0.1), figures)).toMatchObject({ verdict: 'disagree', from: { value: 500 } })
})

it('is checked with the figures of its own words first', () => {
  const figures = [
    screenings(2019, 1000, { subject: '公益电影' }),
    screenings(2020, 1100, { subject: '公益电影' }),
    screenings(2019, 5000, { confidence: 1 }),
    screenings(2020, 9000, { confidence: 1 }),
  ]
  expect(check({ subject: '公益电影' }, figures)).toMatchObject({
    verdict: 'agree',
    from: { value: 1000 },
    to: { value: 1100 },
  })
})

describe('a claim without words of its own', () => {
  const sentence = '接待游客110万人次，增长。'
  const told = (given: Partial<ReportedFact>) => screenings(2020, 1100, { document: 'd', start: 4, sentence, ...given })
  const claim = { document: 'd', start: 14, sentence, subject: '增长' }

  it('is of the figure that stands nearest before it in its sentence', () => {
    const figures = [
      screenings(2019, 1000),
      screenings(2019, 10, { subject: '戏曲' }),
      told({ subject: '戏曲', start: 2, ...worded('exact', 99) }),
      told({}),
      told({ start: 20, ...worded('exact', 7000) }),
    ]
    expect(check(claim, figures)).toMatchObject({
      verdict: 'agree',
      from: { value: 1000 },
      to: { value: 1100, start: 4 },
    })
  })

  it('is not of a figure in another sentence', () => {
    expect(check(claim, [screenings(2019, 1000), told({ sentence: '别的句子。' })]).doubt).toBe('no_figures')
  })

  it('is not contradicted by a figure of perhaps another thing', () => {
    const figures = [screenings(2019, 500, { subject: '公益电影' }), told({})]
    expect(check(claim, figures)).toMatchObject({ verdict: 'cannot_tell', doubt: 'subject_differs' })
    const fitting = [screenings(2019, 1000, { subject: '公益电影' }), told({})]
    expect(check(claim, fitting).verdict).toBe('agree')
  })
})

it('leaves growth aside that is planned or of nothing named', () => {
  expect(checkClaims([said({ status: 'plan' }), said({ of: null })], ROWS)).toEqual([])
})
