import type { Part, TablePart, TextPart } from './assemble.ts'
import { closeLetterspacing, readRaised } from './broken-lines.ts'
import { readLineKind } from './line-label.ts'
import { findElements, isElement, type MarkupElement, type MarkupNode, readAttribute } from './markup.ts'
import type { GridCell } from './table-headers.ts'

const HEADING = /^h([1-6])$/
/** Elements whose words are not part of the text: note marks are links, struck-out words were taken back. */
const NOTE_LINK = /^#(?:footnote|endnote|comment)/
const LEFT_OUT = new Set(['s', 'del', 'strike', 'img', 'script', 'style'])
const BLOCKS = new Set(
  'p table ul ol li dl dt dd div section article main center blockquote pre h1 h2 h3 h4 h5 h6'.split(' '),
)

/** The parts of marked-up text, in order: paragraphs, headings, list items, tables and whatever stands between them. */
export function readHtmlParts(nodes: readonly MarkupNode[]): readonly Part[] {
  const parts: Part[] = []
  let inline: MarkupNode[] = []
  const flush = () => {
    parts.push(...textParts(readInlineLines(inline), null, null))
    inline = []
  }
  for (const node of nodes) {
    if (!holdsBlocks(node)) inline.push(node)
    else {
      flush()
      if (node.name === 'table') parts.push(...readTable(node))
      else if ((node.name === 'p' && !node.children.some(holdsBlocks)) || HEADING.test(node.name))
        parts.push(...readParagraph(node))
      else if (!LEFT_OUT.has(node.name)) parts.push(...readHtmlParts(node.children))
    }
  }
  flush()
  return parts
}

/** Whether a node begins lines of its own. */
function holdsBlocks(node: MarkupNode): node is MarkupElement {
  return typeof node !== 'string' && (BLOCKS.has(node.name) || node.children.some(holdsBlocks))
}

function readParagraph(element: MarkupElement): readonly Part[] {
  const lines = readInlineLines(element.children)
  const marker = /(?:^|\s)(h|l|t)(\d+)(?:\s|$)/.exec(readAttribute(element.attributes, 'class') ?? '')
  const tagLevel = HEADING.exec(element.name)?.[1]
  if (marker?.[1] === 'h' || tagLevel !== undefined) {
    const text = lines.join('')
    return text === ''
      ? []
      : [{ type: 'text', kind: 'heading', level: Number(marker?.[2] ?? tagLevel), text, page: null }]
  }
  // The lines of a table of contents name headings and are none.
  if (marker?.[1] === 't') {
    return lines.map((text) => ({ type: 'text', kind: 'paragraph', level: null, text, page: null }))
  }
  return textParts(lines, marker?.[1] === 'l' ? 'list_item' : null, marker === null ? null : Number(marker[2]))
}

function textParts(lines: readonly string[], kind: TextPart['kind'] | null, level: number | null): readonly Part[] {
  return lines
    .filter((text) => text !== '')
    .map((text, at) => {
      const read = readLineKind(text)
      const plain = read.kind === 'paragraph' && kind !== null && at === 0
      return { type: 'text', kind: plain ? kind : read.kind, level: plain ? level : read.level, text, page: null }
    })
}

/** The words of inline content, one string a line: a line break in the file begins a new one. */
function readInlineLines(nodes: readonly MarkupNode[]): readonly string[] {
  let text = ''
  const walk = (children: readonly MarkupNode[]) => {
    for (const node of children) {
      if (typeof node === 'string') text += node.replaceAll('\n', ' ')
      else if (node.name === 'br') text += '\n'
      else if (node.name === 'sup') text += readRaised(text, isNoteMark(node) ? '' : plainText(node))
      else if (isNoteLink(node) || LEFT_OUT.has(node.name)) continue
      else walk(node.children)
    }
  }
  walk(nodes)
  return text.split('\n').map(closeSpaces)
}

function isNoteLink(element: MarkupElement): boolean {
  return element.name === 'a' && NOTE_LINK.test(readAttribute(element.attributes, 'href') ?? '')
}

function isNoteMark(element: MarkupElement): boolean {
  return findElements(element.children, 'a').some(isNoteLink)
}

function plainText(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(plainText).join('')
}

function closeSpaces(text: string): string {
  const plain = text.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
  return closeLetterspacing(plain.replace(/[\s\u00a0]+/g, ' ').trim())
}

/** A table, or what stands in it where it is only a frame; tables inside its cells follow it. */
function readTable(table: MarkupElement): readonly Part[] {
  const rows = rowsOf(table)
  const cells = rows.flatMap((row) => row.cells)
  const filled = cells.filter((cell) => cell.children.some((node) => plainText(node).trim() !== ''))
  const widest = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  if (widest <= 1 || filled.length <= 1) return filled.flatMap((cell) => readHtmlParts(cell.children))
  const nested = cells.flatMap((cell) => outermostTables(cell.children)).flatMap(readTable)
  return [placeCells(rows), ...nested]
}

interface TableRow {
  readonly cells: readonly MarkupElement[]
  readonly marked: boolean
}

function rowsOf(table: MarkupElement): readonly TableRow[] {
  const read = (nodes: readonly MarkupNode[], marked: boolean): readonly TableRow[] =>
    nodes.flatMap((node) => {
      if (!isElement(node)) return []
      if (node.name === 'tr') {
        const cells = node.children.filter(
          (cell): cell is MarkupElement => isElement(cell, 'td') || isElement(cell, 'th'),
        )
        return [{ cells, marked: marked || (cells.length > 0 && cells.every((cell) => cell.name === 'th')) }]
      }
      return node.name === 'thead' || node.name === 'tbody' || node.name === 'tfoot'
        ? read(node.children, node.name === 'thead')
        : []
    })
  return read(table.children, false)
}

function outermostTables(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    return node.name === 'table' ? [node] : outermostTables(node.children)
  })
}

const WIDEST = 200

/** The cells on their grid: each goes to the first column of its row that no cell from above reaches into. */
function placeCells(rows: readonly TableRow[]): TablePart {
  const taken = new Set<string>()
  const cells: GridCell[] = []
  for (const [row, { cells: elements, marked }] of rows.entries()) {
    let column = 0
    for (const element of elements) {
      while (taken.has(`${row},${column}`)) column += 1
      const columnSpan = spanOf(element, 'colspan', WIDEST)
      const rowSpan = spanOf(element, 'rowspan', rows.length - row)
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down},${column + right}`)
      }
      cells.push({ text: cellText(element), row, column, rowSpan, columnSpan, marked })
      column += columnSpan
    }
  }
  return { type: 'table', cells, pages: rows.map(() => null) }
}

function spanOf(element: MarkupElement, name: string, most: number): number {
  const span = Number(readAttribute(element.attributes, name) ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, Math.max(1, most)) : 1
}

/** The words of a cell: its paragraphs and lines with a space between them. */
function cellText(cell: MarkupElement): string {
  const pieces: string[] = []
  const walk = (nodes: readonly MarkupNode[]) => {
    let inline: MarkupNode[] = []
    const flush = () => {
      pieces.push(...readInlineLines(inline))
      inline = []
    }
    for (const node of nodes) {
      if (isElement(node) && node.name === 'table') continue
      if (isElement(node) && BLOCKS.has(node.name)) {
        flush()
        walk(node.children)
      } else inline.push(node)
    }
    flush()
  }
  walk(cell.children)
  return pieces.filter((piece) => piece !== '').join(' ')
}
