import type { FieldDescriptor, PackageDescriptor, ResourceDescriptor } from './descriptor.ts'
import { profileProblems } from './profile.ts'

/** Something wrong with a written package. */
export interface PackageProblem {
  readonly path: string
  /** Row of the table, from 1 for the first under the heads; null where the file as a whole is meant. */
  readonly row: number | null
  readonly message: string
}

/** The heads of a table, then its rows, as texts: an empty one where there is no value. */
export type TableRows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>

/** Problems that are listed; beyond them one says that there are more. */
const MOST_TOLD = 1000

/** Forms of the types that we write; other types of the standard are let pass. */
const LEXICAL: Readonly<Partial<Record<string, RegExp>>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
}

/**
 * What is wrong with a data package: its descriptor against version 2 of the standard; where that is sound, heads against
 * schema, cells against type and constraints, primary keys that repeat, foreign keys that point nowhere. Empty for a
 * sound one. Each table is read once; of its rows only the keys are kept.
 */
export async function validatePackage(
  descriptor: PackageDescriptor,
  rowsOf: (resource: ResourceDescriptor) => TableRows,
): Promise<readonly PackageProblem[]> {
  const described = descriptorProblems(descriptor)
  // Tables cannot be held to a description that is wrong itself.
  if (described.length > 0) return described
  const problems: PackageProblem[] = []
  const tell: Tell = (path, row, message) => {
    if (problems.length < MOST_TOLD) problems.push({ path, row, message })
    else if (problems.length === MOST_TOLD) problems.push({ path, row: null, message: 'more problems are not listed' })
  }
  const keys = createKeyring(descriptor, tell)
  for (const resource of descriptor.resources) await checkTable(resource, rowsOf(resource), keys, tell)
  keys.tellMissing()
  return problems
}

/** What is wrong with what a package says of itself. */
export function descriptorProblems(descriptor: unknown): readonly PackageProblem[] {
  return profileProblems(descriptor).map((message) => ({ path: 'datapackage.json', row: null, message }))
}

type Tell = (path: string, row: number | null, message: string) => void
type CellOf = (field: string) => string

async function checkTable(resource: ResourceDescriptor, rows: TableRows, keys: Keyring, tell: Tell): Promise<void> {
  const { path, schema } = resource
  const names = schema.fields.map((field) => field.name)
  const columns = new Map(names.map((name, index) => [name, index]))
  const hold = keys.forTable(resource)
  let row = -1
  let heads = 0
  for await (const cells of rows) {
    row += 1
    if (row === 0) {
      heads = cells.length
      if (cells.join() !== names.join()) tell(path, null, `heads ${cells.join()} instead of ${names.join()}`)
      continue
    }
    if (cells.length !== heads) tell(path, row, `${cells.length} cells under ${heads} heads`)
    const cellOf: CellOf = (field) => cells[columns.get(field) ?? -1] ?? ''
    for (const field of schema.fields) {
      const problem = cellProblem(field, cellOf(field.name))
      if (problem !== null) tell(path, row, `${field.name}: ${cellOf(field.name)} is ${problem}`)
    }
    hold(cellOf, row)
  }
  if (row < 0) tell(path, null, 'no heads')
}

function cellProblem({ type, constraints = {} }: FieldDescriptor, cell: string): string | null {
  if (cell === '') return constraints.required === true && type !== 'string' ? 'missing' : null
  if (LEXICAL[type]?.test(cell) === false) return `not of type ${type}`
  if (constraints.enum !== undefined && !constraints.enum.includes(cell)) return `not one of ${constraints.enum.join()}`
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum) return `below ${constraints.minimum}`
  if (constraints.maximum !== undefined && Number(cell) > constraints.maximum) return `above ${constraints.maximum}`
  return null
}

/** Keeper of the keys of all tables: those that stand there, and those that are pointed to. */
interface Keyring {
  /** Takes the keys of each row of a table. */
  forTable(resource: ResourceDescriptor): (cellOf: CellOf, row: number) => void
  /** Tells the foreign keys that no table had a row for, each once. */
  tellMissing(): void
}

interface Pointer {
  readonly path: string
  readonly fields: readonly string[]
  /** Key that is pointed to, and the first row that does. */
  readonly wanted: Map<string, number>
}

/** What rows are known by for those that point to them: the keys of some fields of a table. */
interface Target {
  readonly resource: string
  readonly fields: readonly string[]
  readonly known: Set<string>
  readonly pointers: Pointer[]
}

function createKeyring({ resources }: PackageDescriptor, tell: Tell): Keyring {
  const targets: Target[] = []
  const targetFor = (resource: string, fields: readonly string[]): Target => {
    const there = targets.find((one) => one.resource === resource && one.fields.join() === fields.join())
    if (there !== undefined) return there
    const target = { resource, fields, known: new Set<string>(), pointers: [] }
    targets.push(target)
    return target
  }
  const names = new Set(resources.map(({ name }) => name))
  const pointersOf = new Map<string, { readonly pointer: Pointer; readonly target: Target }[]>()
  for (const { name, path, schema } of resources) {
    pointersOf.set(name, [])
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const resource = reference.resource === '' ? name : reference.resource
      if (!names.has(resource)) {
        tell(path, null, `no table ${resource} to point into`)
        continue
      }
      const target = targetFor(resource, reference.fields)
      const pointer: Pointer = { path, fields, wanted: new Map() }
      target.pointers.push(pointer)
      pointersOf.get(name)?.push({ pointer, target })
    }
  }

  return {
    forTable({ name, path, schema }) {
      const primary = new Set<string>()
      const own = targets.filter(({ resource }) => resource === name)
      const pointers = pointersOf.get(name) ?? []
      return (cellOf, row) => {
        const key = keyOf(cellOf, schema.primaryKey ?? [])
        if (schema.primaryKey !== undefined && primary.has(key)) tell(path, row, `primary key ${key} repeats`)
        primary.add(key)
        for (const { known, fields } of own) known.add(keyOf(cellOf, fields))
        for (const { pointer, target } of pointers) {
          if (pointer.fields.every((field) => cellOf(field) === '')) continue
          const wanted = keyOf(cellOf, pointer.fields)
          if (!target.known.has(wanted) && !pointer.wanted.has(wanted)) pointer.wanted.set(wanted, row)
        }
      }
    },
    tellMissing() {
      for (const { known, pointers } of targets)
        for (const { path, fields, wanted } of pointers)
          for (const [key, row] of wanted)
            if (!known.has(key)) tell(path, row, `${fields.join()} points nowhere: ${key}`)
    },
  }
}

const keyOf = (cellOf: CellOf, fields: readonly string[]) => JSON.stringify(fields.map(cellOf))
