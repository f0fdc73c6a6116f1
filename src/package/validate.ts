import type { FieldDescriptor, PackageDescriptor, ResourceDescriptor } from './descriptor.ts'
import { parseCsv } from './parse-csv.ts'

/** Something wrong with a written package. */
export interface PackageProblem {
  readonly path: string
  /** Row of the table, from 1 for the first under the heads; null where the file as a whole is meant. */
  readonly row: number | null
  readonly message: string
}

interface ReadTable {
  readonly resource: ResourceDescriptor
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const LEXICAL: Readonly<Record<FieldDescriptor['type'], RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
}

/**
 * What is wrong with a data package: heads against schema, cells against type and constraints, primary keys that repeat,
 * foreign keys that point nowhere. Empty for a sound one.
 */
export function validatePackage(
  descriptor: PackageDescriptor,
  read: (path: string) => string,
): readonly PackageProblem[] {
  const problems: PackageProblem[] = []
  const tables = new Map<string, ReadTable>()
  for (const resource of descriptor.resources) {
    if (!/^[a-z0-9._-]+$/.test(resource.name)) {
      problems.push({ path: resource.path, row: null, message: `not a name of a resource: ${resource.name}` })
    }
    const [heads = [], ...rows] = parseCsv(read(resource.path))
    const names = resource.schema.fields.map((field) => field.name)
    if (heads.join() !== names.join()) {
      problems.push({ path: resource.path, row: null, message: `heads ${heads.join()} instead of ${names.join()}` })
    }
    rows.forEach((cells, index) => {
      if (cells.length !== heads.length) {
        problems.push({
          path: resource.path,
          row: index + 1,
          message: `${cells.length} cells under ${heads.length} heads`,
        })
      }
    })
    tables.set(resource.name, {
      resource,
      rows: rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
    })
  }
  for (const table of tables.values()) problems.push(...checkCells(table), ...checkKeys(table, tables))
  return problems
}

function cellProblem({ type, constraints = {} }: FieldDescriptor, cell: string): string | null {
  if (cell === '') return constraints.required === true && type !== 'string' ? 'missing' : null
  if (!LEXICAL[type].test(cell)) return `not of type ${type}`
  if (constraints.enum !== undefined && !constraints.enum.includes(cell)) return `not one of ${constraints.enum.join()}`
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum) return `below ${constraints.minimum}`
  if (constraints.maximum !== undefined && Number(cell) > constraints.maximum) return `above ${constraints.maximum}`
  return null
}

function checkCells({ resource, rows }: ReadTable): readonly PackageProblem[] {
  return rows.flatMap((row, index) =>
    resource.schema.fields.flatMap((field) => {
      const problem = cellProblem(field, row[field.name] ?? '')
      return problem === null
        ? []
        : [{ path: resource.path, row: index + 1, message: `${field.name}: ${row[field.name]} is ${problem}` }]
    }),
  )
}

const keyOf = (row: Readonly<Record<string, string>>, fields: readonly string[]) =>
  JSON.stringify(fields.map((field) => row[field] ?? ''))

function checkKeys({ resource, rows }: ReadTable, tables: ReadonlyMap<string, ReadTable>): readonly PackageProblem[] {
  const problems: PackageProblem[] = []
  const told = (index: number, message: string) => problems.push({ path: resource.path, row: index + 1, message })
  const seen = new Set<string>()
  rows.forEach((row, index) => {
    const key = keyOf(row, resource.schema.primaryKey)
    if (seen.has(key)) told(index, `primary key ${key} repeats`)
    seen.add(key)
  })
  for (const { fields, reference } of resource.schema.foreignKeys ?? []) {
    const target = reference.resource === '' ? { resource, rows } : tables.get(reference.resource)
    if (target === undefined) {
      problems.push({ path: resource.path, row: null, message: `no table ${reference.resource} to point into` })
      continue
    }
    const known = new Set(target.rows.map((row) => keyOf(row, reference.fields)))
    rows.forEach((row, index) => {
      const empty = fields.every((field) => (row[field] ?? '') === '')
      if (!empty && !known.has(keyOf(row, fields)))
        told(index, `${fields.join()} points nowhere: ${keyOf(row, fields)}`)
    })
  }
  return problems
}
