import type { Mention } from '../model/mention.ts'
import type { ReportProfile } from '../model/report.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Section } from '../text/sections.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { readAspect } from './aspects.ts'
import { type BasisReading, readBasis } from './bases.ts'
import { type Grown, readChangeOf, sameUnit } from './changeOf.ts'
import { type Change, readChange, readFallOfStock } from './changes.ts'
import type { Figure } from './figures.ts'
import { hasOtherBase } from './growthBases.ts'
import { readIndicator } from './indicators.ts'
import type { FigureReading, Memory } from './memory.ts'
import { followsWhole } from './parts.ts'
import type { Period } from './periods.ts'
import { respectiveReading, respectiveSubject, subjectOfRate } from './respectiveFigures.ts'
import type { ScopeReading } from './scopeReading.ts'
import { readScope } from './scopes.ts'
import { shareSubject } from './shares.ts'
import { levelBehind, readStatusAndPeriod } from './statusAndPeriod.ts'
import type { StatusReading } from './statuses.ts'
import { readSubject, type Subject } from './subjects.ts'
import { completeSubject } from './subjectsCompleted.ts'
import { objectOfDeed } from './subjectsOfDeeds.ts'
import { headerWords, rowSubject } from './tableUnits.ts'

/** What is the same for all figures of a report. */
export interface ReportContext {
  readonly report: ReportProfile
  /** Mentions of times in the reading text. */
  readonly times: readonly Mention[]
  /** Whether the text as a whole is of the catalogue's subject. */
  readonly inDomain: boolean
  readonly rulebook: RuleBook
  readonly segmenter: Segmenter
}

const isRate = ({ quantity }: Figure, told: Change | null): boolean =>
  told !== null || quantity.dimension === 'ratio' || quantity.dimension === 'point'

/** The nearest reading before in the sentence that counts in the same kind of unit and tells no change. */
function lastAlike(figure: Figure, sentence: readonly FigureReading[]): FigureReading | null {
  const { dimension, unit } = figure.quantity
  let alike: FigureReading | null = null
  for (let index = sentence.length - 1; index >= 0; index--) {
    const reading = sentence[index]
    if (!reading || reading.change !== null || reading.figure.quantity.dimension !== dimension) continue
    // 电子阅览室112个，终端1792台；村级1358个: of the same unit, where there is one.
    if (reading.figure.quantity.unit === unit) return reading
    alike ??= reading
  }
  return alike
}

/** 游客和收入分别恢复到2019年的118%、121%: each share is of the noun at its place. */
const respectiveShare = (figure: Figure): Subject | null =>
  figure.quantity.dimension === 'ratio' ? respectiveSubject(figure) : null

/** What the figure before of the same unit counts; persons, times and volumes have several words for one unit. */
const sameThing = ({ quantity }: Figure, alike: FigureReading | null): Subject | null =>
  alike?.figure.quantity.unit === quantity.unit || /^(?:session|book|visit|person)$/.test(quantity.dimension ?? '')
    ? (alike?.subject ?? null)
    : null

/** Whether the figure before is an average in the same unit. */
const isAverageBefore = (figure: Figure, last: FigureReading): boolean =>
  last.basis.basis === 'average' && last.figure.quantity.unit === figure.quantity.unit

/** 人均藏书0.6册，低于全国0.7册的水平: the same average of another place. */
const isLevelElsewhere = (figure: Figure, last: FigureReading): boolean =>
  isAverageBefore(figure, last) &&
  (/^的?(?:平均)?水平|^有?(?:明显|显著|较大)?(?:提高|增加|上升|下降|减少)/.test(figure.after) ||
    /平均(?:数|水平|值)$/.test(figure.before))

/** 人均经费9元，不到全省平均水平的一半: a share of the average of another place tells of the same thing. */
const isShareOfAverage = (figure: Figure): boolean =>
  figure.quantity.dimension === 'ratio' && /平均(?:数|水平|值)的$/.test(figure.before)

