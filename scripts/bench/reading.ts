import { readFileSync } from 'node:fs'
import nodejieba from 'nodejieba'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { CHARACTERS_A_FIGURE, writeReport } from '../archive/write-report.ts'
import { RENDITIONS } from '../reports/archive.ts'
import type { BenchFigure } from './figure.ts'
import { leastTimes } from './measure.ts'
import { readOutside } from './outside.ts'
import { HOSTILE_TEXTS } from './texts.ts'

const GOLD = new URL('../../fixtures/reports/gold/', import.meta.url)
const ROUNDS = 15
/** UTF-16 units: reports at about 100 KB against 1 MB of UTF-8, texts to stumble over from `HOSTILE` on. */
const REPORTS = 37_000
const HOSTILE = 4_000
/** Below this the clock tells more of the machine than of the text: the text is doubled, up to a million at length. */
const LEAST_MILLISECONDS = 20
const GROWTH = 1.3
const TIMES = 10
const MOST_CHARACTERS = 1_000_000

/**
 * Reading text in one thread against segmenting the same text whole: the bundled reports, and invented ones with twice
 * as many figures a page.
 */
export async function benchReading(): Promise<readonly BenchFigure[]> {
  const bundled = RENDITIONS.map(({ source }) =>
    readFileSync(new URL(`${encodeURIComponent(source)}.txt`, GOLD), 'utf8'),
  )
  const dense = Array.from({ length: 10 }, (_, seed) => writeReport(seed, 4000, CHARACTERS_A_FIGURE.dense).text)
  nodejieba.load()
  const outside = readOutside()
  return [
    ...(outside.length > 0
      ? [await againstTag('extract.archive-against-tag', `${outside.length} government reports`, outside)]
      : []),
    await againstTag('extract.against-tag', 'bundled reports', bundled),
    await againstTag('extract.dense-against-tag', 'invented reports, a figure every 30 characters', dense),
  ]
}

async function againstTag(name: string, what: string, texts: readonly string[]): Promise<BenchFigure> {
  const reader = loadReportReader()
  const documents: SourceDocument[] = []
  for (const text of texts) documents.push(await readText(text))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const read = async (): Promise<void> => {
    for (const document of documents) await reader.read(document, {})
  }
  await read()
  const { tag, extract } = await leastTimes(ROUNDS, {
    tag: () => {
      for (const { source } of documents) nodejieba.tag(source)
    },
    extract: read,
  })
  return {
    name,
    what: `speed of reading (${what}) against nodejieba's tag alone, one thread`,
    is: tag / extract,
    wants: { at: 'least', bound: 1 },
    from: { extract_MB_per_s: bytes / 1000 / extract, tag_MB_per_s: bytes / 1000 / tag },
  }
}

/**
 * Cost a character of texts ten times as long, for reports and for texts made to be stumbled over; `names` chooses some
 * of them.
 */
export async function benchLength(names: readonly string[] = []): Promise<readonly BenchFigure[]> {
  const reader = loadReportReader()
  await reader.read(await readText('举办活动12场。'), {})
  const timeOf = async (text: string, rounds: number): Promise<number> => {
    const document = await readText(text)
    return (await leastTimes(rounds, { read: () => reader.read(document, {}) })).read
  }
  const texts = [
    {
      name: 'reports',
      write: (characters: number) => writeReport(1, characters, CHARACTERS_A_FIGURE.dense).text,
      short: REPORTS,
    },
    ...HOSTILE_TEXTS.map((text) => ({ ...text, short: HOSTILE })),
  ]
  const figures: BenchFigure[] = []
  for (const { name, write, short: least } of texts.filter(({ name }) => names.length === 0 || names.includes(name))) {
    let short = least
    let shortTime = await timeOf(write(short), 4)
    while (shortTime < LEAST_MILLISECONDS && short * TIMES < MOST_CHARACTERS) {
      short *= 2
      shortTime = await timeOf(write(short), 4)
    }
    const longTime = await timeOf(write(short * TIMES), shortTime < 50 ? 3 : 1)
    figures.push({
      name: `length.${name.replaceAll(' ', '-')}`,
      what: `cost a character at ${short * TIMES} characters against ${short}`,
      is: Math.max(LEAST_MILLISECONDS, longTime) / Math.max(LEAST_MILLISECONDS, shortTime * TIMES),
      wants: { at: 'most', bound: GROWTH },
      from: { short_ms: shortTime, long_ms: longTime },
    })
  }
  return figures
}

function readText(text: string): Promise<SourceDocument> {
  return ingestBytes(new TextEncoder().encode(text), 'text.txt')
}
