import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/store/open.ts'
import type { Archive, DocumentRecord } from '../../src/store/port.ts'
import { recordOf } from './records.ts'

let folder: string
let path: string
let archive: Archive

const now = () => new Date('2026-01-02T03:04:05Z')
const RULES = 'rules-1'
const films = (year: number, value: number, extra: Partial<Parameters<typeof recordOf>[0]> = {}) =>
  recordOf({
    year,
    figures: [
      { quote: `${value}场`, value, indicator: 'film.screenings', subject: '公益电影' },
      { quote: '30场', value: 30, indicator: 'film.screenings', subject: '其中社区放映', partOf: 0 },
    ],
    ...extra,
  })

function importAll(records: readonly DocumentRecord[], rulesVersion = RULES) {
  const run = archive.startRun({ paths: ['/reports'], rulesVersion })
  const outcomes = records.map((record) => archive.saveDocument(run, record))
  return { outcomes, summary: archive.finishRun(run) }
}

function rows(sql: string): unknown[] {
  const connection = new Database(path, { readonly: true })
  try {
    return connection.prepare(sql).all()
  } finally {
    connection.close()
  }
}

const dump = () =>
  ['document', 'source_file', 'report', 'block', 'page', 'fact', 'mention', 'finding', 'given'].map((table) =>
    rows(`select * from ${table} order by 1, 2, 3`),
  )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baoshu-store-'))
  path = join(folder, 'archive.db')
  archive = openArchive(path, { now })
})

afterEach(() => {
  archive.close()
  rmSync(folder, { recursive: true })
})

describe('a document in the archive', () => {
  it('comes back as it was stored', () => {
    const record = films(2019, 1050, { findings: [{ kind: 'masked_year', message: 'The year is masked.' }] })
    importAll([record])
    const stored = archive.document(record.document.id)
    expect(stored).toEqual({ document: record.document, extraction: record.extraction })
    expect(archive.mentions(record.document.id)).toEqual(record.extraction.mentions)
    expect(archive.findings(record.document.id)).toEqual(record.extraction.findings)
    expect(archive.findings()).toEqual(record.extraction.findings)
  })

  it('is null where there is none', () => {
    expect(archive.document('0000000000000000')).toBeNull()
    expect(archive.storedFile('/nowhere.txt')).toBeNull()
    expect(archive.givenProfile('/nowhere.txt')).toEqual({})
  })

  it('keeps pages and table cells', () => {
    const record = films(2019, 1050)
    const cell = {
      table: 0,
      row: 1,
      column: 2,
      rowSpan: 1,
      columnSpan: 1,
      header: false,
      rowHeaders: ['公益电影'],
      columnHeaders: ['2019年', '场次'],
      caption: '单位：场',
    }
    const [heading, ...others] = record.document.blocks
    if (heading === undefined) throw new Error('no block')
    const document = {
      ...record.document,
      format: 'pdf' as const,
      encoding: null,
      blocks: [{ ...heading, kind: 'table_cell' as const, level: null, page: 1, cell }, ...others],
      pages: [{ number: 1, start: 0, end: record.document.source.length }],
    }
    importAll([{ ...record, document }])
    expect(archive.document(document.id)?.document).toEqual(document)
  })

  it('counts a finding once that extraction repeats of reading', () => {
    const record = films(2019, 1050)
    const finding = { document: record.document.id, start: 0, end: 0, kind: 'no_text_layer' as const, message: 'Scan.' }
    const own = { ...finding, kind: 'masked_year' as const, message: 'Masked.' }
    importAll([
      {
        ...record,
        document: { ...record.document, findings: [finding] },
        extraction: { ...record.extraction, findings: [finding, own] },
      },
    ])
    expect(archive.findings()).toEqual([finding, own])
    expect(archive.documents()[0]?.findings).toBe(2)
  })

  it('is listed with its paths, reports and counts', () => {
    const record = films(2019, 1050)
    importAll([record])
    expect(archive.documents()).toEqual([
      {
        id: record.document.id,
        paths: [record.file.path],
        name: record.document.name,
        format: 'txt',
        bytes: record.document.bytes,
        sha256: record.document.sha256,
        reports: record.extraction.reports,
        facts: 2,
        mentions: 2,
        findings: 0,
        rulesVersion: RULES,
      },
    ])
  })

  it('is stored whole or not at all', () => {
    importAll([films(2018, 900)])
    const before = dump()
    const good = films(2019, 1050)
    const [first, second] = good.extraction.facts
    if (first === undefined || second === undefined) throw new Error('no facts')
    const run = archive.startRun({ paths: [], rulesVersion: RULES })
    const twice = { ...good, extraction: { ...good.extraction, facts: [first, second, first] } }
    expect(() => archive.saveDocument(run, twice)).toThrow(/UNIQUE/)
    const dangling = { ...second, part_of: `${good.document.id}:9990-9999` }
    const orphaned = { ...good, extraction: { ...good.extraction, facts: [first, dangling] } }
    expect(() => archive.saveDocument(run, orphaned)).toThrow(/FOREIGN KEY/)
    expect(dump()).toEqual(before)
    expect(archive.saveDocument(run, good)).toBe('new')
  })

  it('leaves the former reading when a new one cannot be stored', () => {
    const record = films(2019, 1050)
    importAll([record])
    const before = dump()
    const run = archive.startRun({ paths: [], rulesVersion: 'rules-2' })
    const [first] = record.extraction.facts
    if (first === undefined) throw new Error('no facts')
    const broken = { ...record, extraction: { ...record.extraction, facts: [{ ...first, confidence: 7 }] } }
    expect(() => archive.saveDocument(run, broken)).toThrow(/CHECK/)
    expect(dump()).toEqual(before)
  })
})

