import type { SourceDocument } from '../model/document.ts'
import type { Fact } from '../model/fact.ts'
import type { Finding } from '../model/finding.ts'
import type { Mention } from '../model/mention.ts'
import type { ReportProfile } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Paragraph, Sentence } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading.ts'
import { type Section, sectionAt } from '../text/sections.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { readAspect } from './aspects.ts'
import { type BasisReading, readBasis } from './bases.ts'
import { type Grown, readChangeOf } from './changeOf.ts'
import { readChange } from './changes.ts'
import { classifyNumerals, type Reading } from './classify.ts'
import { readConfidence } from './confidence.ts'
import { isOfDomain } from './countedNouns.ts'
import { type Figure, itemEnd, itemStart } from './figures.ts'
import { type IndicatorReading, PLAIN_COLUMN, readIndicator } from './indicators.ts'
import { findParts, followsWhole } from './parts.ts'
import { readPeriod } from './periods.ts'
import { NO_SCOPE, readScope, type ScopeReading } from './scopes.ts'
import { readStatus } from './statuses.ts'
import { readSubject, type Subject } from './subjects.ts'
import { headerWords, rowSubject } from './tableUnits.ts'

/** All that reading a report's figures needs; every part of it was read before. */
export interface ReportText {
  readonly document: SourceDocument
  readonly reading: ReadingText
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly chrome: (paragraph: Paragraph) => boolean
  readonly reports: readonly ReportProfile[]
}

const negate = (value: number | null): number | null => (value === null || value === 0 ? value : -value)

/** The figures of the text in order, each with its neighbours and the words around it. */
function placeFigures(text: ReportText, readings: readonly Reading[]): readonly Figure[] {
  const figures: Figure[] = []
  const source = text.reading.text
  let index = 0
  const quantities = readings.flatMap((reading) => (reading.quantity ? [reading.quantity] : []))
  let next = 0
  for (const paragraph of text.paragraphs) {
    for (const sentence of paragraph.sentences) {
      for (const clause of sentence.clauses) {
        let previous: Figure | null = null
        while (next < quantities.length && (quantities[next]?.start ?? 0) < clause.end) {
          const quantity = quantities[next]
          next++
          if (!quantity || quantity.start < clause.start) continue
          const following = quantities[next]
          const floor = previous ? Math.max(previous.quantity.end, clause.start) : clause.start
          const ceiling = Math.min(
            following && following.from < clause.end ? following.from : clause.end,
            paragraph.end,
          )
          const start = itemStart(source, quantity.from, floor)
          const end = itemEnd(source, quantity.end, ceiling)
          // 5大类10项审批事项: both figures are of the noun behind the second.
          const adjacent = following && following.from === quantity.end && following.from < clause.end
          const listEnd = /、[^，。；|]{0,40}等/.test(source.slice(end, ceiling)) ? ceiling : end
          const figure: Figure = {
            index: index++,
            quantity,
            text: source,
            paragraph,
            sentence,
            clause,
            section: sectionAt(text.sections, quantity.start),
            previous: previous ?? lastInSentence(figures, sentence),
            next: null,
            item: { start, end },
            before: source.slice(start, quantity.from),
            after:
              adjacent && following
                ? source.slice(following.end, itemEnd(source, following.end, clause.end))
                : source.slice(quantity.end, listEnd),
          }
          figures.push(figure)
          previous = figure
        }
      }
    }
  }
  return figures
}

function lastInSentence(figures: readonly Figure[], sentence: Sentence): Figure | null {
  const last = figures[figures.length - 1]
  return last && last.sentence === sentence ? last : null
}

/** Heads of rows that name a place or a period, not what is counted. */
const PLACE_OR_PERIOD =
  /^(?:(?!.*(?:下乡|进村))[\u4e00-\u9fff]{1,6}(?:[省市县区镇乡片州旗]|街道|社区|村)|合计|总计|小计|(?:19|20)\d{2}年?.*|[一二三四]季度|\d{1,2}月份?|[上下]半年|全年|总馆|.{0,6}分馆)$/

