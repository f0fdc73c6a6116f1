import { describe, expect, it } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { encodeBig5, encodeGb } from './encode-gb.ts'
import { blockTexts, expectSoundBlocks } from './sound-blocks.ts'

const REPORT = [
  '云岭县文化馆2023年工作总结',
  '',
  '　　一、基本情况',
  '全年举办演出103场，观众3.4万人次。',
  '（一）阵地建设',
  '1.新建文化广场2个，',
  '①面积1200平方米。',
].join('\r\n')

function utf16(text: string, bigEndian: boolean, bom: boolean): Uint8Array {
  const bytes = new Uint8Array(Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le'))
  if (!bigEndian) return bytes
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const low = bytes[at] ?? 0
    bytes[at] = bytes[at + 1] ?? 0
    bytes[at + 1] = low
  }
  return bytes
}

describe('encodings of one text', () => {
  const plain = REPORT.replaceAll('\r\n', '\n')
  const cases: readonly (readonly [name: string, bytes: Uint8Array, encoding: string])[] = [
    ['UTF-8', new TextEncoder().encode(REPORT), 'utf-8'],
    ['UTF-8 with BOM', new TextEncoder().encode(`\ufeff${REPORT}`), 'utf-8'],
    ['UTF-16LE with BOM', utf16(REPORT, false, true), 'utf-16le'],
    ['UTF-16BE with BOM', utf16(REPORT, true, true), 'utf-16be'],
    ['UTF-16LE', utf16(REPORT, false, false), 'utf-16le'],
    ['UTF-16BE', utf16(REPORT, true, false), 'utf-16be'],
    ['GB18030', encodeGb(REPORT), 'gb18030'],
    ['UTF-8 with old Mac line ends', new TextEncoder().encode(REPORT.replaceAll('\r\n', '\r')), 'utf-8'],
  ]
  it.each(cases)('%s', async (_, bytes, encoding) => {
    const document = await ingestBytes(bytes, 'a.txt')
    const reference = await ingestBytes(new TextEncoder().encode(plain), 'a.txt')
    expect(document.source).toBe(plain)
    expect(document.encoding).toBe(encoding)
    expect(document.blocks).toEqual(reference.blocks)
    expect(document.findings).toEqual([])
  })

  it('Big5 of traditional text is not read as rare GB18030 characters', async () => {
    const text = '本年度共舉辦文化活動一百二十場，觀眾三萬人次，圖書館藏書為五萬冊。'
    const bytes = encodeBig5(text)
    expect(await ingestBytes(bytes, 'a.txt')).toMatchObject({ source: text, encoding: 'big5' })
  })

  it('UTF-8 that is cut off in the middle of a character stays UTF-8, with a finding', async () => {
    const whole = new TextEncoder().encode('全年举办演出103场，观众3.4万人次，经费')
    const document = await ingestBytes(whole.subarray(0, whole.length - 1), 'a.txt')
    expect(document.encoding).toBe('utf-8')
    expect(document.source).toBe('全年举办演出103场，观众3.4万人次，经\ufffd')
    expect(document.findings).toMatchObject([{ kind: 'garbled_text', document: document.id }])
  })

  describe('put together of two files', () => {
    const first = '二、阵地建设\n全县建成综合文化站12个，覆盖率100%。'
    const second = '三、队伍建设\r\n招募志愿者1260人，服务时长2.3万小时。\r\n'
    const [utf8, gb] = [(text: string) => new TextEncoder().encode(text), encodeGb]
    const whole = `${first}\n${second.replaceAll('\r\n', '\n')}`
    const mixtures: readonly (readonly [name: string, parts: readonly Uint8Array[], source: string, at: number])[] = [
      ['GB18030, then UTF-8', [gb(`${first}\n`), utf8(second)], whole, first.length + 1],
      ['UTF-8, then GB18030', [utf8(`${first}\n`), gb(second)], whole, first.length + 1],
      ['GB18030, then UTF-8 in the same line', [gb(first), utf8(second)], whole.replace('。\n', '。'), first.length],
      ['UTF-8, then GB18030 in the same line', [utf8(first), gb(second)], whole.replace('。\n', '。'), first.length],
    ]
    it.each(mixtures)('%s: each part is read as it is written', async (_, parts, source, at) => {
      const document = await ingestBytes(new Uint8Array(parts.flatMap((part) => [...part])), 'a.txt')
      expect(document.source).toBe(source)
      expect(document.findings.map(({ kind, start, end }) => [kind, start, end])).toEqual([['garbled_text', at, at]])
    })

    it('bytes that are neither between lines of UTF-8 are not read as rare characters', async () => {
      const broken = new Uint8Array([
        ...utf8(`${first}\n`.repeat(4)),
        ...utf8('演出103场').subarray(1),
        ...utf8(`\n${second}`),
      ])
      const document = await ingestBytes(broken, 'a.txt')
      expect(document.encoding).toBe('utf-8')
      expect(document.source).toContain('\ufffd')
    })
  })

  it('one unreadable byte in GB18030 is one finding', async () => {
    const bytes = encodeGb(`${plain}\n${plain}`)
    const broken = new Uint8Array([...bytes.subarray(0, bytes.length), 0xff])
    const document = await ingestBytes(broken, 'a.txt')
    expect(document.encoding).toBe('gb18030')
    expect(document.findings.map((finding) => document.source.slice(finding.start, finding.end))).toEqual(['\ufffd'])
  })
})

