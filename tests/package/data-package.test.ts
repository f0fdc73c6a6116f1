import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutraliseCell } from '../../src/package/csv.ts'
import { writeDataPackage } from '../../src/package/data-package.ts'
import type { PackageDescriptor, PackageOptions, ResourceDescriptor } from '../../src/package/descriptor.ts'
import { parquetRows } from '../../src/package/parquet-rows.ts'
import { parseCsv } from '../../src/package/parse-csv.ts'
import { profileProblems } from '../../src/package/profile.ts'
import { type PackageContent, packageRows } from '../../src/package/rows.ts'
import { TABLES } from '../../src/package/tables.ts'
import { validatePackage } from '../../src/package/validate.ts'
import { packageContentOf } from '../../src/pipeline/exportArchive.ts'
import { openArchive } from '../../src/store/open.ts'
import { ROWS } from '../compare/facts.ts'
import { recordOf } from '../store/records.ts'

/** An archive of three years of one town, with a plan, a claim, a part, a finding and a word that looks like a formula. */
function contentOf(records = years()): PackageContent {
  const archive = openArchive(':memory:', { now: () => new Date('2026-01-01T00:00:00Z') })
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
  for (const record of records) archive.saveDocument(run, record)
  return packageContentOf(archive, { mentions: true })
}

function years() {
  return [2018, 2019, 2020].map((year) =>
    recordOf({
      year,
      findings: [{ kind: 'masked_number', message: '=HYPERLINK("http://example.org")' }],
      figures: [
        { quote: `${year - 1000}场`, value: year - 1000, indicator: 'film.screenings', subject: '公益电影' },
        { quote: '30场', value: 30, indicator: 'film.screenings', subject: '其中社区放映', partOf: 0 },
        {
          quote: '1100场',
          value: 1100,
          indicator: 'film.screenings',
          subject: '公益电影',
          status: 'plan',
          year: year + 1,
        },
        {
          quote: '9%',
          value: 9,
          indicator: 'rate.growth',
          of: 'film.screenings',
          subject: '公益电影',
          unit: '%',
          aspect: 'change',
        },
        {
          quote: '-5%',
          value: -5,
          indicator: 'rate.growth',
          of: 'library.loans',
          subject: '=1+1',
          unit: '%',
          aspect: 'change',
        },
        {
          quote: '近千名',
          value: 1000,
          min: null,
          max: 1000,
          modifier: 'under',
          indicator: 'other',
          subject: '"志愿者",\n市民',
          unit: '名',
        },
      ],
    }),
  )
}

function written(content: PackageContent, options: PackageOptions = {}) {
  const files = new Map(
    writeDataPackage(content, options).map(({ path, chunks }) => [
      path,
      Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk as string))),
    ]),
  )
  const bytes = (path: string) => {
    const found = files.get(path)
    if (found === undefined) throw new Error(`no file ${path}`)
    return found
  }
  const read = (path: string) => bytes(path).toString()
  const descriptor = JSON.parse(read('datapackage.json')) as PackageDescriptor
  return { files, bytes, read, descriptor }
}

const rowsFrom =
  (read: (path: string) => string) =>
  ({ path }: ResourceDescriptor) =>
    parseCsv(read(path))

