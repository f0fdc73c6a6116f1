/**
 * How records become rows of the page's data: one list of fields is used by both sides, so that what the report packs
 * the page unpacks. Texts are kept once, in a pool.
 */

/** What a field holds: a number (or null), a text of the pool (or null), or a list of numbers or of rows as it is. */
type FieldKind = 'number' | 'text' | 'list'
export type Cell = number | null | readonly Cell[]
export type Row = readonly Cell[]
/** The fields of a record in the order in which its row has them. */
export type Fields<Record> = { readonly [Name in keyof Record]-?: FieldKind }

/** A pool of texts that gives the place of each, the same for the same text. */
export interface TextPool {
  readonly texts: readonly string[]
  placeOf(text: string): number
}

export function createTextPool(): TextPool {
  const texts: string[] = []
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, texts.length)
    texts.push(text)
    return texts.length - 1
  }
  return { texts, placeOf }
}

/** The row of a record; empty fields at its end are left out. */
export function packRow<T extends object>(record: T, fields: Fields<T>, pool: TextPool): Row {
  const cells = Object.keys(fields).map((name): Cell => {
    const value = record[name as keyof T] as Cell | string
    return typeof value === 'string' ? pool.placeOf(value) : value
  })
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
  return cells
}

/** The record of a row that `packRow` made with the same fields. */
export function unpackRow<T extends object>(row: Row, fields: Fields<T>, texts: readonly string[]): T {
  const entries = Object.entries<FieldKind>(fields).map(([name, kind], index) => {
    const cell = row[index] ?? null
    return [name, kind === 'text' && typeof cell === 'number' ? texts[cell] : cell]
  })
  return Object.fromEntries(entries) as T
}
