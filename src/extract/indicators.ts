import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import { GENERIC, MIXED_PEOPLE, PLAIN_COLUMN, VERBAL } from './bareWords.ts'
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
  readonly previousIsPart: boolean
  /** Whether the text around is of the catalogue's subject. */
  readonly inDomain: boolean
  /** The subject in force before this figure. */
  readonly carried: Subject | null
  /** The reading of the figure that this one answers to under 分别. */
  readonly respective: IndicatorReading | null
}

/** What an indicator rule sees. */
interface View {
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
  read(view: View): IndicatorReading | null
}

function counted(
  view: View,
  words: string,
  evidence: IndicatorReading['evidence'],
  headOnly: boolean,
): IndicatorReading | null {
  const match = words.length > 0 ? findCounted(words, view.reach, view.dimension, view.rulebook, headOnly) : null
  return match ? { code: match.row.code, rules: [match.row.id], words: match.form, evidence } : null
}

function topic(view: View, words: string): IndicatorReading | null {
  const match = findTopic(words, view.dimension, view.rulebook)
  const code = match?.row.codes[view.dimension]
  return match && code ? { code, rules: [match.row.id], words: match.form, evidence: 'topic' } : null
}

/** Ids that only tell that a reading was taken over. */
const TAKEN_OVER = /^indicator\.(?:carriedOver|sameThing|partOfWhole|sameMeasure)$/

function inherited({ context }: View, rule: string): IndicatorReading | null {
  const { previous } = context
  if (!previous || previous.code === 'other') return null
  return {
    ...previous,
    rules: [rule, ...previous.rules.filter((id) => !TAKEN_OVER.test(id))],
    evidence: 'item',
  }
}

