import { deflateSync } from 'node:zlib'

/** A black and white picture: rows of whole bytes, a bit a pixel, 1 for black. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
}

/** Greys below it are black. */
const THRESHOLD = 160

/** The picture in a file of the PGM format (P5, a byte a pixel), in black and white. Throws for other files. */
export function readGreyPicture(bytes: Buffer): Bitmap {
  const [head, wide, high] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1')) ?? []
  if (head === undefined) throw new Error('not a PGM file')
  const width = Number(wide)
  const height = Number(high)
  const rowBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((bytes[head.length + y * width + x] ?? 255) < THRESHOLD) blacken(bits, y * rowBytes + (x >> 3), x & 7)
  return { width, height, bits }
}

function blacken(bits: Uint8Array, at: number, bit: number): void {
  bits[at] = (bits[at] ?? 0) | (0x80 >> bit)
}

const PAPER = [595, 842] as const

/** A PDF of A4 pages that are pictures and nothing else, as scanners make them. */
export function renderScan(pictures: readonly Bitmap[]): Uint8Array {
  const objects: Buffer[] = []
  const add = (dictionary: string, stream: Uint8Array | null = null) => {
    const length = stream === null ? '' : ` /Length ${stream.length}`
    const body: Uint8Array[] = [Buffer.from(`<< ${dictionary}${length} >>\n`)]
    if (stream !== null) body.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'))
    objects.push(Buffer.concat([Buffer.from(`${objects.length + 1} 0 obj\n`), ...body, Buffer.from('endobj\n')]))
  }
  const pageAt = (page: number) => 3 + page * 3
  add('/Type /Catalog /Pages 2 0 R')
  add(`/Type /Pages /Count ${pictures.length} /Kids [${pictures.map((_, page) => `${pageAt(page)} 0 R`).join(' ')}]`)
  for (const [page, { width, height, bits }] of pictures.entries()) {
    const at = pageAt(page)
    const box = PAPER.join(' ')
    add(
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${box}] /Resources << /XObject << /Scan ${at + 1} 0 R >> >> /Contents ${at + 2} 0 R`,
    )
    add(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode`,
      deflateSync(bits, { level: 9 }),
    )
    add('', Buffer.from(`q ${PAPER[0]} 0 0 ${PAPER[1]} 0 0 cm /Scan Do Q`))
  }
  const header = Buffer.from('%PDF-1.4\n')
  let at = header.length
  const offsets = objects.map((object) => {
    const offset = at
    at += object.length
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([header, ...objects, Buffer.from(tail)]))
}
