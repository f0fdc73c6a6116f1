import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Fact } from '../../src/model/fact.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { openArchive } from '../../src/store/open.ts'
import type { DocumentRecord, FactQuery } from '../../src/store/port.ts'
import { drawFrom } from '../archive/random.ts'
import type { BenchFigure } from './figure.ts'
import { leastTimes, timed } from './measure.ts'

const FACTS_A_DOCUMENT = 100
const ROUNDS = 7
/** Rare, middling and frequent: one sentence in so many holds the word. */
const WORDS = [
  { word: '皮影', every: 5000 },
  { word: '图书', every: 100 },
  { word: '演出', every: 3 },
] as const
const INDICATORS = ['film.screenings', 'library.acquisitions', 'performance.sessions', 'facility.plaza'] as const

/** Queries of an archive of so many facts, each against a scan of all facts in the same run. */
export async function benchSearch(facts: number): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
  const path = join(folder, 'bench.db')
  try {
    const filling = await timed(() => fillArchive(path, facts))
    const archive = openArchive(path, { readonly: true })
    const connection = new Database(path, { readonly: true })
    const read = (query: FactQuery) => (): number => [...archive.facts({ limit: 200, ...query })].length
    const scan = connection.prepare<[string], { n: number }>(
      'select count(*) as n from fact where instr(sentence, ?) > 0',
    )
    const series = connection.prepare(
      `select * from series where place = ? and indicator = 'film.screenings' order by year`,
    )
    const middle = connection
      .prepare<[number], { id: string; place: string }>(
        'select id, place from fact order by document, start limit 1 offset ?',
      )
      .get(Math.floor(facts / 2))
    if (middle === undefined) throw new Error('the archive is empty')
    const queries: Readonly<Record<string, () => unknown>> = {
      'a search of a rare word': read({ search: WORDS[0].word }),
      'a search of a word': read({ search: WORDS[1].word }),
      'a search of a frequent word': read({ search: WORDS[2].word }),
      'a page of a search': read({ search: WORDS[1].word, after: middle.id }),
      'a page of facts': read({ after: middle.id }),
      'a series': () => series.all(middle.place),
    }
    const times = await leastTimes(ROUNDS, { scan: () => scan.get(WORDS[1].word), ...queries })
    expectExact(read({ search: WORDS[1].word, limit: facts })(), scan.get(WORDS[1].word)?.n ?? 0)
    archive.close()
    connection.close()
    const scanned = times.scan ?? 0
    return Object.keys(queries).map((what) => {
      const milliseconds = times[what as keyof typeof times] ?? 0
      return {
        name: `query.${what.replace(/^a /, '').replaceAll(' ', '-')}`,
        what: `${what} among ${facts} facts against a scan of all their sentences`,
        is: milliseconds / scanned,
        wants: { at: 'most', bound: 1 / 20 },
        from: { query_ms: milliseconds, scan_ms: scanned, stored_facts_per_s: facts / (filling.milliseconds / 1000) },
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function expectExact(found: number, scanned: number): void {
  if (found !== scanned || found === 0) throw new Error(`a search found ${found} facts, a scan ${scanned}`)
}

/** Writes an archive of so many facts of invented reports. */
export function fillArchive(path: string, facts: number): void {
  const archive = openArchive(path)
  const { reference } = loadReportReader()
  archive.saveReference(reference)
  const run = archive.startRun({ paths: ['bench'], rulesVersion: reference.rulesVersion })
  for (let document = 0; document * FACTS_A_DOCUMENT < facts; document++)
    archive.saveDocument(run, writeRecord(document, Math.min(FACTS_A_DOCUMENT, facts - document * FACTS_A_DOCUMENT)))
  archive.finishRun(run)
  archive.close()
}

/** A document of made-up facts, stored as they are: reading texts would take the bench an hour. */
function writeRecord(number: number, count: number): DocumentRecord {
  const draw = drawFrom(number)
  const id = Array.from({ length: 16 }, () => draw(16).toString(16)).join('')
  const place = `云岭省第${number % 500}县`
  const year = 2005 + (Math.floor(number / 500) % 20)
  const sentences: string[] = []
  const facts: Fact[] = []
  let length = 0
  for (let index = 0; index < count; index += 2) {
    const words = WORDS.filter(({ every }) => draw(every) === 0).map(({ word }) => word)
    const values = [1 + draw(5000), 1 + draw(5000)]
    const lead = `第${index}项重点工作按照年初部署扎实推进，${words.join('和')}等惠民服务`
    const sentence = `${lead}全年开展${values[0]}场，其中村级${values[1]}场，受到群众欢迎。`
    for (const [at, value] of values.entries()) {
      const quote = `${value}场`
      const start = length + sentence.indexOf(quote, lead.length + at * 5)
      const indicator = INDICATORS[draw(INDICATORS.length)] ?? 'other'
      facts.push(factOf({ id, start, quote, sentence, value, indicator, year }))
    }
    sentences.push(sentence)
    length += sentence.length + 1
  }
  const source = sentences.join('\n')
  const span = { start: 0, end: source.length }
  return {
    file: { path: `/bench/${String(number).padStart(6, '0')}.txt`, size: source.length, modified: 0 },
    document: {
      id,
      sha256: `${id}${String(number).padStart(48, '0')}`,
      bytes: source.length,
      format: 'txt',
      encoding: 'utf-8',
      name: `${number}.txt`,
      source,
      blocks: [{ ...span, index: 0, kind: 'paragraph', level: null, page: null, cell: null }],
      pages: [],
      findings: [],
    },
    extraction: {
      document: id,
      reports: [
        {
          ...span,
          part: 0,
          title: `${place}${year}年工作总结`,
          issuer: `${place}文化局`,
          region: place,
          kind: 'summary',
          year,
          yearBasis: 'stated',
          yearConfidence: 1,
          published: null,
          evidence: [],
        },
      ],
      facts,
      mentions: [],
      findings: [],
    },
    given: {},
  }
}

function factOf(
  given: Pick<Fact, 'id' | 'start' | 'quote' | 'sentence' | 'indicator'> & {
    readonly value: number
    readonly year: number
  },
): Fact {
  const { id: document, start, quote, value } = given
  const end = start + quote.length
  return {
    ...given,
    id: `${document}:${start}-${end}`,
    document,
    part: 0,
    end,
    page: null,
    block: 0,
    min: value,
    max: value,
    resolution: 1,
    unit: '场',
    modifier: 'exact',
    status: 'actual',
    basis: 'total',
    aspect: 'flow',
    of: null,
    subject: '惠民服务',
    scope: '',
    year_offset: 0,
    as_of: null,
    part_of: null,
    confidence: 0.9,
    rules: ['numeral.arabic'],
  }
}
