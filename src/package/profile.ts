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
const saysSomething = (record: object): boolean => Object.keys(record).length > 0
const source = z
  .looseObject({ title: text.optional(), path: path.optional(), email: z.email().optional() })
  .refine(saysSomething, { error: 'says nothing' })
const contributor = z
  .looseObject({
    title: text.optional(),
    path: path.optional(),
    email: z.email().optional(),
    roles: z.array(text).min(1).optional(),
    organization: text.optional(),
  })
  .refine(saysSomething, { error: 'says nothing' })
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

/** The formats that the standard has for a type; dates and times may have patterns of their own, other types have no other. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  string: ['default', 'email', 'uri', 'binary', 'uuid'],
  number: ['default'],
  integer: ['default'],
  boolean: ['default'],
  object: ['default'],
  array: ['default'],
  list: ['default'],
  year: ['default'],
  yearmonth: ['default'],
  duration: ['default'],
  geopoint: ['default', 'array', 'object'],
  geojson: ['default', 'topojson'],
}

const FIELDS_MATCH = ['exact', 'equal', 'subset', 'superset', 'partial'] as const
const match = z.enum(FIELDS_MATCH)

const field = z
  .looseObject({
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
  .superRefine(({ type, format }, context) => {
    const allowed = FORMATS[type ?? ''] ?? null
    if (format !== undefined && allowed !== null && !allowed.includes(format))
      context.addIssue({ code: 'custom', path: ['format'], message: `${format} is no format of ${type}` })
  })

const listOf = (names: string | readonly string[] | undefined): readonly string[] =>
  typeof names === 'string' ? [names] : (names ?? [])

interface Keys {
  readonly fields: readonly { readonly name: string }[]
  readonly primaryKey?: string | readonly string[] | undefined
  readonly uniqueKeys?: readonly (readonly string[])[] | undefined
  readonly foreignKeys?:
    | readonly {
        readonly fields: string | readonly string[]
        readonly reference: { readonly fields: string | readonly string[] }
      }[]
    | undefined
}

/** Tells fields that stand twice, keys of fields that there are none of, and pairs of keys that do not fit. */
function tellKeys({ fields, primaryKey, uniqueKeys = [], foreignKeys = [] }: Keys, context: z.RefinementCtx): void {
  const names = fields.map(({ name }) => name)
  const tell = (path: readonly (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path: [...path], message })
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) tell(['fields', index, 'name'], `${name} stands twice`)
  })
  const keys: readonly (readonly [path: readonly (string | number)[], names: readonly string[]])[] = [
    [['primaryKey'], listOf(primaryKey)],
    ...uniqueKeys.map((key, index) => [['uniqueKeys', index], key] as const),
    ...foreignKeys.map((key, index) => [['foreignKeys', index, 'fields'], listOf(key.fields)] as const),
  ]
  for (const [path, key] of keys)
    for (const name of key) if (!names.includes(name)) tell(path, `there is no field ${name}`)
  foreignKeys.forEach((key, index) => {
    if (listOf(key.fields).length !== listOf(key.reference.fields).length)
      tell(['foreignKeys', index], 'as many fields are needed as the key that it points to has')
  })
}

const schema = z
  .looseObject({
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
    // The text of the standard has one word, its published profile a list of them.
    fieldsMatch: z.union([match, z.array(match).min(1)]).optional(),
  })
  .superRefine(tellKeys)

const resource = z.looseObject({
  name: text.regex(/^[a-z0-9._-]+$/, { error: 'not a name of small letters, digits, ".", "-" and "_"' }),
  path: z.union([path, z.array(path).min(1)]),
  type: z.literal('table').optional(),
  title: text.optional(),
  description: text.optional(),
  format: text.optional(),
  mediatype: text.regex(/^[^/]+\/[^/]+$/).optional(),
  encoding: text.optional(),
  dialect: z.union([text, z.looseObject({ delimiter: text.optional(), header: z.boolean().optional() })]).optional(),
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
    contributors: z.array(contributor).min(1).optional(),
    licenses: z.array(licence).min(1).optional(),
    sources: z.array(source).optional(),
    resources: z.array(resource).min(1),
  })
  .superRefine(({ resources }, context) => {
    resources.forEach(({ name, schema }, index) => {
      schema?.foreignKeys?.forEach(({ reference }, at) => {
        const path = ['resources', index, 'schema', 'foreignKeys', at, 'reference']
        const wanted = reference.resource === undefined || reference.resource === '' ? name : reference.resource
        const target = resources.find((one) => one.name === wanted)
        if (target === undefined) context.addIssue({ code: 'custom', path, message: `there is no table ${wanted}` })
        for (const field of target === undefined ? [] : listOf(reference.fields))
          if (target?.schema?.fields.every((one) => one.name !== field) === true)
            context.addIssue({ code: 'custom', path, message: `${wanted} has no field ${field}` })
      })
    })
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
