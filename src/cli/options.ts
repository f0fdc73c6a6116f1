import { ASPECTS, BASES, STATUSES } from '../model/fact.ts'
import { FINDING_KINDS } from '../model/finding.ts'
import { REPORT_KINDS } from '../model/report.ts'
import type { Option } from './command.ts'
import type { Words } from './language.ts'

type Flag = Pick<Option<unknown>, 'flag' | 'short' | 'summary'>

/** An option that holds any text but an empty one. */
export function textOption<Fallback>(
  option: Flag & { readonly value: string; readonly fallback: Fallback },
): Option<string | Fallback> {
  return {
    ...option,
    expected: { en: 'text', zh: '文字' },
    read: (text) => (text === '' ? undefined : text),
  }
}

/** An option that holds one of a closed set of words. */
export function choiceOption<const Choice extends string, const Fallback extends Choice | null>(
  option: Flag & { readonly value: string; readonly choices: readonly Choice[]; readonly fallback: Fallback },
): Option<Choice | Fallback> {
  const { choices } = option
  return {
    ...option,
    expected: { en: `one of ${choices.join(', ')}`, zh: `${choices.join('、')} 之一` },
    read: (text) => choices.find((choice) => choice === text),
  }
}

/** An option that holds a whole number within bounds. */
export function wholeNumberOption<Fallback>(
  option: Flag & { readonly value: string; readonly least: number; readonly most: number; readonly fallback: Fallback },
): Option<number | Fallback> {
  const { least, most, ...rest } = option
  return {
    ...rest,
    expected: { en: `a whole number from ${least} to ${most}`, zh: `${least} 到 ${most} 的整数` },
    read: (text) => {
      const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
      return number >= least && number <= most ? number : undefined
    },
  }
}

/** An option that is there or not. */
export function switchOption(option: Flag): Option<boolean> {
  return { ...option, value: null, fallback: false, expected: { en: 'no value', zh: '不带值' }, read: () => true }
}

/** An option for a year. */
export function yearOption(flag: `--${string}`, summary: Words): Option<number | null> {
  return wholeNumberOption({ flag, value: 'YEAR', least: 1900, most: 2100, summary, fallback: null })
}

export const databaseOption = textOption({
  flag: '--db',
  value: 'FILE',
  summary: { en: 'the database', zh: '数据库文件' },
  fallback: 'baoshu.db',
})

export const ocrOption = switchOption({
  flag: '--ocr',
  summary: {
    en: 'recognise the text of scanned pages and pictures: seconds a page, and with errors, so that every such figure is marked',
    zh: '识别扫描页和图片中的文字：每页数秒，且会有差错，识别所得的数据都有标记',
  },
})

export const outputOption = textOption({
  flag: '--output',
  short: '-o',
  value: 'FILE',
  summary: {
    en: 'write to a file in UTF-8 instead of to the screen',
    zh: '写入文件（UTF-8），而不是屏幕',
  },
  fallback: null,
})

export const bomOption = switchOption({
  flag: '--bom',
  summary: {
    en: 'begin CSV with a byte order mark, so that Excel reads Chinese',
    zh: 'CSV 以 BOM 开头，Excel 打开中文不乱码',
  },
})

export const catalogueOption = textOption({
  flag: '--catalogue',
  value: 'NAME',
  summary: { en: 'the catalogue of indicators to read by', zh: '所用的指标目录' },
  fallback: null,
})

export const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const
export type Format = (typeof FORMATS)[number]

export const formatOption = choiceOption({
  flag: '--format',
  value: 'FORMAT',
  choices: FORMATS,
  summary: {
    en: 'table for people; json, jsonl (one record a line) or csv for programs',
    zh: 'table 供人阅读；json、jsonl（每行一条）、csv 供程序读取',
  },
  fallback: 'table',
})

/** What the user says of a report, over whatever its text says. */
export const givenOptions = {
  year: yearOption('--year', { en: "the report's own year", zh: '报告所属年份' }),
  region: textOption({
    flag: '--region',
    value: 'PLACE',
    summary: { en: 'the place that is reported on', zh: '报告涉及的地区' },
    fallback: null,
  }),
  issuer: textOption({
    flag: '--issuer',
    value: 'NAME',
    summary: { en: 'the institution that reports', zh: '报告单位' },
    fallback: null,
  }),
  kind: choiceOption({
    flag: '--kind',
    value: 'KIND',
    choices: REPORT_KINDS,
    summary: { en: 'the kind of report', zh: '报告类型' },
    fallback: null,
  }),
}

/** Filters that choose facts out of the database. */
export const factFilterOptions = {
  indicator: textOption({
    flag: '--indicator',
    value: 'CODE',
    summary: {
      en: 'code of an indicator, as `rules list indicators` shows it',
      zh: '指标代码，见 rules list indicators',
    },
    fallback: null,
  }),
  of: textOption({
    flag: '--of',
    value: 'CODE',
    summary: { en: 'growth and change of this indicator', zh: '该指标的增长或变动' },
    fallback: null,
  }),
  region: textOption({
    flag: '--region',
    value: 'PLACE',
    summary: { en: 'reports on this place', zh: '该地区的报告' },
    fallback: null,
  }),
  issuer: textOption({
    flag: '--issuer',
    value: 'NAME',
    summary: { en: 'reports by this institution', zh: '该单位的报告' },
    fallback: null,
  }),
  year: yearOption('--year', { en: 'facts for this year', zh: '该年份的数据' }),
  from: yearOption('--from', { en: 'facts for this year or later', zh: '自该年份起' }),
  to: yearOption('--to', { en: 'facts for this year or earlier', zh: '至该年份止' }),
  status: choiceOption({
    flag: '--status',
    value: 'STATUS',
    choices: STATUSES,
    summary: { en: 'what was done, what is planned, or what a rule demands', zh: '实际、计划或规定' },
    fallback: null,
  }),
  basis: choiceOption({
    flag: '--basis',
    value: 'BASIS',
    choices: BASES,
    summary: { en: 'totals, figures for each unit, or averages', zh: '总数、每单位数或平均数' },
    fallback: null,
  }),
  aspect: choiceOption({
    flag: '--aspect',
    value: 'ASPECT',
    choices: ASPECTS,
    summary: { en: 'within a period, at a moment, a ratio, or a change', zh: '期间数、时点数、比率或变动' },
    fallback: null,
  }),
  scope: textOption({
    flag: '--scope',
    value: 'NAME',
    summary: { en: 'figures of this place or body within the report', zh: '报告内该机构或地点的数据' },
    fallback: null,
  }),
  document: textOption({
    flag: '--document',
    value: 'ID',
    summary: { en: 'facts of this document', zh: '该文档的数据' },
    fallback: null,
  }),
  finding: choiceOption({
    flag: '--finding',
    value: 'KIND',
    choices: FINDING_KINDS,
    summary: {
      en: 'facts in whose paragraph or table cell something of this kind is wrong',
      zh: '所在段落或单元格有该种疑点的数据',
    },
    fallback: null,
  }),
  search: textOption({
    flag: '--search',
    value: 'WORDS',
    summary: { en: 'words that stand in the sentence', zh: '原句中含有的文字' },
    fallback: null,
  }),
}
