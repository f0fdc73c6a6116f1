import type { RuleBook } from '../rulebook/rulebook.ts'
import { allMatches } from '../text/matches.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { piecesOf } from './clausePieces.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'
import type { Subject } from './subjects.ts'
import { headerWords } from './tableUnits.ts'

const BEGINS_WITH_VERB =
  /^(?:全年|年内|共|累计)*(?:推出|举办|开展|培训|接待|展出|新增|引进|完成|征集|开设|组织|借阅|外借|招募)/
const BUSINESS: readonly (readonly [RegExp, RegExp])[] = [
  [/图书馆/, /^(?:library|reading|lecture|exhibition|training|volunteer)\./],
  [/博物馆|纪念馆/, /^(?:museum|exhibition|relic|activity|volunteer|lecture|training|other)/],
  [/文化馆|文化站|艺术馆/, /^(?:training|exhibition|facility\.visits|library|performance|activity|lecture)\./],
  [/剧[团院]|艺术团|歌舞团/, /^(?:performance|works)\./],
]
const isBusinessOf = (code: string, body: string): boolean =>
  BUSINESS.some(([form, codes]) => form.test(body) && codes.test(code))

/** Whose figure it is, with where that was said, so that later figures can take it over. */
export interface ScopeReading {
  readonly scope: string
  readonly rule: string
  /** What goes on to the following figures: the scope, or the body that this figure counts. */
  readonly carries: string
}

export const NO_SCOPE: ScopeReading = { scope: '', rule: 'scope.own', carries: '' }

export interface ScopeContext {
  /** The scope reading of the figure before in the same sentence; null at the head of a sentence. */
  readonly before: ScopeReading | null
  /** The last scope of the sentence before in the same paragraph. */
  readonly sentenceBefore: ScopeReading | null
  readonly issuer: string
  readonly statistics: boolean
  /** The indicator of the figure. */
  readonly code: string
}

/** Words that open a clause in front of its subject: times, links. */
const OPENING =
  /^(?:[，；：。\s]|(?:19|20)\d{2}年(?:末|底)?|全年|今年以来|今年|目前|年末|其中|同时|此外|同期|截至[^，]{0,12}，|据统计，|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])+/
/** Words that bring the reporting body itself back. */
const WHOLE = /^(?:全[市县区省国镇街馆域]|全系统|我[市县区省局馆街镇]|各(?!地|类|种|项|级|界|方)|城乡)/
/** 园区, 该馆, 本届: the sentence goes on with what the one before was about. */
const PRONOUN =
  /^(?:目前，|到[^，]{2,8}，|今年，|[\d_xX]{4}年，)?(?:园区|该[馆园区站院团项]|馆内|馆藏|全馆|全园|本届|此次|本次|景区|剧院|该项目|项目整体|新馆|活动期间)/
const LIST_MARK = /[、和与及等]/

/** What follows a body that is itself counted: links and a number, or nothing. */
const COUNTED =
  /^(?:达到|达|共有|共|有|增至|增加到|累计|总数|数量|数|新增|建设|提升工程|工程|项目|为|约|近|超过|超|[由从]上年末?的|[由从]|目前的)*(?:[一二三四五六七八九十两百千]|\d+(?![\d.]*[年月日])(?!\d)|$)/
/** Rates of all places in which bodies stand, and figures of all people: 农家书屋行政村覆盖率, 平均每万人公共图书馆面积. */
const OF_ALL = /^[^，。；]{0,6}(?:覆盖率|普及率|建成率|达标率)/
const OF_PEOPLE = /每[百千万]+人|人均|由[^，]*$/

/** A name without the label before it and without a quotation mark that has no partner. */
function cleanName(words: string): string {
  const name = words
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/, '')
    .replace(/^(?:全[市县区镇]|部分)(?=[\u4e00-\u9fff]{3})/, '')
  if (NO_NAME.test(name) || (name.includes('《') && !name.includes('》'))) return ''
  return name.includes('“') && !name.includes('”') ? name.replace(/“/g, '') : name
}
/** Kinds told from outside, and verbs that the tagger takes for parts of names. */
const NO_NAME = /^(?:全年|整个|单设|个别|优秀|完成|完善|支持|做好|加大|利用|通过|围绕|面向|在)/

