import { FACT_FIELDS } from '../../model/fact.ts'
import type { FactQuery, ReportedFact } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT, type OptionValues } from '../command.ts'
import { factColumns } from '../factColumns.ts'
import {
  bomOption,
  databaseOption,
  factFilterOptions,
  formatOption,
  outputOption,
  textOption,
  wholeNumberOption,
} from '../options.ts'
import { printRows, type Sheet } from '../records.ts'

/** `<document>:<start>-<end>` */
const FACT_ID = /^[0-9a-f]+:\d+-\d+$/

const REPORT_FIELDS = ['region', 'issuer', 'report_year', 'title', 'path'] as const

const sheet: Sheet<ReportedFact> = {
  fields: [...FACT_FIELDS, ...REPORT_FIELDS],
  record: (fact) => Object.fromEntries([...FACT_FIELDS, ...REPORT_FIELDS].map((field) => [field, fact[field]])),
  columns: [
    { title: { en: 'region', zh: '地区' }, align: 'left', flexible: true, cell: ({ region }) => region },
    ...factColumns,
  ],
}

/** What fits on a few screens: without a limit a table of a whole archive would run for minutes. */
const TABLE_LIMIT = 200

const filterOptions = {
  ...factFilterOptions,
  minConfidence: {
    flag: '--min-confidence',
    value: 'NUMBER',
    summary: { en: 'facts at least this sure, 0 to 1', zh: '置信度不低于此值，0 到 1' },
    expected: { en: 'a number from 0 to 1', zh: '0 到 1 的数' },
    fallback: null,
    read: (text: string) => (/^(0(\.\d+)?|1(\.0+)?)$/.test(text) ? Number(text) : undefined),
  },
  limit: wholeNumberOption({
    flag: '--limit',
    value: 'NUMBER',
    least: 0,
    most: 1_000_000_000,
    summary: {
      en: `at most so many facts; 0 is all (a table shows ${TABLE_LIMIT} where nothing is said, the other formats all)`,
      zh: `最多条数，0 为全部（未指定时表格显示 ${TABLE_LIMIT} 条，其他格式为全部）`,
    },
    fallback: null,
  }),
  after: {
    ...textOption({
      flag: '--after',
      value: 'ID',
      summary: { en: 'go on after this fact, the last one of the page before', zh: '从该条数据之后继续，用于翻页' },
      fallback: null,
    }),
    expected: { en: 'the id of a fact', zh: '数据的编号' },
    read: (text: string) => (FACT_ID.test(text) ? text : undefined),
  },
} as const

export const factsCommand = defineCommand({
  name: 'facts',
  summary: { en: 'Query the facts of the database', zh: '查询数据库中的数据' },
  details: [
    {
      en: 'Every fact has its sentence, its report and the place of its words in the text. --region, --issuer and --search find what holds the given words; the other filters are exact.',
      zh: '每条数据都带有原句、所在报告和文字位置。--region、--issuer、--search 按包含的文字查找，其余条件须完全一致。',
    },
  ],
  arguments: [],
  options: { db: databaseOption, ...filterOptions, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    {
      command: 'baoshu facts --indicator film.screenings --region 潍坊',
      summary: { en: 'film screenings of a place, all years', zh: '某地历年电影放映场次' },
    },
    {
      command: 'baoshu facts --search 图书 --from 2019 --status plan',
      summary: { en: 'plans that speak of books', zh: '提到图书的计划数' },
    },
    {
      command: 'baoshu facts --format csv --bom -o facts.csv',
      summary: { en: 'all facts for a spreadsheet', zh: '导出全部数据供电子表格打开' },
    },
  ],
  async run({ options }, cli) {
    const limit = options.limit ?? (options.format === 'table' ? TABLE_LIMIT : 0)
    const number = await withArchive(options.db, 'read', (archive) =>
      printRows(archive.facts(readQuery(options, limit)), sheet, options, cli),
    )
    if (number === 0) cli.tell(cli.words.facts.none)
    if (options.limit === null && limit > 0 && number === limit) cli.tell(cli.words.facts.more(limit))
    return EXIT.done
  },
})

function readQuery(options: OptionValues<typeof filterOptions>, limit: number): FactQuery {
  const query = {
    document: options.document,
    indicator: options.indicator,
    of: options.of,
    region: options.region,
    issuer: options.issuer,
    year: options.year,
    yearFrom: options.from,
    yearTo: options.to,
    status: options.status,
    basis: options.basis,
    aspect: options.aspect,
    scope: options.scope,
    search: options.search,
    minConfidence: options.minConfidence,
    finding: options.finding,
    limit: limit === 0 ? null : limit,
    after: options.after,
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null))
}
