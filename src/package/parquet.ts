import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { z } from 'zod'
import { type FieldDescriptor, fieldOf } from './descriptor.ts'
import type { Row } from './rows.ts'
import type { TableSpec } from './tables.ts'

/** Rows that are encoded together: what stands in memory at once, and what a reader must decode for one row. */
export const ROW_GROUP = 32_768

type SchemaElement = ParquetWriter['schema'][number]

const PHYSICAL: Readonly<Record<FieldDescriptor['type'], Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
}

interface Column {
  readonly name: string
  readonly type: FieldDescriptor['type']
  readonly nullable: boolean
}

function columnsOf(table: TableSpec): readonly Column[] {
  return Object.entries(table.schema.shape).map(([name, field]) => {
    const schema = field as z.ZodType
    return { name, type: fieldOf(name, schema, false).type, nullable: schema.safeParse(null).success }
  })
}

/** A value as a column of its type holds it. Lists (rule ids, cautions) are words with spaces between them, as in CSV. */
function cellValue(cell: Row[string], { name, type, nullable }: Column): string | bigint | number | boolean | null {
  if (cell === null || cell === undefined) {
    if (nullable) return null
    throw new Error(`no value for the column ${name}`)
  }
  if (type === 'integer') return BigInt(Number(cell))
  if (typeof cell === 'object') return cell.join(' ')
  return cell
}

/**
 * A Parquet file of a table in pieces: typed columns (UTF-8 strings, 64-bit integers, doubles, booleans), nulls where a
 * value may be missing, Snappy, row groups of `ROW_GROUP` rows. The same rows give the same bytes. Texts are as they
 * are: nothing is disarmed for spreadsheets.
 */
export function* parquetChunks(
  table: TableSpec,
  rows: Iterable<Row>,
  metadata: Readonly<Record<string, string>> = {},
): Generator<Uint8Array, void, undefined> {
  const columns = columnsOf(table)
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    createdBy: 'baoshu',
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    schema: [
      { name: table.name, num_children: columns.length },
      ...columns.map(({ name, type, nullable }) => ({
        name,
        ...PHYSICAL[type],
        repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      })),
    ],
  })
  /** What was encoded since the last call; the file's offsets go on. */
  const take = () => {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return bytes
  }
  for (const group of inGroups(rows)) {
    const columnData = columns.map((column) => ({
      name: column.name,
      data: group.map((row) => cellValue(row[column.name], column)),
    }))
    if (parquet.write({ columnData, rowGroupSize: ROW_GROUP }) !== undefined)
      throw new Error('the writer must not wait')
    yield take()
  }
  if (parquet.finish() !== undefined) throw new Error('the writer must not wait')
  yield take()
}

function* inGroups(rows: Iterable<Row>): Generator<readonly Row[], void, undefined> {
  let group: Row[] = []
  for (const row of rows) {
    group.push(row)
    if (group.length < ROW_GROUP) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
