import pLimit from 'p-limit'
import { BaoshuError } from '../model/error.ts'
import type { GivenProfile } from '../model/report.ts'
import type { Archive, FailureRecord, FileOutcome, FileStat, RunSummary } from '../store/port.ts'
import { indexManifest, type Manifest, type ManifestRow } from './manifest.ts'
import type { FileReading, Runner } from './runner.ts'
import { findFiles, type SkippedFile } from './walk.ts'

/** How an import is done. */
export interface ImportOptions {
  readonly runner: Runner
  /** What the user says of every file; a row of the manifest says it better. */
  readonly given?: GivenProfile
  readonly manifest?: Manifest
  /** Files in hand at one time. */
  readonly jobs?: number
  /** Files that are never reports: the database, the output. The manifest is always one. */
  readonly ownFiles?: readonly string[]
  /** Once aborted, the files in hand are finished and the run is closed. */
  readonly signal?: AbortSignal
}

/** What an import tells while it runs: once that it started, then of each file. */
export type ImportEvent =
  | {
      readonly kind: 'started'
      readonly run: number
      readonly files: number
      readonly skipped: readonly SkippedFile[]
      readonly unusedRows: readonly ManifestRow[]
    }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly outcome: FileOutcome
      /** Facts and findings read out of the file in this run. */
      readonly facts: number
      readonly findings: number
    }
  /** An unexpected error, ours to mend: the file is stored as failed with the code `internal`. */
  | { readonly kind: 'bug'; readonly path: string; readonly message: string; readonly stack: string }

/** What an import came to. */
export interface ImportResult {
  readonly summary: RunSummary
  readonly skipped: readonly SkippedFile[]
  /** Whether the signal stopped the run before every file was looked at. */
  readonly interrupted: boolean
}

/** Two: while one file is being read from disk the other is worked on; more only adds memory in a single thread. */
export const DEFAULT_JOBS = 2

/**
 * The summary of one import run: every file under `paths` is in the archive, or stored as failed with a reason. A file
 * whose size, time and rules are those of the last run is not opened; one whose bytes are known is not parsed. A bad
 * file never stops the others. Throws only what ends the run: a `store_…` error of the archive.
 */
export async function importPaths(
  paths: readonly string[],
  archive: Archive,
  options: ImportOptions,
  onEvent: (event: ImportEvent) => void = () => {},
): Promise<ImportResult> {
  const { runner, manifest, signal } = options
  const walk = await findFiles(paths, [...(options.ownFiles ?? []), ...(manifest === undefined ? [] : [manifest.path])])
  const rowOf = manifest === undefined ? () => null : indexManifest(manifest)
  archive.saveReference(runner.reference)
  const run = archive.startRun({ paths, rulesVersion: runner.reference.rulesVersion })
  onEvent({
    kind: 'started',
    run,
    files: walk.files.length + walk.unreadable.length,
    skipped: walk.skipped,
    unusedRows: unusedRows(manifest, walk.files, rowOf),
  })
  const writer: Writer = { run, archive, onEvent }
  for (const { path, error } of walk.unreadable)
    saveFailure(writer, { file: { path }, code: error.code, message: error.message, advice: error.advice })

  const stop = new AbortController()
  const inHand = new Map<string, Promise<void>>()
  const limit = pLimit(options.jobs ?? DEFAULT_JOBS)
  let left = 0
  const tasks = walk.files.map((file) =>
    limit(async () => {
      if (stop.signal.aborted) return
      if (signal?.aborted) {
        left += 1
        return
      }
      const given = { ...archive.givenProfile(file.path), ...options.given, ...rowOf(file.path)?.given }
      try {
        await importFile(file, given, runner, writer, inHand)
      } catch (error) {
        stop.abort()
        throw error
      }
    }),
  )
  const broken = (await Promise.allSettled(tasks)).find((task) => task.status === 'rejected')
  if (broken !== undefined) throw broken.reason
  return { summary: archive.finishRun(run), skipped: walk.skipped, interrupted: left > 0 }
}

const BUG_ADVICE = 'This is a fault of baoshu: please report it with the file.'

/** The one hand that writes: store and listeners hear of each file once. */
interface Writer {
  readonly run: number
  readonly archive: Archive
  readonly onEvent: (event: ImportEvent) => void
}

async function importFile(
  file: FileStat,
  given: GivenProfile,
  runner: Runner,
  writer: Writer,
  inHand: Map<string, Promise<void>>,
): Promise<void> {
  const { archive, run, onEvent } = writer
  const { rulesVersion } = runner.reference
  const saveUnchanged = (document: string) => {
    archive.saveUnchanged(run, file, document)
    onEvent({ kind: 'file', path: file.path, outcome: 'unchanged', facts: 0, findings: 0 })
  }
  const stored = archive.storedFile(file.path)
  if (stored !== null && stored.size === file.size && stored.modified === file.modified)
    if (archive.hasDocument(stored.document, rulesVersion, given)) return saveUnchanged(stored.document)

  const identity = await runner.identify(file.path)
  if (identity.kind !== 'known') return saveTrouble(writer, file, identity)
  await inHand.get(identity.document)
  if (archive.hasDocument(identity.document, rulesVersion, given)) return saveUnchanged(identity.document)

  const work = runner.read({ path: file.path, given }).then((reading) => saveReading(writer, file, given, reading))
  inHand.set(
    identity.document,
    work.catch(() => {}),
  )
  await work
}

function saveReading(writer: Writer, file: FileStat, given: GivenProfile, reading: FileReading): void {
  if (reading.kind !== 'read') {
    saveTrouble(writer, file, reading)
    return
  }
  const { document, extraction } = reading
  let outcome: FileOutcome
  try {
    outcome = writer.archive.saveDocument(writer.run, { file, document, extraction, given })
  } catch (error) {
    if (error instanceof BaoshuError || !(error instanceof Error)) throw error
    saveTrouble(writer, file, { kind: 'bug', message: error.message, stack: error.stack ?? error.message })
    return
  }
  writer.onEvent({
    kind: 'file',
    path: file.path,
    outcome,
    facts: extraction.facts.length,
    findings: extraction.findings.length,
  })
}

function saveTrouble(writer: Writer, file: FileStat, trouble: Exclude<FileReading, { kind: 'read' }>): void {
  if (trouble.kind === 'bug')
    writer.onEvent({ kind: 'bug', path: file.path, message: trouble.message, stack: trouble.stack })
  saveFailure(writer, {
    file,
    code: trouble.kind === 'bug' ? 'internal' : trouble.code,
    message: trouble.message,
    advice: trouble.kind === 'bug' ? BUG_ADVICE : trouble.advice,
  })
}

function saveFailure(writer: Writer, failure: FailureRecord): void {
  writer.archive.saveFailure(writer.run, failure)
  writer.onEvent({ kind: 'file', path: failure.file.path, outcome: 'failed', facts: 0, findings: 0 })
}

function unusedRows(
  manifest: Manifest | undefined,
  files: readonly FileStat[],
  rowOf: (file: string) => ManifestRow | null,
): readonly ManifestRow[] {
  const used = new Set(files.map((file) => rowOf(file.path)))
  return manifest === undefined ? [] : manifest.rows.filter((row) => !used.has(row))
}
