import { describe, expect, it } from 'vitest'
import { confidenceOf, SIGNS } from '../../src/extract/confidence.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { readReport } from '../../src/pipeline/readReport.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { loadSegmenter } from '../../src/text/segmenter.ts'

const rulebook = loadRuleBook()
const segmenter = await loadSegmenter()

const HEADS = {
  summary: '云岭县文化馆2023年工作总结\n一、主要工作\n',
  plan: '云岭县文化馆2023年工作计划\n一、主要任务\n',
  statistics: '云岭县2023年国民经济和社会发展统计公报\n十、文化\n',
  plans: '云岭县文化馆2023年工作总结\n一、主要工作\n举办培训9期。\n二、2024年工作打算\n',
  undated: '馆里的工作总结\n一、主要工作\n',
  waterworks: '云岭县水务局2023年工作总结\n一、供水\n全年铺设管道，改造水厂，检修水泵，清淤河道，抢修闸门。\n',
} as const

const FAR =
  '要求各站早安排，乡村的春天来得早，山上的花先开，河边的柳也绿了，孩子们在院里唱歌，老人们在树下听戏，大家都来了，锣鼓也响了，灯笼也亮了。'

/** What stands before, the sentence whose last figure is meant, and all signs that it bears. */
const CASES: readonly (readonly [head: keyof typeof HEADS, sentence: string, ...signs: readonly string[]])[] = [
  ['summary', '举办培训12场。'],
  ['summary', '举办展览12场。', 'code: firm'],
  ['summary', '举办摄影展12场。', 'indicator: noun', 'code: firm'],
  ['summary', '举办少儿书画摄影展览12场。', 'indicator: long noun', 'code: firm'],
  ['summary', '惠民演出比上年增加12场。', 'indicator: change'],
  ['summary', '惠民演出比上年增加十二场。', 'indicator: change', 'number: han change'],
  ['summary', '举办惠民演出40场，比上年增长12%。', 'indicator: change', 'status: of level'],
  ['summary', '女性读者占读者总数的62%。', 'indicator: share'],
  ['summary', '举办惠民演出40场，其中校园12场。', 'indicator: item', 'code: firm', 'subject: bare'],
  ['summary', '送戏下乡走进山村，全年演了12场。', 'code: firm'],
  ['summary', '参加展览的有12家单位来自外地。', 'indicator: clause', 'code: firm', 'subject: behind'],
  ['summary', '送书进校园，全年走进学校，共送出1200册。', 'indicator: unnamed'],
  ['summary', '开机率为92%。', 'indicator: unnamed'],
  ['summary', '图书新增数1200册。', 'indicator: inside noun', 'code: library'],
  ['summary', '非遗工坊建设12家。', 'indicator: noun', 'indicator: inside noun'],
  ['waterworks', '接待游客120人次。', 'indicator: noun', 'code: firm'],
  ['summary', '开展活动12场。', 'code: loose'],
  ['summary', '馆藏图书1200册。', 'indicator: noun', 'code: library'],
  ['summary', '入驻企业12家。', 'indicator: noun', 'code: shared'],
  ['waterworks', '常住人口12万人。', 'indicator: noun', 'code: firm', 'code: outside'],
  ['waterworks', '完成投资12亿元。'],
  ['summary', '举办了12场展览。', 'code: firm', 'subject: behind'],
  ['summary', '共12场。', 'indicator: unnamed', 'subject: bare'],
  ['summary', '举办展览12场在城里。', 'code: firm', 'subject: words behind'],
  [
    'summary',
    '举办展览不少于12场。',
    'code: firm',
    'number: bound',
    'status: norms',
    'status: bound or wish in a dated report',
  ],
  ['undated', '举办展览不少于12场。', 'code: firm', 'number: bound', 'status: norms'],
  ['summary', '举办展览近12场。', 'code: firm', 'number: vague'],
  ['summary', '举办展览2场。', 'code: firm', 'number: few'],
  ['summary', '考核得92分。', 'unit: place or points', 'status: bound or wish in a dated report'],
  ['summary', '举办展览12次。', 'code: firm'],
  ['summary', '计划举办展览12场。', 'code: firm', 'status: plan', 'status: plan of a dated report'],
  ['undated', '计划举办展览12场。', 'code: firm', 'status: plan'],
  [
    'plans',
    '举办展览12场。',
    'code: firm',
    'status: plan',
    'status: plan of a section',
    'status: plan of a dated report',
  ],
  ['summary', `${FAR}举办展览12场。`, 'code: firm', 'status: plans before'],
  [
    'summary',
    '按照上级的要求，馆里举办展览12场。',
    'code: firm',
    'status: plans before',
    'status: plans near',
    'status: bound or wish in a dated report',
  ],
  ['summary', '各站达标，举办展览12场。', 'code: firm', 'status: norms', 'status: bound or wish in a dated report'],
  ['summary', '去年举办展览12场。', 'code: firm', 'year: told'],
  ['statistics', '年末有博物馆12个。', 'indicator: noun', 'report: statistics'],
  [
    'plan',
    '举办展览12场。',
    'code: firm',
    'status: plan',
    'status: plan of a section',
    'status: plan of a dated report',
    'report: plan or rules',
  ],
]

describe('confidence', () => {
  it.each(CASES.map(([head, sentence, ...signs]) => ({ head, sentence, signs })))(
    '$head: $sentence',
    async ({ head, sentence, signs }) => {
      const document = await ingestBytes(new TextEncoder().encode(`${HEADS[head]}${sentence}\n`), 'report.txt')
      const { facts } = readReport(document, rulebook, { segmenter })
      expect(facts[facts.length - 1]?.confidence).toBe(confidenceOf(SIGNS.filter(({ name }) => signs.includes(name))))
    },
  )

  it('knows no sign without a case, and none by another name', () => {
    const shown = new Set(CASES.flatMap(([, , ...signs]) => signs))
    expect([...shown].sort()).toEqual(SIGNS.map(({ name }) => name).sort())
  })
})
