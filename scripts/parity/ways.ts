/** How a report is set as a Word document. */
export interface Way {
  /** In the names of tests and files. */
  readonly name: string
  /** Labels as text, as list numbers of the paragraph, or as list numbers that its heading style carries. */
  readonly numbering: 'typed' | 'direct' | 'styles'
  /** Rows of cells as they are in the text, or as a table: with all lines, merged cells, three lines or none. */
  readonly tables: 'lines' | 'grid' | 'merged' | 'three_line' | 'borderless'
  /** Whether some paragraphs stand in text boxes. */
  readonly boxes: boolean
  /** Whether marks like `[3]` are real footnotes, and some lines have one more. */
  readonly notes: boolean
  /** Whether the text is cut into many runs, some of them tracked insertions with deletions between them. */
  readonly changes: boolean
  /** Chinese typeface; null for the usual ones of official writing. */
  readonly font: string | null
}

const PLAIN: Omit<Way, 'name'> = {
  numbering: 'typed',
  tables: 'lines',
  boxes: false,
  notes: false,
  changes: false,
  font: null,
}

/** The ways that the Word reader is held to. */
export const DOCX_WAYS: readonly Way[] = [
  { ...PLAIN, name: 'plain' },
  { ...PLAIN, name: 'list numbers, tables', numbering: 'direct', tables: 'grid' },
  { ...PLAIN, name: 'numbers of styles, merged cells', numbering: 'styles', tables: 'merged' },
  { ...PLAIN, name: 'text boxes', tables: 'grid', boxes: true },
  { ...PLAIN, name: 'footnotes', numbering: 'direct', tables: 'grid', notes: true },
  { ...PLAIN, name: 'tracked changes', tables: 'grid', changes: true },
]

const SERIF = 'Noto Serif CJK SC'
const SANS = 'WenQuanYi Zen Hei'

/** The ways that are printed to PDF: those of Debian's fonts-noto-cjk and fonts-wqy-zenhei. */
export const PDF_WAYS: readonly Way[] = [
  { ...PLAIN, name: 'serif, numbers of styles, ruled tables', numbering: 'styles', tables: 'grid', font: SERIF },
  { ...PLAIN, name: 'sans, typed labels, three-line tables', tables: 'three_line', font: SANS },
  { ...PLAIN, name: 'serif, footnotes, merged cells', numbering: 'direct', tables: 'merged', notes: true, font: SERIF },
  { ...PLAIN, name: 'sans, footnotes, borderless tables', tables: 'borderless', notes: true, font: SANS },
]
