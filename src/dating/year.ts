import type { Evidence, ReportKind, ReportProfile } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { readGovernmentYear } from './government-year.ts'
import { evidenceAt, evidenceOfName, type PartText } from './part-text.ts'
import { dateOf, isGovernmentReport, type Title } from './title.ts'
import { inOpening, inPassing, inPlanHeading, inReporting, type StatedYear } from './told-year.ts'
import { findDates, findYears, isoDate, type WrittenDate, type WrittenYear, yearNumber } from './years.ts'

export interface YearReading {
  readonly year: number | null
  readonly basis: ReportProfile['yearBasis']
  readonly confidence: number
  readonly published: string | null
  readonly evidence: readonly Evidence[]
}

/** Where a report is signed up to this month it sums up the year before. */
const LAST_MONTH_OF_REVIEW = 3
const TAIL_LINES = 8
/** 发布时间：2018/7/30: the site says when it published. */
const LABELLED = /(?:发布|发文|发表|更新|成文|印发|公开|生成|上传)(?:时间|日期)[：: ]{1,3}(?=(?:19|20)\d{2}[-年./])/

/** The year of a title: of its summary where it has one (2023年打算和2022年总结), else the first; plans: the first. */
function chooseYear(words: string, years: readonly WrittenYear[], part: PartText): WrittenYear | null {
  const told = years.filter(({ end }, at) => {
    const clause = words.slice(end, years[at + 1]?.start ?? words.length)
    return part.rulebook.titles.find(clause).some(({ row }) => row.kind === 'summary' || row.kind === 'statistics')
  })
  return told[0] ?? years[0] ?? null
}

const lastOf = (written: WrittenYear, kind: ReportKind): number | null =>
  kind === 'plan' ? written.year : written.last

function inTitle(part: PartText, title: Title, kind: ReportKind): StatedYear | null {
  if (!title.span) return null
  const chosen = chooseYear(title.words, findYears(title.words), part)
  const year = chosen ? lastOf(chosen, kind) : null
  if (year === null) return null
  return { year, confidence: 0.98, evidence: evidenceAt(part, title.span, String(year), 'year.title') }
}

