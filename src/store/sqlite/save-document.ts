import { createHash } from 'node:crypto'
import { hasOtherBase } from '../../compare/base.ts'
import { placeOf } from '../../compare/place.ts'
import { changesBetweenReadings } from '../../compare/readings.ts'
import type { Fact } from '../../model/fact.ts'
import type { GivenProfile } from '../../model/report.ts'
import type { DocumentRecord, FileOutcome, FileStat } from '../port.ts'
import { bigramsOf } from './bigrams.ts'
import type { Connection } from './connection.ts'
import { createChangeWriter } from './fact-changes.ts'
import { readStoredFacts } from './read-documents.ts'
import { fromGivenRow, type GivenRow, saysAll, toBlockRow, toFactRow, toFindingRows, toReportRow } from './rows.ts'

export interface DocumentWriter {
  saveDocument(run: number, record: DocumentRecord): FileOutcome
  saveUnchanged(run: number, file: FileStat, document: string): FileOutcome
}

interface StoredDocument {
  readonly content: string
  readonly rules_version: string
}

/** Writers of documents, each call one transaction: a document is stored whole or not at all. */
export function createDocumentWriter(connection: Connection, now: () => Date): DocumentWriter {
  const rulesOfRun = connection.prepare<[number], { rules_version: string }>(
    'select rules_version from import_run where id = ?',
  )
  const storedDocument = connection.prepare<[string], StoredDocument>(
    'select content, rules_version from document where id = ?',
  )
  const givenOf = connection.prepare<[string], GivenRow>('select * from given where document = ?')
  const documentOfPath = connection.prepare<[string], { document: string }>(
    'select document from source_file where path = ?',
  )
  const linkPath = connection.prepare(`
    insert into source_file (path, document, size, modified) values (:path, :document, :size, :modified)
    on conflict (path) do update set document = excluded.document, size = excluded.size, modified = excluded.modified`)
  const dropUnreferenced = connection.prepare(`
    delete from document where id = :id and not exists (select 1 from source_file where document = :id)`)
  const noteFile = connection.prepare(`
    insert or replace into import_file (run, path, outcome, document, previous, facts, findings)
    values (:run, :path, :outcome, :document, :previous, :facts, :findings)`)
  const write = createContentWriter(connection, now)
  const noteChanges = createChangeWriter(connection)

  /** Points the path to the document; the document that it held before goes when no path holds it any more. */
  function link(file: FileStat, document: string): string | null {
    const previous = documentOfPath.get(file.path)?.document ?? null
    linkPath.run({ path: file.path, document, size: file.size, modified: file.modified })
    if (previous !== null && previous !== document) dropUnreferenced.run({ id: previous })
    return previous
  }

  /** Whether the stored reading stands: the same content, or one that knows more of the user's word than this one. */
  function stands(stored: StoredDocument, content: string, record: DocumentRecord, rulesVersion: string): boolean {
    if (stored.content === content) return true
    if (record.takesBack === true) return false
    const given = fromGivenRow(givenOf.get(record.document.id))
    return stored.rules_version === rulesVersion && saysAll(given, record.given) && !saysAll(record.given, given)
  }

  function save(run: number, record: DocumentRecord): FileOutcome {
    const rulesVersion = rulesOfRun.get(run)?.rules_version
    if (rulesVersion === undefined) throw new Error(`no import run ${run}`)
    const id = record.document.id
    const content = contentHash(record, rulesVersion)
    const stored = storedDocument.get(id)
    const same = stored !== undefined && stands(stored, content, record, rulesVersion)
    if (!same) {
      const earlier = stored === undefined ? null : readStoredFacts(connection, id)
      write(record, rulesVersion, content)
      if (earlier !== null) noteChanges(run, changesBetweenReadings(earlier, record.extraction.facts))
    }
    const previous = link(record.file, id)
    const changed = previous !== null && previous !== id
    const outcome = stored === undefined ? (changed ? 'replaced' : 'new') : same && !changed ? 'unchanged' : 'replaced'
    noteFile.run({
      run,
      path: record.file.path,
      outcome,
      document: id,
      previous: changed ? previous : null,
      facts: same ? 0 : record.extraction.facts.length,
      findings: same ? 0 : toFindingRows(record.document, record.extraction.findings).length,
    })
    return outcome
  }

  function note(run: number, file: FileStat, document: string): FileOutcome {
    const previous = link(file, document)
    const changed = previous !== null && previous !== document
    const outcome = changed ? 'replaced' : 'unchanged'
    noteFile.run({
      run,
      path: file.path,
      outcome,
      document,
      previous: changed ? previous : null,
      facts: 0,
      findings: 0,
    })
    return outcome
  }

  return { saveDocument: connection.transaction(save).immediate, saveUnchanged: connection.transaction(note).immediate }
}

/** SHA-256 over everything that a document brings into the archive: equal for two readings that say the same. */
function contentHash({ document, extraction, given }: DocumentRecord, rulesVersion: string): string {
  const { source, name, ...read } = document
  const user: GivenProfile = {
    ...(given.year === undefined ? {} : { year: given.year }),
    ...(given.region === undefined ? {} : { region: given.region }),
    ...(given.issuer === undefined ? {} : { issuer: given.issuer }),
    ...(given.kind === undefined ? {} : { kind: given.kind }),
  }
  return createHash('sha256')
    .update(JSON.stringify([rulesVersion, user, read, extraction]))
    .update(source)
    .digest('hex')
}

