import type { Status } from '../model/fact.ts'
import type { Mention } from '../model/mention.ts'
import type { ReportKind } from '../model/report.ts'
import { allMatches } from '../text/matches.ts'
import { readYear } from '../text/read-year.ts'
import { readAsOf } from './asOf.ts'
import { isOwnBase, yearCompared } from './comparedLevels.ts'
import type { Figure } from './figures.ts'
import type { Frame } from './frames.ts'
import { framedPlanYear, PLAN_END, yearOfPlanEnd } from './planFrames.ts'
import {
  beginsThisYear,
  endsWithItem,
  isSameYear,
  movementStart,
  readMovement,
  yearOfFirstMovement,
} from './yearMovements.ts'

/** The year that a figure is for: a calendar year, an offset from the report's own year, both or neither. */
export interface Period {
  readonly year: number | null
  readonly offset: number | null
  readonly asOf: string | null
  readonly rule: string
}

/** What the report's dating tells the reading of years. */
export interface ReportTime {
  readonly year: number | null
  /** What 今年 is, relative to the report's own year: 1 in a report given in the spring of the next year. */
  readonly thisYear: 0 | 1
  readonly kind: ReportKind
  /** Whether the report covers only part of its year, so that its plans are for the rest of it. */
  readonly partial: boolean
}

interface YearWord {
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly offset: number | null
  /** Several years together (三年累计, “十三五”期间): no single year. */
  readonly span: boolean
  readonly rule: string
}

/** Its groups: a base of comparison, last year, this, next, the one before last, within one; what is left is a span. */
const RELATIVE =
  /((?:比|较|与|同|对比|相比于?|高于|低于|超过)(?:上一年度?|上年度?|去年|前年|上年末|去年底)(?:同期|末|底)?)|(去年|(?<!以)上年(?:度|末)?(?!同期|结转|结余)|上一年度?)|((?:过去|这)?一年(?:(?:以)?来|中(?![期心央小级])|里|间)|半年来|今年|本年度?|全年|年内|目前|截至目前|当前|现有|现已|现在(?!的)|如今|(?<!\d年)年末|年底前|年初以来|至今|迄今|(?<![年\d])\d{1,2}月(?:\d{1,2}日)?[\u3400-\u9fff]{0,5}以来|上个?月[底末]|(?<=[到至])上月|[三四]季度|下半年)|(明年|来年|下一?年度?(?!来))|(前年)|((?:未来|今后)?[一1]年内)|(?:(?:近|过去|这|前|后|未来|今后)?[一二三四五六七八九十两几\d]{1,2}年(?:来|间|内|中(?![期心央小级])|累计|以来|时间)|“?十[一二三四五]五”?(?:期间|以来|时期)|近年来(?!最|首|少有|新)|历年来?(?!最)|多年来(?!最|首|少有|新)|创建以来|(?:五|三)年累计|建国以来|改革开放以来|累计五年)/g
const BASE_BEFORE = /(?:比|较|与|同|对比|相对于?|高于|低于|恢复到|恢复至|相当于|等[于於]|以)$/
/** What stands before a year that dates the clause: a boundary, or a word that leads it in. */
const ADVERBIAL_BEFORE =
  /(?:[，。；：、（\n]|到|至|在|自|于|从|截至|截止|预计|计划|力争|确保|和|与|及|[-—–~～]|对比|其中|(?:^|[，。；：\n ])[全我本][国省市县区州镇乡]|[，；。](?:而|但|又|且|则|并))$/
const YEAR = /^(?<year>(?:19|20)\d{2})(?:年|$|[-—–~～至、/])|^(?<han>[一二][〇零○九八七][〇零○一二三四五六七八九]{2})年/

function yearOf(quote: string): number | null {
  const match = YEAR.exec(quote)
  return readYear(match?.groups?.['year'] ?? match?.groups?.['han'] ?? '')
}

const FOUNDED = /(?:成立|始建|创建|组建|兴建|修建|创办|重建|落成|挂牌|开馆|建成)于$/

