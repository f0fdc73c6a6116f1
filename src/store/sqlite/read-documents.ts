import type { Page, SourceDocument } from '../../model/document.ts'
import type { Extraction } from '../../model/extraction.ts'
import type { Fact } from '../../model/fact.ts'
import type { Finding } from '../../model/finding.ts'
import type { Mention } from '../../model/mention.ts'
import type { DocumentRow } from '../port.ts'
import type { Connection } from './connection.ts'
import {
  type BlockRow,
  type FactRow,
  type FindingRow,
  fromBlockRow,
  fromFindingRow,
  fromMentionRow,
  fromReportRow,
  type MentionRow,
  type ReportRow,
} from './rows.ts'

interface ListedDocumentRow {
  readonly id: string
  readonly paths: string
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
  readonly rules_version: string
  readonly facts: number
  readonly mentions: number
  readonly findings: number
}

/** Every document with its paths, its reports and its counts, ordered by first path. */
export function readDocuments(connection: Connection): readonly DocumentRow[] {
  const reports = new Map<string, ReportRow[]>()
  for (const row of connection.prepare<[], ReportRow>('select * from report order by document, part').all()) {
    const of = reports.get(row.document)
    if (of === undefined) reports.set(row.document, [row])
    else of.push(row)
  }
  return connection
    .prepare<[], ListedDocumentRow>(`
      select d.id, d.name, d.format, d.bytes, d.sha256, d.rules_version,
        (select json_group_array(s.path order by s.path) from source_file s where s.document = d.id) as paths,
        (select count(*) from fact f where f.document = d.id) as facts,
        (select count(*) from mention m where m.document = d.id) as mentions,
        (select count(*) from finding n where n.document = d.id) as findings
      from document d
      order by paths, d.id`)
    .all()
    .map((row) => ({
      id: row.id,
      paths: JSON.parse(row.paths) as readonly string[],
      name: row.name,
      format: row.format,
      bytes: row.bytes,
      sha256: row.sha256,
      reports: (reports.get(row.id) ?? []).map(fromReportRow),
      facts: row.facts,
      mentions: row.mentions,
      findings: row.findings,
      rulesVersion: row.rules_version,
    }))
}

type StoredDocumentRow = Omit<SourceDocument, 'blocks' | 'pages' | 'findings'>

/** A document as it was stored, or null. Its `extraction.findings` hold only what reading the file had not found. */
export function readDocument(
  connection: Connection,
  id: string,
): { readonly document: SourceDocument; readonly extraction: Extraction } | null {
  const row = connection
    .prepare<[string], StoredDocumentRow>(
      'select id, sha256, bytes, format, encoding, name, source from document where id = ?',
    )
    .get(id)
  if (row === undefined) return null
  const blocks = connection
    .prepare<[string], BlockRow>('select * from block where document = ? order by number')
    .all(id)
  const pages = connection
    .prepare<[string], Page>('select number, start, "end" from page where document = ? order by number')
    .all(id)
  const reports = connection
    .prepare<[string], ReportRow>('select * from report where document = ? order by part')
    .all(id)
  const findings = findingRows(connection, id)
  return {
    document: {
      ...row,
      blocks: blocks.map(fromBlockRow),
      pages,
      findings: findings.filter((each) => each.stage === 'ingest').map(fromFindingRow),
    },
    extraction: {
      document: id,
      reports: reports.map(fromReportRow),
      facts: readStoredFacts(connection, id),
      mentions: readMentions(connection, id),
      findings: findings.filter((each) => each.stage === 'extract').map(fromFindingRow),
    },
  }
}

/** The facts of a document in the order of the text. */
export function readStoredFacts(connection: Connection, document: string): readonly Fact[] {
  return connection
    .prepare<[string], FactRow & { place?: string; other_base?: number }>(
      'select * from fact where document = ? order by start, "end"',
    )
    .all(document)
    .map(({ place: _, other_base: __, ...each }) => ({ ...each, rules: JSON.parse(each.rules) as readonly string[] }))
}

export function readMentions(connection: Connection, document: string): readonly Mention[] {
  return connection
    .prepare<[string], MentionRow>('select * from mention where document = ? order by start, "end"')
    .all(document)
    .map(fromMentionRow)
}

function findingRows(connection: Connection, document: string): readonly FindingRow[] {
  return connection
    .prepare<[string], FindingRow>('select * from finding where document = ? order by number')
    .all(document)
}

/** Findings of one document, or of all, in the order of document and text. */
export function readFindings(connection: Connection, document?: string): readonly Finding[] {
  const rows =
    document === undefined
      ? connection.prepare<[], FindingRow>('select * from finding order by document, start, number').all()
      : connection
          .prepare<[string], FindingRow>('select * from finding where document = ? order by start, number')
          .all(document)
  return rows.map(fromFindingRow)
}
