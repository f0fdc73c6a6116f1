import type { Span } from '../model/span.ts'
import { readYear } from '../text/read-year.ts'

/** A year as written; `year` is null where digits are masked (20_年, 202X年, XX年). */
export interface WrittenYear extends Span {
  readonly year: number | null
  /** Last year of a range (2022—2023年度), the year itself elsewhere. */
  readonly last: number | null
}

const PLAIN = '(?:19|20)\\d{2}|[一二][〇○零Ｏ九八七][〇○零Ｏ一二三四五六七八九]{2}'
const WRITTEN = new RegExp(
  `(?<![\\d.])(?<first>${PLAIN})(?:[ ]?年?[ ]?[-—–~～至到][ ]?(?<last>${PLAIN}|\\d{2}))?[ ]?年` +
    '|(?<masked>(?<![\\d])(?:(?:19|20)[\\dlIXx_×*]{0,2}[Xx_×*]+|(?:19|20)[lI]\\d|[Xx×*_]{2,4}))[ ]?年',
  'g',
)

/** The year that is written in digits or Han digits, as the patterns here find it; NaN for other words. */
export const yearNumber = (written: string): number => readYear(written) ?? Number.NaN

/** The years that words name, in order. */
export function findYears(words: string): readonly WrittenYear[] {
  return [...words.matchAll(WRITTEN)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    const first = match.groups?.['first']
    if (!first) return { start, end, year: null, last: null }
    const year = yearNumber(first)
    const last = match.groups?.['last']
    const lastYear = last ? (last.length === 2 ? Math.floor(year / 100) * 100 + Number(last) : yearNumber(last)) : year
    return { start, end, year, last: Math.max(lastYear, year) }
  })
}

const HAN_NUMBER: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10,
} // biome-ignore format: a table reads better in rows

/** 十二 → 12, 二十一 → 21, 7 → 7; null where it is no number below a hundred. */
export function smallNumber(written: string): number | null {
  if (/^\d{1,3}$/.test(written)) return Number(written)
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(written)
  if (!match || written === '') return null
  if (!match[2]) return match[1] && !match[3] ? (HAN_NUMBER[match[1]] ?? null) : null
  return (match[1] ? (HAN_NUMBER[match[1]] ?? 0) : 1) * 10 + (match[3] ? (HAN_NUMBER[match[3]] ?? 0) : 0)
}

/** A date with its parts; the month and day are null where the text does not give them. */
export interface WrittenDate extends Span {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const DATE = new RegExp(
  `(?<year>${PLAIN})(?:年[ ]?(?:(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])月[ ]?(?:(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])?)?|[-./](?<m>\\d{1,2})[-./](?<d>\\d{1,2}))`,
  'g',
)

/** The dates that words name, in order. */
export function findDates(words: string): readonly WrittenDate[] {
  return [...words.matchAll(DATE)].map((match) => {
    const groups = match.groups ?? {}
    const month = groups['month'] ?? groups['m']
    const day = groups['day'] ?? groups['d']
    return {
      start: match.index,
      end: match.index + match[0].length,
      year: yearNumber(groups['year'] ?? ''),
      month: month ? smallNumber(month) : null,
      day: day ? smallNumber(day) : null,
    }
  })
}

/** 2024-03-20, 2024-03 or 2024: as much as the text gives. */
export function isoDate({ year, month, day }: Omit<WrittenDate, 'start' | 'end'>): string {
  if (month === null || month > 12) return String(year)
  const monthly = `${year}-${String(month).padStart(2, '0')}`
  return day === null || day > 31 ? monthly : `${monthly}-${String(day).padStart(2, '0')}`
}
