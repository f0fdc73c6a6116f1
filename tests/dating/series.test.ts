import { describe, expect, test } from 'vitest'
import { findNumberedEvents } from '../../src/dating/numbered.ts'
import { inferFromSeries, type SeriesReport } from '../../src/dating/series.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { BODY, profilesOf } from './profileOf.ts'

async function reportOf(title: string, told: string, planned = ''): Promise<SeriesReport> {
  const text = `${title}\n一、主要工作\n${told}\n${BODY}\n二、下一步工作打算\n${planned}\n`
  const { document, reports } = await profilesOf(text)
  const [profile] = reports
  if (!profile) throw new Error('no report')
  return { document: document.id, profile, events: findNumberedEvents(document, reports, loadRuleBook())[0] ?? [] }
}

const MASKED = '澄浦区望桥街道20_年文化工作总结'
const DATED = '澄浦区望桥街道2019年文化工作总结'

describe('numbered yearly events date reports of one place', () => {
  test('第十届 here and 第十二届 in 2019', async () => {
    const masked = await reportOf(MASKED, '参加第十届桥乡文展会。', '办好第十一届桥乡文展会。')
    const dated = await reportOf(DATED, '参加第十二届桥乡文展会。')
    const [inferred] = inferFromSeries([masked, dated])
    expect(inferred).toMatchObject({ document: masked.document, year: 2017 })
    expect(inferred?.profile).toMatchObject({ year: 2017, yearBasis: 'inferred' })
    expect(inferred?.findings.map(({ kind }) => kind)).toEqual(['inferred_year'])
    expect(
      inferred?.profile.evidence.filter(({ rule }) => rule === 'year.numberedEvent').map(({ quote }) => quote),
    ).toContain('第十届桥乡文展会')
  })
  test('the plan of the other report is enough', async () => {
    const masked = await reportOf(MASKED, '举办首届“望桥人家”邻里节。', '办好第二届邻里节。')
    const dated = await reportOf(DATED, '各项工作稳步推进。', '办好第三届邻里节。')
    expect(inferFromSeries([masked, dated])[0]?.year).toBe(2018)
  })
  test('two dated reports prove that it comes every year', async () => {
    const masked = await reportOf(MASKED, '举办第三届邻里节。')
    const reports = [
      masked,
      await reportOf(DATED, '举办第五届邻里节。'),
      await reportOf(DATED.replace('2019', '2020'), '举办第六届邻里节。'),
    ]
    expect(inferFromSeries(reports)[0]?.year).toBe(2017)
  })
})

describe('they date nothing', () => {
  const yearOf = async (reports: readonly Promise<SeriesReport>[]): Promise<readonly (number | null)[]> =>
    inferFromSeries(await Promise.all(reports)).map(({ profile }) => profile.year)
  test('an event that nothing shows to be yearly', async () => {
    expect(await yearOf([reportOf(MASKED, '获第三届桥乡文化奖。'), reportOf(DATED, '获第五届桥乡文化奖。')])).toEqual(
      [],
    )
  })
  test('a report of another place', async () => {
    const other = DATED.replace('望桥', '石桥')
    expect(
      await yearOf([reportOf(MASKED, '举办首届邻里节。', '办好第二届邻里节。'), reportOf(other, '举办第三届邻里节。')]),
    ).toEqual([])
  })
  test('names that any place gives', async () => {
    expect(
      await yearOf([reportOf(MASKED, '举办首届运动会。', '办好第二届运动会。'), reportOf(DATED, '举办第三届运动会。')]),
    ).toEqual([])
  })
  test('a report whose year is stated', async () => {
    const stated = reportOf(MASKED.replace('20_', '2016'), '举办首届邻里节。', '办好第二届邻里节。')
    expect(await yearOf([stated, reportOf(DATED, '举办第三届邻里节。')])).toEqual([])
  })
  test('events that contradict each other are told', async () => {
    const masked = await reportOf(MASKED, '举办首届邻里节、第三届桥乡灯会。', '办好第二届邻里节、第四届桥乡灯会。')
    const dated = await reportOf(DATED, '举办第三届邻里节、第四届桥乡灯会。')
    const [read] = inferFromSeries([masked, dated])
    expect(read?.profile.year).toBeNull()
    expect(read?.findings.map(({ kind }) => kind)).toEqual(['conflict'])
  })
})
