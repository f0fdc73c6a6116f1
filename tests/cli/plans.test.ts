import { describe, expect, test } from 'vitest'
import { folderWith } from '../folder.ts'
import { baoshu, jsonLines } from './run.ts'
import { type SaidFact, storeReports } from './storedReports.ts'

const planned = (quote: string, year: number, said: Partial<SaidFact> = {}): SaidFact => ({
  quote,
  status: 'plan',
  year,
  ...said,
})

function archiveOfPlans(): string {
  const folder = folderWith()
  const report = (year: number, ...facts: readonly SaidFact[]) => ({
    name: `${year}.txt`,
    region: '云岭省青川市',
    issuer: '青川市文化馆',
    year,
    facts,
  })
  storeReports(folder, [
    report(2018, { quote: '演出80场' }, planned('计划演出100场', 2019)),
    report(2019, { quote: '演出120场' }, planned('计划演出150场', 2020)),
    report(
      2020,
      { quote: '演出140场' },
      planned('计划演出至少160场', 2021, { value: 160, min: 160, max: null, modifier: 'at_least' }),
    ),
    report(
      2021,
      { quote: '演出150余场', value: 150, min: 150, max: null, modifier: 'over' },
      planned('计划演出200场', 2022),
    ),
  ])
  return folder
}

const cellsOf = (line: string): readonly string[] => line.trim().split(/ {2,}/)

describe('plans', () => {
  test('stand beside what was done, with the outcome and by how much', () => {
    const { code, stdout, stderr } = baoshu(archiveOfPlans(), ['plans'])
    expect([code, stderr.trim()]).toEqual([0, 'met 1, missed 1, unknown 1, waiting 1'])
    expect(stdout.split('\n').slice(2, 6).map(cellsOf)).toEqual([
      ['云岭省青川市', 'performance.sessions', '2019', '100', '120', '场', 'met', '+20', '+20%'],
      ['云岭省青川市', 'performance.sessions', '2020', '150', '140', '场', 'missed', '-10', '-6.7%'],
      [
        '云岭省青川市', 'performance.sessions', '2021', '≥ 160', '≥ 150', '场', 'unknown', '—',
        'the words set no bound to the change',
      ],
      ['云岭省青川市', 'performance.sessions', '2022', '200', '场', 'waiting'],
    ]) // biome-ignore format: a table
  })

  test.each<[name: string, options: readonly string[], years: readonly number[]]>([
    ['of one outcome', ['--outcome', 'missed'], [2020]],
    ['of one year', ['--year', '2021'], [2021]],
    ['from a year to another', ['--from', '2020', '--to', '2021'], [2020, 2021]],
    ['of another place', ['--region', '白石'], []],
    ['of another indicator', ['--indicator', 'library.books'], []],
  ])('are chosen: %s', (_, options, years) => {
    const { stdout } = baoshu(archiveOfPlans(), ['plans', ...options, '--format', 'jsonl'])
    expect((stdout === '' ? [] : jsonLines(stdout)).map(({ year }) => year)).toEqual(years)
  })

  test('are records with both sentences, for programs', () => {
    const [first] = jsonLines(baoshu(archiveOfPlans(), ['plans', '--format', 'jsonl']).stdout)
    expect(first).toMatchObject({
      year: 2019,
      planned: 100,
      done: 120,
      outcome: 'met',
      difference: 20,
      planned_sentence: '计划演出100场。',
      done_sentence: '演出120场。',
    })
  })

  test('speak Chinese, and say where there are none', () => {
    expect(baoshu(archiveOfPlans(), ['plans', '--lang', 'zh']).stdout).toContain('未完成')
    expect(baoshu(archiveOfPlans(), ['plans', '--region', '白石', '--lang', 'zh']).stderr).toContain(
      '没有年份已知的计划',
    )
  })
})
