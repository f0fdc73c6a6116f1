import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powerOf, readHanNumber } from '../../src/extract/hanNumber.ts'

const ONES = [...'零一二三四五六七八九']

/** The number below ten thousand as it is said in full: 1050 → 一千零五十. */
function sayGroup(number: number): string {
  const digits = [...String(number).padStart(4, '0')].map(Number)
  const said = digits.map((digit, place) => (digit === 0 ? '零' : `${ONES[digit]}${['千', '百', '十', ''][place]}`))
  return said
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}

/** A whole number below 万亿 as it is said in full. */
function say(number: number): string {
  const groups = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4]
  const said = groups.map((group, place) => {
    if (group === 0) return '零'
    const lead = place > 0 && group < 1000 ? '零' : ''
    return `${lead}${sayGroup(group)}${['亿', '万', ''][place]}`
  })
  return (
    said
      .join('')
      .replace(/零+/g, '零')
      .replace(/^零|零$/g, '') || '零'
  )
}

describe('readHanNumber', () => {
  it('reads every whole number back from the way it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
        expect(readHanNumber(say(number))?.value).toBe(number)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads every year by its digits', () => {
    for (let year = 1900; year < 2100; year++) {
      const written = Array.from(String(year), (digit) => ONES[Number(digit)]).join('')
      expect(readHanNumber(written.replaceAll('零', '〇'))).toEqual({ value: year, resolution: 1 })
    }
  })

  it.each([
    ['三百二', 320, 10],
    ['九万四', 94000, 1000],
    ['四亿五', 450000000, 10000000],
    ['百三', 130, 10],
    ['四百零五', 405, 1],
    ['三百万', 3000000, 1000000],
    ['一百二十三万', 1230000, 10000],
    ['四万亿', 4e12, 1e12],
    ['一万五千亿', 1.5e12, 1e11],
    ['3万5千4百', 35400, 100],
    ['1.1亿5万', 110050000, 10000],
    ['十二点九', 12.9, 0.1],
    ['两千点零', 2000, 0.1],
    ['十点二三万', 102300, 100],
    ['零', 0, 1],
    ['零十', 10, 10],
    ['四 百 五', 450, 10],
  ])('%s is %d, to %d', (written, value, resolution) => {
    expect(readHanNumber(written)).toEqual({ value, resolution })
  })

  it.each(['百千万', '亿万', '千千万万', '三百五百', '一万二万', '一百千', '两两', '五万千', '三零一百五六', '公', ''])(
    '%s spells no number',
    (written) => {
      expect(readHanNumber(written)).toBeNull()
    },
  )
})

describe('powerOf', () => {
  it.each([
    ['万', 4],
    ['万亿', 12],
    ['百万', 6],
    ['千', 3],
    ['', 0],
  ])('%s is ten to the power of %d', (multipliers, power) => {
    expect(powerOf(multipliers)).toBe(power)
  })
})
