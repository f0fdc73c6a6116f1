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

type Table = (rulebook: RuleBook) => readonly Omit<ListedRow, 'table'>[]

const TABLES: Readonly<Record<string, Table>> = {
  indicators: ({ indicators }) =>
    [...indicators.values()].map(({ code, name, ...more }) => ({ id: code, name, forms: [], more })),
  units: ({ units }) => units.rows.map(listed),
  hedges: ({ hedges }) => [...hedges.before.rows, ...hedges.inner.rows, ...hedges.after.rows].map(listed),
  status: ({ statuses }) => statuses.rows.map(listed),
  sections: ({ sections }) => sections.rows.map(listed),
  counted: ({ counted }) => counted.rows.map(listed),
  topics: ({ topics }) => topics.rows.map(listed),
  names: ({ names }) => names.rows.map(listed),
  idioms: ({ idioms }) => idioms.rows.map(listed),
  chrome: ({ chrome }) => chrome.rows.map(listed),
}

function listed({ id, forms, ...more }: { readonly id: string; readonly forms: readonly string[] }) {
  return { id, name: '', forms, more }
}

const sheet: Sheet<ListedRow> = {
  fields: ['table', 'id', 'name', 'forms', 'more'],
  record: (row) => ({ ...row }),
  columns: [
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
      en: `Tables: ${Object.keys(TABLES).join(', ')}. Without a name all of them are listed.`,
      zh: `表：${Object.keys(TABLES).join('、')}。不指定则全部列出。`,
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
    const names = Object.keys(TABLES)
    if (name !== undefined && !names.includes(name))
      throw usageError(
        cli.words.rules.unknownTable(name, names.join(', ')),
        cli.words.usage.seeHelp('baoshu rules list'),
      )
    const { loadRuleBook } = await import('../../rulebook/load.ts')
    const rulebook = loadRuleBook(options.catalogue ?? undefined)
    const rows = Object.entries(TABLES)
      .filter(([table]) => name === undefined || table === name)
      .flatMap(([table, read]) => read(rulebook).map((row) => ({ table, ...row })))
    await printRows(rows, sheet, options, cli)
    return EXIT.done
  },
})
