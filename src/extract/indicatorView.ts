import type { LexiconMatch } from '../rulebook/lexicon.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { CountedRow, Dimension } from '../rulebook/schema.ts'
import { findCounted, findTopic, type Reach } from './countedNouns.ts'
import type { Figure } from './figures.ts'
import type { Subject } from './subjects.ts'

export interface IndicatorReading {
  readonly code: string
  readonly rules: readonly string[]
  /** Words that decided. */
  readonly words: string
  /** How near the deciding words stand to the number, from the counted noun itself to a topic some sentences back. */
  readonly evidence: 'noun' | 'item' | 'clause' | 'topic' | 'none'
}

export interface IndicatorContext {
  /** Words of the paragraph before the figure, nearest last: where a topic is looked for. */
  readonly topicWords: string
  /** Words of the table row's head without units; empty outside tables. */
  readonly rowHeader: string
  readonly columnHeader: string
  /** Where the predicate of the figure begins: its clause, or an earlier one that it shares. */
  readonly reachStart: number
  /** The reading of the nearest figure before in the sentence that counts in the same kind of unit. */
  readonly previous: IndicatorReading | null
  /** Whether the figure right before is a part of a whole. */
  /** The unit of that figure; '' where there is none. */
  readonly previousUnit: string
  /** The last figures of the sentence before this one, in order: where they end and what they count. */
  readonly told: readonly { readonly end: number; readonly code: string }[]
  /** The reading of the figure right before in the sentence, whatever its unit. */
  readonly before: IndicatorReading | null
  /** What it counted. */
  readonly previousSubject: string
  /** Who reports. */
  readonly issuer: string
  readonly previousIsPart: boolean
  /** Whether the text around is of the catalogue's subject. */
  readonly inDomain: boolean
  /** The subject in force before this figure. */
  readonly carried: Subject | null
  /** The reading of the figure that this one answers to under 分别. */
  readonly respective: IndicatorReading | null
}

/** What an indicator rule sees. */
export interface View {
  readonly figure: Figure
  readonly subject: Subject
  readonly context: IndicatorContext
  readonly rulebook: RuleBook
  readonly dimension: Dimension
  readonly reach: Reach
  /** Words of the clause before the number. */
  readonly head: string
  /** The item of the list with the noun behind the number. */
  readonly item: string
  /** Words between the figure before (or the sentence's start) and the number. */
  readonly since: string
  /** Whether 其中 or a bracket makes the figure a part of the one before. */
  readonly part: boolean
  /** Whether the subject names people only (观众, 参与人次): what they are of, the topic tells. */
  readonly people: boolean
  readonly generic: boolean
}

export interface IndicatorRule {
  readonly id: string
  readonly because: string
  /** The only dimensions that the rule answers for: it is not asked of figures of others. */
  readonly of?: readonly Dimension[]
  read(view: View): IndicatorReading | null
}

/** Nothing that stands somewhere is counted in these. */
const NO_PLACE_UNIT = /^(?:项|件|起|笔|部|首|篇|支|门|批|场|条|台|张|册|本|份|幅|盏|块|架|辆|只|种|根|台套|套)$/
/** Teams are counted in 支 and 个; works, themes and kinds of goods never are teams: 带领团队研发产品100种. */
const NO_TEAM_UNIT = /^(?:种|项|件|首|部|篇|幅|份|条|场|期|册|套|款)$/
const OF_VOLUMES = /^library\.(?:holdings|acquisitions|donations)$/
const NO_HOLDINGS_UNIT = /^[个家所座处间名人户支场次条]$/
const IS_PLACE = /^(?:facility\.(?!renovated|area|open_hours|visits|broadcast_point)|region\.divisions)/

