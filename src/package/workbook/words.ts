import { NOT_COMPARABLE } from '../../compare/change.ts'
import { CLAIM_DOUBTS } from '../../compare/claims.ts'
import type { WorkbookLanguage } from './sheet.ts'

/** Chinese for the codes of closed sets, set by set; in English the codes speak for themselves. */
const CODES = {
  modifier: {
    exact: '',
    about: '约',
    over: '超过',
    under: '不足',
    at_least: '不少于',
    at_most: '不超过',
    range: '区间',
    several: '数',
    masked: '隐去',
  },
  status: { actual: '实际', plan: '计划', rule: '规定' },
  basis: { total: '总数', each: '每个', average: '平均' },
  aspect: { flow: '当年', stock: '存量', rate: '比率', change: '变动' },
  kind: { summary: '总结', plan: '计划', mixed: '总结和计划', rules: '办法', statistics: '统计', other: '其他' },
  yearBasis: { given: '用户指定', stated: '文中写明', inferred: '推断', unknown: '不明' },
  comparison: {
    exact: '精确',
    interval: '区间',
    at_least: '至少',
    at_most: '至多',
    approximate: '约',
    none: '不可比',
  },
  outcome: { met: '完成', missed: '未完成', unknown: '无法判断', waiting: '尚无实绩' },
  verdict: { agree: '相符', disagree: '不符', cannot_tell: '无法核对' },
  caution: { gap: '年份不连续', issuer: '单位不同', subject: '用词不同', unit: '单位写法不同' },
  nature: { count: '计数', amount: '计量', ratio: '比率' },
  finding: {
    masked_number: '数字隐去',
    masked_year: '年份隐去',
    missing_number: '缺少数字',
    ocr_repair: '识别错误已修正',
    page_marker: '页码混入正文',
    site_chrome: '网页栏目混入正文',
    broken_sentence: '句子不完整',
    garbled_text: '乱码',
    no_text_layer: '没有文字层',
    inferred_year: '年份由推断得出',
    conflict: '前后数字不一',
    claim_mismatch: '所称增长与数字不符',
    sum_mismatch: '分项与合计不符',
    limit_reached: '达到读取限制',
  },
  reason: Object.fromEntries(Object.entries(NOT_COMPARABLE).map(([code, { zh }]) => [code, zh])),
  doubt: Object.fromEntries(Object.entries(CLAIM_DOUBTS).map(([code, { zh }]) => [code, zh])),
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type CodeSet = keyof typeof CODES

/** A code in the language of the workbook; '' for none. */
export function createCodeWords(language: WorkbookLanguage): (set: CodeSet, code: unknown) => string {
  return (set, code) => {
    if (code === null || code === undefined) return ''
    const text = String(code)
    if (language === 'en') return set === 'modifier' && text === 'exact' ? '' : text.replaceAll('_', ' ')
    return (CODES[set] as Readonly<Record<string, string>>)[text] ?? text
  }
}
