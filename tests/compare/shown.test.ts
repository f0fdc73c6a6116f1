import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber, englishNumber, plainNumber, shownValue } from '../../src/compare/shown.ts'

describe('numbers as people read them', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [5.2, '5.2'],
    [0.1 + 0.2, '0.3'],
    [-4.8, '-4.8'],
    [1000, '1,000'],
    [-1234567.5, '-1,234,567.5'],
    [1234567890123.45, '1,234,567,890,123.45'],
    [0.00000001, '0.00000001'],
    [1e22, '10,000,000,000,000,000,000,000'],
  ])('plain: %s → %s', (value, shown) => {
    expect(plainNumber(value)).toBe(shown)
  })

  test('plain: as the locale en-US groups them', () => {
    const locale = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 12 })
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`)
        expect(plainNumber(value)).toBe(locale(value))
      }),
    )
  })

  test.each([
    [9999, '9,999', '9,999'],
    [10000, '1万', '10,000'],
    [43500, '4.35万', '43,500'],
    [875000000, '8.75亿', '875 million'],
    [134908400000000, '134.9084万亿', '134.9084 trillion'],
    [1234567, '1,234,567', '1,234,567'],
  ])('in the words of a language: %s → %s, %s', (value, chinese, english) => {
    expect([chineseNumber(value), englishNumber(value)]).toEqual([chinese, english])
  })
})

describe('figures with what is known of them', () => {
  test.each([
    [{ modifier: 'exact', value: 300, min: 300, max: 300 }, '300'],
    [{ modifier: 'about', value: 300, min: null, max: null }, '~ 300'],
    [{ modifier: 'over', value: 1000, min: 1000, max: null }, '≥ 1,000'],
    [{ modifier: 'at_most', value: 5, min: null, max: 5 }, '≤ 5'],
    [{ modifier: 'range', value: null, min: 20, max: 30 }, '20–30'],
    [{ modifier: 'several', value: null, min: null, max: null }, '?'],
  ] as const)('%o → %s', (figure, shown) => {
    expect(shownValue(figure)).toBe(shown)
  })
})
