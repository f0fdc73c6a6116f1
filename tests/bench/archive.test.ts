import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type Layout, writeArchive } from '../../scripts/archive/write-archive.ts'
import { CHARACTERS_A_FIGURE, writeReport } from '../../scripts/archive/write-report.ts'
import { describeFigure, holds } from '../../scripts/bench/figure.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import type { Fact } from '../../src/model/fact.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { folderWith } from '../folder.ts'

const reader = loadReportReader()

/** Text, blocks and facts of a file. */
async function readAll(bytes: Uint8Array, name: string) {
  const document = await ingestBytes(bytes, name)
  const { facts } = await reader.read(document, {})
  return { source: document.source, blocks: document.blocks, facts }
}

describe('an invented archive', () => {
  const shape = { files: 6, characters: 800, formats: ['docx', 'pdf', 'txt'], seed: 7 } as const

  it('is the same for the same shape, byte for byte', () => {
    const [one, other] = [folderWith(), folderWith()]
    const written = [...writeArchive(one, shape)]
    expect([...writeArchive(other, shape)]).toEqual(written)
    for (const { path, bytes } of written) {
      expect(readFileSync(join(one, path))).toHaveLength(bytes)
      expect(readFileSync(join(other, path)).equals(readFileSync(join(one, path)))).toBe(true)
    }
    expect(readdirSync(join(one, '000'))).toHaveLength(shape.files)
  })

  it('holds every known figure in its text, in order', () => {
    const { text, facts } = writeReport(3, 2000, CHARACTERS_A_FIGURE.dense)
    let from = 0
    for (const { quote } of facts) {
      const at = text.indexOf(quote, from)
      expect(at, quote).toBeGreaterThanOrEqual(from)
      from = at + quote.length
    }
    expect(facts.length).toBeGreaterThan(20)
  })

  it('has reports of about the length asked for, no two alike', () => {
    const texts = [1, 2, 3].map((seed) => writeReport(seed, 5000).text)
    for (const text of texts) expect(Math.abs(text.length - 5000)).toBeLessThan(700)
    expect(new Set(texts).size).toBe(3)
  })
})

describe('the layouts of an invented archive', () => {
  const shape = { files: 1, characters: 2500, charactersAFigure: 40, seed: 11 } as const

  test.each(['docx', 'pdf'] as const)('hold the same text, and every known figure is read: %s', async (format) => {
    const write = async (layout: Layout) => {
      const folder = folderWith()
      const [file] = [...writeArchive(folder, { ...shape, formats: [format], layout })]
      if (file === undefined) throw new Error('nothing was written')
      return { file, read: await readAll(readFileSync(join(folder, file.path)), file.path) }
    }
    const [office, plain] = [await write('office'), await write('plain')]
    expect(office.read.source).toBe(plain.read.source)
    expect(office.read.blocks).toEqual(plain.read.blocks)
    const told = ({ quote, value, unit, year }: Pick<Fact, 'quote' | 'value' | 'unit' | 'year'>) => [
      quote,
      value,
      unit,
      year,
    ]
    expect(office.file.facts.length).toBeGreaterThan(30)
    expect(office.read.facts.map(told)).toEqual(office.file.facts.map(told))
    expect(office.file.bytes).toBeGreaterThan(plain.file.bytes)
  })
})

describe('the figures of an invented archive', () => {
  test.each(Object.entries(CHARACTERS_A_FIGURE))('stand as closely as in %s ones', (_, every) => {
    const reports = Array.from({ length: 20 }, (__, seed) => writeReport(seed, 6500, every))
    const characters = reports.reduce((sum, { text }) => sum + text.length, 0)
    const figures = reports.reduce((sum, { facts }) => sum + facts.length, 0)
    expect(characters / figures).toBeGreaterThan(every * 0.9)
    expect(characters / figures).toBeLessThan(every * 1.2)
  })

  it('stand in reports of many lengths, whose mean is the one asked for', () => {
    const lengths = [...writeArchive(folderWith(), { files: 60, characters: 3000, formats: ['txt'], seed: 1 })].map(
      ({ text }) => text.length,
    )
    expect(Math.min(...lengths)).toBeLessThan(1600)
    expect(Math.max(...lengths)).toBeGreaterThan(4400)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(Math.abs(mean - 3000)).toBeLessThan(400)
  })
})

describe('a figure of the bench', () => {
  const figure = { name: 'a.b', what: 'x against y', from: { x_ms: 12.345 } }
  test.each([
    [0.9, { at: 'most', bound: 1 } as const, true, 'ok   '],
    [1.1, { at: 'most', bound: 1 } as const, false, 'SHORT'],
    [1.1, { at: 'least', bound: 1 } as const, true, 'ok   '],
    [0.9, { at: 'least', bound: 1 } as const, false, 'SHORT'],
    [0.9, null, true, '     '],
  ])('%d against %j', (is, wants, fine, state) => {
    expect(holds({ ...figure, is, wants })).toBe(fine)
    expect(describeFigure({ ...figure, is, wants }).slice(0, 5)).toBe(state)
  })
})
