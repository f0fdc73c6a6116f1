import pLimit from 'p-limit'
import type { IngestLimits } from '../ingest/limits.ts'
import { BaoshuError } from '../model/error.ts'
import type { GivenProfile } from '../model/report.ts'
import type { Archive, FailureRecord, FileOutcome, FileStat, RunSummary } from '../store/port.ts'
import { openMembers } from './archiveMembers.ts'
import { DEFAULT_JOBS } from './jobs.ts'
import { indexManifest, type Manifest, type ManifestRow } from './manifest.ts'
import type { FileJob, FileReading, Runner } from './runner.ts'
import { createSaveQueue, type SaveQueue } from './saveQueue.ts'
import { stands } from './standing.ts'
import { findFiles, type SkippedFile } from './walk.ts'
import { createWords, type Word, type Words } from './words.ts'

/** How an import is done. */
export interface ImportOptions {
  readonly runner: Runner
  /** What the user says of every file; a row of the manifest says it better. */
  readonly given?: GivenProfile
  readonly manifest?: Manifest
  /** Files that are read at one time. */
  readonly jobs?: number
  /** What an archive may cost; the runner has its own for files. */
  readonly limits?: Partial<IngestLimits>
  /** Whether every file is opened: finds bytes that changed though size and time did not. */
  readonly verify?: boolean
  /** Whether the first file that fails ends the run; files in hand are finished. */
  readonly failFast?: boolean
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
  /** A ZIP archive is done: its members were told one by one. */
  | { readonly kind: 'archive'; readonly path: string; readonly members: number }
  /** An unexpected error, ours to mend: the file is stored as failed with the code `internal`. */
  | { readonly kind: 'bug'; readonly path: string; readonly message: string; readonly stack: string }

/** What an import came to. */
export interface ImportResult {
  readonly summary: RunSummary
  readonly skipped: readonly SkippedFile[]
  /** Whether the signal stopped the run before every file was looked at. */
  readonly interrupted: boolean
  /** Files that were not looked at, as the run ended before: by the signal, or by a failure with `failFast`. */
  readonly notRead: number
}

/**
 * The summary of one import run: every file under `paths` is in the archive, or stored as failed with a reason. A file
 * whose size, time and rules are those of the last run is not opened; one whose bytes are known is not parsed. The
 * members of a ZIP archive are files like others. A bad file never stops the others. Throws only what ends the run: a `store_…` error of the archive.
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
  let failed = false
  const tell = (event: ImportEvent) => {
    if (event.kind === 'file' && event.outcome === 'failed') failed = true
    onEvent(event)
  }
  const queue = createSaveQueue(archive, run)
  const stop = new AbortController()
  const writer: Writer = { run, archive, queue, saving: new Set(), stop, onEvent: tell }
  const skipped = [...walk.skipped]
  for (const { path, error } of walk.unreadable)
    saveFailure(writer, { file: { path }, code: error.code, message: error.message, advice: error.advice })

  const inHand = new Map<string, Promise<void>>()
  const words = createWords()
  const jobs = options.jobs ?? DEFAULT_JOBS
  let notRead = 0
  /** Whether no file is begun any more; a file that is left out for it is counted. */
  const isOver = (): boolean => {
    if (stop.signal.aborted) return true
    if (!signal?.aborted && !(failed && options.failFast)) return false
    notRead += 1
    return true
  }
  const reading = pLimit(jobs)
  const readInTurn: Work['readInTurn'] = (job, member) =>
    reading(async () => {
      if (!member && isOver()) return null
      const read = await runner.read(job)
      if (read.kind !== 'read') failed = true
      return read
    })
  // One more file is looked at than are read, so that whoever has read one finds the next one ready.
  const looking = pLimit(jobs + 1)
  const tasks = walk.files.map((file) =>
    looking(async () => {
      if (isOver()) return
      const saidOf = (path: string) => ({ ...options.given, ...rowOf(path)?.given })
      const { verify = false, limits = {} } = options
      const work: Work = { runner, readInTurn, writer, inHand, words, saidOf, verify, limits, skipped }
      try {
        await importFile({ file, member: null }, work)
      } catch (error) {
        stop.abort()
        throw error
      }
    }),
  )
  const read = await Promise.allSettled(tasks)
  const broken = [...read, ...(await settle(writer))].find((task) => task.status === 'rejected')
  if (broken !== undefined) throw broken.reason
  return { summary: archive.finishRun(run), skipped, interrupted: signal?.aborted === true && notRead > 0, notRead }
}

const BUG_ADVICE = 'This is a fault of baoshu: please report it with the file.'

/** The one hand that writes: store and listeners hear of each file once. */
interface Writer {
  readonly run: number
  readonly archive: Archive
  readonly queue: SaveQueue
  /** Documents that are read and not yet stored and told. */
  readonly saving: Set<Promise<void>>
  /** Ends the run: the store is unusable. */
  readonly stop: AbortController
  readonly onEvent: (event: ImportEvent) => void
}

/** What the import of a file needs beside the file. */
interface Work {
  readonly runner: Runner
  /** What the runner reads once it has a process free; null for a file that the run ends before. */
  readonly readInTurn: (job: FileJob, member: boolean) => Promise<FileReading | null>
  readonly writer: Writer
  /** Documents that are being read, by their ids. */
  readonly inHand: Map<string, Promise<void>>
  readonly words: Words
  /** What the user says in this run of the file under a path. */
  readonly saidOf: (path: string) => GivenProfile
  readonly verify: boolean
  readonly limits: Partial<IngestLimits>
  /** Files that were left aside so far. */
  readonly skipped: SkippedFile[]
}

