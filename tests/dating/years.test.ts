import { describe, expect, test } from 'vitest'
import { findDates, findYears, isoDate, smallNumber } from '../../src/dating/years.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'
import { BODY, profilesOf } from './profileOf.ts'

describe('years as written', () => {
  test.each([
    ['2023年', [2023]],
    ['二〇〇九年', [2009]],
    ['一九九八年工作', [1998]],
    ['一九八○年', [1980]],
    ['2022~2023年度', [2022]],
    ['2022-23年', [2022]],
    ['20_年', [null]],
    ['202X年', [null]],
    ['20xx年', [null]],
    ['XX年', [null]],
    ['2021年总结和2022年打算', [2021, 2022]],
    ['二О一一年', [2011]],
    ['二0一一年和二○○九年', [2011, 2009]],
    ['二o一一届', []],
    ['12023年', []],
    ['2023册', []],
    ['五年来', []],
  ])('%s', (words, years) => {
    expect(findYears(normalizeCharacters(words)).map(({ year }) => year)).toEqual(years)
  })
  test('the last year of a range', () => {
    expect(findYears('2022—2023年度')[0]?.last).toBe(2023)
    expect(findYears('2022-23年')[0]?.last).toBe(2023)
  })
  test.each([
    ['2024年3月20日', '2024-03-20'],
    ['二〇二六年一月二十七日', '2026-01-27'],
    ['2024年12月', '2024-12'],
    ['2024-03-05', '2024-03-05'],
    ['2024年', '2024'],
  ])('date %s', (words, iso) => {
    const [date] = findDates(words)
    expect(date && isoDate(date)).toBe(iso)
  })
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十一', 21],
    ['7', 7],
    ['三', 3],
    ['百', null],
    ['', null],
  ])('number %s', (words, number) => {
    expect(smallNumber(words as string)).toBe(number)
  })
})

/** title | what follows the body or stands in it | year | rule */
const STATED: readonly (readonly [string, string, number | null, string | null])[] = [
  ['青澜县文化工作总结', '青澜县文化馆\n2024年12月28日', 2024, 'year.signature'],
  ['青澜县文化工作总结', '青澜县文化馆\n2025年1月6日', 2024, 'year.signedInSpring'],
  ['青澜县文化工作总结', '青澜县文化馆\n2025年3月31日', 2024, 'year.signedInSpring'],
  ['青澜县文化工作总结', '青澜县文化馆\n2025年4月1日', 2025, 'year.signature'],
  ['青澜县文化工作要点', '青澜县文化馆\n2025年1月6日', 2025, 'year.signature'],
  ['青澜县文化工作总结', '二、2024年工作回顾\n各项工作稳步推进。', 2024, 'year.heading'],
  ['青澜县文化工作总结', '（数据截至2019年9月30日）', null, null],
  ['青澜县文化工作总结', '青文字〔2012〕17号', 2012, 'year.documentNumber'],
  ['青澜县文化站考核办法', '第八条 本办法自2012年5月1日起施行。', 2012, 'year.inForce'],
  ['青澜县文化工作总结', '考核办法自2012年5月1日起施行。', null, null],
  ['青澜县20_年文化工作总结', '', null, null],
  // What happened in a month, and what one sentence tells of a year, date a report less than its own date does.
  ['青澜县创建工作自查报告\n2014年12月\n2013年10月，我县取得创建资格。', '', 2014, 'year.signature'],
  ['青澜县文化工作汇报\n（2023年9月）\n近年来成效明显。2022年全县人均藏书0.9册。', '', 2023, 'year.signature'],
  ['青澜县文化工作总结\n2013年全县文化工作成效明显。', '青澜县文化馆\n2014年5月8日', 2013, 'year.opening'],
  ['青澜县创建工作自查报告\n2013年10月，我县取得创建资格。', '', 2013, 'year.namedFirst'],
  // The heading of the plan dates what is summed up; in a plan, in a sentence and of a plan for years it does not.
  ['青澜县文化工作总结', '二、2026年工作思路\n深化改革。', 2025, 'year.planHeading'],
  ['青澜县文化工作总结', '三、问题与2018年安排\n加大投入。', 2017, 'year.planHeading'],
  ['青澜县文化工作总结', '二、2026年工作思路\n深化改革。\n青澜县文化馆\n2026年5月3日', 2025, 'year.planHeading'],
  ['青澜县文化工作要点', '一、2026年工作安排\n深化改革。', 2026, 'year.heading'],
  ['青澜县文化工作总结', '二、2021—2025年工作思路\n深化改革。', null, null],
  // What the report says that it reports on.
  ['青澜县文化工作\n近年来成效明显。现将2021年公共文化服务开展情况公示如下：', '', 2021, 'year.reported'],
  ['青澜县文化工作总结', '以上就是对2017年度工作的简要回顾。', 2017, 'year.reported'],
  ['青澜县文化工作总结', '现将2021年3月印发的通知转发如下。', null, null],
  ['青澜县文化工作总结\n在2023年，各项工作成效明显。', '', 2023, 'year.opening'],
  ['青澜县假日旅游情况\n2025年国庆中秋假期，各地游客增多。', '', 2025, 'year.namedFirst'],
  [
    '青澜县文化工作总结\n三泉镇历史悠久。1998年我镇成为中心镇，2016年成为重点镇。2015年，文化站评为一级站。',
    '',
    null,
    null,
  ],
  // A site's own label.
  ['青澜县文化工作总结\n投稿人：某某 发布时间：2018/7/30 投稿交换', '', 2018, 'published.label'],
  ['青澜县文化工作总结\n发布时间：2018-01-05 浏览次数：3', '', 2017, 'published.label'],
  ['青澜县文化工作总结\n浏览次数：2018', '', null, null],
]