/** 一、2023年工作回顾: a heading that dates what it looks back on; in a plan one that dates what it plans. */
function inHeading(part: PartText, kind: ReportKind): StatedYear | null {
  for (const line of part.lines) {
    if (line.words.length > 48 || /[。；]$/.test(line.words)) continue
    const match =
      /^(?:第[一二]部分|[一二三四五]、|（[一二三]）|\d[、.．])?[ ]*((?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年[^。，]{0,24}(?:回顾|总结|情况|成效|工作|亮点|打算|计划|要点|思路|安排|设想)/.exec(
        line.words,
      )
    if (!match?.[1]) continue
    const plans = /打算|计划|要点|思路|安排|设想/.test(match[0]) && !/回顾|总结|情况|成效|亮点/.test(match[0])
    if (plans !== (kind === 'plan')) continue
    const year = yearNumber(match[1])
    return { year, confidence: 0.93, evidence: evidenceAt(part, line, String(year), 'year.heading') }
  }
  return null
}

function inFileName(part: PartText, kind: ReportKind): StatedYear | null {
  const chosen = chooseYear(part.fileName, findYears(part.fileName), part)
  const year = chosen ? lastOf(chosen, kind) : null
  if (year !== null) return { year, confidence: 0.9, evidence: evidenceOfName(String(year), 'year.fileName') }
  return null
}

/** bulletin-2024-national: four digits on their own in a file name. */
function digitsInFileName(part: PartText): StatedYear | null {
  const bare = /(?<![A-Za-z0-9])((?:19|20)\d{2})(?![A-Za-z0-9])/.exec(part.fileName)
  if (!bare?.[1]) return null
  return { year: Number(bare[1]), confidence: 0.75, evidence: evidenceOfName(bare[1], 'year.fileNameDigits') }
}

/** When the report was signed or issued: a date that closes one of its last lines or stands below its title. */
function findPublished(
  part: PartText,
): { readonly date: WrittenDate; readonly span: Span; readonly rule: string } | null {
  for (const line of part.lines.slice(-TAIL_LINES).reverse()) {
    const date =
      line.words.length <= 60 && !/截[至止]/.test(line.words)
        ? dateOf({ ...line, words: line.words.replace(/[（）]|印发$/g, '') })
        : null
    if (date && date.month !== null) return { date, span: line, rule: 'published.signature' }
  }
  const tail = part.reading.text.slice(Math.max(part.start, part.end - 120), part.end)
  const sourced = /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?=来源[：:])/.exec(tail)
  if (sourced?.[1]) {
    const start = Math.max(part.start, part.end - 120) + sourced.index
    const date = {
      start,
      end: start + sourced[0].length,
      year: Number(sourced[1]),
      month: Number(sourced[2]),
      day: sourced[3] ? Number(sourced[3]) : null,
    }
    return { date, span: { start, end: date.end }, rule: 'published.source' }
  }
  for (const line of part.lines.slice(0, 12)) {
    const date = line.words.length <= 40 && !/截[至止]/.test(line.words) ? dateOf(line) : null
    if (date && date.month !== null) return { date, span: line, rule: 'published.head' }
    const labelled = LABELLED.exec(line.words)
    const [named] = labelled ? findDates(line.words.slice(labelled.index)) : []
    if (named && named.month !== null) return { date: named, span: line, rule: 'published.label' }
  }
  return null
}

/** 〔2012〕17号: the year that a numbered document was issued in. */
function inDocumentNumber(part: PartText): StatedYear | null {
  for (const line of [...part.lines.slice(0, 6), ...part.lines.slice(-4)]) {
    const match = /^（?[\u3400-\u9fff]{2,14}[〔【[（]((?:19|20)\d{2})[〕】\]）](?:第)?\d{1,4}号）?$/.exec(line.words)
    if (match?.[1])
      return {
        year: Number(match[1]),
        confidence: 0.75,
        evidence: evidenceAt(part, line, match[1], 'year.documentNumber'),
      }
  }
  return null
}

/** 本办法自2018年7月1日起施行: rules are of the year that they come into force. */
function inForce(part: PartText, kind: ReportKind): StatedYear | null {
  if (kind !== 'rules') return null
  const text = part.reading.text.slice(part.start, part.end)
  const match = /自((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?起(?:施行|实施|执行)/.exec(text)
  if (!match?.[1]) return null
  const start = part.start + match.index
  const span = { start, end: start + match[0].length }
  return { year: Number(match[1]), confidence: 0.75, evidence: evidenceAt(part, span, match[1], 'year.inForce') }
}

/** The report's own year as its text states it, by the first place that does; unknown where no place does. */
export function readStatedYear(part: PartText, title: Title, kind: ReportKind): YearReading {
  const ofGovernment = isGovernmentReport(part, title) ? readGovernmentYear(part, title) : null
  if (ofGovernment) return ofGovernment
  const issued = findPublished(part)
  const published = issued ? isoDate(issued.date) : null
  const notes = issued ? [evidenceAt(part, issued.span, published ?? '', issued.rule)] : []
  const signed = (): StatedYear | null => {
    if (!issued) return null
    const { date, span } = issued
    const before = kind !== 'plan' && kind !== 'rules' && kind !== 'other' && (date.month ?? 12) <= LAST_MONTH_OF_REVIEW
    const year = before ? date.year - 1 : date.year
    const rule = before ? 'year.signedInSpring' : 'year.signature'
    return { year, confidence: before ? 0.75 : 0.8, evidence: evidenceAt(part, span, String(year), rule) }
  }
  const found =
    inTitle(part, title, kind) ??
    inHeading(part, kind) ??
    inReporting(part) ??
    inFileName(part, kind) ??
    inOpening(part, title) ??
    inPlanHeading(part, kind) ??
    signed() ??
    inPassing(part, title) ??
    inDocumentNumber(part) ??
    inForce(part, kind) ??
    digitsInFileName(part)
  if (!found) return { year: null, basis: 'unknown', confidence: 0, published, evidence: notes }
  return {
    year: found.year,
    basis: 'stated',
    confidence: found.confidence,
    published,
    evidence: [found.evidence, ...notes],
  }
}
