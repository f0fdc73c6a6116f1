import type { RuleBook } from '../../rulebook/rulebook.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, catalogueOption, formatOption, outputOption } from '../options.ts'
import { printRows, type Sheet } from '../records.ts'
import { usageError } from '../trouble.ts'

/** One row of a table of the rule book, as people read it. */
interface ListedRow {
  readonly table: string
  readonly id: string
  readonly name: string
  readonly forms: readonly string[]
  /** What else the row says. */
  readonly more: Readonly<Record<string, unknown>>
}

const sheet: Sheet<ListedRow> = {
  fields: ['table', 'id', 'name', 'forms', 'more'],
  record: (row) => ({ ...row }),
  columns: [
    { title: { en: 'table', zh: '表' }, align: 'left', cell: ({ table }) => table },
    { title: { en: 'id', zh: '编号' }, align: 'left', cell: ({ id }) => id },
    { title: { en: 'name', zh: '名称' }, align: 'left', flexible: true, cell: ({ name }) => name },
    { title: { en: 'forms', zh: '写法' }, align: 'left', flexible: true, cell: ({ forms }) => forms.join(' ') },
    { title: { en: 'more', zh: '其他' }, align: 'left', flexible: true, cell: ({ more }) => shownMore(more) },
  ],
}

function shownMore(more: Readonly<Record<string, unknown>>): string {
  return Object.entries(more)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ')
}

export const rulesListCommand = defineCommand({
  name: 'rules list',
  summary: { en: 'List what baoshu knows: indicators, units and words', zh: '列出报数所知：指标、单位和用词' },
  details: [
    {
      en: 'A row says what a word means; the rules say what to do with it. Without a name every table is listed: indicators, units, hedges, counted nouns, topics and the others.',
      zh: '每行说明一个词的含义，规则决定如何使用。不指定表名则全部列出：指标、单位、限定词、计数对象、话题等。',
    },
  ],
  arguments: [{ name: 'TABLE', many: false, optional: true, summary: { en: 'the table to list', zh: '要列出的表' } }],
  options: { catalogue: catalogueOption, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    { command: 'baoshu rules list indicators', summary: { en: 'the codes of all indicators', zh: '所有指标代码' } },
    {
      command: 'baoshu rules list units --format json',
      summary: { en: 'every unit with its forms', zh: '所有单位及其写法' },
    },
  ],
  async run({ args: [name], options }, cli) {
    const { loadRuleBook } = await import('../../rulebook/load.ts')
    const { tablesOf } = await import('../../rulebook/check.ts')
    const rulebook = loadRuleBook(options.catalogue ?? undefined)
    const all = [
      ...indicatorRows(rulebook),
      ...tablesOf(rulebook).flatMap(({ name: table, rows }) => listed(table, rows)),
    ]
    const rows = all.filter(({ table }) => name === undefined || table === name)
    if (name !== undefined && rows.length === 0) {
      const tables = [...new Set(all.map(({ table }) => table))]
      throw usageError(
        cli.words.rules.unknownTable(name, tables.join(', ')),
        cli.words.usage.seeHelp('baoshu rules list'),
      )
    }
    await printRows(rows, sheet, options, cli)
    return EXIT.done
  },
})

function indicatorRows({ indicators }: RuleBook): readonly ListedRow[] {
  return [...indicators.values()].map(({ code, name, ...more }) => ({
    table: 'indicators',
    id: code,
    name,
    forms: [],
    more,
  }))
}

function listed(
  table: string,
  rows: readonly { readonly id: string; readonly forms: readonly string[] }[],
): readonly ListedRow[] {
  return rows.map(({ id, forms, ...more }) => ({ table, id, name: '', forms, more }))
}
