import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import type { Cli } from './cli.ts'

/** Takes a piece of data; resolves when more may come. */
export type WriteData = (text: string) => Promise<void>

/**
 * What `produce` returns, its data written to the screen or, where `path` is given, to a file in UTF-8. The file appears
 * whole or not at all. Throws `output_unwritable`.
 */
export async function withOutput<T>(
  cli: Cli,
  path: string | null,
  produce: (write: WriteData) => Promise<T>,
): Promise<T> {
  if (path === null || path === '-') return produce((text) => cli.writeData(text))
  const draft = join(dirname(path), `.baoshu-${Math.random().toString(36).slice(2)}.part`)
  const handle = await open(draft, 'wx').catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
  try {
    const result = await produce((text) => writeWhole(handle, text, path))
    await handle.close()
    await rename(draft, path).catch((cause: unknown) => {
      throw unwritable(path, cause)
    })
    return result
  } catch (error) {
    await handle.close()
    await rm(draft, { force: true })
    throw error
  }
}

async function writeWhole(handle: FileHandle, text: string, path: string): Promise<void> {
  await handle.writeFile(text, 'utf8').catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
}

function unwritable(path: string, cause: unknown): BaoshuError {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new BaoshuError('output_unwritable', `${path} cannot be written${code}`, {
    place: path,
    advice: 'Check that the folder exists, may be written and has space.',
    cause,
  })
}
