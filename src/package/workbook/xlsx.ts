import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility'
import { fittedText, MOST_LINKS, type NumberFormat, type Sheet, type SheetCell } from './sheet.ts'
import { withoutTimes } from './zip-times.ts'

const HEAD_COLOUR = '#E7EEF7'
const LINK_COLOUR = '#0563C1'
/** What a spreadsheet would take for a formula if the cell were typed in again. */
const OPENS_FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * The bytes of an XLSX file of sheets: heads are frozen and have filters, numbers are numbers, cells that name a fact
 * lead to its row in the first sheet. The same sheets give the same bytes. `shortened` counts the cells whose text was
 * longer than Excel allows.
 */
export async function xlsxBytes(
  sheets: readonly Sheet[],
  factColumn: string,
): Promise<{ readonly bytes: Uint8Array; readonly shortened: number }> {
  let shortened = 0
  const fitted = (text: string) => {
    const fit = fittedText(text)
    if (fit !== text) shortened += 1
    return apartFromObject(withoutEscapes(fit))
  }
  const rowsOfFacts = indexFacts(sheets[0], factColumn)
  const file = writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      stickyRowsCount: 1,
      columns: sheet.columns.map(({ width }) => ({ width })),
      data: [
        sheet.columns.map(
          ({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold', backgroundColor: HEAD_COLOUR }),
        ),
        ...sheet.rows.map((row) =>
          row.map((cell, index): Cell => cellOf(cell, sheet.columns[index]?.format, fitted, rowsOfFacts)),
        ),
      ],
    })),
    { fontFamily: 'Calibri', fontSize: 11, features: [linksAndFilters(sheets, rowsOfFacts)] },
  )
  return { bytes: withoutTimes(await file.toBuffer()), shortened }
}

/** Excel reads `_x0041_` as A: an underline that begins such a thing is written as one itself. */
function withoutEscapes(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** The writer knows a text again by the property of an object: one that every object has would be taken for known. */
function apartFromObject(text: string): string {
  return text in Object.prototype ? `${text} ` : text
}

/** The row (from 1) of each fact in the sheet of facts. */
function indexFacts(sheet: Sheet | undefined, factColumn: string): ReadonlyMap<string, number> {
  const column = sheet?.columns.findIndex(({ title }) => title === factColumn) ?? -1
  return new Map(sheet?.rows.map((row, index) => [String(row[column]), index + 2]))
}

/** The format code of Excel; a whole number has one of its own, as a code with optional digits leaves its point: 62. */
function codeOf(format: NumberFormat, value: number): string {
  if (format === 'hundredths') return '0.00'
  if (format === 'tenths') return '#,##0.0'
  return Number.isInteger(value) ? '#,##0' : '#,##0.0###########'
}

function cellOf(
  cell: SheetCell,
  format: NumberFormat | undefined,
  fitted: (text: string) => string,
  rowsOfFacts: ReadonlyMap<string, number>,
): Cell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number')
    return { value: cell, type: Number, ...(format === undefined ? {} : { format: codeOf(format, cell) }) }
  const text = fitted(typeof cell === 'string' ? cell : cell.text)
  const link = typeof cell === 'object' && rowsOfFacts.has(cell.fact) ? { textColor: LINK_COLOUR } : {}
  // Text that is marked as text stays text when it is edited.
  return { value: text, type: String, ...(OPENS_FORMULA.test(text) ? { format: '@' } : {}), ...link }
}

type WorkbookFeature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

/** Adds to each sheet what the writer does not know of: filters in the heads, and links to the rows of the facts. */
function linksAndFilters(sheets: readonly Sheet[], rowsOfFacts: ReadonlyMap<string, number>): WorkbookFeature {
  const target = sheets[0]?.name ?? ''
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]
            const after = xml.lastIndexOf('</sheetData>')
            if (sheet === undefined || after < 0) throw new Error('a sheet without its rows')
            const at = after + '</sheetData>'.length
            const corner = getCellAddress(sheet.rows.length, sheet.columns.length - 1)
            const filter = sheet.rows.length === 0 ? '' : `<autoFilter ref="A1:${corner}"/>`
            return xml.slice(0, at) + filter + linksOf(sheet, target, rowsOfFacts) + xml.slice(at)
          },
        },
      },
    },
  }
}

function linksOf(sheet: Sheet, target: string, rowsOfFacts: ReadonlyMap<string, number>): string {
  const links: string[] = []
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const fact = cell !== null && typeof cell === 'object' ? rowsOfFacts.get(cell.fact) : undefined
      if (fact === undefined || links.length === MOST_LINKS) continue
      const location = sanitizeAttributeValue(`'${target}'!A${fact}`)
      links.push(`<hyperlink ref="${getCellAddress(row + 1, column)}" location="${location}"/>`)
    }
  }
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
}
