import type { Block, SourceDocument, TableCell } from '../../model/document.ts'
import type { Fact } from '../../model/fact.ts'
import type { Finding } from '../../model/finding.ts'
import type { Mention } from '../../model/mention.ts'
import { type Evidence, GIVEN_FIELDS, type GivenProfile, type ReportProfile } from '../../model/report.ts'

/** Rows as SQLite holds them; their names are the names of the columns. */
export interface FactRow extends Omit<Fact, 'rules'> {
  readonly rules: string
}

export interface ReportRow extends Omit<ReportProfile, 'yearBasis' | 'yearConfidence' | 'evidence'> {
  readonly document: string
  readonly year_basis: ReportProfile['yearBasis']
  readonly year_confidence: number
  readonly evidence: string
}

export interface BlockRow extends Omit<Block, 'index' | 'cell'> {
  readonly document: string
  readonly number: number
  readonly cell: string | null
}

export interface MentionRow extends Omit<Mention, 'fact'> {
  readonly document: string
  readonly fact: string | null
}

export interface FindingRow extends Finding {
  readonly number: number
  readonly stage: 'ingest' | 'extract'
}

export interface GivenRow {
  readonly document: string
  readonly year: number | null
  readonly region: string | null
  readonly issuer: string | null
  readonly kind: ReportProfile['kind'] | null
}

export function toFactRow(fact: Fact): FactRow {
  return { ...fact, rules: JSON.stringify(fact.rules) }
}

export function toReportRow(document: string, report: ReportProfile): ReportRow {
  const { yearBasis, yearConfidence, evidence, ...rest } = report
  return {
    ...rest,
    document,
    year_basis: yearBasis,
    year_confidence: yearConfidence,
    evidence: JSON.stringify(evidence),
  }
}

export function fromReportRow(row: ReportRow): ReportProfile {
  return {
    part: row.part,
    start: row.start,
    end: row.end,
    title: row.title,
    issuer: row.issuer,
    region: row.region,
    kind: row.kind,
    year: row.year,
    yearBasis: row.year_basis,
    yearConfidence: row.year_confidence,
    published: row.published,
    evidence: JSON.parse(row.evidence) as readonly Evidence[],
  }
}

export function toBlockRow(document: string, block: Block): BlockRow {
  const { index, cell, ...rest } = block
  return { ...rest, document, number: index, cell: cell === null ? null : JSON.stringify(cell) }
}

export function fromBlockRow(row: BlockRow): Block {
  return {
    index: row.number,
    kind: row.kind,
    level: row.level,
    page: row.page,
    start: row.start,
    end: row.end,
    cell: row.cell === null ? null : (JSON.parse(row.cell) as TableCell),
  }
}

export function fromMentionRow(row: MentionRow): Mention {
  const { start, end, quote, rule } = row
  const mention = { start, end, quote, class: row.class, rule }
  return row.fact === null ? mention : { ...mention, fact: row.fact }
}

/**
 * The findings of reading the file and then those of extraction, each once: what extraction repeats of reading is left
 * out, so that a count of rows is a count of troubles.
 */
export function toFindingRows(document: SourceDocument, found: readonly Finding[]): readonly FindingRow[] {
  const seen = new Set<string>()
  const rows: FindingRow[] = []
  for (const [stage, findings] of [
    ['ingest', document.findings],
    ['extract', found],
  ] as const) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.start, finding.end, finding.kind, finding.message])
      if (seen.has(key)) continue
      seen.add(key)
      rows.push({ ...finding, document: document.id, number: rows.length, stage })
    }
  }
  return rows
}

export function fromFindingRow({ document, start, end, kind, message }: FindingRow): Finding {
  return { document, start, end, kind, message }
}

export function fromGivenRow(row: GivenRow | undefined): GivenProfile {
  if (row === undefined) return {}
  return {
    ...(row.year === null ? {} : { year: row.year }),
    ...(row.region === null ? {} : { region: row.region }),
    ...(row.issuer === null ? {} : { issuer: row.issuer }),
    ...(row.kind === null ? {} : { kind: row.kind }),
  }
}

/** Whether `stored` says all that `given` says: then nothing new was said. */
export function saysAll(stored: GivenProfile, given: GivenProfile): boolean {
  return GIVEN_FIELDS.every((key) => given[key] === undefined || given[key] === stored[key])
}
