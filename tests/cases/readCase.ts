import { hasOtherBase } from '../../src/compare/base.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { Span } from '../../src/model/span.ts'
import { readReport } from '../../src/pipeline/readReport.ts'
import type { RuleBook } from '../../src/rulebook/rulebook.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'
import { type CaseRow, EXPECTED_COLUMNS, type ExpectedColumn } from './caseTable.ts'

/** The report that a case stands in where its row names none. */
const DEFAULT_TITLE = '青澜县文化和旅游局2023年工作总结'

/** A case as a document, with the place of the figure that is marked 【】 in its text. */
export interface CaseText {
  readonly source: string
  readonly textStart: number
  readonly mark: Span | null
}

/** The text of a case: its title, its heading and its words, one below the other; `⏎` is a line end. */
export function textOf(row: CaseRow): CaseText {
  const title = row.cells['title'] === '-' ? '' : row.cells['title'] || DEFAULT_TITLE
  const heading = row.cells['heading'] ?? ''
  const prefix = [title, heading]
    .filter((line) => line !== '')
    .map((line) => `${line.replaceAll('⏎', '\n')}\n`)
    .join('')
  const marked = (row.cells['text'] ?? '').replaceAll('⏎', '\n')
  const open = marked.indexOf('【')
  const close = marked.indexOf('】')
  if (open < 0 || close < open) return { source: prefix + marked, textStart: prefix.length, mark: null }
  const words = marked.slice(0, open) + marked.slice(open + 1, close) + marked.slice(close + 1)
  const mark = { start: prefix.length + open, end: prefix.length + close - 1 }
  return { source: prefix + words, textStart: prefix.length, mark }
}

/** What baoshu reads where the case points. */
export interface CaseReading {
  readonly text: CaseText
  readonly document: SourceDocument
  readonly extraction: Extraction
  /** The fact with exactly the marked quote. */
  readonly fact: Fact | undefined
  /** Mentions that share a character with the mark. */
  readonly mentions: readonly Mention[]
}

const documents = new Map<string, { readonly document: SourceDocument; readonly extraction: Extraction }>()

/** Reads the document of a case; rows with the same text share one reading. */
export async function readCase(row: CaseRow, rulebook: RuleBook, segmenter: Segmenter): Promise<CaseReading> {
  const text = textOf(row)
  let read = documents.get(text.source)
  if (!read) {
    const document = await ingestBytes(new TextEncoder().encode(text.source), 'case.txt')
    if (document.source !== text.source) throw new Error(`${row.file}:${row.line} is read as another text`)
    read = { document, extraction: readReport(document, rulebook, { segmenter }) }
    documents.set(text.source, read)
  }
  const { mark } = text
  const { facts, mentions } = read.extraction
  return {
    text,
    ...read,
    fact: mark ? facts.find((fact) => fact.start === mark.start && fact.end === mark.end) : undefined,
    mentions: mark ? mentions.filter((mention) => mention.start < mark.end && mention.end > mark.start) : [],
  }
}

/** Whether two names are of one thing: readers differ in how many words they take. */
const sameName = (wanted: string, read: string): boolean => {
  const [a, b] = [wanted, read].map((name) => name.replace(/[\s“”《》()（）]/g, ''))
  return a === b || (!!a && !!b && (a.includes(b) || b.includes(a)))
}

const sameNumber = (wanted: string, read: number): boolean =>
  Math.abs(Number(wanted) - read) <= 1e-9 * Math.max(1, Math.abs(read))

function answersTo(column: ExpectedColumn, { text, extraction, fact, mentions }: CaseReading): readonly unknown[] {
  const inText = (span: Span): boolean => span.start >= text.textStart
  switch (column) {
    case 'class':
      return [...new Set(mentions.map((mention) => mention.class))]
    case 'finding': {
      const kinds = extraction.findings.filter((finding) => finding.end > text.textStart).map((finding) => finding.kind)
      return [...new Set(kinds)]
    }
    case 'facts':
      return [extraction.facts.filter(inText).length]
    case 'part_of':
      return [extraction.facts.find((total) => total.id === fact?.part_of)?.quote ?? null]
    case 'other_base':
      return [fact ? Number(hasOtherBase(fact)) : null]
    default:
      return [fact?.[column] ?? null]
  }
}

function isRight(column: ExpectedColumn, wanted: string, answers: readonly unknown[]): boolean {
  if (column === 'class') return answers.length === 1 && wanted.split('/').includes(String(answers[0]))
  return wanted
    .split('/')
    .some((one) =>
      one === '-'
        ? answers.every((answer) => answer === null || answer === '')
        : answers.some((answer) => isAnswer(column, one, answer)),
    )
}

function isAnswer(column: ExpectedColumn, wanted: string, answer: unknown): boolean {
  if (typeof answer === 'number') return sameNumber(wanted, answer)
  if (typeof answer !== 'string') return false
  return column === 'subject' || column === 'scope' ? sameName(wanted, answer) : wanted === answer
}

const WITHOUT_FACT: ReadonlySet<ExpectedColumn> = new Set(['class', 'finding', 'facts'])

/** What a row expects and did not find, in words; empty where all is right. */
export function findMismatches(row: CaseRow, reading: CaseReading): readonly string[] {
  const wanted = EXPECTED_COLUMNS.filter((column) => (row.cells[column] ?? '') !== '')
  const marked = reading.text.mark
  const needsFact = wanted.some((column) => !WITHOUT_FACT.has(column))
  if (marked && needsFact && !reading.fact) {
    const quote = reading.text.source.slice(marked.start, marked.end)
    const instead = reading.mentions.map((mention) => `${mention.quote} (${mention.class}, ${mention.rule})`).join(', ')
    return [`no fact with the quote ${quote}; read instead: ${instead || 'nothing'}`]
  }
  return wanted.flatMap((column) => {
    const expected = row.cells[column] ?? ''
    const answers = answersTo(column, reading)
    if (isRight(column, expected, answers)) return []
    return [`${column}: ${expected} expected, read as ${answers.map(String).join(', ') || 'none'}`]
  })
}
