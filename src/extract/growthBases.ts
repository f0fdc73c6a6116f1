import { allMatches } from '../text/matches.ts'
import type { Figure } from './figures.ts'

/** Words before a growth that speak of another base or period than the year before. */
const OTHER_BASE = [
  '年均', '年来', '累计增', '环比', '季度', '上半年', '月份', '个月', '超计划', '比计划', '较计划',
] as const // biome-ignore format: a list
const NAMED_BASE = /[比较](?:[0-9]{4}|[一二][〇零○一二三四五六七八九]{3})年|[0-9]{4}年以来/

/** Words by which a growth is told over several years: 五年增长30.8%, 较“十三五”末增长33.6%. */
const SEVERAL_YEARS = /[两三四五六七八九十]年(?:增长|增加|提高|下降|降低|减少|累计|间)|五”(?:时期)?末/

/** Words that turn to the year itself: what stands before them says nothing of the growth behind them. */
const TURNS = /一年来|全年|[比较](?:上年|去年)/g

const HAN_DIGITS = ['[〇零○]', ...'一二三四五六七八九']

const known = new Map<number, RegExp>()

/** 比2022年, 较二〇二二年 for 2023. */
function yearBefore(year: number): RegExp {
  const pattern = known.get(year)
  if (pattern) return pattern
  const han = [...String(year - 1)].map((digit) => HAN_DIGITS[Number(digit)] ?? '').join('')
  const made = new RegExp(`[比较](?:${year - 1}|${han})年`, 'g')
  known.set(year, made)
  return made
}

/** Where the last match of a pattern ends; 0 where it has none. */
function endOfLast(pattern: RegExp, words: string): number {
  const last = allMatches(pattern, words).pop()
  return last === undefined ? 0 : last.index + last[0].length
}

/**
 * Whether a growth of `year` is told against another time than the year before, by the words before it in its sentence:
 * a year that is named (比2015年增长65%；…) goes for all that follows, other words up to a ；; neither goes beyond words
 * that turn to the year itself (一年来，…; 全年…; 比上年…).
 */
export function hasOtherBase({ text, sentence, quantity }: Figure, year: number | null): boolean {
  const told = text.slice(sentence.start, quantity.from)
  const turned = Math.max(endOfLast(TURNS, told), year === null ? 0 : endOfLast(yearBefore(year), told))
  const words = told.slice(turned)
  const part = words.slice(words.lastIndexOf('；') + 1)
  return NAMED_BASE.test(words) || OTHER_BASE.some((word) => part.includes(word)) || SEVERAL_YEARS.test(part)
}
