import { allMatches } from '../text/matches.ts'
import { COUNTS_BODIES, isEvent } from './bearers.ts'
import { trailingNoun } from './nounPhrases.ts'
import type { ScopeReading, ScopeView } from './scopeReading.ts'

/** 每个社区业余文艺团队不少于3支, 平均每个分馆更新图书800册: each of them has so much. */
const EACH =
  /(?:^|[，、；：（）]|确保|落实|推动|实现|做到|要求|按照)(?:平均)?每(?:个|座|家|所)([\u4e00-\u9fff]{1,8}?(?:（[^）]{1,6}）)?)(?=每[年月季周天]|至少|不少于|不低于|应当?|须|要|必须|配[备有置书]|平均|有|建有|业余|专职|编制|面积|建筑|更新|新增|培育|重点|开展|举办|落实|只|仅|今年|按|月|年|全年|藏书|图书|安排|拥有|招募|组建|扶持)/g
const HOLDER =
  /(?:馆|站|所|中心|社区|村|镇|乡|街道|书屋|书房|县|区|市|州|旗|点|文化室|活动室|企业|单位|学校|团|团队)(?:（[^）]{1,6}）)?$/
/** 每家藏书不低于1500册, 平均每座面积120平方米: each of those that were named before. */
const EACH_OF_THEM = /(?:^|[，、；：（）]|确保)(?:平均)?每[家座站屋馆所团](?![\u4e00-\u9fff]?[、与和])[^，。；]*$/
/** What is brought to each of them is of who brings it. */
const BROUGHT = /放映|观看|看[到上]|演出|配送|赠送|奖励|奖补|补助\d/

/** 每个社区不少于3支: each of a kind of places or bodies, or of those named before; null where the words name none that have the figure. */
export function readEach({ figure, clauseWords, scoped, rulebook, segmenter }: ScopeView): ScopeReading | null {
  if (!clauseWords.includes('每') || COUNTS_BODIES.test(figure.quantity.unit)) return null
  if (BROUGHT.test(clauseWords)) return null
  const last = allMatches(EACH, clauseWords).at(-1)
  const named = last && !/[，。；]/.test(clauseWords.slice(last.index + 1)) ? last[1] : undefined
  if (named !== undefined && HOLDER.test(named) && !/^(?:行政)?村$/.test(named)) {
    const isBody = rulebook.bodies.endingAt(named, named.length).length > 0
    return { ...scoped(named, 'scope.each'), ...(isBody ? {} : { carries: '' }) }
  }
  if (!EACH_OF_THEM.test(clauseWords)) return null
  const { text, sentence, quantity } = figure
  const told = text.slice(sentence.start, quantity.from)
  const body = rulebook.bodies.find(told).at(-1)
  if (body === undefined || isEvent(body.row.id)) return null
  const name = trailingNoun(told.slice(Math.max(0, body.end - 16), body.end), segmenter, rulebook).words
  return scoped(
    name.length < body.form.length ? body.form : name.replace(/^(?:新建|建设|建成|打造|改造)/, ''),
    'scope.each',
  )
}