/** The subject that a cell's heads give: the row's, or the column's where the row is of a place or period. */
const headerSubject = (figure: Figure, rulebook: RuleBook): Subject | null => {
  const cell = figure.paragraph.cell
  if (!cell) return null
  const row = rowSubject(cell, rulebook.units)
  const column = headerWords(cell.columnHeaders[cell.columnHeaders.length - 1] ?? '')
  const words = PLACE_OR_PERIOD.test(row) && column && !PLAIN_COLUMN.test(column) ? column : row
  return words ? { words, phrase: words, side: 'carried', elided: true, rule: 'subject.rowHeader' } : null
}

/**
 * 演出12场、电影30场，观众分别达1.2万和0.8万人次: the reading of the figure that this one answers to, counted from the
 * ends of both lists; null where no 分别 or 依次 ties them.
 */
function respectiveFigure(figure: Figure, states: ReadonlyMap<number, FigureState>): IndicatorReading | null {
  let first = figure
  let place = 0
  const isListed = (one: Figure, before: Figure): boolean =>
    /^[ ]*(?:、|和|及|与|，)[ ]*(?:近|约|超)?$/.test(one.text.slice(before.quantity.end, one.quantity.from))
  while (first.previous && isListed(first, first.previous)) {
    first = first.previous
    place++
  }
  if (!/(?:分别|依次)[^，。；]{0,8}$/.test(figure.text.slice(first.clause.start, first.quantity.from))) return null
  let length = place + 1
  const tail = figure.text.slice(figure.quantity.end, figure.clause.end)
  length += (tail.match(/(?:、|和|及|与)[近约超]?\d/g) ?? []).length
  let back = first.previous
  for (let step = length - 1; step > place && back; step--) back = back.previous
  const state = back ? states.get(back.index) : undefined
  return state && back && back.quantity.dimension !== figure.quantity.dimension ? state.indicator : null
}

/** The nearest figure before in the sentence that counts in the same kind of unit and tells no change. */
function previousAlike(figure: Figure, factOf: ReadonlyMap<number, Fact>): Figure | null {
  for (let back = figure.previous; back; back = back.previous) {
    if (back.quantity.dimension === figure.quantity.dimension && factOf.get(back.index)?.aspect !== 'change')
      return back
  }
  return null
}

/** What later figures of the sentence take over from an earlier one. */
interface FigureState {
  readonly reachStart: number
  readonly indicator: IndicatorReading
  readonly basis: BasisReading
}

export interface ReadFigures {
  readonly facts: readonly Fact[]
  readonly mentions: readonly Mention[]
  readonly findings: readonly Finding[]
}

