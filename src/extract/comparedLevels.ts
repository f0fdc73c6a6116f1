import { readYear } from '../text/read-year.ts'
import type { Figure } from './figures.ts'

/** 比1958年的, 较上年的, 比第五个五年计划期间的: in front of a level that another one is held against. */
const COMPARED =
  /(?:比|较|同)(?<when>[^，。；\d]{0,20}[\d〇零○一二三四五六七八九]{4}年|上年|去年|上一年度?|[^，。；\d]{0,4}五(?:”|年计划|年规划)?(?:期间|时期)|前[三五]年)的$/
const GOES_ON = /^(?:作?比较|相比|增长|增加|提高|下降|减少)/

/** The words that tell of when a level is that another is held against (比1958年的3亿吨增长36%); null for other figures. */
export function whenCompared(before: string, after: string): string | null {
  return GOES_ON.test(after) ? (COMPARED.exec(before)?.groups?.['when'] ?? null) : null
}

/** The year of such a level: a calendar year, or an offset from the report's own; null for other figures. */
export function yearCompared(figure: Figure): { readonly year: number } | { readonly offset: -1 } | null {
  const before = figure.text.slice(figure.clause.start, figure.quantity.from)
  const when = whenCompared(before, figure.text.slice(figure.quantity.end, figure.clause.end))
  if (when === null) return null
  if (/^(?:[上去]|上一)年/.test(when)) return { offset: -1 }
  const year = readYear(when.slice(-5, -1))
  return year !== null && year >= 1900 && year < 2100 ? { year } : null
}
