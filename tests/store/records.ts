import { createHash } from 'node:crypto'
import type { Block, SourceDocument } from '../../src/model/document.ts'
import type { Fact } from '../../src/model/fact.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { GivenProfile, ReportProfile } from '../../src/model/report.ts'
import type { DocumentRecord } from '../../src/store/port.ts'

/** A figure as a test names it: the words, and what differs from an exact total of this year. */
export interface FigureOf extends Partial<Omit<Fact, 'part_of'>> {
  readonly quote: string
  readonly value: number | null
  readonly indicator: string
  /** Position in the list of figures of the total that this is a part of. */
  readonly partOf?: number
  /** Words between the subject and the quote. */
  readonly lead?: string
  /** Whether it goes on in the sentence of the figure before it. */
  readonly joined?: boolean
}

export interface ReportOf {
  readonly region?: string
  readonly issuer?: string
  readonly year?: number | null
  readonly title?: string
  readonly name?: string
  readonly path?: string
  readonly kind?: ReportProfile['kind']
  readonly given?: GivenProfile
  readonly figures: readonly FigureOf[]
  readonly findings?: readonly Pick<Finding, 'kind' | 'message'>[]
}

/** Sentences of the figures, each with the words up to the quote of every figure in it. */
function writeSentences(figures: readonly FigureOf[]) {
  const sentences: string[] = []
  const placed = figures.map(({ quote, subject = '活动', lead = '', joined = false }) => {
    const begun = joined ? sentences.pop() : undefined
    const before = `${begun === undefined ? '' : `${begun.slice(0, -1)}，`}${subject}${lead}`
    sentences.push(`${before}${quote}。`)
    return { sentence: sentences.length, offset: before.length }
  })
  return { sentences, placed }
}

/** A document record made of figures: each in a sentence of its own, one paragraph a sentence, unless it is joined. */
export function recordOf(report: ReportOf): DocumentRecord {
  const { region = '云岭省青禾市', issuer = '青禾市文化局', year = 2020 } = report
  const title = report.title ?? `${issuer}${year ?? '某'}年工作总结`
  const written = writeSentences(report.figures)
  const sentences = [title, ...written.sentences]
  const source = sentences.join('\n')
  const sha256 = createHash('sha256').update(source).digest('hex')
  const id = sha256.slice(0, 16)
  const starts = sentences.map((_, index) => sentences.slice(0, index).join('\n').length + (index === 0 ? 0 : 1))
  const blocks: Block[] = sentences.map((sentence, index) => ({
    index,
    kind: index === 0 ? 'heading' : 'paragraph',
    level: index === 0 ? 1 : null,
    page: null,
    start: starts[index] ?? 0,
    end: (starts[index] ?? 0) + sentence.length,
    cell: null,
  }))
  const spans = report.figures.map((figure, index) => {
    const { sentence, offset } = written.placed[index] ?? { sentence: 0, offset: 0 }
    const start = (starts[sentence] ?? 0) + offset
    return { start, end: start + figure.quote.length, id: `${id}:${start}-${start + figure.quote.length}`, sentence }
  })
  const facts: Fact[] = report.figures.map(({ partOf, lead: _, joined: __, ...figure }, index) => {
    const span = spans[index]
    if (span === undefined) throw new Error('a figure without a span')
    return {
      document: id,
      part: 0,
      page: null,
      block: span.sentence,
      sentence: sentences[span.sentence] ?? '',
      min: figure.value,
      max: figure.value,
      resolution: figure.value === null ? null : 1,
      unit: '场',
      modifier: 'exact',
      status: 'actual',
      basis: 'total',
      aspect: 'flow',
      of: null,
      subject: '活动',
      scope: '',
      year,
      year_offset: 0,
      as_of: null,
      part_of: partOf === undefined ? null : (spans[partOf]?.id ?? null),
      confidence: 0.9,
      rules: ['numeral.arabic', 'unit.count.chang'],
      ...figure,
      id: span.id,
      start: span.start,
      end: span.end,
    }
  })
  const mentions: Mention[] = facts.map(({ start, end, quote, id: fact }) => ({
    start,
    end,
    quote,
    class: 'fact',
    rule: 'mention.quantity',
    fact,
  }))
  const document: SourceDocument = {
    id,
    sha256,
    bytes: Buffer.byteLength(source),
    format: 'txt',
    encoding: 'utf-8',
    name: report.name ?? `${title}.txt`,
    source,
    blocks,
    pages: [],
    findings: [],
  }
  return {
    file: { path: report.path ?? `/reports/${title}.txt`, size: document.bytes, modified: 1_700_000_000_000.25 },
    document,
    extraction: {
      document: id,
      reports: [
        {
          part: 0,
          start: 0,
          end: source.length,
          title,
          issuer,
          region,
          kind: report.kind ?? 'summary',
          year,
          yearBasis: year === null ? 'unknown' : 'stated',
          yearConfidence: year === null ? 0 : 0.95,
          published: null,
          evidence: [{ start: 0, end: title.length, quote: title, says: String(year), rule: 'dating.title' }],
        },
      ],
      facts,
      mentions,
      findings: (report.findings ?? []).map((finding) => ({ document: id, start: 0, end: 1, ...finding })),
    },
    given: report.given ?? {},
  }
}
