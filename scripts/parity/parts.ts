/** How a line is counted, and with which number: `（三）` → bracketed, 3. */
export interface LineLabel {
  readonly level: 0 | 1 | 2
  /** Pattern of a Word list level, `%1` for the number: `（%1）`. */
  readonly pattern: string
  readonly format: 'chineseCounting' | 'decimal'
  readonly value: number
}

/** A piece of a plain text as an office program would hold it. */
export type ReportPart =
  | { readonly kind: 'line'; readonly label: LineLabel | null; readonly indented: boolean; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

const HAN = '一二三四五六七八九十'
const LABELS: readonly (readonly [level: LineLabel['level'], format: LineLabel['format'], shape: RegExp])[] = [
  [0, 'chineseCounting', /^()([一二三四五六七八九十]{1,3})(、)/],
  [1, 'chineseCounting', /^([（(])([一二三四五六七八九十]{1,3})([）)])/],
  [2, 'decimal', /^()([1-9]\d?)([．、]|\.(?!\d))/],
]
const CELL_BORDER = ' | '

/**
 * The parts of a plain text in order: lines one by one, with their labels taken off where they count 一、（一）1., and
 * lines of cells (`a | b | c`) as tables. Empty lines are left out.
 */
export function readParts(text: string): readonly ReportPart[] {
  const parts: ReportPart[] = []
  let rows: (readonly string[])[] = []
  const closeTable = () => {
    if (rows.length > 1) parts.push({ kind: 'table', rows })
    else for (const row of rows) parts.push(readLine(row.join(CELL_BORDER)))
    rows = []
  }
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const cells = line.includes(CELL_BORDER) ? line.trim().split(CELL_BORDER) : null
    if (cells === null || (rows[0] !== undefined && rows[0].length !== cells.length)) closeTable()
    if (cells !== null) rows.push(cells)
    else if (line.trim() !== '') parts.push(readLine(line))
  }
  closeTable()
  return parts
}

function readLine(line: string): ReportPart {
  const text = line.trim()
  const indented = /^\s/.test(line)
  for (const [level, format, shape] of LABELS) {
    const [printed, front = '', number = '', back = ''] = shape.exec(text) ?? []
    if (printed === undefined) continue
    const value = format === 'decimal' ? Number(number) : readHan(number)
    if (value === null) continue
    const label = { level, format, value, pattern: `${front}%1${back}` }
    return { kind: 'line', label, indented, text: text.slice(printed.length) }
  }
  return { kind: 'line', label: null, indented, text }
}

/** The value of a number as lists count: 一 → 1, 十二 → 12, 二十一 → 21; null for what no list writes. */
function readHan(number: string): number | null {
  for (let value = 1; value < 100; value += 1) if (printHan(value) === number) return value
  return null
}

/** A label as it is printed: 3 in `（%1）` → （三）. */
export function printLabel({ format, value, pattern }: LineLabel): string {
  return pattern.replace('%1', format === 'decimal' ? String(value) : printHan(value))
}

function printHan(value: number): string {
  const ones = value % 10 === 0 ? '' : (HAN[(value % 10) - 1] ?? '')
  if (value < 10) return ones
  return `${value < 20 ? '' : (HAN[Math.floor(value / 10) - 1] ?? '')}十${ones}`
}
