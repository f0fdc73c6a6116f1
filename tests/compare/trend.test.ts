import { describe, expect, test } from 'vitest'
import { trendLine } from '../../src/compare/trend.ts'

type Point = Parameters<typeof trendLine>[0][number]

const point = (year: number, value: number | null, given: Partial<Point> = {}): Point => ({
  year,
  value,
  min: value,
  max: value,
  part_of: null,
  ...given,
})

const years = { from: 2018, to: 2021 }

describe('a trend line', () => {
  test.each<[name: string, points: readonly Point[], line: string]>([
    [
      'goes from the lowest block to the highest',
      [point(2018, 0), point(2019, 70), point(2020, 30), point(2021, 10)],
      '▁█▄▂',
    ],
    ['has a space for a year without a figure', [point(2018, 30), point(2019, 10), point(2021, 20)], '█▁ ▅'],
    ['does not end in spaces', [point(2018, 1), point(2019, 2)], '▁█'],
    ['begins with spaces where the row begins later', [point(2020, 2), point(2021, 1)], '  █▁'],
    ['is level in the middle', [point(2018, 5), point(2019, 5)], '▄▄'],
    ['reads falls and negative numbers', [point(2018, -2), point(2019, -9)], '█▁'],
    [
      'draws a range at its middle and a bound where it is',
      [point(2018, 0), point(2019, null, { min: 4, max: 10 }), point(2020, null, { min: 14, max: null })],
      '▁▅█',
    ],
    ['leaves years outside out', [point(2010, 100), point(2018, 1), point(2019, 2)], '▁█'],
    ['does not mix parts with wholes', [point(2018, 10), point(2019, 1, { part_of: 'x' }), point(2020, 12)], '▁ █'],
    [
      'draws parts where there are only parts',
      [point(2018, 1, { part_of: 'x' }), point(2019, 2, { part_of: 'y' })],
      '▁█',
    ],
    ['is empty for one figure', [point(2018, 1)], ''],
    ['is empty where nothing bounds the figures', [point(2018, null), point(2019, null), point(2020, 3)], ''],
    ['is empty for nothing', [], ''],
  ])('%s', (_, points, line) => {
    expect(trendLine(points, years)).toBe(line)
  })
})
