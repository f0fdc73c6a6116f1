import { describe, expect, test } from 'vitest'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { BODY, profilesOf } from './profileOf.ts'

const { regions } = loadRuleBook()

describe('administrative divisions', () => {
  test('each lies in one that is there, and no code comes twice', () => {
    const rows = regions.names.rows
    const codes = new Set(rows.map(({ code }) => code))
    expect(codes.size).toBe(rows.length)
    expect(rows.filter(({ code }) => !codes.has(code.slice(0, 2)))).toEqual([])
    expect(rows.filter(({ level }) => level === 'province')).toHaveLength(34)
    expect(rows.length).toBeGreaterThan(3200)
  })
  test.each([
    ['潍坊市', '潍坊'],
    ['内蒙古自治区', '内蒙古'],
    ['延边朝鲜族自治州', '延边'],
    ['恩施土家族苗族自治州', '恩施'],
    ['兴安盟', '兴安'],
    ['大兴安岭地区', '大兴安岭'],
    ['香港特别行政区', '香港'],
  ])('%s is written %s for short', (name, stem) => {
    expect(regions.names.rows.find((region) => region.name === name)?.stem).toBe(stem)
  })
  test('the stem of a county is no name by itself', () => {
    expect(regions.names.find('和平与朝阳').map(({ form }) => form)).not.toContain('和平')
    expect(regions.countyStems.has('和平')).toBe(true)
  })
})

const regionOf = async (text: string): Promise<string | undefined> => (await profilesOf(text)).reports[0]?.region

describe('a name that several divisions bear', () => {
  const title = '鼓楼区文化馆2019年工作总结'
  test.each([
    ['南京是历史文化名城。', '江苏省南京市鼓楼区'],
    ['福州市委充分肯定。', '福建省福州市鼓楼区'],
    ['承办江苏省文艺展演，徐州市获奖。', '江苏省徐州市鼓楼区'],
    ['承办江苏省文艺展演。', '鼓楼区'],
    ['南京市、徐州市同台演出。', '鼓楼区'],
    ['各项工作稳步推进。', '鼓楼区'],
  ])('with the words %s', async (words, region) => {
    expect(await regionOf(`${title}\n${words}\n${BODY}`)).toBe(region)
  })
})

describe('places of masked texts', () => {
  test('a slogan that was not masked tells, where its city is named', async () => {
    const text = `XX区文化局工作总结\n打造“活力闸北、平安闸北”，闸北市民受益，“闸北青年剧团”成立，参加上海之春展演。我区获奖，全区受益。\n${BODY}`
    const [report] = (await profilesOf(text)).reports
    expect(report).toMatchObject({ region: '上海市闸北区', issuer: '闸北区文化局' })
  })
  test('without its city it does not', async () => {
    const text = `XX区文化局工作总结\n打造“活力朝阳、平安朝阳”，朝阳市民受益，“朝阳青年剧团”成立。我区获奖，全区受益。\n${BODY}`
    expect(await regionOf(text)).toBe('XX区')
  })
  test('the province that it names again and again stands before the mask', async () => {
    const text = `20_年工作总结（宣传部）\nXX高新区获山东省表彰，山东学习平台、山东电视台报道。我区、全区联动，我区获奖。\n${BODY}`
    const [report] = (await profilesOf(text)).reports
    expect(report).toMatchObject({ region: '山东省XX高新区', issuer: 'XX高新区宣传部' })
  })
  test('a single x is a mask before what the report calls its own, and before nothing else', async () => {
    const own = '我镇重视政务公开，全镇受益，我镇获奖。'
    expect(await regionOf(`政务公开工作总结\nx镇成立领导小组。${own}\n${BODY}`)).toBe('x镇')
    expect(await regionOf(`政务公开工作总结\nx镇成立领导小组。\n${BODY}`)).toBe('')
    expect(await regionOf(`政务公开工作总结\n2x镇成立领导小组。${own}\n${BODY}`)).toBe('')
  })
  test('several provinces tell nothing', async () => {
    const text = `20_年工作总结（宣传部）\nXX高新区赴山东、江苏、浙江考察，山东、江苏、浙江来访。我区、全区联动，我区获奖。\n${BODY}`
    expect(await regionOf(text)).toBe('XX高新区')
  })
})

