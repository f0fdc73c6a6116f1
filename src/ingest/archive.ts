import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { BaoshuError } from '../model/error.ts'
import { checkLimit, DEFAULT_LIMITS, type IngestLimits, limitError } from './limits.ts'

/** Why a member of an archive is left aside. */
export type SkippedBecause = 'system_file' | 'encrypted' | 'too_large' | 'damaged'

/** One file of a ZIP archive. Nothing is written to disk: its name is a name and never a path. */
export type ArchiveMember =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly name: string; readonly because: SkippedBecause }

const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|~\$|thumbs\.db$|desktop\.ini$)/i

/**
 * The files of a ZIP archive one after another, each for `ingestBytes`; archives inside it are files like others and not
 * opened. The sizes that the directory declares are added up first, and no file may unpack to more than it declares.
 * Throws a limit's error, or `archive_damaged` where the directory cannot be read.
 */
export async function* readArchive(
  bytes: Uint8Array,
  name: string,
  options: { readonly limits?: Partial<IngestLimits> } = {},
): AsyncGenerator<ArchiveMember> {
  const limits: IngestLimits = { ...DEFAULT_LIMITS, ...options.limits }
  const { zip, entries } = await openArchive(bytes, name, limits)
  for (const entry of entries) {
    const member = readMemberName(entry)
    if (member === '' || /[/\\]$/.test(member)) continue
    const skipped = whySkipped(entry, member, limits)
    if (skipped !== null) yield { kind: 'skipped', name: member, because: skipped }
    else yield await readMember(zip, entry, member)
  }
}

async function openArchive(bytes: Uint8Array, name: string, limits: IngestLimits) {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Names are decoded by us: archives made on Chinese systems name their files in GBK.
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true })
    const entries: Entry[] = []
    let declared = 0
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      declared += entry.uncompressedSize
      checkLimit(limits, 'members', entries.length, name)
      if (declared > limits.unzippedBytes) throw limitError('unzippedBytes', limits.unzippedBytes, null, name)
    }
    return { zip, entries }
  } catch (cause) {
    if (cause instanceof BaoshuError) throw cause
    throw new BaoshuError('archive_damaged', `${name} is a damaged or cut-off ZIP archive`, {
      place: name,
      advice: 'Fetch the file again, or unpack what can be unpacked and name the reports.',
      cause,
    })
  }
}

function whySkipped(entry: Entry, member: string, limits: IngestLimits): SkippedBecause | null {
  if (SYSTEM_FILE.test(member)) return 'system_file'
  if (entry.isEncrypted()) return 'encrypted'
  return entry.uncompressedSize > limits.bytes ? 'too_large' : null
}

async function readMember(zip: ZipFile, entry: Entry, name: string): Promise<ArchiveMember> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return { kind: 'file', name, bytes: Buffer.concat(chunks) }
  } catch {
    // The stream is broken or longer than declared: this file is lost, the others are not, and the caller is told.
    return { kind: 'skipped', name, because: 'damaged' }
  }
}

const UTF8_FLAG = 0x0800

/** The name of a member: UTF-8 where it says so or is, else GB18030; without steps out of the archive. */
function readMemberName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const name =
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || isUtf8(raw)
      ? raw.toString('utf8')
      : new TextDecoder('gb18030').decode(raw)
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((step, at, steps) => step !== '..' && step !== '.' && (step !== '' || at === steps.length - 1))
    .join('/')
}

function isUtf8(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes).toString('utf8').includes('\ufffd')
}