describe('lines of a text file', () => {
  it('are blocks of the kind that their label says', async () => {
    const document = await ingestBytes(new TextEncoder().encode(REPORT), 'a.txt')
    expectSoundBlocks(document)
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', null],
      ['heading', 3],
      ['list_item', 1],
      ['list_item', 3],
    ])
    expect(blockTexts(document)[1]).toBe('一、基本情况')
  })

  const tables: readonly (readonly [name: string, lines: readonly string[], cells: readonly string[]])[] = [
    [
      'bars',
      ['单位：万人次', '指标 | 标准 | 完成情况', '观众 | 不少于3 | 3.4', '读者 | 不少于5 | 5.6'],
      [
        '观众/标准=不少于3 ^单位：万人次',
        '观众/完成情况=3.4 ^单位：万人次',
        '读者/标准=不少于5 ^单位：万人次',
        '读者/完成情况=5.6 ^单位：万人次',
      ],
    ],
    ['tabs', ['场馆\t数量', '图书馆\t12', '文化馆\t8'], ['图书馆/数量=12 ^null', '文化馆/数量=8 ^null']],
    ['bars without spaces', ['场馆|数量', '图书馆|12', '文化馆|8'], ['图书馆/数量=12 ^null', '文化馆/数量=8 ^null']],
    ['full-width bars', ['场馆｜数量', '图书馆｜12'], ['图书馆/数量=12 ^null']],
    [
      'figures in the first row: no column headers',
      ['图书馆\t12', '文化馆\t8'],
      ['图书馆/=12 ^null', '文化馆/=8 ^null'],
    ],
    [
      'years are headers',
      ['场馆\t2022年\t2023年', '图书馆\t12\t15'],
      ['图书馆/2022年=12 ^null', '图书馆/2023年=15 ^null'],
    ],
    [
      'a serial number heads no row',
      ['序号\t场馆\t数量', '1\t图书馆\t12', '2\t文化馆\t8'],
      ['图书馆/数量=12 ^null', '文化馆/数量=8 ^null'],
    ],
  ]
  it.each(tables)('are table cells where they are set as a table: %s', async (_, lines, cells) => {
    const document = await ingestBytes(new TextEncoder().encode(lines.join('\n')), 'a.txt')
    expectSoundBlocks(document)
    const read = document.blocks.flatMap((block) =>
      block.cell === null || block.cell.header
        ? []
        : [
            `${block.cell.rowHeaders.join()}/${block.cell.columnHeaders.join()}=${document.source.slice(block.start, block.end)} ^${block.cell.caption}`,
          ],
    )
    expect(read).toEqual(cells)
  })

  const noTables: readonly (readonly [name: string, text: string])[] = [
    ['one line with a bar', '首页 | 新闻\n全年演出103场。'],
    ['lines of different numbers of columns', '首页 | 新闻\n首页 | 新闻 | 正文'],
    ['bars within words', '网|工程图纸\n网|机械制图'],
    ['an indent', '\t全年演出103场。\n\t观众3万人次。'],
  ]
  it.each(noTables)('no table: %s', async (_, text) => {
    const document = await ingestBytes(new TextEncoder().encode(text), 'a.txt')
    expect(document.blocks.filter((block) => block.kind === 'table_cell')).toEqual([])
  })
})

describe('Markdown, told by its content', () => {
  const markdown =
    '# 文化馆总结\n\n## 一、演出\n全年**103场**。\n- 观众3万人次\n1. 新建2个\n\n| 场馆 | 数量 |\n|---|---:|\n| 图书馆 | 12 |\n\n| 地区 | 人次 |\n| --- | --- |\n| 云岭 | 3万 |\n'
  it('has headings without their signs and tables without their rules, at the offsets of the file', async () => {
    const document = await ingestBytes(new TextEncoder().encode(markdown), 'a.txt')
    expectSoundBlocks(document)
    expect(document.format).toBe('md')
    expect(document.source).toBe(markdown)
    expect(document.blocks.map(({ kind, level, start, end }) => [kind, level, markdown.slice(start, end)])).toEqual([
      ['heading', 1, '文化馆总结'],
      ['heading', 2, '一、演出'],
      ['paragraph', null, '全年**103场**。'],
      ['list_item', 1, '观众3万人次'],
      ['list_item', 1, '1. 新建2个'],
      ['table_cell', null, '场馆'],
      ['table_cell', null, '数量'],
      ['table_cell', null, '图书馆'],
      ['table_cell', null, '12'],
      ['table_cell', null, '地区'],
      ['table_cell', null, '人次'],
      ['table_cell', null, '云岭'],
      ['table_cell', null, '3万'],
    ])
    expect(document.blocks.map((block) => block.cell?.table ?? null)).toEqual([
      null,
      null,
      null,
      null,
      null,
      0,
      0,
      0,
      0,
      1,
      1,
      1,
      1,
    ])
    expect(document.blocks[8]?.cell).toMatchObject({ rowHeaders: ['图书馆'], columnHeaders: ['数量'], header: false })
  })

  it('plain text that is named .md is text', async () => {
    expect((await ingestBytes(new TextEncoder().encode('全年演出103场。'), 'a.md')).format).toBe('txt')
  })
})
