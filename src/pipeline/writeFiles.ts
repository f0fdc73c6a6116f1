import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import type { PackageFile } from '../package/data-package.ts'

/**
 * The paths of the files written into a folder, which is made if there is none. All of them are written beside their
 * places first and then set there, so that a failure leaves what was there before. Throws `output_unwritable`. It is
 * synchronous so that an archive's snapshot holds still while its rows are written.
 */
export function writeFiles(folder: string, files: readonly PackageFile[]): readonly string[] {
  const drafts: { readonly draft: string; readonly path: string }[] = []
  try {
    mkdirSync(folder, { recursive: true })
    for (const file of files) {
      const path = join(folder, file.path)
      const draft = join(folder, `.${file.path}.part`)
      drafts.push({ draft, path })
      writeChunks(draft, file.chunks)
    }
    for (const { draft, path } of drafts) renameSync(draft, path)
    return drafts.map(({ path }) => path)
  } catch (cause) {
    for (const { draft } of drafts) rmSync(draft, { force: true })
    throw asOutputError(folder, cause)
  }
}

function writeChunks(path: string, chunks: PackageFile['chunks']): void {
  const file = openSync(path, 'w')
  try {
    for (const chunk of chunks) writeWhole(file, typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk)
  } finally {
    closeSync(file)
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** A trouble of the file system as the trouble of the user that it is; anything else unchanged. */
function asOutputError(folder: string, cause: unknown): unknown {
  if (cause instanceof BaoshuError || !(cause instanceof Error) || !('syscall' in cause)) return cause
  return new BaoshuError(
    'output_unwritable',
    `${folder} cannot be written (${String('code' in cause ? cause.code : '')})`,
    {
      place: folder,
      advice: 'Check that it is a folder that may be written and that there is space.',
      cause,
    },
  )
}
