import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FACT_FIELDS } from '../../src/model/fact.ts'
import { folderWith } from '../folder.ts'
import { baoshu, jsonLines, startBaoshu } from './run.ts'
import { storeReports } from './storedReports.ts'

function archive(): string {
  const folder = folderWith()
  storeReports(folder, [
    {
      name: '2019.txt',
      region: '云岭省青川市',
      issuer: '青川市文化馆',
      year: 2019,
      facts: [
        { quote: '演出100场' },
        { quote: '藏书3000册', indicator: 'library.books', unit: '册', aspect: 'stock' },
        { quote: '计划演出110场', status: 'plan', year: 2020, year_offset: 1 },
      ],
    },
    {
      name: '2020.txt',
      region: '云岭省白石市',
      issuer: '白石市文化馆',
      facts: [{ quote: '演出近5场', modifier: 'under', value: 5, max: 5, scope: '老街', confidence: 0.4 }],
    },
  ])
  return folder
}

describe('facts', () => {
  const filters: readonly [args: readonly string[], quotes: readonly string[]][] = [
    [[], ['演出100场', '计划演出110场', '演出近5场', '藏书3000册']],
    [
      ['--region', '青川'],
      ['演出100场', '计划演出110场', '藏书3000册'],
    ],
    // The levels between places may be left out, but not those of one short name.
    [
      ['--region', '云岭青川'],
      ['演出100场', '计划演出110场', '藏书3000册'],
    ],
    [['--region', '岭青'], []],
    [['--issuer', '白石市文化馆'], ['演出近5场']],
    [['--indicator', 'library.books'], ['藏书3000册']],
    [['--status', 'plan'], ['计划演出110场']],
    [['--aspect', 'stock'], ['藏书3000册']],
    [
      ['--year', '2019'],
      ['演出100场', '藏书3000册'],
    ],
    [['--from', '2020'], ['计划演出110场']],
    [
      ['--to', '2019'],
      ['演出100场', '藏书3000册'],
    ],
    [['--scope', '老街'], ['演出近5场']],
    [['--search', '藏书'], ['藏书3000册']],
    [
      ['--min-confidence', '0.5'],
      ['演出100场', '计划演出110场', '藏书3000册'],
    ],
    [
      ['--region', '青川', '--status', 'actual', '--basis', 'total'],
      ['演出100场', '藏书3000册'],
    ],
    [['--search', '没有这些字'], []],
  ]
  test.each(filters)('%j', (args, quotes) => {
    const { code, stdout, stderr } = baoshu(archive(), ['facts', ...args, '--format', 'jsonl'])
    expect(code).toBe(0)
    expect(
      jsonLines(stdout)
        .map(({ quote }) => quote)
        .sort(),
    ).toEqual([...quotes].sort())
    expect(stderr).toBe(quotes.length === 0 ? 'no facts match\n' : '')
  })

  test('a record has the fields of the contract, then those of its report', () => {
    const [record = {}] = jsonLines(baoshu(archive(), ['facts', '--region', '青川', '--format', 'jsonl']).stdout)
    expect(Object.keys(record)).toEqual([...FACT_FIELDS, 'region', 'issuer', 'report_year', 'title', 'path'])
    expect(record).toMatchObject({ report_year: 2019, rules: ['test.rule'], page: null })
  })

  test('pages follow each other', () => {
    const folder = archive()
    const all = jsonLines<{ id: string }>(baoshu(folder, ['facts', '--format', 'jsonl']).stdout).map(({ id }) => id)
    const first = jsonLines<{ id: string }>(baoshu(folder, ['facts', '--format', 'jsonl', '--limit', '3']).stdout)
    const last = first.at(-1)?.id ?? ''
    const next = jsonLines<{ id: string }>(baoshu(folder, ['facts', '--format', 'jsonl', '--after', last]).stdout)
    expect([...first, ...next].map(({ id }) => id)).toEqual(all)
    const none = baoshu(folder, ['facts', '--after', 'nosuch', '--lang', 'en'])
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('--after')
  })

  test('a table says what the words bound', () => {
    const { stdout } = baoshu(archive(), ['facts', '--issuer', '白石'])
    expect(stdout).toContain('≤ 5')
  })

  test('CSV in a file for Excel', () => {
    const folder = archive()
    expect(baoshu(folder, ['facts', '--format', 'csv', '--bom', '-o', 'facts.csv'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    const text = readFileSync(join(folder, 'facts.csv'), 'utf8')
    expect(text).toMatch(/^\uFEFFid,document,start,/)
    expect(text.trimEnd().split('\r\n')).toHaveLength(5)
  })
})

describe('documents and runs', () => {
  test('documents are listed with their year and how it is known', () => {
    const records = jsonLines(baoshu(archive(), ['documents', '--format', 'jsonl']).stdout)
    expect(records.map(({ year, region, facts }) => [year, region, facts]).sort()).toEqual(
      [
        [2019, '云岭省青川市', 3],
        [null, '云岭省白石市', 1],
      ].sort(),
    )
    expect(baoshu(archive(), ['documents']).stdout).toContain('unknown')
  })

  test('documents tell the rule that decided their year, and when they were published', () => {
    const folder = folderWith({
      '2024年青澜省政府工作报告.txt':
        '政府工作报告\n——2024年1月20日在青澜省第十届人民代表大会第二次会议上\n一、2023年工作回顾\n过去一年，演出120场。\n',
    })
    expect(baoshu(folder, ['import', '.']).code).toBe(0)
    const [record] = jsonLines(baoshu(folder, ['documents', '--format', 'jsonl']).stdout)
    expect(record).toMatchObject({
      year: 2023,
      yearBasis: 'stated',
      yearRule: 'year.givenEarly',
      published: '2024-01-20',
    })
    const table = baoshu(folder, ['documents']).stdout
    for (const words of ['2023', 'year.givenEarly', '2024-01-20']) expect(table).toContain(words)
  })

  test('a document that is not there is told with what to do', () => {
    const { code, stderr } = baoshu(archive(), ['documents', 'set', 'ffffffffffffffffff', '--year', '2020'])
    expect(code).toBe(1)
    expect(stderr).toContain('[not_found]')
    expect(stderr).toContain('"baoshu documents" lists the ids')
  })

  test('runs are listed with what they did', () => {
    expect(jsonLines(baoshu(archive(), ['runs', '--format', 'jsonl']).stdout)).toMatchObject([
      { run: 1, new: 2, failed: 0, facts: 4, failures: [] },
    ])
  })
})

describe('a reader that goes away', () => {
  test('is no error: the program ends quietly', async () => {
    const folder = folderWith()
    const facts = Array.from({ length: 3000 }, (_, index) => ({ quote: `演出${index}场` }))
    storeReports(folder, [{ name: 'a', year: 2019, facts }])
    const { child, ended } = startBaoshu(folder, ['facts', '--format', 'jsonl'])
    let told = ''
    child.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(told).toBe('')
  })
})
