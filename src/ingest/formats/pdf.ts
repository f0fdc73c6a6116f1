import { BaoshuError } from '../../model/error.ts'
import { assemble, type Part, type TablePart } from '../assemble.ts'
import type { Content, LocalFinding } from '../content.ts'
import { findGarbled } from '../decode-text.ts'
import { checkLimit, type IngestLimits, limitError } from '../limits.ts'
import { readLineKind } from '../line-label.ts'
import { readAlignedTables } from '../pdf/aligned-tables.ts'
import { readColumns } from '../pdf/columns.ts'
import { dropFurniture } from '../pdf/furniture.ts'
import { joinTables } from '../pdf/join-tables.ts'
import { type Line, type Measure, readLines } from '../pdf/lines.ts'
import { placeNotes, takeNotes } from '../pdf/notes.ts'
import { damagedError, type PdfDocument, withPdf } from '../pdf/open.ts'
import { type PageContent, readPageContent } from '../pdf/page-content.ts'
import { joinLines, type Paragraph, readMeasure } from '../pdf/paragraphs.ts'
import { type PageTable, readRuledTables } from '../pdf/ruled-tables.ts'

/**
 * The content of a PDF, by where its text stands: one paragraph a line, put together across lines and pages; tables
 * rebuilt from drawn lines or aligned columns; running heads, page numbers and note marks left out. A page without text
 * gives a `no_text_layer` finding. Throws `pdf_encrypted`, `pdf_damaged` or a limit's error.
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: IngestLimits): Promise<Content> {
  const contents = await withPdf(bytes, name, (document) => readPages(document, name, limits))
  const ruled = readRuledPages(contents)
  const pages = dropFurniture(ruled.map(({ page, rest }) => ({ ...page, lines: readLines(rest, page.number) }))).map(
    (page) => ({ ...page, lines: readColumns(page.lines) }),
  )
  const bodySize = readBodySize(pages.flatMap((page) => page.lines))
  const split = pages.map((page) => takeNotes(page.lines, bodySize))
  const notes = split.flatMap((page) => page.notes)
  const measure = readMeasure(pages.flatMap((page) => page.lines.filter((line) => line.column === null)))
  const flow = split.flatMap((page, at) => {
    const aligned = readAlignedTables(page.lines, contents[at]?.horizontal ?? [])
    return orderByHeight(aligned.rest, [...(ruled[at]?.tables ?? []), ...aligned.tables])
  })
  // A scan may bear a running head or a page number and still be a picture.
  const empty = pages.filter((page, at) => page.lines.length === 0 && ruled[at]?.tables.length === 0)
  const parts = readParts(joinTables(flow), measure, bodySize)
  const assembled = assemble(placeNotes(parts, notes, measure), contents.length)
  return {
    format: 'pdf',
    encoding: null,
    ...assembled,
    findings: [...findEmptyPages(empty, assembled.pages), ...findGarbled(assembled.source)],
  }
}

/** The ruled tables of each page, and the text that stands in none. */
function readRuledPages(contents: readonly PageContent[]) {
  let before: readonly PageTable[] = []
  return contents.map((page) => {
    const read = readRuledTables(page, before)
    before = read.tables
    return { page, ...read }
  })
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

/** What stands on a page from the top to the bottom. */
export type FlowEntry = Line | PageTable

function orderByHeight(lines: readonly Line[], tables: readonly PageTable[]): readonly FlowEntry[] {
  const height = (entry: FlowEntry) => ('cells' in entry ? entry.top : entry.order)
  return [...lines, ...tables].toSorted((a, b) => height(a) - height(b))
}

function readParts(flow: readonly (Line | TablePart)[], measure: Measure, bodySize: number): readonly Part[] {
  const parts: Part[] = []
  let lines: Line[] = []
  const flush = () => {
    parts.push(...joinLines(lines, measure).map((paragraph) => readPart(paragraph, bodySize)))
    lines = []
  }
  for (const entry of flow) {
    if ('segments' in entry) lines.push(entry)
    else {
      flush()
      parts.push(entry)
    }
  }
  flush()
  return parts
}

/** The size of type that most characters are set in. */
function readBodySize(lines: readonly Line[]): number {
  const weights = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    const characters = line.segments.reduce((sum, segment) => sum + segment.text.length, 0)
    weights.set(size, (weights.get(size) ?? 0) + characters)
  }
  return [...weights].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const LONGEST_TITLE = 60

/** A paragraph as a part: a heading by its label, or where it is short and set larger than the text. */
function readPart({ text, page, size, centred }: Paragraph, bodySize: number): Part {
  const { kind, level } = readLineKind(text)
  const large = size > bodySize * 1.15 && text.length <= LONGEST_TITLE && !/[。；;]$/.test(text)
  if (kind === 'paragraph' && large && !/……\s*\d+$/.test(text))
    return { type: 'text', kind: 'heading', level: centred ? 1 : 2, text, page }
  return { type: 'text', kind, level, text, page }
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
  return [{ start, end: start, kind: 'no_text_layer', message: `${what}; scanned pages need text recognition first.` }]
}
