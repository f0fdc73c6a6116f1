import type { Evidence, ReportKind } from '../model/report.ts'
import { evidenceAt, type PartText } from './part-text.ts'
import { dateOf, type Title } from './title.ts'
import { findYears, yearNumber } from './years.ts'

/** A year that a report states of itself, and how sure the place is that states it. */
export interface StatedYear {
  readonly year: number
  readonly confidence: number
  readonly evidence: Evidence
}

const WRITTEN = '((?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})'

const REPORTING = new RegExp(
  `现将[^。；，\\n]{0,14}${WRITTEN}年(?:度)?(?!\\d{1,2}月)[^。；，\\n]{0,30}(?:如下|公示|公布|公开)|对${WRITTEN}年度?(?:的)?[^。；，\\n]{0,6}工作的[^。；，\\n]{0,6}(?:回顾|总结|汇报)`,
)

/** 现将2021年公共文化服务开展情况报告如下, 以上就是对2017年度工作的简要回顾: the report says what it is of. */
export function inReporting(part: PartText): StatedYear | null {
  const text = part.reading.text.slice(part.start, part.end)
  const match = REPORTING.exec(text)
  if (!match) return null
  const year = yearNumber(match[1] ?? match[2] ?? '')
  const start = part.start + match.index
  const span = { start, end: start + match[0].length }
  return { year, confidence: 0.93, evidence: evidenceAt(part, span, String(year), 'year.reported') }
}

/** 一、2026年工作思路 in a report that sums up and plans: it sums up the year before the one that it plans. */
export function inPlanHeading(part: PartText, kind: ReportKind): StatedYear | null {
  if (kind !== 'mixed' && kind !== 'summary') return null
  for (const line of part.lines) {
    if (line.words.length > 32 || /[。；，]/.test(line.words)) continue
    const match =
      /^(?:第[一二三四五六]部分|[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]）)?[ ]*(?:[^\d]{0,8}(?:问题|不足)[和与及、])?((?:19|20)\d{2})年度?(?:的|主要|重点)?(?:工作|文化工作)?(?:的)?(?:主要|初步)?(?:打算|计划|要点|思路|安排|设想)$/.exec(
        line.words,
      )
    if (!match?.[1]) continue
    const year = Number(match[1]) - 1
    return { year, confidence: 0.85, evidence: evidenceAt(part, line, String(year), 'year.planHeading') }
  }
  return null
}

const OPENING = new RegExp(
  `(?:^|\\n|[（：])[ ]*(?:截[至止]|在)?${WRITTEN}年(?:以来|来|末|底|，|度|上半年|全|是|我|[\\u3400-\\u9fff]{2,8}局)`,
  'g',
)
const PASSING = new RegExp(`(?:^|[。\\n（：])[ ]*(?:截[至止]|在)?${WRITTEN}年`, 'g')
const FIRST_WORDS = 600

/** 2023年，…; 截至2023年末…: the first words of a paragraph of the beginning date the report. */
export function inOpening(part: PartText, title: Title): StatedYear | null {
  return findNamed(part, title, OPENING, () => true, 0.85, 'year.opening')
}

/**
 * What happened in a month of a year (2013年10月，我市取得资格) and what a sentence tells of a year (。2022年全市人均…): the
 * first of the year that is the latest one named. Weaker than a date that the report bears.
 */
export function inPassing(part: PartText, title: Title): StatedYear | null {
  const text = part.reading.text.slice(part.start, part.end)
  const named = findYears(text).filter(
    ({ year, last, start }) =>
      year !== null &&
      year === last &&
      !/(?:[到至]|力争|计划|预计|目标|拟|《[^》]*|[-—–~～])$/.test(text.slice(Math.max(0, start - 12), start)),
  )
  const latest = Math.max(...named.map(({ year }) => year ?? 0))
  return findNamed(part, title, PASSING, (year) => year === latest, 0.7, 'year.namedFirst')
}

function findNamed(
  part: PartText,
  title: Title,
  pattern: RegExp,
  accepts: (year: number) => boolean,
  confidence: number,
  rule: string,
): StatedYear | null {
  const from = Math.max(part.start, title.span?.end ?? part.start)
  const body = part.reading.text.slice(from, Math.min(part.end, from + FIRST_WORDS))
  for (const match of body.matchAll(pattern)) {
    const start = from + match.index + (match[0].startsWith('\n') ? 1 : 0)
    const end = from + match.index + match[0].length
    // A date on a line of its own says when the report was signed.
    const signs = part.lines.some(
      (line) => line.start <= start && line.end >= end && line.words.length <= 24 && dateOf(line),
    )
    const year = yearNumber(match[1] ?? '')
    if (signs || !accepts(year)) continue
    return { year, confidence, evidence: evidenceAt(part, { start, end }, String(year), rule) }
  }
  return null
}
