import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { COUNTS_BODIES } from './bearers.ts'
import type { Figure } from './figures.ts'
import { bodyOfClause, NAMELESS, OF_ALL, VERB_LEAD, WHOLE, withoutOpening } from './namedBodies.ts'
import { isBusinessOf, isOfBody, isOwnBusinessOf } from './ownFigures.ts'
import type { ScopeReading, ScopeView } from './scopeReading.ts'

const BEGINS_WITH_VERB =
  /^(?:全年|年内|共|累计)*(?:推出|举办|开展|新?创[作排]?|演出|培训|接待|展出|新增|引进|完成|征集|开设|组织|借阅|外借|招募)/
/** 园区, 该馆, 本届: the sentence goes on with what the one before was about. */
const PRONOUN =
  /^(?:目前，|到[^，]{2,8}，|今年，|[\d_xX]{4}年，)?(?:园区|该[馆园区站院团项]|馆内|馆藏|全馆|全园|本届|此次|本次|景区|剧院|该项目|项目整体|新馆|活动期间)/
/** 改扩建文化站3个, 完成剩余5个文化室改造: houses that something was done to. */
const BUILT = /^(?:[^，。；]{0,4})(?:改扩建|扩建|完成|新增|剩余|续建|启动)/
/** What offices do to traders is no figure of the traders. */
const INSPECTED = /^(?:检查|出动|立案|查处|办结|取缔|受理)/
/** Things of a house that are counted as houses are: 新增座席1200个. */
const SEATS = /[座坐]席|席位|座位|床位|终端|岗位|厅室|机位|车位|摊位/
/** Firms and premises, whose staff and takings are told behind their number. */
const TRADERS = /(?:企业|单位|场所|机构|公司|旅行社|饭店|酒店|民宿|经营户)$/
/** How a place or group that was counted is, what it holds, who works in it and who comes: 书房2家，面积380平方米，藏书1.2万册. */
export const PROPERTY =
  /^(?:已|共|总|现有?|内)*(?:单[店馆站]|(?:新增|规划|设计)?(?:总|使用|建筑|占地|经营|平均|馆舍|站舍)*面积|(?:配[备置送]|存放|上架|拥有|馆)?(?:总?藏书|图书|书籍|报刊)|总?藏(?:书|量)|(?:阅览)?[座席坐]位?|总投资|概算|(?:年|实现|总)*(?:营业|销售|经营|旅游|门票|演出|综合)*(?:收入|产值|利润|销售额|营业额)|资产|从业|工作人员|专职|编制|在编|会员|队员|成员|学员|(?:带动|吸纳|解决|提供)[^，。；]{0,6}(?:就业|农户|村民)|入驻|(?:全?年|开馆以来|日均|累计|共|场均)*(?:接待|到馆|进馆|服务(?:读者|观众|游客))|(?:平均)?每[家座站屋馆个团支处所](?!.{0,3}(?:社区|村|镇|乡|街道))|平均年龄)/
const OWN_RETURNS = /(?:^|[，；。])(?:我[站馆市县区省局街镇中心]|本[馆站局院])/

/** What follows of a figure by itself: whether it counts bodies, and which of them have the figures behind it. */
interface Counting {
  readonly countsBody: boolean
  readonly countsPlaces: boolean
  readonly carries: Pick<ScopeReading, 'carries' | 'counted'>
}

