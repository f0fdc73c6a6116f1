import type { Content } from '../content.ts'
import type { DecodedText } from '../decode-text.ts'
import { readLineKind } from '../line-label.ts'
import {
  linePiece,
  numberPieces,
  type Piece,
  readLines,
  splitCells,
  type TextLine,
  tablePieces,
} from '../text-lines.ts'

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/
const ITEM = /^(?:[-*+]|\d{1,3}[.)])\s+/
const SEPARATOR_ROW = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/
const FENCE = /^(?:```|~~~)/
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/
const BAR = /\s*(?<!\\)\|\s*/g

/** Whether a text is written in Markdown: `#` headings, or a table with its row of dashes. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = readLines(text)
  const headings = lines.filter((line) => /^#{1,6}\s+\S/.test(line.text)).length
  const tables = lines.filter((line, at) => at > 0 && isSeparatorRow(line.text) && lines[at - 1]?.text.includes('|'))
  return headings > 0 || tables.length > 0
}

/**
 * The content of a Markdown file. The source is the file as it is written: blocks leave out the `#` of headings, the
 * marks of list items, the bars of tables and their row of dashes; emphasis stays as it is.
 */
export function readMd({ text, encoding, findings }: DecodedText): Content {
  const lines = readLines(text)
  const pieces: Piece[] = []
  let tables = 0
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    if (line.text.includes('|') && isSeparatorRow(lines[at + 1]?.text ?? '')) {
      const end = endOfTable(lines, at + 2)
      const rows = [line, ...lines.slice(at + 2, end)]
      const above = lines.slice(Math.max(0, at - 2), at).map((row) => row.text.replace(/^#+\s*/, ''))
      const cells = rows.map((row, number) => ({ cells: splitCells(text, insideBars(row), BAR), marked: number === 0 }))
      pieces.push(...tablePieces(text, tables, cells, above))
      tables += 1
      at = end
      continue
    }
    const piece = readLine(line)
    if (piece !== null) pieces.push(piece)
    at += 1
  }
  return { format: 'md', encoding, source: text, blocks: numberPieces(pieces), pages: [], findings }
}

function readLine(line: TextLine): Piece | null {
  if (RULE.test(line.text) || FENCE.test(line.text)) return null
  const heading = HEADING.exec(line.text)
  if (heading !== null) {
    const [, marks = '', words = ''] = heading
    if (words === '') return null
    const start = line.start + line.text.indexOf(words, marks.length)
    return linePiece({ start, end: start + words.length }, 'heading', marks.length)
  }
  const quoted = /^>\s*/.exec(line.text)?.[0].length ?? 0
  const start = line.start + quoted
  if (start === line.end) return null
  const words = line.text.slice(quoted)
  const item = ITEM.exec(words)
  if (item !== null) {
    // The number of an item is part of what was published, a dash or star is not.
    const mark = /^\d/.test(words) ? 0 : item[0].length
    return linePiece({ start: start + mark, end: line.end }, 'list_item', 1)
  }
  const { kind, level } = readLineKind(words)
  return linePiece({ start, end: line.end }, kind, level)
}

function isSeparatorRow(text: string): boolean {
  return SEPARATOR_ROW.test(text) && text.includes('|')
}

function endOfTable(lines: readonly TextLine[], from: number): number {
  let end = from
  while (
    end < lines.length &&
    lines[end]?.text.includes('|') &&
    lines[end]?.number === (lines[end - 1]?.number ?? 0) + 1
  )
    end += 1
  return end
}

/** A table line without the bars at its ends. */
function insideBars(line: TextLine): TextLine {
  const front = line.text.startsWith('|') ? 1 : 0
  const back = line.text.length > 1 && line.text.endsWith('|') && !line.text.endsWith('\\|') ? 1 : 0
  const text = line.text.slice(front, line.text.length - back)
  return { ...line, text, start: line.start + front, end: line.end - back }
}
