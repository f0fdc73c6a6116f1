/** What divides the cells of a table that is set as lines of text. */
export interface CellSeparator {
  /** Every one of them in a line. */
  readonly between: RegExp
  /** Whether a line has one at all. */
  readonly present: RegExp
  readonly fewestColumns: number
  readonly fewestLines: number
}

export const BARS: CellSeparator = {
  between: /\s*[|｜]\s*/g,
  present: /\s[|｜]\s|｜/,
  fewestColumns: 2,
  fewestLines: 2,
}
/** Bars without spaces, of which a single one may be a misread digit. */
export const CLOSE_BARS: CellSeparator = { between: /\|/g, present: /\S\|\S/, fewestColumns: 2, fewestLines: 3 }
export const TABS: CellSeparator = {
  between: /[ \u3000]*\t[ \u3000]*/g,
  present: /\t/,
  fewestColumns: 2,
  fewestLines: 2,
}

/**
 * The line after the table that begins with line `at`, and what divides its cells: some lines that one separator
 * divides into as many cells; null where no table begins.
 */
export function findTextTable(
  lines: readonly (string | null)[],
  at: number,
  separators: readonly CellSeparator[],
): { readonly end: number; readonly separator: CellSeparator } | null {
  for (const separator of separators) {
    const columns = (line: string | null | undefined) =>
      line != null && separator.present.test(line) ? [...line.matchAll(separator.between)].length + 1 : 0
    const wanted = columns(lines[at])
    if (wanted < separator.fewestColumns) continue
    let end = at + 1
    while (end < lines.length && columns(lines[end]) === wanted) end += 1
    if (end - at >= separator.fewestLines) return { end, separator }
  }
  return null
}
