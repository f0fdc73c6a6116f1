import { NOT_COMPARABLE } from '../../compare/change.ts'
import type { Archive, FactQuery } from '../../store/port.ts'
import { placeColumns, placeRows, seriesOfRows, withoutSparsest, yearCells } from '../acrossPlaces.ts'
import { withArchive } from '../archive.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT, type OptionValues } from '../command.ts'
import {
  type ComparedSeries,
  chooseSeries,
  comparedPoints,
  comparisonColumns,
  pointSheet,
  trendsOf,
  yearsOf,
} from '../comparison.ts'
import {
  bomOption,
  choiceOption,
  databaseOption,
  factFilterOptions,
  formatOption,
  outputOption,
  wholeNumberOption,
} from '../options.ts'
import { createPlaceOrder } from '../placeOrder.ts'
import { printRows, type Sheet, tableWidth } from '../records.ts'
import { usageError } from '../trouble.ts'

const { region, issuer, indicator, of, year, from, to, status, scope } = factFilterOptions

/** Without a word, so many years make a series worth a row; a row across places is worth one. */
const LEAST_YEARS = 2

const options = {
  db: databaseOption,
  region,
  issuer,
  indicator,
  of,
  status,
  scope,
  year,
  from,
  to,
  across: choiceOption({
    flag: '--across',
    value: 'WHAT',
    choices: ['region', 'issuer'],
    summary: {
      en: 'one indicator in one table, a row for each region or issuer',
      zh: '一个指标一张表，每个地区或单位一行',
    },
    fallback: null,
  }),
  by: choiceOption({
    flag: '--by',
    value: 'WHAT',
    choices: ['place', 'issuer'],
    summary: {
      en: 'join what several issuers of one place report, or keep them apart (default: apart with --issuer or --across issuer, else joined)',
      zh: '合并同一地区各单位的序列，或各单位分列（默认：用 --issuer 或 --across issuer 时分列，否则合并）',
    },
    fallback: null,
  }),
  minYears: wholeNumberOption({
    flag: '--min-years',
    value: 'NUMBER',
    least: 1,
    most: 100,
    summary: {
      en: `only series with figures of so many years (default ${LEAST_YEARS}; 1 with --across or --year)`,
      zh: `至少有这么多个年份的序列（默认 ${LEAST_YEARS}，用 --across 或 --year 时为 1）`,
    },
    fallback: null,
  }),
  format: formatOption,
  output: outputOption,
  bom: bomOption,
} as const

type Options = OptionValues<typeof options>

export const compareCommand = defineCommand({
  name: 'compare',
  summary: {
    en: 'Compare years or places: figures side by side',
    zh: '跨年、跨地区比较：数字并列',
  },
  details: [
    {
      en: 'One row is one series: one place, one indicator, done or planned. Each year is followed by its change from the year before it and the change in percent; the last column draws the trend, one block a year, from the lowest figure of the row to its highest. What a report only bounds stays a bound: ≥ at least, ≤ at most, ~ about, a–b between; a change is then told as far as the bounds allow, and — stands where the words allow none. * marks a year with several figures, of which the best is shown; † a change between reports that use other words or skip years. "baoshu facts" shows the sentences behind a figure.',
      zh: '每行是一个序列：同一地区、同一指标，实际与计划分列。每个年份之后是与上一个年份相比的变动和百分比；最后一列是走势，每年一格，从该行最低到最高。报告只给出界限的仍按界限显示：≥ 不少于，≤ 不超过，~ 约，a–b 区间；变动也只算到界限所允许的程度，无法比较的记为 —。* 表示该年有多个数字，显示其中最可靠的一个；† 表示两份报告用词不同或中间缺年。数字背后的原句用 baoshu facts 查看。',
    },
    {
      en: 'Reports of several institutions of one place make one series, except with --issuer, where each institution stands alone; --by says it otherwise. With --across the rows are places or institutions, the columns years of one indicator, done and planned; --year or --from and --to choose them. The other formats print one record for each year of each series, with the bounds, the sentence, and the reason where a change cannot be told.',
      zh: '同一地区各单位的报告合为一个序列；用 --issuer 时各单位分列；可用 --by 另行指定。用 --across 时每行是一个地区或单位，各列是同一指标的各年实际与计划，可用 --year 或 --from、--to 选择年份。其他格式逐年逐序列输出，并带有界限、原句，以及不可比的原因。',
    },
  ],
  arguments: [],
  options,
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
      command: 'baoshu compare --across region --indicator employment.urban_new --year 2025',
      summary: { en: 'one indicator in all places', zh: '各地的同一指标' },
    },
    {
      command: 'baoshu compare --across region --indicator rate.growth --of gdp.total',
      summary: { en: 'a growth, and the growth that is planned', zh: '各地的增速与增速目标' },
    },
    {
      command: 'baoshu compare --region 潍坊 --format csv --bom -o compare.csv',
      summary: { en: 'for a spreadsheet', zh: '供电子表格使用' },
    },
  ],
  async run({ options }, cli) {
    const words = cli.words.compare
    if (options.across !== null && options.indicator === null && options.of === null) {
      throw usageError(words.acrossWhat, words.acrossAdvice)
    }
    const { buildSeries } = await import('../../compare/series.ts')
    return withArchive(options.db, 'read', async (archive) => {
      const { series, catalogue } = archive.snapshot(() => {
        const reference = archive.reference()
        const by = joiningOf(options)
        return {
          series: buildSeries(archive.facts(queryOf(options)), reference, { by }),
          catalogue: reference.indicators,
        }
      })
      const choose = (from: number | null) =>
        chooseSeries(series, catalogue, { ...boundsOf(options), from }, cli.language)
      const compared = choose(boundsOf(options).from)
      if (options.across !== null) await printAcross(compared, archive, options, cli)
      else await printYears(compared, choose, options, cli)
      if (compared.length === 0) tellNothing(archive, cli)
      tellUndated(archive, cli)
      return EXIT.done
    })
  },
})

