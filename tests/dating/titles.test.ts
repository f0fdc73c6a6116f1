import { describe, expect, test } from 'vitest'
import { BODY, profilesOf } from './profileOf.ts'

/** title (⏎ is a line end) | year | kind | issuer | region */
const TITLES = `
青澜县文化和旅游局2023年工作总结 | 2023 | summary | 青澜县文化和旅游局 | 青澜县
青澜县文化和旅游局⏎2023年工作总结及2024年工作打算 | 2023 | mixed | 青澜县文化和旅游局 | 青澜县
青澜县文化和旅游局关于2024年工作情况⏎和2025年工作思路的报告 | 2024 | mixed | 青澜县文化和旅游局 | 青澜县
青澜县文化和旅游局2025年工作要点 | 2025 | plan | 青澜县文化和旅游局 | 青澜县
2025年工作要点和2024年工作总结 | 2024 | mixed | - | -
关于印发《青澜县图书馆2022年工作计划》的通知 | 2022 | plan | 青澜县图书馆 | 青澜县
青澜州文化和旅游局关于印发《2022年工作要点》的通知 | 2022 | plan | 青澜州文化和旅游局 | 青澜州
关于印发《青澜县乡镇综合文化站考核办法》的通知 | null | rules | - | 青澜县
青澜县乡镇综合文化站考核办法执行情况报告 | null | summary | - | 青澜县
“十三五”规划实施情况总结 | null | summary | - | -
济南市钢城区文化和旅游局2023年工作总结 | 2023 | summary | 济南市钢城区文化和旅游局 | 山东省济南市钢城区
钢城区图书馆2021年度工作总结 | 2021 | summary | 钢城区图书馆 | 山东省济南市钢城区
潍坊高新区2018年文化工作总结 | 2018 | summary | - | 山东省潍坊市高新区
闸北区文化局2013年工作总结 | 2013 | summary | 闸北区文化局 | 上海市闸北区
延边州文化馆2016年工作汇报 | 2016 | summary | 延边州文化馆 | 吉林省延边朝鲜族自治州
吉林省图书馆2019年工作总结 | 2019 | summary | 吉林省图书馆 | 吉林省
鼓楼区文化馆2019年工作总结 | 2019 | summary | 鼓楼区文化馆 | 鼓楼区
福州市鼓楼区文化馆2019年工作总结 | 2019 | summary | 福州市鼓楼区文化馆 | 福建省福州市鼓楼区
山东省钢城区文化馆2022年工作总结 | 2022 | summary | 山东省钢城区文化馆 | 山东省济南市钢城区
XX市XX区文化局20_年工作总结 | null | summary | XX市XX区文化局 | XX市XX区
XX街道2020年文化工作总结 | 2020 | summary | - | XX街道
大柳镇综合文化站二〇〇九年工作汇报 | 2009 | summary | 大柳镇综合文化站 | 大柳镇
石湾地区行署文化局一九九八年工作总结 | 1998 | summary | 石湾地区行署文化局 | 石湾地区
中共青澜县委宣传部2020年宣传思想文化工作总结 | 2020 | summary | 中共青澜县委宣传部 | 青澜县
青澜县2023年国民经济和社会发展统计公报 | 2023 | statistics | - | 青澜县
2022—2023年度青澜县公共文化服务情况报告 | 2023 | summary | - | 青澜县
青澜县文化产业发展规划（2021—2025年） | 2021 | plan | - | 青澜县
青澜县规划局2023年工作总结 | 2023 | summary | 青澜县规划局 | 青澜县
国家统计局2019年工作总结 | 2019 | summary | 国家统计局 | 全国
文化馆2015年上半年工作总结和下半年工作打算 | 2015 | mixed | - | -
青澜县文化馆、图书馆2013年工作总结 | 2013 | summary | 青澜县文化馆、青澜县图书馆 | 青澜县
青澜县文化馆和博物馆关于2016年工作情况的报告 | 2016 | summary | 青澜县文化馆、青澜县博物馆 | 青澜县
青澜县文化馆、图书馆分馆建设2013年工作总结 | 2013 | summary | 青澜县文化馆 | 青澜县
青澜县文物局 青澜县博物馆⏎2016年工作总结 | 2016 | summary | 青澜县文物局、青澜县博物馆 | 青澜县
文化馆2015年上半年工作总结.doc⏎青澜县文化馆2015年上半年工作总结 | 2015 | summary | 青澜县文化馆 | 青澜县
城市书房建设工作方案 | null | plan | - | -
望澜街道2023年创建工作总结⏎对照《云澜区公共文化服务创建标准》自查。 | 2023 | summary | - | 云澜区望澜街道
望澜街道2023年创建工作总结⏎对照《云澜区创建标准》和《南澜区管理办法》自查。 | 2023 | summary | - | 望澜街道
云澜区社区文化中心建设自 评 报 告 | null | summary | - | 云澜区
`

