import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { writeDataPackage } from '../../src/package/data-package.ts'
import { profileProblems } from '../../src/package/profile.ts'
import { packageContentOf } from '../../src/pipeline/exportArchive.ts'
import { openArchive } from '../../src/store/open.ts'
import { ROWS } from '../compare/facts.ts'
import { recordOf } from '../store/records.ts'

const PROFILE = new URL('../../fixtures/standards/tabular-data-package-1.0.json', import.meta.url)

/** Whether the profile that Frictionless Data published for version 1 lets a descriptor pass. */
function publishedProfile(): (descriptor: unknown) => boolean {
  // Draft 4, which this validator knows but for the name of the draft and `true` for exclusive bounds, not used there.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(PROFILE, 'utf8')) as Record<string, unknown>
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  return (descriptor) => validate(descriptor) === true
}

function writtenDescriptor(): Record<string, unknown> {
  const archive = openArchive(':memory:')
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
  archive.saveDocument(
    run,
    recordOf({ year: 2019, figures: [{ quote: '30场', value: 30, indicator: 'film.screenings' }] }),
  )
  const [first] = writeDataPackage(packageContentOf(archive, { mentions: true }))
  if (first?.path !== 'datapackage.json') throw new Error('a package without a descriptor')
  return JSON.parse(Buffer.concat([...first.chunks].map((chunk) => Buffer.from(chunk))).toString())
}

/** A descriptor with something changed in its first resource. */
function altered(change: Readonly<Record<string, unknown>>): unknown {
  const descriptor = writtenDescriptor()
  const [first, ...others] = descriptor['resources'] as readonly Record<string, unknown>[]
  return { ...descriptor, resources: [{ ...first, ...change }, ...others] }
}

describe('the published profile of version 1 and ours', () => {
  const passes = publishedProfile()

  it('let pass what we write', () => {
    expect(passes(writtenDescriptor())).toBe(true)
    expect(profileProblems(writtenDescriptor())).toEqual([])
  })

  it.each<readonly [string, unknown]>([
    ['no resources', { ...writtenDescriptor(), resources: [] }],
    ['a resource without a name', altered({ name: undefined })],
    ['a resource without its file', altered({ path: undefined })],
    ['a type that there is not', altered({ schema: { fields: [{ name: 'id', type: 'word' }] } })],
  ])('refuse %s', (_, descriptor) => {
    expect(passes(descriptor)).toBe(false)
    expect(profileProblems(descriptor)).not.toEqual([])
  })
})
