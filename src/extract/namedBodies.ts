import type { RuleBook } from '../rulebook/rulebook.ts'
import { setOf } from '../text/charSets.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'

/** Words that open a clause in front of its subject: times, links. */
const OPENING =
  /^(?:[，；：。\s]|(?:19|20)\d{2}年(?:末|底)?|年度(?:内|共)?|全年|今年以来|今年|目前|年末|其中|同时|此外|同期|截至[^，]{0,12}，|据统计，|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])+/
/** The characters that `OPENING` begins with: most clauses begin with another, and are not gone through. */
const OPENS = setOf(
  '，；：。 \n\t\r\v\f\u3000\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\ufeff0123456789年全今目其同此截据一二三四五六七八九十（(',
)

/** The words without what opens them in front of their subject. */
export const withoutOpening = (words: string): string =>
  OPENS[words.charCodeAt(0)] === 1 ? words.replace(OPENING, '') : words

/** Words that bring the reporting body itself back. */
export const WHOLE = /^(?:全[市县区省国镇街馆域]|全系统|我[市县区省局馆街镇]|各(?!地|类|种|项|级|界|方)|城乡)/
const LIST_MARK = /[、和与及等]/

/** What follows a body that is itself counted: links and a number, or nothing. */
const COUNTED =
  /^[”’》]?(?:（[^）]*）)?(?:全[国省市县区州]|达到|达|共有|共|有|增至|增加到|累计|总数|数量|数|新增|净增|建成|已建成|发展到|建设|提升工程|工程|项目|为|约|近|超过|超|[由从]上年末?的|[由从]|目前的)*(?:[一二三四五六七八九十两百千]|\d+(?![\d.]*[年月日])(?!\d)|$)/
/** Rates of all places in which bodies stand, and figures of all people: 农家书屋行政村覆盖率, 平均每万人公共图书馆面积. */
export const OF_ALL = /^[^，。；]{0,6}(?:覆盖率|普及率|建成率|建站率|达标率)/
const OF_PEOPLE = /每[百千万]+人|人均|由[^，]*$/

/** A name without the label before it and without a quotation mark that has no partner. */
function cleanName(words: string): string {
  const name = words
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/, '')
    .replace(/^[^，。；]{0,6}期间(?=.{2})/, '')
    .replace(/^(?:全[市县区镇]|部分)(?=[\u4e00-\u9fff]{3})/, '')
  if (NO_NAME.test(name) || (name.includes('《') && !name.includes('》'))) return ''
  return name.includes('“') && !name.includes('”') ? name.replace(/“/g, '') : name
}
/** Kinds told from outside, and verbs that the tagger takes for parts of names. */
const NO_NAME =
  /^(?:上级|规定|按规定|全国县级以上|全年|年度|整个|单设|个别|优秀|完成|完善|支持|做好|加大|利用|通过|围绕|面向|在)/

/** Words behind which a body is what something is done to or for: 举办农家书屋管理员培训, 为农家书屋补充图书. */
const IS_OBJECT =
  /(?:举办|开办|召开|建设|建成|新建|改造|打造|创建|完成|推进|启动|为|向|给|赴|走进|对|评为|获评|申报|围绕|支持|指导|有)(?:了)?(?:全[国省市县区])?$/

/** The body that the clause is about: named at its head, with more behind it than a number (unless `bare`). */
export function bodyOfClause(words: string, rulebook: RuleBook, segmenter: Segmenter, bare = false): string {
  const leads = leadsToBodies(words, rulebook, bare)
  const head = leads.length > 0 ? withoutOpening(words) : ''
  for (let index = leads.length - 1; index >= 0; index--) {
    const lead = leads[index] ?? ''
    const noun = trailingNoun(lead, segmenter, rulebook).words
    if (!bare && IS_OBJECT.test(lead.slice(0, lead.length - noun.length))) continue
    const name = cleanName(noun)
    // The tagger takes 控股 in 国有控股工业企业 for a verb: a body is never less than its row says.
    const least = rulebook.bodies.endingAt(lead, lead.length)[0]?.form ?? ''
    if (name === least && isNameOfOwn(lead, name)) return lead
    // 小剧场“候鸟空间”演出: the name of its own stands behind the kind.
    const own =
      name.length <= 4
        ? /^“[^”，。；\d]{2,12}”(?=(?:全年|共|累计)*(?:演出|上演|接待|吸引|推送|发布|票房))/.exec(
            head.slice(lead.length),
          )?.[0]
        : undefined
    if (own !== undefined && name.length >= 2) return own
    if (name.length >= 2) return name.length < least.length ? least : name
  }
  return ''
}

/** 县采茶剧团, 广场舞大赛: what the tagger takes for a verb in them is of the name, where the clause begins with it. */
const isNameOfOwn = (lead: string, form: string): boolean =>
  lead.length > form.length &&
  lead.length <= form.length + 5 &&
  /^[\u4e00-\u9fff]+$/.test(lead) &&
  !VERB_LEAD.test(lead) &&
  !/[的在为将对把被与和及由从已各该本我其]|新建|改建|扩建|建成|免费|举行|开放|投入|完善|增加|命名|评|获/.test(lead) &&
  (/^[省市县区州镇乡]/.test(lead) || /(?:大赛|比赛|晚会|艺术节|文化节)$/.test(form))

/** The words up to the end of each body at the head of a clause that may be what it is about. */
function leadsToBodies(words: string, rulebook: RuleBook, bare: boolean): readonly string[] {
  const head = withoutOpening(words)
  const offset = words.length - head.length
  const limit = Math.min(words.length, offset + 34)
  const leads: string[] = []
  for (let at = offset; at < limit; at++) {
    const [match] = rulebook.bodies.at(words, at)
    // 以总分馆为依托: a system and no house.
    if (match?.form === '分馆' && words.charAt(match.start - 1) === '总') return leads
    // 在新作展演活动中: a contest is what a clause is about only where an earlier clause named it.
    if (!match || (!bare && match.row.id === 'body.contest')) continue
    const next = words.charAt(match.end)
    // 草编、刺绣等非遗工坊: the list only tells of what kind the body is.
    const lead = words.slice(offset, match.end).replace(/^[^，。；]*、[^，。；]*等(?=[^、，。；等]+$)/, '')
    // 根据文化站房间的布局，…: what is gone by is not whose figure it is.
    if (/^(?:根据|按照?|依据|结合|针对|对照|参照)/.test(lead)) return leads
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
    // 文化馆分馆 is one body.
    if (leads.length > 0 && leads[leads.length - 1]?.length === match.start - offset) leads.pop()
    leads.push(lead)
    at = match.end - 1
  }
  return leads
}

/** A body without a name of its own: which one is meant, the text before tells. */
export const NAMELESS = /^(?:园区|景区|剧院|新馆|分馆|总馆|书屋|街区|公园|集团|工坊|古城|小镇|图书室|书房)$/
export const VERB_LEAD =
  /^.*(?:现有|共有|建有|新建|改造|建设|打造|启动|提升|推进|举办|承办|参加|组织|开展|每万人|平均|依托|发挥|办好|加强|深入|为)/

/** The last body with a name of its own in the paragraph before the sentence. */
export function lastNamedBody(figure: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
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
