import type { Content } from '../content.ts'
import type { DecodedText } from '../decode-text.ts'
import { isTitleLike, readLineKind } from '../line-label.ts'
import {
  linePiece,
  numberPieces,
  type Piece,
  readLines,
  splitCells,
  type TextLine,
  tablePieces,
} from '../text-lines.ts'

const BAR = /\s*[|｜]\s*/g
const TAB = /[ \u3000]*\t[ \u3000]*/g
/** Lines from the beginning among which the title is looked for. */
const TITLE_WITHIN = 3

/** The content of a plain text file: one block a line, and one a cell where lines are set as a table. */
export function readTxt({ text, encoding, findings }: DecodedText): Content {
  const lines = readLines(text)
  const title = lines.slice(0, TITLE_WITHIN).find((line) => isTitleLike(line.text))
  const pieces: Piece[] = []
  let tables = 0
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    const table = findTable(lines, at)
    if (table === null) {
      pieces.push(readLine(line, line === title))
      at += 1
      continue
    }
    const rows = table.lines.map((row) => ({ cells: splitCells(text, row, table.separator), marked: false }))
    const above = lines.slice(Math.max(0, at - 2), at).map((row) => row.text)
    pieces.push(...tablePieces(text, tables, rows, above))
    tables += 1
    at += table.lines.length
  }
  return { format: 'txt', encoding, source: text, blocks: numberPieces(pieces), pages: [], findings }
}

function readLine(line: TextLine, title: boolean): Piece {
  if (title) return linePiece(line, 'heading', 1)
  const { kind, level } = readLineKind(line.text)
  return linePiece(line, kind, level)
}

interface TextTable {
  readonly lines: readonly TextLine[]
  readonly separator: RegExp
}

/** The table that begins with a line: at least two lines that one separator divides into as many cells, two or more. */
function findTable(lines: readonly TextLine[], at: number): TextTable | null {
  for (const [separator, present] of [
    [BAR, /\s[|｜]\s|｜/],
    [TAB, /\t/],
  ] as const) {
    const columns = (line: TextLine | undefined) =>
      line !== undefined && present.test(line.text) ? [...line.text.matchAll(separator)].length + 1 : 0
    const wanted = columns(lines[at])
    if (wanted < 2) continue
    let end = at + 1
    while (end < lines.length && columns(lines[end]) === wanted) end += 1
    if (end - at >= 2) return { lines: lines.slice(at, end), separator }
  }
  return null
}
