import type { RuleBook } from '../rulebook/rulebook.ts'
import { firstMatch } from '../text/matches.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { agentOf, labelledPlace } from './agents.ts'
import type { Figure } from './figures.ts'
import { bodyOfClause, lastNamedBody, NAMELESS, OF_ALL, OPENING, VERB_LEAD, WHOLE } from './namedBodies.ts'
import { OWN_FIGURES } from './ownFigures.ts'
import { topicOfSentence } from './sentenceTopics.ts'
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

/** 园区, 该馆, 本届: the sentence goes on with what the one before was about. */
const PRONOUN =
  /^(?:目前，|到[^，]{2,8}，|今年，|[\d_xX]{4}年，)?(?:园区|该[馆园区站院团项]|馆内|馆藏|全馆|全园|本届|此次|本次|景区|剧院|该项目|项目整体|新馆|活动期间)/
const MEDIA =
  /((?<![、和及][\u4e00-\u9fff]{0,3})(?:中央电视台|央视(?:新闻)?|新华社|人民日报|《[\u4e00-\u9fff]{2,6}[报刊]》|[\u4e00-\u9fff]{1,4}(?:电视台|卫视|日报)|[省市州]台(?:新闻)?|中央台)(?=(?:播出|刊播|刊发|发稿|用稿|采用|播发|上稿|刊登|发表)[^，；。、]{0,6}$)|(?:中央|国家|省|市|区|县)级(?:及?以上)?(?:主流|重点|各类)?(?:新闻)?媒体|[区县市省境]内外?媒体)(?!记者)/
/** 在第33届奥运会上: where it was won. */
const OCCASION =
  /^[^，。；]{0,6}在((?:第[^，。；在]{1,6}届[^，。；]{1,12}?(?:会|节|赛|杯))|[\u4e00-\u9fff\d]{0,10}(?:奥运会|残奥会|冬奥会|亚运会|全运会|省运会|市运会|青运会|大运会|残运会|农运会|民运会))(?:上|中|期间)/
/** 岫城市120场、云川县160场. */
const SHARED_OUT = /^、[\u4e00-\u9fff]{2,5}[市县区镇乡州旗]\d/
/** What one work is made of: 52集动画片《…》. */
const MADE_OF = /^(?:集|分钟|期)$/
const LEVELS = /(?:^|[，。；：]|以来|全年|今年)((?:[省市县区镇乡街州]、)+[省市县区镇乡街州]两级)/

/** Firms and premises, whose staff and takings are told behind their number. */
const TRADERS = /(?:企业|单位|场所|机构|公司|旅行社|饭店|酒店|民宿|经营户)$/

/** Whether a body can have such figures: a museum lends no books, and what no indicator names goes over no full stop. */
function isOfBody(code: string, body: string, inSentence = false): boolean {
  if (/^(?:rate|change)\./.test(code)) return true
  if (code === 'other') return inSentence
  const own = OWN_FIGURES.filter(([form]) => form.test(body))
  return own.length === 0 || own.some(([, codes]) => codes.test(code))
}

/** Whose figure it is, where the words name a body, place or event other than the reporting body, or its paragraph does. */
export function readScope(
  figure: Figure,
  subject: Subject,
  context: ScopeContext,
  rulebook: RuleBook,
  segmenter: Segmenter,
): ScopeReading {
  const read = readNamedScope(figure, subject, context, rulebook, segmenter)
  if (read.scope !== '' || figure.paragraph.cell) return read
  const place = labelledPlace(figure.text, figure.paragraph)
  return place === '' || context.issuer.includes(place) ? read : { ...read, scope: place, rule: 'scope.label' }
}

function readNamedScope(
  figure: Figure,
  subject: Subject,
  context: ScopeContext,
  rulebook: RuleBook,
  segmenter: Segmenter,
): ScopeReading {
  const { text, clause, quantity, sentence } = figure
  // 占全省景区总数的9%: the whole that a share is of has no figure here.
  const clauseWords = text.slice(clause.start, quantity.from).replace(/占(?!比|地)[^，。；]*$/, '')
  // 云溪县文化馆、云溪县图书馆 report: what is of one of them is not of both.
  const isOwn = (name: string): boolean =>
    name !== '' &&
    context.issuer !== '' &&
    (context.issuer.split('、').every((body) => body.includes(name)) || name.includes(context.issuer))
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
  const levels = firstMatch(LEVELS, clauseWords)
  if (levels?.[1]) return { scope: levels[1], rule: 'scope.levels', carries: '' }
  const media = firstMatch(MEDIA, since)
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
  const agent = agentOf(
    clauseWords.replace(OPENING, ''),
    rulebook,
    segmenter,
    text.slice(sentence.start, quantity.from),
  )
  if (agent) return scoped(agent, 'scope.agent')
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
    !VERB_LEAD.test(clauseWords.replace(OPENING, '').replace(/^(?:全[国省市县]|年末|共有|现有)+/, ''))
  const kept = context.statistics && isPart && context.before ? context.before.carries : ''
  const traders = isCount && !isPart && TRADERS.test(subject.words) && /^[家个户]$/.test(quantity.unit)
  const carries = isPart ? kept : standing || traders ? subject.words : ''
  // 乡镇文化站缺编11人，9个县仍有…: a count that opens its clause is of something new.
  const isNew = countsBody || (isCount && opening === '' && subject.side === 'after')
  if (context.before && !isNew) {
    const { carries: carried } = context.before
    const broken =
      WHOLE.test(opening) ||
      (context.statistics
        ? /^[家所座处]$/.test(quantity.unit) || (context.code === 'other' && /；/.test(since))
        : isCount || /[；]/.test(since)) ||
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
    if (
      PRONOUN.test(sentenceHead) ||
      (context.sentenceBefore.scope !== '' && /^其中/.test(sentenceHead) && !countsPlaces)
    )
      return scoped(context.sentenceBefore.carries, 'scope.pronoun')
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

const PLACE = /^[\u4e00-\u9fff]{1,5}(?:[市县区镇乡片]|街道|社区|村)$/

/** A figure in a table: of the body that its own words name, of each of a kind, or of the body or place that heads its row or column. */
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
  if (PLACE.test(head)) return scoped(head, 'scope.rowHead')
  const column = paragraph.cell?.columnHeaders.map(headerWords).find((words) => PLACE.test(words))
  return column === undefined || /^[全本我]/.test(column) ? NO_SCOPE : scoped(column, 'scope.columnHead')
}
