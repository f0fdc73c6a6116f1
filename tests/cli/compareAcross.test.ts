import { describe, expect, test } from 'vitest'
import type { OptionValues } from '../../src/cli/command.ts'
import { compareCommand } from '../../src/cli/commands/compare.ts'
import { yearList } from '../../src/cli/messages/yearList.ts'
import { createPlaceOrder } from '../../src/cli/placeOrder.ts'
import { displayWidth } from '../../src/cli/width.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { folderWith } from '../folder.ts'
import { fakeCli } from './fakeCli.ts'
import { baoshu, jsonLines } from './run.ts'
import { type SaidFact, storeReports } from './storedReports.ts'

const done = (number: number): SaidFact => ({ quote: `演出${number}场` })
const planned = (number: number, year: number): SaidFact => ({ quote: `计划${number}场`, status: 'plan', year })

function archiveOfPlaces(): string {
  const folder = folderWith()
  const of = (region: string, year: number, ...facts: readonly SaidFact[]) => ({
    name: `${region}${year}`,
    region,
    issuer: `${region}文化馆`,
    year,
    facts,
  })
  storeReports(folder, [
    of('山东省', 2020, done(90), planned(95, 2021)),
    of('山东省', 2021, done(100)),
    of('北京市', 2021, done(300), { quote: '图书馆演出5场', scope: '图书馆' }),
    of('云岭省', 2021, done(7), { quote: '平均3场', basis: 'average' }),
    of('河北省', 2021, { quote: '藏书9册', indicator: 'library.books', unit: '册' }),
  ])
  return folder
}

const cellsOf = (line: string): readonly string[] => line.trim().split(/ {2,}/)

describe('compare --across', () => {
  const across = ['compare', '--across', 'region', '--indicator', 'performance.sessions']

  test('is one table, a place a row in the order of their codes, done and planned side by side', () => {
    const { code, stdout, stderr } = baoshu(archiveOfPlaces(), across)
    expect(code).toBe(0)
    expect(stdout.split('\n').map(cellsOf).slice(0, 6)).toEqual([
      ['place', 'indicator', 'unit', '2020', '2021', 'change', '%', '2021 planned'],
      expect.anything(),
      ['北京市', 'performance.sessions', '场', '300'],
      ['山东省', 'performance.sessions', '场', '90', '100', '+10', '+11.1%', '95'],
      ['云岭省', 'performance.sessions', '场', '7'],
      ['云岭省', 'performance.sessions [average]', '场', '3'],
    ])
    expect(stdout).not.toContain('图书馆')
    expect(stderr.trim()).toBe('nothing of it stated by 河北省')
  })

  test('shows one year, or what narrower bodies have', () => {
    const folder = archiveOfPlaces()
    const { stdout } = baoshu(folder, [...across, '--year', '2021', '--status', 'actual', '--lang', 'zh'])
    expect(stdout.split('\n').map(cellsOf).slice(0, 4)).toEqual([
      ['地区', '指标', '单位', '2021'],
      expect.anything(),
      ['北京市', '演出场次', '场', '300'],
      ['山东省', '演出场次', '场', '100'],
    ])
    expect(baoshu(folder, [...across, '--scope', '图书馆']).stdout).toContain('图书馆')
  })

  test('keeps institutions apart with --across issuer', () => {
    const { stdout } = baoshu(archiveOfPlaces(), [
      'compare', '--across', 'issuer', '--indicator', 'performance.sessions', '--year', '2021', '--status', 'actual',
    ]) // biome-ignore format: a command line
    expect(stdout).toContain('山东省 山东省文化馆')
  })

  test('prints records in the order of the table', () => {
    const records = jsonLines(baoshu(archiveOfPlaces(), [...across, '--format', 'jsonl']).stdout)
    expect(records.map(({ place, year, status, value }) => [place, year, status, value])).toEqual([
      ['北京市', 2021, 'actual', 300],
      ['山东省', 2020, 'actual', 90],
      ['山东省', 2021, 'actual', 100],
      ['山东省', 2021, 'plan', 95],
      ['云岭省', 2021, 'actual', 7],
      ['云岭省', 2021, 'actual', 3],
    ])
  })

  test('needs an indicator', () => {
    const { code, stderr } = baoshu(archiveOfPlaces(), ['compare', '--across', 'region'])
    expect(code).toBe(2)
    expect(stderr).toContain('--indicator')
  })

  test('leaves the years out that fewest places have, where the terminal has no room', async () => {
    const folder = archiveOfPlaces()
    const { cli, said } = fakeCli({ columns: 60 })
    const fallbacks = Object.fromEntries(
      Object.entries(compareCommand.options).map(([name, one]) => [name, one.fallback]),
    )
    const options = {
      ...fallbacks,
      db: `${folder}/baoshu.db`,
      across: 'region',
      indicator: 'performance.sessions',
    } as OptionValues<typeof compareCommand.options>
    await compareCommand.run({ args: [], options }, cli)
    const [titles = '', , row = ''] = said.data.split('\n')
    expect(cellsOf(titles)).toEqual(['place', 'indicator', 'unit', '2021', '2021 planned'])
    expect(displayWidth(row)).toBeLessThanOrEqual(60)
    expect(said.lines.join()).toMatch(/no room for 2020/)
  })
})