/** All facts and mentions of a report's text, with what was wrong with its numbers. */
export function extractFigures(text: ReportText, rulebook: RuleBook, segmenter: Segmenter): ReadFigures {
  const { document, reading } = text
  const source = document.source
  const { readings, findings } = classifyNumerals(text, rulebook, segmenter)
  const toMention = (span: Span): Span & { readonly quote: string } => {
    const { start, end } = reading.toSource(span)
    return { start, end, quote: source.slice(start, end) }
  }
  const times: Mention[] = readings
    .filter((item) => item.class === 'time')
    .map((item) => ({
      start: item.start,
      end: item.end,
      quote: reading.text.slice(item.start, item.end),
      class: 'time',
      rule: item.rule,
    }))
  const facts: Fact[] = []
  const inDomain = isOfDomain(reading.text, rulebook)
  const factOf = new Map<number, Fact>()
  const figures = placeFigures(text, readings)
  const states = new Map<number, FigureState>()
  let carried: Subject | null = null
  let carriedSentence: Sentence | null = null
  let lastScope: ScopeReading = NO_SCOPE
  let grown: Grown[] = []
  let sentenceScope: ScopeReading = NO_SCOPE
  let scopeParagraph: Paragraph | null = null
  let carriedCell: Paragraph | null = null
  for (const figure of figures) {
    const { quantity } = figure
    const report = reportAt(text.reports, reading.toSource(quantity).start)
    if (figure.sentence !== carriedSentence || (figure.paragraph.cell && figure.paragraph !== carriedCell))
      carried = headerSubject(figure, rulebook)
    if (figure.previous === null) grown = []
    carriedSentence = figure.sentence
    carriedCell = figure.paragraph
    let change = readChange(figure)
    const subject = readSubject(figure, carried, rulebook, segmenter, change !== null)
    const carriedBefore: Subject | null = carried
    if (subject.words && subject.side !== 'attribute') carried = subject
    const thisYear = /政府工作报告/.test(report.title) ? 1 : 0
    let status = readStatus(
      figure,
      report.kind,
      report.year,
      figure.previous ? (factOf.get(figure.previous.index)?.status ?? null) : null,
    )
    let period = readPeriod(figure, status.status, status.rule, times, {
      year: report.year,
      thisYear,
      kind: report.kind,
    })
    if (status.status === 'actual' && period.rule === 'year.this' && thisYear === 1 && period.offset === 1)
      status = { status: 'plan', rule: 'status.thisYear' }
    const levelBefore = figure.previous ? factOf.get(figure.previous.index) : undefined
    const sinceLevel = figure.previous ? reading.text.slice(figure.previous.quantity.end, quantity.from) : ''
    if (
      change !== null &&
      levelBefore &&
      levelBefore.aspect !== 'change' &&
      /^[，、（]?(?:比|较|同比|与)?[^，；。]{0,10}$/.test(sinceLevel)
    ) {
      status = { status: levelBefore.status, rule: 'status.ofLevel' }
      period = {
        year: levelBefore.year,
        offset: levelBefore.year_offset,
        asOf: levelBefore.as_of,
        rule: 'year.ofLevel',
      }
    }
    const topicFrom = Math.max(figure.paragraph.start, quantity.from - 400)
    const topicWords = reading.text.slice(topicFrom, quantity.from)
    const cell = figure.paragraph.cell
    const previousState = figure.previous ? states.get(figure.previous.index) : undefined
    // A bare noun goes on with the predicate of the figure before: 出版报纸249亿份，期刊18亿册.
    const sinceLast = figure.previous ? reading.text.slice(figure.previous.quantity.end, quantity.from) : ''
    const shares =
      subject.elided &&
      previousState !== undefined &&
      !/[；。]/.test(sinceLast) &&
      (figure.item.start > figure.clause.start || figure.clause !== figure.previous?.clause)
    const reachStart = shares && previousState ? previousState.reachStart : figure.clause.start
    const alike = previousAlike(figure, factOf)
    const alikeState = alike ? states.get(alike.index) : undefined
    const headings = [...figure.section.headings.slice(-1), ...(cell?.columnHeaders ?? [])].join(' ')
    const indicator = readIndicator(
      figure,
      subject,
      {
        topicWords: `${report.issuer}\n${headings}\n${topicWords}`,
        rowHeader: cell ? rowSubject(cell, rulebook.units) : '',
        columnHeader: headerWords(cell?.columnHeaders[cell.columnHeaders.length - 1] ?? ''),
        reachStart,
        previous: alikeState?.indicator ?? null,
        previousIsPart: figure.previous !== null && followsWhole(figure.previous),
        inDomain:
          inDomain ||
          (rulebook.domain?.has(`${headings}${reading.text.slice(figure.sentence.start, figure.sentence.end)}`) ??
            true),
        carried: carriedBefore,
        respective: respectiveFigure(figure, states),
      },
      rulebook,
    )
    if (
      change === null &&
      rulebook.indicators.get(indicator.code)?.aspect === 'stock' &&
      /(?:减少|降低)[^，。；、\d]{2,10}$/.test(figure.text.slice(figure.clause.start, quantity.from))
    )
      change = { kind: 'amount', sign: -1, rule: 'change.fallOfStock' }
    const own = readBasis(figure, shares ? (previousState?.basis ?? null) : null)
    // A change told right behind a level is of that level: 人均花费535元，增长3% is of an average.
    const follows =
      change !== null &&
      figure.previous !== null &&
      /^[，、（]?(?:比|较|同比|与|分别)?[^，；。]{0,10}$/.test(sinceLast) &&
      previousState !== undefined
    const basis = follows && own.rule === 'basis.total' && previousState ? previousState.basis : own
    // 每周开放不少于48小时: a lower bound for each of many is a norm, unless the text plans.
    if (
      status.rule === 'status.default' &&
      basis.basis === 'each' &&
      quantity.modifier === 'at_least' &&
      quantity.from < quantity.start
    ) {
      status = { status: 'rule', rule: 'status.eachAtLeast' }
      period = { year: null, offset: null, asOf: null, rule: 'year.none' }
    }
    states.set(figure.index, { reachStart, indicator, basis })
    const growth = change?.kind === 'growth'
    const ofIndicator = change ? readChangeOf(figure, subject, indicator.code, grown, rulebook) : null
    const code = growth ? 'rate.growth' : change ? 'change.amount' : indicator.code
    const aspect = readAspect(figure, code, change !== null, basis.basis === 'average', rulebook)
    const fresh = figure.previous === null
    if (fresh) {
      sentenceScope = figure.paragraph === scopeParagraph ? lastScope : NO_SCOPE
      scopeParagraph = figure.paragraph
    }
    const scope = readScope(
      figure,
      subject,
      {
        before: fresh ? null : lastScope,
        sentenceBefore: sentenceScope,
        issuer: report.issuer,
        statistics: report.kind === 'statistics',
      },
      rulebook,
      segmenter,
    )
    lastScope = scope
    const sign = change?.sign ?? 1
    const { start, end, quote } = toMention(quantity)
    const sentence = toMention(figure.sentence).quote.trim()
    const bounds = sign === -1 ? fall(quantity) : { value: quantity.value, min: quantity.min, max: quantity.max }
    const rules = [
      ...quantity.rules,
      subject.rule,
      ...(change ? [change.rule] : []),
      ...indicator.rules,
      basis.rule,
      aspect.rule,
      status.rule,
      period.rule,
      scope.rule,
    ]
    const fact: Fact = {
      id: `${document.id}:${start}-${end}`,
      document: document.id,
      part: report.part,
      page: document.blocks[figure.paragraph.block]?.page ?? null,
      block: figure.paragraph.block,
      start,
      end,
      quote,
      sentence,
      ...bounds,
      resolution: quantity.resolution,
      unit: quantity.unit,
      modifier: quantity.modifier,
      status: status.status,
      basis: basis.basis,
      aspect: aspect.aspect,
      indicator: code,
      of: ofIndicator,
      subject: subject.words,
      scope: scope.scope,
      year: period.year,
      year_offset: period.offset,
      as_of: period.asOf,
      part_of: null,
      confidence: readConfidence({ quantity, subject, indicator, status, period }),
      rules: [...new Set(rules)],
    }
    facts.push(fact)
    grown.push({ figure, code: ofIndicator ?? code, isChange: change !== null })
    factOf.set(figure.index, fact)
  }
  const wholes = wholesOf(figures, factOf, facts)
  const complete = facts.map((fact) => ({ ...fact, part_of: wholes.get(fact.id) ?? null }))
  const mentions: Mention[] = []
  const bySpan = new Map(complete.map((fact) => [fact.start, fact]))
  for (const item of readings) {
    const { start, end, quote } = toMention(item)
    const fact = item.class === 'fact' ? bySpan.get(start) : undefined
    mentions.push({ start, end, quote, class: item.class, rule: item.rule, ...(fact ? { fact: fact.id } : {}) })
  }
  return { facts: complete, mentions: mentions.sort((a, b) => a.start - b.start || a.end - b.end), findings }
}

