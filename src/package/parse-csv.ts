import { BYTE_ORDER_MARK } from './csv.ts'

/** A reader of a CSV text that comes in pieces. */
export interface CsvParser {
  /** The rows that the piece ends. */
  push(piece: string): readonly (readonly string[])[]
  /** The last row, where no line end follows it. */
  end(): readonly (readonly string[])[]
}

type Place = 'plain' | 'quoted' | 'after_quote'

/** A parser of CSV (RFC 4180, any line ends, with or without byte order mark); rows come with the heads first. */
export function createCsvParser(): CsvParser {
  let place: Place = 'plain'
  let begun = false
  let row: string[] = []
  let cell = ''

  const endCell = () => {
    row.push(cell)
    cell = ''
    place = 'plain'
  }
  const read = (piece: string): string[][] => {
    const rows: string[][] = []
    const endRow = () => {
      endCell()
      rows.push(row)
      row = []
    }
    for (let at = 0; at < piece.length; at += 1) {
      if (place === 'quoted') {
        const quote = piece.indexOf('"', at)
        cell += piece.slice(at, quote < 0 ? piece.length : quote)
        if (quote < 0) break
        at = quote
        place = 'after_quote'
        continue
      }
      const character = piece[at] ?? ''
      if (character === '"') {
        // A second quote after one that seemed to close stands for a quote.
        if (place === 'after_quote') cell += '"'
        place = 'quoted'
      } else if (character === ',') endCell()
      else if (character === '\n') endRow()
      else if (character !== '\r') {
        cell += character
        place = 'plain'
      }
    }
    return rows
  }

  return {
    push(piece) {
      const text = !begun && piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece
      begun ||= piece !== ''
      return read(text)
    },
    end: () => (cell === '' && row.length === 0 ? [] : [[...row, cell]]),
  }
}

/** The rows of a CSV text, heads included. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const parser = createCsvParser()
  return [...parser.push(text), ...parser.end()]
}
