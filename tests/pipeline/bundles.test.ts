import { expect, test } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'

const BODY = '全年举办群众文化活动120场，参与群众3.2万人次；新增图书2000册，开展培训18期，送戏下乡60场。'

test('the numbers of the reports in a bundle run into their titles and count nothing', async () => {
  const name = 'XX街道文化工作总结汇报材料定稿'
  const pieces = ['街道创建文化示范区总结', '镇文化站全年工作总结', '社区文化活动总结'].map(
    (title, at) => `${name}${at + 1}${title}全年工作有声有色。\n${BODY.repeat(5)}`,
  )
  const text = `${name}3篇\n${pieces.join('\n')}`
  const document = await ingestBytes(new TextEncoder().encode(text), 'a.txt')
  const { reports, facts, mentions } = await loadReportReader().read(document, {})
  expect(reports).toHaveLength(3)
  for (const at of [1, 2, 3]) {
    const start = text.indexOf(`${name}${at}`, text.indexOf('\n')) + name.length
    expect(facts.filter((fact) => fact.start === start)).toEqual([])
    expect(mentions.filter((mention) => mention.start === start).map(({ quote }) => quote)).toEqual([String(at)])
  }
  expect(facts.filter((fact) => fact.quote === '120场')).toHaveLength(15)
})