const rows = TITLES.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('a title says year, kind, issuer and region', () => {
  test.each(rows)('%s', async (title, year, kind, issuer, region) => {
    const { reports } = await profilesOf(`${title?.replaceAll('⏎', '\n')}\n${BODY}`)
    const [report] = reports
    expect({
      year: String(report?.year),
      kind: report?.kind,
      issuer: report?.issuer || '-',
      region: report?.region || '-',
    }).toEqual({ year, kind, issuer, region })
  })
})

test('every quote of the evidence is a slice of the source text', async () => {
  for (const [title] of rows) {
    const { document, reports } = await profilesOf(`${title?.replaceAll('⏎', '\n')}\n${BODY}`)
    for (const { evidence } of reports)
      for (const { start, end, quote } of evidence) expect(document.source.slice(start, end)).toBe(quote)
  }
})

describe('titles that are no lines of their own', () => {
  test('a sharing site names what it shares', async () => {
    const text = `XX区文化局工作报告.docx
《XX区文化局工作报告.docx》由会员分享,可在线阅读,更多相关《XX区文化局工作报告.docx(7页珍藏版)》请在某某文库网上搜索。
1、XX区文化局工作报告20xx年,区文化局围绕中心工作,各项工作取得新进展。`
    const [report] = (await profilesOf(text)).reports
    expect(report?.title).toBe('XX区文化局工作报告')
    expect(report?.year).toBeNull()
  })
  test('the file name, where the text has no title', async () => {
    const [report] = (await profilesOf(BODY, '青澜县图书馆2021年工作总结.txt')).reports
    expect(report).toMatchObject({
      title: '青澜县图书馆2021年工作总结',
      year: 2021,
      issuer: '青澜县图书馆',
      region: '青澜县',
    })
  })
  test('a bare title is completed by the file name', async () => {
    const [report] = (await profilesOf(`工作总结\n${BODY}`, '青澜县图书馆2021年工作总结.txt')).reports
    expect(report?.title).toBe('青澜县图书馆2021年工作总结')
  })
  test('a heading with a label is no title', async () => {
    const [report] = (await profilesOf(`一、2021年工作总结\n全年举办活动12场。`, 'a.txt')).reports
    expect(report?.title).toBe('a')
  })
})

test('what stands in brackets below a title is no part of it', async () => {
  const [report] = (await profilesOf(`青澜县考核办法（试行）\n（青文联发〔2012〕17号）\n${BODY}`)).reports
  expect(report).toMatchObject({ title: '青澜县考核办法（试行）', year: 2012, kind: 'rules' })
})

