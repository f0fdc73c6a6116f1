import { describe, expect, test } from 'vitest'
import { hasOtherBase, OTHER_PERIOD } from '../../src/compare/base.ts'
import { buildSeries } from '../../src/compare/series.ts'
import { factOf, ROWS } from './facts.ts'

/** A sentence with its growth in 【】. */
function told(marked: string, year = 2020) {
  const quote = /【(.*)】/.exec(marked)?.[1] ?? ''
  return { indicator: 'rate.growth', year, quote, sentence: marked.replace(/[【】]/g, '') }
}

describe('the base of a growth', () => {
  test.each([
    '演出比2015年增长【65%】。',
    '演出较2015年增长【65%】。',
    '演出年均增长【7%】。',
    '五年来，演出增长【65%】。',
    '演出五年增长【65%】。',
    '演出较“十三五”末增长【33%】。',
    '一季度演出增长【5%】。',
    '2016年以来演出增长【65%】。',
    '演出比上年增长5%；观众比2015年增长【65%】。',
    '演出比2015年增长65%；观众增长【1.71倍】。',
  ])('is another time than the year before: %s', (sentence) => {
    expect(hasOtherBase(told(sentence))).toBe(true)
  })

  test.each([
    '演出增长【5%】。',
    '演出比上年增长【5%】。',
    '演出比2019年增长【5%】。',
    '演出增长【5%】，年均增长7%。',
    '演出年均增长7%；观众增长【4%】。',
    '演出比2015年增长65%；观众比上年增长【4%】。',
    '一年来，演出增长【5%】。',
    '三季度演出回落，全年演出增长【5%】。',
    '近年来演出不断，比上年增长【5%】。',
    '2020年演出增长【5%】。',
  ])('is the year before: %s', (sentence) => {
    expect(hasOtherBase(told(sentence))).toBe(false)
  })

  test('is asked of growth alone, and only where the year is known', () => {
    const sentence = told('演出五年增长【65%】。')
    expect(hasOtherBase({ ...sentence, indicator: 'film.screenings' })).toBe(false)
    expect(hasOtherBase({ ...sentence, year: null })).toBe(false)
  })

  test('keeps growth over several years out of the series of yearly growth', () => {
    const growth = { indicator: 'rate.growth', of: 'film.screenings', unit: '%', aspect: 'change' } as const
    const series = buildSeries(
      [
        factOf({ ...told('演出比2015年增长【65%】。'), ...growth, value: 65 }),
        factOf({ ...told('演出增长【5%】。', 2021), ...growth, value: 5 }),
      ],
      ROWS,
    )
    expect(series.map(({ topic, points }) => [topic, points.map(({ year }) => year)])).toEqual([
      ['', [2021]],
      [OTHER_PERIOD, [2020]],
    ])
  })
})

test('of two figures of one year the one that was reached stands, not the one that was passed', () => {
  const document = '0'.repeat(16)
  const passed = factOf({ document, start: 5, value: 4000, min: 4000, max: null, modifier: 'over' })
  const reached = factOf({ document, start: 15, value: 4211, min: 4211, max: 4211 })
  const [series] = buildSeries([passed, reached], ROWS)
  expect(series?.points.map(({ value, candidates }) => [value, candidates])).toEqual([[4211, 2]])
})