describe('a data package', () => {
  it('is sound by its own schemas and keys', async () => {
    const { descriptor, read } = written(contentOf())
    expect(await validatePackage(descriptor, rowsFrom(read))).toEqual([])
  })

  it('holds the tables that it names, and no others', () => {
    const { files, descriptor } = written(contentOf())
    expect([...files.keys()]).toEqual(['datapackage.json', ...descriptor.resources.map(({ path }) => path)])
    expect(descriptor.resources.map(({ name }) => name)).toEqual([
      'documents',
      'reports',
      'indicators',
      'units',
      'facts',
      'series',
      'changes',
      'plans',
      'claims',
      'findings',
      'mentions',
    ])
  })

  it.each([
    ['documents', 3],
    ['reports', 3],
    ['facts', 18],
    ['series', 15],
    ['changes', 10],
    ['plans', 3],
    ['claims', 6],
    ['findings', 3],
    ['mentions', 18],
  ])('has the rows of %s', (table, count) => {
    expect(parseCsv(written(contentOf()).read(`${table}.csv`))).toHaveLength(count + 1)
  })

  it('has the same tables as Parquet where asked, with the same rows and sound keys', async () => {
    const { descriptor, read, bytes } = written(contentOf(), { parquet: true })
    const asTexts = async (path: string) => {
      const rows: (readonly string[])[] = []
      for await (const row of parquetRows(new Uint8Array(bytes(path)).buffer)) rows.push(row)
      return rows
    }
    const parquet = descriptor.resources.filter(({ format }) => format === 'parquet')
    expect(parquet).toHaveLength(descriptor.resources.length / 2)
    for (const { path } of parquet) {
      const disarmed = (await asTexts(path)).map((row) => row.map(neutraliseCell))
      expect(disarmed).toEqual(parseCsv(read(path.replace('.parquet', '.csv'))))
    }
    expect(
      await validatePackage(descriptor, ({ path, format }) =>
        format === 'parquet' ? parquetRows(new Uint8Array(bytes(path)).buffer) : parseCsv(read(path)),
      ),
    ).toEqual([])
  })

  it('leaves mentions out where none are given', async () => {
    const { mentions: _, ...content } = contentOf()
    const { files, descriptor, read } = written(content)
    expect(files.has('mentions.csv')).toBe(false)
    expect(await validatePackage(descriptor, rowsFrom(read))).toEqual([])
  })

  it('is the same byte for byte, in whatever order the files were imported', () => {
    const once = written(contentOf())
    expect(written(contentOf()).files).toEqual(once.files)
    expect(written(contentOf(years().reverse())).files).toEqual(once.files)
  })

  it('makes its comparing tables place by place: no place is read before the rows of the one before it are taken', () => {
    const content = contentOf(
      ['甲县', '乙县', '丙县'].flatMap((region) =>
        [2019, 2020].map((year) =>
          recordOf({
            region,
            year,
            issuer: `${region}文化局`,
            figures: [{ quote: `${year}场`, value: year, indicator: 'film.screenings' }],
          }),
        ),
      ),
    )
    let read = 0
    const rows = packageRows({
      ...content,
      *factsByPlace() {
        for (const facts of content.factsByPlace()) {
          read += 1
          yield facts
        }
      },
    })
    const places: [number, unknown][] = []
    for (const { place } of rows.series()) places.push([read, place])
    expect(places).toEqual([
      [1, '丙县'],
      [1, '丙县'],
      [2, '乙县'],
      [2, '乙县'],
      [3, '甲县'],
      [3, '甲县'],
    ])
  })

  it('names no folder of the machine that wrote it', () => {
    for (const bytes of written(contentOf()).files.values()) expect(bytes.includes('/reports')).toBe(false)
  })

  it('has a byte order mark in each table where asked, and reads the same', async () => {
    const { descriptor, read } = written(contentOf(), { bom: true })
    for (const { path } of descriptor.resources) expect(read(path).startsWith('\uFEFF')).toBe(true)
    expect(await validatePackage(descriptor, rowsFrom(read))).toEqual([])
  })

  it('tells title, licence, version and sources', () => {
    const licences = [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }]
    const { descriptor } = written(contentOf(), { name: 'qinghe', title: '青禾市', version: '1.2.0', licences })
    expect(descriptor).toMatchObject({
      name: 'qinghe',
      title: '青禾市',
      version: '1.2.0',
      licenses: licences,
      rulesVersion: 'rules-1',
      sources: [2018, 2019, 2020].map((year) => ({ title: `青禾市文化局：青禾市文化局${year}年工作总结` })),
    })
  })

  it('disarms what a spreadsheet would take for a formula, and keeps plain numbers', () => {
    const { read } = written(contentOf())
    expect(read('facts.csv')).toContain(",'=1+1,")
    expect(read('facts.csv')).toContain(',-5%,')
    expect(read('findings.csv')).toContain(`"'=HYPERLINK(""http://example.org"")"`)
    expect(read('facts.csv')).toContain('"""志愿者"",\n市民"')
  })

  it('describes every field in both languages', () => {
    const { descriptor } = written(contentOf())
    for (const { schema, title, description } of descriptor.resources) {
      expect(title).toMatch(/[\u4e00-\u9fff].* \| [A-Z]/)
      for (const field of [...schema.fields, { title, description }]) {
        expect(field.title, JSON.stringify(field)).toMatch(/ \| [A-Z]/)
        expect(field.description, JSON.stringify(field)).toMatch(/[\u4e00-\u9fff].*\n.*[a-z]/s)
      }
    }
  })

  it('is empty and sound for an empty archive', async () => {
    const { descriptor, read } = written(contentOf([]))
    expect(await validatePackage(descriptor, rowsFrom(read))).toEqual([])
    expect(parseCsv(read('facts.csv'))).toHaveLength(1)
  })

  it('is sound for any words', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), async (subjects) => {
        const figures = subjects.map((subject) => ({ quote: '5场', value: 5, indicator: 'other', subject }))
        const content = contentOf([recordOf({ figures })])
        const { descriptor, read } = written(content)
        expect(await validatePackage(descriptor, rowsFrom(read))).toEqual([])
        const [heads = [], ...rows] = parseCsv(read('facts.csv'))
        const column = heads.indexOf('subject')
        const kept = rows.map((row) => row[column]?.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ''))
        expect(kept).toEqual([...content.facts()].map(({ subject }) => subject))
      }),
      { numRuns: 60 },
    )
  })
})

