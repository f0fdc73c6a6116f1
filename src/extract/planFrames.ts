import { allMatches } from '../text/matches.ts'
import { readYear } from '../text/read-year.ts'
import type { Figure } from './figures.ts'

const YEAR = /((?:19|20)\d\d|[一二][〇零○九八七][〇零○一二三四五六七八九]{2})年/g
/** What stands before a year that is no more than a base, a price or the start of a movement. */
const NOT_DATING = /(?:比|较|与|同|按|由|从|自|以|于|至今|恢复到|相当于|[—–\-~～至和、])$/
/** The words of a law or plan for several years: the sentences behind them tell what it sets. */
const PLAN_LAW =
  /(?<!(?:按照?|根据|依据|对照|超过|完成|执行)[^，。；]{0,12})(?:五年计划|[一二三四五六七八九十]五”?(?:计划|规划)|年(?:度)?计划草案|国民经济计划|计划草案|规划纲要|预算草案)(?:草案)?[^，。；]{0,24}?(?:规定|要求|设想|确定|拟定)(?!的)/g
/** What turns such a telling back to what is or was. */
const TURNED_BACK =
  /已(?!定)|目前|现有(?=[\d一二三四五六七八九十])|截[至止]|去年|上年|过去|以来|实际(?!平均|工资|收入|消费)|完成了|[前几]年来?|结果|证明|旧中国|解放前/
/** 到1990年，…: what a paragraph plans for; 今年 and the like set another year. */
const SET_YEAR =
  /(?:^|[。；：\n]|[，、]即?到)[ 　]*(?:计划|规划|争取|力争|要求)?到?((?:19|20)\d\d|[一二][〇零○九八七][〇零○一二三四五六七八九]{2})年[底末]?|(今年|明年|全年|年内|本年|“?[一二三四五六七八九十]{1,2}五”?(?:期间|时期)|[三五十]年[内来间])/g

/** “十三五”末: the last year of the plan, 2020; “九五”末 is 2000. */
export const PLAN_END = /“?(十[一二三四五六]|[五六七八九十])五”?(?:规划|计划)?(?:期)?末(?:年|期)?/g
const PLAN_ORDER = ['五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六']
export const yearOfPlanEnd = (order: string): number => 1980 + 5 * PLAN_ORDER.indexOf(order)

/** Whether a year well ahead of the report's own dates the figure: what is told of it is planned. */
function isFarAhead({ text, sentence, quantity }: Figure, reportYear: number): boolean {
  const told = text.slice(sentence.start, quantity.from)
  const last = allMatches(YEAR, told)
    .filter((match) => !NOT_DATING.test(told.slice(Math.max(0, match.index - 4), match.index)))
    .pop()
  const year = last ? readYear(last[1] ?? '') : null
  return year !== null && year >= reportYear + 2 && !TURNED_BACK.test(told.slice(last?.index ?? 0))
}

/** Whether the paragraph tells what a plan or draft sets, up to a sentence that tells what is or was. */
function isOfPlanLaw({ text, paragraph, sentence, quantity }: Figure, reportYear: number): boolean {
  const told = text.slice(paragraph.start, quantity.from)
  const law = allMatches(PLAN_LAW, told).pop()
  if (!law) return false
  const since = told.slice(law.index + law[0].length)
  const own = text.slice(Math.max(sentence.start, paragraph.start + law.index), quantity.from)
  const past = allMatches(YEAR, own).some((match) => {
    const year = readYear(match[1] ?? '')
    return year !== null && year <= reportYear && !NOT_DATING.test(own.slice(Math.max(0, match.index - 4), match.index))
  })
  return !past && !TURNED_BACK.test(since)
}

/** 五年内新建铁路…, 煤炭建设，五年投资…: so much in the five years that the text tells of. */
const IN_FIVE_YEARS = /(?:^|[，。；：\s])(?:这|在)?五年(?:内|合计|共|投资|施工|新增)/
const DONE = /已|[^为]了(?!解)|过去|以来|曾/
/** The five years that a text tells of: of a plan by its number, or those gone or to come. */
const FIVE_YEARS =
  /(?<!(?:[比较同与]|保持|相当于|超过)“?)(?:第([一二三四五六七八九十])个五年(?:计划|规划)?|“?([一二三四五六七八九十]{1,2})五”?(?:计划|规划|时期|期间)|(今后五年|未来五年)|(过去的?五年|五年来|前五年|五年间|五年中))/g
