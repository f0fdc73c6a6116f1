import { basename, dirname, isAbsolute, resolve } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import { type GivenProfile, REPORT_KINDS, type ReportKind } from '../model/report.ts'
import { type CsvRow, readCsvRows } from './csvRows.ts'

/** One row of a manifest: what the user says of the files that `file` names. */
export interface ManifestRow {
  readonly line: number
  /** As written: a path from the manifest's folder, an absolute path, or a bare name that every file of that name bears. */
  readonly file: string
  readonly given: GivenProfile
}

/** A manifest and where it lies: its rows name files by their path from there. */
export interface Manifest {
  readonly path: string
  readonly rows: readonly ManifestRow[]
}

const COLUMNS = ['file', 'year', 'region', 'issuer', 'kind'] as const
type Column = (typeof COLUMNS)[number]

const EARLIEST_YEAR = 1900
const LATEST_YEAR = 2100

/**
 * The rows of a manifest CSV (`file,year,region,issuer,kind`; only `file` is required, columns in any order). Throws
 * `manifest_invalid` with the line of the first row that cannot be used.
 */
export function readManifest(text: string, path: string): Manifest {
  const rows = readCsvRows(text.replace(/^\uFEFF/, ''))
  if ('trouble' in rows)
    throw invalid(
      path,
      rows.line,
      rows.trouble === 'open_quote' ? 'a quote is not closed' : 'text follows a closing quote',
    )
  const [head, ...body] = rows
  if (head === undefined) throw invalid(path, 1, 'the manifest is empty')
  const columns = readHead(head, path)
  const read = body.map((row) => readRow(row, columns, path))
  const first = new Map<string, number>()
  for (const row of read) {
    const before = first.get(comparable(row.file))
    if (before !== undefined) throw invalid(path, row.line, `"${row.file}" stands on line ${before} already`)
    first.set(comparable(row.file), row.line)
  }
  return { path, rows: read }
}

/** Finds the row that speaks for a file: one with its path before one with its bare name; null where there is none. */
export function indexManifest(manifest: Manifest): (file: string) => ManifestRow | null {
  const byPath = new Map(manifest.rows.map((row) => [comparable(absolute(manifest, row)), row]))
  const byName = new Map(manifest.rows.map((row) => [comparable(row.file), row]))
  return (file) => byPath.get(comparable(file)) ?? byName.get(comparable(basename(file))) ?? null
}

/** A year as the user writes it; null for what is none. */
export function readYear(text: string): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : null
}

/** A kind of report as the user writes it; null for what is none. */
export function readKind(text: string): ReportKind | null {
  return REPORT_KINDS.find((kind) => kind === text) ?? null
}

function readHead(head: CsvRow, path: string): readonly Column[] {
  const columns = head.cells.map((cell) => {
    const column = COLUMNS.find((one) => one === cell.trim().toLowerCase())
    if (column === undefined) throw invalid(path, head.line, `"${cell}" is no column of a manifest`)
    return column
  })
  if (new Set(columns).size < columns.length) throw invalid(path, head.line, 'a column stands twice')
  if (!columns.includes('file')) throw invalid(path, head.line, 'the column "file" is missing')
  return columns
}

function readRow(row: CsvRow, columns: readonly Column[], path: string): ManifestRow {
  if (row.cells.length > columns.length)
    throw invalid(path, row.line, `${row.cells.length} fields where the first line names ${columns.length}`)
  const cell = (column: Column) => {
    const index = columns.indexOf(column)
    return index < 0 ? '' : (row.cells[index] ?? '').trim()
  }
  const file = cell('file')
  if (file === '') throw invalid(path, row.line, 'no file is named')
  const year = cell('year') === '' ? null : readYear(cell('year'))
  if (cell('year') !== '' && year === null)
    throw invalid(path, row.line, `"${cell('year')}" is no year (${EARLIEST_YEAR} to ${LATEST_YEAR})`)
  const kind = cell('kind') === '' ? null : readKind(cell('kind'))
  if (cell('kind') !== '' && kind === null)
    throw invalid(path, row.line, `"${cell('kind')}" is no kind of report (${REPORT_KINDS.join(', ')})`)
  return {
    line: row.line,
    file,
    given: {
      ...(year === null ? {} : { year }),
      ...(cell('region') === '' ? {} : { region: cell('region') }),
      ...(cell('issuer') === '' ? {} : { issuer: cell('issuer') }),
      ...(kind === null ? {} : { kind }),
    },
  }
}

/** Names that are the same to a person: composed Unicode, either slash. */
function comparable(name: string): string {
  return name.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '')
}

function absolute(manifest: Manifest, row: ManifestRow): string {
  const file = row.file.replaceAll('\\', '/')
  return isAbsolute(file) ? file : resolve(dirname(manifest.path), file)
}

function invalid(path: string, line: number, trouble: string): BaoshuError {
  return new BaoshuError('manifest_invalid', `line ${line}: ${trouble}`, {
    place: `${path}:${line}`,
    advice: `Correct line ${line}; a manifest begins with the line file,year,region,issuer,kind.`,
  })
}
