import type { Archive, FactQuery } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT } from '../command.ts'
import {
  type ComparedSeries,
  chooseSeries,
  comparedPoints,
  comparisonColumns,
  pointSheet,
  yearsOf,
} from '../comparison.ts'
import {
  bomOption,
  databaseOption,
  factFilterOptions,
  formatOption,
  outputOption,
  wholeNumberOption,
} from '../options.ts'
import { printRows, tableWidth } from '../records.ts'

const { region, issuer, indicator, of, from, to, status, scope } = factFilterOptions

export const compareCommand = defineCommand({
  name: 'compare',
  summary: {
    en: 'Compare years: the figures of a place or institution side by side',
    zh: '跨年比较：同一地区或单位历年数字并列',
  },
  details: [
    {
      en: 'One row is one series: one place, one indicator, done or planned. Each year is followed by its change from the year before it and the change in percent. What a report only bounds stays a bound: ≥ at least, ≤ at most, ~ about, a–b between; a change is then told as far as the bounds allow. * marks a year with several figures, of which the best is shown; † a change between reports that use other words or skip years. "baoshu facts" shows the sentences behind a figure.',
      zh: '每行是一个序列：同一地区、同一指标，实际与计划分列。每个年份之后是与上一个年份相比的变动和百分比。报告只给出界限的仍按界限显示：≥ 不少于，≤ 不超过，~ 约，a–b 区间；变动也只算到界限所允许的程度。* 表示该年有多个数字，显示其中最可靠的一个；† 表示两份报告用词不同或中间缺年。数字背后的原句用 baoshu facts 查看。',
    },
    {
      en: 'By --region the reports of all institutions of a place are joined; by --issuer each institution stands alone. The other formats print one record for each year of each series, with the bounds and the sentence.',
      zh: '用 --region 时合并该地区各单位的报告；用 --issuer 时各单位分列。其他格式逐年逐序列输出，并带有界限和原句。',
    },
  ],
  arguments: [],
  options: {
    db: databaseOption,
    region,
    issuer,
    indicator,
    of,
    status,
    scope,
    from,
    to,
    minYears: wholeNumberOption({
      flag: '--min-years',
      value: 'NUMBER',
      least: 1,
      most: 100,
      summary: { en: 'only series with figures of so many years', zh: '至少有这么多个年份的序列' },
      fallback: 2,
    }),
    format: formatOption,
    output: outputOption,
    bom: bomOption,
  },
  examples: [
    {
      command: 'baoshu compare --region 潍坊',
      summary: { en: 'all that can be compared of a place', zh: '某地所有可比的数字' },
    },
    {
      command: 'baoshu compare --issuer 文化馆 --indicator training.sessions --from 2019',
      summary: { en: 'one indicator of one institution', zh: '某单位的一个指标' },
    },
    {
      command: 'baoshu compare --region 潍坊 --format csv --bom -o compare.csv',
      summary: { en: 'for a spreadsheet', zh: '供电子表格使用' },
    },
  ],
  async run({ options }, cli) {
    const { buildSeries } = await import('../../compare/series.ts')
    return withArchive(options.db, 'read', async (archive) => {
      const query = readQuery(options)
      const { series, catalogue } = archive.snapshot(() => {
        const reference = archive.reference()
        const by = options.issuer === null ? 'place' : 'issuer'
        return { series: buildSeries(archive.facts(query), reference, { by }), catalogue: reference.indicators }
      })
      const compared = chooseSeries(series, catalogue, options)
      if (options.format === 'table') {
        const shown = fittedToTerminal(
          compared,
          (from) => chooseSeries(series, catalogue, { ...options, from }),
          options,
          cli,
        )
        const columns = comparisonColumns(shown, cli.language, cli.words)
        const sheet = { columns, fields: [], record: () => ({}), legend: cli.words.compare.legend }
        await printRows(shown, sheet, options, cli)
      } else await printRows(comparedPoints(compared), { ...pointSheet, columns: [] }, options, cli)
      if (compared.length === 0) tellNothing(archive, cli)
      tellUndated(archive, cli)
      return EXIT.done
    })
  },
})

function readQuery(options: {
  readonly region: string | null
  readonly issuer: string | null
  readonly indicator: string | null
  readonly of: string | null
  readonly status: FactQuery['status'] | null
  readonly scope: string | null
}): FactQuery {
  const { region, issuer, indicator, of, status, scope } = options
  return Object.fromEntries(
    Object.entries({ region, issuer, indicator, of, status, scope }).filter(([, value]) => value !== null),
  )
}

/** As many of the latest years as the terminal has room for, two at least; the others are told of. */
function fittedToTerminal(
  compared: readonly ComparedSeries[],
  chooseFrom: (year: number) => readonly ComparedSeries[],
  options: { readonly output: string | null },
  cli: Cli,
): readonly ComparedSeries[] {
  const years = yearsOf(compared)
  const room = options.output === null ? cli.columns : null
  const fits = (rows: readonly ComparedSeries[]) =>
    room === null || tableWidth(rows, comparisonColumns(rows, cli.language, cli.words), cli.language) <= room
  if (fits(compared)) return compared
  const choices = years.slice(1, -1).map((year) => ({ year, rows: chooseFrom(year) }))
  const chosen =
    choices.find(({ rows }) => rows.length > 0 && fits(rows)) ?? choices.findLast(({ rows }) => rows.length > 0)
  if (chosen === undefined) return compared
  cli.tell(cli.words.compare.yearsLeftOut(years.filter((year) => year < chosen.year)))
  return chosen.rows
}

function tellNothing(archive: Archive, cli: Cli): void {
  const words = cli.words.compare
  const known = new Set(
    archive
      .documents()
      .flatMap(({ reports }) => reports.flatMap((report) => [report.region, report.issuer]))
      .filter((name) => name !== ''),
  )
  cli.tell(words.none)
  cli.tell(`  ${cli.words.trouble.advice}: ${words.noneAdvice}`)
  if (known.size > 0) cli.tell(`  ${words.known([...known].slice(0, MOST_NAMES).join('、'), known.size > MOST_NAMES)}`)
}

/** More names than these are looked up in `baoshu documents`. */
const MOST_NAMES = 12

function tellUndated(archive: Archive, cli: Cli): void {
  const undated = archive.documents().filter(({ reports }) => reports.every(({ year }) => year === null))
  if (undated.length > 0) cli.tell(cli.words.compare.noYear(undated.length))
}
