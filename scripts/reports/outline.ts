/** How a heading or list item is counted: 一、 · （一） · 1. */
export type LabelKind = 'han' | 'han_bracketed' | 'decimal'

export interface Label {
  readonly kind: LabelKind
  /** As printed, with its punctuation: `（三）`. */
  readonly printed: string
}

export type OutlinePart =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'centred'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly label: Label | null; readonly text: string }
  | { readonly kind: 'paragraph'; readonly indented: boolean; readonly label: Label | null; readonly text: string }
  | { readonly kind: 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ['han', /^[一二三四五六七八九十]+、/],
  ['han_bracketed', /^（[一二三四五六七八九十]+）/],
  ['decimal', /^\d+(?:[．、]|\.\s?)(?!\d)/],
]
const PART_HEADING = /^第[一二三四五六七八九十]部分　/
const INDENT = '　　'
const CELL_BORDER = ' | '
const DOCUMENT_NUMBER = /^\S+〔\d{4}〕\d+号$/
const CAPTION = /^表\d+　/
const LONGEST_HEADING = 40
/** Longest last line that can still be the name or the date of the issuer. */
const LONGEST_SIGNATURE = 20

/**
 * The parts of a report in order, read from its plain text: the lines before the first empty one are its title, lines
 * that hold ` | ` are table rows, short unindented lines with a label are headings, and the short unindented lines at
 * the end are its signature.
 */
export function readOutline(text: string): readonly OutlinePart[] {
  const lines = text.trimEnd().split('\n')
  const titleLines = lines.indexOf('')
  const signatureStart = findSignature(lines)
  const parts: OutlinePart[] = lines.slice(0, titleLines).map((line) => ({ kind: 'title', text: line }))
  let rows: (readonly string[])[] = []
  const closeTable = (): void => {
    if (rows.length > 0) parts.push({ kind: 'table', rows })
    rows = []
  }
  lines.slice(titleLines).forEach((line, index) => {
    if (line.includes(CELL_BORDER)) {
      rows.push(line.split(CELL_BORDER))
      return
    }
    closeTable()
    if (line !== '') parts.push(readLine(line, titleLines + index >= signatureStart))
  })
  closeTable()
  return parts
}

function readLine(line: string, signature: boolean): OutlinePart {
  if (signature) return { kind: 'signature', text: line }
  if (DOCUMENT_NUMBER.test(line) || CAPTION.test(line)) return { kind: 'centred', text: line }
  if (PART_HEADING.test(line)) return { kind: 'heading', level: 1, label: null, text: line }
  const indented = line.startsWith(INDENT)
  const { label, text } = splitLabel(indented ? line.slice(INDENT.length) : line)
  const heading = !indented && label !== null && label.kind !== 'decimal' && !/[。；]/.test(line)
  if (heading && line.length <= LONGEST_HEADING)
    return { kind: 'heading', level: label.kind === 'han' ? 1 : 2, label, text }
  return { kind: 'paragraph', indented: indented || label !== null, label, text }
}

function splitLabel(line: string): { readonly label: Label | null; readonly text: string } {
  for (const [kind, pattern] of LABELS) {
    const printed = pattern.exec(line)?.[0]
    if (printed !== undefined) return { label: { kind, printed }, text: line.slice(printed.length) }
  }
  return { label: null, text: line }
}

/** Index of the first of the last lines that name issuer and date; the number of lines where there are none. */
function findSignature(lines: readonly string[]): number {
  let start = lines.length
  while (start > 0) {
    const line = lines[start - 1] ?? ''
    if (line === '' || line.startsWith(INDENT) || line.length > LONGEST_SIGNATURE || line.includes(CELL_BORDER)) break
    start--
  }
  return start
}
