import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { goodPdf } from './good.ts'
import { type Expected, failed, type HostileFile, overLimit } from './hostile-file.ts'

const HUGE = 600_000_000

/** PDFs: bombs, broken ones and such as go in circles. */
export const PDFS: readonly HostileFile[] = [
  row('pdf/flate-bomb.pdf', overLimit('megabytes|milliseconds'), () =>
    pdfOf([PAGE, deflated(Buffer.alloc(HUGE, 'q 1 0 0 1 0 0 cm '))]),
  ),
  row('pdf/text-bomb.pdf', overLimit('megabytes|milliseconds|characters'), () =>
    pdfOf([PAGE, deflated(Buffer.alloc(100_000_000, 'BT /F1 9 Tf (103) Tj ET '))]),
  ),
  row('pdf/10000-pages.pdf', overLimit('pages'), () => manyPages(10_000)),
  row('pdf/locked.pdf', failed('pdf_encrypted'), () =>
    pdfOf([PAGE, stream('BT ET')], `/Encrypt << ${LOCK} >> /ID [<00><00>]`),
  ),
  row('pdf/cut-off.pdf', failed('pdf_damaged'), () => goodPdf('断').subarray(0, 400)),
  row('pdf/header-only.pdf', failed('pdf_damaged'), () => Buffer.from('%PDF-1.7\n')),
  row('pdf/no-pages.pdf', failed('pdf_damaged'), () => pdfOf([], '', '/Kids [] /Count 3')),
  row('pdf/page-tree-in-circles.pdf', failed('pdf_damaged'), () => pdfOf([], '', '/Kids [2 0 R] /Count 1')),
  row('pdf/deep-array.pdf', failed('pdf_damaged'), () => pdfOf([], '', `/Kids ${'['.repeat(500_000)} /Count 1`)),
  row('pdf/rubbish-inside.pdf', failed('pdf_damaged'), () =>
    Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251)),
    ]),
  ),
]

function row(name: string, expected: Expected, bytes: () => Uint8Array): HostileFile {
  return { name, expected: { [name]: expected }, make: (path) => writeFileSync(path, bytes()) }
}

const PAGE = Buffer.from(
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
)
const LOCK =
  '/Filter /Standard /V 1 /R 2 /P -44 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> ' +
  '/U <00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF>'

function stream(content: string): Buffer {
  return Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
}

function deflated(content: Buffer): Buffer {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** A PDF without cross-references, which readers rebuild: catalogue 1, page tree 2, then these objects from 3. */
function pdfOf(objects: readonly Buffer[], trailer = '', tree = '/Kids [3 0 R] /Count 1'): Buffer {
  const all = [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from(`<< /Type /Pages ${tree} >>`), ...objects]
  const pieces = all.flatMap((object, at) => [Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...pieces,
    Buffer.from(`trailer\n<< /Root 1 0 R /Size ${all.length + 1} ${trailer} >>\n%%EOF\n`),
  ])
}

function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')
  const page = Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')
  return pdfOf(
    Array.from({ length: count }, () => page),
    '',
    `/Kids [${kids}] /Count ${count}`,
  )
}
