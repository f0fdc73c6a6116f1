import { type PackageFile, writeDataPackage } from '../package/data-package.ts'
import type { PackageOptions } from '../package/descriptor.ts'
import { writeFactsCsv, writeFactsJsonl, writeFactsParquet } from '../package/facts.ts'
import type { PackageContent } from '../package/rows.ts'
import type { Archive } from '../store/port.ts'
import type { ExportForm } from './exportForms.ts'
import { writeFiles } from './writeFiles.ts'

/** How an archive is exported; all but `bom` and `language` concerns the data package alone. */
export interface ExportOptions extends PackageOptions {
  /** Whether a data package carries the table of all numbers too. */
  readonly mentions?: boolean
  /** Of the titles and words of a workbook; Chinese where left out. */
  readonly language?: 'zh' | 'en'
}

/** What an export came to. */
export interface ExportResult {
  /** The paths of the files that were written. */
  readonly files: readonly string[]
  /** Cells of a workbook whose text was longer than Excel allows, and was cut. */
  readonly shortened: number
}

/**
 * The files that an archive was written to: a whole Data Package, a workbook, or the facts alone as CSV, JSON Lines or
 * Parquet. All tables are of one moment, whatever is imported meanwhile. Throws `output_unwritable`,
 * `workbook_too_large`.
 */
export async function exportArchive(
  archive: Archive,
  folder: string,
  form: ExportForm,
  options: ExportOptions = {},
): Promise<ExportResult> {
  if (form === 'xlsx') return exportWorkbook(archive, folder, options)
  const files = archive.snapshot(() => writeFiles(folder, exportFiles(archive, form, options)))
  return { files, shortened: 0 }
}

async function exportWorkbook(archive: Archive, folder: string, options: ExportOptions): Promise<ExportResult> {
  const { readWorkbook } = await import('../package/workbook/workbook.ts')
  const write = archive.snapshot(() => readWorkbook(packageContentOf(archive, options), options.language ?? 'zh'))
  const { bytes, shortened } = await write()
  return { files: writeFiles(folder, [{ path: 'baoshu.xlsx', chunks: [bytes] }]), shortened }
}

function exportFiles(
  archive: Archive,
  form: Exclude<ExportForm, 'xlsx'>,
  options: ExportOptions,
): readonly PackageFile[] {
  switch (form) {
    case 'csv':
      return [{ path: 'facts.csv', chunks: writeFactsCsv(archive.facts({}), { bom: options.bom === true }) }]
    case 'jsonl':
      return [{ path: 'facts.jsonl', chunks: writeFactsJsonl(archive.facts({})) }]
    case 'parquet':
      return [{ path: 'facts.parquet', chunks: writeFactsParquet(archive.facts({})) }]
    case 'datapackage': {
      const { mentions: _, language: __, ...description } = options
      return writeDataPackage(packageContentOf(archive, options), description)
    }
  }
}

/** What an archive gives to a package or a workbook. */
export function packageContentOf(archive: Archive, { mentions }: Pick<ExportOptions, 'mentions'> = {}): PackageContent {
  return {
    documents: archive.documents(),
    reference: archive.reference(),
    facts: () => archive.facts({}),
    factsByPlace: () => archive.factsByPlace(),
    findings: (document) => archive.findings(document),
    ...(mentions === true ? { mentions: (document: string) => archive.mentions(document) } : {}),
  }
}
