import type { Content } from '../content.ts'
import type { DecodedText } from '../decode-text.ts'
import { findCellLineTables } from '../flat-tables.ts'
import { isTitleLike, readLineKind } from '../line-label.ts'
import { findSpacedTable, moneyAbove, nextForm } from '../spaced-tables.ts'
import {
  linePiece,
  numberPieces,
  type Piece,
  readLines,
  splitCells,
  type TextLine,
  tablePieces,
} from '../text-lines.ts'
import { BARS, CLOSE_BARS, findTextTable, TABS } from '../text-tables.ts'

/** Lines from the beginning among which the title is looked for. */
const TITLE_WITHIN = 3

/** The content of a plain text file: one block a line, and one a cell where lines are set as a table. */
export function readTxt({ text, encoding, findings }: DecodedText): Content {
  const lines = readLines(text)
  const title = lines.slice(0, TITLE_WITHIN).find((line) => isTitleLike(line.text))
  const texts = lines.map((line) => line.text)
  const pieces: Piece[] = []
  let tables = 0
  const inLines = new Map(findCellLineTables(lines).map((table) => [table.start, table]))
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line === undefined) break
    const above = lines.slice(Math.max(0, at - 2), at).map((row) => row.text)
    const table = findTextTable(texts, at, [BARS, TABS, CLOSE_BARS])
    const flat = inLines.get(at) ?? findSpacedTable(lines, at)
    // Rows of a form that lost its merged cells are as long as others only because bars were left at their ends.
    const torn = /[|｜]\s*[|｜]/.test(line.text)
    if (flat !== null && (torn || table === null)) {
      const unit = moneyAbove(lines, flat, text)
      const cells = tablePieces(text, tables, flat.rows, unit === null ? above : [unit])
      const told = flat.between.map((row) => readLine(row, false))
      pieces.push(...[...cells, ...told].sort((a, b) => a.start - b.start))
      tables += 1
      at = flat.end
      continue
    }
    if (table === null) {
      pieces.push(readLine(line, line === title))
      at += 1
      continue
    }
    const { between } = table.separator
    const end = nextForm(lines, at, table.end)
    const rows = lines.slice(at, end).map((row) => ({ cells: splitCells(text, row, between), marked: false }))
    pieces.push(...tablePieces(text, tables, rows, above))
    tables += 1
    at = end
  }
  return { format: 'txt', encoding, source: text, blocks: numberPieces(pieces), pages: [], findings }
}

function readLine(line: TextLine, title: boolean): Piece {
  if (title) return linePiece(line, 'heading', 1)
  const { kind, level } = readLineKind(line.text)
  return linePiece(line, kind, level)
}
