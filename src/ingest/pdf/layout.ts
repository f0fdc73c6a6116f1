import { type Assembled, assemble, type Part, type TablePart } from '../assemble.ts'
import { readLineKind } from '../line-label.ts'
import { readAlignedTables } from './aligned-tables.ts'
import { readColumns } from './columns.ts'
import { dropFurniture } from './furniture.ts'
import { joinTables } from './join-tables.ts'
import { type Line, type Measure, readLines } from './lines.ts'
import { placeNotes, takeNotes } from './notes.ts'
import type { PageContent } from './page-content.ts'
import { joinLines, type Paragraph, readMeasure } from './paragraphs.ts'
import { type PageTable, readRuledTables } from './ruled-tables.ts'

/** The source text of pages with its blocks, and the pages that nothing was found on. */
export interface Layout extends Assembled {
  readonly empty: readonly PageContent[]
}

/**
 * The source text of pages by where their text stands: lines into paragraphs across pages, ruled and aligned tables, running
 * heads and note marks left out.
 */
export function readLayout(contents: readonly PageContent[]): Layout {
  const ruled = readRuledPages(contents)
  const pages = dropFurniture(ruled.map(({ page, rest }) => ({ ...page, lines: readLines(rest, page.number) }))).map(
    (page) => ({ ...page, lines: readColumns(page.lines) }),
  )
  const bodySize = readBodySize(pages.flatMap((page) => page.lines))
  const split = pages.map((page, at) => takeNotes(page.lines, bodySize, contents[at]?.horizontal ?? []))
  const notes = split.flatMap((page) => page.notes)
  const measure = readMeasure(pages.flatMap((page) => page.lines.filter((line) => line.column === null)))
  const flow = split.flatMap((page, at) => {
    const aligned = readAlignedTables(page.lines, contents[at]?.horizontal ?? [])
    return orderByHeight(aligned.rest, [...(ruled[at]?.tables ?? []), ...aligned.tables])
  })
  // A scan may bear a running head or a page number and still be a picture.
  const empty = pages.filter((page, at) => page.lines.length === 0 && ruled[at]?.tables.length === 0)
  const parts = readParts(joinTables(flow), measure, bodySize)
  const numbers = new Set(empty.map((page) => page.number))
  return {
    ...assemble(placeNotes(parts, notes, measure), contents.length),
    empty: contents.filter((page) => numbers.has(page.number)),
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
