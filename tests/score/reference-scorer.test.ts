import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCORED_FIELDS } from '../../scripts/score/agreement.ts'
import { type GoldReport, loadGoldSet } from '../../scripts/score/gold.ts'
import { measure } from '../../scripts/score/measures.ts'
import { scoreReport } from '../../scripts/score/tally.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import type { Fact } from '../../src/model/fact.ts'
import { extractFile } from '../../src/pipeline/extractFile.ts'

/** The scorer that defines the measures; it lies beside the repository where the gold of others does. */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url))
const SCORER = join(SHARED, 'eval/score.mjs')
const GOLD = join(SHARED, 'gold/dev')

type Readings = ReadonlyMap<string, Pick<Extraction, 'facts' | 'mentions'>>

interface ReferenceResult {
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly missed: readonly { readonly quote: string }[]
  readonly spurious: readonly { readonly quote: string }[]
  readonly wrong: readonly { readonly quote: string; readonly wrong: object }[]
  readonly misclassed: readonly { readonly quote: string; readonly got: readonly string[] }[]
}

describe.skipIf(!existsSync(SCORER))(
  'our scorer says what ../shared/eval/score.mjs says (skipped where it is absent)',
  () => {
    let folder = ''
    let reports: readonly GoldReport[] = []
    let readings: Readings = new Map()

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'baoshu-score-'))
      reports = loadGoldSet(GOLD)
      const read = new Map<string, Extraction>()
      for (const { name, path } of reports) read.set(name, (await extractFile(path)).extraction)
      readings = read
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('of what the extractor reads', () => expectSame(readings))
    test('of facts with wrong fields', () => expectSame(worsened(readings, spoilField)))
    test('of facts that are lost, moved and invented', () => expectSame(worsened(readings, spoilPlace)))

    function expectSame(given: Readings): void {
      const reference = runReference(folder, given)
      const scores = reports.map((report) => {
        const reading = given.get(report.name)
        if (reading === undefined) throw new Error(`no reading of ${report.name}`)
        return scoreReport(report, reading)
      })
      const rows = [...scores.map((score) => row(`${score.report.name}.txt`, [score])), row('ALL', scores)]
      expect(rows).toEqual(reference.rows)
      const quotes = (items: readonly { readonly quote: string }[]) => items.map(({ quote }) => quote)
      expect(scores.flatMap(({ missed }) => quotes(missed))).toEqual(quotes(reference.missed))
      expect(scores.flatMap(({ spurious }) => quotes(spurious))).toEqual(quotes(reference.spurious))
      const wrong = scores.flatMap(({ pairs }) => pairs.filter(({ right }) => !right))
      expect(wrong.map((pair) => [pair.gold.quote, [...pair.wrong].sort()])).toEqual(
        reference.wrong.map((one) => [one.quote, Object.keys(one.wrong).sort()]),
      )
      const misclassed = scores.flatMap(({ numerals }) => numerals.filter(({ gold, got }) => !got.includes(gold.class)))
      expect(misclassed.map(({ gold, got }) => [gold.quote, got])).toEqual(
        reference.misclassed.map(({ quote, got }) => [quote, got]),
      )
    }
  },
)

/** What the reference scorer prints of readings that are put before it as files. */
function runReference(folder: string, readings: Readings): ReferenceResult {
  for (const [name, { facts, mentions }] of readings) {
    writeLines(join(folder, `${name}.txt.facts`), facts)
    writeLines(join(folder, `${name}.txt.mentions`), mentions)
  }
  const print = (kind: string) => `cat "${folder}/$(basename {file}).${kind}"`
  const options = ['--set', GOLD, '--run', print('facts'), '--run-mentions', print('mentions'), '--json']
  return JSON.parse(execFileSync(process.execPath, [SCORER, ...options], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

function writeLines(path: string, records: readonly object[]): void {
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

/** The row that the reference scorer prints of these reports. */
function row(name: string, scores: Parameters<typeof measure>[0]): Record<string, string | number> {
  const measures = measure(scores)
  const shown = (value: number) => value.toFixed(1)
  return {
    name: basename(name),
    gold: measures.gold,
    predicted: measures.predicted,
    precision: shown(measures.precision),
    recall: shown(measures.recall),
    factF1: shown(measures.factF1),
    recordF1: shown(measures.recordF1),
    ungrounded: measures.ungrounded,
    ...Object.fromEntries(SCORED_FIELDS.map((field) => [field, shown(measures.fields[field])])),
    accounted: shown(measures.accounted),
    classed: shown(measures.classed),
  }
}

type Spoil = (fact: Fact, index: number) => readonly Fact[]

function worsened(readings: Readings, spoil: Spoil): Readings {
  return new Map(
    [...readings].map(([name, { facts, mentions }]) => [
      name,
      { facts: facts.flatMap(spoil), mentions: mentions.filter((_, index) => index % 5 !== 0) },
    ]),
  )
}

/** Every fact with another field wrong. */
function spoilField(fact: Fact, index: number): readonly Fact[] {
  const spoiled: readonly Partial<Fact>[] = [
    { value: (fact.value ?? 0) + 1 },
    { min: null },
    { unit: '亩' },
    { modifier: 'about' },
    { status: 'rule' },
    { basis: 'each', aspect: 'rate' },
    { indicator: 'other' },
    { year: 1999, year_offset: 7 },
    { subject: fact.subject.slice(0, 2), scope: '某街道' },
    { unit: '场次', subject: '' },
  ]
  return [{ ...fact, ...spoiled[index % spoiled.length] }]
}

/** Facts that are dropped, doubled with another value, shortened, or moved to where they do not stand. */
function spoilPlace(fact: Fact, index: number): readonly Fact[] {
  switch (index % 5) {
    case 0:
      return []
    case 1:
      return [{ ...fact, value: -1 }, fact]
    case 2:
      return [{ ...fact, end: fact.start + 1, quote: fact.quote.slice(0, 1) }, fact]
    case 3:
      return [{ ...fact, start: fact.start + 2, end: fact.end + 2 }]
    default:
      return [fact]
  }
}
