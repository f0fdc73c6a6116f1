import { allMatches } from '../text/matches.ts'
import { readYear } from '../text/read-year.ts'
import type { Figure } from './figures.ts'

const MOVED = /[由从](?!事|而|此|于)[^，；。]{0,16}$/
const MOVED_TO =
  /(?:增加到|增加至|增长到|增长至|增至|发展到|提高到|提高至|提升到|提升至|扩大到|扩大至|上升到|上升至|升至|减少到|减少至|下降到|下降至|降至|降到|延长到|延长至|变为|扩展到|拓展到|壮大到|升到|增到|减到|涨到|跌到|[涨跌减扩]至|提到|回升到|回升至|攀升到|攀升至|跃升到|跃升至|[升增降减]为|调整?为|优化为|调整到|压缩到|压缩至|压减到|压减至|缩短到|缩短至)[^，；。]{0,4}$/

/** Where the 由…到… begins that the figure ends; the figure's own place where there is none. */
export function movementStart(figure: Figure): number {
  const words = figure.text.slice(figure.clause.start, figure.quantity.from)
  const from = Math.max(words.lastIndexOf('由'), words.lastIndexOf('从'))
  return from >= 0 ? figure.clause.start + from : figure.quantity.from
}

/** From where to where the ratio goes that the figure is a share of (31.2:38.4:30.4); the figure itself elsewhere. */
function wholeRatio({ text, quantity }: Figure): { readonly from: number; readonly end: number } {
  if (!quantity.rules.includes('quantity.ratio')) return quantity
  const before = /[\d.:：∶]*$/.exec(text.slice(Math.max(0, quantity.start - 24), quantity.start))?.[0].length ?? 0
  const behind = /^[\d.:：∶]*/.exec(text.slice(quantity.end, quantity.end + 24))?.[0].length ?? 0
  return { from: quantity.start - before, end: quantity.end + behind }
}

/** Whether the figure is the start (由9家; 分别从209元、280元) or the end (增加到10家) of a movement between two years. */
export function readMovement(figure: Figure): 'from' | 'to' | null {
  const { text, clause } = figure
  const quantity = wholeRatio(figure)
  const words = text.slice(clause.start, quantity.from)
  if (MOVED_TO.test(words) && /[由从]/.test(words)) return 'to'
  const rest = text.slice(quantity.end, clause.end)
  return MOVED.test(words) &&
    /^(?:[、和及与][^，；。、]{1,14}){0,3}[^，；。]{0,4}(?:增加到|增加至|增长到|增长至|增至|发展到|提高到|提高至|提升到|扩大到|扩大至|上升到|升至|减少到|减少至|下降到|降至|降到|到|至|延长到|壮大到|[升增减涨跌提][到至为]|降为|调整?为|优化为|变为|调整到|回升到|攀升[到至]|跃升[到至]|压[缩减][到至]|缩短[到至])/.test(
      rest,
    )
    ? 'from'
    : null
}

const COMPARED_YEARS =
  /年(?:[^，。；]{0,6})(?:同|与|和|比|较)((?:19|20)\d\d|[一二][〇零○九八七][〇零○一二三四五六七八九]{2})年(?:相比|比较)?，/g

/**
 * The year that a movement before in the sentence began in (藏书从2020年的8万册增加到2025年的12万册，读者从3万人增加到…):
 * the next one begins there too; null where none names both of its years.
 */
export function yearOfFirstMovement(figure: Figure): number | null {
  const before = figure.text.slice(figure.sentence.start, movementStart(figure))
  const last = allMatches(/[由从]((?:19|20)\d\d)年[^，；。]{0,24}?(?:到|至|达)((?:19|20)\d\d)年/g, before).pop()
  if (last !== undefined && Number(last[1]) < Number(last[2])) return Number(last[1])
  // 1982年同1978年相比，总额由…增加到…: the year that is compared with.
  const compared = allMatches(COMPARED_YEARS, before).pop()
  return compared ? readYear(compared[1] ?? '') : null
}

/** 2016年1月1日至2016年12月31日, 2023年1月—9月: the range begins and ends in one year. */
export const isSameYear = (behind: string, year: number): boolean =>
  behind.slice(1).trim().startsWith(String(year)) || /^[ ]?[-—–~～至到][ ]?\d{1,2}月/.test(behind)

const OTHER_PLACE = /(?:[区县市州省镇乡馆站局]|街道)$/
const OWN_PLACE = /\d[^，。；]*，(?:但|而)?[我本](?:[区县市州省镇乡馆站局]|街道)(?!.*年)/

/** 由年初的62%升到91%: the movement begins within the year itself. */
export const beginsThisYear = ({ text, clause, quantity }: Figure): boolean =>
  /[由从](?:今年|本年)?年[初中]的?$/.test(text.slice(clause.start, quantity.from))

/**
 * Whether what a word of years tells ends with its item, which the words `before` it and those `between` it and a figure
 * show: 一是…，人家去年就有27%；二是…; …，三年共投入…；新馆…. A period that is planned goes on.
 */
export const endsWithItem = (before: string, between: string, span: boolean): boolean =>
  // 邻区去年人均到馆3.1次，我区仅1.2次: last year is that of the other place.
  (!span && OWN_PLACE.test(between) && OTHER_PLACE.test(before)) ||
  (/；[二三四五六七八九]是/.test(between) && /[一二三四五六七八]是/.test(before)) ||
  (span && between.includes('；') && /[，；]/.test(before) && !/规定|计划|提出|草案|目标|要求/.test(before))
