import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestBytes, ingestFile } from '../../src/ingest/ingest.ts'
import { placeWords } from '../../src/ingest/ocr/place-words.ts'
import type { RecognizedWord } from '../../src/ingest/ocr/recognizer.ts'
import { extractFile } from '../../src/pipeline/extractFile.ts'
import { importPaths } from '../../src/pipeline/importPaths.ts'
import { openInlineRunner } from '../../src/pipeline/inlineRunner.ts'
import { previewImport } from '../../src/pipeline/previewImport.ts'
import { openArchive } from '../../src/store/open.ts'
import { makePdf } from './make-pdf.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const scanOf = (report: string) => join(fixtures, 'scans', `${report}.pdf`)
const textOf = (report: string) => readFileSync(join(fixtures, 'reports/gold', `${report}.txt`), 'utf8')
const LIBRARY = '淮津市图书馆2022年度工作总结'
const BULLETIN = '云溪县2023年国民经济和社会发展统计公报（文化旅游部分）'

/** How many numbers of `wanted` stand in `found` in the same order. */
function inOrder(wanted: readonly string[], found: readonly string[]): number {
  let row = new Array<number>(found.length + 1).fill(0)
  for (const number of wanted) {
    const next = [0]
    for (const [at, other] of found.entries())
      next.push(number === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

const numbersIn = (text: string) => text.match(/\d+(?:\.\d+)?/g) ?? []

describe('scanned pages', () => {
  it.each([LIBRARY, BULLETIN])('%s: nineteen of twenty numbers are recognised, each with its page', async (report) => {
    const document = await ingestFile(scanOf(report), { ocr: true })
    const wanted = numbersIn(textOf(report))
    expect(wanted.length).toBeGreaterThan(60)
    expect(inOrder(wanted, numbersIn(document.source)) / wanted.length).toBeGreaterThanOrEqual(0.95)
    expect(document.findings.map(({ kind }) => kind)).toEqual(document.pages.map(() => 'recognized_text'))
    expect(document.pages.every((page) => page.end > page.start)).toBe(true)
  })

  it('every fact of them is marked, and never held for sure', async () => {
    const { extraction } = await extractFile(scanOf(LIBRARY), { ocr: true })
    expect(extraction.facts.length).toBeGreaterThan(40)
    for (const fact of extraction.facts) {
      expect(fact.rules[0]).toBe('quantity.recognized')
      expect(fact.confidence).toBeLessThanOrEqual(0.5)
    }
  })

  it('without recognition they are told and not read', async () => {
    const document = await ingestFile(scanOf(LIBRARY))
    expect(document).toMatchObject({ source: '', findings: [{ kind: 'no_text_layer' }] })
    expect(document.findings[0]?.message).toContain('--ocr')
  })

  it('pages with a text layer are read as ever', async () => {
    const bytes = makePdf([{ texts: [{ x: 80, y: 700, text: '全年演出103场。' }] }])
    const plain = await ingestBytes(bytes, 'a.pdf')
    expect(await ingestBytes(bytes, 'a.pdf', { ocr: true })).toEqual(plain)
    expect(plain.findings).toEqual([])
  })

  it('beyond the time that was given, the limit is named', async () => {
    await expect(ingestFile(scanOf(LIBRARY), { ocr: true, limits: { milliseconds: 1 } })).rejects.toMatchObject({
      code: 'limit_exceeded',
    })
  })
})

describe('pictures', () => {
  it('are named for what they are, with what reads them', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await expect(ingestBytes(png, 'a.png')).rejects.toMatchObject({
      code: 'format_unsupported',
      advice: expect.stringContaining('--ocr'),
    })
  })

  it('that cannot be decoded are an error that names them', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    await expect(ingestBytes(png, 'a.png', { ocr: true })).rejects.toMatchObject({
      code: 'format_unsupported',
      place: 'a.png',
    })
  })
})

describe('an archive that has a scan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-ocr-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read anew where recognition is asked for, once, and keeps what was recognised', async () => {
    const archive = openArchive(join(folder, 'a.db'))
    const outcomes: unknown[] = []
    const foreseen: unknown[] = []
    for (const ocr of [false, false, true, true, false]) {
      const runner = openInlineRunner({ ocr })
      const { files } = await previewImport([scanOf(BULLETIN)], archive, { runner })
      foreseen.push(files.map(({ outcome }) => outcome))
      const { summary } = await importPaths([scanOf(BULLETIN)], archive, { runner })
      outcomes.push(Object.entries(summary.files).flatMap(([outcome, files]) => (files > 0 ? [outcome] : [])))
      await runner.close()
    }
    expect(outcomes).toEqual([['new'], ['unchanged'], ['replaced'], ['unchanged'], ['unchanged']])
    expect(foreseen).toEqual(outcomes)
    expect([...archive.facts({})].length).toBeGreaterThan(20)
    archive.close()
  })
})

describe('recognised words on a page', () => {
  const word = (text: string, left: number, right: number): RecognizedWord => ({
    text,
    left,
    right,
    top: 0,
    bottom: 20,
  })
  const texts = (...words: readonly RecognizedWord[]) =>
    placeWords([{ words, top: 0, bottom: 20 }], 2).map((item) => item.text)

  it.each([
    ['stand together without spaces', [word('演', 0, 20), word('出', 21, 40), word('103', 45, 80)], ['演出103']],
    ['keep a decimal point', [word('118', 0, 40), word('.', 44, 46), word('6', 50, 60)], ['118.6']],
    ['keep a full-width decimal point', [word('118', 0, 40), word('．6', 44, 60)], ['118.6']],
    ['close thousands up', [word('1', 0, 10), word('，', 12, 16), word('234', 20, 50)], ['1,234']],
    ['leave a list of numbers alone', [word('12', 0, 20), word('，', 22, 30), word('34', 32, 50)], ['12，34']],
    ['are parted by a wide gap', [word('图书馆', 0, 60), word('4', 200, 210)], ['图书馆', '4']],
    ['keep a space in Latin', [word('Open', 0, 40), word('Day', 48, 80)], ['Open Day']],
    ['that are blank are none', [word(' ', 0, 10)], []],
  ])('%s', (_, words, wanted) => {
    expect(texts(...words)).toEqual(wanted)
  })

  it('are placed in points', () => {
    expect(placeWords([{ words: [word('演', 10, 30)], top: 0, bottom: 20 }], 2)).toEqual([
      { text: '演', x: 5, width: 10, baseline: 10, size: 10 },
    ])
  })
})