/** A function that writes all rows of a document, in the place of those that an earlier reading left. */
function createContentWriter(connection: Connection, now: () => Date) {
  // Children before the rows that they point to.
  const clear = ['mention', 'sentence', 'fact', 'finding', 'report', 'block', 'page', 'given'].map((table) =>
    connection.prepare<[string]>(`delete from ${table} where document = ?`),
  )
  const document = connection.prepare(`
    insert into document (id, sha256, bytes, format, encoding, name, source, rules_version, content, stored)
    values (:id, :sha256, :bytes, :format, :encoding, :name, :source, :rulesVersion, :content, :stored)
    on conflict (id) do update set
      bytes = excluded.bytes, format = excluded.format, encoding = excluded.encoding, name = excluded.name,
      source = excluded.source, rules_version = excluded.rules_version, content = excluded.content,
      stored = excluded.stored`)
  const given = connection.prepare(`
    insert into given (document, year, region, issuer, kind) values (:document, :year, :region, :issuer, :kind)`)
  const page = connection.prepare(`
    insert into page (document, number, start, "end") values (:document, :number, :start, :end)`)
  const block = connection.prepare(`
    insert into block (document, number, kind, level, page, start, "end", cell)
    values (:document, :number, :kind, :level, :page, :start, :end, :cell)`)
  const report = connection.prepare(`
    insert into report (document, part, start, "end", title, issuer, region, kind, year, year_basis, year_confidence,
      published, evidence)
    values (:document, :part, :start, :end, :title, :issuer, :region, :kind, :year, :year_basis, :year_confidence,
      :published, :evidence)`)
  const indicator = connection.prepare(`
    insert or ignore into indicator (code, number, catalogue, name, unit, aspect, description, by_subject, goal)
    values (:code, 1000000, '', :code, '', '', '', :code = 'other', 'reach')`)
  const fact = connection.prepare(`
    insert into fact (id, document, part, start, "end", page, block, quote, sentence, value, min, max, resolution, unit,
      modifier, status, basis, aspect, indicator, "of", subject, scope, year, year_offset, as_of, part_of, confidence,
      rules, place, other_base)
    values (:id, :document, :part, :start, :end, :page, :block, :quote, :sentence, :value, :min, :max, :resolution,
      :unit, :modifier, :status, :basis, :aspect, :indicator, :of, :subject, :scope, :year, :year_offset, :as_of,
      :part_of, :confidence, :rules, :place, :other_base)`)
  const mention = connection.prepare(`
    insert into mention (document, start, "end", quote, class, rule, fact)
    values (:document, :start, :end, :quote, :class, :rule, :fact)`)
  const sentence = connection.prepare('insert into sentence (document, first, last) values (:document, :first, :last)')
  const bigrams = connection.prepare('insert into sentence_index (rowid, bigrams) values (?, ?)')
  const finding = connection.prepare(`
    insert into finding (document, number, stage, start, "end", kind, message)
    values (:document, :number, :stage, :start, :end, :kind, :message)`)

  return (record: DocumentRecord, rulesVersion: string, content: string): void => {
    const { document: read, extraction } = record
    const id = read.id
    for (const table of clear) table.run(id)
    document.run({
      id,
      sha256: read.sha256,
      bytes: read.bytes,
      format: read.format,
      encoding: read.encoding,
      name: read.name,
      source: read.source,
      rulesVersion,
      content,
      stored: now().toISOString(),
    })
    const { year = null, region = null, issuer = null, kind = null } = record.given
    if (year !== null || region !== null || issuer !== null || kind !== null) {
      given.run({ document: id, year, region, issuer, kind })
    }
    for (const each of read.pages) page.run({ ...each, document: id })
    for (const each of read.blocks) block.run(toBlockRow(id, each))
    for (const each of extraction.reports) report.run(toReportRow(id, each))
    const places = new Map(extraction.reports.map((each) => [each.part, placeOf({ ...each, document: id })]))
    for (const each of extraction.facts) {
      indicator.run({ code: each.indicator })
      if (each.of !== null) indicator.run({ code: each.of })
      fact.run({ ...toFactRow(each), place: places.get(each.part) ?? '', other_base: Number(hasOtherBase(each)) })
    }
    for (const { text, first, last } of sentencesOf(extraction.facts)) {
      const { lastInsertRowid } = sentence.run({ document: id, first, last })
      bigrams.run(lastInsertRowid, bigramsOf(text))
    }
    for (const each of extraction.mentions) mention.run({ ...each, document: id, fact: each.fact ?? null })
    for (const each of toFindingRows(read, extraction.findings)) finding.run(each)
  }
}

interface SentenceRun {
  readonly text: string
  /** Starts of its first and last fact. */
  readonly first: number
  readonly last: number
}

/** The sentences that hold facts, in the order of the text. */
function sentencesOf(facts: readonly Fact[]): readonly SentenceRun[] {
  const runs: SentenceRun[] = []
  for (const { sentence, start } of [...facts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const run = runs.at(-1)
    if (run?.text === sentence) runs[runs.length - 1] = { ...run, last: start }
    else runs.push({ text: sentence, first: start, last: start })
  }
  return runs
}