/** A file to import; where it is the member of an archive, with its name and the place that it was unpacked to. */
interface Input {
  readonly file: FileStat
  readonly member: { readonly source: string; readonly name: string } | null
}

async function importFile({ file, member }: Input, work: Work): Promise<void> {
  const { runner, writer, inHand, words } = work
  const said = work.saidOf(file.path)
  const { archive, run, onEvent } = writer
  const isStored = (document: string) => stands(archive, runner, document, said)
  const saveUnchanged = (document: string) => {
    words.keep(document, { path: file.path, said })
    archive.saveUnchanged(run, file, document)
    onEvent({ kind: 'file', path: file.path, outcome: 'unchanged', facts: 0, findings: 0 })
  }
  const stored = work.verify ? null : archive.storedFile(file.path)
  if (stored !== null && stored.size === file.size && stored.modified === file.modified)
    if (isStored(stored.document) && words.against(stored.document, said) === null)
      return saveUnchanged(stored.document)

  const source = member?.source ?? file.path
  const identity = await runner.identify(source)
  if (identity.kind === 'archive') {
    if (member === null) return importMembers(file, identity.bytes, work)
    const given = { ...archive.givenProfile(file.path), ...said }
    const read = await work.readInTurn({ path: source, name: member.name, given }, true)
    if (read !== null) keep(writer, saveReading(writer, file, read))
    return
  }
  if (identity.kind !== 'known') return saveTrouble(writer, file, identity)
  const { document } = identity
  while (inHand.has(document)) await inHand.get(document)
  const other = words.against(document, said)
  // Of two words the one for the first path stands, so that the order of reading decides nothing.
  if (other !== null && other.path < file.path) return saveConflict(writer, file, other)
  if (other === null && isStored(document)) return saveUnchanged(document)

  words.keep(document, { path: file.path, said })
  const given = { ...archive.givenProfile(file.path), ...archive.givenOfDocument(document), ...said }
  const job = member === null ? { path: source, given } : { path: source, name: member.name, given }
  const reading = work.readInTurn(job, member !== null)
  const saved = reading.then(async (read) => {
    if (read === null) return
    await saveReading(writer, file, read)
    if (other !== null) saveConflict(writer, { path: other.path }, { path: file.path, said })
  })
  inHand.set(
    document,
    saved.catch(() => {}).finally(() => inHand.delete(document)),
  )
  keep(writer, saved)
  // Whoever reads goes on to the next file while this one waits to be stored.
  await reading
}

/** Remembers what is still to be stored. */
function keep({ saving, stop }: Writer, saved: Promise<void>): void {
  saving.add(saved)
  saved.then(
    () => saving.delete(saved),
    // Its error is thrown where all of them are waited for.
    () => stop.abort(),
  )
}

/** What became of all that was still to be stored. */
function settle({ queue, saving }: Writer): Promise<readonly PromiseSettledResult<void>[]> {
  queue.flush()
  return Promise.allSettled(saving)
}

async function importMembers(archive: FileStat, bytes: Uint8Array, work: Work): Promise<void> {
  const { writer } = work
  let members = 0
  try {
    for await (const member of openMembers(archive, bytes, work.limits)) {
      if (member.kind === 'skipped') {
        work.skipped.push(member.skipped)
        continue
      }
      members += 1
      if (member.kind === 'failed') saveError(writer, member.file, member.error)
      else await importFile({ file: member.file, member }, work)
    }
    await settle(writer)
    if (members === 0) saveError(writer, archive, emptyArchive(archive.path))
    else writer.onEvent({ kind: 'archive', path: archive.path, members })
  } catch (error) {
    if (!(error instanceof BaoshuError) || error.code.startsWith('store_')) throw error
    saveError(writer, archive, error)
  }
}

function emptyArchive(path: string): BaoshuError {
  return new BaoshuError('no_text', `${path} holds no files that could be reports`, {
    place: path,
    advice: 'Look into the archive; it may be the wrong one.',
  })
}

function saveError(writer: Writer, file: FileStat, { code, message, advice }: BaoshuError): void {
  saveFailure(writer, { file, code, message, advice })
}

/** Two paths hold the same bytes, and the user says different things of them: one document cannot be both. */
function saveConflict(writer: Writer, file: FailureRecord['file'], other: Word): void {
  const said = Object.entries(other.said).map(([name, value]) => `${name} ${value}`)
  saveFailure(writer, {
    file,
    code: 'given_conflict',
    message: `the same bytes as ${other.path}, of which is said: ${said.join(', ')}`,
    advice: 'Files of the same bytes are one document: say the same of both, or name one of them only.',
  })
}

async function saveReading(writer: Writer, file: FileStat, reading: FileReading): Promise<void> {
  if (reading.kind !== 'read') {
    saveTrouble(writer, file, reading)
    return
  }
  const { prepared } = reading
  try {
    const outcome = await writer.queue.save({ file, prepared })
    const { facts, findings } = prepared
    writer.onEvent({ kind: 'file', path: file.path, outcome, facts, findings })
  } catch (error) {
    if (error instanceof BaoshuError || !(error instanceof Error)) throw error
    saveTrouble(writer, file, { kind: 'bug', message: error.message, stack: error.stack ?? error.message })
  }
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
