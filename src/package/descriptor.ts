import { z } from 'zod'
import type { ForeignKey, TableSpec } from './tables.ts'

/** A field of a Table Schema. */
export interface FieldDescriptor {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  readonly title: string
  readonly description: string
  readonly constraints?: {
    readonly required?: true
    readonly unique?: true
    readonly enum?: readonly string[]
    readonly minimum?: number
    readonly maximum?: number
  }
}

export interface TableDescriptor {
  readonly fields: readonly FieldDescriptor[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[]
    readonly reference: { readonly resource: string; readonly fields: readonly string[] }
  }[]
  readonly missingValues: readonly ['']
}

/** What is told of a field by the JSON Schema that zod makes of it. */
interface JsonField {
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly JsonField[]
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly title?: string
  readonly description?: string
}

/** The alternatives of a field without null, which an empty cell stands for. */
function alternativesOf(json: JsonField): readonly JsonField[] {
  const of = json.anyOf ?? (Array.isArray(json.type) ? json.type.map((type: string) => ({ ...json, type })) : [json])
  return of.filter((each) => each.type !== 'null')
}

/** The field of a Table Schema that a column is described by. */
export function fieldOf(name: string, schema: z.ZodType, isKey: boolean): FieldDescriptor {
  const json = z.toJSONSchema(schema) as JsonField
  const [of, ...others] = alternativesOf(json)
  if (of === undefined || others.length > 0) throw new Error(`a field of several types: ${name}`)
  const { title = name, description = '' } = json
  // Lists (rule ids, cautions) are written as words with spaces between them.
  const type = of.type === 'integer' || of.type === 'number' || of.type === 'boolean' ? of.type : 'string'
  const safe = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  const constraints = {
    ...(isKey ? { required: true as const } : {}),
    ...(of.type === 'string' && of.enum !== undefined ? { enum: of.enum.map(String) } : {}),
    ...(of.minimum !== undefined && safe(of.minimum) ? { minimum: of.minimum } : {}),
    ...(of.maximum !== undefined && safe(of.maximum) ? { maximum: of.maximum } : {}),
  }
  return { name, type, title, description, ...(Object.keys(constraints).length === 0 ? {} : { constraints }) }
}

/** The Table Schema of a table; foreign keys into tables that the package does not hold are left out. */
export function describeTable(table: TableSpec, present: ReadonlySet<string>): TableDescriptor {
  const fields = Object.entries(table.schema.shape).map(([name, schema]) =>
    fieldOf(name, schema as z.ZodType, table.primaryKey.includes(name)),
  )
  const foreignKeys = table.foreignKeys
    .filter((key: ForeignKey) => present.has(key.table))
    .map((key: ForeignKey) => ({
      fields: key.fields,
      // A key into its own table has an empty name, by both versions of the standard.
      reference: { resource: key.table === table.name ? '' : key.table, fields: key.referenced },
    }))
  return {
    fields,
    primaryKey: table.primaryKey,
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    missingValues: [''],
  }
}

export interface PackageOptions {
  /** Name of the package: small letters, digits, `.`, `-`, `_`. */
  readonly name?: string
  readonly title?: string
  readonly description?: string
  readonly version?: string
  readonly licences?: readonly { readonly name?: string; readonly path?: string; readonly title?: string }[]
  /** A byte order mark before each CSV file, for Excel. */
  readonly bom?: boolean
  /** Whether each table is there as a Parquet file too. */
  readonly parquet?: boolean
}

export interface ResourceDescriptor {
  readonly name: string
  readonly path: string
  readonly type: 'table'
  readonly profile: 'tabular-data-resource' | 'data-resource'
  readonly title: string
  readonly description: string
  readonly format: 'csv' | 'parquet'
  readonly mediatype: 'text/csv' | 'application/vnd.apache.parquet'
  readonly encoding?: 'utf-8'
  readonly schema: TableDescriptor
}

export interface PackageDescriptor {
  readonly $schema: string
  readonly profile: 'tabular-data-package' | 'data-package'
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly version?: string
  readonly licenses?: NonNullable<PackageOptions['licences']>
  readonly sources?: readonly { readonly title: string }[]
  /** Version of the rules that made the facts. */
  readonly rulesVersion: string
  readonly resources: readonly ResourceDescriptor[]
}

/** The descriptor of a package: version 2 of the standard, with the words that readers of version 1 look for. */
export function describePackage(
  tables: readonly TableSpec[],
  sources: readonly string[],
  rulesVersion: string,
  options: PackageOptions,
): PackageDescriptor {
  const present = new Set(tables.map((table) => table.name))
  const { name = 'baoshu', title = '报数 | baoshu', description, version, licences } = options
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    // Version 1 lets a tabular package hold CSV alone.
    profile: options.parquet === true ? 'data-package' : 'tabular-data-package',
    name,
    title,
    ...(description === undefined ? {} : { description }),
    ...(version === undefined ? {} : { version }),
    ...(licences === undefined || licences.length === 0 ? {} : { licenses: licences }),
    ...(sources.length === 0 ? {} : { sources: sources.map((source) => ({ title: source })) }),
    rulesVersion,
    resources: [
      ...tables.map((table) => resourceOf(table, present, 'csv')),
      ...(options.parquet === true ? tables.map((table) => resourceOf(table, present, 'parquet')) : []),
    ],
  }
}

function resourceOf(table: TableSpec, present: ReadonlySet<string>, format: 'csv' | 'parquet'): ResourceDescriptor {
  const meta = table.schema.meta()
  const told = { title: meta?.title ?? table.name, description: meta?.description ?? '' }
  const schema = describeTable(table, present)
  if (format === 'csv')
    return {
      name: table.name,
      path: `${table.name}.csv`,
      type: 'table',
      profile: 'tabular-data-resource',
      ...told,
      format,
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema,
    }
  return {
    name: `${table.name}.parquet`,
    path: `${table.name}.parquet`,
    type: 'table',
    profile: 'data-resource',
    ...told,
    format,
    mediatype: 'application/vnd.apache.parquet',
    schema,
  }
}
