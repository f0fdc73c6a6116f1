import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'

/** Kinds of places and people to whom sessions are brought: 机关120场、农村430场、学校94场. */
const KIND =
  /^(?:县直|市直|区直|省直|党政)?(?:机关|农村|学校|企业|社区|军营|部队|校园|工地|景区|乡村|家庭|窗口|网络|商圈|高校|医院)(?:[和与及、](?:机关|农村|学校|企业|社区|军营|部队|校园))?$/
/** Regions of a country and of the press: 华东36%、中南27%; 全国平台6篇、省级平台91篇. */
const REGION =
  /^(?:(?:东部|中部|西部|东北|华东|华北|华中|华南|中南|西南|西北|长三角|珠三角|京津冀|长江经济带|苏南|苏北)(?:地区|区域|片区)?|(?:国家|全国|中央|省|市|区|县|自治区|州|镇|中省|部|行业)级?(?:平台|(?:主流|重点|新闻)?媒体|报刊|刊物|以上媒体))$/
/** Units in which bodies themselves are counted. */
export const COUNTS_BODIES = /^[个家所座处间]$/
/** What a cell of a table begins with where its row tells what is counted: 街道4名，社区（村）14名. */
const PLACE_IN_CELL = /^(?:街道|社区|乡镇|镇|村|行政村|县|区|市)(?:（[^）]{1,4}）)?$/
const LEAD = /^(?:其中|包括|含|按地区分|分区域看)?[，：]?/

/** The next who shares, with the words behind the number. */
const NEXT_OF_LIST = /^、[\u4e00-\u9fff]{2,12}\d([^，。；、]*)/

/** The words before the number without 其中. */
const bare = (words: string): string => words.trim().replace(LEAD, '').replace(/各$/, '')

/** Whether a row of bodies is of feasts and contests, which hold nothing. */
export const isEvent = (row: string): boolean => row === 'body.event' || row === 'body.contest'

const isNoun = (words: string, segmenter: Segmenter, rulebook: RuleBook): boolean =>
  trailingNoun(words, segmenter, rulebook).words === words

/** Whether all that stands before the number is a body whose part of the whole it is: 其中图书室5230人次、电子阅览室2140人次. */
function isBody(words: string, rulebook: RuleBook, segmenter: Segmenter): boolean {
  return (
    words.length >= 2 &&
    words.length <= 16 &&
    rulebook.bodies
      .endingAt(words, words.length)
      .some(
        ({ row, form }) => !isEvent(row.id) && (words.length <= form.length + 1 || isNoun(words, segmenter, rulebook)),
      )
  )
}

/** Who has the part of a whole that the figure tells, where nothing else stands before its number; '' elsewhere. */
export function bearerOf(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const words = bare(figure.before)
  if (words === '' || figure.quantity.dimension === 'inspection' || COUNTS_BODIES.test(figure.quantity.unit)) return ''
  if (figure.quantity.dimension === 'session' && KIND.test(words)) return words
  if (
    figure.paragraph.cell &&
    PLACE_IN_CELL.test(words.replace(/(?:每[年月季周]|合计|共|应|须|至少|不少于|不低于)+$/, ''))
  )
    return words.replace(/(?:每[年月季周]|合计|共|应|须|至少|不少于|不低于)+$/, '')
  if (REGION.test(words)) return words
  // 县级剧场半数以上: a share of the bodies themselves.
  const ofThem = figure.quantity.dimension === 'ratio' && figure.previous?.quantity.dimension !== 'ratio'
  return !ofThem && isBody(words, rulebook, segmenter) ? words : ''
}

/** The figure before, or the one whose change that tells: 发稿1860篇，增长22%，其中中央媒体43篇. */
function previousLevel({ previous, quantity }: Figure): Figure | null {
  if (previous?.quantity.unit === quantity.unit) return previous
  const isRate = previous?.quantity.dimension === 'ratio' || previous?.quantity.dimension === 'point'
  return isRate ? (previous?.previous ?? null) : previous
}

/** Whether the figure goes on with what the one before (in a table: the head of the row) counts: `words` only name whom it is of. */
export function isShared(figure: Figure, words: string, rulebook: RuleBook, segmenter: Segmenter): boolean {
  const goesOn = figure.paragraph.cell ? true : previousLevel(figure)?.quantity.unit === figure.quantity.unit
  return goesOn && bare(words) === bare(figure.before) && bearerOf(figure, rulebook, segmenter) !== ''
}

/** Whether the figure is the first of a list of those who share what the clause before names: …宣讲，机关120场、农村430场. */
export function isFirstOfShared(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): boolean {
  const { text, quantity, clause } = figure
  const next = NEXT_OF_LIST.exec(text.slice(quantity.end, clause.end))?.[1]
  return next?.includes(quantity.unit) === true && bearerOf(figure, rulebook, segmenter) !== ''
}
