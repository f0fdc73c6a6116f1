import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FindingKind } from '../../src/model/finding.ts'
import { openArchive } from '../../src/store/open.ts'
import type { Archive, FactQuery } from '../../src/store/port.ts'
import { bigramsOf, matchOf } from '../../src/store/sqlite/bigrams.ts'
import { sentenceSearch } from '../../src/store/sqlite/migrations/0004-search.ts'
import { ROWS } from '../compare/facts.ts'
import { folderWith } from '../folder.ts'
import { type FigureOf, recordOf } from './records.ts'

const figure = (subject: string, value: number): FigureOf => ({
  quote: `${value}场`,
  value,
  indicator: 'film.screenings',
  subject,
})

/** An archive whose facts stand in sentences of these subjects, one report for each list. */
function archiveOf(reports: readonly (readonly string[])[], path = ':memory:'): Archive {
  const archive = openArchive(path)
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: ['reports'], rulesVersion: ROWS.rulesVersion })
  reports.forEach((subjects, year) => {
    const figures = subjects.map((subject, index) => figure(subject, index + 1))
    archive.saveDocument(run, recordOf({ year: 2000 + year, path: `reports/${year}.txt`, figures }))
  })
  archive.finishRun(run)
  return archive
}

const idsOf = (archive: Archive, query: FactQuery): readonly string[] => [...archive.facts(query)].map(({ id }) => id)

describe('pairs of characters', () => {
  it.each([
    ['图书馆', '图书 书馆'],
    ['图', ''],
    ['', ''],
    ['图书图书', '图书 书图'],
    ['𠮷野家', '𠮷野 野家'],
  ])('of %j', (text, pairs) => {
    expect(bigramsOf(text)).toBe(pairs)
  })

  it('hold ASCII apart from all that a tokenizer would part or fold', () => {
    expect(bigramsOf('A "')).not.toMatch(/[!-~]/)
    expect(bigramsOf('Ab')).not.toBe(bigramsOf('ab'))
  })

  it('are not asked for by one character', () => {
    expect(matchOf('图')).toBeNull()
  })
})

describe('a search', () => {
  const subjects = [
    '农家书屋新增图书',
    '图文馆放映',
    '书图展览',
    '为图，书屋放映',
    'A级景区 100% "演出"',
    'a级',
    '图书馆',
  ]
  const archive = archiveOf([subjects, ['送图书下乡', '演出']])

  it.each([
    ['图书'],
    ['书'],
    ['图，'],
    ['A级'],
    ['级景区 1'],
    ['0% "'],
    ['图书馆'],
    ['"演出"'],
    ['馆图'],
    ['演出 OR 图书'],
    ['NOT'],
  ])('for %j finds the facts whose sentence holds it, in order', (words) => {
    const wanted = [...archive.facts({})].filter(({ sentence }) => sentence.includes(words)).map(({ id }) => id)
    expect(idsOf(archive, { search: words })).toEqual(wanted)
  })

  it('finds something at all', () => {
    expect(idsOf(archive, { search: '图书' })).toHaveLength(3)
  })

  it('is exact for any words', () => {
    const letters = fc.constantFrom('图', '书', '馆', '，', 'A', '1', ' ', '"', '𠮷')
    const words = fc.array(letters, { minLength: 1, maxLength: 5 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), words, (texts, search) => {
        const own = archiveOf([texts])
        const wanted = [...own.facts({})].filter(({ sentence }) => sentence.includes(search)).map(({ id }) => id)
        expect(idsOf(own, { search })).toEqual(wanted)
        own.close()
      }),
      { numRuns: 60 },
    )
  })

  it('goes on behind a fact, page by page', () => {
    const all = idsOf(archive, { search: '图书' })
    expect(idsOf(archive, { search: '图书', limit: 1 })).toEqual(all.slice(0, 1))
    expect(idsOf(archive, { search: '图书', after: all[0] ?? '', limit: 5 })).toEqual(all.slice(1))
  })

  it('is the same for words of thousands of sentences', () => {
    const many = archiveOf([Array.from({ length: 3100 }, (_, index) => `第${index}站放映`)])
    expect(idsOf(many, { search: '放映' })).toHaveLength(3100)
    expect(idsOf(many, { search: '第77站' })).toHaveLength(1)
    many.close()
  })
})

