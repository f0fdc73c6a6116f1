import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

/** The names of the columns of a Parquet file, then its rows as texts (null → ''), read one row group after the other. */
export async function* parquetRows(file: AsyncBuffer): AsyncGenerator<readonly string[], void, undefined> {
  const metadata = await parquetMetadataAsync(file)
  const names = metadata.schema.slice(1).map(({ name }) => name)
  yield names
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd }))
      yield names.map((name) => textOf(row[name]))
    rowStart = rowEnd
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