describe('series of one place by several institutions', () => {
  function twoInstitutions(): string {
    const folder = folderWith()
    const report = (issuer: string, year: number, number: number) => ({
      name: `${issuer}${year}`,
      region: '云岭省青川市',
      issuer,
      year,
      facts: [done(number)],
    })
    storeReports(folder, [report('青川市文化馆', 2019, 100), report('青川市群众艺术馆', 2020, 110)])
    return folder
  }

  test.each<[name: string, options: readonly string[], rows: readonly string[][]]>([
    [
      'are joined without a word, with a mark',
      [],
      [['performance.sessions', 'done', '场', '100', '110', '+10†', '+10%']],
    ],
    ['are apart by --by issuer', ['--by', 'issuer'], []],
    ['are apart with --issuer', ['--issuer', '青川市'], []],
    [
      'are joined by --by place, though issuers are named',
      ['--issuer', '青川市', '--by', 'place'],
      [['performance.sessions', 'done', '场', '100', '110', '+10†', '+10%']],
    ],
  ])('%s', (_, options, rows) => {
    const { stdout } = baoshu(twoInstitutions(), ['compare', ...options])
    expect(
      stdout
        .split('\n')
        .slice(2, 3)
        .filter((line) => line !== '')
        .map(cellsOf),
    ).toEqual(rows)
  })
})

describe('the trend in the table', () => {
  const history = (...numbers: readonly number[]) => {
    const folder = folderWith()
    storeReports(
      folder,
      numbers.map((number, index) => ({
        name: `${index}`,
        region: '云岭省青川市',
        issuer: '文化馆',
        year: 2017 + index,
        facts: [done(number)],
      })),
    )
    return folder
  }

  test('stands last, with a legend', () => {
    const { stdout } = baoshu(history(10, 80, 45), ['compare'])
    const [titles = '', , row = ''] = stdout.split('\n')
    expect(titles).toMatch(/ trend 2017–2019$/)
    expect(row).toMatch(/ ▁█▅$/)
    expect(stdout).toContain('Trend: one block a year')
  })

  test('is not drawn of two years, nor told of', () => {
    const { stdout } = baoshu(history(10, 80), ['compare'])
    expect(stdout).not.toMatch(/trend|[▁█]/i)
  })
})

describe('the order of places', () => {
  test('is that of their codes, what holds others first, the unknown last', () => {
    const order = createPlaceOrder(loadRuleBook().regions)
    const places = [
      '云岭省',
      '广东省',
      '山东省济南市',
      '全国',
      '北京市',
      '山东省潍坊市高新区',
      '山东省',
      '上海市文化馆',
    ]
    expect([...places].sort(order)).toEqual([
      '全国', '北京市', '上海市文化馆', '山东省', '山东省济南市', '山东省潍坊市高新区', '广东省', '云岭省',
    ]) // biome-ignore format: a list
  })
})

test.each<[years: readonly number[], told: string]>([
  [[2016], '2016'],
  [[2016, 2017, 2019], '2016, 2017, 2019'],
  [[2015, 2016, 2017, 2018, 2019, 2020], '2015–2020'],
])('years that the terminal has no room for are told, many of them as a range: %j', (years, told) => {
  expect(yearList(years, ', ')).toBe(told)
})