describe('a page of facts', () => {
  it('follows the one before it while reports are imported: none of those that were there is lost or told twice', () => {
    const archive = archiveOf([['图书展览', '送图书下乡', '演出', '放图书电影', '图书角', '图书馆开放', '读图书']])
    const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
    for (const query of [{ search: '图书' }, { search: '图' }, {}] satisfies FactQuery[]) {
      const there = idsOf(archive, query)
      const seen: string[] = []
      for (let page = 0; ; page += 1) {
        const ids = idsOf(archive, { ...query, limit: 2, ...(seen.length === 0 ? {} : { after: seen.at(-1) ?? '' }) })
        if (ids.length === 0) break
        seen.push(...ids)
        if (page > 3) continue
        const year = 3000 + page + seen.length * 10
        archive.saveDocument(
          run,
          recordOf({ year, path: `new/${year}.txt`, figures: [figure('送图书进村', page + 1)] }),
        )
      }
      expect(seen.filter((id) => there.includes(id))).toEqual(there)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThanOrEqual(there.length)
    }
    archive.close()
  })

  it('goes on behind a fact that is gone', () => {
    const archive = archiveOf([['图书展览', '送图书下乡'], ['图书角']])
    const [first = '', ...rest] = idsOf(archive, { search: '图书' })
    const document = first.split(':')[0] ?? ''
    const path = archive.documents().find(({ id }) => id === document)?.paths[0] ?? ''
    const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
    archive.saveDocument(run, recordOf({ path, figures: [figure('放映', 1)] }))
    const left = rest.filter((id) => !id.startsWith(document))
    expect(idsOf(archive, { search: '图书', after: first })).toEqual(left)
    archive.close()
  })
})

describe('facts by what is wrong near them', () => {
  const archive = openArchive(':memory:')
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
  const record = recordOf({ figures: [figure('甲', 1), figure('乙', 2), { ...figure('丙', 3), block: null }] })
  const [, second, third] = record.extraction.facts
  const at = (start: number, end: number, kind: FindingKind) => ({
    document: record.document.id,
    start,
    end,
    kind,
    message: 'Something.',
  })
  archive.saveDocument(run, {
    ...record,
    extraction: {
      ...record.extraction,
      findings: [
        // Before the words of the second fact, in its paragraph.
        at((second?.start ?? 0) - 1, second?.start ?? 0, 'broken_sentence'),
        // Before the words of the third, whose paragraph is not known.
        at((third?.start ?? 0) - 1, third?.start ?? 0, 'broken_sentence'),
        at((third?.start ?? 0) + 1, (third?.start ?? 0) + 1, 'masked_number'),
      ],
    },
  })

  it.each<[FindingKind, readonly string[]]>([
    ['broken_sentence', ['2场']],
    ['masked_number', ['3场']],
    ['garbled_text', []],
  ])('%s', (finding, quotes) => {
    expect([...archive.facts({ finding })].map(({ quote }) => quote)).toEqual(quotes)
  })

  it('goes together with the other filters', () => {
    expect(idsOf(archive, { finding: 'broken_sentence', search: '乙' })).toHaveLength(1)
    expect(idsOf(archive, { finding: 'broken_sentence', minConfidence: 0.95 })).toEqual([])
    expect(idsOf(archive, { finding: 'broken_sentence', document: 'other' })).toEqual([])
  })
})

describe('the index', () => {
  it('forgets the sentences of a file that has changed', () => {
    const archive = archiveOf([['送图书下乡']])
    const run = archive.startRun({ paths: [], rulesVersion: ROWS.rulesVersion })
    archive.saveDocument(run, recordOf({ path: 'reports/0.txt', figures: [figure('放映', 7)] }))
    expect(idsOf(archive, { search: '图书' })).toEqual([])
    expect(idsOf(archive, { search: '放映' })).toHaveLength(1)
    archive.close()
  })

  it('is made for an archive that had none, sentence by sentence', () => {
    const path = `${folderWith()}/archive.db`
    archiveOf([['送图书下乡', '演出', '演出'], ['图书展']], path).close()
    const connection = new Database(path)
    connection.function('bigrams', (text: unknown) => bigramsOf(String(text)))
    const dump = () => connection.prepare('select document, first, last from sentence order by document, first').all()
    const before = dump()
    connection.exec(`drop table sentence; drop table sentence_index; ${sentenceSearch.sql}`)
    expect(dump()).toEqual(before)
    connection.close()
    const archive = openArchive(path)
    expect(idsOf(archive, { search: '图书' })).toHaveLength(2)
    archive.close()
  })
})
