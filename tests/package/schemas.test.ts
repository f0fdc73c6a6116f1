import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { generatedSchemas } from '../../scripts/generate-schemas.ts'
import { changesBetweenReadings } from '../../src/compare/readings.ts'
import { jsonSchemaOf, RECORD_SCHEMAS } from '../../src/package/json-schemas.ts'
import { recordOf } from '../store/records.ts'

const folder = new URL('../../schemas/', import.meta.url)
const generated = generatedSchemas()

describe('schemas/', () => {
  it('holds what is generated and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual([...generated.keys()].sort())
  })

  it.each([...generated.keys()])('%s is fresh (if not: npm run schemas)', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(generated.get(name))
  })
})

const { document, extraction } = recordOf({
  findings: [{ kind: 'masked_year', message: 'Masked.' }],
  figures: [{ quote: '3场', value: 3, indicator: 'film.screenings' }],
})
const [change] = changesBetweenReadings(
  extraction.facts,
  extraction.facts.map((fact) => ({ ...fact, value: 4 })),
)
const validator = (name: keyof typeof RECORD_SCHEMAS) =>
  new Ajv2020({ allErrors: true }).compile(jsonSchemaOf(RECORD_SCHEMAS[name]))

describe('a record of the model', () => {
  it.each([
    ['document.schema.json', document],
    ['fact.schema.json', extraction.facts[0]],
    ['finding.schema.json', extraction.findings[0]],
    ['fact-change.schema.json', change],
    ['mention.schema.json', extraction.mentions[0]],
    ['report.schema.json', extraction.reports[0]],
  ] as const)('%s takes it', (name, record) => {
    const validate = validator(name)
    expect(validate(record), JSON.stringify(validate.errors)).toBe(true)
  })

  it.each([
    ['fact.schema.json', { ...extraction.facts[0], modifier: 'exactly' }],
    ['fact.schema.json', { ...extraction.facts[0], confidence: 1.5 }],
    ['fact.schema.json', { ...extraction.facts[0], value: '3' }],
    ['fact-change.schema.json', { ...change, kind: 'moved' }],
    ['fact-change.schema.json', { ...change, fields: ['colour'] }],
    ['mention.schema.json', { ...extraction.mentions[0], class: undefined }],
    ['finding.schema.json', { ...extraction.findings[0], kind: 'odd' }],
    ['report.schema.json', { ...extraction.reports[0], year: '2019' }],
    ['document.schema.json', { ...document, blocks: [{}] }],
  ] as const)('%s refuses a wrong one', (name, record) => {
    expect(validator(name)(JSON.parse(JSON.stringify(record)))).toBe(false)
  })
})
