import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PackageContent } from '../../../src/package/rows.ts'
import { fittedText, MOST_CHARACTERS, MOST_FACTS, MOST_LINKS, type Sheet } from '../../../src/package/workbook/sheet.ts'
import { readWorkbook } from '../../../src/package/workbook/workbook.ts'
import { xlsxBytes } from '../../../src/package/workbook/xlsx.ts'
import { packageContentOf } from '../../../src/pipeline/exportArchive.ts'
import { openArchive } from '../../../src/store/open.ts'
import { ROWS } from '../../compare/facts.ts'
import { type ReportOf, recordOf } from '../../store/records.ts'
import { columnOf, readXlsx } from './read-xlsx.ts'

const film = { indicator: 'film.screenings', subject: '公益电影' }

const REPORTS: readonly ReportOf[] = [2019, 2020].map((year) => ({
  year,
  findings: [{ kind: 'masked_number', message: 'A masked number.' }],
  figures: [
    { quote: `${year - 1000}场`, value: year - 1000, ...film },
    { quote: '30场', value: 30, ...film, subject: '=1+1', partOf: 0 },
    { quote: '1100场', value: 1100, ...film, status: 'plan', year: year + 1 },
    {
      quote: '近千名',
      value: 1000,
      min: null,
      modifier: 'under',
      indicator: 'other',
      subject: 'constructor',
      unit: '名',
    },
  ],
}))

function contentOf(reports: readonly ReportOf[] = REPORTS): PackageContent {
  const archive = openArchive(':memory:', { now: () => new Date('2026-01-01T00:00:00Z') })
  onTestFinished(() => archive.close())
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
  for (const report of reports) archive.saveDocument(run, recordOf(report))
  return packageContentOf(archive)
}

