import { describe, expect, test } from 'vitest'
import { type Predicted, type ScoredField, wrongFields } from '../../scripts/score/agreement.ts'
import { foundFact, goldReport } from './gold-facts.ts'

const TEXT = '组织文艺演出103场。'

interface Case {
  readonly name: string
  readonly gold?: Readonly<Record<string, string | number | null>>
  readonly found?: Partial<Predicted>
  readonly reportYear?: number | null
  readonly wrong: readonly ScoredField[]
}

const CASES: readonly Case[] = [
  { name: 'the same fact', wrong: [] },
  { name: 'another value', found: { value: 104 }, wrong: ['value'] },
  {
    name: 'a sum reckoned in another order',
    gold: { value: 0.3, min: 0.3, max: 0.3 },
    found: { value: 0.1 + 0.2, min: 0.1 + 0.2, max: 0.1 + 0.2 },
    wrong: [],
  },
  { name: 'another bound', found: { max: null }, wrong: ['value'] },
  {
    name: 'another bound of 约: left open',
    gold: { modifier: 'about', min: null, max: null },
    found: { modifier: 'about' },
    wrong: [],
  },
  {
    name: 'another value of 约',
    gold: { modifier: 'about' },
    found: { modifier: 'about', value: 10 },
    wrong: ['value'],
  },
  {
    name: 'no value on either side',
    gold: { value: null, min: 20, max: 30, modifier: 'range' },
    found: { value: null, min: 20, max: 30, modifier: 'range' },
    wrong: [],
  },
  {
    name: 'a value where there is none',
    gold: { value: null, modifier: 'several' },
    found: { modifier: 'several' },
    wrong: ['value'],
  },
  { name: '场 and 场次', found: { unit: '场次' }, wrong: [] },
  { name: '人 and 人次', gold: { unit: '人' }, found: { unit: '人次' }, wrong: ['unit'] },
  { name: 'a second unit in brackets', gold: { unit: '个（座）' }, found: { unit: '家' }, wrong: [] },
  { name: 'units that no class knows', gold: { unit: '亩' }, found: { unit: '倍' }, wrong: ['unit'] },
  { name: 'the same unit that no class knows', gold: { unit: '亩' }, found: { unit: '亩' }, wrong: [] },
  {
    name: 'modifier, status, basis and aspect',
    found: { modifier: 'over', status: 'plan', basis: 'each', aspect: 'stock' },
    wrong: ['modifier', 'status', 'basis', 'aspect'],
  },
  { name: 'no indicator is other', gold: { indicator: null }, found: { indicator: 'other' }, wrong: [] },
  { name: 'another indicator', found: { indicator: 'other' }, wrong: ['indicator'] },
  { name: 'R by its offset, year unknown', found: { year: null, year_offset: 0 }, wrong: [] },
  { name: 'R by its year, offset unknown', found: { year: 2023, year_offset: null }, wrong: [] },
  { name: 'R, but the next year was found', found: { year: 2024, year_offset: 1 }, wrong: ['year'] },
  { name: 'R+1 by its year', gold: { year: 'R+1' }, found: { year: 2024, year_offset: null }, wrong: [] },
  {
    name: 'R-1 of a report without year',
    gold: { year: 'R-1' },
    found: { year: null, year_offset: -1 },
    reportYear: null,
    wrong: [],
  },
  {
    name: 'R of a report without year is no calendar year',
    found: { year: 2023, year_offset: null },
    reportYear: null,
    wrong: ['year'],
  },
  { name: 'a calendar year', gold: { year: '2021' }, found: { year: 2021, year_offset: null }, wrong: [] },
  { name: 'a calendar year by its offset', gold: { year: '2021' }, found: { year: null, year_offset: -2 }, wrong: [] },
  { name: 'another calendar year', gold: { year: '2021' }, wrong: ['year'] },
  { name: 'a masked year is not scored', gold: { year: '20_' }, found: { year: null, year_offset: null }, wrong: [] },
  { name: 'an open year is not scored', gold: { year: '' }, wrong: [] },
  { name: 'a subject with words around', found: { subject: '组织文艺演出' }, wrong: [] },
  {
    name: 'a subject that shares half of its characters in order',
    gold: { subject: '公益电影' },
    found: { subject: '公共电视' },
    wrong: [],
  },
  { name: 'a subject that shares less', gold: { subject: '公益电影' }, found: { subject: '电视' }, wrong: ['subject'] },
  {
    name: 'a subject in quotation marks',
    gold: { subject: '“百姓大舞台”' },
    found: { subject: '百姓大舞台' },
    wrong: [],
  },
  { name: 'no subject where one was read', found: { subject: '' }, wrong: ['subject'] },
  { name: 'a scope where none was read', found: { scope: '区图书馆' }, wrong: ['scope'] },
  { name: 'part of a scope', gold: { scope: '区图书馆' }, found: { scope: '图书馆' }, wrong: [] },
]

describe('a found fact agrees with gold', () => {
  test.each(CASES)('$name', ({ gold = {}, found, reportYear = 2023, wrong }) => {
    const report = goldReport(TEXT, [{ quote: '103场', ...gold }], [], reportYear)
    const [fact] = report.facts
    if (fact === undefined) throw new Error('the report has a fact')
    expect(wrongFields(fact, foundFact(TEXT, '103场', found), report.reportYear)).toEqual(wrong)
  })
})
