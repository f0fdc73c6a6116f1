import { expect, it } from 'vitest'
import { findConflicts } from '../../src/compare/conflicts.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { factOf, ROWS, worded } from './facts.ts'

const first = (given: Partial<ReportedFact> = {}) =>
  factOf({ document: 'a', year: 2020, report_year: 2020, ...worded('exact', 923), ...given })
const later = (given: Partial<ReportedFact> = {}) =>
  factOf({ document: 'b', year: 2020, report_year: 2021, ...worded('exact', 915), ...given })

it('a restated figure is a conflict, the report of the year first', () => {
  expect(findConflicts([later(), first()], ROWS)).toMatchObject([
    { year: 2020, subject: '电影', figure: { document: 'a', value: 923 }, other: { document: 'b', value: 915 } },
  ])
})

it.each<[string, readonly ReportedFact[]]>([
  ['the same figure in two documents', [first(), later(worded('exact', 923))]],
  ['figures that meet within their rounding', [first(), later(worded('exact', 920, 10))]],
  ['figures that meet within their words', [first(), later(worded('over', 900))]],
  ['figures of two things', [first(), later({ subject: '戏曲' })]],
  ['figures of two years', [first(), later({ year: 2021 })]],
  ['a plan and what was done', [first(), later({ status: 'plan' })]],
  ['a part and a whole', [first(), later({ part_of: 'b:1-2' })]],
  ['two figures of one document', [first(), first(worded('exact', 12))]],
  ['a document of which another figure fits', [first(), first(worded('exact', 915)), later()]],
  ['another document of which another figure fits', [first(), later(), later(worded('exact', 923))]],
])('no conflict: %s', (_, facts) => {
  expect(findConflicts(facts, ROWS)).toEqual([])
})