/** The index of the first mention from the place `start` on, of mentions in the order of their starts. */
function firstFrom(times: readonly Mention[], start: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of a sentence that name years, in order; bases of comparison (比2019年) are left out. */
function yearWords(figure: Figure, status: Status, times: readonly Mention[], thisYear: 0 | 1): readonly YearWord[] {
  const { text, sentence, quantity } = figure
  const words: YearWord[] = []
  const scope = text.slice(sentence.start, quantity.from)
  for (const match of allMatches(RELATIVE, scope)) {
    const [whole, base, last, now, next, before, within] = match
    if (base) continue
    const start = sentence.start + match.index
    const end = start + whole.length
    const say = (offset: number, rule: string): void => {
      words.push({ start, end, year: null, offset, span: false, rule })
    }
    // In a report of the spring 去年 is the year that it tells of, 上年 the one before that.
    // 由上年居第四位上升为第三位；…: where something came from dates that alone.
    if (
      last !== undefined &&
      /[由从]$/.test(scope.slice(0, match.index)) &&
      !/^的?[\u3400-\u9fff]{0,4}$/.test(text.slice(end, quantity.from))
    )
      continue
    if (last !== undefined) say(last.startsWith('上') ? -1 : thisYear - 1, 'year.last')
    // 现在要认真清理一次: what is still to be done is of no present.
    else if (now !== undefined && /^(?:现在|如今)$/.test(whole) && status === 'plan') continue
    else if (now === '全年' && NAMED_YEAR.test(scope.slice(0, match.index))) continue
    else if (now !== undefined) say(/^(?:今年|年内|年底前|[三四]季度|下半年)/.test(whole) ? thisYear : 0, 'year.this')
    else if (next !== undefined) say(thisYear + 1, 'year.next')
    else if (within !== undefined) say(1, 'year.withinOne')
    else if (before !== undefined) say(thisYear - 2, 'year.beforeLast')
    else words.push({ start, end, year: null, offset: null, span: true, rule: 'year.span' })
  }
  for (const match of allMatches(PLAN_END, scope)) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    if (BASE_BEFORE.test(text.slice(Math.max(sentence.start, start - 4), start)) && !isOwnBase(figure, end)) continue
    words.push({ start, end, year: yearOfPlanEnd(match[1] ?? ''), offset: null, span: false, rule: 'year.stated' })
  }
  for (let index = firstFrom(times, sentence.start); index < times.length; index++) {
    const mention = times[index]
    if (!mention || mention.start >= quantity.from) break
    if (mention.end > quantity.from) continue
    if (isOwnBase(figure, mention.end)) {
      const own = yearOf(mention.quote)
      if (own !== null && !/[底末]?以来$/.test(mention.quote)) {
        words.push({
          start: mention.start,
          end: mention.end,
          year: own,
          offset: null,
          span: false,
          rule: 'year.stated',
        })
        continue
      }
    }
    if (BASE_BEFORE.test(text.slice(Math.max(sentence.start, mention.start - 4), mention.start))) continue
    // A year inside a name (“为民颂”20_年颁奖典礼、…) dates that name, and the figure only where it is of that very thing.
    const lead = text.slice(sentence.start, mention.start).trimEnd()
    // 文化站成立于1985年，现有人员3名: when a body was founded dates nothing else.
    if (FOUNDED.test(lead) && text.slice(mention.end, quantity.from).includes('，')) continue
    // 2022-2023年度…: what stands before the first year of a range decides.
    const opening = lead.replace(/(?:19|20)\d{2}年?[ ]?[-—–~～至到]+$/, '')
    const adverbial = opening === '' || ADVERBIAL_BEFORE.test(opening)
    if (!adverbial && /[、，；：]/.test(text.slice(mention.end, quantity.from))) continue
    // 项目预计20_年底竣工，园区入驻企业20余家: the year of a plan does not date what is done.
    if (status === 'actual' && /(?:预计|计划|力争|拟)[^，。；]{0,4}$/.test(lead)) continue
    const year = yearOf(mention.quote) ?? (/^\d{4}$/.test(mention.quote) ? Number(mention.quote) : null)
    if (year !== null) {
      const next = text.slice(mention.end, mention.end + 2)
      const previous = text.slice(Math.max(0, mention.start - 1), mention.start)
      const from = /[自从]$/.test(previous) || /^以来/.test(next) || /以来$/.test(mention.quote)
      const range =
        (/^[ ]?[-—–~～至到]/.test(next) &&
          /\d/.test(text.slice(mention.end, mention.end + 4)) &&
          !isSameYear(text.slice(mention.end, mention.end + 7), year)) ||
        (/[-—–~～至]$/.test(previous) &&
          /\d/.test(text.slice(mention.start - 3, mention.start - 1)) &&
          words[words.length - 1]?.year !== year)
      words.push({
        start: mention.start,
        end: mention.end,
        year,
        offset: null,
        span: from || range,
        rule: 'year.stated',
      })
    } else if (/^[12][\d_xX×*]+年|^20[_xX×*]{1,2}年?/.test(mention.quote)) {
      const now = /(?:截[至止]到?|(?:^|[，。；])至)$/.test(lead)
      words.push({
        start: mention.start,
        end: mention.end,
        year: null,
        offset: now ? 0 : null,
        span: false,
        rule: now ? 'year.asOf' : 'year.masked',
      })
    }
  }
  return words.filter((word) => holdsAt(figure, word)).sort((a, b) => a.start - b.start)
}

