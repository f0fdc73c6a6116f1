import { firstMatch } from '../text/matches.ts'
import { agentOf } from './agents.ts'
import { bearerOf, COUNTS_BODIES } from './bearers.ts'
import { bodyOfClause, lastNamedBody, NAMELESS, VERB_LEAD, withoutOpening } from './namedBodies.ts'
import { trailingNoun } from './nounPhrases.ts'
import { NO_SCOPE, type ScopeReading, type ScopeView } from './scopeReading.ts'
import { readEach } from './scopesOfEach.ts'
import { readLargerWhole } from './scopesOfLevels.ts'

const MEDIA =
  /((?<![、和及][\u4e00-\u9fff]{0,3})(?:中央电视台|央视(?:新闻)?|新华社|人民日报|《[\u4e00-\u9fff]{2,6}[报刊]》|[\u4e00-\u9fff]{1,4}(?:电视台|卫视|日报)|[省市州]台(?:新闻)?|中央台)(?=(?:播出|刊播|刊发|发稿|用稿|采用|播发|上稿|刊登|发表)[^，；。、]{0,6}$)|(?:中央|国家|省|市|区|县)级(?:及?以上)?(?:主流|重点|各类)?(?:新闻)?媒体|[区县市省境]内外?媒体)(?!记者)/
/** 在第33届奥运会上: where it was won. */
const OCCASION =
  /^[^，。；]{0,6}在((?:第[^，。；在]{1,6}届[^，。；]{1,12}?(?:会|节|赛|杯))|[\u4e00-\u9fff\d]{0,10}(?:奥运会|残奥会|冬奥会|亚运会|全运会|省运会|市运会|青运会|大运会|残运会|农运会|民运会))(?:上|中|期间)/
/** 岫城市120场、云川县160场. */
const SHARED_OUT = /^、[\u4e00-\u9fff]{2,5}[市县区镇乡州旗]\d/
/** What one work is made of: 52集动画片《…》. */
const MADE_OF = /^(?:集|分钟|期)$/
const LEVELS = /(?:^|[，。；：]|以来|全年|今年)((?:[省市县区州镇乡街]、)+[省市县区州镇乡街]两级)/
const NO_PLACE =
  /下乡|进村|^全|文明|老旧|通航|小区$|^(?:建设|改造|新建|完成|推进|创建|打造|建成)|[园景校库户业商范验点护能作灌林牧矿片]区$/

/** “青澜发布”公众号推送信息, but not 通过公众号推送 nor 公众号推送260期, which are counted themselves. */
const CHANNEL =
  /(?:^|[，、；：])((?:“[^”]{2,12}”)?(?:官方|政务|政府|单位)*(?:微信公众号|微信公众平台|公众号|视频号|抖音号|抖音|微博|网站|微信|今日头条号))(?:共|全年|累计|[：，])*(?:发布|推送|刊发|编发|推出|更新|转发)(?:了|各类)*[\u4e00-\u9fff]{2}[^，。；、]*$/
/** 流动展览走进…, 农民画展展出…: an exhibition, a contest or a feast that draws whom the figure counts. */
const EVENT =
  /^([\u4e00-\u9fff“”·]{2,16}?(?:展览?|大赛|比赛|灯会|庙会|汇演|展演|晚会|音乐会|集市|文化周|宣传周))(?:先后|共|累计|总计|现场|期间|，)*(?:走进|展出|吸引|接待|征集|收到|参展|参赛|观众|到场|观摩)/
/** 总投资1.3亿元的县文体中心, 投资40万元维修石佛寺大殿: what the money is for. */
const SPENT_ON =
  /^(?:，)?(?:新建|建成|建设|兴建|修建|维修|修缮|扩建|改扩建|改建|建起)(?:了)?([\u4e00-\u9fff“”·]{4,18}?)(?=[，。；]|$)/
const MEASURE = /(?:投资|投入|斥资|耗资|面积|占地)(?:总?额)?(?:约|近|共|达|超过?|逾|为)*$/

/** Readers of whom the figure's own clause names, in order: the first that answers decides. */
const READERS: readonly ((view: ScopeView) => ScopeReading | null)[] = [
  readLevels,
  readMedia,
  readOccasion,
  readWork,
  readMeasured,
  readChannel,
  readBody,
  readAgent,
  readPlace,
  readBearer,
  readEach,
  readLargerWhole,
  readEvent,
]

/** The scope that the words of the figure's own clause name; null where they name none. */
export function readNamedScope(view: ScopeView): ScopeReading | null {
  for (const read of READERS) {
    const scope = read(view)
    if (scope !== null) return scope
  }
  return null
}

function readLevels({ figure, clauseWords, rulebook }: ScopeView): ScopeReading | null {
  // 市、县两级17个公共图书馆: the levels are of the houses that are counted.
  if (COUNTS_BODIES.test(figure.quantity.unit) && rulebook.bodies.find(figure.after.slice(0, 12)).length > 0)
    return null
  const levels = firstMatch(LEVELS, clauseWords)?.[1]
  return levels === undefined ? null : { scope: levels, rule: 'scope.levels', carries: '' }
}

