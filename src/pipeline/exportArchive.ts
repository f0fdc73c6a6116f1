import { type PackageFile, writeDataPackage } from '../package/data-package.ts'
import type { PackageOptions } from '../package/descriptor.ts'
import { writeFactsCsv, writeFactsJsonl, writeFactsParquet } from '../package/facts.ts'
import type { Archive } from '../store/port.ts'
import type { ExportForm } from './exportForms.ts'
import { writeFiles } from './writeFiles.ts'

/** How an archive is exported; all but `bom` concerns the data package alone. */
export interface ExportOptions extends PackageOptions {
  /** Whether a data package carries the table of all numbers too. */
  readonly mentions?: boolean
}

/**
 * The paths of the files that an archive was written to: a whole Data Package, or the facts alone as CSV, JSON Lines or Parquet.
 * All tables are of one moment, whatever is imported meanwhile. Throws `output_unwritable`.
 */
export function exportArchive(
  archive: Archive,
  folder: string,
  form: ExportForm,
  options: ExportOptions = {},
): readonly string[] {
  return archive.snapshot(() => writeFiles(folder, exportFiles(archive, form, options)))
}

function exportFiles(archive: Archive, form: ExportForm, options: ExportOptions): readonly PackageFile[] {
  switch (form) {
    case 'csv':
      return [{ path: 'facts.csv', chunks: writeFactsCsv(archive.facts({}), { bom: options.bom === true }) }]
    case 'jsonl':
      return [{ path: 'facts.jsonl', chunks: writeFactsJsonl(archive.facts({})) }]
    case 'parquet':
      return [{ path: 'facts.parquet', chunks: writeFactsParquet(archive.facts({})) }]
    case 'datapackage': {
      const { mentions, ...description } = options
      const content = {
        documents: archive.documents(),
        reference: archive.reference(),
        facts: () => archive.facts({}),
        factsByPlace: () => archive.factsByPlace(),
        findings: (document: string) => archive.findings(document),
        ...(mentions === true ? { mentions: (document: string) => archive.mentions(document) } : {}),
      }
      return writeDataPackage(content, description)
    }
  }
}