export function counted(
  view: View,
  words: string,
  evidence: IndicatorReading['evidence'],
  headOnly: boolean,
): IndicatorReading | null {
  const match = words.length > 0 ? findBesideBrackets(view, words, headOnly) : null
  // 29条村: so villages are counted in the south; 文化长廊36条 stand somewhere all the same.
  const isPlaces =
    view.figure.quantity.unit === '条' &&
    (/^[\u4e00-\u9fff]{0,2}村/.test(view.subject.phrase) || /[廊街巷]$/.test(match?.form ?? ''))
  if (match && NO_PLACE_UNIT.test(view.figure.quantity.unit) && !isPlaces && IS_PLACE.test(match.row.code)) return null
  // 景区40多辆摆渡车: no sight is counted like a vehicle.
  if (match?.row.code === 'tourism.scenic' && /^[辆台艘架只块]$/.test(view.figure.quantity.unit)) return null
  if (!match) return null
  // 9个公共图书馆总藏量…: holdings are counted in 册 or 件, never in 个 or 家.
  if (OF_VOLUMES.test(match.row.code) && NO_HOLDINGS_UNIT.test(view.figure.quantity.unit)) return null
  if (match.row.code.startsWith('team.') && NO_TEAM_UNIT.test(view.figure.quantity.unit)) return null
  const event = (match.row.code === 'activity.sessions' && namedActivity(view, words, match)) || match
  return { code: event.row.code, rules: [event.row.id], words: event.form, evidence }
}

/** What the words count: 读者活动（讲座、培训等） are no training, 乡镇（街道办） are divisions. */
function findBesideBrackets(
  { reach, dimension, rulebook }: View,
  words: string,
  headOnly: boolean,
): LexiconMatch<CountedRow> | null {
  if (!words.includes('（')) return findCounted(words, reach, dimension, rulebook, headOnly)
  const bare = words.replace(/（[^（）]*）/g, '')
  const listed = /（[^（）]*、[^（）]*等[^（）]*）/.test(words)
  return (
    (listed ? findCounted(bare, reach, dimension, rulebook, headOnly) : null) ??
    findCounted(words, reach, dimension, rulebook, headOnly) ??
    (headOnly ? findCounted(bare, reach, dimension, rulebook, headOnly) : null)
  )
}

/** 道德讲堂活动, 电影放映系列活动: what stands right before the general word says which kind of event it is. */
function namedActivity(
  { reach, dimension, rulebook }: View,
  words: string,
  activity: LexiconMatch<CountedRow>,
): LexiconMatch<CountedRow> | null {
  if (!/^(?:系列|主题)?活动$/.test(activity.form)) return null
  const before = words.slice(0, activity.start)
  const kind = findCounted(before, reach, dimension, rulebook, true)
  return kind && kind.end === before.length && KINDS_OF_EVENT.test(kind.row.code) ? kind : null
}

const KINDS_OF_EVENT =
  /^(?:lecture|film|exhibition|training|reading|performance|talk|contest|volunteer)\.(?:sessions|screenings|count|activities)$/

export function topic(view: View, words: string): IndicatorReading | null {
  // Who looks on at a contest is no entrant, and who came to both sides of a screen is not only online.
  const looksOn = view.dimension === 'person' && /观众|观看|围观/.test(view.item + view.figure.after.slice(0, 8))
  const dimension = looksOn ? 'visit' : view.dimension
  const told = words.includes('线上线下') ? words.replaceAll('线上线下', '') : words
  const match = findTopic(told, dimension, view.rulebook)
  const code = match?.row.codes[dimension]
  return match && code ? { code, rules: [match.row.id], words: match.form, evidence: 'topic' } : null
}

/** Ids that only tell that a reading was taken over. */
const TAKEN_OVER = /^indicator\.(?:carriedOver|shortName|sameThing|partOfWhole|sameMeasure|ofLevel)$/

export function inherited({ context, head }: View, rule: string): IndicatorReading | null {
  const { previous } = context
  // What a row calls other stays other in its parts; what nothing named is nothing to take over.
  // 人均安排5元，共安排29万元: the whole is no figure a head.
  if (previous?.code === 'finance.per_capita' && !/人均|每人|平均/.test(head)) return null
  if (!previous || (previous.code === 'other' && !previous.rules.some((id) => id.startsWith('counted.')))) return null
  return {
    ...previous,
    rules: [rule, ...previous.rules.filter((id) => !TAKEN_OVER.test(id))],
    evidence: 'item',
  }
}

export const decided = (
  code: string,
  rule: string,
  words: string,
  evidence: IndicatorReading['evidence'] = 'item',
): IndicatorReading => ({
  code,
  rules: [rule],
  words,
  evidence,
})
