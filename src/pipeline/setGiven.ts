import type { GIVEN_FIELDS, GivenProfile } from '../model/report.ts'
import type { Archive, DocumentRow } from '../store/port.ts'
import type { ReportReader } from './reportReader.ts'

/** A field of what the user can say of a document. */
export type GivenField = (typeof GIVEN_FIELDS)[number]

/** What is said of documents now: what was said before and is neither said anew nor taken back still holds. */
export interface Saying {
  readonly given?: GivenProfile
  /** What was said of these is taken back: the text speaks for itself again. */
  readonly clear?: readonly GivenField[]
}

/** What became of a document that was read again. */
export interface Reread {
  readonly id: string
  readonly facts: number
}

/**
 * The ids of stored documents and the number of facts that they have, once read again from their stored text with the
 * user's word on them; the files are not opened.
 */
export async function setGiven(
  archive: Archive,
  documents: readonly DocumentRow[],
  saying: Saying,
  reader: ReportReader,
): Promise<readonly Reread[]> {
  return (await readStored(archive, documents, saying, reader)).documents
}

/** The run that read stored documents again from their stored text, and what became of each; ends early once aborted. */
export async function readStored(
  archive: Archive,
  documents: readonly DocumentRow[],
  { given = {}, clear = [] }: Saying,
  reader: ReportReader,
  signal?: AbortSignal,
): Promise<{ readonly run: number; readonly documents: readonly Reread[] }> {
  const { rulesVersion } = reader.reference
  const paths = documents.flatMap((document) => document.paths)
  archive.saveReference(reader.reference)
  const run = archive.startRun({ paths, rulesVersion })
  const done: Reread[] = []
  for (const { id, paths } of documents) {
    if (signal?.aborted) break
    const stored = archive.document(id)
    const [path] = paths
    const file = path === undefined ? null : archive.storedFile(path)
    if (stored === null || path === undefined || file === null)
      throw new Error(`document ${id} is listed without its file`)
    const kept = Object.entries(archive.givenOfDocument(id)).filter(([name]) => !clear.some((field) => field === name))
    const said: GivenProfile = { ...Object.fromEntries(kept), ...given }
    const extraction = await reader.read(stored.document, said)
    archive.saveDocument(run, {
      file: { path, size: file.size, modified: file.modified },
      document: stored.document,
      extraction,
      given: said,
      takesBack: clear.length > 0,
    })
    done.push({ id, facts: extraction.facts.length })
  }
  archive.finishRun(run)
  return { run, documents: done }
}