/** 2022年开工的剧院完成投资…; 对上年评定的5家，…; 是去年翻修的，…: the year is that of a thing told of, not of what is told. */
const ATTRIBUTIVE =
  /^(?:[^，。；的]{1,12}的(?:\d[\d.万余多]*[\u3400-\u9fff]{1,8}已|[\u3400-\u9fff]{1,10}?(?:完成|接待|举办|开展|实现|更换|整改|投入|演出|放映))|[^，。；]{1,10}的[，；])/
const ATTRIBUTIVE_OBJECT = /^[^，。；的]{1,16}的[^，。；]{0,12}，/

/** Whether a year word still holds at the figure: one in a bracket holds inside it, a 以来 within its clause. */
function holdsAt(figure: Figure, word: YearWord): boolean {
  const between = figure.text.slice(word.end, figure.quantity.from)
  const opened = figure.text.slice(figure.sentence.start, word.start)
  const inBracket = opened.lastIndexOf('（') > opened.lastIndexOf('）')
  if (inBracket && between.includes('）')) return false
  const lead = opened.slice(-1)
  if (endsWithItem(opened, between, word.span)) return false
  // 销售额246万元，是上年的2.3倍: a base of comparison.
  if (
    /(?:是|为|相当于|达到?|不足|不到|超过|接近|高于|低于)$/.test(opened) &&
    /^[^，。；]{0,14}的[\d.一二两三四五六七八九十]+(?:倍|%|成)/.test(figure.text.slice(word.end, word.end + 24))
  )
    return false
  if (ATTRIBUTIVE.test(between) || (/[对把将]/.test(lead) && ATTRIBUTIVE_OBJECT.test(between))) return false
  // 由2019年的88个增加到103个，其中…: the year is that of the first of the two.
  const moved =
    /[由从]/.test(lead) &&
    !/^(?:年)?(?:[起至到\-—–~～]|以来|开始)/.test(between) &&
    !/(?:起|以来)$/.test(figure.text.slice(word.start, word.end))
  if (moved && figure.previous && figure.previous.quantity.start > word.start) return false
  const since = word.span && /以来/.test(figure.text.slice(word.start, word.end + 2))
  return !(since && word.start > figure.sentence.start + 2 && word.start < figure.clause.start)
}

/** 2014年、2015年、2016年分别演出71场、95场、120场: each figure its own year. */
function respectiveYear(figure: Figure, words: readonly YearWord[]): YearWord | null {
  const { text } = figure
  if (!/分别|依次/.test(text.slice(figure.sentence.start, figure.quantity.from))) return null
  let first: Figure = figure
  let place = 0
  while (
    first.previous &&
    /^[ ]*(?:、|和|及|与|，)[ ]*(?:近|约|超)?$/.test(text.slice(first.previous.quantity.end, first.quantity.from))
  ) {
    first = first.previous
    place++
  }
  const lead = text.slice(figure.sentence.start, first.quantity.from)
  if (!/(?:分别|依次)[^，。；]{0,24}$/.test(lead)) return null
  // The years stand side by side in front of 分别.
  const before = words.filter((word) => word.end <= first.quantity.from)
  return yearsInRow(before, text)[place] ?? yearInRange(before, text, place)
}

