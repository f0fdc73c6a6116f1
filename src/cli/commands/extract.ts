import { FACT_FIELDS, type Fact } from '../../model/fact.ts'
import type { Finding } from '../../model/finding.ts'
import type { Mention } from '../../model/mention.ts'
import { defineCommand, EXIT } from '../command.ts'
import { factColumns } from '../factColumns.ts'
import { readGiven } from '../given.ts'
import { limitOption } from '../limits.ts'
import {
  bomOption,
  catalogueOption,
  formatOption,
  givenOptions,
  ocrOption,
  outputOption,
  switchOption,
} from '../options.ts'
import { printRows, type Sheet } from '../records.ts'
import { usageError } from '../trouble.ts'

const factSheet: Sheet<Fact> = {
  fields: FACT_FIELDS,
  record: (fact) => Object.fromEntries(FACT_FIELDS.map((field) => [field, fact[field]])),
  columns: factColumns,
}

const mentionSheet: Sheet<Mention> = {
  fields: ['start', 'end', 'quote', 'class', 'rule', 'fact'],
  record: ({ start, end, quote, class: kind, rule, fact }) => ({ start, end, quote, class: kind, rule, fact }),
  columns: [
    { title: { en: 'start', zh: '起' }, align: 'right', cell: ({ start }) => String(start) },
    { title: { en: 'end', zh: '止' }, align: 'right', cell: ({ end }) => String(end) },
    { title: { en: 'quote', zh: '原文' }, align: 'left', flexible: true, cell: ({ quote }) => quote },
    { title: { en: 'class', zh: '类别' }, align: 'left', cell: (mention) => mention.class },
    { title: { en: 'rule', zh: '规则' }, align: 'left', cell: ({ rule }) => rule },
  ],
}

const findingSheet: Sheet<Finding> = {
  fields: ['document', 'start', 'end', 'kind', 'message'],
  record: ({ document, start, end, kind, message }) => ({ document, start, end, kind, message }),
  columns: [
    { title: { en: 'start', zh: '起' }, align: 'right', cell: ({ start }) => String(start) },
    { title: { en: 'end', zh: '止' }, align: 'right', cell: ({ end }) => String(end) },
    { title: { en: 'kind', zh: '类型' }, align: 'left', cell: ({ kind }) => kind },
    { title: { en: 'message', zh: '说明' }, align: 'left', flexible: true, cell: ({ message }) => message },
  ],
}

export const extractCommand = defineCommand({
  name: 'extract',
  summary: { en: 'Print the facts of one file, without a database', zh: '输出单个文件中的数据，不使用数据库' },
  details: [
    {
      en: 'A fact is one quantity with its value in base units, its indicator, year and status, and the place of its words in the text (offsets into what "baoshu text FILE" prints). --mentions prints instead every number of the text with the class that it was given, and --findings what is wrong with the text.',
      zh: '一条数据是一个数量：换算到基本单位的数值、指标、年份、状态，以及文字在原文中的位置（以 baoshu text FILE 的输出为准）。--mentions 改为输出文中每个数字及其类别，--findings 输出文本的疑点。',
    },
  ],
  arguments: [
    {
      name: 'FILE',
      many: false,
      summary: { en: 'a report: DOCX, PDF, TXT or MD', zh: '报告文件：DOCX、PDF、TXT 或 MD' },
    },
  ],
  options: {
    mentions: switchOption({
      flag: '--mentions',
      summary: { en: 'print every number and its class', zh: '输出每个数字及其类别' },
    }),
    findings: switchOption({
      flag: '--findings',
      summary: { en: 'print what is wrong with the text', zh: '输出文本的疑点' },
    }),
    ...givenOptions,
    catalogue: catalogueOption,
    limit: limitOption,
    ocr: ocrOption,
    format: formatOption,
    output: outputOption,
    bom: bomOption,
  },
  examples: [
    {
      command: 'baoshu extract report.docx',
      summary: { en: 'look at the facts of a report', zh: '查看一份报告的数据' },
    },
    {
      command: 'baoshu extract report.pdf --format csv --bom -o report.csv',
      summary: { en: 'save them for a spreadsheet', zh: '保存为电子表格可打开的文件' },
    },
    {
      command: 'baoshu extract report.txt --mentions --format jsonl',
      summary: { en: 'every number and what it was taken for', zh: '每个数字及其判定' },
    },
  ],
  async run({ args: [file = ''], options }, cli) {
    if (options.mentions && options.findings)
      throw usageError(cli.words.usage.exclusive('--mentions', '--findings'), cli.words.usage.seeHelp('baoshu extract'))
    const { extractFile } = await import('../../pipeline/extractFile.ts')
    const { extraction } = await extractFile(file, {
      given: readGiven(options),
      catalogue: options.catalogue,
      limits: options.limit,
      ocr: options.ocr,
    })
    if (options.mentions) await printRows(extraction.mentions, mentionSheet, options, cli)
    else if (options.findings) await printRows(extraction.findings, findingSheet, options, cli)
    else await printRows(extraction.facts, factSheet, options, cli)
    return EXIT.done
  },
})
