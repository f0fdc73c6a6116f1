import { describe, expect, test } from 'vitest'
import type { OptionValues } from '../../src/cli/command.ts'
import { compareCommand } from '../../src/cli/commands/compare.ts'
import { displayWidth } from '../../src/cli/width.ts'
import { folderWith } from '../folder.ts'
import { fakeCli } from './fakeCli.ts'
import { baoshu, jsonLines } from './run.ts'
import { type SaidFact, storeReports } from './storedReports.ts'

const PLACE = '云岭省青川市'

function withFigures(...years: readonly (readonly [year: number, ...facts: SaidFact[]])[]): string {
  const folder = folderWith()
  storeReports(
    folder,
    years.map(([year, ...facts]) => ({ name: `${year}.txt`, region: PLACE, issuer: '青川市文化馆', year, facts })),
  )
  return folder
}

/** The cells of the first row of the table, by its titles. */
function firstRow(stdout: string): Record<string, string> {
  const [titles = '', rule = '', row = ''] = stdout.split('\n')
  const cells = (line: string) => {
    let at = 0
    return rule.split('  ').map((dashes) => {
      const cell = sliceColumns(line, at, at + dashes.length)
      at += dashes.length + 2
      return cell.trim()
    })
  }
  const names = cells(titles)
  return Object.fromEntries(cells(row).map((cell, index) => [names[index] ?? '', cell]))
}

function sliceColumns(line: string, from: number, to: number): string {
  let column = 0
  let cell = ''
  for (const character of line) {
    if (column >= from && column < to) cell += character
    column += displayWidth(character)
  }
  return cell
}

