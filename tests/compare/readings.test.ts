import { describe, expect, it } from 'vitest'
import { changesBetweenReadings } from '../../src/compare/readings.ts'
import type { Fact } from '../../src/model/fact.ts'
import { factOf } from './facts.ts'

const fact = (start: number, over: Partial<Fact> = {}): Fact =>
  factOf({ id: `d:${start}-${start + 3}`, start, ...over })

describe('changesBetweenReadings', () => {
  it.each<[string, readonly Fact[], readonly Fact[], readonly (readonly [string, string, readonly string[]])[]]>([
    ['nothing', [], [], []],
    ['the same', [fact(1), fact(5)], [fact(5), fact(1)], []],
    ['one more', [fact(1)], [fact(1), fact(5)], [['added', 'd:5-8', []]]],
    ['one less', [fact(1), fact(5)], [fact(5)], [['removed', 'd:1-4', []]]],
    ['another bound', [fact(1, { max: 3 })], [fact(1, { max: null })], [['altered', 'd:1-4', ['max']]]],
    [
      'another year and status',
      [fact(1, { year: 2019 })],
      [fact(1, { year: null, status: 'plan' })],
      [['altered', 'd:1-4', ['status', 'year']]],
    ],
    ['other rules and confidence alone', [fact(1, { rules: ['a'], confidence: 0.9 })], [fact(1, { rules: ['b'] })], []],
    [
      'a longer span: another fact',
      [fact(1)],
      [fact(1, { id: 'd:1-6' })],
      [
        ['added', 'd:1-6', []],
        ['removed', 'd:1-4', []],
      ],
    ],
    [
      'all three, in the order of the text',
      [fact(9), fact(5, { unit: '场' })],
      [fact(5, { unit: '次' }), fact(1)],
      [
        ['added', 'd:1-4', []],
        ['altered', 'd:5-8', ['unit']],
        ['removed', 'd:9-12', []],
      ],
    ],
  ])('%s', (_, earlier, later, changes) => {
    const found = changesBetweenReadings(earlier, later)
    expect(found.map(({ kind, fact, fields }) => [kind, fact, fields])).toEqual(changes)
    for (const { kind, earlier, later } of found) {
      expect([earlier === null, later === null]).toEqual([kind === 'added', kind === 'removed'])
    }
  })
})
