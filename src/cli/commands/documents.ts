import type { DocumentRow } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, databaseOption, formatOption, outputOption } from '../options.ts'
import { printRows, type Sheet } from '../records.ts'

type Report = DocumentRow['reports'][number]

const years = ({ reports }: DocumentRow) => reports.map(({ year }) => year)

/** Rooms of rules that say other things of a report than its year. */
const OF_OTHER_THINGS = /^(?:title|published|kind|issuer|region)\./

/** The id of the rule that decided a report's year: `given` where the user said it, null where it is unknown. */
function yearRule({ year, yearBasis, evidence }: Report): string | null {
  if (yearBasis === 'given') return 'given'
  return year === null ? null : (evidence.find(({ rule }) => !OF_OTHER_THINGS.test(rule))?.rule ?? null)
}

const joined = (reports: readonly Report[], tell: (report: Report) => string | null) =>
  reports.map((report) => tell(report) ?? '?').join(' ')

const sheet: Sheet<DocumentRow> = {
  fields: [
    'id',
    'year',
    'yearBasis',
    'yearRule',
    'published',
    'region',
    'issuer',
    'kind',
    'title',
    'format',
    'facts',
    'mentions',
    'findings',
    'rulesVersion',
    'paths',
    'reports',
  ],
  record: (row) => {
    const [first] = row.reports
    return {
      id: row.id,
      year: first?.year ?? null,
      yearBasis: first?.yearBasis ?? null,
      yearRule: first === undefined ? null : yearRule(first),
      published: first?.published ?? null,
      region: first?.region ?? '',
      issuer: first?.issuer ?? '',
      kind: first?.kind ?? null,
      title: first?.title ?? '',
      format: row.format,
      facts: row.facts,
      mentions: row.mentions,
      findings: row.findings,
      rulesVersion: row.rulesVersion,
      paths: row.paths,
      reports: row.reports,
    }
  },
  columns: [
    { title: { en: 'id', zh: '编号' }, align: 'left', cell: ({ id }) => id },
    {
      title: { en: 'year', zh: '年份' },
      align: 'right',
      cell: (row) =>
        years(row)
          .map((year) => year ?? '?')
          .join(' '),
    },
    {
      title: { en: 'known by', zh: '年份依据' },
      align: 'left',
      cell: ({ reports }) => joined(reports, ({ yearBasis }) => yearBasis),
    },
    {
      title: { en: 'by rule', zh: '判定规则' },
      align: 'left',
      flexible: true,
      cell: ({ reports }) => joined(reports, yearRule),
    },
    {
      title: { en: 'published', zh: '发布时间' },
      align: 'left',
      flexible: true,
      cell: ({ reports }) => joined(reports, ({ published }) => published),
    },
    {
      title: { en: 'region', zh: '地区' },
      align: 'left',
      flexible: true,
      cell: ({ reports }) => reports[0]?.region ?? '',
    },
    {
      title: { en: 'issuer', zh: '单位' },
      align: 'left',
      flexible: true,
      cell: ({ reports }) => reports[0]?.issuer ?? '',
    },
    { title: { en: 'kind', zh: '类型' }, align: 'left', cell: ({ reports }) => reports[0]?.kind ?? '' },
    { title: { en: 'format', zh: '格式' }, align: 'left', cell: ({ format }) => format },
    { title: { en: 'facts', zh: '数据' }, align: 'right', cell: ({ facts }) => String(facts) },
    { title: { en: 'findings', zh: '疑点' }, align: 'right', cell: ({ findings }) => String(findings) },
    { title: { en: 'file', zh: '文件' }, align: 'left', flexible: true, cell: ({ paths, name }) => paths[0] ?? name },
  ],
}

export const documentsCommand = defineCommand({
  name: 'documents',
  summary: { en: 'List the documents of the database', zh: '列出数据库中的文档' },
  details: [
    {
      en: 'Shows whose report each one is and for which year, and how the year is known: given by you, stated in the text, inferred, or unknown, by which rule. The year is the one that the report sums up (or plans, where it only plans); when it was published stands beside it: a government report of the spring of 2025 is one of 2024. Only reports whose year and place or issuer are known can be compared; "baoshu documents set" says what is missing.',
      zh: '列出每份报告的单位和年份，以及年份的依据：given 由您说明，stated 文中写明，inferred 推断，unknown 不明，并注明判定规则。年份是报告所总结的年份（只作计划的为所计划的年份），发布时间另列：2025年春的政府工作报告是2024年的报告。只有年份和地区（或单位）已知的报告才能比较；缺的可用 baoshu documents set 补充。',
    },
  ],
  arguments: [],
  options: { db: databaseOption, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    { command: 'baoshu documents', summary: { en: 'list the documents', zh: '列出文档' } },
    {
      command: 'baoshu documents --format csv -o documents.csv',
      summary: { en: 'save the list', zh: '保存列表' },
    },
  ],
  async run({ options }, cli) {
    const documents = await withArchive(options.db, 'read', (archive) => archive.documents())
    if (documents.length === 0) cli.tell(cli.words.documents.none)
    await printRows(documents, sheet, options, cli)
    return EXIT.done
  },
})
