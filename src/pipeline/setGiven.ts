import type { GivenProfile } from '../model/report.ts'
import type { Archive, DocumentRow } from '../store/port.ts'
import type { ReportReader } from './reportReader.ts'

/**
 * The ids of stored documents and the number of facts that they have, once read again with the user's word on them. What
 * was said before and is not said anew still holds. The files are not opened: the stored text is read.
 */
export async function setGiven(
  archive: Archive,
  documents: readonly DocumentRow[],
  given: GivenProfile,
  reader: ReportReader,
): Promise<readonly { readonly id: string; readonly facts: number }[]> {
  const { rulesVersion } = reader.reference
  const paths = documents.flatMap((document) => document.paths)
  archive.saveReference(reader.reference)
  const run = archive.startRun({ paths, rulesVersion })
  const done: { readonly id: string; readonly facts: number }[] = []
  for (const { id, paths } of documents) {
    const stored = archive.document(id)
    const [path] = paths
    const file = path === undefined ? null : archive.storedFile(path)
    if (stored === null || path === undefined || file === null)
      throw new Error(`document ${id} is listed without its file`)
    const said = { ...archive.givenProfile(path), ...given }
    const extraction = await reader.read(stored.document, said)
    archive.saveDocument(run, {
      file: { path, size: file.size, modified: file.modified },
      document: stored.document,
      extraction,
      given: said,
    })
    done.push({ id, facts: extraction.facts.length })
  }
  archive.finishRun(run)
  return done
}
