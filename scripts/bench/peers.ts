import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import suite from '@microsoft/recognizers-text-suite'
import nodejieba from 'nodejieba'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { CHARACTERS, writeArchive } from '../archive/write-archive.ts'
import { type GoldFact, loadGoldSet } from '../score/gold.ts'
import type { BenchFigure } from './figure.ts'
import { timed } from './measure.ts'
import { readOutside } from './outside.ts'
import { MAIN } from './program.ts'

const GOLD = fileURLToPath(new URL('../../fixtures/reports/gold', import.meta.url))
const CHINESE = 'zh-cn'
/** So many characters of each report of the archive: the peer takes minutes for all of it. */
const BEGINNING = 4000
/** All models that it has for Chinese. */
const MODELS: readonly ((text: string) => ReturnType<typeof suite.recognizeNumber>)[] = [
  (text) => suite.recognizeNumber(text, CHINESE),
  (text) => suite.recognizeOrdinal(text, CHINESE),
  (text) => suite.recognizePercentage(text, CHINESE),
  (text) => suite.recognizeAge(text, CHINESE),
  (text) => suite.recognizeCurrency(text, CHINESE),
  (text) => suite.recognizeDimension(text, CHINESE),
  (text) => suite.recognizeTemperature(text, CHINESE),
  (text) => suite.recognizeDateTime(text, CHINESE),
]

/**
 * Reading reports against Recognizers-Text (numbers, units and dates of Chinese), one thread, the same texts: the speed,
 * and how many of the figures that careful readers found have their value. A figure counts for Recognizers-Text where any
 * of its models gives the value at that place, whatever it takes the figure for.
 */
export async function benchRecognizers(): Promise<readonly BenchFigure[]> {
  const reports = loadGoldSet(GOLD)
  const reader = loadReportReader()
  nodejieba.load()
  const read = async (texts: readonly string[]) => {
    const documents = await Promise.all(texts.map((text) => ingestBytes(new TextEncoder().encode(text), 'report.txt')))
    return timed(async () => {
      const facts = []
      for (const document of documents) facts.push((await reader.read(document, {})).facts)
      return facts
    })
  }
  const recognize = (texts: readonly string[]) =>
    timed(() => texts.map((text) => MODELS.flatMap((model) => model(text))))
  const golds = reports.map(({ text }) => text)
  await read(golds)
  const [own, theirs] = [await read(golds), await recognize(golds)]
  const outside = readOutside().map((text) => text.slice(0, BEGINNING))
  const [ownTime, theirTime] = outside.length > 0 ? [await read(outside), await recognize(outside)] : [own, theirs]
  const asked = reports.map(({ facts }) => facts.filter(({ value }) => value !== null))
  const count = (right: (fact: GoldFact, report: number) => boolean): number =>
    asked.reduce((sum, facts, report) => sum + facts.filter((fact) => right(fact, report)).length, 0)
  const all = count(() => true)
  const ownRight = count((fact, report) =>
    (own.result[report] ?? []).some((one) => one.start < fact.end && fact.start < one.end && one.value === fact.value),
  )
  const theirRight = count((fact, report) =>
    (theirs.result[report] ?? []).some(
      // Their ends are of the last character; a fall is negative in the gold only.
      ({ start, end, resolution }) =>
        start < fact.end && fact.start <= end && numberOf(resolution?.['value']) === Math.abs(fact.value ?? 0),
    ),
  )
  return [
    {
      name: 'peers.recognizers-speed',
      what: `speed of reading against Recognizers-Text with all its Chinese models, one thread, processor time, ${outside.length > 0 ? `beginnings of ${outside.length} government reports` : 'bundled reports'}`,
      is: theirTime.cpu / ownTime.cpu,
      wants: { at: 'least', bound: 50 },
      from: { reading_s: ownTime.cpu / 1000, recognizers_s: theirTime.cpu / 1000 },
    },
    {
      name: 'peers.recognizers-values',
      what: 'figures whose value is read, against Recognizers-Text',
      is: ownRight / theirRight,
      wants: { at: 'least', bound: 1 },
      from: { figures: all, reading: ownRight, recognizers: theirRight },
    },
  ]
}

function numberOf(value: unknown): number | null {
  return typeof value === 'string' ? Number(value.replace('%', '')) : null
}

/** Imports of so many DOCX files against pandoc, which only converts them: one process a file, two at a time. */
export async function benchPandoc(files: number): Promise<readonly BenchFigure[]> {
  if (spawnSync('pandoc', ['--version']).status !== 0)
    throw new Error('pandoc is not installed: apt-get install pandoc, or leave it out of --only')
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-pandoc-'))
  try {
    const reports = join(folder, 'reports')
    for (const _ of writeArchive(reports, { files, characters: CHARACTERS, formats: ['docx'], seed: 3 }));
    const paths = readdirSync(reports, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.docx'))
    const input = paths.map((path) => join(reports, path)).join('\0')
    const own = await timed(() =>
      run(process.execPath, [MAIN, 'import', reports, '--db', join(folder, 'own.db'), '--jobs', '2']),
    )
    const theirs = await timed(() =>
      run('xargs', ['-0', '-n', '1', '-P', '2', 'pandoc', '-t', 'plain', '-o', '/dev/null'], input),
    )
    return [
      {
        name: 'peers.pandoc',
        what: `import of ${paths.length} DOCX by two reading processes against pandoc, which only converts them`,
        is: theirs.milliseconds / own.milliseconds,
        wants: { at: 'least', bound: 1 },
        from: { import_s: own.milliseconds / 1000, pandoc_s: theirs.milliseconds / 1000 },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: readonly string[], input = ''): void {
  const { status, stderr } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
}
