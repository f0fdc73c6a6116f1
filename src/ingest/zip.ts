import { type Entry, fromBufferPromise } from 'yauzl'
import { checkLimit, type IngestLimits, limitError } from './limits.ts'

/** One unpacked file of a ZIP archive. */
export interface ZipMember {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ZipContents {
  /** Names of all members, wanted or not. */
  readonly names: readonly string[]
  readonly members: readonly ZipMember[]
  /** Whether a wanted member is locked with a password and so was left out. */
  readonly encrypted: boolean
}

/**
 * The wanted members of a ZIP archive, unpacked. The sizes that the directory declares are added up before anything is
 * unpacked, and no member may unpack to more than it declares: an archive beyond `limits.unzippedBytes`, or wanted members
 * beyond `limit`, throw the limit's error. A damaged archive throws the error of the ZIP library.
 */
export async function readZip(
  bytes: Uint8Array,
  name: string,
  limits: IngestLimits,
  wanted: (member: string) => boolean,
  limit: 'unzippedBytes' | 'xmlBytes' = 'unzippedBytes',
): Promise<ZipContents> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  })
  const entries: Entry[] = []
  let declared = 0
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    declared += entry.uncompressedSize
    if (declared > limits.unzippedBytes) throw limitError('unzippedBytes', limits.unzippedBytes, null, name)
  }
  const chosen = entries.filter((entry) => wanted(entry.fileName))
  checkLimit(
    limits,
    limit,
    chosen.reduce((sum, entry) => sum + entry.uncompressedSize, 0),
    name,
  )
  const members: ZipMember[] = []
  for (const entry of chosen.filter((entry) => !entry.isEncrypted())) {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    members.push({ name: entry.fileName, bytes: Buffer.concat(chunks) })
  }
  return {
    names: entries.map((entry) => entry.fileName),
    members,
    encrypted: chosen.some((entry) => entry.isEncrypted()),
  }
}
