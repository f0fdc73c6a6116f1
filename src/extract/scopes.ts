import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'
import type { Subject } from './subjects.ts'
import { headerWords } from './tableUnits.ts'

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
}

/** Words that open a clause in front of its subject: times, links. */
const OPENING =
  /^(?:[，；：。\s]|全年|今年以来|今年|目前|年末|其中|同时|此外|截至[^，]{0,12}，|据统计，|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])+/
/** Words that bring the reporting body itself back. */
const WHOLE = /^(?:全[市县区省国镇街馆]|我[市县区省局馆街镇]|各(?!地)|城乡)/
/** 园区, 该馆, 本届: the sentence goes on with what the one before was about. */
const PRONOUN =
  /^(?:目前，|到[^，]{2,8}，|今年，|[\d_xX]{4}年，)?(?:园区|该[馆园区站院团项]|馆内|馆藏|全馆|全园|本届|此次|本次|景区|剧院|该项目|项目整体|新馆|活动期间)/
const LIST_MARK = /[、和与及等]/

/** What follows a body that is itself counted: links and a number, or nothing. */
const COUNTED =
  /^(?:达到|达|共有|共|有|增至|增加到|累计|总数|数量|数|新增|建设|提升工程|工程|项目|为|约|近|超过|超|由|从)*(?:[\d一二三四五六七八九十两百千]|$)/

/** A name without the label before it and without a quotation mark that has no partner. */
function cleanName(words: string): string {
  const name = words.replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/, '')
  return name.includes('“') && !name.includes('”') ? name.replace(/“/g, '') : name
}

/** The body that the clause is about: named at its head, with more behind it than a number. */
function bodyOfClause(words: string, rulebook: RuleBook, segmenter: Segmenter): string {
  const head = words.replace(OPENING, '')
  const offset = words.length - head.length
  const limit = Math.min(words.length, offset + 34)
  let found = ''
  for (let at = offset; at < limit; at++) {
    const [match] = rulebook.bodies.at(words, at)
    if (!match) continue
    const next = words.charAt(match.end)
    const lead = words.slice(offset, match.end)
    // A list of bodies, or the very thing counted (图书馆4个, 文化站中有4个), is nobody's figure.
    if (next === '' || LIST_MARK.test(next) || LIST_MARK.test(lead) || /\d/.test(lead)) return found
    if (/[，；。]/.test(lead)) return found
    if (COUNTED.test(words.slice(match.end))) return found
    const name = cleanName(trailingNoun(lead, segmenter, rulebook).words)
    if (name.length >= 2) found = name
    at = match.end - 1
  }
  return found
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
    if (!match) continue
    const name = trailingNoun(words.slice(Math.max(0, match.end - 24), match.end), segmenter, rulebook).words.replace(
      VERB_LEAD,
      '',
    )
    if (name.length >= match.form.length + 2 && /[\u4e00-\u9fff]$/.test(name)) return name
  }
  return ''
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
  const cell = figure.paragraph.cell
  if (cell) {
    const head = headerWords(cell.rowHeaders[0] ?? '')
    const own = bodyOfClause(clauseWords, rulebook, segmenter)
    if (own) return scoped(own, 'scope.named')
    const body = bodyOfClause(head, rulebook, segmenter)
    if (body && body.length < head.length) return scoped(body, 'scope.rowHead')
    if (/^[\u4e00-\u9fff]{1,5}(?:[市县区镇乡片]|街道|社区|村)$/.test(head)) return scoped(head, 'scope.rowHead')
    return NO_SCOPE
  }
  const opening = clauseWords.replace(OPENING, '')
  const sentenceHead = text.slice(sentence.start, quantity.from).trimStart()
  const named = bodyOfClause(clauseWords, rulebook, segmenter)
  if (named && NAMELESS.test(named)) {
    const meant = lastNamedBody(figure, rulebook, segmenter)
    return meant ? scoped(meant, 'scope.pronoun') : NO_SCOPE
  }
  if (named && !VERB_LEAD.test(named)) return scoped(named, 'scope.named')
  if (subject.rule === 'subject.attribute' && /^[\u4e00-\u9fff]{1,5}[市县区镇乡州旗]$/.test(figure.before.trim())) {
    return { ...(context.before ?? NO_SCOPE), scope: figure.before.trim(), rule: 'scope.place' }
  }
  const isCount = quantity.dimension === 'item' || quantity.dimension === 'place'
  const countsBody = isCount && rulebook.bodies.endingAt(subject.words, subject.words.length).length > 0
  // 67家博物馆延时开放，接待观众84.9万人次; in a bulletin 共有公共图书馆3248个，总流通…: what was counted has the figures that follow.
  const standing =
    countsBody &&
    (context.statistics || subject.side === 'after') &&
    !VERB_LEAD.test(opening.replace(/^(?:全[国省市县]|年末|共有|现有)+/, ''))
  const carries = standing ? subject.words : ''
  if (context.before) {
    const { carries: carried } = context.before
    const since = text.slice(figure.previous?.quantity.end ?? sentence.start, quantity.from)
    const broken =
      WHOLE.test(opening) || isCount || (!context.statistics && /[；]/.test(since)) || /；全[年国省市县]/.test(since)
    if (carried && (!broken || (context.before.scope !== '' && !WHOLE.test(opening) && !/；/.test(since))))
      return scoped(carried, 'scope.carried')
    if (
      carried &&
      context.statistics &&
      context.before.scope !== '' &&
      !WHOLE.test(opening) &&
      !/；全[年国省市县]/.test(since)
    )
      return scoped(carried, 'scope.carried')
  } else if (context.sentenceBefore?.carries) {
    if (PRONOUN.test(sentenceHead)) return scoped(context.sentenceBefore.carries, 'scope.pronoun')
    if (context.statistics && !isCount && !WHOLE.test(opening) && subject.side === 'before')
      return scoped(context.sentenceBefore.carries, 'scope.bulletin')
  }
  return { scope: '', rule: 'scope.own', carries }
}
