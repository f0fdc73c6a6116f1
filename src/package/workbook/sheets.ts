import { indicatorNames } from '../../model/reference.ts'
import type { ReportedFact } from '../../model/reported-fact.ts'
import type { PackageContent, Row } from '../rows.ts'
import { packageRows } from '../rows.ts'
import {
  MOST_FACTS,
  type NumberFormat,
  refuseTooMany,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  sheetOf,
  type WorkbookLanguage,
} from './sheet.ts'
import { type CodeSet, createCodeWords } from './words.ts'

/**
 * The sheets of a workbook for people: the facts with their sentences, then what was made of them, each with its figures
 * leading to the rows of the facts that they come from. Throws `workbook_too_large`.
 */
export function workbookSheets(content: PackageContent, language: WorkbookLanguage): readonly Sheet[] {
  const facts = content.documents.reduce((sum, { facts }) => sum + facts, 0)
  refuseTooMany(language === 'zh' ? '数据' : 'Facts', facts, MOST_FACTS)
  const rows = packageRows(content)
  const words = createCodeWords(language)
  const names = indicatorNames(content.reference.indicators, language)
  const files = new Map(content.documents.map(({ id, name }) => [id, name]))
  const known = new Map<string, ReportedFact>()

  const indicatorName = (code: unknown): string => {
    if (code === null || code === undefined) return ''
    return names.get(String(code)) ?? String(code)
  }
  const column = (
    title: readonly [string, string],
    width: number,
    field: string,
    read: (value: Row[string]) => SheetCell = asCell,
    format?: NumberFormat,
  ): SheetColumn<Row> => ({
    title,
    width,
    ...(format === undefined ? {} : { format }),
    cell: (row) => read(row[field]),
  })
  const number = (title: readonly [string, string], field: string, format: NumberFormat = 'number') =>
    column(title, 14, field, asCell, format)
  const code = (title: readonly [string, string], width: number, field: string, set: CodeSet) =>
    column(title, width, field, (value) => words(set, value))
  const fact = (title: readonly [string, string], field: string): SheetColumn<Row> => ({
    title,
    width: 20,
    cell: (row) => {
      const id = row[field]
      const there = typeof id === 'string' ? known.get(id) : undefined
      return there === undefined ? null : { text: there.quote, fact: String(id) }
    },
  })
  /** What the fact of a row is about. */
  const toldOf = (field: string): readonly SheetColumn<Row>[] => {
    const told = (title: readonly [string, string], width: number, read: (fact: ReportedFact) => SheetCell) => ({
      title,
      width,
      cell: (row: Row) => {
        const there = known.get(String(row[field]))
        return there === undefined ? null : read(there)
      },
    })
    return [
      told(['地区', 'Region'], 22, ({ region }) => region),
      told(['单位', 'Issuer'], 22, ({ issuer }) => issuer),
      told(['年份', 'Year'], 8, ({ year }) => year),
      told(['指标', 'Indicator'], 22, ({ indicator, of }) => indicatorName(of ?? indicator)),
      told(['对象', 'Subject'], 20, ({ subject }) => subject),
    ]
  }
  const year = (title: readonly [string, string], field: string) => column(title, 8, field)
  const identity: readonly SheetColumn<Row>[] = [
    column(['地区', 'Place'], 22, 'place'),
    column(['范围', 'Scope'], 16, 'scope'),
    column(['指标', 'Indicator'], 22, 'indicator', indicatorName),
    column(['所属指标', 'Of'], 18, 'of', indicatorName),
    column(['主题', 'Topic'], 18, 'topic'),
    code(['性质', 'Status'], 8, 'status', 'status'),
    code(['口径', 'Basis'], 8, 'basis', 'basis'),
    code(['时态', 'Aspect'], 8, 'aspect', 'aspect'),
  ]
  const differences: readonly SheetColumn<Row>[] = [
    number(['差', 'Difference'], 'difference'),
    number(['差下界', 'Difference, low'], 'difference_low'),
    number(['差上界', 'Difference, high'], 'difference_high'),
    number(['变动%', 'Percent'], 'percent', 'tenths'),
    number(['变动%下界', 'Percent, low'], 'percent_low', 'tenths'),
    number(['变动%上界', 'Percent, high'], 'percent_high', 'tenths'),
  ]

  const factColumns: readonly SheetColumn<ReportedFact>[] = [
    { title: ['年份', 'Year'], width: 8, cell: ({ year }) => year },
    { title: ['地区', 'Region'], width: 22, cell: ({ region }) => region },
    { title: ['单位', 'Issuer'], width: 22, cell: ({ issuer }) => issuer },
    { title: ['指标', 'Indicator'], width: 22, cell: ({ indicator }) => indicatorName(indicator) },
    { title: ['所属指标', 'Of'], width: 18, cell: ({ of }) => indicatorName(of) },
    { title: ['对象', 'Subject'], width: 20, cell: ({ subject }) => subject },
    { title: ['范围', 'Scope'], width: 16, cell: ({ scope }) => scope },
    { title: ['限定', 'Modifier'], width: 8, cell: ({ modifier }) => words('modifier', modifier) },
    { title: ['数值', 'Value'], width: 16, format: 'number', cell: ({ value }) => value },
    { title: ['下限', 'Lowest'], width: 14, format: 'number', cell: ({ min }) => min },
    { title: ['上限', 'Highest'], width: 14, format: 'number', cell: ({ max }) => max },
    { title: ['计量单位', 'Unit'], width: 10, cell: ({ unit }) => unit },
    { title: ['性质', 'Status'], width: 8, cell: ({ status }) => words('status', status) },
    { title: ['口径', 'Basis'], width: 8, cell: ({ basis }) => words('basis', basis) },
    { title: ['时态', 'Aspect'], width: 8, cell: ({ aspect }) => words('aspect', aspect) },
    { title: ['截至', 'As of'], width: 12, cell: ({ as_of }) => as_of },
    { title: ['原文', 'Quote'], width: 18, cell: ({ quote }) => quote },
    { title: ['句子', 'Sentence'], width: 80, cell: ({ sentence }) => sentence },
    {
      title: ['其中', 'Part of'],
      width: 18,
      cell: ({ part_of }) => (part_of === null ? null : { text: known.get(part_of)?.quote ?? part_of, fact: part_of }),
    },
    { title: ['报告', 'Report'], width: 36, cell: ({ title }) => title },
    { title: ['报告年份', 'Report year'], width: 10, cell: ({ report_year }) => report_year },
    { title: ['文件', 'File'], width: 28, cell: ({ document }) => files.get(document) ?? '' },
    { title: ['页', 'Page'], width: 6, cell: ({ page }) => page },
    { title: ['可信度', 'Confidence'], width: 10, format: 'hundredths', cell: ({ confidence }) => confidence },
    { title: ['编号', 'Id'], width: 34, cell: ({ id }) => id },
  ]

  const all = [...content.facts()]
  for (const fact of all) known.set(fact.id, fact)
  const sheet = <Record>(
    name: readonly [string, string],
    columns: readonly SheetColumn<Record>[],
    records: Iterable<Record>,
  ) => sheetOf(name, columns, records, language)

  return [
    sheet(['数据', 'Facts'], factColumns, all),
    sheet(
      ['序列', 'Series'],
      [
        ...identity,
        year(['年份', 'Year'], 'year'),
        code(['限定', 'Modifier'], 8, 'modifier', 'modifier'),
        number(['数值', 'Value'], 'value'),
        number(['可能最低', 'Low'], 'low'),
        number(['可能最高', 'High'], 'high'),
        column(['计量单位', 'Unit'], 10, 'unit'),
        column(['候选数', 'Candidates'], 8, 'candidates'),
        fact(['原文', 'Quote'], 'fact'),
      ],
      rows.series(),
    ),
    sheet(
      ['变动', 'Changes'],
      [
        ...identity,
        year(['自', 'From'], 'from_year'),
        year(['至', 'To'], 'to_year'),
        code(['精确程度', 'Comparison'], 10, 'comparison', 'comparison'),
        ...differences,
        code(['不可比原因', 'Reason'], 20, 'reason', 'reason'),
        column(['留意', 'Caution'], 20, 'caution', (value) =>
          Array.isArray(value) ? value.map((one) => words('caution', one)).join('、') : null,
        ),
        fact(['自（原文）', 'From (quote)'], 'from_fact'),
        fact(['至（原文）', 'To (quote)'], 'to_fact'),
      ],
      rows.changes(),
    ),
    sheet(
      ['计划', 'Plans'],
      [
        ...toldOf('plan_fact'),
        fact(['计划', 'Planned'], 'plan_fact'),
        fact(['实绩', 'Done'], 'done_fact'),
        code(['结果', 'Outcome'], 10, 'outcome', 'outcome'),
        code(['原因', 'Reason'], 20, 'reason', 'reason'),
        ...differences,
      ],
      rows.plans(),
    ),
    sheet(
      ['核对', 'Claims'],
      [
        ...toldOf('claim_fact'),
        fact(['所称', 'Claim'], 'claim_fact'),
        code(['核对', 'Verdict'], 10, 'verdict', 'verdict'),
        code(['缘由', 'Doubt'], 36, 'doubt', 'doubt'),
        number(['所称下界', 'Claimed, low'], 'claimed_low'),
        number(['所称上界', 'Claimed, high'], 'claimed_high'),
        number(['推算下界', 'Computed, low'], 'computed_low'),
        number(['推算上界', 'Computed, high'], 'computed_high'),
        fact(['自', 'From'], 'from_fact'),
        fact(['至', 'To'], 'to_fact'),
        {
          title: ['句子', 'Sentence'],
          width: 80,
          cell: ({ claim_fact }) => known.get(String(claim_fact))?.sentence ?? null,
        },
      ],
      rows.claims(),
    ),
    sheet(
      ['疑点', 'Findings'],
      [
        column(['文件', 'File'], 36, 'document', (id) => files.get(String(id)) ?? ''),
        code(['种类', 'Kind'], 22, 'kind', 'finding'),
        column(['说明', 'Message'], 80, 'message'),
        column(['起', 'Start'], 10, 'start', asCell, 'number'),
        column(['止', 'End'], 10, 'end', asCell, 'number'),
      ],
      rows.findings(),
    ),
    sheet(
      ['报告', 'Reports'],
      [
        column(['年份', 'Year'], 8, 'year'),
        column(['地区', 'Region'], 24, 'region'),
        column(['单位', 'Issuer'], 28, 'issuer'),
        column(['标题', 'Title'], 48, 'title'),
        code(['体裁', 'Kind'], 12, 'kind', 'kind'),
        code(['年份依据', 'Year basis'], 12, 'year_basis', 'yearBasis'),
        column(['发布', 'Published'], 12, 'published'),
        column(['文件', 'File'], 36, 'document', (id) => files.get(String(id)) ?? ''),
        column(['文档', 'Document'], 20, 'document'),
      ],
      rows.reports(),
    ),
    sheet(
      ['指标', 'Indicators'],
      [
        column(['代码', 'Code'], 28, 'code'),
        column(['名称', 'Name'], 24, 'name'),
        column(['常用单位', 'Usual unit'], 12, 'unit'),
        code(['时态', 'Aspect'], 8, 'aspect', 'aspect'),
        column(['目录', 'Catalogue'], 12, 'catalogue'),
        column(['说明', 'Description'], 80, 'description'),
      ],
      rows.indicators(),
    ),
    sheet(
      ['单位', 'Units'],
      [
        column(['写法', 'Form'], 14, 'form'),
        column(['可比量', 'Measure'], 14, 'measure'),
        column(['量', 'Dimension'], 16, 'dimension'),
        code(['性质', 'Nature'], 10, 'nature', 'nature'),
        column(['编号', 'Id'], 28, 'unit'),
      ],
      rows.units(),
    ),
  ]
}

function asCell(value: Row[string]): SheetCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'boolean' ? String(value) : value.join(' ')
}