/** The wholes of all parts, sentence by sentence. */
function wholesOf(
  figures: readonly Figure[],
  factOf: ReadonlyMap<number, Fact>,
  facts: readonly Fact[],
): ReadonlyMap<string, string> {
  const wholes = new Map<string, string>()
  for (let from = 0; from < figures.length; ) {
    const sentence = figures[from]?.sentence
    let to = from
    while (to < figures.length && figures[to]?.sentence === sentence) to++
    const before = facts
      .slice(Math.max(0, from - 12), from)
      .map((fact) => ({ ...fact, part_of: wholes.get(fact.id) ?? null }))
    for (const [part, whole] of findParts(figures.slice(from, to), factOf, before)) wholes.set(part, whole)
    from = to
  }
  return wholes
}

/** A fall has its bounds mirrored: 下降超过5% → at most −5. */
function fall(quantity: { value: number | null; min: number | null; max: number | null; modifier: Fact['modifier'] }): {
  value: number | null
  min: number | null
  max: number | null
} {
  const { value, min, max } = quantity
  if (quantity.modifier === 'exact') return { value: negate(value), min: negate(min), max: negate(max) }
  return { value: negate(value), min: negate(max), max: negate(min) }
}

function reportAt(reports: readonly ReportProfile[], at: number): ReportProfile {
  const found = reports.find((report) => report.start <= at && at < report.end) ?? reports[reports.length - 1]
  if (!found) throw new Error('a document without a report profile')
  return found
}
