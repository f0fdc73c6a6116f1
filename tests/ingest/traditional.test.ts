import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { TRADITIONAL } from '../../src/rulebook/traditional.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'

const FOLDER = new URL('../../fixtures/reports/gold/', import.meta.url)
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

const toTraditional = new Map(
  TRADITIONAL.flatMap(([written, read]) => [...read].map((char, at) => [char, written.charAt(at)] as const)).reverse(),
)
/** A simplified text in traditional characters, as far as the table goes. */
const traditional = (text: string): string => [...text].map((char) => toTraditional.get(char) ?? char).join('')

describe('the table of traditional characters', () => {
  it('has one to read for each that is written', () => {
    for (const [written, read] of TRADITIONAL) expect(written).toHaveLength(read.length)
  })
  it('has none twice, and none that is read as one that is read otherwise', () => {
    const written = TRADITIONAL.flatMap(([row]) => [...row])
    expect(new Set(written).size).toBe(written.length)
    const read = new Set(TRADITIONAL.flatMap(([, row]) => [...row]))
    expect(written.filter((char) => read.has(char))).toEqual([])
  })
  it.each([
    ['縣圖書館參與群眾三萬餘人', '县图书馆参与群众三万余人'],
    ['投入參仟元', '投入叁仟元'],
    ['乾隆年間的著作', '乾隆年间的著作'],
  ])('%s', (written, read) => {
    expect(normalizeCharacters(written)).toBe(read)
  })
})

describe('a report in traditional characters', () => {
  const reader = loadReportReader()
  it.each(NAMES)('%s gives the facts of the simplified one, at the same places', async (name) => {
    const simplified = await ingestBytes(new TextEncoder().encode(textOf(name)), name)
    const source = traditional(simplified.source)
    const document = await ingestBytes(new TextEncoder().encode(source), name)
    const records = async (read: typeof document) =>
      (await reader.read(read, {})).facts.map(({ start, end, value, min, max, unit, indicator, status, year }) =>
        [start, end, value, min, max, unit, indicator, status, year].join(' '),
      )
    expect(document.source).not.toBe(simplified.source)
    expect(await records(document)).toEqual(await records(simplified))
  })
})