describe('importing again', () => {
  it('changes nothing for the same reading of the same bytes', () => {
    const records = [films(2018, 900), films(2019, 1050)]
    expect(importAll(records).outcomes).toEqual(['new', 'new'])
    const before = dump()
    const again = importAll(records)
    expect(again.outcomes).toEqual(['unchanged', 'unchanged'])
    expect(again.summary.files).toEqual({ new: 0, unchanged: 2, replaced: 0, failed: 0 })
    expect(again.summary.facts).toBe(0)
    expect(dump()).toEqual(before)
  })

  it('replaces the facts of a changed file and keeps its history in the run', () => {
    const old = films(2019, 1050, { path: '/reports/a.txt' })
    const changed = films(2019, 1060, { path: '/reports/a.txt' })
    importAll([old])
    const { outcomes, summary } = importAll([changed])
    expect(outcomes).toEqual(['replaced'])
    expect(summary.facts).toBe(2)
    expect(archive.document(old.document.id)).toBeNull()
    expect([...archive.facts({})].map((fact) => fact.value)).toEqual([1060, 30])
    expect(rows('select run, outcome, document, previous from import_file order by run')).toEqual([
      { run: 1, outcome: 'new', document: old.document.id, previous: null },
      { run: 2, outcome: 'replaced', document: changed.document.id, previous: old.document.id },
    ])
  })

  it('replaces a document that other rules read', () => {
    const record = films(2019, 1050)
    importAll([record])
    expect(archive.hasDocument(record.document.id, RULES, {})).toBe(true)
    expect(archive.hasDocument(record.document.id, 'rules-2', {})).toBe(false)
    expect(importAll([record], 'rules-2').outcomes).toEqual(['replaced'])
    expect(archive.hasDocument(record.document.id, 'rules-2', {})).toBe(true)
    expect(archive.storedFile(record.file.path)?.rulesVersion).toBe('rules-2')
  })

  it('notes a file that was not read again', () => {
    const record = films(2019, 1050)
    importAll([record])
    const run = archive.startRun({ paths: ['/reports'], rulesVersion: RULES })
    expect(archive.saveUnchanged(run, { ...record.file, modified: 5 }, record.document.id)).toBe('unchanged')
    expect(archive.storedFile(record.file.path)).toEqual({
      document: record.document.id,
      sha256: record.document.sha256,
      size: record.document.bytes,
      modified: 5,
      rulesVersion: RULES,
    })
    expect(archive.finishRun(run).files.unchanged).toBe(1)
  })
})

describe('the same bytes under two paths', () => {
  it('are one document with two paths', () => {
    const a = films(2019, 1050, { path: '/reports/a.txt' })
    const b = films(2019, 1050, { path: '/reports/b.txt' })
    expect(importAll([a, b]).outcomes).toEqual(['new', 'unchanged'])
    expect(archive.documents().map((document) => document.paths)).toEqual([['/reports/a.txt', '/reports/b.txt']])
    expect([...archive.facts({})]).toHaveLength(2)
  })

  it('stay while one path still holds them, and leave no orphan after the last', () => {
    const at = (path: string, value: number) => films(2019, value, { path })
    const first = at('/reports/a.txt', 1050)
    importAll([first, at('/reports/b.txt', 1050)])
    importAll([at('/reports/a.txt', 1060)])
    expect(archive.document(first.document.id)).not.toBeNull()
    importAll([at('/reports/b.txt', 1060)])
    expect(archive.document(first.document.id)).toBeNull()
    expect(archive.documents()).toHaveLength(1)
    for (const table of ['block', 'report', 'fact', 'mention']) {
      expect(rows(`select * from ${table} where document = '${first.document.id}'`)).toEqual([])
    }
  })
})

