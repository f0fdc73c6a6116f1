import { BaoshuError } from '../../model/error.ts'
import type { Content } from '../content.ts'
import type { IngestLimits } from '../limits.ts'
import { readHtml } from './html.ts'

interface Piece {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/**
 * The content of a web page that a browser or Word saved with all that belongs to it as one file (MHT, MHTML): the page
 * among its parts is read as any other. Throws `no_text` where there is none.
 */
export function readMht(bytes: Uint8Array, name: string, limits: IngestLimits): Content {
  // Byte for byte: what a part is encoded in is its own matter.
  const page = findPage(splitPiece(new TextDecoder('latin1').decode(bytes)))
  if (page === null) {
    throw new BaoshuError('no_text', `${name} is a saved page without the page itself`, {
      place: name,
      advice: 'Open the page in a browser and save it anew, as one file or as text.',
    })
  }
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(page.headers.get('content-type') ?? '')?.[1]
  return readHtml(decodeBody(page), name, limits, charset)
}

function splitPiece(text: string): Piece {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end === null ? text : text.slice(0, end.index)
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => /^([\w-]+):[ \t]*(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match): [string, string] => [(match[1] ?? '').toLowerCase(), match[2] ?? ''])
  return { headers: new Map(headers), body: end === null ? '' : text.slice(end.index + end[0].length) }
}

const MOST_NESTED = 5

/** The first part that is a web page; null where none is. */
function findPage(piece: Piece, depth = 0): Piece | null {
  const type = piece.headers.get('content-type') ?? ''
  if (/^text\/html\b/i.test(type)) return piece
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  if (!/^multipart\//i.test(type) || boundary === null || depth >= MOST_NESTED) return null
  const parts = piece.body.split(`--${boundary[1] ?? boundary[2]}`).slice(1)
  for (const part of parts) {
    const page = findPage(splitPiece(part.replace(/^\r?\n/, '')), depth + 1)
    if (page !== null) return page
  }
  return null
}

function decodeBody({ headers, body }: Piece): Uint8Array {
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