/** 阅读量过1万的文章: what is counted stands before the number, what the number picks out behind it. */
function thresholdSubject(figure: Figure): Subject | null {
  if (!figure.quantity.rules.includes('quantity.impliedUnit') || !/^的[\u3400-\u9fff]/.test(figure.after)) return null
  const words = /[\u3400-\u9fff]{1,4}[量率数](?=[^，。；、]{0,2}$)/.exec(figure.before)?.[0]
  return words ? { words, phrase: words, side: 'before', elided: false, rule: 'subject.nounBeforeNumber' } : null
}

/** The subject of a figure that is told beside another one: a level passed (百万大关), the same average elsewhere, a threshold. */
function subjectOfLevel(figure: Figure, last: FigureReading | undefined, alike: FigureReading | null): Subject | null {
  const passed =
    alike?.figure.quantity.unit === figure.quantity.unit &&
    /^(?:大关|门槛|关口|大?台阶)/.test(figure.after) &&
    /^(?:累计|首次|历史性地?|一举|已|成功|再次|[，、]|全年|首度)*(?:突破|超过?|跨越|跨过|迈[上过]|达到?|站上)?$/.test(
      figure.before,
    )
  const sameAs = passed ? alike : last && (isLevelElsewhere(figure, last) || isShareOfAverage(figure)) ? last : null
  return sameAs ? { ...sameAs.subject, side: 'carried', rule: 'subject.carriedOver' } : thresholdSubject(figure)
}

/** Whether a lower bound for each of many (每周开放不少于48小时) stands where nothing is planned: a norm. */
const isNorm = (figure: Figure, status: StatusReading, basis: BasisReading): boolean =>
  status.rule === 'status.default' &&
  basis.basis === 'each' &&
  (figure.quantity.modifier === 'at_least' || figure.quantity.modifier === 'at_most') &&
  (figure.quantity.from < figure.quantity.start ||
    /(?:至少|最少|最多|至多)[\u3400-\u9fff]{1,7}$/.test(figure.before)) &&
  !/[均都]$|做到了|实现了|达到了|确保了|坚持|(?:[均都已]|全部)(?:建有|建成|建起|设有|配有|拥有|达到)/.test(
    figure.before,
  )

/** 人均补助150元（去年只有80元）: the same thing a year before. */
const isLevelInBracket = ({ text, previous, quantity }: Figure): boolean =>
  previous !== null &&
  previous.quantity.unit === quantity.unit &&
  /^（(?:去年|上年|上一?年度|前年|(?:19|20)\d\d年)(?:同期)?(?:只有|仅有|仅为|只|仅|为|是|有)?$/.test(
    text.slice(previous.quantity.end, quantity.from),
  )