async function written(language: 'zh' | 'en' = 'zh', reports?: readonly ReportOf[]) {
  const { bytes, shortened } = await readWorkbook(contentOf(reports), language)()
  const sheets = readXlsx(bytes)
  const sheet = (name: string) => {
    const found = sheets.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no sheet ${name}`)
    return found
  }
  return { bytes, shortened, sheets, sheet }
}

describe('a workbook', () => {
  it('has one sheet a table, named in the language', async () => {
    const zh = ['数据', '序列', '变动', '计划', '核对', '疑点', '报告', '指标', '单位']
    expect((await written('zh')).sheets.map(({ name }) => name)).toEqual(zh)
    const en = ['Facts', 'Series', 'Changes', 'Plans', 'Claims', 'Findings', 'Reports', 'Indicators', 'Units']
    expect((await written('en')).sheets.map(({ name }) => name)).toEqual(en)
  })

  it('has heads that stand still, widths and filters', async () => {
    for (const { xml } of (await written()).sheets) {
      expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/)
      expect(xml).toMatch(/<cols>.*customWidth="1".*<\/cols>/)
    }
    expect((await written()).sheet('数据').xml).toContain('<autoFilter ref="A1:Y9"/>')
  })

  it('has the figures as numbers, and codes and indicators in words', async () => {
    const { sheet } = await written()
    const facts = sheet('数据')
    const [row] = [1, 2, 3, 4, 5, 6, 7, 8].filter((row) => columnOf(facts, '原文')(row)?.value === '1020场')
    if (row === undefined) throw new Error('no row of 1020场')
    const cells = ['年份', '数值', '性质', '口径', '计量单位', '句子'].map(
      (title) => columnOf(facts, title)(row)?.value,
    )
    expect(cells).toEqual([2020, 1020, '实际', '总数', '场', '公益电影1020场。'])
    expect(columnOf(facts, '数值')(row)?.format).toBe('#,##0')
    expect(columnOf(facts, '指标')(row)?.value).toBe(
      ROWS.indicators.find(({ code }) => code === 'film.screenings')?.name,
    )
    expect((await written('en')).sheet('Facts').cells.get('M2')?.value).toBe('actual')
  })

  it('leads from each figure of a series to its row in the facts', async () => {
    const { sheet } = await written()
    const facts = sheet('数据')
    const quote = columnOf(sheet('序列'), '原文')
    const cells = [1, 2, 3, 4].map(quote)
    for (const cell of cells) {
      const row = Number(/^'数据'!A(\d+)$/.exec(cell?.link ?? '')?.[1]) - 1
      expect(columnOf(facts, '原文')(row)?.value).toBe(cell?.value)
    }
    const parts = [1, 2, 3, 4].map(columnOf(facts, '其中')).filter((cell) => cell !== undefined)
    expect(parts.map(({ value, link }) => [value, link?.startsWith("'数据'!A")])).toEqual([['1019场', true]])
  })

  it('holds what looks like a formula as text that stays text, and no formula', async () => {
    const { sheet, sheets } = await written()
    const subjects = [1, 2, 3, 4, 5, 6, 7, 8].map(columnOf(sheet('数据'), '对象'))
    expect(subjects.find((cell) => cell?.value === '=1+1')).toMatchObject({ format: '@' })
    for (const { xml } of sheets) expect(xml).not.toContain('<f>')
  })

  it('holds words that every object of JavaScript knows', async () => {
    const subjects = [1, 2, 3, 4].map(columnOf((await written()).sheet('数据'), '对象')).map((cell) => cell?.value)
    expect(subjects).toContain('constructor ')
  })

  it('holds what Excel would take for an escape as the words that they are', async () => {
    const figure = { quote: '5场', value: 5, ...film, subject: '型号_x0041_和_x41_' }
    const { sheet } = await written('zh', [{ figures: [figure] }])
    expect(columnOf(sheet('数据'), '对象')(1)?.value).toBe('型号_x005F_x0041_和_x41_')
  })

  it('is the same byte for byte at another time', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-04T05:06:08Z'), toFake: ['Date'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const once = (await written()).bytes
    vi.setSystemTime(new Date('2031-07-08T09:10:12Z'))
    expect(Buffer.compare((await written()).bytes, once)).toBe(0)
  })

  it('says in how many cells a text was cut at the limit of Excel', async () => {
    const lead = '图'.repeat(MOST_CHARACTERS)
    const { shortened, sheet } = await written('zh', [{ figures: [{ quote: '5场', value: 5, ...film, lead }] }])
    expect(shortened).toBe(1)
    expect(String(columnOf(sheet('数据'), '句子')(1)?.value)).toHaveLength(MOST_CHARACTERS)
  })

  it('is refused where it would be too large, with what to do', () => {
    const content = contentOf()
    const [first] = content.documents
    if (first === undefined) throw new Error('no document')
    const many = { ...content, documents: [{ ...first, facts: MOST_FACTS + 1 }] }
    expect(() => readWorkbook(many, 'zh')).toThrow(expect.objectContaining({ code: 'workbook_too_large' }))
  })

  it('has its sheets for an empty archive', async () => {
    const { sheets } = await written('zh', [])
    expect(sheets).toHaveLength(9)
    expect(sheets[0]?.xml).not.toContain('autoFilter')
  })
})

it('has no more links in a sheet than Excel holds', async () => {
  const rows = Array.from({ length: MOST_LINKS + 5 }, () => ['a', { text: 'b', fact: 'a' }])
  const sheet: Sheet = {
    name: 'x',
    columns: [
      { title: 'id', width: 5 },
      { title: 'of', width: 5 },
    ],
    rows,
  }
  const [read] = readXlsx((await xlsxBytes([sheet], 'id')).bytes)
  expect(read?.xml.match(/<hyperlink /g)).toHaveLength(MOST_LINKS)
})

describe('a text for a cell', () => {
  it.each([
    ['图书', '图书'],
    ['', ''],
    ['a'.repeat(MOST_CHARACTERS), 'a'.repeat(MOST_CHARACTERS)],
  ])('stays where it fits', (text, fitted) => {
    expect(fittedText(text)).toBe(fitted)
  })

  it('is cut with a mark and never within a character', () => {
    for (const text of [`a${'𠀀'.repeat(MOST_CHARACTERS)}`, '𠀀'.repeat(MOST_CHARACTERS)]) {
      const cut = fittedText(text)
      expect(cut.length).toBeLessThanOrEqual(MOST_CHARACTERS)
      expect(cut).toMatch(/…（\d+）$/)
      expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    }
  })
})
