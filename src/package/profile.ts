import { z } from 'zod'

/**
 * What version 2 of the Data Package standard demands of a descriptor (datapackage.org: Data Package, Data Resource,
 * Table Schema), as far as it concerns tables: what it leaves open may hold anything.
 */
const text = z.string()
/** A path below the folder of the package, with `/`, or a web address. */
const path = text.regex(/^(?:(?:https?|ftps?):\/\/.+|(?![./~\\])(?!file:)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+)$/, {
  error: 'neither a path below the folder nor a web address',
})
const source = z.looseObject({ title: text.optional(), path: path.optional(), email: z.email().optional() })
const licence = z
  .looseObject({ name: text.regex(/^[-\w.]+$/).optional(), path: path.optional(), title: text.optional() })
  .refine(({ name, path }) => name !== undefined || path !== undefined, { error: 'needs a name or a path' })
const fieldNames = z.union([text, z.array(text).min(1)])

const FIELD_TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
] as const

const field = z.looseObject({
  name: text,
  type: z.enum(FIELD_TYPES).optional(),
  format: text.optional(),
  title: text.optional(),
  description: text.optional(),
  constraints: z
    .looseObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.unknown()).min(1).optional(),
      pattern: text.optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(0).optional(),
    })
    .optional(),
})

const schema = z.looseObject({
  fields: z.array(field).min(1),
  primaryKey: fieldNames.optional(),
  foreignKeys: z
    .array(
      z.looseObject({
        fields: fieldNames,
        reference: z.looseObject({ resource: text.optional(), fields: fieldNames }),
      }),
    )
    .min(1)
    .optional(),
  uniqueKeys: z.array(z.array(text).min(1)).min(1).optional(),
  missingValues: z.array(z.union([text, z.looseObject({ value: text })])).optional(),
  fieldsMatch: z.unknown().optional(),
})

const resource = z.looseObject({
  name: text.regex(/^[a-z0-9._-]+$/, { error: 'not a name of small letters, digits, ".", "-" and "_"' }),
  path: z.union([path, z.array(path).min(1)]),
  type: z.literal('table').optional(),
  title: text.optional(),
  description: text.optional(),
  format: text.optional(),
  mediatype: text.regex(/^[^/]+\/[^/]+$/).optional(),
  encoding: text.optional(),
  bytes: z.int().min(0).optional(),
  hash: text.regex(/^(?:[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/).optional(),
  sources: z.array(source).optional(),
  licenses: z.array(licence).min(1).optional(),
  schema: schema.optional(),
})

const descriptorProfile = z
  .looseObject({
    $schema: text.optional(),
    name: text.optional(),
    id: text.optional(),
    title: text.optional(),
    description: text.optional(),
    version: text.optional(),
    homepage: z.url().optional(),
    created: z.iso.datetime({ offset: true }).optional(),
    keywords: z.array(text).min(1).optional(),
    contributors: z
      .array(z.looseObject({ title: text.optional() }))
      .min(1)
      .optional(),
    licenses: z.array(licence).min(1).optional(),
    sources: z.array(source).optional(),
    resources: z.array(resource).min(1),
  })
  .superRefine(({ resources }, context) => {
    const names = resources.map(({ name }) => name)
    names.forEach((name, index) => {
      if (names.indexOf(name) < index)
        context.addIssue({ code: 'custom', path: ['resources', index, 'name'], message: `${name} stands twice` })
    })
  })

/** What of a descriptor is not as the standard demands: the place within it and what is wrong there. */
export function profileProblems(descriptor: unknown): readonly string[] {
  const read = descriptorProfile.safeParse(descriptor)
  return (read.error?.issues ?? []).map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
}
