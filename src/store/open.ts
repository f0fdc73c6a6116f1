import type { Archive } from './port.ts'
import { type Connection, openConnection } from './sqlite/connection.ts'
import { readStoreError, withStoreErrors } from './sqlite/errors.ts'
import { readFactChanges } from './sqlite/fact-changes.ts'
import { readDocument, readDocuments, readFindings, readMentions } from './sqlite/read-documents.ts'
import { readFacts, readFactsByPlace } from './sqlite/read-facts.ts'
import { readReference, saveReference } from './sqlite/reference.ts'
import { fromGivenRow, type GivenRow, saysAll } from './sqlite/rows.ts'
import { createRunWriter } from './sqlite/runs.ts'
import { createDocumentWriter } from './sqlite/save-document.ts'

export interface ArchiveOptions {
  /** Only read: the file must exist and is left as it is. */
  readonly readonly?: boolean
  /** Milliseconds to wait for another process that is writing before `store_locked` is thrown; 10 seconds. */
  readonly busyTimeout?: number
  /** Clock for the times that are recorded. */
  readonly now?: () => Date
}

/**
 * The archive in an SQLite file, made if there is none; `:memory:` holds one that ends with its close. Throws
 * `BaoshuError` with `store_unusable`, `store_foreign` (the file is another program's), `store_newer` (written by a
 * newer baoshu) or `store_locked`; so do all methods of the archive.
 */
export function openArchive(path: string, options: ArchiveOptions = {}): Archive {
  const { readonly = false, busyTimeout = 10_000, now = () => new Date() } = options
  const connection = openConnection(path, { readonly, busyTimeout, now })
  return withStoreErrors(path, () => createArchive(connection, path, now))
}

function createArchive(connection: Connection, path: string, now: () => Date): Archive {
  const runs = createRunWriter(connection, now)
  const documents = createDocumentWriter(connection, now)
  const storedFile = connection.prepare<
    [string],
    { document: string; sha256: string; size: number; modified: number; rulesVersion: string }
  >(`
    select s.document, d.sha256, s.size, s.modified, d.rules_version as rulesVersion
    from source_file s join document d on d.id = s.document where s.path = ?`)
  const rulesOf = connection.prepare<[string], { rules_version: string }>(
    'select rules_version from document where id = ?',
  )
  const givenOf = connection.prepare<[string], GivenRow>('select * from given where document = ?')
  const givenOfPath = connection.prepare<[string], GivenRow>(
    'select g.* from given g join source_file s on s.document = g.document where s.path = ?',
  )

  const guard =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    (...args: A): R =>
      withStoreErrors(path, () => method(...args))

  function* guarded<T>(read: () => Iterable<T>): Generator<T, void, undefined> {
    try {
      yield* read()
    } catch (error) {
      throw readStoreError(error, path)
    }
  }

  return {
    saveReference: guard((reference) => saveReference(connection, reference)),
    reference: guard(() => readReference(connection)),
    startRun: guard(runs.startRun),
    storedFile: guard((file) => storedFile.get(file) ?? null),
    hasDocument: guard((id, rulesVersion, given) => {
      const stored = rulesOf.get(id)?.rules_version
      const read = stored !== undefined && (rulesVersion === null || stored === rulesVersion)
      return read && saysAll(fromGivenRow(givenOf.get(id)), given)
    }),
    saveDocument: guard(documents.saveDocument),
    savePrepared: guard(documents.savePrepared),
    saveUnchanged: guard(documents.saveUnchanged),
    saveFailure: guard(runs.saveFailure),
    finishRun: guard(runs.finishRun),
    givenOfDocument: guard((id) => fromGivenRow(givenOf.get(id))),
    givenProfile: guard((file) => fromGivenRow(givenOfPath.get(file))),
    documents: guard(() => readDocuments(connection)),
    document: guard((id) => readDocument(connection, id)),
    facts: (query) => guarded(() => readFacts(connection, query)),
    factsByPlace: () => guarded(() => readFactsByPlace(connection)),
    mentions: guard((document) => readMentions(connection, document)),
    findings: guard((document) => readFindings(connection, document)),
    runs: guard(runs.runs),
    failedPaths: guard(runs.failedPaths),
    factChanges: (run) => guarded(() => readFactChanges(connection, run)),
    snapshot: (read) => withStoreErrors(path, () => connection.transaction(read).deferred()),
    close: guard(() => {
      connection.close()
    }),
  }
}
