import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareToFloor, isOfSameSet, raiseFloor, ratchetFile } from '../../scripts/score/ratchet.ts'

const names = (moves: readonly { readonly measure: string }[]) => moves.map(({ measure }) => measure)

describe('the ratchet', () => {
  test.each([
    { name: 'the same', now: { factF1: 90, ungrounded: 1 }, fallen: [], risen: [] },
    { name: 'lower by rounding', now: { factF1: 89.95, ungrounded: 1 }, fallen: [], risen: [] },
    { name: 'lower', now: { factF1: 89.94, ungrounded: 1 }, fallen: ['factF1'], risen: [] },
    { name: 'higher', now: { factF1: 90.2, ungrounded: 1 }, fallen: [], risen: ['factF1'] },
    { name: 'more ungrounded facts', now: { factF1: 90, ungrounded: 2 }, fallen: ['ungrounded'], risen: [] },
    { name: 'fewer ungrounded facts', now: { factF1: 90, ungrounded: 0 }, fallen: [], risen: ['ungrounded'] },
    { name: 'a measure that is gone', now: { ungrounded: 1 }, fallen: ['factF1'], risen: [] },
  ])('$name', ({ now, fallen, risen }) => {
    const moves = compareToFloor({ factF1: 90, ungrounded: 1 }, now as Record<string, number>)
    expect(names(moves.fallen)).toEqual(fallen)
    expect(names(moves.risen)).toEqual(risen)
  })

  test('is raised by what is better and never lowered', () => {
    const raised = raiseFloor({ factF1: 90, recordF1: 70, ungrounded: 0 }, { factF1: 91, recordF1: 69, ungrounded: 2 })
    expect(raised).toEqual({ factF1: 91, recordF1: 70, ungrounded: 0 })
  })

  test('is measured anew where the set has other reports', () => {
    const floor = { reports: 7, factF1: 97, ungrounded: 0 }
    const now = { reports: 8, factF1: 90, ungrounded: 0 }
    expect(isOfSameSet(floor, now)).toBe(false)
    expect(isOfSameSet(floor, { ...now, reports: 7 })).toBe(true)
    expect(raiseFloor(floor, now)).toEqual(now)
    expect(names(compareToFloor(floor, { ...floor, reports: 8 }).fallen)).toEqual([])
  })

  test('stands in a file of the agreed form, with a floor for both bundled sets', () => {
    const file = new URL('../../scores/ratchet.json', import.meta.url)
    expect(existsSync(file)).toBe(true)
    const floors = ratchetFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(Object.keys(floors)).toEqual(
      expect.arrayContaining(['fixtures/reports/gold', 'fixtures/reports/varied/dev']),
    )
  })
})
