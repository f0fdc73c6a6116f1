import { describe, expect, test } from 'vitest'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { BODY, profilesOf } from './profileOf.ts'

const MASKED = '青澜县20_年文化工作总结及20_年工作打算'
const summary = (words: string, plan = ''): string =>
  `${MASKED}\n一、主要工作\n${words}\n${BODY}\n二、下一步工作打算\n继续努力。${plan}\n`

/** what the summary says | what the plan says | year */
const DATED: readonly (readonly [string, string, number | null])[] = [
  ['隆重庆祝新中国成立70周年，扎实开展“不忘初心、牢记使命”主题教育。', '', 2019],
  ['庆祝建党100周年，开展党史学习教育。', '', 2021],
  ['我市获评“第五届全国文明城市”，实验小学获评首届“全国文明校园”。', '', 2017],
  ['今年是“十三五”开局之年，参加里约奥运会火炬活动。', '', 2016],
  ['去年，文化部公布第一批创建国家公共文化服务体系示范区。庆祝延安文艺座谈会上的讲话发表70周年。', '', 2012],
  ['庆祝改革开放40周年系列活动丰富多彩。', '庆祝新中国成立70周年。', 2018],
  ['学习贯彻党的十九大精神，获评第五届全国文明村镇。', '', 2017],
  // One event alone dates nothing, and bounds do not either.
  ['庆祝建党90周年，获红歌演唱会一等奖。', '', null],
  ['深入学习贯彻党的十九大精神，推进供给侧结构性改革。', '', null],
  ['各项工作稳步推进。', '', null],
  // Awards of 2017 in a report that knows of 2019.
  ['获评第五届全国文明城市、首届全国文明校园，“学习强国”平台用户增长。', '', null],
  // An unmasked year in the account is later than the events.
  [`获评第五届全国文明城市、首届全国文明校园。${BODY.repeat(6)}2021年，新建书房3座。`, '', null],
  // The year of a plan is none of the account.
  ['获评第五届全国文明城市、首届全国文明校园。到2025年，建成书房30座。', '', 2017],
  // A slogan of the same words in another place is no event of this one.
  ['举办首届市民文化节，参加第十五届国际艺术节。', '', null],
]

describe('masked reports are dated by what they tell of', () => {
  test.each(DATED)('%s %s', async (words, plan, year) => {
    const { reports, findings } = await profilesOf(summary(words, plan))
    expect(reports[0]?.year).toBe(year)
    expect(reports[0]?.yearBasis).toBe(year === null ? 'unknown' : 'inferred')
    expect(findings.filter(({ kind }) => kind === 'inferred_year')).toHaveLength(year === null ? 0 : 1)
    if (year !== null) {
      expect(reports[0]?.yearConfidence).toBeLessThan(1)
      expect(reports[0]?.evidence.filter(({ rule }) => rule.startsWith('event.')).length).toBeGreaterThanOrEqual(2)
    }
  })
  test('the finding lists what it is inferred from', async () => {
    const { findings } = await profilesOf(summary('庆祝新中国成立70周年，表彰“最美奋斗者”。'))
    expect(findings[0]?.message).toBe(
      "The report's year is inferred as 2019 from: 新中国成立70周年 (2019), 最美奋斗者 (2019)",
    )
  })
  test.each([
    ['今年是改革开放45周年，我馆举办书画展12场。', '', 2023],
    ['今年恰逢新中国成立70周年，深入学习贯彻党的十九大精神。', '', 2019],
    // What is yet to come, and what is only near such words, says less.
    ['各项工作稳步推进。', '今年是建党100周年，办好庆祝活动。', null],
    ['今年是丰收之年，我馆庆祝改革开放45周年。', '', null],
    ['明年是建党100周年，我馆着手筹备。', '', null],
  ] as const)('one event that the text says to be of this year is enough: %s %s', async (words, plan, year) => {
    const { reports } = await profilesOf(summary(words, plan))
    expect(reports[0]?.year).toBe(year)
  })
  test('an event said to be of this year contradicts another that is stated', async () => {
    const words = '今年是中国共产党成立100周年，我馆举办书画展12场。'
    const stated = await profilesOf(summary(words).replace('20_年', '2019年'))
    expect(stated.reports[0]?.year).toBe(2019)
    expect(stated.findings.map(({ kind }) => kind)).toEqual(['conflict'])
    expect((await profilesOf(summary(words).replace('20_年', '2021年'))).findings).toEqual([])
  })
  test('nothing is inferred against a stated year', async () => {
    const text = summary('庆祝新中国成立70周年，表彰“最美奋斗者”。').replace('20_年', '2020年')
    const { reports, findings } = await profilesOf(text)
    expect(reports[0]).toMatchObject({ year: 2020, yearBasis: 'stated' })
    expect(findings).toEqual([])
  })
  test('an event that was still to come contradicts a stated year', async () => {
    const text = summary('学习贯彻党的二十大精神。').replace('20_年', '2016年')
    const { reports, findings } = await profilesOf(text)
    expect(reports[0]?.year).toBe(2016)
    expect(reports[0]?.yearConfidence).toBeLessThan(0.6)
    expect(findings.map(({ kind }) => kind)).toEqual(['conflict'])
  })
  test('what is awaited contradicts nothing', async () => {
    const text = summary('迎接党的十九大胜利召开。').replace('20_年', '2016年')
    expect((await profilesOf(text)).findings).toEqual([])
  })
  test('an issuer that was no more contradicts a stated year', async () => {
    const text = `公共文化工作办法\n第一条 本办法适用于各级文化站。\n${BODY}\n中华人民共和国文化部\n2023年11月18日`
    expect((await profilesOf(text)).findings.map(({ kind }) => kind)).toEqual(['conflict'])
  })
  test('the word of the user is beyond doubt', async () => {
    const { reports, findings } = await profilesOf(summary('学习贯彻党的二十大精神。'), 'a.txt', { year: 2016 })
    expect(reports[0]).toMatchObject({ year: 2016, yearBasis: 'given' })
    expect(findings).toEqual([])
  })
})

test('a plan speaks of its own year', async () => {
  const text = `青澜县20_年文化工作要点\n一、总体要求\n今年是“十四五”开局之年，围绕庆祝建党100周年，开展党史学习教育。\n${BODY}`
  expect((await profilesOf(text)).reports[0]).toMatchObject({ year: 2021, yearBasis: 'inferred', kind: 'plan' })
})

test('rows: at least sixty, each with a source, no form of two rows', () => {
  const { rows } = loadRuleBook().events
  expect(rows.length).toBeGreaterThanOrEqual(60)
  const dating = rows.filter(({ tells }) => tells !== 'until')
  const forms = dating.flatMap(({ forms }) => forms)
  expect(forms.length).toBe(new Set(forms).size)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  // Marks are stripped from the text before forms are looked for.
  expect(forms.filter((form) => /[“”《》"]/.test(form))).toEqual([])
})