describe('compare', () => {
  test('sets the years side by side, with change and percent', () => {
    const folder = withFigures([2019, { quote: '演出100场' }], [2020, { quote: '演出120场' }])
    const { code, stdout, stderr } = baoshu(folder, ['compare', '--region', '青川'])
    expect([code, stderr]).toEqual([0, ''])
    expect(firstRow(stdout)).toEqual({
      indicator: 'performance.sessions',
      status: 'done',
      unit: '场',
      2019: '100',
      2020: '120',
      change: '+20',
      '%': '+20%',
    })
    expect(stdout).toContain('Legend: ≥ at least')
  })

  test('speaks Chinese, with the names of the indicators', () => {
    const folder = withFigures([2019, { quote: '演出100场' }], [2020, { quote: '演出75场' }])
    const { stdout } = baoshu(folder, ['compare', '--lang', 'zh'])
    expect(firstRow(stdout)).toEqual({
      指标: '演出场次',
      状态: '实际',
      单位: '场',
      2019: '100',
      2020: '75',
      变动: '-25',
      '%': '-25%',
    })
    expect(stdout).toContain('图例：≥ 不少于')
  })

  const over: SaidFact = { quote: '演出100余场', value: 100, min: 100, modifier: 'over' }
  const most: SaidFact = { quote: '演出不超过80场', value: 80, max: 80, modifier: 'at_most' }
  const bounds: readonly [name: string, before: SaidFact, after: SaidFact, shown: object][] = [
    ['at least', { quote: '演出90场' }, over, { 2019: '90', 2020: '≥ 100', change: '≥ +10', '%': '≥ +11.1%' }],
    ['at most', { quote: '演出90场' }, most, { 2019: '90', 2020: '≤ 80', change: '≤ -10', '%': '≤ -11.1%' }],
    ['no bound to the change', over, over, { 2019: '≥ 100', 2020: '≥ 100', change: '—', '%': '' }],
    [
      'about',
      { quote: '演出约90场', modifier: 'about' },
      { quote: '演出99场' },
      { 2019: '~ 90', 2020: '99', change: '~ +9', '%': '~ +10%' },
    ],
    [
      'a range',
      { quote: '演出20至30场', value: null, min: 20, max: 30, modifier: 'range' },
      { quote: '演出35场' },
      { 2019: '20–30', 2020: '35', change: '+5…+15', '%': '+16.7%…+75%' },
    ],
  ]
  test.each(bounds)('marks bounds instead of pretending: %s', (_, before, after, shown) => {
    expect(firstRow(baoshu(withFigures([2019, before], [2020, after]), ['compare']).stdout)).toMatchObject(shown)
  })

  test('says why a change cannot be told, and says nothing of it where all can', () => {
    const whole: SaidFact = { quote: '演出100场' }
    const folder = withFigures([2019, over], [2020, over])
    const unbounded = baoshu(folder, ['compare']).stdout
    expect(unbounded).toContain('— not comparable: the words set no bound to the change.')
    expect(baoshu(folder, ['compare', '--lang', 'zh']).stdout).toContain('— 不可比：文字未给出可比的界限。')
    const records = jsonLines(baoshu(folder, ['compare', '--format', 'jsonl']).stdout)
    expect(records.map(({ reason, difference }) => [reason, difference])).toEqual([
      [null, null],
      ['unbounded', null],
    ])
    expect(baoshu(withFigures([2019, whole], [2020, whole]), ['compare']).stdout).not.toContain('not comparable')
  })

  test('tells the change of a ratio in points, without percent of percent', () => {
    const rate = { indicator: 'rate.coverage', unit: '%', aspect: 'rate', subject: '社区' } as const
    const folder = withFigures([2019, { quote: '覆盖率80%', ...rate }], [2020, { quote: '覆盖率85%', ...rate }])
    expect(firstRow(baoshu(folder, ['compare']).stdout)).toMatchObject({
      2019: '80',
      2020: '85',
      change: '+5',
      '%': '',
    })
  })

  test('keeps what is planned apart from what was done', () => {
    const folder = withFigures(
      [2019, { quote: '演出100场' }, { quote: '计划演出110场', status: 'plan', year: 2020 }],
      [2020, { quote: '演出105场' }, { quote: '计划演出120场', status: 'plan', year: 2021 }],
    )
    const points = jsonLines(baoshu(folder, ['compare', '--format', 'jsonl']).stdout)
    expect(points.map(({ status, year, value }) => [status, year, value])).toEqual([
      ['actual', 2019, 100],
      ['actual', 2020, 105],
      ['plan', 2020, 110],
      ['plan', 2021, 120],
    ])
    expect(baoshu(folder, ['compare', '--status', 'plan']).stdout).not.toContain('done')
  })

  test('tells series apart that differ in their aspect alone', () => {
    const stock = { indicator: 'library.books', unit: '册', aspect: 'stock' } as const
    const flow = { ...stock, aspect: 'flow' } as const
    const folder = withFigures(
      [2019, { quote: '藏书100册', ...stock }, { quote: '购书10册', ...flow }],
      [2020, { quote: '藏书110册', ...stock }, { quote: '购书12册', ...flow }],
    )
    const { stdout } = baoshu(folder, ['compare', '--lang', 'zh'])
    expect(stdout).toContain('藏书量 [存量]')
    expect(stdout).toContain('藏书量 [当年]')
  })

  test('prints large numbers in the words of the language, without rounding', () => {
    const money = { indicator: 'industry.investment', unit: '元', subject: '投资' } as const
    const folder = withFigures(
      [2019, { quote: '8.75亿元', value: 875_000_000, ...money }],
      [2020, { quote: '123456789元', value: 123_456_789, ...money }],
    )
    expect(firstRow(baoshu(folder, ['compare', '--lang', 'zh']).stdout)).toMatchObject({
      2019: '8.75亿',
      2020: '123,456,789',
      变动: '-751,543,211',
    })
    expect(firstRow(baoshu(folder, ['compare']).stdout)).toMatchObject({ 2019: '875 million' })
  })

  test('leaves series of one year out, unless asked', () => {
    const folder = withFigures([2019, { quote: '演出100场' }])
    const none = baoshu(folder, ['compare'])
    expect([none.code, none.stdout]).toEqual([0, ''])
    expect(none.stderr).toContain('nothing can be compared')
    expect(none.stderr).toContain(PLACE)
    expect(firstRow(baoshu(folder, ['compare', '--min-years', '1']).stdout)).toMatchObject({ 2019: '100' })
  })

  test('joins a place by region, and keeps institutions apart by issuer', () => {
    const folder = folderWith()
    storeReports(folder, [
      { name: 'a', region: PLACE, issuer: '文化馆', year: 2019, facts: [{ quote: '演出100场' }] },
      { name: 'b', region: PLACE, issuer: '图书馆', year: 2020, facts: [{ quote: '演出7场' }] },
      { name: 'c', region: '云岭省白石市', issuer: '文化馆', year: 2020, facts: [{ quote: '演出300场' }] },
    ])
    expect(firstRow(baoshu(folder, ['compare', '--region', '青川']).stdout)).toMatchObject({
      2019: '100',
      2020: '7',
      change: '-93†',
    })
    expect(baoshu(folder, ['compare', '--region', '青川', '--issuer', '馆']).stdout).toBe('')
  })

  test('bounds the years before it takes the changes', () => {
    const folder = withFigures(
      [2018, { quote: '演出80场' }],
      [2019, { quote: '演出100场' }],
      [2020, { quote: '演出120场' }],
    )
    const points = jsonLines(baoshu(folder, ['compare', '--from', '2019', '--format', 'jsonl']).stdout)
    expect(points.map(({ year, from_year, difference }) => [year, from_year, difference])).toEqual([
      [2019, null, null],
      [2020, 2019, 20],
    ])
  })

  test('shows the latest years that the terminal has room for, and tells of the others', async () => {
    const years = [2016, 2017, 2018, 2019, 2020] as const
    const folder = withFigures(...years.map((year) => [year, { quote: `演出${year}场` }] as const))
    const run = async (columns: number | null) => {
      const { cli, said } = fakeCli({ columns })
      const options = Object.fromEntries(
        Object.entries(compareCommand.options).map(([name, one]) => [name, one.fallback]),
      )
      const db = `${folder}/baoshu.db`
      await compareCommand.run(
        { args: [], options: { ...options, db } as OptionValues<typeof compareCommand.options> },
        cli,
      )
      return said
    }
    const narrow = await run(70)
    expect(firstRow(narrow.data)).toMatchObject({ 2019: '2,019', 2020: '2,020' })
    expect(firstRow(narrow.data)).not.toHaveProperty('2016')
    for (const line of narrow.data.split('\n').slice(0, 3)) expect(displayWidth(line)).toBeLessThanOrEqual(70)
    expect(narrow.lines.join()).toMatch(/no room for 2016, 2017/)
    const wide = await run(200)
    expect(firstRow(wide.data)).toHaveProperty('2016')
    expect(wide.lines).toEqual([])
    expect((await run(null)).data).toBe(wide.data)
  })

  test('says which documents have no year', () => {
    const folder = folderWith()
    storeReports(folder, [{ name: 'x', region: PLACE, facts: [{ quote: '演出100场' }] }])
    const { stdout, stderr } = baoshu(folder, ['compare'])
    expect(stdout).toBe('')
    expect(stderr).toContain('1 document of unknown year left out')
    expect(stderr).toContain('documents set')
  })

  test('every number of a record is what the table shows', () => {
    const folder = withFigures([2019, { quote: '演出100场' }], [2020, { quote: '演出120场' }])
    const csv = baoshu(folder, ['compare', '--format', 'csv']).stdout.split('\r\n')
    expect(csv[0]).toMatch(/^name,series,place,/)
    expect(csv).toHaveLength(4)
    const array = JSON.parse(baoshu(folder, ['compare', '--format', 'json']).stdout)
    expect(array[1]).toMatchObject({
      year: 2020,
      value: 120,
      from_year: 2019,
      difference: 20,
      percent: 20,
      comparison: 'exact',
    })
  })
})
