import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'
import type { Subject } from './subjects.ts'

/** What is asked of the figures before in the sentence. */
interface Told {
  readonly figure: Figure
  readonly subject: Subject
}

/** Deeds that name nothing by themselves: 放映395场, 参与6.4万人次, 开讲24期. */
const DEED =
  /(?:放映|(?<=共|来|已)演|完成|核销|使用|发放|观看|收看|参与|参加|举办|举行|开展|开讲|开班|开课|采用|播发|用稿|借出|改造|安装|办理|兑现|任务|跑|多演|超额完成|完成任务)(?:了|过|的)?$/
/** What may stand beside such a deed. */
const BESIDE_DEED =
  /^(?:全年|年内|今年|上半年|共|累计|已经?|实际|来|线上线下|线上|线下|现场|一年下来|每[周月天年](?:[一二三四五六日末]|至少)?|春秋两季|截至[^，。；]{2,10}|陆续|先后|能正常|又|还|再|先后)*$/
/** Words of time and comparison, which name nothing that is counted: 去年同期60册, 不足上年的七成. */
const NO_THING =
  /^(?:[去上前今本当]年|[去上]年同期|同期|当[天日]|单日|单日最|最[高低大小多少]|[上下]?半年|开馆日|日均接待|年均|月均|仅为.*|不足[去上]年|[较比][去上]年.*|(?:国家|上级)?规定(?:标准)?|标准|要求|目标|(?:实际需要)?相?差|超额完成|完成年度|年度|总和|.*平均水平)$/
/** Rates and sizes of something that stands before: 覆盖率100%, 面积380平方米. */
const DEPENDENT =
  /^(?:行政村|村级|乡镇|年度|基本)?(?:覆盖率|完成率|达标率|使用率|合格率|普及率|满意率|建成率|建站率|开放率|执行率|利用率|办结率|上座率|培训面|单个面积|平均面积|(?:日均)?参与度)$/
const SCORED = /^(?:可|各|再|就|则)*(?:得|扣|加|减|计|记|扣减|加计)$/
const MEDIA_LEAD =
  /^(?:在)?(?:[省市县区]|中央|国家)级(?:及?以上)?(?:主流|新闻|重点|各类)*媒体(?=[\u4e00-\u9fff]*(?:发稿|用稿|刊发|采用|稿))/
const MOST = 24

/**
 * The subject with a name that tells something by itself: a deed, a rate, a score or a word of comparison is of what the
 * sentence counted before, or of what the clause names before it; a number in a bracket is of the noun before that.
 */
export function completeSubject(
  figure: Figure,
  subject: Subject,
  told: readonly Told[],
  rulebook: RuleBook,
  segmenter: Segmenter,
): Subject {
  const named = (words: string, rule = 'subject.completed'): Subject => ({
    ...subject,
    words: words.slice(0, MOST),
    rule,
  })
  const { words } = subject
  const bracketed =
    words === '' || subject.rule === 'subject.carriedOver' ? nounBeforeBracket(figure, segmenter, rulebook) : ''
  if (bracketed !== '') return named(bracketed, 'subject.beforeBracket')
  if (figure.quantity.dimension === 'score' || SCORED.test(words)) {
    const scored = SCORED.test(words) || words === '' ? whatIsScored(figure, told, rulebook, segmenter) : ''
    return scored === '' ? subject : named(scored, 'subject.scored')
  }
  if (words === '' || subject.side === 'after') return subject
  const bare = words
    .replace(MEDIA_LEAD, '')
    .replace(/^(?:刊发|播发|采用|刊播|发布|推送)(?=(?:各类)?(?:稿件|信息|新闻|报道|文章))/, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})等(?:各类|文体)?$/, '')
  if (bare !== words) return { ...subject, words: bare }
  const last = told.at(-1)
  const alike = lastOf(told, (one) => one.figure.quantity.unit === figure.quantity.unit)
  if (NO_THING.test(words)) {
    const of = (alike ?? last)?.subject.words ?? ''
    return of === '' || NO_THING.test(of) ? subject : named(of)
  }
  if (DEPENDENT.test(words)) {
    const of = last !== undefined && isNear(figure, last.figure) ? last.subject.words : ''
    return of === '' || /率$|面积$/.test(of) || words.startsWith(of) || subject.rule === 'subject.carriedOver'
      ? subject
      : named(of + words)
  }
  if (subject.rule === 'subject.carriedOver' || subject.rule === 'subject.ofDeed') return subject
  const deed = DEED.exec(words)
  if (deed === null || !BESIDE_DEED.test(words.slice(0, deed.index))) return subject
  return completeDeed(figure, subject, deed[0], { told, alike, named, rulebook })
}