describe('issuers', () => {
  const issuerOf = async (text: string): Promise<string | undefined> => (await profilesOf(text)).reports[0]?.issuer
  test('the signature, where the title names none', async () => {
    expect(await issuerOf(`2022年文化工作总结\n${BODY}\n澄浦区望桥街道办事处\n2022年12月20日`)).toBe(
      '澄浦区望桥街道办事处',
    )
  })
  test('a signature is completed by the title that names its place', async () => {
    expect(await issuerOf(`澄浦区望桥街道2022年文化工作总结\n${BODY}\n望桥街道办事处\n2022年12月20日`)).toBe(
      '澄浦区望桥街道办事处',
    )
  })
  test('the line below the title', async () => {
    expect(await issuerOf(`青澜县2023年统计公报\n青澜县统计局\n2024年3月20日\n${BODY}`)).toBe('青澜县统计局')
  })
  test('a label', async () => {
    expect(await issuerOf(`2022年工作总结\n发文机关：青澜县文物局\n${BODY}`)).toBe('青澜县文物局')
  })
  test.each(['我局', '我馆', '市图书馆', '县文旅局', '本单位'])('%s is no issuer', async (words) => {
    expect(await issuerOf(`2022年工作总结\n${BODY}\n${words}\n2022年12月20日`)).toBe('')
  })
  test('an addressee is no issuer', async () => {
    expect(await issuerOf(`2022年工作总结\n青澜县文化和旅游局：\n${BODY}`)).toBe('')
  })
  test('a place that speaks of itself', async () => {
    expect(
      await issuerOf(
        `2022年工作总结\n潍坊高新区持续发力。潍坊高新区公共服务提质，我区、全区协同。潍坊高新区文化繁荣，我区成效明显。${BODY}`,
      ),
    ).toBe('潍坊高新区')
  })
})

describe('titles of texts that came from sites', () => {
  test.each([
    [
      '青澜县文化局2015年上半年工作总结及下半年工作计划今年以来，在县委领导下，我局推进项目建设。',
      '青澜县文化局2015年上半年工作总结及下半年工作计划',
      'mixed',
      2015,
    ],
    ['XX县图书馆工作总结2014年图书馆在局领导的带领下，开展免费开放。', 'XX县图书馆工作总结', 'summary', 2014],
    ['青澜县2015年工作总结的要求是实事求是，各站所照此办理。', 'report', 'other', null],
    ['一、2015年工作总结今年以来，我局推进项目建设。', 'report', 'summary', null],
    [
      '街道文化站年度工作总结\n三、完善设施\n打造阵地。\n2016年工作思路\n加快场地建设。',
      '街道文化站年度工作总结',
      'mixed',
      2015,
    ],
    [
      '您现在的位置：范文频道工作总结2017年文体工作总结\n青澜县2017年文体工作总结',
      '青澜县2017年文体工作总结',
      'summary',
      2017,
    ],
    ['| 标题：青澜县图书馆2014年工作总结 |', '青澜县图书馆2014年工作总结', 'summary', 2014],
    ['青澜县图书馆2014年工作总结VIP专享', '青澜县图书馆2014年工作总结', 'summary', 2014],
    [
      '工作安排\n您的位置：首页 > 工作安排\n青澜县图书馆2014年工作总结\n本馆免费开放。',
      '青澜县图书馆2014年工作总结',
      'summary',
      2014,
    ],
  ])('%s', async (text, title, kind, year) => {
    const [report] = (await profilesOf(text)).reports
    expect([report?.title, report?.kind, report?.year]).toEqual([title, kind, year])
  })
})

describe('a first line that names no kind of report', () => {
  const text = '国庆假期游客增多\n2025年国庆假期，全县游客达10万人次。'
  test.each([
    [text, 'a.txt', '国庆假期游客增多'],
    [text, '假日简报.txt', '假日简报'],
    ['全县游客达10万人次。\n各景区秩序良好。', 'a.txt', 'a'],
    ['景区\n各景区秩序良好。', 'a.txt', 'a'],
    ['指标一览数据\n演出', 'a.txt', 'a'],
  ])('%s of %s', async (words, name, title) => {
    expect((await profilesOf(words, name)).reports[0]?.title).toBe(title)
  })
})

describe('a body that the first sentences speak of', () => {
  test.each([
    ['青石桥镇文化站在县文化局的指导下，开展活动。', '青石桥镇文化站'],
    ['2021年，太和县图书馆在县委、县政府的正确领导下，服务读者。', '太和县图书馆'],
    ['文化站在镇党委的领导下，开展活动。', ''],
    ['文广新局图书馆在局领导的带领下，开展活动。', ''],
    ['我们文化馆在各级领导的关怀和支持下，开展活动。', ''],
    ['活动中心在青石桥镇文化站的支持下建成。', ''],
  ])('%s', async (text, issuer) => {
    expect((await profilesOf(`工作总结\n${text}\n${BODY}`)).reports[0]?.issuer).toBe(issuer)
  })
  test('a sentence of a plan that names a year signs nothing', async () => {
    const text = `文化工作总结\n${BODY}\n落实青石桥镇文化站2022年免费开放资金5万元。`
    expect((await profilesOf(text)).reports[0]?.issuer).toBe('')
  })
})