/** The last years that stand side by side before the figure (2012年、2013年、2014年); none where there is only one. */
function yearsInRow(words: readonly YearWord[], text: string): readonly YearWord[] {
  const row: YearWord[] = []
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index]
    if (!word || word.span || (word.year === null && word.offset === null)) {
      if (row.length > 0) break
      continue
    }
    const following = row[0]
    if (following && !/^[ 年度]*(?:、|和|及|与|，)[ ]*$/.test(text.slice(word.end, following.start))) break
    row.unshift(word)
  }
  return row.length > 1 ? row : []
}

/** 2015年至2017年，依次为…: the year at `place` of a range; null where the words name none. */
function yearInRange(words: readonly YearWord[], text: string, place: number): YearWord | null {
  const [from, to] = words.slice(-2)
  if (!from || !to || from.year === null || to.year === null || to.year - from.year > 9) return null
  if (!/^[ ]*[至到\-—–~～]+[ ]*$/.test(text.slice(from.end, to.start))) return null
  return from.year + place <= to.year ? { ...to, year: from.year + place, span: false } : null
}

/** Headings of plans for what is left of the year. */
const NAMED_YEAR = /(?:^|[，。；])\s*(?:19|20)\d{2}年(?!度?(?:的|比|较|末?(?:比|较)))[^。]*$/
const REST_OF_YEAR = /下半年|今年(?:后|下)|年内|[三四]季度|后(?:[三四五六]|几)个月/