const decided = (
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

const share: IndicatorRule = {
  id: 'indicator.share',
  because: 'a percentage behind 占, 比重 or 计划的 is a share or a completion, whatever it is of',
  read: (view) => {
    const { figure, dimension, head, context, rulebook } = view
    if (dimension !== 'ratio') return null
    const named = counted(view, head, 'noun', false)
    const ratio = named ? rulebook.indicators.get(named.code) : undefined
    if (named && ratio?.aspect === 'rate' && ratio.unit === '%' && !ratio.code.startsWith('rate.')) return named
    if (
      /(?:计划|任务|目标|预算(?!收入|支出|内))[^，；。]{0,8}的$/.test(head) ||
      /完成率|完成比例|达标率/.test(context.columnHeader)
    ) {
      return decided('rate.completion', 'indicator.completion', '计划')
    }
    const shareWord =
      /(?:占(?:比|了|到|全[市县区省国]|总)?[^，；。]{0,14}|比重[^，；。]{0,8}|比例[^，；。]{0,6}|(?<!去年|上年|前年|\d年|年底|年末)的(?:只|仅|只有|仅有|不足|不到|超|超过|近|约)?)$/
    if (shareWord.test(head) || /占比|比重/.test(context.columnHeader))
      return decided('rate.share', 'indicator.share', '占')
    const words = figure.text.slice(figure.quantity.start, figure.quantity.end)
    if (!/[成半]|分之/.test(words)) return null
    const ofLevel = /率[^，；。]{0,4}$/.test(head) || /(?:恢复|增长|下降|增|降|相当于)[^，；。]{0,12}$/.test(head)
    return ofLevel ? null : decided('rate.share', 'indicator.fraction', words)
  },
}

const respective: IndicatorRule = {
  id: 'indicator.respective',
  because: 'under 分别 the people counted are those of the event at the same place in the list before',
  read: ({ people, context, rulebook, dimension }) => {
    if (!people || !context.respective) return null
    const answered = rulebook.topics.rows.find((row) => row.codes.session === context.respective?.code)
    const code = answered?.codes[dimension]
    return answered && code
      ? { code, rules: ['indicator.respective', answered.id], words: '分别', evidence: 'topic' }
      : null
  },
}

const awarded: IndicatorRule = {
  id: 'indicator.awarded',
  because: 'what won a prize or title is counted as awards: works and teams, or people',
  read: ({ figure, dimension, reach, people }) => {
    if (!['item', 'place', 'person', 'household'].includes(dimension)) return null
    if (!/^(?:[\u4e00-\u9fff]{0,8}?)(?:均|先后|分别)?(?:被)?(?:获得?|荣获|荣膺|斩获|评为|授予|获评)/.test(figure.after))
      return null
    if (!/奖|称号|“|荣誉|先进|表彰/.test(reach.clause) || /资助|资金|补助|补贴|认定|备案/.test(reach.clause))
      return null
    return decided(people ? 'award.people' : 'award.count', 'indicator.awarded', '获')
  },
}

const columnHead: IndicatorRule = {
  id: 'indicator.columnHead',
  because: 'the head of the column names what is counted',
  read: (view) => {
    const { columnHeader } = view.context
    return columnHeader && !PLAIN_COLUMN.test(columnHeader) ? counted(view, columnHeader, 'noun', true) : null
  },
}

const ownNoun: IndicatorRule = {
  id: 'indicator.noun',
  because: 'the counted noun itself names it',
  read: (view) => {
    const { subject, generic, part, context } = view
    if (generic || (subject.side !== 'after' && subject.side !== 'before')) return null
    // 学员总数达 is looked at before the links are taken off: 学员总数 may be a form of its own.
    const whole = subject.side === 'before' ? counted(view, view.figure.before.trim(), 'noun', true) : null
    const own = whole ?? counted(view, subject.phrase, 'noun', true) ?? counted(view, subject.words, 'noun', true)
    // 其中线上活动214场: a general word for a part does not change what the whole is.
    if (own?.code === 'activity.sessions' && part && context.previous)
      return inherited(view, 'indicator.partOfWhole') ?? own
    return own
  },
}

const carriedNoun: IndicatorRule = {
  id: 'indicator.carriedNoun',
  because:
    'only a verb or an attribute stands before the number; the thing is that of the figure before (藏书3.2万册，新增1800册)',
  read: ({ figure, subject, context, dimension, reach, rulebook }) => {
    const bare =
      subject.rule === 'subject.verbBeforeNumber' || subject.side === 'attribute' || VERBAL.test(subject.words)
    if (!bare || !context.carried || !context.previous) return null
    const own: Reach = { ...reach, head: figure.text.slice(figure.item.start, figure.quantity.end) }
    const match = findCounted(context.carried.words, own, dimension, rulebook, true)
    if (!match || (subject.side === 'attribute' && !match.row.with)) return null
    return { code: match.row.code, rules: ['indicator.carriedNoun', match.row.id], words: match.form, evidence: 'item' }
  },
}

const attribute: IndicatorRule = {
  id: 'indicator.carriedOver',
  because: 'an attribute (省级, 国有) or a place names a part of what was counted before',
  read: (view) => (view.subject.side === 'attribute' ? inherited(view, 'indicator.carriedOver') : null),
}

const rowHead: IndicatorRule = {
  id: 'indicator.rowHead',
  because: 'the head of the table row names what is counted',
  read: (view) => (view.context.rowHeader ? counted(view, view.context.rowHeader, 'noun', false) : null),
}

const peopleOfTopic: IndicatorRule = {
  id: 'indicator.attendance',
  because: 'people without a noun of their own are those of the topic in force',
  read: (view) => {
    if (!view.generic) return null
    if (view.part) {
      const whole = inherited(view, 'indicator.partOfWhole')
      if (whole) return whole
    }
    const specific = counted(view, view.item, 'item', false)
    const general =
      specific?.code === 'activity.attendance' ||
      (specific?.code === 'tourism.visits' && /群众|居民|市民/.test(view.item))
    if (specific && !general) return specific
    // 送戏136场、送电影2160场、送书3万册，惠及群众40余万人次: people of several things at once.
    const told = view.figure.text.slice(view.figure.sentence.start, view.figure.quantity.from)
    const topics = new Set(
      view.rulebook.topics
        .find(told)
        .map((match) => match.row.codes[view.dimension])
        .filter((code) => code !== undefined),
    )
    if (topics.size >= 3 && /惠及|受益|服务|覆盖|辐射/.test(view.head))
      return decided('activity.attendance', 'indicator.attendance', '惠及', 'topic')
    const near = topic(view, view.head) ?? topic(view, view.context.topicWords)
    const offline = near?.code === 'activity.online_attendance' && /线下|现场/.test(view.head)
    return (offline ? null : near) ?? decided('activity.attendance', 'indicator.attendance', view.subject.words, 'none')
  },
}

const sameThing: IndicatorRule = {
  id: 'indicator.sameThing',
  because: 'nothing stands before the number: the figure goes on with the thing before',
  read: (view) => (view.subject.side === 'carried' ? inherited(view, 'indicator.sameThing') : null),
}

const itemWords: IndicatorRule = {
  id: 'indicator.item',
  because: 'a word of the same item of the list names it',
  // A noun behind the unit is the head: words before the number name something else.
  read: (view) => counted(view, view.subject.side === 'after' ? view.subject.phrase : view.item, 'item', false),
}

const partOfWhole: IndicatorRule = {
  id: 'indicator.partOfWhole',
  because: 'a part of a whole is of the indicator of the whole',
  read: (view) =>
    view.part || (view.context.previousIsPart && /^[、，]/.test(view.since))
      ? inherited(view, 'indicator.partOfWhole')
      : null,
}

const clauseWords: IndicatorRule = {
  id: 'indicator.clause',
  because: 'a word of the clause names it, and no noun of its own stands before the number',
  read: (view) => {
    if (view.subject.side === 'before' && view.dimension !== 'ratio') return null
    return counted(view, view.figure.text.slice(view.context.reachStart, view.figure.quantity.from), 'clause', false)
  },
}

const sameMeasure: IndicatorRule = {
  id: 'indicator.sameMeasure',
  because: 'an area or a time beside another of the sentence is of the same thing (活动室不少于50平方米，实际63平方米)',
  read: (view) =>
    view.dimension === 'area' || view.dimension === 'hours' ? inherited(view, 'indicator.sameMeasure') : null,
}

const earlierClause: IndicatorRule = {
  id: 'indicator.earlierClause',
  because: 'a bare measure (总产量, 达到) is of the thing that the clauses before tell of',
  read: (view) => {
    const { figure, dimension } = view
    if (!['mass', 'money', 'length', 'energy', 'area', 'land', 'ratio'].includes(dimension)) return null
    const words = figure.text
      .slice(figure.clause.start, figure.quantity.from)
      .replace(/^(?:年|去年|今年|全年|20\d\d年)+/, '')
    if (
      !/^(?:年?总?产量|总量|总额|规模|达|达到|为|突破|超过|增至|升至|降至|占国内生产总值(?:的)?比重|在|约|[\d年 ])*$/.test(
        words,
      )
    )
      return null
    const before = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const match = findCounted(before, { ...view.reach, head: before, clause: before }, dimension, view.rulebook, false)
    return match
      ? { code: match.row.code, rules: ['indicator.earlierClause', match.row.id], words: match.form, evidence: 'topic' }
      : null
  },
}

const topicInForce: IndicatorRule = {
  id: 'indicator.topic',
  because: 'a count of events or visits without a noun is of the topic in force',
  read: (view) => {
    const { subject, dimension } = view
    const verbal =
      subject.rule === 'subject.verbBeforeNumber' ||
      subject.side === 'none' ||
      subject.side === 'carried' ||
      subject.side === 'attribute'
    if (!verbal || !['visit', 'session', 'inspection'].includes(dimension)) return null
    return topic(view, view.head) ?? topic(view, view.context.topicWords)
  },
}

const ofTask: IndicatorRule = {
  id: 'indicator.task',
  because:
    'a task (完成全年任务120场) and what is done again (再建8个) are of the thing counted before in the same unit',
  read: (view) => {
    const { subject, figure, context } = view
    const goesOn = /^(?:全年|年度|年初|年内|既定)?(?:目标)?任务$|^(?:再|续|又|已)[建添增办开演放购][工展放]?$/.test(
      subject.words,
    )
    const sameUnit = figure.previous !== null && context.previousUnit === figure.quantity.unit
    return goesOn && sameUnit ? inherited(view, 'indicator.task') : null
  },
}

const points: IndicatorRule = {
  id: 'indicator.points',
  because: 'points of an assessment are points, whatever they are given for',
  read: ({ dimension, reach, rulebook }) =>
    dimension === 'score' && reach.inDomain && rulebook.indicators.has('score.points')
      ? decided('score.points', 'indicator.points', '分', 'topic')
      : null,
}

const tookLessons: IndicatorRule = {
  id: 'indicator.learners',
  because: 'people who 参加学习 or 参加培训 were trained',
  read: ({ people, figure }) =>
    people && /^(?:均)?(?:参加|参与|接受)(?:了)?(?:学习|培训|辅导)/.test(figure.after)
      ? decided('training.attendance', 'indicator.learners', '参加学习')
      : null,
}

const broughtToActivity: IndicatorRule = {
  id: 'indicator.participants',
  because: 'people who were brought to an activity took part in it',
  read: ({ people, head, reach, context }) =>
    people &&
    /(?:组织|发动|吸引|带动|参与|参加)/.test(head) &&
    /活动/.test(reach.clause + context.topicWords.slice(-60))
      ? decided('activity.attendance', 'indicator.participants', '参与', 'topic')
      : null,
}

/** First answer wins: the nearer the deciding words stand to the number, the earlier their rule. */
export const INDICATOR_RULES: readonly IndicatorRule[] = [
  share, respective, awarded, tookLessons, columnHead, ownNoun, carriedNoun, attribute, rowHead, peopleOfTopic, sameThing, itemWords,
  partOfWhole, clauseWords, earlierClause, sameMeasure, topicInForce, broughtToActivity, ofTask, points,
] // biome-ignore format: an order to read

/** The indicator of a figure, with the words that decided; `other` where nothing does. */
export function readIndicator(
  figure: Figure,
  subject: Subject,
  context: IndicatorContext,
  rulebook: RuleBook,
): IndicatorReading {
  const { text, clause, quantity } = figure
  const dimension = quantity.dimension ?? 'item'
  const people = dimension === 'visit' || dimension === 'person'
  const afterNoun =
    subject.side === 'after'
      ? figure.after.slice(0, Math.max(0, figure.after.indexOf(subject.phrase)) + subject.phrase.length)
      : /^(?:均|都|先后)?(?:获|被|荣|评|入选)/.test(figure.after)
        ? figure.after.slice(0, 6)
        : ''
  const since = text.slice(figure.previous?.quantity.end ?? figure.sentence.start, quantity.from)
  const view: View = {
    figure, subject, context, rulebook, dimension, people, since,
    reach: { head: text.slice(context.reachStart, quantity.end) + afterNoun, clause: text.slice(context.reachStart, clause.end), item: text.slice(figure.item.start, quantity.end) + afterNoun, inDomain: context.inDomain },
    head: text.slice(clause.start, quantity.from),
    item: text.slice(figure.item.start, quantity.from) + afterNoun,
    part: /(?:^|[，；。（])其中/.test(since) || (figure.previous !== null && /（[^）]*$/.test(since)),
    generic: people && (GENERIC.test(subject.words) || subject.words === '' || MIXED_PEOPLE.test(figure.before)),
  } // biome-ignore format: one record
  for (const rule of INDICATOR_RULES) {
    const reading = rule.read(view)
    if (reading) return reading
  }
  return { code: 'other', rules: ['indicator.other'], words: '', evidence: 'none' }
}
