import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArchive, type SkippedBecause } from '../ingest/archive.ts'
import { emptyError } from '../ingest/ingest.ts'
import { DEFAULT_LIMITS, type IngestLimits, limitError } from '../ingest/limits.ts'
import { BaoshuError } from '../model/error.ts'
import type { FileStat } from '../store/port.ts'
import { type SkippedFile, skipReasonOf } from './walk.ts'

/** What a ZIP archive holds, one after another. */
export type Member =
  /** A file, unpacked to `source` until the next one is asked for; its path goes on from that of the archive. */
  | { readonly kind: 'file'; readonly file: FileStat; readonly source: string; readonly name: string }
  | { readonly kind: 'failed'; readonly file: FileStat; readonly error: BaoshuError }
  | { readonly kind: 'skipped'; readonly skipped: SkippedFile }

/**
 * The members of an archive in the order of its directory: `报告.zip` + `2023/总结.docx` → `报告.zip/2023/总结.docx`.
 * Nothing is written but a file of its own making in a folder of its own, which goes at the end. Throws
 * `archive_damaged` or a limit's error where the archive as a whole cannot be read.
 */
export async function* openMembers(
  archive: FileStat,
  bytes: Uint8Array,
  limits: Partial<IngestLimits>,
): AsyncGenerator<Member> {
  const folder = await mkdtemp(join(tmpdir(), 'baoshu-archive-'))
  const source = join(folder, 'member')
  const taken = new Set<string>()
  try {
    for await (const member of readArchive(bytes, archive.path, { limits })) {
      const path = uniquePath(join(archive.path, member.name), taken)
      const reason = member.kind === 'skipped' && member.because === 'system_file' ? 'system_file' : null
      const skipped = reason ?? skipReasonOf(nameOf(member.name))
      if (skipped !== null) yield { kind: 'skipped', skipped: { path, reason: skipped } }
      else if (member.kind === 'skipped') {
        const file = { path, size: 0, modified: archive.modified }
        yield { kind: 'failed', file, error: memberError(member.because, path, limits) }
      } else if (member.bytes.length === 0) {
        yield { kind: 'failed', file: { path, size: 0, modified: archive.modified }, error: emptyError(path) }
      } else {
        await writeFile(source, member.bytes)
        const file = { path, size: member.bytes.length, modified: archive.modified }
        yield { kind: 'file', file, source, name: nameOf(member.name) }
        await unlink(source)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function nameOf(member: string): string {
  return member.slice(member.lastIndexOf('/') + 1)
}

/** Two members may bear one name; the second is the first one's `(2)`. */
function uniquePath(path: string, taken: Set<string>): string {
  let unique = path
  for (let count = 2; taken.has(unique); count += 1) unique = `${path} (${count})`
  taken.add(unique)
  return unique
}

function memberError(because: SkippedBecause, path: string, limits: Partial<IngestLimits>): BaoshuError {
  if (because === 'too_large') return limitError('bytes', limits.bytes ?? DEFAULT_LIMITS.bytes, null, path)
  if (because === 'encrypted') {
    return new BaoshuError('archive_encrypted', `${path} is locked with a password`, {
      place: path,
      advice: 'Unpack the archive with its password and name the reports.',
    })
  }
  return new BaoshuError('archive_damaged', `${path} cannot be unpacked: it is damaged, or larger than it says`, {
    place: path,
    advice: 'Fetch the archive again, or unpack what can be unpacked and name the reports.',
  })
}
