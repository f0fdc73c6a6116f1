import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../src/model/fact.ts'
import { extractFile } from '../../src/pipeline/extractFile.ts'

const ARCHIVE = fileURLToPath(new URL('../../../shared/corpus/archive/', import.meta.url))
const FIELDS = ['value', 'min', 'max', 'unit', 'modifier', 'status'] as const
/** The samples, and the share of each that must be read as it was judged: all but the first as they were first read. */
const SAMPLES = [
  { file: 'archive.tsv', size: 200, leastShare: 0.95 },
  { file: 'archive-4099.tsv', size: 200, leastShare: 0.865 },
  { file: 'archive-6151.tsv', size: 100, leastShare: 0.89 },
  { file: 'archive-8123-9041.tsv', size: 200, leastShare: 0.955 },
  { file: 'archive-27183-31415.tsv', size: 200, leastShare: 0.97 },
] as const

interface Verdict {
  readonly document: string
  readonly start: number
  readonly quote: string
  /** What is right, by field; null where the words are no figure. */
  readonly right: Readonly<Record<(typeof FIELDS)[number], string>> | null
  readonly wasRight: boolean
}

function verdictsOf(file: string): readonly Verdict[] {
  const text = readFileSync(fileURLToPath(new URL(`../../fixtures/verdicts/${file}`, import.meta.url)), 'utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [document = '', start = '', quote = '', ...cells] = line.split('\t')
    const [value = '', min = '', max = '', unit = '', modifier = '', status = '', drawn = ''] = cells
    const right = value === 'none' ? null : { value, min, max, unit, modifier, status }
    return { document, start: Number(start), quote, right, wasRight: drawn === 'right' }
  })
}

const told = (value: string | number | null): string => (value === null ? '-' : String(value))

/** What today's facts say otherwise than the verdict; empty where they agree. */
function disagreements({ start, right }: Verdict, facts: readonly Fact[]): readonly string[] {
  const fact = facts.find((one) => one.start === start)
  if (!right) return fact ? ['read as a figure'] : []
  if (!fact) return ['not read']
  return FIELDS.filter((field) => told(fact[field]) !== right[field]).map(
    (field) => `${field}: ${right[field]} is right, read as ${told(fact[field])}`,
  )
}

describe.each(SAMPLES)('verdicts on figures drawn at random, $file', ({ file, size, leastShare }) => {
  const verdicts = verdictsOf(file)

  it(`are ${size}, of which each names its document, place and words`, () => {
    expect(verdicts).toHaveLength(size)
    expect(verdicts.filter(({ document, quote, start }) => !document || !quote || !Number.isInteger(start))).toEqual([])
  })

  describe.skipIf(!existsSync(ARCHIVE))('the archive in ../shared (skipped where it is absent)', () => {
    const found = new Map<Verdict, readonly string[]>()

    beforeAll(async () => {
      for (const document of new Set(verdicts.map((verdict) => verdict.document))) {
        const { extraction } = await extractFile(`${ARCHIVE}${document}`)
        for (const verdict of verdicts.filter((one) => one.document === document))
          found.set(verdict, disagreements(verdict, extraction.facts))
      }
    }, 120_000)

    it('is still read right where it was', () => {
      const lost = verdicts.filter((verdict) => verdict.wasRight && found.get(verdict)?.length !== 0)
      expect(lost.map((verdict) => `${verdict.document} ${verdict.quote}: ${found.get(verdict)?.join('; ')}`)).toEqual(
        [],
      )
    })

    it(`is read as judged in ${leastShare * 100} % of the figures`, () => {
      const wrong = verdicts.filter((verdict) => found.get(verdict)?.length !== 0)
      const share = (verdicts.length - wrong.length) / verdicts.length
      const list = wrong.map((verdict) => `${verdict.document} ${verdict.quote}: ${found.get(verdict)?.join('; ')}`)
      expect(share, `${wrong.length} read otherwise:\n${list.join('\n')}`).toBeGreaterThanOrEqual(leastShare)
    })
  })
})