/** What a figure counts, as far as others may be of that. */
export function countingOf(view: ScopeView): Counting {
  const { figure, subject, context, clauseWords, rulebook, isCount } = view
  const { quantity, text } = figure
  const { words } = subject
  // 床位818万张 are items as well, but only bodies and places are counted in these.
  const countsPlaces = isCount && COUNTS_BODIES.test(quantity.unit) && !SEATS.test(words)
  const countsBody =
    isCount &&
    (/(?:机构|卫生[院室]|医院|中心|诊部)(?:（[^）]*）)?$/.test(words) ||
      rulebook.bodies
        .endingAt(words.replace(/(?:改扩建|扩建|改造)+$/, ''), words.replace(/(?:改扩建|扩建|改造)+$/, '').length)
        .some(({ row }) => row.id !== 'body.contest'))
  // 67家博物馆延时开放，接待观众84.9万人次; in a bulletin 共有公共图书馆3248个，总流通…: what was counted has the figures that follow.
  const isPart =
    subject.side === 'attribute' ||
    (isCount && /其中/.test(clauseWords)) ||
    /^(?:其中)/.test(text.slice(figure.item.start, quantity.from).replace(/^[，；\s]+/, ''))
  const before = context.before
  if (isPart) {
    return { countsBody, countsPlaces, carries: { carries: before?.carries ?? '', counted: before?.counted ?? false } }
  }
  const lead = withoutOpening(clauseWords).replace(/^(?:全[国省市县区州镇]|年末|共有|现有)+/, '')
  // 备案博物馆24家，全年举办展览96个: nothing but the bodies stands there.
  const alone = subject.side === 'before' && lead === words && !BUILT.test(lead)
  const standing =
    countsBody &&
    (context.statistics || alone || subject.side === 'after' || /(?:现|共)有/.test(clauseWords)) &&
    !VERB_LEAD.test(lead) &&
    !BUILT.test(lead)
  const traders = isCount && TRADERS.test(words) && /^[家个户]$/.test(quantity.unit)
  if (standing || traders) return { countsBody, countsPlaces, carries: { carries: words, counted: false } }
  // 总数达到17家: the same bodies still.
  const same = isCount && before?.counted === true && /^(?:总数|累计|总量|达到?|共)/.test(view.opening)
  if (same) return { countsBody, countsPlaces, carries: { carries: before.carries, counted: true } }
  const listed = countsBody && COUNTS_BODIES.test(quantity.unit)
  const name = words
    .replace(/(?:改扩建|扩建|改造|提升|建设)+$/, '')
    .replace(/^(?:新建|建设|建成|打造|改造|新增|现有|拥有)/, '')
  return { countsBody, countsPlaces, carries: { carries: listed ? name : '', counted: listed } }
}

/** The scope that a figure takes over from what was said before it; null where it takes over none. */
export function readCarriedScope(view: ScopeView, counting: Counting): ScopeReading | null {
  const { context, figure, subject, opening } = view
  const { before, sentenceBefore } = context
  if (WHOLE.test(opening)) return null
  // 乡镇文化站缺编11人，9个县仍有…: a count that opens its clause is of something new.
  const isNew = counting.countsBody || (view.isCount && opening === '' && subject.side === 'after')
  if (before !== null) return isNew ? null : carriedInSentence(view, before)
  const head = figure.text.slice(figure.sentence.start, figure.quantity.from).trimStart()
  if (sentenceBefore?.carries) return carriedOverStop(view, counting, sentenceBefore, head)
  return null
}

function carriedInSentence(view: ScopeView, before: ScopeReading): ScopeReading | null {
  const { context, since, isCount, figure, opening, subject, scoped } = view
  const { carries } = before
  if (carries === '' || OF_ALL.test(opening) || /；全[国省市县]/.test(since) || OWN_RETURNS.test(since)) return null
  // 新建城市书房2家，面积共380平方米，藏书1.2万册.
  if (before.counted)
    return !/；/.test(since) && PROPERTY.test(opening) && isOfBody(context.code, carries, true)
      ? { ...scoped(carries, 'scope.counted'), counted: true }
      : null
  // 县属7个，占77%: a share of what was counted is of nobody.
  const { dimension } = figure.quantity
  if (
    before.scope === '' &&
    dimension === 'ratio' &&
    (/^[，（]?(?:约|仅|只)?占/.test(since) || subject.side === 'after')
  )
    return { scope: '', rule: 'scope.own', carries }
  if (!isOfBody(context.code, carries, true)) return null
  // 档案馆41个，已开放档案…: what was only counted has figures of its kind, or what anything has.
  if (!context.statistics && before.scope === '' && context.code === 'other' && !PROPERTY.test(opening)) return null
  const stops = /；/.test(since)
  if (context.statistics) {
    const broken =
      /^[家所座处]$/.test(figure.quantity.unit) || (context.code === 'other' && stops && !PROPERTY.test(opening))
    return broken && before.scope === '' ? null : scoped(carries, 'scope.carried')
  }
  const isBusiness = isBusinessOf(context.code, carries)
  if (stops)
    return before.scope !== '' && isOwnBusinessOf(context.code, carries) ? scoped(carries, 'scope.carried') : null
  return !isCount || before.scope !== '' || isBusiness ? scoped(carries, 'scope.carried') : null
}