describe('validatePackage', () => {
  const sound = () => written(contentOf())
  const broken = (path: string, change: (text: string) => string) => {
    const { descriptor, read } = sound()
    return validatePackage(
      descriptor,
      rowsFrom((name) => (name === path ? change(read(name)) : read(name))),
    )
  }

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['other heads', 'facts.csv', (text) => text.replace('quote', 'words'), /heads/],
    ['a row too short', 'units.csv', (text) => text.replace(/,count\r\n/, '\r\n'), /cells under/],
    [
      'a repeated primary key',
      'documents.csv',
      (text) => text + (text.split('\r\n')[1] ?? ''),
      /primary key .* repeats/,
    ],
    [
      'a foreign key that points nowhere',
      'reports.csv',
      (text) => text.replace(/^[0-9a-f]{16}/m, 'f'.repeat(15)),
      /points nowhere/,
    ],
    ['a word instead of a number', 'facts.csv', (text) => text.replace(',1018,', ',viel,'), /not of type number/],
    ['a word outside the set', 'facts.csv', (text) => text.replace(',exact,', ',exactly,'), /not one of/],
    ['a number outside its bounds', 'facts.csv', (text) => text.replace(',0.9,', ',1.9,'), /above 1/],
  ])('finds %s', async (_, path, change, message) => {
    const problems = await broken(path, change)
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
    expect(problems.every((problem) => problem.path.endsWith('.csv'))).toBe(true)
  })

  it.each<[string, (descriptor: Record<string, unknown>) => unknown, RegExp]>([
    ['no resources', (descriptor) => ({ ...descriptor, resources: [] }), /resources: /],
    ['a licence without name and path', (descriptor) => ({ ...descriptor, licenses: [{ title: 'x' }] }), /licenses\.0/],
    ['an empty list of licences', (descriptor) => ({ ...descriptor, licenses: [] }), /licenses/],
    ['a name that is no text', (descriptor) => ({ ...descriptor, name: 5 }), /name: /],
    ['a time that is none', (descriptor) => ({ ...descriptor, created: 'yesterday' }), /created/],
  ])('finds a descriptor with %s', async (_, change, message) => {
    const { descriptor, read } = sound()
    const problems = await validatePackage(change({ ...descriptor }) as PackageDescriptor, rowsFrom(read))
    expect(problems.every(({ path }) => path === 'datapackage.json')).toBe(true)
    expect(problems.map(({ path, message }) => `${path} ${message}`).join('\n')).toMatch(message)
  })

  it.each<[string, object, RegExp]>([
    ['a name with capitals', { name: 'Facts' }, /resources\.0\.name/],
    ['a path that leaves the folder', { path: '../facts.csv' }, /resources\.0\.path/],
    ['an absolute path', { path: '/facts.csv' }, /resources\.0\.path/],
    ['a field without a name', { schema: { fields: [{ type: 'string' }] } }, /resources\.0\.schema\.fields\.0\.name/],
    ['a type that there is none of', { schema: { fields: [{ name: 'a', type: 'text' }] } }, /fields\.0\.type/],
    [
      'a format that its type has none of',
      { schema: { fields: [{ name: 'a', type: 'string', format: 'xyz' }] } },
      /xyz is no format/,
    ],
    ['a field twice', { schema: { fields: [{ name: 'a' }, { name: 'a' }] } }, /fields\.1\.name: a stands twice/],
    ['a key of no field', { schema: { fields: [{ name: 'a' }], primaryKey: 'b' } }, /primaryKey: there is no field b/],
    [
      'a key that points into no table',
      {
        schema: { fields: [{ name: 'a' }], foreignKeys: [{ fields: 'a', reference: { resource: 'x', fields: 'a' } }] },
      },
      /there is no table x/,
    ],
    [
      'a key that points to no field',
      {
        schema: {
          fields: [{ name: 'a' }],
          foreignKeys: [{ fields: 'a', reference: { resource: 'units', fields: 'x' } }],
        },
      },
      /units has no field x/,
    ],
    [
      'a key of two fields that points to one',
      {
        schema: {
          fields: [{ name: 'a' }, { name: 'b' }],
          foreignKeys: [{ fields: ['a', 'b'], reference: { fields: 'a' } }],
        },
      },
      /as many fields are needed/,
    ],
    ['another way to match fields', { schema: { fields: [{ name: 'a' }], fieldsMatch: 'some' } }, /fieldsMatch/],
    ['a source that says nothing', { sources: [{}] }, /sources\.0: says nothing/],
    ['a dialect that is none', { dialect: { delimiter: 1 } }, /dialect/],
    ['the name of another', { name: 'reports' }, /resources\.1\.name: reports stands twice/],
  ])('finds a resource with %s', (_, change, message) => {
    const { descriptor } = sound()
    const [first, ...others] = descriptor.resources
    const problems = profileProblems({ ...descriptor, resources: [{ ...first, ...change }, ...others] })
    expect(problems.join('\n')).toMatch(message)
  })

  it('ends its list of problems', async () => {
    const { descriptor, read } = sound()
    const rows = [Object.keys(TABLES.findings.schema.shape), ...Array.from({ length: 3000 }, () => ['x'])]
    const problems = await validatePackage(descriptor, (resource) =>
      resource.name === 'findings' ? rows : rowsFrom(read)(resource),
    )
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)?.message).toBe('more problems are not listed')
  })
})
