import type { Finding } from './finding.ts'
import type { Span } from './span.ts'

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'txt', 'md', 'html', 'doc', 'image'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

export const BLOCK_KINDS = ['heading', 'paragraph', 'list_item', 'table_cell'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Where a table cell stands, and the words of the header cells that govern it. */
export interface TableCell {
  /** Number of the table in the document, from 0. */
  readonly table: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Whether this cell is itself a header (of a row or of a column). */
  readonly header: boolean
  /** Header texts of this row, outermost first; empty for a header cell of the first column. */
  readonly rowHeaders: readonly string[]
  /** Header texts of this column, outermost (topmost) first. */
  readonly columnHeaders: readonly string[]
  /** Text of the line above the table that names it or states its unit, e.g. `单位：万人次`. */
  readonly caption: string | null
}

/**
 * A stretch of the source text that was set as one piece. Blocks are disjoint and in order; between two of them stands
 * white space only, or the marks that part the cells of a table row (` | `, once for every empty cell as well), or in
 * Markdown the marks of its notation. Empty cells are no blocks.
 */
export interface Block extends Span {
  readonly index: number
  readonly kind: BlockKind
  /** Level of a heading or depth of a list item, from 1; null elsewhere. */
  readonly level: number | null
  /** Page that the block begins on, from 1; null for formats without pages. */
  readonly page: number | null
  readonly cell: TableCell | null
}

export interface Page extends Span {
  readonly number: number
}

/**
 * A file read into text: what every later stage works on. `source` is the text that all offsets point into: for text
 * files the decoded file without BOM and with `\n` line ends; for DOCX and PDF one block a line, the cells of a table
 * row joined by ` | ` on one line.
 */
export interface SourceDocument {
  /** First 16 hex digits of `sha256`. */
  readonly id: string
  readonly sha256: string
  /** Size of the file in bytes. */
  readonly bytes: number
  readonly format: DocumentFormat
  /** Character encoding of a text file (`utf-8`, `utf-16le`, `gb18030` …); null for other formats. */
  readonly encoding: string | null
  /** File name without its folder: a hint for title and year, never for the format. */
  readonly name: string
  readonly source: string
  readonly blocks: readonly Block[]
  readonly pages: readonly Page[]
  /** What was wrong with the file and could be read past (`no_text_layer`, `recognized_text`, `garbled_text` …). */
  readonly findings: readonly Finding[]
}
