import { changesBetweenReadings } from '../../compare/readings.ts'
import type { DocumentRecord, FileOutcome, FileStat, PreparedDocument, PreparedRecord } from '../port.ts'
import type { Connection } from './connection.ts'
import { createChangeWriter } from './fact-changes.ts'
import { prepareDocument, ROW_COLUMNS, type RowTable, unpackRows } from './prepare-document.ts'
import { readStoredFacts } from './read-documents.ts'
import { fromGivenRow, type GivenRow, saysAll } from './rows.ts'

export interface DocumentWriter {
  saveDocument(run: number, record: DocumentRecord): FileOutcome
  savePrepared(run: number, records: readonly PreparedRecord[]): readonly FileOutcome[]
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
  const isReferenced = connection.prepare<[string], { one: 1 }>(
    'select 1 as one from source_file where document = ? limit 1',
  )
  const drop = connection.prepare<[string]>('delete from document where id = ?')
  const noteFile = connection.prepare(`
    insert or replace into import_file (run, path, outcome, document, previous, facts, findings)
    values (:run, :path, :outcome, :document, :previous, :facts, :findings)`)
  const clear = createContentRemover(connection)
  const write = createContentWriter(connection, clear, now)
  const noteChanges = createChangeWriter(connection)

  /** Points the path to the document; the document that it held before goes when no path holds it any more. */
  function link(file: FileStat, document: string): string | null {
    const previous = documentOfPath.get(file.path)?.document ?? null
    linkPath.run({ path: file.path, document, size: file.size, modified: file.modified })
    if (previous !== null && previous !== document && isReferenced.get(previous) === undefined) {
      clear(previous)
      drop.run(previous)
    }
    return previous
  }

  /** Whether the stored reading stands: the same content, or one that knows more of the user's word than this one. */
  function stands(stored: StoredDocument, { prepared, takesBack }: PreparedRecord): boolean {
    if (stored.content === prepared.content) return true
    if (takesBack === true) return false
    const given = fromGivenRow(givenOf.get(prepared.id))
    const sameRules = stored.rules_version === prepared.rulesVersion
    return sameRules && saysAll(given, prepared.given) && !saysAll(prepared.given, given)
  }

  function rulesVersionOf(run: number): string {
    const rulesVersion = rulesOfRun.get(run)?.rules_version
    if (rulesVersion === undefined) throw new Error(`no import run ${run}`)
    return rulesVersion
  }

  function save(run: number, record: PreparedRecord): FileOutcome {
    const { file, prepared } = record
    const { id } = prepared
    if (prepared.rulesVersion !== rulesVersionOf(run)) throw new Error(`run ${run} reads by other rules than ${id}`)
    const stored = storedDocument.get(id)
    const same = stored !== undefined && stands(stored, record)
    if (!same) {
      const earlier = stored === undefined ? null : readStoredFacts(connection, id)
      write(prepared)
      if (earlier !== null) noteChanges(run, changesBetweenReadings(earlier, readStoredFacts(connection, id)))
    }
    const previous = link(file, id)
    const changed = previous !== null && previous !== id
    const outcome = stored === undefined ? (changed ? 'replaced' : 'new') : same && !changed ? 'unchanged' : 'replaced'
    noteFile.run({
      run,
      path: file.path,
      outcome,
      document: id,
      previous: changed ? previous : null,
      facts: same ? 0 : prepared.facts,
      findings: same ? 0 : prepared.findings,
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

  const saveAll = connection.transaction((run: number, records: readonly PreparedRecord[]) =>
    records.map((record) => save(run, record)),
  ).immediate
  return {
    saveDocument(run, { file, takesBack = false, ...record }) {
      const prepared = prepareDocument(record, rulesVersionOf(run))
      const [outcome] = saveAll(run, [{ file, prepared, takesBack }])
      if (outcome === undefined) throw new Error(`nothing became of ${prepared.id}`)
      return outcome
    },
    savePrepared: saveAll,
    saveUnchanged: connection.transaction(note).immediate,
  }
}

/**
 * A function that takes all rows of a document away, children before the rows that they point to: a cascade would look
 * through all facts for each of its blocks.
 */
function createContentRemover(connection: Connection): (document: string) => void {
  const tables = ['mention', 'sentence', 'fact', 'finding', 'report', 'block', 'page', 'given'].map((table) =>
    connection.prepare<[string]>(`delete from ${table} where document = ?`),
  )
  return (document) => {
    for (const table of tables) table.run(document)
  }
}

/** A function that writes all rows of a document, in the place of those that an earlier reading left. */
function createContentWriter(
  connection: Connection,
  clear: (document: string) => void,
  now: () => Date,
): (prepared: PreparedDocument) => void {
  const document = connection.prepare(`
    insert into document (id, sha256, bytes, format, encoding, name, source, rules_version, content, stored)
    values (:id, :sha256, :bytes, :format, :encoding, :name, :source, :rulesVersion, :content, :stored)
    on conflict (id) do update set
      bytes = excluded.bytes, format = excluded.format, encoding = excluded.encoding, name = excluded.name,
      source = excluded.source, rules_version = excluded.rules_version, content = excluded.content,
      stored = excluded.stored`)
  const given = connection.prepare(`
    insert into given (document, year, region, issuer, kind) values (:document, :year, :region, :issuer, :kind)`)
  const indicator = connection.prepare(`
    insert or ignore into indicator (code, number, catalogue, name, unit, aspect, description, by_subject, goal)
    values (:code, 1000000, '', :code, '', '', '', :code = 'other', 'reach')`)
  const rows = WRITE_ORDER.map((table) => ({ table, insert: connection.prepare(insertInto(table)) }))
  const sentence = connection.prepare('insert into sentence (document, first, last) values (?, ?, ?)')
  const bigrams = connection.prepare('insert into sentence_index (rowid, bigrams) values (?, ?)')

  return (prepared) => {
    const { id, rulesVersion, content } = prepared
    const unpacked = unpackRows(prepared)
    clear(id)
    document.run({ ...unpacked.document, id, rulesVersion, content, stored: now().toISOString() })
    const { year = null, region = null, issuer = null, kind = null } = prepared.given
    if (year !== null || region !== null || issuer !== null || kind !== null) {
      given.run({ document: id, year, region, issuer, kind })
    }
    for (const code of unpacked.indicators) indicator.run({ code })
    for (const { table, insert } of rows) for (const cells of unpacked.rows[table]) insert.run(id, cells)
    for (const each of unpacked.sentences) {
      const { lastInsertRowid } = sentence.run(id, each.first, each.last)
      bigrams.run(lastInsertRowid, each.bigrams)
    }
  }
}

/** Rows before those that point to them. */
const WRITE_ORDER: readonly RowTable[] = ['page', 'block', 'report', 'fact', 'mention', 'finding']

/** `insert into page (document, "number", …) values (?, ?, …)`. */
function insertInto(table: RowTable): string {
  const columns = ['document', ...ROW_COLUMNS[table]]
  return `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    values (${columns.map(() => '?').join(', ')})`
}
