import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Fact } from '../../src/model/fact.ts'
import type { Reference } from '../../src/model/reference.ts'
import { openArchive } from '../../src/store/open.ts'

/** What a test says of a fact; the rest is that of an ordinary count done in the report's year. */
export type SaidFact = Partial<Fact> & { readonly quote: string }

export interface SaidReport {
  readonly name: string
  readonly region?: string
  readonly issuer?: string
  readonly year?: number
  readonly facts: readonly SaidFact[]
}

const REFERENCE: Reference = {
  rulesVersion: 'test',
  indicators: [
    {
      code: 'performance.sessions',
      catalogue: 'culture',
      name: '演出场次',
      unit: '场次',
      aspect: 'flow',
      description: '',
    },
    { code: 'library.books', catalogue: 'culture', name: '藏书量', unit: '册', aspect: 'stock', description: '' },
    {
      code: 'rate.coverage',
      catalogue: 'culture',
      name: '覆盖率',
      unit: '%',
      aspect: 'rate',
      description: '',
      bySubject: true,
    },
    { code: 'other', catalogue: 'culture', name: '其他', unit: '', aspect: '', description: '' },
  ],
  units: [
    { id: 'unit.session.chang', dimension: 'session', forms: ['场', '场次'] },
    { id: 'unit.book.ce', dimension: 'book', forms: ['册'] },
    { id: 'unit.ratio.percent', dimension: 'ratio', forms: ['%'] },
  ],
}

/** Writes a database of reports whose facts a test has said, one fact a line, and returns its path. */
export function storeReports(folder: string, reports: readonly SaidReport[]): string {
  const path = join(folder, 'baoshu.db')
  const archive = openArchive(path)
  archive.saveReference(REFERENCE)
  const run = archive.startRun({ paths: [folder], rulesVersion: 'test' })
  for (const report of reports) {
    const source = report.facts.map(({ quote }) => `${quote}。`).join('\n')
    const sha256 = createHash('sha256').update(report.name).update(source).digest('hex')
    const id = sha256.slice(0, 16)
    const facts = report.facts.map((fact, index) => wholeFact(id, source, report, fact, index))
    archive.saveDocument(run, {
      file: { path: join(folder, report.name), size: source.length, modified: 0 },
      given: {},
      document: {
        id,
        sha256,
        bytes: source.length,
        format: 'txt',
        encoding: 'utf-8',
        name: report.name,
        source,
        blocks: [{ index: 0, start: 0, end: source.length, kind: 'paragraph', level: null, page: null, cell: null }],
        pages: [],
        findings: [],
      },
      extraction: {
        document: id,
        reports: [
          {
            part: 0,
            start: 0,
            end: source.length,
            title: report.name,
            issuer: report.issuer ?? '',
            region: report.region ?? '',
            kind: 'summary',
            year: report.year ?? null,
            yearBasis: report.year === undefined ? 'unknown' : 'stated',
            yearConfidence: 1,
            published: null,
            evidence: [],
          },
        ],
        facts,
        mentions: facts.map(({ start, end, quote, id: fact }) => ({
          start,
          end,
          quote,
          class: 'fact',
          rule: 'test',
          fact,
        })),
        findings: [],
      },
    })
  }
  archive.finishRun(run)
  archive.close()
  return path
}

function wholeFact(document: string, source: string, report: SaidReport, said: SaidFact, index: number): Fact {
  const start = source.split('\n').slice(0, index).join('\n').length + (index === 0 ? 0 : 1)
  const end = start + said.quote.length
  const value = said.value === undefined ? Number(/\d+/.exec(said.quote)?.[0]) : said.value
  const exact = said.modifier === undefined || said.modifier === 'exact'
  return {
    id: `${document}:${start}-${end}`,
    document,
    part: 0,
    start,
    end,
    page: null,
    block: 0,
    sentence: `${said.quote}。`,
    value,
    min: exact ? value : null,
    max: exact ? value : null,
    resolution: 1,
    unit: '场',
    modifier: 'exact',
    status: 'actual',
    basis: 'total',
    aspect: 'flow',
    indicator: 'performance.sessions',
    of: null,
    subject: '演出',
    scope: '',
    year: report.year ?? null,
    year_offset: 0,
    as_of: null,
    part_of: null,
    confidence: 0.9,
    rules: ['test.rule'],
    ...said,
  }
}
