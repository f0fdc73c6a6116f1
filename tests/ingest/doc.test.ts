import { describe, expect, it } from 'vitest'
import { findWordHeader } from '../../src/ingest/doc/compound-file.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { makeCompoundFile, makeDoc } from './make-doc.ts'
import { blockTexts, dataCells, expectSoundBlocks } from './sound-blocks.ts'

const TEXT = '云岭县文化馆2023年工作总结\r一、阵地建设\r全县“一村一场戏”演出103场——观众3.4万人次。\r'
const TABLE = '场馆\x07数量\x07\x07图书馆\x0712\x07\x07以上。\r'

describe('Word documents of before 2007', () => {
  it('have their paragraphs, headings by label and tables', async () => {
    const text = TEXT + TABLE
    const rowEnds = [...text].flatMap((mark, at) => (mark === '\x07' && text[at - 1] === '\x07' ? [at] : []))
    const document = await ingestBytes(makeDoc({ text, rowEnds }), '总结.docx')
    expectSoundBlocks(document)
    expect(document.format).toBe('doc')
    expect(document.source).toBe(`${TEXT.replaceAll('\r', '\n')}场馆 | 数量\n图书馆 | 12\n以上。`)
    expect(document.blocks.slice(0, 3).map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['paragraph', null],
    ])
    expect(dataCells(document)).toEqual(['图书馆/数量=12'])
    expect(blockTexts(document).at(-1)).toBe('以上。')
  })

  /** The data cells of a table of these rows, whose merged cells are one cell, as Word writes them. */
  const tableOf = async (rows: readonly (readonly string[])[]) => {
    const text = `云岭县总结\r${rows.map((row) => `${row.map((cell) => `${cell}\x07`).join('')}\x07`).join('')}以上。\r`
    let at = '云岭县总结\r'.length
    const rowEnds = rows.map((row) => {
      at += row.reduce((sum, cell) => sum + cell.length + 1, 0) + 1
      return at - 1
    })
    return ingestBytes(makeDoc({ text, rowEnds }), 'a.doc')
  }
  const merged: readonly (readonly [what: string, rows: readonly (readonly string[])[], cells: readonly string[]])[] = [
    [
      'a group of columns between two cells that reach down',
      [
        ['项目', '2023年', '2022年'],
        ['', '上半年', '全年', ''],
        ['甲馆', '1.0', '2.5', '2.1'],
      ],
      ['甲馆/2023年>上半年=1.0', '甲馆/2023年>全年=2.5', '甲馆/2022年=2.1'],
    ],
    [
      'two groups of as many columns',
      [
        ['项目', '2023年', '2022年'],
        ['', '场次', '人次', '场次', '人次'],
        ['甲馆', '1', '2', '3', '4'],
      ],
      ['甲馆/2023年>场次=1', '甲馆/2023年>人次=2', '甲馆/2022年>场次=3', '甲馆/2022年>人次=4'],
    ],
    [
      'a total over two columns of words',
      [
        ['片区', '乡镇', '文化站（个）', '演出（场）'],
        ['东片', '云渡镇', '2', '31'],
        ['合计', '3', '58'],
      ],
      ['东片>云渡镇/文化站（个）=2', '东片>云渡镇/演出（场）=31', '合计/文化站（个）=3', '合计/演出（场）=58'],
    ],
    [
      'a header that could stand over any of the columns heads none',
      [
        ['项目', '2023年', '2022年'],
        ['甲馆', '1', '2', '3'],
        ['乙馆', '4', '5', '6'],
      ],
      ['甲馆/=1', '甲馆/=2', '甲馆/=3', '乙馆/=4', '乙馆/=5', '乙馆/=6'],
    ],
  ]
  it.each(merged)('merged cells: %s', async (_, rows, cells) => {
    const document = await tableOf(rows)
    expectSoundBlocks(document)
    expect(dataCells(document)).toEqual(cells)
    for (const text of rows.flat().filter((cell) => cell !== '')) expect(document.source).toContain(text)
  })

  it('so short that the text stands in a piece of a sector are found by the name of its stream', () => {
    const bytes = Buffer.alloc(4096)
    bytes.writeUInt16LE(0xa5ec, 1024 + 192)
    bytes.writeUInt16LE(0xc1, 1024 + 194)
    expect(findWordHeader(bytes)).toBeNull()
    bytes.write('WordDocument', 2048, 'utf16le')
    expect(findWordHeader(bytes)).toEqual({ version: 0xc1, encrypted: false })
  })

  it('without text say so', async () => {
    expect(await ingestBytes(makeDoc({ text: '\r' }), 'a.doc')).toMatchObject({
      source: '',
      findings: [{ kind: 'no_text_layer' }],
    })
  })

  const whole = makeDoc({ text: TEXT })
  const ring = (() => {
    const bytes = Buffer.from(whole)
    // The last sector of the first stream is followed by its first one.
    const table = 512
    let last = 2
    while (bytes.readInt32LE(table + last * 4) !== -2) last += 1
    bytes.writeInt32LE(2, table + last * 4)
    return bytes
  })()
  const cases: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
    ['locked with a password', makeDoc({ text: TEXT, encrypted: true }), 'doc_encrypted'],
    ['of Word 95', makeDoc({ text: TEXT, version: 0x68 }), 'format_unsupported'],
    ['a table of Excel', makeCompoundFile([['Workbook', Buffer.alloc(4096)]]), 'format_unsupported'],
    ['a chain of sectors that bites its tail', ring, 'doc_damaged'],
    ['more sectors than the file has', whole.with(44, 200), 'doc_damaged'],
    ['cut off', whole.subarray(0, 6000), 'doc_damaged'],
    [
      'without its text table',
      makeCompoundFile([['WordDocument', Buffer.from(whole.subarray(1536, 1536 + 8192))]]),
      'doc_damaged',
    ],
  ]
  it.each(cases)('an error: %s', async (_, bytes, code) => {
    await expect(ingestBytes(bytes, 'a.doc')).rejects.toMatchObject({ name: 'BaoshuError', code })
  })
})