describe("the user's word", () => {
  it('is kept with the document and stays when the file changes hands', () => {
    const given = { year: 2019, region: '云岭省青禾市' }
    const record = films(2019, 1050, { path: '/reports/a.txt', given })
    importAll([record])
    expect(archive.givenProfile('/reports/a.txt')).toEqual(given)
    expect(archive.hasDocument(record.document.id, RULES, given)).toBe(true)
    expect(archive.hasDocument(record.document.id, RULES, {})).toBe(true)
    expect(archive.hasDocument(record.document.id, RULES, { year: 2018 })).toBe(false)
    expect(archive.hasDocument(record.document.id, RULES, { ...given, kind: 'plan' })).toBe(false)
  })

  it('is not lost to a second path for which nothing was said', () => {
    const given = { year: 2019 }
    importAll([films(2019, 1050, { path: '/reports/a.txt', given })])
    expect(importAll([films(2019, 1050, { path: '/reports/b.txt' })]).outcomes).toEqual(['unchanged'])
    expect(archive.givenProfile('/reports/b.txt')).toEqual(given)
  })

  it('is replaced by another word', () => {
    const path = '/reports/a.txt'
    importAll([films(2019, 1050, { path, given: { year: 2019 } })])
    expect(importAll([films(2019, 1050, { path, given: { year: 2018 } })]).outcomes).toEqual(['replaced'])
    expect(archive.givenProfile(path)).toEqual({ year: 2018 })
  })
})

describe('runs', () => {
  it('sum up what became of the files, with the reasons of the failures', () => {
    const run = archive.startRun({ paths: ['/reports'], rulesVersion: RULES })
    archive.saveDocument(run, films(2019, 1050, { findings: [{ kind: 'masked_year', message: 'Masked.' }] }))
    const failure = { code: 'docx_damaged' as const, message: 'The file ends early.', advice: 'Save it again in Word.' }
    archive.saveFailure(run, { file: { path: '/reports/broken.docx' }, ...failure })
    const summary = archive.finishRun(run)
    expect(summary).toEqual({
      run,
      changes: { added: 0, removed: 0, altered: 0 },
      started: '2026-01-02T03:04:05.000Z',
      finished: '2026-01-02T03:04:05.000Z',
      files: { new: 1, unchanged: 0, replaced: 0, failed: 1 },
      facts: 2,
      findings: 1,
      failures: [{ path: '/reports/broken.docx', ...failure }],
    })
    expect(archive.runs()).toEqual([summary])
  })

  it('leave what was stored when the file can no longer be read', () => {
    const record = films(2019, 1050)
    importAll([record])
    const run = archive.startRun({ paths: [], rulesVersion: RULES })
    archive.saveFailure(run, { file: record.file, code: 'file_unreadable', message: 'm', advice: 'a' })
    archive.finishRun(run)
    expect(archive.storedFile(record.file.path)?.document).toBe(record.document.id)
  })

  it('show one that never ended', () => {
    archive.startRun({ paths: ['/x'], rulesVersion: RULES })
    expect(archive.runs()[0]?.finished).toBeNull()
  })
})

describe('facts', () => {
  const plan = { quote: '80场', value: 80, indicator: 'performance.sessions', status: 'plan' as const, year: 2020 }
  beforeEach(() => {
    importAll([
      films(2018, 900),
      films(2019, 1050),
      recordOf({
        region: '云岭省白石市',
        issuer: '白石市图书馆',
        year: 2019,
        figures: [{ ...plan, subject: '文艺演出', confidence: 0.4, scope: '区图书馆' }],
      }),
    ])
  })

  const cases: readonly (readonly [string, Parameters<Archive['facts']>[0], readonly number[]])[] = [
    ['all', {}, [30, 30, 80, 900, 1050]],
    ['indicator', { indicator: 'performance.sessions' }, [80]],
    ['words of the region', { region: '白石' }, [80]],
    ['words of the issuer', { issuer: '图书馆' }, [80]],
    ['year', { year: 2018 }, [30, 900]],
    ['years', { yearFrom: 2019, yearTo: 2019 }, [30, 1050]],
    ['status', { status: 'plan' }, [80]],
    ['basis', { basis: 'average' }, []],
    ['aspect', { aspect: 'flow', year: 2020 }, [80]],
    ['scope', { scope: '区图书馆' }, [80]],
    ['search of two characters', { search: '社区' }, [30, 30]],
    ['confidence', { minConfidence: 0.5 }, [30, 30, 900, 1050]],
    ['a quote that would break out of the statement', { search: "' or 1=1 --" }, []],
  ]
  it.each(cases)('by %s', (_, query, values) => {
    const found = [...archive.facts(query)].map((fact) => fact.value ?? 0)
    expect(found.sort((a, b) => a - b)).toEqual(values)
  })

  it('come with the profile of their report', () => {
    const [fact] = archive.facts({ status: 'plan' })
    expect(fact).toMatchObject({
      region: '云岭省白石市',
      issuer: '白石市图书馆',
      report_year: 2019,
      title: '白石市图书馆2019年工作总结',
      path: '/reports/白石市图书馆2019年工作总结.txt',
      rules: ['numeral.arabic', 'unit.count.chang'],
    })
  })

  it('page by page are all facts once', () => {
    const paged: string[] = []
    for (let after: string | undefined; ; ) {
      const page = [...archive.facts({ limit: 2, ...(after === undefined ? {} : { after }) })]
      paged.push(...page.map((fact) => fact.id))
      after = page.at(-1)?.id
      if (page.length < 2) break
    }
    expect(paged).toEqual([...archive.facts({})].map((fact) => fact.id))
    expect(new Set(paged).size).toBe(5)
  })

  it('go on after a fact that is gone', () => {
    const ids = [...archive.facts({})].map((fact) => fact.id)
    const [first] = ids
    const gone = first?.replace(/-\d+$/, '-9999') ?? ''
    expect([...archive.facts({ after: gone })].map((fact) => fact.id)).toEqual(ids.slice(1))
  })

  it('can be read while something else is asked', () => {
    const seen = []
    for (const fact of archive.facts({})) seen.push(archive.mentions(fact.document).length)
    expect(seen).toHaveLength(5)
  })
})

