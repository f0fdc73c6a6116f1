import { csvLines, inChunks } from './csv.ts'
import { describePackage, type PackageOptions } from './descriptor.ts'
import { parquetChunks } from './parquet.ts'
import { type PackageContent, packageRows } from './rows.ts'
import { TABLES, type TableName } from './tables.ts'

/** A file of a package: a path inside its folder, and its content in pieces: bytes, or text to be written as UTF-8. */
export interface PackageFile {
  readonly path: string
  readonly chunks: Iterable<string | Uint8Array>
}

/**
 * The files of a Data Package (version 2, readable by tools of version 1): `datapackage.json`, then one CSV a table, and
 * where asked one Parquet file a table. The same content gives the same bytes. Rows are made while the chunks are read:
 * of all facts no more stand in memory at once than those of one place.
 */
export function writeDataPackage(content: PackageContent, options: PackageOptions = {}): readonly PackageFile[] {
  const names = (Object.keys(TABLES) as TableName[]).filter(
    (name) => name !== 'mentions' || content.mentions !== undefined,
  )
  const tables = names.map((name) => TABLES[name])
  const rows = packageRows(content)
  const descriptor = describePackage(tables, sourcesOf(content), content.reference.rulesVersion, options)
  return [
    { path: 'datapackage.json', chunks: [`${JSON.stringify(descriptor, null, 2)}\n`] },
    ...names.map((name) => ({
      path: `${name}.csv`,
      chunks: {
        [Symbol.iterator]: () =>
          inChunks(csvLines(Object.keys(TABLES[name].schema.shape), rows[name](), { bom: options.bom === true })),
      },
    })),
    ...(options.parquet === true ? names : []).map((name) => ({
      path: `${name}.parquet`,
      chunks: {
        [Symbol.iterator]: () =>
          parquetChunks(TABLES[name], rows[name](), { rules_version: content.reference.rulesVersion }),
      },
    })),
  ]
}

/** Titles of the reports that the figures come from, with who issued them, each once. */
function sourcesOf({ documents }: PackageContent): readonly string[] {
  const titles = documents.flatMap(({ name, reports }) =>
    reports.map(({ title, issuer }) =>
      [issuer, title === '' ? name : title].filter((words) => words !== '').join('：'),
    ),
  )
  return [...new Set(titles)].sort()
}
