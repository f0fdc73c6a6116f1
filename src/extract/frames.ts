import { allMatches } from '../text/matches.ts'
import type { Section } from '../text/sections.ts'
import type { Figure } from './figures.ts'

/** Headings of sections that tell of several years: “十四五”时期和2025年工作回顾. */
const PERIOD = /“?十[一二三四五六]五”?(?:时期|期间)?|今后五年|未来五年|过去五年|五年来|五年工作/

/** A title that only plays on the name of a plan (…建设“十二五”更上层楼) frames nothing. */
const TELLS_OF_PERIOD = /时期|期间|回顾|总结|以来|成就|成绩|完成|工作|情况|五年/

/** What begins a sentence and dates what follows: in its first group several years, else a single one. */
const OPENING =
  /(?<=^|[\n。！：—])[ ]*(?:(?:各位代表|同志们)[，！！]?[ ]*)?(?:((?:过去|这|近)(?:的)?五年|五年(?:来|间|是|，|我们)|这是[^，。]{0,24}的五年|“?十[一二三四五六]五”?(?:时期|期间|以来)|经过五年|(?:19|20)\d\d年[^。，]{0,16}(?:目标|任务)[^。]{0,12}完成，标志着)|(?:刚刚)?过去的?(?:这)?(?:一年|(?:19|20)\d\d年)|这一年|一年来|去年|今年(?!.{0,4}以来)|(?:19|20)\d\d年(?=[是，在极来我]))/g

/** The frame that a section has set up to the sentence that begins at `upTo`. */
export interface SectionFrame {
  readonly section: Section
  readonly upTo: number
  readonly frame: Frame
}

/**
 * The frame that an earlier paragraph of the section set, where its heading tells of several years (一、“十四五”时期和
 * 2025年工作回顾): the last opening of a sentence that names a year or a period, else what the heading names first. Null
 * in other sections: there nothing but the paragraph itself frames what it tells. Of a section that is `known` only the
 * words behind that place are looked at.
 */
export function readSectionFrame(
  { text, paragraph, sentence, section }: Figure,
  known: SectionFrame | null,
): SectionFrame {
  const same = known?.section === section ? known : null
  const heading = same ? undefined : section.headings.find((words) => PERIOD.test(words) && TELLS_OF_PERIOD.test(words))
  const before = same ? same.frame : heading === undefined ? null : frameOfHeading(heading)
  const upTo = sentence.start
  if (before === null) return { section, upTo, frame: null }
  const from = heading === undefined ? -1 : text.lastIndexOf(heading, paragraph.start)
  const start = same ? same.upTo : from < 0 ? section.start : from + (heading?.length ?? 0)
  const last = allMatches(OPENING, text.slice(start, upTo + OPENING_REACH)).pop()
  return { section, upTo, frame: last === undefined ? before : last[1] === undefined ? 'year' : 'span' }
}

function frameOfHeading(heading: string): Frame {
  const period = heading.search(PERIOD)
  const year = heading.search(/(?:19|20)\d\d年|一年/)
  return year >= 0 && year < period ? 'year' : 'span'
}

/** So many characters of the figure's own sentence may open with a frame. */
const OPENING_REACH = 12

/** How far back a period may have been named that frames what is told: 五年来，…。…. */
const FRAME_REACH = 1500
const FRAME =
  /(“?十[一二三四五]五”?(?:时期|期间)|(?<![〇零○一二三四五六七八九])(?<!(?:历时|为期|长达|历经|耗时|时隔|连续)近?)(?:过去|这)?(?:的)?[五十]年(?:来|间)?(?!内[^，。；]{0,4}(?:退休|到龄)|后|制|一贯|级|以[上内]|左右|来?的?(?:最|首|新高|少)))|过去一年|去年|今年|一年来|刚刚过去|(?:19|20)\d\d年(?!以来|[^，。；]{0,6}(?:以来|开始|起))/g

const ONE_YEAR = /(?:19|20)\d\d年|一年|[今去本]年/
const START_OF_PARAGRAPH = /^[^。]*(?:。[^。]*){0,2}$/

/** What the words before a sentence frame it by: a span of years, a single year, or null where they name neither. */
export type Frame = 'span' | 'year' | null

/** The frame of the sentence that a figure stands in. */
export function readFrame({ text, paragraph, sentence, section }: Figure): Frame {
  const start = Math.max(paragraph.start, sentence.start - FRAME_REACH)
  const told = text.slice(start, sentence.start + 12)
  const last = allMatches(FRAME, told).pop()
  if (!last?.[1]) return last ? 'year' : null
  // 一、2023年工作回顾 …。五年来，累计送戏1.1万场。…: in the middle of what one year did, several years are those of a sentence.
  const opens = START_OF_PARAGRAPH.test(told.slice(0, last.index))
  const passing = !opens && section.headings.some((heading) => ONE_YEAR.test(heading) && !PERIOD.test(heading))
  return passing && start + last.index < sentence.start ? null : 'span'
}
