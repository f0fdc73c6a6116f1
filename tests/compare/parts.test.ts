import { describe, expect, it } from 'vitest'
import { checkParts } from '../../src/compare/parts.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS, worded } from './facts.ts'

const document = '00aa'
const whole = (given: Partial<ReportedFact>) => factOf({ document, start: 0, ...given })
const part = (start: number, given: Partial<ReportedFact>) =>
  factOf({ document, start, part_of: `${document}:0-4`, ...given })

describe('parts of a total', () => {
  it.each<[string, ReportedFact, readonly ReportedFact[], string, readonly (number | null)[]]>([
    [
      'that make it up',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 60)), part(20, worded('exact', 40))],
      'adds_up',
      [100, 100],
    ],
    ['that leave a rest', whole(worded('exact', 100)), [part(10, worded('exact', 60))], 'within', [60, 60]],
    [
      'that are more',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 60)), part(20, worded('exact', 41))],
      'exceeds',
      [101, 101],
    ],
    [
      'that make it up within rounding',
      whole(worded('exact', 10000, 1000)),
      [part(10, worded('exact', 6200)), part(20, worded('exact', 4200))],
      'adds_up',
      [10400, 10400],
    ],
    [
      'that are more than a bound',
      whole(worded('under', 100)),
      [part(10, worded('exact', 60)), part(20, worded('exact', 41))],
      'exceeds',
      [101, 101],
    ],
    [
      'of which one is more than all',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 60)), part(20, worded('exact', 101))],
      'cannot_tell',
      [161, 161],
    ],
    ['of an open total', whole(worded('over', 100)), [part(10, worded('exact', 101))], 'cannot_tell', [101, 101]],
    [
      'of which one is open',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 50)), part(20, worded('over', 30))],
      'cannot_tell',
      [80, null],
    ],
    [
      'of which one is open and they are more',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 80)), part(20, worded('over', 30))],
      'exceeds',
      [110, null],
    ],
    [
      'of which one is in another measure',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 60)), part(20, { ...worded('exact', 60), unit: '%' })],
      'within',
      [60, 60],
    ],
    [
      'of which one is planned',
      whole(worded('exact', 100)),
      [part(10, worded('exact', 60)), part(20, { ...worded('exact', 60), status: 'plan' })],
      'within',
      [60, 60],
    ],
  ])('%s', (_, total, parts, verdict, sum) => {
    const [only, ...others] = checkParts([...parts, total], ROWS)
    expect(others).toEqual([])
    expect(only).toMatchObject({ verdict, sum_low: sum[0], sum_high: sum[1], whole: { id: total.id } })
  })

  it('are of one total each, in the order of the text', () => {
    const other = factOf({ document, start: 100 })
    const facts = [factOf({ document, start: 110, part_of: other.id }), other, part(30, {}), part(10, {}), whole({})]
    expect(checkParts(facts, ROWS).map((check) => [check.whole.start, check.parts.map(({ start }) => start)])).toEqual([
      [0, [10, 30]],
      [100, [110]],
    ])
  })

  it('are summed on each side of the total, since each side divides it anew', () => {
    const total = factOf({ document, start: 50, ...worded('exact', 100) })
    const of = (start: number, value: number) =>
      factOf({ document, start, part_of: total.id, ...worded('exact', value) })
    const told = (...parts: readonly ReportedFact[]) =>
      checkParts([total, ...parts], ROWS).map(({ side, sum_low, verdict }) => `${side} ${sum_low} ${verdict}`)
    expect(told(of(10, 60), of(20, 40), of(60, 30))).toEqual(['before 100 adds_up', 'behind 30 within'])
    expect(told(of(10, 60), of(20, 41), of(60, 30), of(70, 80))).toEqual(['before 101 exceeds', 'behind 110 exceeds'])
  })

  it('are none where no total has any', () => {
    expect(checkParts([whole({}), factOf({ part_of: 'gone:1-2' })], ROWS)).toEqual([])
  })
})
