import { unzipSync } from 'fflate'
import { isUtf16 } from './decode-text.ts'

/** What the bytes of a file are, whatever its name says. */
export type FileKind =
  | 'docx'
  | 'encrypted_office'
  | 'zip'
  | 'office'
  | 'archive'
  | 'pdf'
  | 'ole'
  | 'html'
  | 'mht'
  | 'text'
  | 'rtf'
  | 'image'
  | 'binary'

const MAGIC: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'archive', bytes: [0x1f, 0x8b] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const PDF_HEADER_WITHIN = 1024

/** The kind of a file by its first bytes and, for a ZIP file, by the names in it. */
export function sniff(bytes: Uint8Array): FileKind {
  const magic = MAGIC.find((row) => startsWith(bytes, row.bytes))
  if (magic !== undefined) return magic.kind
  if (startsWith(bytes, OLE)) return holdsName(bytes, 'EncryptedPackage') ? 'encrypted_office' : 'ole'
  if (startsWith(bytes, ZIP)) return sniffZip(bytes)
  if (startsWith(bytes, EMPTY_ZIP)) return 'zip'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_HEADER_WITHIN))
  // Readers accept rubbish before the header, so the header counts anywhere in the first kilobyte.
  if (/%PDF-\d/.test(head)) return 'pdf'
  if (isHtml(head)) return 'html'
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:[ ]*1/i.test(head)) return 'mht'
  return isBinary(bytes) ? 'binary' : 'text'
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

/** Whether an OLE container has a stream of this name, which it writes in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

/** What a ZIP file is: a Word document (also one cut off, told by its local headers), another office file, or files. */
function sniffZip(bytes: Uint8Array): 'docx' | 'office' | 'zip' {
  const names = readZipNames(bytes)
  if (names === null) {
    const raw = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536))
    return raw.includes('[Content_Types].xml') || raw.includes('word/') ? 'docx' : 'zip'
  }
  if (names.includes('[Content_Types].xml'))
    return names.some((name) => /^word\/.*\.xml$/.test(name)) ? 'docx' : 'office'
  return names.includes('OFD.xml') || names.includes('mimetype') ? 'office' : 'zip'
}

/** Names of the entries of a ZIP file; null where its directory cannot be read. */
function readZipNames(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name)
        return false
      },
    })
  } catch {
    // fflate throws where the directory is missing: the caller then looks at the local headers.
    return null
  }
  return names
}

function isHtml(head: string): boolean {
  const text = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart()
  return /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|meta|table|div|p)[\s>]/i.test(text)
}

/** Whether the first kilobytes hold control characters as no text has, and are no UTF-16 either. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192)
  const control = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)).length
  return control > head.length * 0.005 && !isUtf16(head)
}
