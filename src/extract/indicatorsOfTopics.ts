import { MIXED_PEOPLE, VERBAL } from './bareWords.ts'
import { findCounted } from './countedNouns.ts'
import {
  counted,
  decided,
  type IndicatorReading,
  type IndicatorRule,
  inherited,
  topic,
  type View,
} from './indicatorView.ts'
import { eventRightBefore, isOfPart, kindsCounted, oneEvent } from './peopleOfEvents.ts'

export const respective: IndicatorRule = {
  id: 'indicator.respective',
  of: ['visit', 'person'],
  because: 'under 分别 the people counted are those of the event at the same place in the list before',
  read: ({ context, rulebook, dimension, item }) => {
    // 漂流节和花期分别吸引游客28万人次和41万人次: tourists are such, whatever drew them.
    if (!context.respective || /游客/.test(item)) return null
    const answered = rulebook.topics.rows.find((row) => row.codes.session === context.respective?.code)
    const code = answered?.codes[dimension]
    return answered && code
      ? { code, rules: ['indicator.respective', answered.id], words: '分别', evidence: 'topic' }
      : null
  },
}

/** 前4天接待13.9万人: who is received came to visit, whatever unit counts them. */
const receivedAsVisits = (view: View): View =>
  view.dimension === 'person' && /接待/.test(view.item) ? { ...view, dimension: 'visit' } : view

/** The visits of the museum or library that the sentence tells of, with nothing else there that draws visitors. */
function venue(view: View): IndicatorReading | null {
  const own = view.figure.text.slice(view.figure.sentence.start, view.figure.quantity.from)
  const told = view.context.topicWords.slice(-160) + own
  const house = view.rulebook.topics.find(told).find(({ row }) => /^topic\.(?:museum|library)$/.test(row.id))
  const code = house?.row.codes[view.dimension]
  return house && code
    ? { code, rules: ['indicator.attendance', house.row.id], words: house.form, evidence: 'topic' }
    : null
}

export const peopleOfTopic: IndicatorRule = {
  id: 'indicator.attendance',
  of: ['visit', 'person'],
  because: 'people without a noun of their own are those of the topic in force',
  read: (view) => {
    if (!view.generic) return null
    // 50岁以上的有163人: an age tells which part of the people told before.
    if (/岁(?:及?以[上下])?的?(?:就|共)?有?$/.test(view.item)) return inherited(view, 'indicator.partOfWhole')
    if (view.part) {
      const whole = inherited(view, 'indicator.partOfWhole')
      if (whole) return whole
    }
    // 主题性临展先后接待观众160万人次: the show received them, and not the house.
    if (RECEIVING_SHOW.test(view.head) && view.rulebook.indicators.has('exhibition.attendance'))
      return decided('exhibition.attendance', 'indicator.attendance', '展', 'clause')
    // 参与读者 of an activity are no visitors of the library.
    const specific = MIXED_PEOPLE.test(view.figure.before) ? null : counted(view, view.item, 'item', false)
    const general =
      specific?.code === 'activity.attendance' ||
      (specific?.code === 'tourism.visits' && /群众|居民|市民/.test(view.item))
    if (specific && !general) return specific
    // 一年就走了5位老人: who died visited nothing.
    if (/(?:走了|离世|去世|逝世|病逝|辞世|故去)$/.test(view.head)) return null
    // 参演群众 are on the stage, and not before it.
    if (/参演/.test(view.item) && view.rulebook.indicators.has('activity.attendance'))
      return decided('activity.attendance', 'indicator.attendance', '参演')
    if (
      /^(?:其中)?(?:线上|网络|在线|云端)(?!线下)/.test(view.figure.before.trim()) &&
      view.rulebook.indicators.has('activity.online_attendance')
    )
      return decided('activity.online_attendance', 'indicator.online', '线上')
    if (isOfPart(view) && view.rulebook.indicators.has('activity.attendance'))
      return decided('activity.attendance', 'indicator.attendance', '其中', 'topic')
    const event = eventRightBefore(view) ?? oneEvent(view)
    if (event) return event
    // 送戏136场、送电影2160场、送书3万册，惠及群众40余万人次: people of several things at once.
    const told = view.figure.text.slice(view.figure.sentence.start, view.figure.quantity.from)
    const topics = new Set(
      view.rulebook.topics
        .find(told)
        .map((match) => match.row.codes[view.dimension])
        .filter((code) => code !== undefined),
    )
    if ((topics.size >= 3 || kindsCounted(view) >= 2) && /惠及|受益|服务|覆盖|辐射|参[与加]/.test(view.head))
      return decided('activity.attendance', 'indicator.attendance', '惠及', 'topic')
    const received = receivedAsVisits(view)
    const nearest = topic(received, view.head) ?? namedBehind(view) ?? topic(received, view.context.topicWords)
    // 举办展览9个、教育活动30场，接待观众12万人次: received are the visitors of the house.
    const near = (nearest?.code === 'activity.attendance' && /接待/.test(view.item) && venue(view)) || nearest
    const offline =
      near?.code === 'activity.online_attendance' && (/线下|现场/.test(view.head.slice(-24)) || isOffline(view))
    // Who takes part in something at a culture station or library did not only visit it.
    const visitors =
      near !== null &&
      ((/^(?:facility|library)\.visits$/.test(near.code) && /参[加与]|惠及|受益|观众|观看/.test(view.item)) ||
        (/\.visits$/.test(near.code) && /受教/.test(view.item))) &&
      !/接待|[到进入来]馆|参观|流通/.test(view.item)
    if (near === null && !view.context.inDomain) return null
    return (
      (offline || visitors ? null : near) ??
      decided('activity.attendance', 'indicator.attendance', view.subject.words, 'none')
    )
  },
}

