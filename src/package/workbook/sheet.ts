import { BaoshuError } from '../../model/error.ts'

export type WorkbookLanguage = 'zh' | 'en'
type Words = readonly [zh: string, en: string]

/** What a cell of a workbook shows, and the row of the facts that it leads to. */
export type SheetCell = string | number | null | { readonly text: string; readonly fact: string }

/** `number`: all its digits; `hundredths` and `tenths`: so many, whatever there are. */
export type NumberFormat = 'number' | 'hundredths' | 'tenths'

/** A column of a sheet and how a record fills it. */
export interface SheetColumn<Record> {
  readonly title: Words
  /** In characters of Latin text; a Chinese one takes two. */
  readonly width: number
  /** How a number is shown: with thousands set off; left out for words, years and codes, which are shown as they are. */
  readonly format?: NumberFormat
  cell(record: Record): SheetCell
}

/** A sheet of a workbook, ready to be written: the first row is the heads. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number; readonly format?: NumberFormat }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** Rows that a sheet of Excel holds, its heads included. */
export const MOST_ROWS = 1_048_576
/** Characters that a cell of Excel holds. */
export const MOST_CHARACTERS = 32_767
/** Links that a sheet of Excel holds. */
export const MOST_LINKS = 65_530
/**
 * Facts that one workbook is written of: the whole of it is made in memory, and a spreadsheet of more is of no use to
 * people. Measured: 200,000 need about 2 GB.
 */
export const MOST_FACTS = 200_000

export function sheetOf<Record>(
  name: Words,
  columns: readonly SheetColumn<Record>[],
  records: Iterable<Record>,
  language: WorkbookLanguage,
): Sheet {
  const say = ([zh, en]: Words) => (language === 'zh' ? zh : en)
  const rows: (readonly SheetCell[])[] = []
  for (const record of records) rows.push(columns.map((column) => column.cell(record)))
  refuseTooMany(say(name), rows.length + 1, MOST_ROWS)
  return {
    name: say(name),
    columns: columns.map(({ title, width, format }) => ({
      title: say(title),
      width,
      ...(format === undefined ? {} : { format }),
    })),
    rows,
  }
}

/** Throws `workbook_too_large` where a sheet would have more rows than can be. */
export function refuseTooMany(sheet: string, rows: number, most: number): void {
  if (rows <= most) return
  throw new BaoshuError(
    'workbook_too_large',
    `the sheet ${sheet} would have ${rows} rows, of ${most} that a workbook can have`,
    { advice: 'Export as csv, parquet or datapackage: these have no limit.' },
  )
}

/**
 * The text as a cell of Excel can hold it: cut at its limit with a mark of what is left out, without breaking a
 * character in two.
 */
export function fittedText(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const mark = `…（${text.length}）`
  const cut = text.slice(0, MOST_CHARACTERS - mark.length)
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut) + mark
}