function readMedia({ since }: ScopeView): ScopeReading | null {
  const media = firstMatch(MEDIA, since)?.[1]
  return media === undefined ? null : { scope: media, rule: 'scope.media', carries: '' }
}

function readOccasion({ figure, scoped }: ScopeView): ScopeReading | null {
  const occasion = OCCASION.exec(figure.text.slice(figure.sentence.start, figure.quantity.from))?.[1]
  return occasion === undefined ? null : scoped(occasion, 'scope.occasion')
}

function readWork({ figure, scoped }: ScopeView): ScopeReading | null {
  if (!MADE_OF.test(figure.quantity.unit)) return null
  const work = /^[\u4e00-\u9fff]{0,8}(《[^》]{2,24}》)/.exec(figure.after)?.[1]
  return work === undefined ? null : scoped(work, 'scope.topic')
}

function readBody({ figure, clauseWords, rulebook, segmenter, scoped }: ScopeView): ScopeReading | null {
  const named = bodyOfClause(clauseWords, rulebook, segmenter)
  if (named === '') return null
  if (NAMELESS.test(named)) {
    const meant = lastNamedBody(figure, rulebook, segmenter)
    if (meant) return scoped(meant, 'scope.pronoun')
    return /^(?:[总分]馆|图书室|书[屋房])$/.test(named) ? scoped(named, 'scope.named') : NO_SCOPE
  }
  return VERB_LEAD.test(named) ? null : scoped(named, 'scope.named')
}

function readAgent({ figure, clauseWords, rulebook, segmenter, scoped }: ScopeView): ScopeReading | null {
  const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
  const agent = agentOf(withoutOpening(clauseWords), rulebook, segmenter, told)
  return agent === '' ? null : scoped(agent, 'scope.agent')
}

/** 其中河东区96场、河西区140场: places that share what was counted. */
function readPlace({ figure, subject, context }: ScopeView): ScopeReading | null {
  const { text, quantity, clause, before } = figure
  const place = before.trim()
  if (subject.rule !== 'subject.attribute' && !SHARED_OUT.test(text.slice(quantity.end, clause.end))) return null
  if (NO_PLACE.test(before) || !/^[\u4e00-\u9fff]{1,5}[市县区镇乡州旗]$/.test(place)) return null
  return { ...(context.before ?? NO_SCOPE), scope: place, rule: 'scope.place' }
}

/** 其中总馆112万册、分馆74万册: parts by the body that holds them. */
function readBearer({ figure, context, since, rulebook, segmenter, scoped }: ScopeView): ScopeReading | null {
  const bearer = bearerOf(figure, rulebook, segmenter)
  if (bearer === '') return null
  const read = scoped(bearer, 'scope.bearer')
  return /；/.test(since) || context.before === null ? read : { ...read, carries: context.before.carries }
}

/** “青澜发布”公众号推送信息132条: the channel by which it was told. */
function readChannel({ clauseWords, figure, scoped }: ScopeView): ScopeReading | null {
  if (figure.quantity.dimension !== 'item' && figure.quantity.dimension !== 'visit') return null
  const channel = CHANNEL.exec(withoutOpening(clauseWords))?.[1]
  return channel === undefined ? null : scoped(channel, 'scope.channel')
}

function readEvent({ opening, rulebook, segmenter, scoped }: ScopeView): ScopeReading | null {
  const event = EVENT.exec(opening)?.[1]
  if (event === undefined || VERB_LEAD.test(event)) return null
  return trailingNoun(event, segmenter, rulebook).words === event ? scoped(event, 'scope.event') : null
}

/** The house or project that money is spent on, or that has the area or investment, where it is told behind the number. */
function readMeasured({ figure, scoped, rulebook, segmenter }: ScopeView): ScopeReading | null {
  const { quantity, text, clause } = figure
  if ((quantity.dimension !== 'money' && quantity.dimension !== 'area') || !MEASURE.test(figure.before)) return null
  const behind = text.slice(quantity.end, Math.min(text.length, clause.end + 24))
  if (behind.startsWith('的')) {
    const [body] = rulebook.bodies.find(behind.slice(0, 18))
    const name = body === undefined ? '' : trailingNoun(behind.slice(1, body.end), segmenter, rulebook).words
    return name.length >= 4 ? scoped(name, 'scope.measured') : null
  }
  const object = SPENT_ON.exec(behind)?.[1] ?? ''
  if (object === '' || /等|系统|设备|设施|借阅区|展厅|[各个项批]/.test(object)) return null
  const isName = trailingNoun(object, segmenter, rulebook).words === object
  return isName ? { ...scoped(object, 'scope.measured'), carries: '' } : null
}