describe('a place that the text puts into a larger one', () => {
  const title = '青石桥镇2018年文化站工作总结'
  test.each([
    ['青石桥镇位于松坪县东北部，辖18个村。', '松坪县青石桥镇'],
    ['我镇地处松坪县西部。', '松坪县青石桥镇'],
    ['青石桥镇隶属于松坪县，辖18个村。', '松坪县青石桥镇'],
    ['青石桥镇位于太和县东北部。', '安徽省阜阳市太和县青石桥镇'],
    ['青石桥镇位于松坪县以北。', '青石桥镇'],
    ['青石桥镇位于松坪县与潭溪县交界处。', '青石桥镇'],
    ['文化广场位于松坪县城。', '青石桥镇'],
    ['红旗村位于松坪县东部。', '青石桥镇'],
    ['青石桥镇位于白沙镇北侧。', '青石桥镇'],
  ])('%s', async (words, region) => {
    expect(await regionOf(`${title}\n${words}\n${BODY}`)).toBe(region)
  })
})

test('a place that a paragraph begins with is the one of a report that names none', async () => {
  const of = (words: string): Promise<string | undefined> =>
    regionOf(`文化工作总结\n${words}\n我镇获奖，全镇受益。\n${BODY}`)
  expect(await of('三泉镇位于霍邱县西南部，面积48平方公里。')).toBe('安徽省六安市霍邱县三泉镇')
  expect(await of('三泉村位于霍邱县西南部，面积5平方公里。')).toBe('')
  expect(await of('广场位于霍邱县西南部。')).toBe('')
})

test('autonomous divisions without their peoples', async () => {
  expect(await regionOf(`2013年焉耆县图书馆年报\n${BODY}`)).toBe('新疆维吾尔自治区巴音郭楞蒙古自治州焉耆回族自治县')
  expect(await regionOf(`恩施州图书馆2013年工作总结\n${BODY}`)).toBe('湖北省恩施土家族苗族自治州')
  expect(await regionOf(`东州图书馆2013年工作总结\n${BODY}`)).not.toContain('自治')
})

describe('a place that only its own rules name', () => {
  const title =
    '关于公共文化服务情况的调研报告\n市政协学习委员会\n我市公共文化服务体系不断完善，全市覆盖率99%，我市成效明显。'
  const read = async (words: string): Promise<readonly unknown[]> => {
    const [report] = (await profilesOf(`${title}\n${words}\n${BODY}`)).reports
    return [report?.region, report?.issuer]
  }
  test.each([
    ['修订《珑川市公共文化服务实施标准》。', '珑川市', '政协珑川市委员会学习委员会'],
    ['修订《珑川市实施标准》，借鉴《宁浦市服务条例》。', '', ''],
    ['落实《江岭省公共文化服务条例》。', '', ''],
    ['编印《珑川市民间故事》。', '', ''],
  ])('%s', async (words, region, issuer) => {
    expect(await read(words)).toEqual([region, issuer])
  })
})

describe('a body that is one by its place', () => {
  test.each([
    ['市图书馆2023年工作总结', '潍坊市', '潍坊市图书馆'],
    ['市图书馆2023年工作总结', '太和县', '太和县'],
    ['图书馆2023年工作总结', '潍坊市', '潍坊市'],
  ])('%s of %s', async (title, place, issuer) => {
    const own = place.slice(-1)
    const text = `${title}\n我${own}、全${own}读者受益。${place}读书节开幕，${place}获奖，${place}电视台报道。\n${BODY}`
    expect((await profilesOf(text)).reports[0]?.issuer).toBe(issuer)
  })
})

describe('districts whose names end like parts of a town', () => {
  test.each([
    ['澜城区望江门街道2024年工作总结', '澜城区望江门街道'],
    ['主城区2024年文化工作总结', ''],
    ['中心城区2024年文化工作总结', ''],
  ])('%s', async (title, region) => {
    expect(await regionOf(`${title}\n${BODY}`)).toBe(region)
  })
})

describe('words that only look like places', () => {
  test.each([
    '社区文化中心2020年工作总结',
    '示范区创建2020年工作总结',
    '送戏下乡2020年工作总结',
    '全市2020年文化工作总结',
    '中国城市2020年文化工作综述',
    '超市2020年工作总结',
  ])('%s', async (title) => {
    expect(['', '全国']).toContain(await regionOf(`${title}\n${BODY}`))
  })
})