function joiningOf({ by, across, issuer }: Options): 'place' | 'issuer' {
  return by ?? (across === 'issuer' || (across === null && issuer !== null) ? 'issuer' : 'place')
}

function boundsOf({ year, from, to, minYears, across }: Options) {
  return {
    from: year ?? from,
    to: year ?? to,
    minYears: minYears ?? (across === null && year === null ? LEAST_YEARS : 1),
  }
}

function queryOf({ region, issuer, indicator, of, status, scope, across }: Options): FactQuery {
  // Across places the figures are those of the places themselves, not of a town that one of them tells of.
  const within = scope ?? (across === null ? null : '')
  return Object.fromEntries(
    Object.entries({ region, issuer, indicator, of, status, scope: within }).filter(([, value]) => value !== null),
  )
}

const sheetOf = <Row>(columns: Sheet<Row>['columns'], legend: string): Sheet<Row> => ({
  columns,
  fields: [],
  record: () => ({}),
  legend,
})

async function printYears(
  compared: readonly ComparedSeries[],
  chooseFrom: (year: number | null) => readonly ComparedSeries[],
  options: Options,
  cli: Cli,
): Promise<void> {
  if (options.format !== 'table') {
    await printRows(comparedPoints(compared), { ...pointSheet, columns: [] }, options, cli)
    return
  }
  const trends = trendsOf(compared)
  const columnsOf = (rows: readonly ComparedSeries[]) => comparisonColumns(rows, trends, cli.language, cli.words)
  const shown = fittedToTerminal(compared, chooseFrom, columnsOf, options, cli)
  await printRows(shown, sheetOf(columnsOf(shown), legendOf(trends !== null, shown, cli)), options, cli)
}

/** How the table is read, with the reasons why changes in it cannot be told. */
function legendOf(withTrend: boolean, compared: readonly ComparedSeries[], cli: Cli): string {
  const reasons = new Set(
    compared.flatMap(({ changes }) => [...changes.values()].flatMap(({ reason }) => reason ?? [])),
  )
  return cli.words.compare.legend(
    withTrend,
    [...reasons].map((reason) => NOT_COMPARABLE[reason][cli.language]),
  )
}

/** One table of the places that state an indicator, and a word on those that state none. */
async function printAcross(
  compared: readonly ComparedSeries[],
  archive: Archive,
  options: Options,
  cli: Cli,
): Promise<void> {
  const { loadRuleBook } = await import('../../rulebook/load.ts')
  const rows = placeRows(compared, createPlaceOrder(loadRuleBook().regions))
  if (options.format !== 'table') {
    await printRows(comparedPoints(seriesOfRows(rows)), { ...pointSheet, columns: [] }, options, cli)
  } else {
    const trends = trendsOf(compared)
    const columnsOf = (cells: ReturnType<typeof yearCells>) =>
      placeColumns(rows, cells, trends, cli.language, cli.words)
    const room = options.output === null ? cli.columns : null
    const all = yearCells(rows)
    let cells = all
    while (cells.length > 1 && room !== null && tableWidth(rows, columnsOf(cells), cli.language) > room) {
      cells = withoutSparsest(rows, cells)
    }
    await printRows(rows, sheetOf(columnsOf(cells), legendOf(trends !== null, compared, cli)), options, cli)
    if (cells.length < all.length) {
      const left = all.filter((cell) => !cells.includes(cell)).map(({ year }) => year)
      cli.tell(cli.words.compare.yearsLeftOut([...new Set(left)]))
    }
  }
  if (rows.length > 0) tellSilent(compared, archive, options, cli)
}

/** The places or institutions with reports that state nothing of what is compared. */
function tellSilent(compared: readonly ComparedSeries[], archive: Archive, options: Options, cli: Cli): void {
  const stated = new Set(
    compared.flatMap(({ series }) => series.points.map((point) => point[options.across ?? 'region'])),
  )
  const wanted = ({ region, issuer }: { readonly region: string; readonly issuer: string }) =>
    region.includes(options.region ?? '') && issuer.includes(options.issuer ?? '')
  const known = archive
    .documents()
    .flatMap(({ reports }) => reports.filter(wanted).map((report) => report[options.across ?? 'region']))
  const silent = [...new Set(known)].filter((name) => name !== '' && !stated.has(name))
  if (silent.length > 0) cli.tell(cli.words.compare.silent(namesOf(silent)))
}

const namesOf = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? ' …' : ''}`

/** As many of the latest years as the terminal has room for, two at least; the others are told of. */
function fittedToTerminal(
  compared: readonly ComparedSeries[],
  chooseFrom: (year: number) => readonly ComparedSeries[],
  columnsOf: (rows: readonly ComparedSeries[]) => ReturnType<typeof comparisonColumns>,
  options: { readonly output: string | null },
  cli: Cli,
): readonly ComparedSeries[] {
  const years = yearsOf(compared)
  const room = options.output === null ? cli.columns : null
  const fits = (rows: readonly ComparedSeries[]) =>
    room === null || tableWidth(rows, columnsOf(rows), cli.language) <= room
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
  if (known.size > 0) cli.tell(`  ${words.known(namesOf([...known]))}`)
}

/** More names than these are looked up in `baoshu documents`. */
const MOST_NAMES = 12

function tellUndated(archive: Archive, cli: Cli): void {
  const undated = archive.documents().filter(({ reports }) => reports.every(({ year }) => year === null))
  if (undated.length > 0) cli.tell(cli.words.compare.noYear(undated.length))
}
