import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The file that a path of the archive is in: itself, or the ZIP archive that it is a member of; null where it is gone. */
export async function findHoldingFile(path: string): Promise<string | null> {
  for (let at = path; ; at = dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (found?.isFile() === true) return at
    if (found !== null || at === dirname(at)) return null
  }
}