function carriedOverStop(
  view: ScopeView,
  { countsBody, countsPlaces }: Counting,
  before: ScopeReading,
  head: string,
): ScopeReading | null {
  const { context, subject, opening, isCount, scoped } = view
  if (before.counted) return null
  if (PRONOUN.test(head) || (before.scope !== '' && /^其中/.test(head) && !countsPlaces))
    return scoped(before.carries, 'scope.pronoun')
  if (INSPECTED.test(opening)) return null
  if (context.statistics)
    return countsBody || !isOfBody(context.code, before.carries) || subject.side !== 'before'
      ? keptInBulletin(view, countsBody, before)
      : scoped(before.carries, 'scope.bulletin')
  // 市博物馆接待观众92.6万人次；…。推出临时展览14个: its own business, in a sentence that begins with the verb.
  if (before.scope === '' || !isBusinessOf(context.code, before.carries)) return null
  if (!BEGINS_WITH_VERB.test(opening) && !isOwnBusinessOf(context.code, before.carries)) return null
  return isCount ? { scope: '', rule: 'scope.own', carries: before.carries } : scoped(before.carries, 'scope.pronoun')
}

/** 达到一级馆标准的49个。从业人员1927人: a figure of another kind does not end what the bulletin tells of. */
function keptInBulletin(
  { context, subject, clauseWords }: ScopeView,
  countsBody: boolean,
  before: ScopeReading,
): ScopeReading | null {
  const goesOn =
    !countsBody &&
    ((context.code !== 'other' && isOfBody(context.code, before.carries)) ||
      subject.side === 'attribute' ||
      /[一二三]级[馆站]/.test(clauseWords))
  return goesOn ? { scope: '', rule: 'scope.own', carries: before.carries } : null
}

/** 图书馆始终把服务读者放在首位。全年接待读者12.6万人次: the scope where the sentence before was about a body, and told no figure. */
export function readToldOf({
  figure,
  context,
  opening,
  isCount,
  scoped,
  rulebook,
  segmenter,
}: ScopeView): ScopeReading | null {
  if (context.before !== null || context.sentenceBefore?.carries || context.statistics || isCount) return null
  if (WHOLE.test(opening)) return null
  const body = bodyToldOf(figure, rulebook, segmenter)
  return body !== '' && isBusinessOf(context.code, body) ? scoped(body, 'scope.pronoun') : null
}

/** The body that the sentence before in the paragraph begins with; '' where there is none. */
function bodyToldOf({ text, paragraph, sentence }: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const before = paragraph.sentences[paragraph.sentences.indexOf(sentence) - 1]
  const clause = before?.clauses[0]
  const words = clause ? text.slice(clause.start, clause.end) : ''
  const name = bodyOfClause(words, rulebook, segmenter)
  // 图书馆事业, 文化馆服务体系: no body.
  const rest = words.slice(words.indexOf(name) + name.length)
  return NAMELESS.test(name) ||
    VERB_LEAD.test(name) ||
    /^(?:事业|工作|建设|服务|体系|业|系统|等|评估|定级|总分馆|免费|改革|理事会|法)/.test(rest)
    ? ''
    : name
}
