import type { SourceDocument } from '../model/document.ts'
import type { ReportProfile } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { normalizeCharacters } from '../text/normalize.ts'
import { readParagraphs } from '../text/paragraphs.ts'
import { readText } from '../text/reading.ts'
import { findRepairs } from '../text/repair.ts'
import { sectionAt } from '../text/sections.ts'
import { placeAt } from './places.ts'
import { readPartSections } from './profile.ts'
import { smallNumber } from './years.ts'

/** An event that a report numbers: 第十届文展会. Offsets point into the source text. */
export interface NumberedEvent extends Span {
  readonly quote: string
  /** What it is called, without place and quotation marks; the longest reading of the words first. */
  readonly names: readonly string[]
  readonly number: number
  /** 0 where the report tells of it, 1 where it plans it for the next year. */
  readonly offset: 0 | 1
}

const NUMBERED = /(?:第([一二三四五六七八九十]{1,3}|\d{1,2})|(首))届(?=[\u3400-\u9fff“XxA-Z×（])/g
/** The words that end the name of an event that comes again. */
const ENDS = /(?:节|会|赛|季|周|展|奖|杯|论坛|灯会|展演|汇演|会演|庙会|巡游|大集)/g
const STOP = /[，。；！？、：,;\n]|(?:以及|活动启动|期间|成功|圆满|举办|开幕|闭幕|获得|荣获)/
const LONGEST = 24
const PLANNED = /(?:办好|承办|将|计划|打算|拟|筹备|筹办|力争|谋划)[^。；]{0,12}$/
const MASKS = /[Xx×*＊]{1,4}/g
/** So general that two events of one place can both be called so. */
const GENERAL =
  /^(?:文化|艺术|旅游|体育|职工|全民|群众|国际|中国|城市)?(?:运动会|艺术节|文化节|旅游节|博览会|交易会|大赛|比赛|展览|展览会|展会|读书节|研讨会|论坛|奖|代表大会|会|节|赛|展|周|月|季|杯)$/

/** 中国（潍坊）文化艺术展示交易会 → 中国文化艺术展示交易会; 潍坊高新区邻里节 → 邻里节. */
function plainName(words: string, rulebook: RuleBook): string {
  const bare = words
    .replace(/[（(][^）)]{0,8}[）)]/g, '')
    .replace(MASKS, '')
    .replace(/[“”"《》（）() ]/g, '')
  const place = placeAt(bare, 0, rulebook.regions)
  const own = place && place.end < bare.length ? bare.slice(place.end) : bare
  return own.replace(/^全[市区县省州]/, '')
}

interface Names {
  /** The longest first. */
  readonly names: readonly string[]
  /** Characters from the number's end to the end of the longest name, as written. */
  readonly length: number
}

function namesAt(text: string, at: number, rulebook: RuleBook): Names {
  const rest = text.slice(at, at + LONGEST)
  const stop = STOP.exec(rest)?.index ?? rest.length
  const words = rest.slice(0, stop)
  const read = [...words.matchAll(ENDS)]
    .map((match) => match.index + match[0].length)
    .map((length) => ({ length, name: plainName(words.slice(0, length), rulebook) }))
    .filter(({ name }) => name.length >= 3 && !GENERAL.test(name))
    .reverse()
  return { names: [...new Set(read.map(({ name }) => name))], length: read[0]?.length ?? 0 }
}

/** Whether two events are one series: the name of one is the other's, or its end with no other event's name before. */
export function sharedName(a: NumberedEvent, b: NumberedEvent): string | null {
  const ends = (long: string, short: string): boolean =>
    long.endsWith(short) && long.slice(0, long.length - short.length).search(ENDS) < 0
  for (const name of a.names)
    for (const other of b.names) {
      if (ends(name, other)) return other
      if (ends(other, name)) return name
    }
  return null
}

/** 首届邻里节 told of and 办好第二届邻里节 further down: the second is of the next year, whatever the heading says. */
function followOn(
  events: readonly NumberedEvent[],
  planned: (event: NumberedEvent) => boolean,
): readonly NumberedEvent[] {
  return events.map((event) => {
    const follows = events.some(
      (other) => other.offset === 0 && other.number === event.number - 1 && sharedName(other, event) !== null,
    )
    return event.offset === 0 && follows && planned(event) ? { ...event, offset: 1 as const } : event
  })
}

/** The numbered events of each report of a document, by part. Pure: reads the text again as the report was read. */
export function findNumberedEvents(
  document: SourceDocument,
  reports: readonly ReportProfile[],
  rulebook: RuleBook,
): readonly (readonly NumberedEvent[])[] {
  const base = normalizeCharacters(document.source)
  const reading = readText(base, findRepairs(base, document.blocks))
  const { sections } = readPartSections(reading, readParagraphs(reading, document.blocks), rulebook, {
    reports,
    textStarts: [],
  })
  const found = [...reading.text.matchAll(NUMBERED)].flatMap((match): NumberedEvent[] => {
    const end = match.index + match[0].length
    const { names, length } = namesAt(reading.text, end, rulebook)
    const number = match[2] ? 1 : smallNumber(match[1] ?? '')
    if (names.length === 0 || number === null) return []
    const span = reading.toSource({ start: match.index, end: end + length })
    const offset = sectionAt(sections, match.index).role === 'plan' ? 1 : 0
    return [{ ...span, quote: document.source.slice(span.start, span.end), names, number, offset }]
  })
  const planned = (event: NumberedEvent): boolean => {
    const from = reading.fromSource(event.start)
    return PLANNED.test(reading.text.slice(Math.max(0, from - LONGEST), from))
  }
  return reports.map(({ start, end, kind }) =>
    followOn(
      found.filter((event) => event.start >= start && event.start < end),
      planned,
    )
      // A plan for a year plans for that year, not for the one after.
      .map((event) => (kind === 'plan' ? { ...event, offset: 0 as const } : event)),
  )
}
