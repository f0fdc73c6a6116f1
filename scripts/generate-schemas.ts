import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { jsonSchemaOf, RECORD_SCHEMAS } from '../src/package/json-schemas.ts'
import { schemaSql } from '../src/store/sqlite/schema-sql.ts'

/** The text of every file of schemas/, by name. */
export function generatedSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(RECORD_SCHEMAS).map(
      ([name, schema]) => [name, `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`] as const,
    ),
    ['archive.sql', schemaSql()] as const,
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../schemas/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of generatedSchemas()) writeFileSync(new URL(name, folder), text)
}
