import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { hasOtherBase } from '../../compare/base.ts'
import { placeOf } from '../../compare/place.ts'
import type { SourceDocument } from '../../model/document.ts'
import { FACT_FIELDS, type Fact } from '../../model/fact.ts'
import { GIVEN_FIELDS, type GivenProfile } from '../../model/report.ts'
import type { DocumentRecord, PreparedDocument } from '../port.ts'
import { bigramsOf } from './bigrams.ts'
import { toBlockRow, toFactRow, toFindingRows, toReportRow } from './rows.ts'

/** A value as a database binds it. */
export type Cell = string | number | null

/** What a row keeps of a fact beside its document and its sentence. */
type FactColumn = Exclude<(typeof FACT_FIELDS)[number], 'document' | 'sentence'>
const OF_FACT = FACT_FIELDS.filter((field): field is FactColumn => field !== 'document' && field !== 'sentence')

/** The columns that the rows of a document have in each table, in the order of their cells; `document` comes before them. */
export const ROW_COLUMNS = {
  page: ['number', 'start', 'end'],
  block: ['number', 'kind', 'level', 'page', 'start', 'end', 'cell'],
  report: [
    'part',
    'start',
    'end',
    'title',
    'issuer',
    'region',
    'kind',
    'year',
    'year_basis',
    'year_confidence',
    'published',
    'evidence',
  ],
  /** A sentence stands once for all facts in it, as a number until the rows are unpacked. */
  fact: ['sentence', 'part', ...OF_FACT, 'place', 'other_base'],
  mention: ['start', 'end', 'quote', 'class', 'rule', 'fact'],
  finding: ['number', 'stage', 'start', 'end', 'kind', 'message'],
} as const
export type RowTable = keyof typeof ROW_COLUMNS

/** A sentence that holds facts, with the words that the search index knows it by. */
export interface SentenceRow {
  readonly text: string
  readonly bigrams: string
  /** Starts of its first and last fact. */
  readonly first: number
  readonly last: number
}

/**
 * All rows that a document brings into an archive: each sentence once, however many facts stand in it, and rows without the
 * names of their columns, as they cross between processes.
 */
export interface DocumentRows {
  readonly document: Pick<SourceDocument, 'sha256' | 'bytes' | 'format' | 'encoding' | 'name' | 'source'>
  readonly rows: Readonly<Record<RowTable, readonly (readonly Cell[])[]>>
  readonly sentences: readonly SentenceRow[]
  /** Codes that its facts name. */
  readonly indicators: readonly string[]
}

/**
 * A document ready to be stored. All work on its rows is done here, in the process that read it, so that the one that
 * writes only has to bind them.
 */
export function prepareDocument(
  { document, extraction, given }: Pick<DocumentRecord, 'document' | 'extraction' | 'given'>,
  rulesVersion: string,
): PreparedDocument {
  const { id, sha256, bytes, format, encoding, name, source } = document
  const places = new Map(extraction.reports.map((each) => [each.part, placeOf({ ...each, document: id })]))
  const { sentences, sentenceOf } = sentencesOf(extraction.facts)
  const findings = toFindingRows(document, extraction.findings)
  const indicators = new Set<string>()
  for (const { indicator, of } of extraction.facts) {
    indicators.add(indicator)
    if (of !== null) indicators.add(of)
  }
  const packed: DocumentRows = {
    document: { sha256, bytes, format, encoding, name, source },
    rows: {
      page: document.pages.map((page) => cellsOf('page', page)),
      block: document.blocks.map((block) => cellsOf('block', toBlockRow(id, block))),
      report: extraction.reports.map((report) => cellsOf('report', toReportRow(id, report))),
      fact: extraction.facts.map((fact) =>
        cellsOf('fact', {
          ...toFactRow(fact),
          sentence: sentenceOf(fact),
          place: places.get(fact.part) ?? '',
          other_base: Number(hasOtherBase(fact)),
        }),
      ),
      mention: extraction.mentions.map((mention) => cellsOf('mention', { ...mention, fact: mention.fact ?? null })),
      finding: findings.map((finding) => cellsOf('finding', finding)),
    },
    sentences,
    indicators: [...indicators],
  }
  return {
    id,
    rulesVersion,
    content: contentHash(packed, given, rulesVersion),
    given,
    facts: extraction.facts.length,
    findings: findings.length,
    packed: serialize(packed),
  }
}

/** The rows of a prepared document, every fact with its sentence. */
export function unpackRows({ packed }: PreparedDocument): DocumentRows {
  const { rows, ...others } = deserialize(packed) as DocumentRows
  const fact = rows.fact.map(([sentence, ...cells]) => [others.sentences[Number(sentence)]?.text ?? '', ...cells])
  return { ...others, rows: { ...rows, fact } }
}

function cellsOf<Table extends RowTable>(
  table: Table,
  row: Readonly<Record<(typeof ROW_COLUMNS)[Table][number], Cell>>,
): readonly Cell[] {
  return ROW_COLUMNS[table].map((column) => row[column as keyof typeof row])
}

/** The sentences that hold facts, in the order of the text, and the number of the one that a fact stands in. */
function sentencesOf(facts: readonly Fact[]): {
  readonly sentences: readonly SentenceRow[]
  readonly sentenceOf: (fact: Fact) => number
} {
  const sentences: SentenceRow[] = []
  const numbers = new Map<Fact, number>()
  for (const fact of [...facts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const { sentence, start } = fact
    const last = sentences.at(-1)
    if (last?.text === sentence) sentences[sentences.length - 1] = { ...last, last: start }
    else sentences.push({ text: sentence, bigrams: bigramsOf(sentence), first: start, last: start })
    numbers.set(fact, sentences.length - 1)
  }
  return { sentences, sentenceOf: (fact) => numbers.get(fact) ?? 0 }
}

/**
 * SHA-256 over everything that a document brings into the archive, its name left out: equal for two readings that say
 * the same.
 */
function contentHash({ document, rows, sentences }: DocumentRows, given: GivenProfile, rulesVersion: string): string {
  const { source, name: _, ...read } = document
  const user = GIVEN_FIELDS.map((field) => given[field] ?? null)
  const texts = sentences.map(({ text }) => text)
  return createHash('sha256')
    .update(JSON.stringify([rulesVersion, user, read, rows, texts]))
    .update(source)
    .digest('hex')
}