/** The body that the clause is about: named at its head, with more behind it than a number (unless `bare`). */
function bodyOfClause(words: string, rulebook: RuleBook, segmenter: Segmenter, bare = false): string {
  const leads = leadsToBodies(words, rulebook, bare)
  for (let index = leads.length - 1; index >= 0; index--) {
    const lead = leads[index] ?? ''
    const name = cleanName(trailingNoun(lead, segmenter, rulebook).words)
    // The tagger takes 控股 in 国有控股工业企业 for a verb: a body is never less than its row says.
    const least = rulebook.bodies.endingAt(lead, lead.length)[0]?.form ?? ''
    if (name.length >= 2) return name.length < least.length ? least : name
  }
  return ''
}

/** The words up to the end of each body at the head of a clause that may be what it is about. */
function leadsToBodies(words: string, rulebook: RuleBook, bare: boolean): readonly string[] {
  const head = words.replace(OPENING, '')
  const offset = words.length - head.length
  const limit = Math.min(words.length, offset + 34)
  const leads: string[] = []
  for (let at = offset; at < limit; at++) {
    const [match] = rulebook.bodies.at(words, at)
    if (!match) continue
    const next = words.charAt(match.end)
    // 草编、刺绣等非遗工坊: the list only tells of what kind the body is.
    const lead = words.slice(offset, match.end).replace(/^[^，。；]*、[^，。；]*等(?=[^、，。；等]+$)/, '')
    // A list of bodies, or the very thing counted (图书馆4个, 文化站中有4个), is nobody's figure.
    if (
      (next === '' && !bare) ||
      LIST_MARK.test(next) ||
      LIST_MARK.test(lead.slice(0, match.start - match.end)) ||
      /\d/.test(lead)
    )
      return leads
    if (/[，；。]/.test(lead) || next === '中') return leads
    const rest = words.slice(match.end)
    if ((COUNTED.test(rest) && !(bare && rest === '')) || OF_ALL.test(rest) || OF_PEOPLE.test(lead)) return leads
    leads.push(lead)
    at = match.end - 1
  }
  return leads
}

/** A body without a name of its own: which one is meant, the text before tells. */
const NAMELESS = /^(?:园区|景区|剧院|新馆|分馆|总馆|书屋|街区|公园|集团|工坊|古城|小镇|图书室|书房)$/
const VERB_LEAD =
  /^.*(?:现有|共有|建有|新建|改造|建设|打造|启动|提升|推进|举办|承办|参加|组织|开展|每万人|平均|依托|发挥|办好|加强|深入|为)/

/** The last body with a name of its own in the paragraph before the sentence. */
function lastNamedBody(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const { text, paragraph, sentence } = figure
  const words = text.slice(Math.max(paragraph.start, sentence.start - 400), sentence.start)
  const matches = rulebook.bodies.find(words)
  for (let index = matches.length - 1; index >= 0; index--) {
    const match = matches[index]
    // 园区是…、…孵化器: what the body is called besides, and one of a list, are not what is meant.
    if (!match || /(?:是|、)[^，。；]*$/.test(words.slice(Math.max(0, match.start - 60), match.start))) continue
    const name = trailingNoun(words.slice(Math.max(0, match.end - 24), match.end), segmenter, rulebook).words.replace(
      VERB_LEAD,
      '',
    )
    if (name.length >= match.form.length + 2 && /[\u4e00-\u9fff]$/.test(name)) return name
  }
  return ''
}

/** Acts after which what is named is what the following clauses are about: 建设产业园，实现营业额过亿元. */
const TOPIC_ACT =
  /^.*(?:现有|共有|建有|新建|改造|建设|设立|成立|打造|启动|启用|提升|推进|举办|承办|主办|联合主办|推出|参加|组织|开展|实施|完成|加快|办好|深化|筹备|开通|上线|运营)(?:了|完善|推进|做强|做大|好)?/
