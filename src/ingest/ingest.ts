import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { SourceDocument } from '../model/document.ts'
import { BaoshuError } from '../model/error.ts'
import type { Content } from './content.ts'
import { decodeText } from './decode-text.ts'
import { looksLikeMarkdown, readMd } from './formats/md.ts'
import { readTxt } from './formats/txt.ts'
import { checkLimit, DEFAULT_LIMITS, type IngestLimits, limitError, OCR_LIMITS } from './limits.ts'
import { emptyError, readFileBytes } from './read-file.ts'
import { type FileKind, sniff } from './sniff.ts'

export { DEFAULT_LIMITS, type IngestLimits } from './limits.ts'
export { emptyError, type ReadStat, readFileBytes } from './read-file.ts'

export interface IngestOptions {
  /** Ceilings that differ from `DEFAULT_LIMITS`. */
  readonly limits?: Partial<IngestLimits>
  /** Whether the text of scanned pages is recognised: seconds a page, and with errors. */
  readonly ocr?: boolean
  /** Name of a file that lies under another on the disk, such as a member of an archive. */
  readonly name?: string
}

/**
 * The document in a file's bytes: its text, blocks, pages and tables. The format is told by the bytes; `name` is kept as
 * a hint for title and year. Throws a `BaoshuError` for what is no readable report or goes beyond a limit.
 */
export async function ingestBytes(
  bytes: Uint8Array,
  name: string,
  options: IngestOptions = {},
): Promise<SourceDocument> {
  const limits = limitsOf(options)
  if (bytes.length === 0) throw emptyError(name)
  checkLimit(limits, 'bytes', bytes.length, name)
  const content = await readContent(bytes, name, limits, options.ocr ?? false).catch((cause: unknown) => {
    // Elements stand deeper inside one another than those who read them can go, whatever their tags looked like.
    throw isOutOfStack(cause) ? limitError('depth', limits.depth, null, name) : cause
  })
  checkLimit(limits, 'characters', content.source.length, name)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = sha256.slice(0, 16)
  return {
    id,
    sha256,
    bytes: bytes.length,
    format: content.format,
    encoding: content.encoding,
    name: basename(name),
    source: content.source,
    blocks: content.blocks,
    pages: content.pages,
    findings: content.findings.map((finding) => ({ document: id, ...finding })),
  }
}

/** The document in a file: `readFileBytes`, then `ingestBytes`. */
export async function ingestFile(path: string, options: IngestOptions = {}): Promise<SourceDocument> {
  const { bytes } = await readFileBytes(path, limitsOf(options))
  return ingestBytes(bytes, basename(options.name ?? path), options)
}

function isOutOfStack(cause: unknown): boolean {
  return cause instanceof RangeError && cause.message.includes('call stack')
}

/** What a file may cost: by default, by what is done with it, by the user's word. */
export function limitsOf(options: Pick<IngestOptions, 'limits' | 'ocr'>): IngestLimits {
  return { ...DEFAULT_LIMITS, ...(options.ocr ? OCR_LIMITS : {}), ...options.limits }
}

async function readContent(bytes: Uint8Array, name: string, limits: IngestLimits, ocr: boolean): Promise<Content> {
  const kind = sniff(bytes)
  switch (kind) {
    // The readers of DOCX and PDF bring large libraries: loaded only for a file that needs them.
    case 'docx':
      return (await import('./formats/docx.ts')).readDocx(bytes, name, limits)
    case 'encrypted_office':
      throw (await import('./formats/docx.ts')).encryptedError(name)
    case 'pdf':
      return (await import('./formats/pdf.ts')).readPdf(bytes, name, limits, { ocr })
    case 'ole':
      return (await import('./formats/doc.ts')).readDoc(bytes, name, limits)
    case 'html':
      return (await import('./formats/html.ts')).readHtml(bytes, name, limits)
    case 'mht':
      return (await import('./formats/mht.ts')).readMht(bytes, name, limits)
    case 'text':
      return readText(bytes, name)
    case 'image':
      if (ocr) return (await import('./formats/image.ts')).readImage(bytes, name)
      throw unsupportedError(kind, name)
    default:
      throw unsupportedError(kind, name)
  }
}

function readText(bytes: Uint8Array, name: string): Content {
  const decoded = decodeText(bytes, name)
  if (decoded.text.trim() === '') {
    throw new BaoshuError('no_text', `${name} holds nothing but white space`, {
      place: name,
      advice: 'Fetch or save the file again; it holds no text.',
    })
  }
  return looksLikeMarkdown(decoded.text) ? readMd(decoded) : readTxt(decoded)
}

const UNSUPPORTED: Readonly<
  Record<
    Exclude<FileKind, 'docx' | 'encrypted_office' | 'pdf' | 'ole' | 'html' | 'mht' | 'text'>,
    readonly [what: string, advice: string]
  >
> = {
  zip: ['a ZIP archive', 'Unpack it and name the reports inside.'],
  office: ['a spreadsheet, a presentation, or an ODT or OFD file', 'Open it and save it as DOCX or PDF.'],
  archive: ['a packed archive', 'Unpack it and name the reports inside.'],
  rtf: ['an RTF file', 'Open it in Word or WPS and save it as DOCX.'],
  image: ['a picture', 'Read it with --ocr (the option ocr in the library), which recognises its text.'],
  binary: ['neither text nor a known document', 'Name a DOCX, PDF, TXT or Markdown file.'],
}

function unsupportedError(
  kind: Exclude<FileKind, 'docx' | 'encrypted_office' | 'pdf' | 'ole' | 'html' | 'mht' | 'text'>,
  name: string,
): BaoshuError {
  const [what, advice] = UNSUPPORTED[kind]
  const code = kind === 'binary' ? 'format_unknown' : 'format_unsupported'
  return new BaoshuError(code, `${name} is ${what}`, { place: name, advice })
}