const FIRST_PLANS = [1957, 1962, 1970, 1975]
const FIVE_YEARS_REACH = 3000

/** 在第一个五年计划期间开工的是145个: the plan is named in the sentence itself. */
const IN_PLAN_PERIOD =
  /(?<!(?:[比较同与]|保持|相当于|超过))第[一二三四五六七八九十]{1,2}个五年(?:计划|规划)(?:期间|时期|期内)/

/** Whether the five years of the figure's sentence are those of a plan that has not ended. */
function isWithinFiveYearPlan({ text, sentence, quantity }: Figure, reportYear: number): boolean {
  const own = text.slice(sentence.start, quantity.from)
  if (!(IN_FIVE_YEARS.test(own) || IN_PLAN_PERIOD.test(own)) || DONE.test(own)) return false
  const last = allMatches(FIVE_YEARS, text.slice(Math.max(0, sentence.start - FIVE_YEARS_REACH), quantity.from)).pop()
  if (!last) return false
  const [, numbered, short, ahead] = last
  if (ahead !== undefined) return true
  const order = numbered ?? short
  if (order === undefined) return false
  const number = '一二三四'.indexOf(order)
  return (number >= 0 ? (FIRST_PLANS[number] ?? 0) : yearOfPlanEnd(order)) > reportYear
}

/** 粮食：达到…，增长…。 as a line of a list. */
const LISTED = /^[ \u3000]*[\u3400-\u9fff、（）]{1,20}[：:]/
const LIST_HEAD = /(?:计划|规划|草案|指标|目标)(?!完成|执行)[^。]*[：:]$/
const LIST_LINES = 40
/** So many characters a line of such a list has at most; a paragraph that begins with a label has more. */
const LIST_WIDTH = 60

/** Whether the paragraph is a line of a list that a line on a plan opens: 按照计划，主要产品的产量如下：. */
function isListedUnderPlan({ text, paragraph }: Figure): boolean {
  if (paragraph.end - paragraph.start > LIST_WIDTH) return false
  if (!LISTED.test(text.slice(paragraph.start, paragraph.start + 24))) return false
  let end = paragraph.start
  for (let line = 0; line < LIST_LINES && end > 0; line++) {
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end--
    const start = text.lastIndexOf('\n', end - 1) + 1
    const words = text.slice(start, end)
    if (/[：:]$/.test(words)) return LIST_HEAD.test(words)
    if (words.length > LIST_WIDTH || !LISTED.test(words)) return false
    end = start
  }
  return false
}

/** 今年主要任务有4项：一是…。二是…: each sentence that the count announces is one of the tasks. */
const TASKS_ANNOUNCED =
  /(?:今年|本年度?|全年|明年|下一年度?)[^。；\n]{0,8}(?:主要|重点|目标|工作)*(?:任务|目标)(?:有|共|为|是|包括)*(?:[\d一二三四五六七八九十]{1,3}[项个件条])[：:](?!.*[。；][^一二三四五六七八九十][^。；]*$)/
const ONE_OF_THEM = /^[ ]*[一二三四五六七八九十]{1,2}是/
const isAnnouncedTask = ({ text, paragraph, sentence }: Figure): boolean =>
  ONE_OF_THEM.test(text.slice(sentence.start, sentence.start + 6)) &&
  TASKS_ANNOUNCED.test(text.slice(paragraph.start, sentence.start))

/** Whether a figure without a word of its own is planned by what frames it. */
export const isFramedAsPlan = (figure: Figure, reportYear: number | null): boolean =>
  figure.paragraph.cell === null &&
  (isAnnouncedTask(figure) ||
    (reportYear !== null &&
      (isFarAhead(figure, reportYear) ||
        isOfPlanLaw(figure, reportYear) ||
        isWithinFiveYearPlan(figure, reportYear) ||
        isListedUnderPlan(figure))))

/** The year that the paragraph set for what it plans (到1990年，…。…); null where it set none, or another since. */
export function framedPlanYear(
  { text, paragraph, sentence, quantity }: Figure,
  reportYear: number | null,
): number | null {
  // 每年轮训2000人次: what is to be done every year is of no year.
  if (reportYear === null || /每年/.test(text.slice(sentence.start, quantity.from))) return null
  const last = allMatches(SET_YEAR, text.slice(paragraph.start, sentence.start)).pop()
  const year = last?.[1] ? readYear(last[1]) : null
  return year !== null && year > reportYear ? year : null
}