/** The year that the figure is for, by the nearest word that names one, else by what the text is. */
export function readPeriod(
  figure: Figure,
  status: Status,
  statusRule: string,
  times: readonly Mention[],
  frame: Frame,
  report: ReportTime,
): Period {
  const asOf = readAsOf(figure, report.year)
  const fromOffset = (offset: number, rule: string): Period => ({
    year: report.year === null ? null : report.year + offset,
    offset,
    asOf,
    rule,
  })
  if (status === 'rule') return { year: null, offset: null, asOf: null, rule: 'year.none' }
  const { cell } = figure.paragraph
  const heads = cell ? [...cell.columnHeaders, ...cell.rowHeaders] : []
  const header = heads
    .map((words) => /^(?:.*?)((?:19|20)\d{2})[ ]?年?/.exec(words)?.[1])
    .find((year) => year !== undefined)
  if (header) {
    const year = Number(header)
    return { year, offset: report.year === null ? null : year - report.year, asOf, rule: 'year.header' }
  }
  const column = cell?.columnHeaders.join(' ') ?? ''
  if (cell && /(?:^| )(?:上年|去年|上期|上一年)/.test(column)) return fromOffset(-1, 'year.columnLast')
  if (cell && /(?:^| )(?:本年|今年|本期|当年)/.test(column)) return fromOffset(0, 'year.columnThis')
  const dated = /(?:[〇零○一二三四五六七八九]{4}|(?:19|20)\d\d)年/.test(
    figure.text.slice(figure.clause.start, figure.quantity.from),
  )
  if (
    status === 'plan' &&
    (/^(?:status\.column|section\.targets\w*)$/.test(statusRule) || (statusRule === 'status.nominalPlan' && !dated))
  )
    return fromOffset(0, 'year.planBesideOutcome')
  if (/年均[^，；。、\d]{0,8}$/.test(figure.text.slice(figure.clause.start, figure.quantity.from)))
    return { year: null, offset: null, asOf, rule: 'year.yearlyAverage' }
  const compared = yearCompared(figure)
  if (compared !== null && 'offset' in compared) return fromOffset(compared.offset, 'year.compared')
  if (compared !== null) {
    const { year } = compared
    return { year, offset: report.year === null ? null : year - report.year, asOf, rule: 'year.compared' }
  }
  const words = yearWords(figure, status, times, report.thisYear)
  const movement = readMovement(figure)
  const from = figure.previous?.quantity.end ?? 0
  const isUsable = ({ start }: YearWord) => movement !== 'to' || start < movementStart(figure) || start > from
  const usable = words.filter(isUsable)
  const series = movement === null ? [] : yearsInRow(usable, figure.text)
  const chosen =
    (movement === 'from' ? series[0] : series[series.length - 1]) ??
    respectiveYear(figure, words) ??
    usable[usable.length - 1]
  if (movement === 'from' && status === 'actual') {
    const begun = chosen === undefined || chosen.start < movementStart(figure) ? yearOfFirstMovement(figure) : null
    if (begun !== null)
      return {
        year: begun,
        offset: report.year === null ? null : begun - report.year,
        asOf,
        rule: 'year.movedFromNamed',
      }
    // 五年来，…从54万亿元增加到82.7万亿元: the year before the first of the five, which nobody names.
    if (!chosen && frame === 'span' && figure.section.role !== 'plan')
      return { year: null, offset: null, asOf, rule: 'year.frame' }
    if (!chosen && beginsThisYear(figure)) return fromOffset(figure.section.role === 'plan' ? 1 : 0, 'year.movedWithin')
    if (!chosen) return fromOffset(figure.section.role === 'plan' ? 0 : -1, 'year.movedFrom')
  }
  if (chosen) {
    if (chosen.span) {
      // 这两年中，产量由2046万吨增加到3178万吨: where it ended is where the span ends.
      const arrived =
        status === 'actual' &&
        movement === 'to' &&
        !/[的年]$/.test(figure.text.charAt(chosen.start - 1)) &&
        /^(?:[近这前过].{0,3}|[两三四五六七八九]|十)年(?:来|间|中|以来)$/.test(
          figure.text.slice(chosen.start, chosen.end),
        )
      const ends =
        arrived ||
        (status === 'actual' &&
          /创建以来|以来$/.test(figure.text.slice(chosen.start, chosen.end)) &&
          !/年/.test(figure.text.slice(chosen.start, chosen.end)))
      return ends ? fromOffset(0, 'year.report') : { year: null, offset: null, asOf, rule: 'year.span' }
    }
    if (chosen.year !== null) {
      return {
        year: chosen.year,
        offset: report.year === null ? null : chosen.year - report.year,
        asOf,
        rule: chosen.rule,
      }
    }
    if (chosen.offset !== null) {
      const offset =
        status === 'plan' &&
        chosen.rule === 'year.this' &&
        chosen.offset === 0 &&
        figure.section.role === 'plan' &&
        report.kind !== 'plan' &&
        !report.partial &&
        !figure.section.headings.some((heading) => REST_OF_YEAR.test(heading)) &&
        /^(?:全年|年末|目前|现有|年内)/.test(figure.text.slice(chosen.start, chosen.end))
          ? 1
          : chosen.offset
      return fromOffset(offset, chosen.rule)
    }
    // A masked year in the plan of a report is the one after it: the report says so by planning.
    if (
      status === 'plan' &&
      report.kind !== 'plan' &&
      !/[到至]$/.test(figure.text.slice(Math.max(0, chosen.start - 1), chosen.start))
    )
      return fromOffset(1, 'year.maskedPlan')
    return { year: null, offset: null, asOf, rule: 'year.masked' }
  }
  if (status === 'plan') {
    if (report.kind === 'plan') return fromOffset(0, 'year.planDocument')
    if (report.partial || figure.section.headings.some((heading) => REST_OF_YEAR.test(heading)))
      return fromOffset(report.thisYear, 'year.laterThisYear')
    if (
      frame !== 'year' &&
      figure.section.headings.some((heading) => /“?十[一二三四五]五”?时期|今后五年|未来五年/.test(heading))
    )
      return { year: null, offset: null, asOf, rule: 'year.planPeriod' }
    const framed = framedPlanYear(figure, report.year)
    if (framed !== null && report.year !== null)
      return { year: framed, offset: framed - report.year, asOf, rule: 'year.planFrame' }
    return fromOffset(1, 'year.planOfSummary')
  }
  const lead = figure.text.slice(figure.clause.start, figure.quantity.start)
  const period = figure.section.headings.some(
    (heading) => /“?十[一二三四五]五”?时期|今后五年|未来五年|过去五年/.test(heading) && !/一年/.test(heading),
  )
  if (
    (frame === 'span' || (period && frame === null)) &&
    !/(?:达到|增加到|提高到|上升到|增至|升至|降到|降至|下降到|覆盖|稳定在|保持在|突破|跃升|目前|总量|里程|率|[、，]达$)/.test(
      lead,
    )
  )
    return { year: null, offset: null, asOf, rule: 'year.frame' }
  return fromOffset(0, 'year.report')
}
