import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import type { FileStat } from '../store/port.ts'

/** Why a file met on the way was left aside without being an error. */
export const SKIP_REASONS = [
  'hidden',
  'lock_file',
  'system_file',
  'data_file',
  'link_outside',
  'link_again',
  'not_a_file',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** A file that was met and left aside. */
export interface SkippedFile {
  readonly path: string
  readonly reason: SkipReason
}

/** A path that could not be looked at; the others go on. */
export interface UnreadablePath {
  readonly path: string
  readonly error: BaoshuError
}

/** What a walk over files and folders met. All paths are absolute; `files` are sorted by path, each once. */
export interface Walk {
  readonly files: readonly FileStat[]
  readonly skipped: readonly SkippedFile[]
  readonly unreadable: readonly UnreadablePath[]
}

/** Files that operating systems leave in folders, in lower case. */
const SYSTEM_FILES: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db'])

/**
 * Endings of files that hold data and no report, and that lie beside reports (a manifest, an export, a database). What a
 * file is, is told by its content; but these would be read as text, and their columns as sentences.
 */
const DATA_ENDING = /\.(?:csv|tsv|json|jsonl|xml|ya?ml|db|sqlite3?|db-(?:wal|shm|journal))$/i

type Met =
  | { readonly kind: 'file'; readonly file: FileStat }
  | { readonly kind: 'link'; readonly file: FileStat; readonly target: string }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadablePath }

/**
 * The files under `paths`, folders walked to the bottom. A path that is named by the user is taken as it is, hidden or
 * linked; inside folders hidden names, lock files of office programs (`~$…`), data files and what systems leave behind are skipped.
 * A link inside a folder counts only where it points at a file of the same folder tree that is not met on its own.
 * `ownFiles` (the database, the manifest) are passed over without a word.
 */
export async function findFiles(paths: readonly string[], ownFiles: readonly string[] = []): Promise<Walk> {
  const own = new Set(ownFiles.map((path) => resolve(path)))
  const met: Met[] = []
  for (const path of paths) for await (const one of walkPath(resolve(path), own)) met.push(one)
  const files = new Map<string, FileStat>()
  for (const one of met) if (one.kind === 'file') files.set(one.file.path, one.file)
  const skipped = new Map<string, SkippedFile>()
  const linked = new Set<string>()
  for (const one of met) {
    if (one.kind === 'skipped') skipped.set(one.skipped.path, one.skipped)
    if (one.kind !== 'link' || files.has(one.file.path)) continue
    if (files.has(one.target) || linked.has(one.target)) {
      skipped.set(one.file.path, { path: one.file.path, reason: 'link_again' })
      continue
    }
    linked.add(one.target)
    files.set(one.file.path, one.file)
  }
  return {
    files: [...files.values()].sort((a, b) => inOrder(a.path, b.path)),
    skipped: [...skipped.values()].sort((a, b) => inOrder(a.path, b.path)),
    unreadable: met.flatMap((one) => (one.kind === 'unreadable' ? [one.unreadable] : [])),
  }
}

/** Order of code units, the same in every locale. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function* walkPath(path: string, own: ReadonlySet<string>): AsyncGenerator<Met> {
  try {
    const status = await stat(path)
    if (status.isDirectory()) yield* walkFolder(path, await realpath(path), own)
    else if (!status.isFile()) yield unreadable(path, notAFile(path))
    else if (!own.has(path)) yield { kind: 'file', file: fileStat(path, status) }
  } catch (cause) {
    yield unreadable(path, asPathError(path, cause))
  }
}

async function* walkFolder(folder: string, root: string, own: ReadonlySet<string>): AsyncGenerator<Met> {
  let entries: readonly { readonly name: string; readonly exact: boolean }[]
  try {
    entries = await listFolder(folder)
  } catch (cause) {
    yield unreadable(folder, asPathError(folder, cause))
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (!entry.exact) {
      yield unreadable(path, unreadableName(path))
      continue
    }
    if (own.has(path)) continue
    const reason = skipReasonOf(entry.name)
    if (reason !== null) yield skip(path, reason)
    else yield* walkEntry(path, root, own)
  }
}

async function* walkEntry(path: string, root: string, own: ReadonlySet<string>): AsyncGenerator<Met> {
  try {
    const status = await lstat(path)
    if (status.isDirectory()) yield* walkFolder(path, root, own)
    else if (status.isFile()) yield { kind: 'file', file: fileStat(path, status) }
    else if (status.isSymbolicLink()) yield await followLink(path, root)
    else yield skip(path, 'not_a_file')
  } catch (cause) {
    yield unreadable(path, asPathError(path, cause))
  }
}

async function followLink(path: string, root: string): Promise<Met> {
  const target = await realpath(path)
  if (!isInside(target, root)) return skip(path, 'link_outside')
  const status = await stat(target)
  if (status.isFile()) return { kind: 'link', file: fileStat(path, status), target }
  return skip(path, status.isDirectory() ? 'link_again' : 'not_a_file')
}

/** Names in a folder, sorted; `exact` is false for a name that is not UTF-8 and so cannot be opened by its text. */
async function listFolder(folder: string): Promise<readonly { readonly name: string; readonly exact: boolean }[]> {
  const names = await readdir(folder, { encoding: 'buffer' })
  return names
    .map((bytes) => ({ name: bytes.toString('utf8'), exact: Buffer.from(bytes.toString('utf8')).equals(bytes) }))
    .sort((a, b) => inOrder(a.name, b.name))
}

/** Why a file of this name is left aside; null where it is not. */
export function skipReasonOf(name: string): SkipReason | null {
  if (name.startsWith('.')) return 'hidden'
  if (name.startsWith('~$')) return 'lock_file'
  if (SYSTEM_FILES.has(name.toLowerCase())) return 'system_file'
  return DATA_ENDING.test(name) ? 'data_file' : null
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path
}

function fileStat(path: string, status: { readonly size: number; readonly mtimeMs: number }): FileStat {
  return { path, size: status.size, modified: Math.floor(status.mtimeMs) }
}

function skip(path: string, reason: SkipReason): Met {
  return { kind: 'skipped', skipped: { path, reason } }
}

function unreadable(path: string, error: BaoshuError): Met {
  return { kind: 'unreadable', unreadable: { path, error } }
}

function notAFile(path: string): BaoshuError {
  return new BaoshuError('not_a_file', 'neither a file nor a folder', {
    place: path,
    advice: 'Name a file or a folder of files.',
  })
}

function unreadableName(path: string): BaoshuError {
  return new BaoshuError('file_unreadable', 'the file name is not valid UTF-8', {
    place: path,
    advice: 'Rename the file, for instance with convmv -f gb18030 -t utf8.',
  })
}

function asPathError(path: string, cause: unknown): BaoshuError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BaoshuError('file_not_found', 'there is no such file or folder', {
      place: path,
      advice: 'Check the spelling of the path.',
      cause,
    })
  if (code === null) throw cause
  return new BaoshuError('file_unreadable', `it cannot be read (${String(code)})`, {
    place: path,
    advice: 'Check the permissions of the file and its folder.',
    cause,
  })
}
