import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../src/compare/figure.ts'
import { differenceOf, type Interval, isBelow, meet, percent, percentOf } from '../../src/compare/interval.ts'

/** A true value with an interval that holds it, open on any side. */
const valueIn = (lowest: number) =>
  fc
    .record({
      value: fc.double({ min: lowest, max: 1e9, noNaN: true }),
      below: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
      above: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    })
    .map(({ value, below, above }) => ({
      value,
      interval: { low: below === null ? null : value - below, high: above === null ? null : value + above },
    }))

const slack = (number: number) => 1e-6 * Math.max(1, Math.abs(number))
const holds = ({ low, high }: Interval, value: number) =>
  (low === null || low <= value + slack(value)) && (high === null || value <= high + slack(value))

describe('the true change lies in the interval', () => {
  it('of the difference', () => {
    fc.assert(
      fc.property(valueIn(-1e9), valueIn(-1e9), (from, to) =>
        holds(differenceOf(from.interval, to.interval), to.value - from.value),
      ),
    )
  })

  it('in percent, for any base above zero', () => {
    fc.assert(
      fc.property(valueIn(1e-3), valueIn(-1e9), (from, to) =>
        holds(percentOf(from.interval, to.interval), percent(from.value, to.value)),
      ),
      { numRuns: 500 },
    )
  })

  it('and the interval is no wider than its corners', () => {
    const bounded = fc
      .tuple(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }))
      .map(([low, width]) => ({ low, high: low + width }))
    fc.assert(
      fc.property(bounded, bounded, (from, to) => {
        const corners = [from.low, from.high].flatMap((a) => [to.low, to.high].map((b) => percent(a, b)))
        const { low, high } = percentOf(from, to)
        expect(low).toBeCloseTo(Math.min(...corners), 6)
        expect(high).toBeCloseTo(Math.max(...corners), 6)
      }),
    )
  })
})

describe('percentOf', () => {
  it.each<[string, Interval, Interval, Interval]>([
    ['1050 → 1000余', { low: 1050, high: 1050 }, { low: 1000, high: null }, { low: (-50 / 1050) * 100, high: null }],
    ['1000余 → 1050', { low: 1000, high: null }, { low: 1050, high: 1050 }, { low: null, high: 5 }],
    ['近1000 → 1100', { low: null, high: 1000 }, { low: 1100, high: 1100 }, { low: 10, high: null }],
    ['1000 → 近1100', { low: 1000, high: 1000 }, { low: null, high: 1100 }, { low: null, high: 10 }],
    ['0 → 5', { low: 0, high: 0 }, { low: 5, high: 5 }, { low: null, high: null }],
    ['−5 → 5', { low: -5, high: -5 }, { low: 5, high: 5 }, { low: null, high: null }],
    ['100 → −50…50', { low: 100, high: 100 }, { low: -50, high: 50 }, { low: -150, high: -50 }],
    ['50…100 → −50', { low: 50, high: 100 }, { low: -50, high: -50 }, { low: -200, high: -150 }],
    ['unbounded base', { low: null, high: null }, { low: 5, high: 5 }, { low: null, high: null }],
  ])('%s', (_, from, to, expected) => {
    const { low, high } = percentOf(from, to)
    expect(low === null ? null : Math.round(low * 1e9) / 1e9).toBe(
      expected.low === null ? null : Math.round(expected.low * 1e9) / 1e9,
    )
    expect(high).toBe(expected.high)
  })
})

describe('boundsOf a printed figure', () => {
  const exact = (value: number, resolution: number | null) =>
    ({ value, min: value, max: value, resolution, modifier: 'exact' }) as const
  it.each([
    ['a count printed to the last one', exact(1050, 1), 'count', { low: 1050, high: 1050 }],
    ['a rounded count (3.5万人)', exact(35000, 1000), 'count', { low: 34500, high: 35500 }],
    ['a rounded amount (9.70亿元)', exact(970000000, 1000000), 'amount', { low: 969500000, high: 970500000 }],
    ['a ratio (5%)', exact(5, 1), 'ratio', { low: 4.5, high: 5.5 }],
    ['without printed digits (半数)', exact(50, null), 'ratio', { low: 50, high: 50 }],
    [
      '1000余',
      { value: 1000, min: 1000, max: null, resolution: 1, modifier: 'over' },
      'count',
      { low: 1000, high: null },
    ],
    [
      '约3万',
      { value: 3e4, min: null, max: null, resolution: 1e4, modifier: 'about' },
      'count',
      { low: null, high: null },
    ],
    ['20至30', { value: null, min: 20, max: 30, resolution: 1, modifier: 'range' }, 'count', { low: 20, high: 30 }],
  ] as const)('%s', (_, figure, nature, bounds) => {
    expect(boundsOf(figure, nature)).toEqual(bounds)
  })
})

describe('meet', () => {
  it.each<[Interval, Interval, boolean]>([
    [{ low: 1, high: 2 }, { low: 2, high: 3 }, true],
    [{ low: 1, high: 2 }, { low: 2.1, high: 3 }, false],
    [{ low: 3, high: null }, { low: 1, high: 2 }, false],
    [{ low: null, high: 2 }, { low: 1, high: 5 }, true],
    [{ low: null, high: null }, { low: 1, high: 1 }, true],
    [{ low: 0.1 + 0.2, high: 0.1 + 0.2 }, { low: 0.3, high: 0.3 }, true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(meet(a, b)).toBe(expected)
    expect(meet(b, a)).toBe(expected)
    expect(isBelow(a, b) || isBelow(b, a)).toBe(!expected)
  })
})
