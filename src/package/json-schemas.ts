import { z } from 'zod'
import { documentSchema, factChangeSchema, factSchema, findingSchema, mentionSchema, reportSchema } from './records.ts'

/** Schemas of everything that crosses a boundary as JSON, by the name of their file. */
export const RECORD_SCHEMAS = {
  'document.schema.json': documentSchema,
  'fact.schema.json': factSchema,
  'fact-change.schema.json': factChangeSchema,
  'finding.schema.json': findingSchema,
  'mention.schema.json': mentionSchema,
  'report.schema.json': reportSchema,
} as const

/** The JSON Schema (draft 2020-12) of a record, with titles and descriptions in Chinese and English. */
export function jsonSchemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      // The bounds of safe integers and read-only marks are about JavaScript, not about the record.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      delete jsonSchema.readOnly
    },
  })
}