const RECEIVING_SHOW =
  /(?:展览|陈列|[临特巡联画题览]展)(?:已|共|先后|累计|总|线下|现场|期间|分别)*(?:接待|吸引|迎来)(?:了)?(?:[观参]|游客|市民|群众)[^，；。]*$/

export const sameMeasure: IndicatorRule = {
  id: 'indicator.sameMeasure',
  of: ['area', 'hours'],
  because: 'an area or a time beside another of the sentence is of the same thing (活动室不少于50平方米，实际63平方米)',
  read: (view) => inherited(view, 'indicator.sameMeasure'),
}

export const earlierClause: IndicatorRule = {
  id: 'indicator.earlierClause',
  of: ['mass', 'money', 'length', 'energy', 'area', 'land', 'ratio'],
  because: 'a bare measure (总产量, 达到) is of the thing that the clauses before tell of',
  read: (view) => {
    const { figure, dimension } = view
    const words = figure.text
      .slice(figure.clause.start, figure.quantity.from)
      .replace(/^(?:年|去年|今年|全年|20\d\d年)+/, '')
    if (
      !/^(?:年?总?产量|总量|总额|规模|达|达到|为|突破|超过|增至|升至|降至|占国内生产总值(?:的)?比重|将要?|预计|计划|在|约|[\d年 ])*$/.test(
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

/** 有效场次, 公益场次任务: sessions of something told elsewhere. */
const SESSIONS_ONLY = /^(?:全[市县省区]|有效|公益|实际|完成|全年|年度|累计|总)*场次(?:任务|总数|数)?$/
/** 进农牧区, 进寺庙: to whom the thing told before was brought. */
const INTO_PLACES =
  /^(?:共|累计|其中|全年)*走?进(?:农牧区|农区|牧区|军营|部队|寺庙|校园|学校|工地|社区|农村|乡村|山村|企业|厂矿|机关|景区|监狱|敬老院|养老院|福利院|医院|广场|小区|园区|村庄|家庭|商圈|林场)$/

export const broughtInto: IndicatorRule = {
  id: 'indicator.broughtInto',
  of: ['session'],
  because: 'what was brought into barracks, temples and schools (进军营17次) is what the words before tell of',
  read: (view) => {
    const { figure, context, rulebook } = view
    if (!INTO_PLACES.test(figure.before.trim())) return null
    const told = context.topicWords.slice(-100) + figure.text.slice(figure.sentence.start, figure.quantity.from)
    const topics = rulebook.topics
      .find(told)
      .filter(({ row }) => /film|performance|lecture|exhibition|talk/.test(row.id))
    const [nearest] = topics.slice(-1)
    const code = nearest?.row.codes.session
    return nearest && code
      ? { code, rules: ['indicator.broughtInto', nearest.row.id], words: nearest.form, evidence: 'topic' }
      : null
  },
}

export const topicInForce: IndicatorRule = {
  id: 'indicator.topic',
  of: ['visit', 'session', 'inspection'],
  because: 'a count of events or visits without a noun is of the topic in force',
  read: (view) => {
    const { subject } = view
    const verbal =
      subject.rule === 'subject.verbBeforeNumber' ||
      subject.side === 'none' ||
      subject.side === 'carried' ||
      subject.side === 'attribute' ||
      VERBAL.test(subject.words) ||
      SESSIONS_ONLY.test(subject.words) ||
      INTO_PLACES.test(view.figure.before.trim())
    if (!verbal) return null
    const inForce = topic(view, view.head) ?? topic(view, view.context.topicWords)
    return inForce?.code === 'activity.online_attendance' && isOffline(view)
      ? decided('activity.attendance', 'indicator.topic', '线下', 'topic')
      : inForce
  },
}

/** 而线下因为限流，参与的只有19.4万人次: of the two sides of a screen the last that is named. */
const isOffline = ({ figure: { text, sentence, quantity } }: View): boolean =>
  /(?:线下|现场)(?!.*(?:线上|网络|直播|云端))/.test(
    text.slice(Math.max(sentence.start, quantity.from - 24), quantity.from),
  )

const OF_SCORING = /绩效|自评|得分|分值|考核|评分|指标|执行率|完成率/

export const points: IndicatorRule = {
  id: 'indicator.points',
  of: ['score'],
  because: 'points of an assessment are points, whatever they are given for',
  read: ({ reach, context, rulebook }) =>
    (reach.inDomain || OF_SCORING.test(`${context.topicWords}${context.rowHeader}${context.columnHeader}`)) &&
    rulebook.indicators.has('score.points')
      ? decided('score.points', 'indicator.points', '分', 'topic')
      : null,
}

export const tookLessons: IndicatorRule = {
  id: 'indicator.learners',
  of: ['visit', 'person'],
  because: 'people who 参加学习 or 参加培训 were trained',
  read: ({ figure, head, reach }) =>
    (/(?:^|[，。；、])(?:累计|共|在线|线上)*(?:学习|听课|修课|参学|选学)(?:总?人[数次])?(?:[达为共超近约]|累计)*$/.test(
      head,
    ) &&
      /慕课|网课|微课|课程|课堂|云课/.test(reach.sentence)) ||
    /^(?:均)?(?:参加|参与|接受)(?:了)?(?:学习|培训|辅导)|^(?:，|[^，。；、]{0,12})(?:参加|参与|参训|赴|前往|到)[^，；。]{0,20}(?:培训|轮训|研修|进修|研培|研习|专业学习|课程学习|技能学习)/.test(
      figure.text.slice(figure.quantity.end, figure.quantity.end + 44),
    )
      ? decided('training.attendance', 'indicator.learners', '参加学习')
      : null,
}

export const peopleOfEvent: IndicatorRule = {
  id: 'indicator.peopleOfEvent',
  of: ['visit', 'person'],
  because: 'a bare number of people right behind a number of events was at them (讲座：19场，1228人)',
  read: ({ dimension, subject, since, context, rulebook }) => {
    const bare = subject.side === 'carried' || subject.side === 'none'
    if (!bare || !context.before || !/^[（，、；：]?(?:共|计|共计|约|近|超|超过|合计|累计)*$/.test(since)) return null
    const answered = rulebook.topics.rows.find((row) => row.codes.session === context.before?.code)
    const code = answered?.codes[dimension]
    return answered && code
      ? { code, rules: ['indicator.peopleOfEvent', answered.id], words: '', evidence: 'topic' }
      : null
  },
}

/** 学生来馆参观, 走进纪念馆研学: who came to a museum. */
const CAME_TO_SEE =
  /^[\u4e00-\u9fff]{0,10}(?:[来到进赴入]|走进|前往)[^，。；]{0,12}(?:博物[馆院]|纪念[馆园]|陈列馆|故居|烈士陵园)[^，。；]{0,6}(?:参观|研学|瞻仰|打卡|学习)/

export const cameToSee: IndicatorRule = {
  id: 'indicator.cameToSee',
  of: ['visit', 'person'],
  because: 'people who came into a museum or memorial hall to see it visited it (380名学生来纪念馆参观)',
  read: ({ figure }) =>
    CAME_TO_SEE.test(figure.text.slice(figure.quantity.end, figure.clause.end))
      ? decided('museum.visits', 'indicator.cameToSee', '参观')
      : null,
}

/** “岁月有痕”特展, 《江山入画》展, “馆藏玉器精品展”: one exhibition by its name. */
const NAMED_SHOW =
  /[”》][^，。；、“”《》\d]{0,10}展(?:览)?(?![馆厅区品出示陈会])|[“《][^，。；“”《》]{2,30}展(?:览)?[”》]/

export const shownTo: IndicatorRule = {
  id: 'indicator.shownTo',
  of: ['visit', 'person'],
  because: 'visitors told behind one exhibition by its name came to see it (“…”特展观众6万人次)',
  read: (view) => {
    const { figure, generic, subject, rulebook } = view
    if (
      !generic ||
      !/观众|参观|观展|人次|接待/.test(subject.words) ||
      !rulebook.indicators.has('exhibition.attendance')
    )
      return null
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const since = told.slice(Math.max(0, told.lastIndexOf('；')))
    const [shown] = since.match(NAMED_SHOW) ?? []
    if (
      !shown ||
      /(?:等|共|推出|引进|举办)[^，；]{0,8}(?:\d+|[一二三四五六七八九十两]+)[个场项次]/.test(
        since.slice(since.indexOf(shown)),
      )
    )
      return null
    return /全[年馆市县省]|[馆院]接待|免费开放|开馆/.test(since.slice(since.indexOf(shown) + shown.length))
      ? null
      : decided('exhibition.attendance', 'indicator.shownTo', shown.slice(-2), 'clause')
  },
}

export const attendedEvent: IndicatorRule = {
  id: 'indicator.attendedEvent',
  of: ['visit', 'person'],
  because: 'people behind whom 参加 or 观看 stands were at the event that the clause names (讲座约150人参加)',
  read: (view) => {
    if (!ATTENDED.test(view.figure.after)) return null
    const event = topic(view, view.head) ?? namedBehind(view)
    return event ? { ...event, rules: ['indicator.attendedEvent', ...event.rules] } : null
  },
}
/** 300个单位、3万余人参加了广场文化活动: the event that is named behind its people. */
function namedBehind(view: View): IndicatorReading | null {
  const { text, quantity, clause } = view.figure
  return ATTENDED.test(view.figure.after) ? topic(view, text.slice(quantity.end, clause.end)) : null
}

const ATTENDED = /^次?(?:现场|线下|到场|前来)?(?:参[加与](?!学习|培训)|观看|聆听|听讲|到场|参观|观展)/

const ENJOYED = /^(?:左右|以上)?(?:在[^，。；]{1,8})?(?:一起|共同|免费|现场|共)?(?:享受|欣赏|观看|观赏|领略|品尝|感受)/

/** 百余名孩子在家长陪同下观看演出: what is said behind the people, wherever their noun stands. */
const behindNoun = ({ figure, subject }: View): string =>
  subject.side === 'after'
    ? figure.after.slice(Math.max(0, figure.after.indexOf(subject.words)) + subject.words.length)
    : figure.after

export const enjoyed: IndicatorRule = {
  id: 'indicator.enjoyed',
  of: ['visit', 'person'],
  because: 'inhabitants behind whom 享受 or 观看 stands were at what the sentence tells of (居民3万人观看了演出)',
  read: (view) => {
    const { figure, subject } = view
    if (
      !/居民|村民|群众|市民|职工|师生|老人|孩子|儿童|学生|家长|小朋友|官兵|战士|工友|务工|农民|学员|青少年/.test(
        subject.words,
      ) ||
      !ENJOYED.test(behindNoun(view))
    )
      return null
    const event = topic(
      view,
      figure.text.slice(figure.sentence.start, Math.min(figure.clause.end, figure.quantity.end + 30)),
    )
    return event ? { ...event, rules: ['indicator.enjoyed', ...event.rules] } : null
  },
}

export const broughtToActivity: IndicatorRule = {
  id: 'indicator.participants',
  of: ['visit', 'person'],
  because: 'people who were brought to an activity took part in it',
  read: ({ head, reach, context }) =>
    /(?:组织|发动|吸引|带动|参与|参加)/.test(head) && /活动/.test(reach.clause + context.topicWords.slice(-60))
      ? decided('activity.attendance', 'indicator.participants', '参与', 'topic')
      : null,
}

export const unnamedEvent: IndicatorRule = {
  id: 'indicator.unnamedEvent',
  of: ['session'],
  because: 'events of a kind that the catalogue does not know, which were organised (举办辩论会6场), are activities',
  read: ({ figure, subject, context, head, rulebook }) =>
    /^场次?$/.test(figure.quantity.unit) &&
    context.inDomain &&
    (subject.side === 'before' || subject.side === 'after') &&
    subject.words.length >= 2 &&
    ORGANISED.test(head) &&
    !NO_CULTURE_EVENT.test(subject.phrase) &&
    rulebook.indicators.has('activity.sessions')
      ? decided('activity.sessions', 'indicator.unnamedEvent', subject.words, 'none')
      : null,
}
const ORGANISED = /(?:举办|开展|组织|承办|主办|协办|策划|举行|开设|开办)[^，；。]*$/
/** Meetings, fairs for jobs, checks, drills, services of other trades. */
const NO_CULTURE_EVENT =
  /会议|座谈|例会|招聘|义诊|体检|问诊|发布|督查|检查|巡查|执法|演练|走访|慰问|评审|答辩|考试|核酸|调解|庭审|球|跑|田径|健身|招商|签约|洽谈|对接会|现场会|培训|党课|主题党日|路演|谈判|行动|整治|比武|接种|献血/

export const visitsOfTopic: IndicatorRule = {
  id: 'indicator.visitsOfTopic',
  of: ['visit', 'person'],
  because: 'visits by whatever name (霖江古城46.5万人次) are visits of the topic in force',
  read: (view) => {
    if (!view.context.inDomain) return null
    if (view.dimension === 'person' && !/接待/.test(view.head)) return null
    if (
      view.subject.side === 'after' &&
      /(?:艺术家|演员|专家|学者|嘉宾|教师|老师|传承人|工作者|馆员|干部)$/.test(view.subject.words)
    )
      return null
    const visits = receivedAsVisits(view)
    return topic(visits, view.head) ?? topic(visits, view.context.topicWords)
  },
}