describe('a snapshot', () => {
  it('does not see what another connection stores meanwhile', () => {
    importAll([films(2018, 900)])
    const other = openArchive(path, { now })
    const counts = archive.snapshot(() => {
      const before = archive.documents().length
      const run = other.startRun({ paths: [], rulesVersion: RULES })
      other.saveDocument(run, films(2019, 1050))
      return [before, archive.documents().length]
    })
    other.close()
    expect(counts).toEqual([1, 1])
    expect(archive.documents()).toHaveLength(2)
  })
})

describe('the reference', () => {
  const reference = {
    indicators: [
      {
        code: 'film.screenings',
        catalogue: 'culture',
        name: '电影放映场次',
        unit: '场次',
        aspect: 'flow',
        description: 'd',
      },
      { code: 'other', catalogue: 'culture', name: '其他', unit: '—', aspect: '—', description: '' },
    ],
    units: [
      { id: 'unit.session', dimension: 'session', forms: ['场', '场次'] },
      { id: 'unit.area', dimension: 'area', canonical: '平方米', forms: ['平方米', '㎡', '场'] },
    ],
    rulesVersion: RULES,
  }
  const filled = {
    ...reference,
    indicators: reference.indicators.map((row) => ({ ...row, bySubject: row.code === 'other', goal: 'reach' })),
  }

  it('is stored, and brought up to date where it differs', () => {
    archive.saveReference(reference)
    archive.saveReference(reference)
    expect(archive.reference()).toEqual(filled)
    const [film, other] = reference.indicators
    if (film === undefined || other === undefined) throw new Error('no rows')
    archive.saveReference({ ...reference, indicators: [{ ...film, name: '放映场次' }, other], units: [] })
    expect(archive.reference()).toMatchObject({ indicators: [{ name: '放映场次' }, {}], units: [] })
  })

  it('says which units may be compared', () => {
    archive.saveReference(reference)
    expect(rows('select form, unit, measure, nature from unit_form order by form')).toEqual([
      { form: '㎡', unit: 'unit.area', measure: '平方米', nature: 'amount' },
      { form: '场', unit: 'unit.session', measure: 'session', nature: 'count' },
      { form: '场次', unit: 'unit.session', measure: 'session', nature: 'count' },
      { form: '平方米', unit: 'unit.area', measure: '平方米', nature: 'amount' },
    ])
  })

  it('keeps the name of a code that a fact brought first', () => {
    importAll([films(2019, 1050)])
    expect(archive.reference().indicators).toMatchObject([{ code: 'film.screenings', catalogue: '' }])
    archive.saveReference(reference)
    expect(archive.reference()).toEqual(filled)
  })
})

describe('the database', () => {
  it('is sound after all of it', () => {
    importAll([films(2018, 900, { path: '/a' }), films(2019, 1050, { path: '/b' })])
    importAll([films(2018, 901, { path: '/a' })], 'rules-2')
    expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(rows('pragma foreign_key_check')).toEqual([])
  })

  it('says whose it is and which schema it has', () => {
    expect(rows('pragma application_id')).toEqual([{ application_id: 0x42534855 }])
    const migrations = rows('select number, name from migration order by number')
    expect(rows('pragma user_version')).toEqual([{ user_version: migrations.length }])
    expect(rows('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }])
  })

  it('has only strict tables', () => {
    const loose = rows(`
      select name from pragma_table_list
      where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite\\_%' escape '\\'`)
    expect(loose).toEqual([])
  })
})
