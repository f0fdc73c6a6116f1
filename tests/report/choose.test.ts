import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSeries } from '../../src/compare/series.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { chooseWithin, entryOf, figuresOf } from '../../src/report/choose.ts'
import { renderReport } from '../../src/report/render.ts'
import { factOf, ROWS } from '../compare/facts.ts'

const EVERYTHING = Number.MAX_SAFE_INTEGER

const films = (years: readonly number[], given: Partial<ReportedFact> = {}) =>
  years.map((year) => factOf({ year, ...given }))

/** The entries that are chosen, each told by place, indicator and what is counted. */
function chosenOf(facts: readonly ReportedFact[], room: number): readonly string[] {
  const { chosen } = chooseWithin(buildSeries(facts, ROWS), room)
  return [...new Set(chosen.map(({ indicator, topic, place }) => `${place} ${indicator} ${topic}`.trim()))]
}

describe('what a page has room for', () => {
  const facts = [
    ...films([2019], { indicator: 'performance.sessions', region: '甲市' }),
    ...films([2018, 2019, 2020], { region: '甲市' }),
    ...films([2016, 2017, 2018, 2019, 2020], { indicator: 'other', subject: '讲座', region: '甲市' }),
    ...films([2020], { indicator: 'civility.units', unit: '个', region: '甲市' }),
    ...films([2020], { indicator: 'civility.units', unit: '个', region: '乙市' }),
  ]

  test('everything, where there is room', () => {
    const { chosen, leftOut } = chooseWithin(buildSeries(facts, ROWS), EVERYTHING)
    expect(chosen).toEqual(buildSeries(facts, ROWS))
    expect(leftOut).toEqual({ series: 0, figures: 0 })
  })

  test.each([
    [0, []],
    [700, ['甲市 film.screenings']],
    [950, ['甲市 film.screenings', '乙市 civility.units']],
    [1250, ['甲市 film.screenings', '乙市 civility.units', '甲市 civility.units']],
    [1550, ['甲市 film.screenings', '乙市 civility.units', '甲市 civility.units', '甲市 performance.sessions']],
  ])('in %i bytes the catalogue before others, then most years, then most places', (room, expected) => {
    expect([...chosenOf(facts, room)].sort()).toEqual([...expected].sort())
  })

  test('a plan stays with what was done', () => {
    const both = [...films([2018, 2019]), ...films([2020], { status: 'plan' })].map((fact) => ({
      ...fact,
      region: '甲市',
    }))
    const { chosen } = chooseWithin(buildSeries(both, ROWS), 300)
    expect(chosen).toEqual([])
    expect(chooseWithin(buildSeries(both, ROWS), 3000).chosen.map(({ status }) => status)).toEqual(['actual', 'plan'])
  })

  test('what is left out is counted, and no indicator of a place is torn apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            year: fc.integer({ min: 2000, max: 2004 }),
            region: fc.constantFrom('甲市', '乙市'),
            status: fc.constantFrom('actual', 'plan'),
            indicator: fc.constantFrom('film.screenings', 'other'),
            subject: fc.constantFrom('电影', '讲座'),
          }),
        ),
        fc.integer({ min: 0, max: 6000 }),
        (said, room) => {
          const all = buildSeries(
            said.map((one) => factOf(one as Partial<ReportedFact>)),
            ROWS,
          )
          const { chosen, leftOut } = chooseWithin(all, room)
          const kept = new Set(chosen.map(entryOf))
          const out = all.filter((series) => !chosen.includes(series))
          expect(out.filter((series) => kept.has(entryOf(series)))).toEqual([])
          expect(leftOut).toEqual({ series: out.length, figures: out.flatMap(figuresOf).length })
        },
      ),
    )
  })
})

test('the page of an archive that is far too large stays under 5 MB and says what it left out', () => {
  const facts = Array.from({ length: 30_000 }, (_, index) =>
    factOf({
      document: '0000000000000001',
      start: index * 300,
      region: '甲市',
      issuer: '',
      year: 1990 + (index % 30),
      indicator: index % 3 === 0 ? 'film.screenings' : 'other',
      subject: `第${Math.floor(index / 60)}类活动`,
      quote: `${index}场`,
      value: index,
      sentence: `${'全年在城乡各处广泛开展群众喜闻乐见的文化活动，'.repeat(4)}共${index}场。`,
    }),
  )
  const page = renderReport(
    {
      ...{ language: 'zh', title: null, facts, findings: [], reference: ROWS, filters: [], by: 'place' },
      ...{ from: null, to: null, minYears: 1, sourceOf: () => '' },
      documents: [
        {
          ...{ id: '0000000000000001', name: '大.txt', format: 'txt' },
          reports: [
            {
              ...{ part: 0, start: 0, end: 1, title: '大', issuer: '', region: '甲市', kind: 'summary', year: 2020 },
              ...{ yearBasis: 'stated', yearConfidence: 1, published: null, evidence: [] },
            },
          ],
        },
      ],
    },
    { text: 'x'.repeat(320_000), hash: 'sha256-' },
  )
  expect(Buffer.byteLength(page)).toBeLessThan(5_000_000)
  expect(Buffer.byteLength(page)).toBeGreaterThan(3_500_000)
  expect(page).toMatch(/有 \d+ 个序列（[\d,]+ 个数字）没有收入/)
})
