import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findNumberedEvents } from '../../src/dating/numbered.ts'
import { inferFromSeries } from '../../src/dating/series.ts'
import type { ReportProfile } from '../../src/model/report.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { profilesOfFile } from './profileOf.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const SHARED = at('../shared/')

type Field = 'year' | 'kind' | 'region' | 'issuer'

/** What a careful reader knows of a report and its text nowhere says: `file field` and why. */
const NOT_IN_THE_TEXT: Readonly<Record<string, string>> = {
  '望桥街道文化工作年度总结 year': 'masked; the manifest or the report of 2024 says it',
  'bulletin-2018-province issuer': 'the excerpt names no body',
  'bulletin-2024-national issuer': 'the excerpt names no body',
  'county-2014-summary region': 'the province is named nowhere',
  'govreport-2024-city region': 'the province is named nowhere',
  'holiday-2025-tourism region': 'the province is named nowhere',
  'holiday-2025-tourism issuer': 'no body is named',
  'midyear-2015-district region': 'the city is named nowhere',
  'prefecture-1998-summary region': 'the province is named nowhere',
  'publicity-2015-masked region': 'the county stands only inside names, as 檀河',
  'publicity-2015-masked issuer': 'the title says 县委宣传部, of no named county',
  'publicity-2020-county region': 'the province is named nowhere',
  'rules-2012-assessment issuer': '州文化局 explains the rules, and 财政局 is named nowhere',
  'rules-2018-standards issuer': 'the rules name no body',
  'rural-2009-station region': 'the county is named nowhere',
}

/** Gold files of a folder, as [name, path of the text]. */
const goldOf = (folder: string): readonly (readonly [string, string])[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.gold.json'))
        .map((file) => [file.replace('.gold.json', ''), `${folder}/${file.replace('.gold.json', '.txt')}`] as const)
    : []

function wanted(path: string): Readonly<Record<Field, unknown>> {
  const gold: unknown = JSON.parse(readFileSync(path.replace(/\.txt$/, '.gold.json'), 'utf8'))
  const record = gold as Readonly<Record<string, unknown>>
  return { year: record['report_year'], kind: record['doc_kind'], region: record['region'], issuer: record['issuer'] }
}

async function holds(name: string, path: string): Promise<void> {
  const [profile] = (await profilesOfFile(path)).reports
  const gold = wanted(path)
  const fields: readonly Field[] = ['year', 'kind', 'region', 'issuer']
  for (const field of fields) {
    const read = profile?.[field as keyof ReportProfile]
    if (NOT_IN_THE_TEXT[`${name} ${field}`])
      expect(read, `${field}: no longer out of reach, strike it from the list`).not.toBe(gold[field])
    else expect(read, field).toBe(gold[field])
  }
}

describe('annotated reports of our own', () => {
  test.each([...goldOf(at('fixtures/reports/gold')), ...goldOf(at('fixtures/reports/varied/dev'))])('%s', holds)

  test('望桥街道: the masked year follows from the second 邻里节 of 2024', async () => {
    const folder = at('fixtures/reports/gold')
    const files = readdirSync(folder).filter((file) => file.startsWith('望桥街道') && file.endsWith('.txt'))
    const reports = []
    for (const file of files) {
      const { document, reports: profiles } = await profilesOfFile(`${folder}/${file}`)
      const [profile] = profiles
      const [events] = findNumberedEvents(document, profiles, loadRuleBook())
      if (profile && events) reports.push({ document: document.id, profile, events })
    }
    const [inferred] = inferFromSeries(reports)
    expect(inferred?.profile).toMatchObject({ year: 2023, yearBasis: 'inferred' })
  })
})

describe.skipIf(!existsSync(SHARED))('real reports in ../shared (skipped where it is absent)', () => {
  test.each(goldOf(`${SHARED}gold/dev`))('%s', holds)

  test.each([
    ['000_18cd99f069a75c79', 2017],
    ['001_472c81a2fa5f61ad', 2019],
    ['003_3a308c0099c26585', 2013],
  ])('the masked year of seed %s is %d, and the evidence is shown', async (name, year) => {
    const { reports, findings } = await profilesOfFile(`${SHARED}corpus/seeds/${name}.txt`)
    expect(reports[0]).toMatchObject({ year, yearBasis: 'inferred' })
    expect(
      reports[0]?.evidence.filter(({ rule, says }) => rule.startsWith('event.') && says === String(year)).length,
    ).toBeGreaterThanOrEqual(2)
    expect(findings.map(({ kind }) => kind)).toEqual(['inferred_year'])
  })

  test('seed 004 is three reports', async () => {
    const { reports } = await profilesOfFile(`${SHARED}corpus/seeds/004_6e45a817f239d5d8.txt`)
    expect(reports.map(({ kind, issuer, region }) => [kind, issuer, region])).toEqual([
      ['rules', '中华人民共和国文化部', '全国'],
      ['mixed', '开福区', '湖南省长沙市开福区'],
      ['mixed', 'XX街道', 'XX街道'],
    ])
    expect(reports.map(({ year }) => year).slice(1)).toEqual([null, null])
  })

  test('a document of two bulletins is two reports', async () => {
    const { reports } = await profilesOfFile(`${SHARED}corpus/documents/2022~2023年度人力资源和社会保障.docx`)
    expect(reports.map(({ year, kind, region }) => [year, kind, region])).toEqual([
      [2023, 'statistics', '全国'],
      [2022, 'statistics', '全国'],
    ])
  })

  /** Reports of the national government that sum up the year they are named after: given in autumn or winter. */
  const LATE = [1954, 1964, 1980, 1981, 1982]
  const national = existsSync(SHARED) ? readdirSync(`${SHARED}corpus/archive/national`) : []
  test.each(national)('%s', async (file) => {
    const named = Number(file.slice(0, 4))
    const [report] = (await profilesOfFile(`${SHARED}corpus/archive/national/${file}`)).reports
    expect(report).toMatchObject({
      year: LATE.includes(named) ? named : named - 1,
      kind: 'mixed',
      region: '全国',
      issuer: '国务院',
    })
    expect(report?.published?.slice(0, 4)).toBe(String(named))
  })
  const provincial = existsSync(SHARED) ? readdirSync(`${SHARED}corpus/archive/provincial-2026`) : []
  test.each(provincial)('%s', async (file) => {
    const region = file.replace('2026年', '').replace('政府工作报告.txt', '')
    const [report] = (await profilesOfFile(`${SHARED}corpus/archive/provincial-2026/${file}`)).reports
    expect(report).toMatchObject({ year: 2025, kind: 'mixed', region, issuer: `${region}人民政府` })
    expect(report?.published).toMatch(/^2026-(?:01|02)-\d\d$/)
  })
})
