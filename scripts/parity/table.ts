import type { WriteRuns } from './runs.ts'
import type { Way } from './ways.ts'

/** A cell as it stands in a row of a Word table. */
interface TableCell {
  readonly text: string
  readonly span: number
  readonly merge: 'none' | 'first' | 'further'
}

const TEXT_WIDTH = 8844
/** The words over the columns of figures, where the header has two rows. */
const GROUP_WORDS = '有关数据'

/** A Word table of rows of cells, the first of them its header. */
export function tableXml(
  rows: readonly (readonly string[])[],
  form: Exclude<Way['tables'], 'lines'>,
  write: WriteRuns,
): string {
  const columns = rows[0]?.length ?? 0
  const placed = form === 'merged' ? mergeCells(rows) : rows.map((row) => row.map(plainCell))
  const heads = placed.length - rows.length + 1
  const width = Math.floor(TEXT_WIDTH / columns)
  const body = placed.map((cells, row) => {
    const inside = cells.map((cell) => cellXml(cell, width, row < heads && form === 'three_line', write))
    return `<w:tr>${row < heads ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${inside.join('')}</w:tr>`
  })
  return (
    `<w:tbl><w:tblPr>${form === 'grid' || form === 'merged' ? '<w:tblStyle w:val="a5"/>' : ''}` +
    `<w:tblW w:w="${width * columns}" w:type="dxa"/>${bordersXml(form)}<w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${body.join('')}</w:tbl>`
  )
}

function plainCell(text: string): TableCell {
  return { text, span: 1, merge: 'none' }
}

/**
 * The rows with a header of two rows (the first column reaching over both, one cell over all others) and with equal
 * neighbours of a column of words as one cell.
 */
function mergeCells(rows: readonly (readonly string[])[]): readonly (readonly TableCell[])[] {
  const [head = [], ...body] = rows
  const [corner = '', ...names] = head
  const upper: readonly TableCell[] = [
    { text: corner, span: 1, merge: 'first' },
    { text: GROUP_WORDS, span: names.length, merge: 'none' },
  ]
  const lower: readonly TableCell[] = [{ text: '', span: 1, merge: 'further' }, ...names.map(plainCell)]
  const same = (row: number, column: number) => {
    const text = body[row]?.[column]
    return text !== undefined && text !== '' && !/\d/.test(text) && body[row - 1]?.[column] === text
  }
  const merged = body.map((cells, row) =>
    cells.map((text, column): TableCell => {
      if (column === 0) return plainCell(text)
      if (same(row, column)) return { text: '', span: 1, merge: 'further' }
      return { text, span: 1, merge: same(row + 1, column) ? 'first' : 'none' }
    }),
  )
  return [upper, lower, ...merged]
}

function cellXml({ text, span, merge }: TableCell, width: number, underlined: boolean, write: WriteRuns): string {
  const properties = [
    `<w:tcW w:w="${width * span}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    merge === 'none' ? '' : merge === 'first' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>',
    underlined ? '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>' : '',
  ]
  const content = `<w:p><w:pPr>${CELL_PROPERTIES}</w:pPr>${text === '' ? '' : write(text, CELL_SIZE)}</w:p>`
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${content}</w:tc>`
}

/** Tables are set in smaller type and closer lines than the text. */
const CELL_SIZE = 21
const CELL_PROPERTIES = '<w:spacing w:line="300" w:lineRule="exact"/><w:jc w:val="center"/>'

function bordersXml(form: Exclude<Way['tables'], 'lines'>): string {
  if (form !== 'three_line') return ''
  const line = (side: string) => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="auto"/>`
  return `<w:tblBorders>${line('top')}${line('bottom')}</w:tblBorders>`
}
