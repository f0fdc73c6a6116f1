import { readYear } from '../text/read-year.ts'
import type { Figure } from './figures.ts'
import { PLAN_END, yearOfPlanEnd } from './planFrames.ts'

/** What stands between the time that a level is of and the level: 2020年的, 2020年末全国的, 2020年（. */
const TO_LEVEL = '[底末]?(?:(?:全[国省市县区州])?的(?:约|近)?|（)$'
const OWN_BASE = new RegExp(`^${TO_LEVEL}`)
/** 比1958年的, 较上年的, 比第五个五年计划期间的: in front of a level that another one is held against. */
const COMPARED = new RegExp(
  `(?:比|较|同)(?<when>[^，。；\\d]{0,20}[\\d〇零○一二三四五六七八九]{4}年|[^，。；\\d]{0,4}五(?:”|年计划|年规划)?(?:期间|时期|(?:期|规划)?末)|前[三五]年)${TO_LEVEL}|(?:比|较|同)(?<last>上年|去年|上一年度?)(?:${TO_LEVEL}|$)`,
)
const GOES_ON =
  /^）?(?:作?比较|相比|净?增|增长|增加|提高|提升|上升|扩大|翻|下降|减少|下滑|降低|多了?[\d一二三四五六七八九十]|少了?[\d一二三四五六七八九十])/

/** Whether the time that ends at `end` is that of the figure itself, a level: 比2020年的88个增加15个. */
export const isOwnBase = ({ text, quantity }: Figure, end: number): boolean =>
  !['ratio', 'multiple', 'point'].includes(quantity.dimension ?? '') && OWN_BASE.test(text.slice(end, quantity.start))

/** The words that tell of when a level is that another is held against (比1958年的3亿吨增长36%); null for other figures. */
export function whenCompared(before: string, after: string): string | null {
  if (!GOES_ON.test(after)) return null
  const groups = COMPARED.exec(before)?.groups
  return groups?.['when'] ?? groups?.['last'] ?? null
}

/** The year of such a level: a calendar year, or an offset from the report's own; null for other figures. */
export function yearCompared(figure: Figure): { readonly year: number } | { readonly offset: -1 } | null {
  const before = figure.text.slice(figure.clause.start, figure.quantity.from)
  const when = whenCompared(before, figure.text.slice(figure.quantity.end, figure.clause.end))
  if (when === null) return null
  if (/^(?:[上去]|上一)年/.test(when)) return { offset: -1 }
  const plan = /末$/.test(when) ? new RegExp(PLAN_END.source).exec(when)?.[1] : undefined
  if (plan !== undefined) return { year: yearOfPlanEnd(plan) }
  const year = readYear(when.slice(-5, -1))
  return year !== null && year >= 1900 && year < 2100 ? { year } : null
}
