import type { Evidence } from '../model/report.ts'
import { evidenceAt, evidenceOfName, type PartText } from './part-text.ts'
import type { Title } from './title.ts'
import type { YearReading } from './year.ts'
import { findDates, findYears, isoDate, type WrittenDate } from './years.ts'

/** Words of a heading that looks back. */
const LOOKS_BACK =
  /回顾|总结|成就|成绩|成效|胜利|决算|发展情况|主要工作|工作情况|的工作$|工作和|(?:^|[，、]|[一二三四五]、)\d{4}年(?:主要)?工作/
const LAST_YEAR = /(?:过去(?:的)?一年|去年|一年来|过去(?:的)?五年|五年来|刚刚过去的)/
/** 预计今年…, 今年上半年…, 今年一至九月…: the year that the report is given in is being told of, not planned. */
const UNDER_WAY =
  /[今本]年(?:以來|以来|上半年|前[一二三四五六七八九]个月|[一二三四五六七八九1-9][ ]?月?[至到—－-]|第?[一二三]季度|[一二三四五六七八九1-9]月份?已)|(?:预计|預計)今年|今年.{0,12}(?:预计|預計)|今年又/g
const NEXT = /明年|来年/g
const LATE_MONTH = 9
const EARLY_MONTH = 6
const HEADING = 60

/** When the report was given to the congress: 2026年1月27日在山东省第十四届人民代表大会第四次会议上. */
function findDelivery(
  part: PartText,
): { readonly date: WrittenDate; readonly start: number; readonly end: number } | null {
  const head = part.reading.text.slice(part.start, part.start + 1500)
  const match =
    /((?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[一二][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[ \n]*在[^。；\n]{2,24}[\n]?[^。；\n]{0,12}人民代表大会/.exec(
      head,
    )
  const [date] = findDates(match?.[1] ?? '')
  if (!match || !date) return null
  const start = part.start + match.index
  return { date, start, end: start + match[0].length }
}

const isHeading = (words: string): boolean =>
  words.length <= HEADING &&
  !/[。；]$/.test(words) &&
  !/政府工作报告/.test(words) &&
  /^(?:[一二三四五六七八九十首]|（[一二三]）|第[一二]部分|\d|[“"过去]|关于)/.test(words)

/** The heading of the first half that looks back on a year: on the one before the report's name first of all. */
function reviewHeading(part: PartText, named: number): Evidence | null {
  const half = part.start + (part.end - part.start) / 2
  const headings = part.lines.filter(({ start, words }) => start <= half && isHeading(words) && LOOKS_BACK.test(words))
  const dated = (year: number): (typeof headings)[number] | undefined =>
    headings.find(({ words }) => findYears(words).some((written) => written.year === year))
  const before = dated(named - 1)
  if (before) return evidenceAt(part, before, String(named - 1), 'year.reviewHeading')
  const own = dated(named)
  return own && /回顾|总结/.test(own.words) && !/要求|安排|任务|建议|目标/.test(own.words)
    ? evidenceAt(part, own, String(named), 'year.reviewHeading')
    : null
}

/** 一、去年工作回顾, 刚刚过去的1984年: the year before, told without its number or in the first sentences. */
function lastYearTold(part: PartText, named: number): Evidence | null {
  const half = part.start + (part.end - part.start) / 2
  const heading = part.lines.find(
    ({ start, words }) => start <= half && isHeading(words) && LOOKS_BACK.test(words) && LAST_YEAR.test(words),
  )
  if (heading) return evidenceAt(part, heading, String(named - 1), 'year.reviewHeading')
  const opening = /刚刚过去的(?:\d{4}年|一年)|过去的?[一五]年/.exec(
    part.reading.text.slice(part.start, part.start + 1200),
  )
  if (!opening) return null
  const start = part.start + opening.index
  return evidenceAt(part, { start, end: start + opening[0].length }, String(named - 1), 'year.opening')
}

/** How often the text tells of its own year as under way and of the next as to come, with the first place of it. */
function lateSigns(part: PartText, named: number): { readonly weight: number; readonly evidence: readonly Evidence[] } {
  const text = part.reading.text.slice(part.start, part.end)
  const underWay = [...text.matchAll(UNDER_WAY)]
  const next = [...text.matchAll(NEXT)].length + findYears(text).filter(({ year }) => year === named + 1).length
  const [first] = underWay
  if (!first || underWay.length + next < 3) return { weight: 0, evidence: [] }
  const start = part.start + first.index
  return {
    weight: underWay.length + next,
    evidence: [evidenceAt(part, { start, end: start + first[0].length }, String(named), 'year.underWay')],
  }
}

/**
 * The year that a government report sums up. A report given in spring and named 2025 tells of 2024 and plans 2025; one
 * given late in its year tells of that year. Decided by the heading that looks back, then by the date on which the report
 * was given, then by whether the text tells of its own year as under way; spring is what stays.
 */
export function readGovernmentYear(part: PartText, title: Title): YearReading | null {
  const delivery = findDelivery(part)
  const titled = findYears(title.words)[0]?.year ?? findYears(part.fileName)[0]?.year ?? null
  const named = delivery?.date.year ?? titled
  if (named === null) return null
  const published = delivery ? isoDate(delivery.date) : String(named)
  const given = delivery
    ? [evidenceAt(part, delivery, published, 'published.delivery')]
    : title.span && findYears(title.words).length > 0
      ? [evidenceAt(part, title.span, published, 'published.title')]
      : [evidenceOfName(published, 'published.fileName')]
  const stated = (year: number, confidence: number, evidence: readonly Evidence[]): YearReading => ({
    year,
    basis: 'stated',
    confidence,
    published,
    evidence: [...evidence, ...given],
  })
  const review = reviewHeading(part, named)
  if (review) return stated(Number(review.says), 0.97, [review])
  const month = delivery?.date.month ?? null
  if (month !== null && month <= EARLY_MONTH)
    return stated(named - 1, 0.93, [{ ...(given[0] as Evidence), says: String(named - 1), rule: 'year.givenEarly' }])
  if (month !== null && month >= LATE_MONTH)
    return stated(named, 0.9, [{ ...(given[0] as Evidence), says: String(named), rule: 'year.givenLate' }])
  const late = lateSigns(part, named)
  if (late.weight > 0) return stated(named, 0.85, late.evidence)
  const told = lastYearTold(part, named)
  if (told) return stated(named - 1, 0.95, [told])
  return stated(named - 1, 0.85, [evidenceOfName(String(named - 1), 'year.governmentReport')])
}
