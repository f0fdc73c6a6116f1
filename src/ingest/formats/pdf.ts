import { BaoshuError } from '../../model/error.ts'
import type { Content, LocalFinding } from '../content.ts'
import { findGarbled } from '../decode-text.ts'
import { checkLimit, type IngestLimits, limitError } from '../limits.ts'
import { type Layout, readLayout } from '../pdf/layout.ts'
import { damagedError, type PdfDocument, withPdf } from '../pdf/open.ts'
import { type PageContent, readPageContent } from '../pdf/page-content.ts'

/**
 * The content of a PDF, by where its text stands: one paragraph a line, put together across lines and pages; tables
 * rebuilt from drawn lines or aligned columns; running heads, page numbers and note marks left out. A page without text
 * is recognised with `ocr`, which a `recognized_text` finding tells, and gives a `no_text_layer` finding otherwise.
 * Throws `pdf_encrypted`, `pdf_damaged`, `ocr_unavailable` or a limit's error.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: IngestLimits,
  { ocr }: { readonly ocr: boolean } = { ocr: false },
): Promise<Content> {
  const contents = await withPdf(bytes, name, (document) => readPages(document, name, limits))
  const layout = readLayout(contents)
  if (!ocr || layout.empty.length === 0) return toContent(layout, [])
  const { recognizePages } = await import('../ocr/scanned-pages.ts')
  const recognized = new Map(
    (await recognizePages(bytes, layout.empty, name, limits)).map((page) => [page.number, page]),
  )
  const read = readLayout(contents.map((page) => recognized.get(page.number) ?? page))
  const stillEmpty = new Set(read.empty.map((page) => page.number))
  return toContent(
    read,
    [...recognized.keys()].filter((number) => !stillEmpty.has(number)),
  )
}

function toContent({ empty, source, blocks, pages }: Layout, recognized: readonly number[]): Content {
  return {
    format: 'pdf',
    encoding: null,
    source,
    blocks,
    pages,
    findings: [...findEmptyPages(empty, pages), ...findRecognized(recognized, pages), ...findGarbled(source)],
  }
}

async function readPages(document: PdfDocument, name: string, limits: IngestLimits): Promise<readonly PageContent[]> {
  checkLimit(limits, 'pages', document.numPages, name)
  if (document.numPages < 1) throw damagedError(name, new Error('no pages'))
  const started = Date.now()
  const pages: PageContent[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number)
      pages.push(await readPageContent(page, number))
      page.cleanup()
    } catch (cause) {
      if (cause instanceof BaoshuError) throw cause
      throw damagedError(name, cause)
    }
    if (Date.now() - started > limits.milliseconds) throw limitError('milliseconds', limits.milliseconds, null, name)
  }
  return pages
}

const MOST_LISTED = 20

function findEmptyPages(
  empty: readonly { readonly number: number }[],
  pages: Content['pages'],
): readonly LocalFinding[] {
  if (empty.length === 0) return []
  const whole = empty.length === pages.length
  const listed = empty.slice(0, MOST_LISTED).map((page) => page.number)
  const start = whole ? 0 : (pages[(listed[0] ?? 1) - 1]?.start ?? 0)
  const more = empty.length > MOST_LISTED ? ` and ${empty.length - MOST_LISTED} more` : ''
  const what = whole ? 'No page of the file has text' : `Without text: page ${listed.join(', ')}${more}`
  return [{ start, end: start, kind: 'no_text_layer', message: `${what}; scanned pages are read with --ocr.` }]
}

function findRecognized(numbers: readonly number[], pages: Content['pages']): readonly LocalFinding[] {
  return pages
    .filter((page) => numbers.includes(page.number))
    .map(({ number, start, end }) => ({
      start,
      end,
      kind: 'recognized_text',
      message: `Page ${number} is a picture whose text was recognised: check its figures against it; decimal points are easily lost.`,
    }))
}