describe('years that are stated elsewhere than in the title', () => {
  test.each(STATED)('%s … %s', async (title, rest, year, rule) => {
    const [report] = (await profilesOf(`${title}\n${BODY}\n${rest}`)).reports
    expect(report?.year).toBe(year)
    expect(report?.yearBasis).toBe(year === null ? 'unknown' : 'stated')
    if (rule) expect(report?.evidence.map((one) => one.rule)).toContain(rule)
  })
  test('the first words of the text', async () => {
    const [report] = (await profilesOf(`青澜县文化工作总结\n2021年，全县文化系统奋发有为。\n${BODY}`)).reports
    expect(report?.year).toBe(2021)
  })
  test("the user's word goes before what is stated", async () => {
    const [report] = (await profilesOf(`青澜县2021年工作总结\n${BODY}`, 'a.txt', { year: 2020 })).reports
    expect(report).toMatchObject({ year: 2020, yearBasis: 'given', yearConfidence: 1 })
  })
  test('the title is surer than the signature', async () => {
    const [titled] = (await profilesOf(`青澜县2021年工作总结\n${BODY}`)).reports
    const [signed] = (await profilesOf(`青澜县工作总结\n${BODY}\n2021年12月8日`)).reports
    expect(titled?.yearConfidence ?? 0).toBeGreaterThan(signed?.yearConfidence ?? 1)
  })
})

/** What a government report named after its year sums up: name | words | year | published */
const GOVERNMENT: readonly (readonly [string, string, number, string])[] = [
  ['2025年青澜县政府工作报告.txt', '各位代表：\n一、2024年工作回顾\n过去一年，成绩显著。', 2024, '2025'],
  ['2025年青澜县政府工作报告.txt', '各位代表：\n现在向大会报告工作。', 2024, '2025'],
  [
    '2025年青澜县政府工作报告.txt',
    '政府工作报告\n——2025年1月14日在青澜县第九届人民代表大会第三次会议上\n各位代表：\n一、过去五年工作回顾\n成绩显著。',
    2024,
    '2025-01-14',
  ],
  [
    '1979年国务院政府工作报告.txt',
    '各位代表：\n从去年三月到现在，已经一年零三个月了。一九七八年粮食获得丰收。今年计划安排七百多万人就业。',
    1978,
    '1979',
  ],
  [
    '1981年国务院政府工作报告.txt',
    '各位代表：\n过去的一年，经济工作在前进。今年一到十月市场物价稳定，今年以来轻工业增长较快，预计今年粮食增产。明年要继续调整。',
    1981,
    '1981',
  ],
  [
    '1964年国务院政府工作报告.txt',
    '各位代表：\n今年又获得了更好的收成。一九六五年要组织新高潮。一九六五年预算平衡。',
    1964,
    '1964',
  ],
  [
    '1959年国务院政府工作报告.txt',
    '各位代表：\n一、第二个五年计划的第一年——一九五八年的伟大成就\n今年第一季度生产很好。',
    1958,
    '1959',
  ],
  [
    '政府工作报告.txt',
    '政府工作报告\n——2024年11月3日在青澜县第九届人民代表大会第三次会议上\n各位代表：\n全县生产总值达到120亿元。',
    2024,
    '2024-11-03',
  ],
]

describe('government reports', () => {
  test.each(GOVERNMENT)('%s: %s', async (name, text, year, published) => {
    const [report] = (await profilesOf(text, name)).reports
    expect({ year: report?.year, published: report?.published, kind: report?.kind }).toEqual({
      year,
      published,
      kind: 'mixed',
    })
  })
  test('a summary named 2025 is of 2025 all the same', async () => {
    const [report] = (await profilesOf(`青澜县人民政府2025年工作总结\n${BODY}`)).reports
    expect(report?.year).toBe(2025)
  })
})
