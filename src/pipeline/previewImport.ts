import type { GivenProfile } from '../model/report.ts'
import type { Archive, FileStat } from '../store/port.ts'
import type { ImportOptions } from './importPaths.ts'
import { indexManifest } from './manifest.ts'
import type { Runner } from './runner.ts'
import { stands } from './standing.ts'
import { findFiles, type SkippedFile } from './walk.ts'

/** What an import would do with a file. */
export type PreviewedOutcome = 'new' | 'unchanged' | 'replaced' | 'archive' | 'failed'

export interface PreviewedFile {
  readonly path: string
  /**
   * `replaced`: read again, as its bytes, the rules or what is said of it changed. `archive`: a ZIP archive, which would
   * be unpacked. `failed`: it cannot even be opened; files that are read may still fail.
   */
  readonly outcome: PreviewedOutcome
  /** Why it would fail; null otherwise. */
  readonly message: string | null
}

export interface ImportPreview {
  readonly files: readonly PreviewedFile[]
  readonly skipped: readonly SkippedFile[]
}

/**
 * What an import of the paths would do with each file, with nothing read but bytes and nothing written. `archive` is null
 * where there is no database yet.
 */
export async function previewImport(
  paths: readonly string[],
  archive: Archive | null,
  options: Pick<ImportOptions, 'manifest' | 'given' | 'ownFiles' | 'verify'> & { readonly runner: Runner },
): Promise<ImportPreview> {
  const { manifest } = options
  const walk = await findFiles(paths, [...(options.ownFiles ?? []), ...(manifest === undefined ? [] : [manifest.path])])
  const rowOf = manifest === undefined ? () => null : indexManifest(manifest)
  const files: PreviewedFile[] = walk.unreadable.map(({ path, error }) => ({
    path,
    outcome: 'failed',
    message: error.message,
  }))
  for (const file of walk.files)
    files.push(await previewFile(file, { ...options.given, ...rowOf(file.path)?.given }, archive, options))
  return { files, skipped: walk.skipped }
}

async function previewFile(
  file: FileStat,
  said: GivenProfile,
  archive: Archive | null,
  { runner, verify = false }: { readonly runner: Runner; readonly verify?: boolean },
): Promise<PreviewedFile> {
  const { path } = file
  const isStored = (document: string) => archive !== null && stands(archive, runner, document, said)
  const stored = archive?.storedFile(path) ?? null
  const sameStat = stored !== null && stored.size === file.size && stored.modified === file.modified
  if (!verify && sameStat && isStored(stored.document)) return { path, outcome: 'unchanged', message: null }
  const identity = await runner.identify(path)
  if (identity.kind === 'archive') return { path, outcome: 'archive', message: null }
  if (identity.kind !== 'known') return { path, outcome: 'failed', message: identity.message }
  if (isStored(identity.document)) return { path, outcome: 'unchanged', message: null }
  return { path, outcome: stored === null ? 'new' : 'replaced', message: null }
}