/** Reads what a figure means: each question to its own rules, in the order in which answers need each other. */
export function readFigure(figure: Figure, memory: Memory, context: ReportContext): FigureReading {
  const { report, rulebook, segmenter } = context
  const { text, quantity } = figure
  const last = memory.sentence[memory.sentence.length - 1]
  const told = readChange(figure, last?.told ?? null)
  const alike = lastAlike(figure, memory.sentence)
  // 由8万册增加到12万册: the second number is of what the first is of.
  const same = figure.movement === 'to' || isLevelInBracket(figure)
  const start = same && last?.figure === figure.previous ? last : null
  // 接待92万人次，外借54万册次，“85万人次、50万册次”两个目标: each goes on with what was counted in its unit.
  const changed =
    told !== null && sameUnit(quantity) && alike?.figure.quantity.unit === quantity.unit ? alike.subject : null
  const inTurn =
    changed !== null &&
    /分别|各自/.test(
      figure.before + (figure.previous?.clause === figure.clause ? text.slice(figure.clause.start, quantity.from) : ''),
    )
  const carried = inTurn
    ? subjectOfRate(figure, memory.sentence, changed)
    : isRate(figure, told)
      ? (changed ?? subjectOfRate(figure, memory.sentence, memory.subject))
      : alike?.figure.quantity.unit === quantity.unit
        ? alike.subject
        : memory.subject
  const subject =
    start?.subject ??
    subjectOfLevel(figure, last, alike) ??
    (told === null
      ? (shareSubject(figure, last?.subject ?? null, rulebook, segmenter) ??
        respectiveShare(figure) ??
        objectOfDeed(figure, last?.subject ?? null, sameThing(figure, alike), rulebook, segmenter))
      : respectiveSubject(figure)) ??
    readSubject(figure, carried, rulebook, segmenter, told !== null)
  const dated = readStatusAndPeriod(figure, told, memory, context)

  const since = figure.previous ? text.slice(figure.previous.quantity.end, quantity.from) : ''
  // A bare noun goes on with the predicate of the figure before: 出版报纸249亿份，期刊18亿册.
  const shares =
    subject.elided &&
    last !== undefined &&
    !/[；。]/.test(since) &&
    (figure.item.start > figure.clause.start || figure.clause !== figure.previous?.clause)
  const reachStart =
    subject.rule === 'subject.ofDeed' && subject.side === 'before'
      ? text.lastIndexOf(subject.phrase, figure.clause.start)
      : shares && last
        ? last.reachStart
        : figure.clause.start

  const cell = figure.paragraph.cell
  const indicator =
    start?.indicator ??
    readIndicator(
      figure,
      subject,
      {
        topicWords: topicWordsOf(figure, report.issuer),
        rowHeader: cell ? rowSubject(cell, rulebook.units) : '',
        columnHeader: headerWords(cell?.columnHeaders[cell.columnHeaders.length - 1] ?? ''),
        reachStart,
        previous: alike?.indicator ?? null,
        previousUnit: alike?.figure.quantity.unit ?? '',
        told: memory.sentence.slice(-8).map((one) => ({ end: one.figure.quantity.end, code: one.code })),
        before: last?.change === null ? last.indicator : null,
        previousSubject: alike?.subject.words ?? '',
        issuer: report.issuer,
        previousIsPart: figure.previous !== null && followsWhole(figure.previous),
        inDomain: memory.inDomain || isUnderDomain(figure, rulebook),
        carried: memory.subject,
        respective: respectiveReading(figure, memory.sentence),
      },
      rulebook,
    )
  const change = told ?? readFallOfStock(figure, indicator.code, rulebook)
  const own =
    start?.basis ??
    readBasis(
      figure,
      shares && last ? last.basis : null,
      last ? { basis: last.basis, isNorm: dated.status.status === 'rule' } : null,
      dated.status.status === 'rule' && quantity.modifier === 'at_least',
    )
  const level = levelBehind(figure, change, last)
  const against =
    last !== undefined && isAverageBefore(figure, last) && (change !== null || isLevelElsewhere(figure, last))
  // 平均演出百场，文化经费增长一成: what has a noun of its own, behind a comma, shares no basis.
  const basis =
    level && (subject.elided || !since.includes('，')) && own.rule === 'basis.total'
      ? level.basis
      : against && last
        ? last.basis
        : own
  const norm = isNorm(figure, dated.status, basis)
  const status: StatusReading = norm ? { status: 'rule', rule: 'status.eachAtLeast' } : dated.status
  const period: Period = norm ? { year: null, offset: null, asOf: null, rule: 'year.none' } : dated.period
  const of = change
    ? readChangeOf(figure, subject, indicator.code, memory.sentence.map(toGrown), memory.inDomain, rulebook)
    : null
  const code = change === null ? indicator.code : change.kind === 'growth' ? 'rate.growth' : 'change.amount'
  const aspect = readAspect(
    figure,
    reachStart,
    code,
    change !== null,
    basis.basis === 'average',
    subject.words,
    rulebook,
  )
  const ownScope = readScope(
    figure,
    subject,
    {
      before: last?.scope ?? null,
      sentenceBefore: memory.scopeBefore,
      issuer: report.issuer,
      title: report.title,
      region: report.region,
      statistics: report.kind === 'statistics',
      ruled: report.kind === 'rules' && status.status === 'rule',
      code,
    },
    rulebook,
    segmenter,
  )
  const otherBase = change !== null && hasOtherBase(figure, period.year)
  const elsewhere = change === null && indicator.rules[0] === 'indicator.ofLevel' ? wholeNamed(figure) : null
  // 产值86亿元，占全市的12%，比上年提高0.3个百分点: whose the figure is goes on with the thing.
  const goesOn =
    last !== undefined &&
    subject.rule === 'subject.carriedOver' &&
    subject.words === last.subject.words &&
    ownScope.scope === '' &&
    (change !== null || quantity.dimension === 'ratio') &&
    /^[，、（]/.test(since)
  const scope: ScopeReading = elsewhere ?? (goesOn ? { ...last.scope, rule: 'scope.carried' } : ownScope)
  return {
    figure,
    subject: told === null ? completeSubject(figure, subject, memory.sentence, rulebook, segmenter) : subject,
    told,
    change,
    otherBase,
    indicator,
    code,
    of,
    basis,
    aspect,
    status,
    period,
    scope,
    reachStart,
  }
}

