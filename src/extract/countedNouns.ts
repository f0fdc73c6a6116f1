import type { LexiconMatch } from '../rulebook/lexicon.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { CountedRow, Dimension, TopicRow } from '../rulebook/schema.ts'

/** Where a row's conditions are looked for. */
export interface Reach {
  /** Words up to the number and its noun, from where the predicate stands. */
  readonly head: string
  /** The whole clause. */
  readonly clause: string
  /** The sentence up to the end of the clause. */
  readonly sentence: string
  /** The item of the list alone: what must not stand there is looked for no further. */
  readonly item: string
  /** The unit of the number as printed, where there is one to ask for. */
  readonly unit?: string
  /** Whether the text around is of the catalogue's subject. */
  readonly inDomain: boolean
}

/** Words of the subject in so many characters make a text one of the subject as a whole. */
const CHARACTERS_A_WORD = 90

/** Whether a text as a whole is of the catalogue's subject; always so for a catalogue of all subjects. */
export function isOfDomain(text: string, rulebook: RuleBook): boolean {
  return rulebook.domain?.hasMany(text, text.length / CHARACTERS_A_WORD) ?? true
}

/** What may stand between the deciding word and the end of the noun without changing what is counted. */
const LIGHT_TAIL =
  /^(?:活动|工作|人数|人次|总数|总量|总|数量|数|次数|场次|建设|服务|工程|项目|业务|总计|合计|情况|任务|面积|类|新馆|量|补充更新|更新|体系|点|（[^）]*）|[“”《》·]|等|各级|单位|以上|作品|开放|总人数|总人次|总面积|藏量|费|经费|资金|额|总额|点位|室|名额|条目|课程|机构|场所|节目|品牌|人员|队伍|团队|骨干|班|参与|覆盖|提升|改造|人均|收入|达标|总人口|总数达|现场|名录|群众|市民|观众|居民|新增|达|共|有|约|近|超|为|的|[ ]){0,4}$/

/** Codes of events, of which a body or a group behind the word is none: 演出机构14个, 培训场地3处. */
const EVENT = /\.(?:sessions|screenings)$/
const NO_EVENT =
  /^(?:机构|场所|场地|单位|企业|公司|设备|器材|器械|道具|服装|人员|队伍|团队|骨干|品牌|经纪|市场|票|门票|许可证|合同|协议|信息|厅(?!级)|柜|板|季(?![度节]))/

function satisfied(row: CountedRow, reach: Reach): boolean {
  if (row.domain_only && !reach.inDomain) return false
  if (row.units?.includes(reach.unit ?? '') === false || row.without_units?.includes(reach.unit ?? '')) return false
  const place = row.with_in === undefined ? reach.head : reach[row.with_in]
  const near = row.with_in === 'clause' ? reach.clause : reach.item
  if (row.without?.some((word) => near.includes(word))) return false
  return !row.with || row.with.some((word) => place.includes(word))
}

/** Where the last word of a row's condition stands before the number: 采购了图书，捐赠了500册 are given away. */
const conditionAt = ({ row }: LexiconMatch<CountedRow>, reach: Reach): number =>
  row.with === undefined ? -1 : Math.max(...row.with.map((word) => reach.head.lastIndexOf(word)))

/** 0 without a condition, 1 where only the unit is one, 2 where words are. */
const conditionOf = ({ row }: LexiconMatch<CountedRow>): number =>
  row.with !== undefined ? 2 : row.units !== undefined ? 1 : 0

/**
 * The row that best names what is counted in `words`: its form stands nearest the end; of several there the longest, of
 * equally long ones a row whose condition holds. With `headOnly`, nothing but a light word may follow it. Null where
 * none fits. Without a dimension, rows of every kind of unit are asked.
 */
export function findCounted(
  words: string,
  reach: Reach,
  dimension: Dimension | null,
  rulebook: RuleBook,
  headOnly: boolean,
): LexiconMatch<CountedRow> | null {
  for (let end = words.length; end > 0; end--) {
    const best = bestEndingAt(words, end, reach, dimension, rulebook, headOnly)
    if (best) return headOnly && !LIGHT_TAIL.test(words.slice(end)) ? null : best
  }
  return null
}

/** Of the forms that end at one place the longest that fits. */
function bestEndingAt(
  words: string,
  end: number,
  reach: Reach,
  dimension: Dimension | null,
  rulebook: RuleBook,
  headOnly: boolean,
): LexiconMatch<CountedRow> | null {
  let best: LexiconMatch<CountedRow> | null = null
  for (const match of rulebook.counted.allEndingAt(words, end)) {
    const { row } = match
    if (best && match.form.length < best.form.length) break
    if ((dimension !== null && !row.dimensions.includes(dimension)) || (row.noun_only && !headOnly)) continue
    if (match.form.length === 1 && words.length > 1) continue
    if (EVENT.test(row.code) && NO_EVENT.test(words.slice(end, end + 3))) continue
    if (!satisfied(row, reach)) continue
    if (
      !best ||
      conditionOf(match) > conditionOf(best) ||
      (conditionAt(match, reach) > conditionAt(best, reach) && conditionAt(best, reach) >= 0)
    )
      best = match
  }
  return best
}

/** The topic in force at the end of `words` for a unit of `dimension`: the nearest, unless it yields to one before. */
export function findTopic(words: string, dimension: Dimension, rulebook: RuleBook): LexiconMatch<TopicRow> | null {
  const seen = rulebook.topics.find(words).filter((match) => match.row.codes[dimension] !== undefined)
  const nearest = seen[seen.length - 1]
  if (!nearest) return null
  const stronger = nearest.row.yields_to
  return (stronger && seen.reverse().find((match) => stronger.includes(match.row.id))) || nearest
}