describe('kinds by the text', () => {
  const kindOf = async (text: string): Promise<string | undefined> => (await profilesOf(text)).reports[0]?.kind
  test('a plan section makes a summary mixed', async () => {
    expect(await kindOf(`青澜县2022年工作总结\n${BODY}\n二、下一步工作打算\n全年送戏80场。`)).toBe('mixed')
  })
  test('problems and plans under one heading', async () => {
    expect(await kindOf(`青澜县2022年工作总结\n${BODY}\n二、存在问题和下一步打算\n全年送戏80场。`)).toBe('mixed')
  })
  test('no plan section, no mixture', async () => {
    expect(await kindOf(`青澜县2022年工作总结\n${BODY}\n二、存在问题\n经费不足。`)).toBe('summary')
  })
  test.each([
    ['问题与2023年安排', 'mixed'],
    ['问题与计划', 'mixed'],
    ['困难和打算', 'mixed'],
    ['问题与原因', 'summary'],
  ])('a heading of problems that plans ahead or does not: %s', async (heading, kind) => {
    expect(await kindOf(`青澜县2022年年度报告\n${BODY}\n二、${heading}\n经费不足。`)).toBe(kind)
  })
  test('a paragraph that turns to plans does, the last sentence of one on problems does not', async () => {
    const report = `青澜县2022年工作汇报\n${BODY}\n二、存在问题\n`
    expect(await kindOf(`${report}经费不足。\n下一步，我们将送戏80场。`)).toBe('mixed')
    expect(await kindOf(`${report}经费不足。下一步，我们将送戏80场。`)).toBe('summary')
  })
  test('figures without a title or a voice of their own are statistics', async () => {
    expect(
      await kindOf(
        '十一、文化\n年末全国共有图书馆12个，增长3.1%。总流通8万人次，下降2.0%；藏书9万册，增长5%；经费3亿元，增长1.2%。',
      ),
    ).toBe('statistics')
  })
  test('nothing tells', async () => {
    expect(await kindOf('你好，世界。\n今天天气很好。')).toBe('other')
    expect(await kindOf('我馆服务读者。现将有关情况公示如下：开放300天。')).toBe('summary')
    expect(await kindOf('现将奖品发放如下。')).toBe('other')
    const plans = '要加强阵地建设，继续送戏下乡。进一步完善制度，力争建成5个站点。将举办展览6场，确保演出80场。\n'
    expect(await kindOf(plans)).toBe('plan')
    // A long report without its title looks ahead in most sentences, and back in some.
    const deeds = '全年举办展览12场，演出了70场。累计接待3万人次，建成站点4个。\n'
    expect(await kindOf(`${deeds}${plans.repeat(6)}`)).not.toBe('plan')
    expect(await kindOf('初步核算，全年全县生产总值增长5%，农业增长3%，工业增长4%，我县经济平稳，消费下降2%。')).toBe(
      'statistics',
    )
  })
})

/** how the text opens | kind */
const OPENINGS = `
为做好青石古城的宣传推介，现制定相关宣传方案，从即日起在报刊发专稿2篇。 | plan
为丰富群众节日文化生活，特制定本方案。计划举办演出6场。 | plan
现将2024年文化工作安排通知如下。举办展览8个。 | plan
现将全年工作情况汇报如下。全年举办展览8个。 | summary
现将年度计划完成情况报告如下。全年举办展览8个。 | summary
`

describe('where no title says it, the opening says that a text plans', () => {
  test.each(
    OPENINGS.trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim())),
  )('%s', async (text, kind) => {
    expect((await profilesOf(text ?? '')).reports[0]?.kind).toBe(kind)
  })
})
