import { createReadStream } from 'node:fs'
import { access, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BaoshuError } from '../model/error.ts'
import type { PackageDescriptor, ResourceDescriptor } from '../package/descriptor.ts'
import { parquetRows } from '../package/parquet-rows.ts'
import { createCsvParser } from '../package/parse-csv.ts'
import { descriptorProblems, type PackageProblem, type TableRows, validatePackage } from '../package/validate.ts'

/**
 * What is wrong with the data package in a folder; empty for a sound one. Throws `file_not_found` where a file that it
 * names is missing, `file_unreadable` where its descriptor describes no tables.
 */
export async function validateFolder(folder: string): Promise<readonly PackageProblem[]> {
  const place = join(folder, 'datapackage.json')
  await requireFile(folder, 'datapackage.json')
  const told: unknown = parse(await readFile(place, 'utf8'), place)
  const problems = descriptorProblems(told)
  // Before any file that it names is opened: a path may lead out of the folder.
  if (problems.length > 0) return problems
  const descriptor = readDescriptor(told, place)
  for (const { path } of descriptor.resources) await requireFile(folder, path)
  return validatePackage(descriptor, (resource) => readTable(folder, resource))
}

async function requireFile(folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  await access(path).catch((cause: unknown) => {
    throw new BaoshuError('file_not_found', `the package has no readable ${name}`, {
      place: path,
      advice: 'Name the folder that holds datapackage.json and all tables that it names.',
      cause,
    })
  })
}

function readTable(folder: string, { path, format }: ResourceDescriptor): TableRows {
  return format === 'parquet' ? readParquet(join(folder, path)) : readCsv(join(folder, path))
}

async function* readCsv(path: string): AsyncGenerator<readonly string[], void, undefined> {
  const parser = createCsvParser()
  for await (const piece of createReadStream(path, 'utf8') as AsyncIterable<string>) yield* parser.push(piece)
  yield* parser.end()
}

async function* readParquet(path: string): AsyncGenerator<readonly string[], void, undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    yield* parquetRows({
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(end - start)
        await file.read(bytes, 0, bytes.length, start)
        return bytes.buffer
      },
    })
  } catch (cause) {
    if (cause instanceof BaoshuError) throw cause
    throw new BaoshuError('file_unreadable', `not a Parquet file that can be read: ${String(cause)}`, {
      place: path,
      advice: 'Export the package again.',
      cause,
    })
  } finally {
    await file.close()
  }
}

const listOf = (names: unknown): unknown => (names === undefined ? [] : typeof names === 'string' ? [names] : names)

/** A descriptor that the standard allows, in the form that ours have: keys as lists, each table one file with a schema. */
function readDescriptor(told: unknown, path: string): PackageDescriptor {
  const descriptor = told as PackageDescriptor
  const described = descriptor.resources.every(
    ({ path, schema }) => typeof path === 'string' && Array.isArray(schema?.fields),
  )
  if (described) {
    const resources = descriptor.resources.map((resource) => ({
      ...resource,
      schema: {
        ...resource.schema,
        fields: resource.schema.fields.map((field) => ({ ...field, type: field.type ?? 'any' })),
        ...(resource.schema.primaryKey === undefined ? {} : { primaryKey: listOf(resource.schema.primaryKey) }),
        ...(resource.schema.foreignKeys === undefined
          ? {}
          : {
              foreignKeys: resource.schema.foreignKeys.map(({ fields, reference }) => ({
                fields: listOf(fields),
                reference: { resource: reference.resource ?? '', fields: listOf(reference.fields) },
              })),
            }),
      },
    }))
    return { ...descriptor, resources } as PackageDescriptor
  }
  throw new BaoshuError('file_unreadable', 'no description of tables with schemas', {
    place: path,
    advice: 'Name a data package that "baoshu export" wrote.',
  })
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BaoshuError('file_unreadable', 'datapackage.json is not JSON', {
      place: path,
      advice: 'Export the package again.',
      cause,
    })
  }
}