/** A quotation that names an activity, a channel or a place: “文明出行”活动, “澄湖发布”公众号. */
const QUOTED =
  /“[^”\d，。；]{2,20}”(?:[^等、和与的，。；\d“”]{0,6}?(?:活动|讲坛|讲堂|直播间|公众号|视频号|抖音号|账号|平台|书房|书吧|游船|晚会|文化节|艺术节|邻里节|大赛|夜校|大舞台))?/g
/** “山歌进校园活动”: a name that itself says what it is, unless something else than its name stands behind the mark. */
const ACTIVITY_IN_QUOTES = /[^”]$|(?:活动|行动|大赛|展演|放映|工程|特展|大展|专题展)”$/
/** 《千年渡》 is a work, 《实施方案》 a document, 《大众日报》 a paper. */
const WORK = /《[^》]{2,24}》/g
const NO_WORK =
  /(?:意见|措施|草案|方案|办法|规划|通知|条例|法|报告|纲要|标准|计划|决定|规定|细则|公约|目录|名录|指南|手册|制度|协议|协定|通报|清单|要点|汇编|章程|预案|责任[书状]|倡议书|报|杂志|新闻|期刊|网|频道|栏目|志|史|导则|台账|简报|函|书|表|讲话|精神)(?:（[^）]*）|\([^)]*\))?》$/
const MEDIA = /((?:中央|国家|省|市|区|县)级(?:及?以上)?(?:主流|重点|各类)?(?:新闻)?媒体|[区县市省境]内外?媒体)(?!记者)/
/** 在第33届奥运会上: where it was won. */
const OCCASION = /^[^，。；]{0,6}在(第[^，。；在]{1,6}届[^，。；]{1,12}?(?:会|节|赛|杯))(?:上|中|期间)/
/** 岫城市120场、云川县160场. */
const SHARED_OUT = /^、[\u4e00-\u9fff]{2,5}[市县区镇乡州旗]\d/
/** What one work is made of: 52集动画片《…》. */
const MADE_OF = /^(?:集|分钟|期)$/
const LEVELS = /(?:^|[，。；：]|以来|全年|今年)((?:[省市县区镇乡街州]、)+[省市县区镇乡街州]两级)/

/** The work, the activity or the body that earlier clauses of the sentence brought up, last first; '' where none. */
function topicOfSentence(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const { text, sentence, quantity, previous } = figure
  const start = previous ? previous.quantity.end : sentence.start
  const words = text.slice(start, quantity.from)
  let topic = ''
  let at = 0
  for (const piece of piecesOf(words)) {
    const last = at + piece.length >= words.length
    const opening = piece.replace(OPENING, '')
    if (WHOLE.test(opening)) topic = ''
    else topic = topicOfPiece(piece, last || (at === 0 && previous !== null), rulebook, segmenter) || topic
    if (/；$/.test(piece)) topic = ''
    at += piece.length
  }
  return topic
}

function topicOfPiece(piece: string, last: boolean, rulebook: RuleBook, segmenter: Segmenter): string {
  const works = allMatches(WORK, piece).filter((match) => !NO_WORK.test(match[0]))
  const quotes = allMatches(QUOTED, piece).filter((match) => ACTIVITY_IN_QUOTES.test(match[0]))
  const enclosed = works.length === 1 ? works[0] : quotes.length === 1 ? quotes[0] : undefined
  if (enclosed) {
    const lead = piece.slice(0, enclosed.index)
    const rest = piece.slice(enclosed.index + enclosed[0].length)
    // One of a list, the thing counted itself (《参考》12期, “绿书签”活动1次), or what a verb aims at.
    const listed = /[、和与及]/.test(lead.slice(-8)) || /^[^，。；]{0,4}(?:等|、|和|与|的)/.test(rest)
    const counted =
      last && rest.length <= 2 && !/^(?:共?(?:放映|演出|展出|培训|接待|惠及|服务|吸引|观众|参与|参加))/.test(rest)
    const aimed =
      works.length === 1 && /(?:编制|编发|编印|编纂|完成|做好|启动|推进|实施|落实|宣传|贯彻|学习|征集|出版)/.test(lead)
    if (!listed && !counted && !aimed) return enclosed[0]
  }
  if (last) return ''
  const clause = piece.replace(/[，；：。\n]$/, '')
  const named = bodyOfClause(clause, rulebook, segmenter, true)
  if (named && !NAMELESS.test(named) && !VERB_LEAD.test(named)) return named
  const planned = clause.replace(/(?:建设|改造|建成|提升|工程|项目|试运行|开工|完工|落成)+$/, '')
  const act = TOPIC_ACT.exec(planned)
  if (!act) return ''
  const object = planned.slice(act[0].length)
  const body = bodyOfClause(object, rulebook, segmenter, true)
  const matched = rulebook.bodies.endingAt(body, body.length)[0]
  // A name of its own only: 建设文化中心 is what the figure counts.
  return matched && (body.length >= matched.form.length + 2 || /^[省市县区州镇乡]/.test(body)) ? body : ''
}

const FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/图书馆/, /^(?:museum|performance|activity|heritage|tourism|facility)\.(?!area|open_hours)/],
  [/博物馆/, /^(?:library|performance|activity|tourism|facility)\.(?!area|open_hours)/],
  [/艺术表演团体|剧团/, /^(?:library|museum|heritage|tourism|facility)\.(?!area|open_hours)/],
]

/** Whether a body can have such figures: a museum lends no books, and what no indicator names goes over no full stop. */
function isOfBody(code: string, body: string, inSentence = false): boolean {
  return (inSentence || code !== 'other') && !FAMILIES.some(([form, others]) => form.test(body) && others.test(code))
}

/** Whose figure it is, where the words name a body, place or event other than the reporting body. */
export function readScope(
  figure: Figure,
  subject: Subject,
  context: ScopeContext,
  rulebook: RuleBook,
  segmenter: Segmenter,
): ScopeReading {
  const { text, clause, quantity, sentence } = figure
  const clauseWords = text.slice(clause.start, quantity.from)
  const isOwn = (name: string): boolean =>
    name !== '' && context.issuer !== '' && (context.issuer.includes(name) || name.includes(context.issuer))
  const scoped = (name: string, rule: string): ScopeReading => {
    const scope = isOwn(name) ? '' : name
    return { scope, rule, carries: scope }
  }
  const isCount = quantity.dimension === 'item' || quantity.dimension === 'place'
  const since = text.slice(figure.previous?.quantity.end ?? sentence.start, quantity.from)
  const cell = figure.paragraph.cell
  if (cell) return readCellScope(figure, rulebook, segmenter, scoped)
  const ownWords = since.length < clauseWords.length ? since : clauseWords
  const opening = ownWords.replace(OPENING, '')
  const sentenceHead = text.slice(sentence.start, quantity.from).trimStart()
  const levels = LEVELS.exec(clauseWords)
  if (levels?.[1]) return { scope: levels[1], rule: 'scope.levels', carries: '' }
  const media = MEDIA.exec(since)
  if (media?.[1]) return { scope: media[1], rule: 'scope.media', carries: '' }
  const occasion = OCCASION.exec(text.slice(sentence.start, quantity.from))
  if (occasion?.[1]) return scoped(occasion[1], 'scope.occasion')
  const work = MADE_OF.test(quantity.unit) ? /^[\u4e00-\u9fff]{0,8}(《[^》]{2,24}》)/.exec(figure.after) : null
  if (work?.[1]) return scoped(work[1], 'scope.topic')
  const named = bodyOfClause(clauseWords, rulebook, segmenter)
  if (named && NAMELESS.test(named)) {
    const meant = lastNamedBody(figure, rulebook, segmenter)
    if (meant) return scoped(meant, 'scope.pronoun')
    return /^[总分]馆$/.test(named) ? scoped(named, 'scope.named') : NO_SCOPE
  }
  if (named && !VERB_LEAD.test(named)) return scoped(named, 'scope.named')
  if (
    (subject.rule === 'subject.attribute' || SHARED_OUT.test(text.slice(quantity.end, clause.end))) &&
    !/下乡|进村|^全|文明|老旧|通航|小区$|^(?:建设|改造|新建|完成|推进|创建|打造|建成)|[园景校库户业商范验点护能作灌林牧矿片]区$/.test(
      figure.before,
    ) &&
    /^[\u4e00-\u9fff]{1,5}[市县区镇乡州旗]$/.test(figure.before.trim())
  ) {
    return { ...(context.before ?? NO_SCOPE), scope: figure.before.trim(), rule: 'scope.place' }
  }
  // 其中总馆112万册、分馆74万册: parts by the body that holds them.
  const bearer = figure.before.trim().replace(/^(?:其中|包括)[，：]?/, '')
  if (
    !/^[个家所座处间]$/.test(quantity.unit) &&
    bearer.length >= 2 &&
    rulebook.bodies.endingAt(bearer, bearer.length).some((one) => one.start === 0)
  )
    return { ...scoped(bearer, 'scope.bearer'), carries: context.before?.carries ?? '' }
  const topic = topicOfSentence(figure, rulebook, segmenter)
  // 床位818万张 are items as well, but only bodies and places are counted in these.
  const countsPlaces = isCount && /^[个家所座处间]$/.test(quantity.unit)
  const countsBody =
    isCount &&
    (/(?:机构|卫生[院室]|医院|中心|诊部)(?:（[^）]*）)?$/.test(subject.words) ||
      rulebook.bodies.endingAt(subject.words, subject.words.length).length > 0)
  const ownTopic = OF_ALL.test(opening) || /人均|^[^，]*增长/.test(opening)
  // “进社区”活动，组织院团送节目80场: sessions that are organised anew are of the reporting body.
  const organised = quantity.dimension === 'session' && /^(?:组织|举办|开展|放映|培训)[\u4e00-\u9fff]{2}/.test(opening)
  if (topic && !organised && !countsPlaces && !WHOLE.test(opening) && !ownTopic) return scoped(topic, 'scope.topic')
  // 67家博物馆延时开放，接待观众84.9万人次; in a bulletin 共有公共图书馆3248个，总流通…: what was counted has the figures that follow.
  const isPart = /^(?:其中)/.test(text.slice(figure.item.start, quantity.from).replace(/^[，；\s]+/, ''))
  const standing =
    countsBody &&
    (context.statistics || subject.side === 'after') &&
    !VERB_LEAD.test(opening.replace(/^(?:全[国省市县]|年末|共有|现有)+/, ''))
  const kept = context.statistics && isPart && context.before ? context.before.carries : ''
  const carries = isPart ? kept : standing ? subject.words : ''
  // 乡镇文化站缺编11人，9个县仍有…: a count that opens its clause is of something new.
  const isNew = countsBody || (isCount && opening === '' && subject.side === 'after')
  if (context.before && !isNew) {
    const { carries: carried } = context.before
    const broken =
      WHOLE.test(opening) ||
      (context.statistics ? /^[家所座处]$/.test(quantity.unit) : isCount || /[；]/.test(since)) ||
      /；全[国省市县]/.test(since) ||
      (!context.statistics && /；全年/.test(since))
    if (
      carried &&
      isOfBody(context.code, carried, true) &&
      (!broken || (context.before.scope !== '' && !WHOLE.test(opening) && !/；/.test(since)))
    )
      return scoped(carried, 'scope.carried')
    if (
      carried &&
      isOfBody(context.code, carried, true) &&
      context.statistics &&
      context.before.scope !== '' &&
      !WHOLE.test(opening) &&
      !/；全[国省市县]/.test(since)
    )
      return scoped(carried, 'scope.carried')
  } else if (context.before === null && context.sentenceBefore?.carries) {
    if (PRONOUN.test(sentenceHead)) return scoped(context.sentenceBefore.carries, 'scope.pronoun')
    if (
      context.statistics &&
      !countsBody &&
      isOfBody(context.code, context.sentenceBefore.carries) &&
      !WHOLE.test(opening) &&
      subject.side === 'before'
    )
      return scoped(context.sentenceBefore.carries, 'scope.bulletin')
    // 市博物馆接待观众92.6万人次；…。推出临时展览14个: its own business, in a sentence that begins with the verb.
    if (
      !context.statistics &&
      context.sentenceBefore.scope !== '' &&
      !isCount &&
      BEGINS_WITH_VERB.test(opening) &&
      isBusinessOf(context.code, context.sentenceBefore.carries)
    )
      return scoped(context.sentenceBefore.carries, 'scope.pronoun')
    // 达到一级馆标准的49个。从业人员1927人: a figure of another kind does not end what the bulletin tells of.
    if (
      context.statistics &&
      !countsBody &&
      !WHOLE.test(opening) &&
      ((context.code !== 'other' && isOfBody(context.code, context.sentenceBefore.carries)) ||
        subject.side === 'attribute' ||
        /[一二三]级[馆站]/.test(clauseWords))
    )
      return { scope: '', rule: 'scope.own', carries: context.sentenceBefore.carries }
  }
  // 图书馆始终把服务读者放在首位。全年接待读者12.6万人次: the sentence before was about the body, and told no figure.
  if (context.before === null && !context.sentenceBefore?.carries && !context.statistics && !isCount) {
    const body = bodyToldOf(figure, rulebook, segmenter)
    if (body && !WHOLE.test(opening) && isBusinessOf(context.code, body)) return scoped(body, 'scope.pronoun')
  }
  return { scope: '', rule: 'scope.own', carries }
}

