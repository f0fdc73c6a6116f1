import type { FactChange } from '../model/fact-change.ts'
import type { Archive, DocumentRow } from '../store/port.ts'
import { findHoldingFile } from './holdingFile.ts'
import { type ImportEvent, type ImportOptions, type ImportResult, importPaths } from './importPaths.ts'
import type { ImportPreview } from './previewImport.ts'
import type { ReportReader } from './reportReader.ts'
import { readStored } from './setGiven.ts'
import { hasFinding } from './standing.ts'

/** How an archive is brought up to date with other rules. */
export type RefreshOptions = Pick<ImportOptions, 'runner' | 'jobs' | 'limits' | 'signal' | 'ownFiles'>

/** What a refresh came to. */
export interface RefreshResult {
  /** Documents that other rules had read. */
  readonly stale: number
  /** The import of the files of these documents; null where there was none to import. */
  readonly imported: ImportResult | null
  /** Documents read again from the stored text: their file is gone, or its text was recognised and is not now. */
  readonly fromStoredText: number
  /** Whether the signal stopped it before every document was read. */
  readonly interrupted: boolean
  /** What the facts say anew. */
  readonly factChanges: readonly FactChange[]
}

/**
 * What changed in the facts of an archive once every document that other rules had read is read again: from its file
 * where that is there, else from the stored text; a scan whose text was recognised from the stored text too, unless the
 * runner recognises it again. Documents that these rules have read are left alone, files and all.
 */
export async function refreshArchive(
  archive: Archive,
  reader: ReportReader,
  options: RefreshOptions,
  onEvent: (event: ImportEvent) => void = () => {},
): Promise<RefreshResult> {
  const { rulesVersion } = reader.reference
  const stale = staleDocuments(archive, rulesVersion)
  const files = new Set<string>()
  // A scan whose text was recognised would be read without it: its stored text is all that there is.
  const readable = stale.filter(({ id }) => options.runner.ocr || !hasFinding(archive, id, 'recognized_text'))
  for (const path of readable.flatMap(({ paths }) => paths)) {
    const file = await findHoldingFile(path)
    if (file !== null) files.add(file)
  }
  const imported = files.size === 0 ? null : await importPaths([...files], archive, options, onEvent)
  const left = imported?.interrupted === true ? [] : stillStale(archive, stale, rulesVersion)
  const reread = left.length === 0 ? null : await readStored(archive, left, {}, reader, options.signal)
  const runs = [imported?.summary.run, reread?.run].filter((run) => run !== undefined)
  return {
    stale: stale.length,
    imported,
    fromStoredText: reread?.documents.length ?? 0,
    interrupted: imported?.interrupted === true || (reread?.documents.length ?? 0) < left.length,
    factChanges: runs.flatMap((run) => [...archive.factChanges(run)]),
  }
}

/** What a refresh would read again, with nothing read or written. */
export function previewRefresh(archive: Archive, reader: ReportReader): ImportPreview {
  const stale = staleDocuments(archive, reader.reference.rulesVersion)
  const files = stale.map(({ paths: [path = ''] }) => ({ path, outcome: 'replaced' as const, message: null }))
  return { files, skipped: [] }
}

function staleDocuments(archive: Archive, rulesVersion: string): readonly DocumentRow[] {
  return archive.documents().filter((document) => document.rulesVersion !== rulesVersion)
}

/** The documents of the list that are there and that other rules have read still. */
function stillStale(archive: Archive, stale: readonly DocumentRow[], rulesVersion: string): readonly DocumentRow[] {
  if (stale.length === 0) return []
  const ids = new Set(stale.map(({ id }) => id))
  return staleDocuments(archive, rulesVersion).filter(({ id }) => ids.has(id))
}
