import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import { DEFAULT_LIMITS, type IngestLimits, limitError } from './limits.ts'

/** A file by what the file system says of it: the same three mean the same bytes. */
export interface ReadStat {
  /** Absolute path. */
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/**
 * The bytes of a regular file and the stat that they belong to. Throws a `BaoshuError` where the file is missing, is a
 * folder, pipe or device, may not be read, is empty, is larger than `limits.bytes`, or changes while it is read.
 */
export async function readFileBytes(
  path: string,
  limits: Pick<IngestLimits, 'bytes'> = DEFAULT_LIMITS,
): Promise<{ readonly bytes: Uint8Array; readonly stat: ReadStat }> {
  // Looked at before it is opened: opening a pipe would wait for a writer for ever.
  const seen = await stat(path).catch((cause: unknown) => {
    throw openError(path, cause)
  })
  if (!seen.isFile()) {
    throw new BaoshuError('not_a_file', `${path} is ${seen.isDirectory() ? 'a folder' : 'not a regular file'}`, {
      place: path,
      advice: 'Name a DOCX, PDF, TXT or Markdown file.',
    })
  }
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw openError(path, cause)
  })
  try {
    return await readOpened(handle, path, limits)
  } finally {
    await handle.close()
  }
}

async function readOpened(handle: FileHandle, path: string, limits: Pick<IngestLimits, 'bytes'>) {
  const before = await handle.stat({ bigint: true })
  const size = Number(before.size)
  if (size > limits.bytes) throw limitError('bytes', limits.bytes, size, path)
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled).catch((cause: unknown) => {
      throw openError(path, cause)
    })
    if (bytesRead === 0) break
    filled += bytesRead
  }
  const after = await handle.stat({ bigint: true })
  if (filled !== size || !sameVersion(before, after)) {
    throw new BaoshuError('file_changed_while_read', `${path} changed while it was read`, {
      place: path,
      advice: 'Wait until the program that writes it is done, then read it again.',
    })
  }
  if (size === 0) throw emptyError(path)
  return { bytes, stat: { path: resolve(path), size, modified: Number(before.mtimeMs) } }
}

/** The error for a file of no bytes. */
export function emptyError(place: string): BaoshuError {
  return new BaoshuError('file_empty', `${place} is empty (0 bytes)`, {
    place,
    advice: 'Fetch or save the file again; it holds nothing.',
  })
}

function sameVersion(a: BigIntStats, b: BigIntStats): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs
}

function openError(path: string, cause: unknown): BaoshuError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new BaoshuError('file_not_found', `${path} does not exist`, {
      place: path,
      advice: 'Check the spelling of the path.',
      cause,
    })
  }
  return new BaoshuError('file_unreadable', `${path} cannot be read${code ? ` (${code})` : ''}`, {
    place: path,
    advice: 'Check the permissions of the file and of its folder.',
    cause,
  })
}