/** The body that the sentence before in the paragraph begins with; '' where there is none. */
function bodyToldOf({ text, paragraph, sentence }: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const before = paragraph.sentences[paragraph.sentences.indexOf(sentence) - 1]
  const clause = before?.clauses[0]
  const words = clause ? text.slice(clause.start, clause.end) : ''
  const name = bodyOfClause(words, rulebook, segmenter)
  // 图书馆事业, 文化馆服务体系: no body.
  const rest = words.slice(words.indexOf(name) + name.length)
  return NAMELESS.test(name) || VERB_LEAD.test(name) || /^(?:事业|工作|建设|服务|体系|业|系统|等)/.test(rest)
    ? ''
    : name
}

/** 每个社区不少于3支 in a cell: what each of them is to have. */
const EACH =
  /^(?:平均)?每(?:个|座|家|所)?([\u4e00-\u9fff]{1,6}?)(?:每[年月周天季]|不少于|不低于|至少|应|须|要|配|达|平均|有|≥|$)/

/** A figure in a table: of the body that its own words name, of each of a kind, or of the body or place that heads its row. */
function readCellScope(
  figure: Figure,
  rulebook: RuleBook,
  segmenter: Segmenter,
  scoped: (name: string, rule: string) => ScopeReading,
): ScopeReading {
  const { text, clause, quantity, paragraph } = figure
  const isCount = quantity.dimension === 'item' || quantity.dimension === 'place'
  const clauseWords = text.slice(clause.start, quantity.from).trim()
  const own = bodyOfClause(clauseWords, rulebook, segmenter, !isCount)
  if (own) return scoped(own, 'scope.named')
  const each = EACH.exec(clauseWords.replace(OPENING, ''))
  if (
    each?.[1] &&
    !/^[个家所座处]$/.test(quantity.unit) &&
    /(?:馆|站|中心|社区|村|镇|乡|街道|书屋|书房|分馆|企业|单位)$/.test(each[1])
  )
    return scoped(each[1], 'scope.each')
  const head = headerWords(paragraph.cell?.rowHeaders[0] ?? '')
  const body = bodyOfClause(head, rulebook, segmenter, !isCount)
  if (body && !/覆盖率|达标率|普及率/.test(clauseWords)) return scoped(body, 'scope.rowHead')
  if (/^[\u4e00-\u9fff]{1,5}(?:[市县区镇乡片]|街道|社区|村)$/.test(head)) return scoped(head, 'scope.rowHead')
  return NO_SCOPE
}