const toGrown = ({ figure, of, code, change }: FigureReading): Grown => ({
  figure,
  code: of ?? code,
  isChange: change !== null,
})

/** 低于全省1.12册的平均水平: the level is of the whole that is named. */
function wholeNamed(figure: Figure): ScopeReading | null {
  const whole = /全[国省市县区州]/.exec(figure.before)?.[0]
  return whole ? { scope: whole, rule: 'scope.named', carries: '' } : null
}

/** A bureau of culture and tourism is of neither alone: its name is no topic. */
const OF_EVERYTHING = /文[\u4e00-\u9fff]{0,8}旅[\u4e00-\u9fff]{0,6}?(?:局|厅|委员会|委|工作)/g

/** How far back a topic is looked for, in characters. */
const TOPIC_REACH = 400

const headingsOf = ({ section, paragraph }: Figure): string =>
  [...section.headings.slice(-1), ...(paragraph.cell?.columnHeaders ?? [])].join(' ')

/** By section, whose figures outside tables all have the same headings. */
const domainHeads = new WeakMap<Section, boolean>()

/** Whether the headings above a figure are of the catalogue's subject. */
function isUnderDomain(figure: Figure, { domain }: RuleBook): boolean {
  if (domain === null) return true
  const { section, paragraph } = figure
  const known = paragraph.cell ? undefined : domainHeads.get(section)
  if (known !== undefined) return known
  const is = domain.has(headingsOf(figure))
  if (!paragraph.cell) domainHeads.set(section, is)
  return is
}

interface TopicHead {
  readonly issuer: string
  readonly words: string
}

/** By section, whose figures outside tables all have the same. */
const topicHeads = new WeakMap<Section, TopicHead>()

function topicHeadOf(figure: Figure, issuer: string): string {
  const { section, paragraph } = figure
  const known = paragraph.cell ? undefined : topicHeads.get(section)
  if (known?.issuer === issuer) return known.words
  const words = `${issuer}\n${headingsOf(figure)}`.replace(OF_EVERYTHING, '')
  if (!paragraph.cell) topicHeads.set(section, { issuer, words })
  return words
}

function topicWordsOf(figure: Figure, issuer: string): string {
  const { text, paragraph, quantity } = figure
  const nearby = text.slice(Math.max(paragraph.start, quantity.from - TOPIC_REACH), quantity.from)
  return `${topicHeadOf(figure, issuer)}\n${nearby}`
}