const lastOf = (told: readonly Told[], fits: (one: Told) => boolean): Told | undefined => {
  for (let at = told.length - 1; at >= 0; at--) {
    const one = told[at]
    if (one && fits(one) && one.subject.words !== '') return one
  }
  return undefined
}

const isNear = (figure: Figure, before: Figure): boolean =>
  !/[；。：]/.test(figure.text.slice(before.quantity.end, figure.quantity.from))

/** 农村公益电影按月放映192场, 计划放映744场，已放映395场, 线上活动26场，参与6.4万人次: what the deed was done to, or was part of. */
function completeDeed(
  figure: Figure,
  subject: Subject,
  deed: string,
  {
    told,
    alike,
    named,
    rulebook,
  }: {
    readonly told: readonly Told[]
    readonly alike: Told | undefined
    readonly named: (words: string) => Subject
    readonly rulebook: RuleBook
  },
): Subject {
  const before = figure.before.trim()
  const rest = before.slice(0, Math.max(0, before.lastIndexOf(deed)))
  const quoted = /“[^”]{2,16}”[\u4e00-\u9fff]{0,4}?(?=$|每|全年|春|共|已|开|累)/.exec(rest)?.[0]
  if (quoted !== undefined && figure.quantity.dimension === 'session') return named(quoted)
  const dimension = figure.quantity.dimension
  const form = rulebook.counted
    .find(rest)
    .find((match) => match.form.length >= 3 && dimension !== null && match.row.dimensions.includes(dimension))
  if (form !== undefined)
    return named(
      rest
        .slice(0, form.end)
        .replace(/^(?:全[国省市县区镇]|全年)/, '')
        .slice(-14),
    )
  if (/参与|参加|观看|收看/.test(deed)) {
    const event = lastOf(told, (one) => one.figure.quantity.dimension === 'session')
    const attends = figure.quantity.dimension === 'visit' || figure.quantity.dimension === 'person'
    return attends && event && isNear(figure, event.figure) ? named(event.subject.words + subject.words) : subject
  }
  return alike ? named(alike.subject.words) : subject
}

/** 购书（1.3万元）, LED大屏1块（12平方米）: the noun before the bracket that holds nothing but the number; '' elsewhere. */
function nounBeforeBracket(
  { text, quantity, clause, previous }: Figure,
  segmenter: Segmenter,
  rulebook: RuleBook,
): string {
  const open = text.slice(0, quantity.from).trimEnd().length - 1
  if (text.charAt(open) !== '（' || !/^[^，。；（]{0,2}）/.test(text.slice(quantity.end, quantity.end + 4))) return ''
  let end = open
  if (previous && previous.quantity.end === open) end = previous.quantity.from
  const words = /[^，。；：、（）\s]{2,}$/.exec(text.slice(clause.start, end))?.[0] ?? ''
  // 58.7元，较全国人均（66.5元）: what is compared is no other thing.
  if (/^[较比同与低高]/.test(words)) return ''
  const noun = trailingNoun(words, segmenter, rulebook).words
  return (noun.length >= 2 ? noun : words.replace(/^.*(?:在|于|为|是|和|及)/, '')).slice(-14)
}

/** 藏书2000册以上，得6分: what the points are for, which the sentence counted or the clause before names; '' where neither is. */
function whatIsScored(figure: Figure, told: readonly Told[], rulebook: RuleBook, segmenter: Segmenter): string {
  const counted = lastOf(
    told,
    (one) => one.figure.quantity.dimension !== 'score' && !/^每[少多缺]/.test(one.subject.words),
  )
  if (counted !== undefined && !SCORED.test(counted.subject.words)) return counted.subject.words
  const { text, sentence, clause, quantity } = figure
  const own = text.slice(clause.start, quantity.from).replace(/(?:的|，|分别|每[项次个])*(?:得|扣|加|减|计|记)$/, '')
  const lead = own.trim() === '' ? text.slice(sentence.start, clause.start).replace(/[，；：\s]+$/, '') : own
  const words = lead.slice(lead.search(/[^，；：。]*$/))
  const noun = trailingNoun(words, segmenter, rulebook).words
  return noun.length >= 2 ? noun.slice(-14) : (/“[^”]{2,16}”/.exec(words)?.[0] ?? '')
}
