import type { RuleBook } from '../rulebook/rulebook.ts'
import { allMatches } from '../text/matches.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { piecesOf } from './clausePieces.ts'
import type { Figure } from './figures.ts'
import { bodyOfClause, NAMELESS, VERB_LEAD, WHOLE, withoutOpening } from './namedBodies.ts'

/** Acts after which what is named is what the following clauses are about: 建设产业园，实现营业额过亿元. */
const TOPIC_ACT =
  /^.*(?:现有|共有|建有|新建|改造|建设|设立|成立|打造|启动|启用|提升|推进|举办|承办|主办|联合主办|推出|参加|组织|开展|实施|完成|加快|办好|深化|筹备|开通|上线|运营)(?:了|完善|推进|做强|做大|好)?/
/** A quotation that names an activity, a channel or a place: “文明出行”活动, “澄湖发布”公众号. */
const QUOTED =
  /“(?:[^”\d，。；]|\d+周年){2,30}”(?:[^等、和与的，。；\d“”]{0,6}?(?:活动|讲坛|讲堂|直播间|公众号|视频号|抖音号|账号|平台|书房|书吧|游船|晚会|文化节|艺术节|邻里节|大赛|夜校|大舞台|展览|图片展|书画展|画展|故事会|工作室|志愿服务队|比赛))?/g
/** “山歌进校园活动”: a name that itself says what it is, unless something else than its name stands behind the mark. */
const ACTIVITY_IN_QUOTES =
  /[^”]$|(?:活动|行动|大赛|展演|放映|工程|展|节|街|书房|空间|剧场|讲堂|集市|夜市|书吧|家园|广场|小院|之家|俱乐部|沙龙|馆|云)”$/
/** “千年文脉”系列讲座45期: the name of what is counted. */
const KIND_OF_EVENT = /^(?:系列|主题|免费|公益|文化|文艺)*(?:讲座|演出|展览|活动|培训|课程|比赛)$/
/** 《千年渡》 is a work, 《实施方案》 a document, 《大众日报》 a paper. */
const WORK = /《[^》]{2,24}》/g
const NO_WORK =
  /(?:意见|措施|草案|方案|办法|规划|通知|条例|法|报告|纲要|标准|计划|决定|规定|细则|公约|目录|名录|指南|手册|制度|协议|协定|通报|清单|要点|汇编|章程|预案|责任[书状]|倡议书|报|杂志|新闻|期刊|网|频道|栏目|志|史|导则|台账|简报|函|书|表|讲话|精神)(?:（[^）]*）|\([^)]*\))?》$/

/** 启动展厅改造提升工程，总投资1800万元: a project that was begun has the money and the area told right behind it. */
const PROJECT_OF =
  /(?:启动|实施|推进|抓好|谋划|开工|加快)(?:了)?([\u4e00-\u9fff“”（）]{4,20}?(?:工程|项目))(?:前期|建设|工作)?，(?:计划|规划|概算|估算|预计|设计)?(?:总?投资|建筑面积|用地|占地)[^，。；]*$/

/** The work, the activity or the body that earlier clauses of the sentence brought up, last first; '' where none. */
export function topicOfSentence(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const { text, sentence, quantity, previous } = figure
  const start = previous ? previous.quantity.end : sentence.start
  const words = text.slice(start, quantity.from)
  const project = PROJECT_OF.exec(words)?.[1]
  if (project !== undefined && (quantity.dimension === 'money' || quantity.dimension === 'area')) return project
  let topic = ''
  let at = 0
  for (const piece of piecesOf(words)) {
    const last = at + piece.length >= words.length
    const opening = withoutOpening(piece)
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
      last &&
      (rest.length <= 2 || KIND_OF_EVENT.test(rest)) &&
      !/^(?:共?(?:放映|演出|展出|培训|接待|惠及|服务|吸引|观众|参与|参加))/.test(rest)
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
