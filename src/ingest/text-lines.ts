import type { Block, BlockKind } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { readCaption } from './line-label.ts'
import { describeCells } from './table-headers.ts'

/** A line of a text file, with what it holds. */
export interface TextLine extends Span {
  /** The line without white space at its ends. */
  readonly text: string
  /** Number of the line in the file, from 0: lines of white space count. */
  readonly number: number
}

/** The lines of a text that hold more than white space, trimmed, in order. */
export function readLines(source: string): readonly TextLine[] {
  const lines: TextLine[] = []
  let at = 0
  for (const [number, raw] of source.split('\n').entries()) {
    const text = raw.trim()
    if (text !== '') {
      const start = at + raw.length - raw.trimStart().length
      lines.push({ text, start, end: start + text.length, number })
    }
    at += raw.length + 1
  }
  return lines
}

/** A block whose number in the document is not yet known. */
export type Piece = Omit<Block, 'index' | 'page'>

/** The piece for one stretch of running text. */
export function linePiece(span: Span, kind: Exclude<BlockKind, 'table_cell'>, level: number | null): Piece {
  return { start: span.start, end: span.end, kind, level, cell: null }
}

/** One row of a table in a text file: where each cell's words stand (empty cells have start = end). */
export type TextRow = readonly Span[]

/** The pieces of a table of a text file; cells without words have none. */
export function tablePieces(
  source: string,
  table: number,
  rows: readonly { readonly cells: TextRow; readonly marked: boolean }[],
  linesAbove: readonly string[],
): readonly Piece[] {
  const spans = rows.flatMap(({ cells, marked }, row) => cells.map((span, column) => ({ span, row, column, marked })))
  const described = describeCells(
    table,
    spans.map(({ span, row, column, marked }) => ({
      text: source.slice(span.start, span.end),
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      marked,
    })),
    readCaption(linesAbove),
  )
  return spans.flatMap(({ span }, at) =>
    span.start === span.end
      ? []
      : [{ start: span.start, end: span.end, kind: 'table_cell' as const, level: null, cell: described[at] ?? null }],
  )
}

/** Where the cells of a line stand that `separator` divides, each without white space at its ends. */
export function splitCells(source: string, line: Span, separator: RegExp): TextRow {
  const text = source.slice(line.start, line.end)
  const cuts = [...text.matchAll(separator)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const starts = [0, ...cuts.map((cut) => cut.to)]
  const ends = [...cuts.map((cut) => cut.from), text.length]
  return starts.map((start, at) => trimSpan(source, line.start + start, line.start + (ends[at] ?? text.length)))
}

function trimSpan(source: string, start: number, end: number): Span {
  const text = source.slice(start, end)
  const from = start + text.length - text.trimStart().length
  return { start: from, end: Math.max(from, start + text.trimEnd().length) }
}

/** Blocks from pieces in order, numbered; none of them on a page. */
export function numberPieces(pieces: readonly Piece[]): readonly Block[] {
  return pieces.map((piece, index) => ({ ...piece, index, page: null }))
}
