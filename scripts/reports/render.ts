import type { Rendition } from './archive.ts'
import { renderDocx } from './docx.ts'
import { readOutline } from './outline.ts'
import { renderPdf } from './pdf.ts'

/** The bytes of a report in the format of its rendition; `text` is its plain text with `\n` line ends. */
export function renderReport(rendition: Rendition, text: string): Uint8Array {
  switch (rendition.format) {
    case 'txt':
      return new TextEncoder().encode(rendition.windows ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text)
    case 'docx':
      return renderDocx(readOutline(text), rendition.numbering, rendition.head)
    case 'pdf':
      return renderPdf(readOutline(text), rendition.head, rendition.date)
  }
}
