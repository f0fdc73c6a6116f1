import { describe, expect, it } from 'vitest'
import { planOutcomes } from '../../src/compare/plans.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS, worded } from './facts.ts'

const planned = (given: Partial<ReportedFact>) => factOf({ status: 'plan', year: 2020, report_year: 2019, ...given })
const done = (given: Partial<ReportedFact>) => factOf({ year: 2020, ...given })

function outcome(plan: Partial<ReportedFact>, actual: Partial<ReportedFact> | null) {
  const facts = [planned(plan), ...(actual === null ? [] : [done(actual)])]
  const [only, ...others] = planOutcomes(facts, ROWS)
  expect(others).toEqual([])
  if (only === undefined) throw new Error('no plan')
  return only
}

const jobless = { indicator: 'employment.unemployment', unit: '%', aspect: 'rate' } as const

describe('a plan is held against what was done', () => {
  it.each<[string, Partial<ReportedFact>, Partial<ReportedFact>, string, number | null]>([
    ['300场 and 320场', worded('exact', 300), worded('exact', 320), 'met', 20],
    ['300场 and 300场', worded('exact', 300), worded('exact', 300), 'met', 0],
    ['300场 and 280场', worded('exact', 300), worded('exact', 280), 'missed', -20],
    ['300场 and 300余场', worded('exact', 300), worded('over', 300), 'met', null],
    ['300场 and 200余场', worded('exact', 300), worded('over', 200), 'unknown', null],
    ['300场 and 近300场', worded('exact', 300), worded('under', 300), 'unknown', null],
    ['300场 and 近200场', worded('exact', 300), worded('under', 200), 'missed', null],
    ['300场 and 约400场', worded('exact', 300), worded('about', 400), 'unknown', 100],
    ['不少于300场 and 299场', worded('at_least', 300), worded('exact', 299), 'missed', null],
    ['近300场 and 290场', worded('under', 300), worded('exact', 290), 'unknown', null],
    ['近300场 and 300场', worded('under', 300), worded('exact', 300), 'met', null],
    ['20至30场 and 20场', worded('range', 20), worded('exact', 20), 'met', null],
    ['约1.2万场 and 11600场', worded('about', 12000, 1000), worded('exact', 11600), 'met', -400],
    ['1.2万场 and 11400场', worded('exact', 12000, 1000), worded('exact', 11400), 'missed', -600],
    ['数十场 and 50场', worded('several', 0), worded('exact', 50), 'unknown', null],
    ['不超过10场 and 9场', worded('at_most', 10), worded('exact', 9), 'met', null],
    ['不超过10场 and 11场', worded('at_most', 10), worded('exact', 11), 'missed', null],
    [
      '失业率5.5%左右 and 5.1%',
      { ...jobless, ...worded('about', 5.5, 0.1) },
      { ...jobless, ...worded('exact', 5.1, 0.1) },
      'met',
      -0.4,
    ],
    [
      '失业率5.5% and 5.9%',
      { ...jobless, ...worded('exact', 5.5, 0.1) },
      { ...jobless, ...worded('exact', 5.9, 0.1) },
      'missed',
      0.4,
    ],
  ])('%s', (_, plan, actual, expected, difference) => {
    const found = outcome(plan, actual)
    expect(found.outcome).toBe(expected)
    expect(found.reason).toBe(expected === 'unknown' ? 'unbounded' : null)
    const told = found.change?.difference ?? null
    expect(told === null ? null : Math.round(told * 10) / 10).toBe(difference)
  })

  it.each([
    ['other', null],
    ['rate.share', null],
    ['rate.growth', 'other'],
  ])('but not where only its words say what it is of: %s of %s', (indicator, of) => {
    const thing = { indicator, of, subject: '资金' }
    const {
      outcome: judged,
      reason,
      change,
    } = outcome({ ...thing, ...worded('exact', 305) }, { ...thing, ...worded('exact', 92) })
    expect([judged, reason, change]).toEqual(['unknown', 'unnamed', null])
    expect(outcome({ ...thing, ...worded('exact', 305) }, null).outcome).toBe('waiting')
  })

  it('bounds by how much', () => {
    expect(outcome(worded('exact', 300), worded('over', 320)).change).toMatchObject({
      comparison: 'at_least',
      difference_low: 20,
      difference_high: null,
    })
  })

  it.each<[string, Partial<ReportedFact>]>([
    ['nothing was reported', { year: 2021 }],
    ['another place reported', { region: '云岭省白石市' }],
    ['another indicator was reported', { indicator: 'performance.sessions' }],
    ['what was done for each was reported', { basis: 'each' }],
    ['it is a rule', { status: 'rule' }],
  ])('waits when %s', (_, other) => {
    const [only] = planOutcomes([planned({}), factOf(other)], ROWS)
    expect(only).toMatchObject({ outcome: 'waiting', actual: null, change: null, year: 2020 })
  })

  it('does not hold a part against a whole', () => {
    expect(outcome({ part_of: 'x:1-2' }, {})).toMatchObject({
      outcome: 'unknown',
      reason: 'part_against_whole',
      change: null,
    })
  })
})
