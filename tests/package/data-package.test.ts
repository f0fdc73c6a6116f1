import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDataPackage } from '../../src/package/data-package.ts'
import type { PackageDescriptor, PackageOptions } from '../../src/package/descriptor.ts'
import { parseCsv } from '../../src/package/parse-csv.ts'
import type { PackageContent } from '../../src/package/rows.ts'
import { validatePackage } from '../../src/package/validate.ts'
import { openArchive } from '../../src/store/open.ts'
import { ROWS } from '../compare/facts.ts'
import { recordOf } from '../store/records.ts'

/** An archive of three years of one town, with a plan, a claim, a part, a finding and a word that looks like a formula. */
function contentOf(records = years()): PackageContent {
  const archive = openArchive(':memory:', { now: () => new Date('2026-01-01T00:00:00Z') })
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
  for (const record of records) archive.saveDocument(run, record)
  return {
    documents: archive.documents(),
    reference: archive.reference(),
    facts: () => archive.facts({}),
    findings: (document) => archive.findings(document),
    mentions: (document) => archive.mentions(document),
  }
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
  const files = new Map(writeDataPackage(content, options).map(({ path, chunks }) => [path, [...chunks].join('')]))
  const read = (path: string) => {
    const text = files.get(path)
    if (text === undefined) throw new Error(`no file ${path}`)
    return text
  }
  const descriptor = JSON.parse(read('datapackage.json')) as PackageDescriptor
  return { files, read, descriptor }
}

describe('a data package', () => {
  it('is sound by its own schemas and keys', () => {
    const { descriptor, read } = written(contentOf())
    expect(validatePackage(descriptor, read)).toEqual([])
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

  it('leaves mentions out where none are given', () => {
    const { mentions: _, ...content } = contentOf()
    const { files, descriptor, read } = written(content)
    expect(files.has('mentions.csv')).toBe(false)
    expect(validatePackage(descriptor, read)).toEqual([])
  })

  it('is the same byte for byte, in whatever order the files were imported', () => {
    const once = written(contentOf())
    expect(written(contentOf()).files).toEqual(once.files)
    expect(written(contentOf(years().reverse())).files).toEqual(once.files)
  })

  it('names no folder of the machine that wrote it', () => {
    for (const text of written(contentOf()).files.values()) expect(text).not.toContain('/reports')
  })

  it('has a byte order mark in each table where asked, and reads the same', () => {
    const { descriptor, read } = written(contentOf(), { bom: true })
    for (const { path } of descriptor.resources) expect(read(path).startsWith('\uFEFF')).toBe(true)
    expect(validatePackage(descriptor, read)).toEqual([])
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

  it('is empty and sound for an empty archive', () => {
    const { descriptor, read } = written(contentOf([]))
    expect(validatePackage(descriptor, read)).toEqual([])
    expect(parseCsv(read('facts.csv'))).toHaveLength(1)
  })

  it('is sound for any words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), (subjects) => {
        const figures = subjects.map((subject) => ({ quote: '5场', value: 5, indicator: 'other', subject }))
        const content = contentOf([recordOf({ figures })])
        const { descriptor, read } = written(content)
        expect(validatePackage(descriptor, read)).toEqual([])
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
    return validatePackage(descriptor, (name) => (name === path ? change(read(name)) : read(name)))
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
  ])('finds %s', (_, path, change, message) => {
    const problems = broken(path, change)
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
    expect(problems.every((problem) => problem.path.endsWith('.csv'))).toBe(true)
  })
})
