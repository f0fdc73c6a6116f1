import { describe, expect, test } from 'vitest'
import { acrossPlaces } from '../../src/compare/across.ts'
import { buildSeries } from '../../src/compare/series.ts'
import { factOf, ROWS } from './facts.ts'

const at = (place: string) => ({ region: `云岭省${place}` })

describe('one subject across places', () => {
  const facts = [
    factOf({ ...at('白石市'), year: 2020 }),
    factOf({ ...at('白石市'), year: 2021, status: 'plan' }),
    factOf({ ...at('青禾市'), year: 2019 }),
    factOf({ ...at('青禾市'), year: 2020, basis: 'average' }),
    factOf({ ...at('青禾市'), year: 2020, scope: '市图书馆' }),
    factOf({ ...at('赤溪市'), year: 2020, unit: '人次' }),
  ]
  const subjects = acrossPlaces(buildSeries(facts, ROWS))

  test('stands where most places state it, and what differs stands apart', () => {
    expect(
      subjects.map(({ scope, basis, measure, places }) => [scope, basis, measure, places.map(({ place }) => place)]),
    ).toEqual([
      ['', 'total', 'session', ['云岭省白石市', '云岭省青禾市']],
      ['', 'average', 'session', ['云岭省青禾市']],
      ['', 'total', 'visit', ['云岭省赤溪市']],
      ['市图书馆', 'total', 'session', ['云岭省青禾市']],
    ])
  })

  test('has what was done beside what is planned', () => {
    const [first] = subjects[0]?.places ?? []
    const years = [...(first?.byStatus ?? [])].map(([status, { points }]) => [status, points.map(({ year }) => year)])
    expect(years).toEqual([
      ['actual', [2020]],
      ['plan', [2021]],
    ])
  })

  test('orders places as it is told', () => {
    const [first] = acrossPlaces(buildSeries(facts, ROWS), (a, b) => (a < b ? 1 : a > b ? -1 : 0))
    expect(first?.places.map(({ place }) => place)).toEqual(['云岭省青禾市', '云岭省白石市'])
  })

  test('is nothing of nothing', () => {
    expect(acrossPlaces([])).toEqual([])
  })
})
