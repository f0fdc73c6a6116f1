import { describe, expect, it } from 'vitest'
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
