import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Aspect, Basis, Fact, Modifier, Status } from '../model/fact.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { normalizeCharacters } from '../text/normalize.ts'
import { type FigureWords, rowSentence, statusWord } from './rowSentences.ts'
import { CHANGE_WITHOUT_NOUN, RULE_SENTENCES, type RuleSentence } from './ruleSentences.ts'

export type ExplainLanguage = 'zh' | 'en'
type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<ExplainLanguage, string>>>>

const MODIFIER: Words<Modifier> = {
  exact: { zh: '准确数', en: 'exactly' },
  about: { zh: '约数', en: 'about' },
  over: { zh: '超过', en: 'over' },
  under: { zh: '不到', en: 'under' },
  at_least: { zh: '至少', en: 'at least' },
  at_most: { zh: '至多', en: 'at most' },
  range: { zh: '区间', en: 'a range' },
  several: { zh: '概数', en: 'a vague number' },
  masked: { zh: '有遮盖的数', en: 'a masked number' },
}
const STATUS: Words<Status> = {
  actual: { zh: '实际', en: 'reached' },
  plan: { zh: '计划', en: 'planned' },
  rule: { zh: '规定', en: 'required by a rule' },
}
const BASIS: Words<Basis> = {
  total: { zh: '总数', en: 'a total' },
  each: { zh: '每个的数', en: 'of each one' },
  average: { zh: '平均数', en: 'an average' },
}
const ASPECT: Words<Aspect> = {
  flow: { zh: '一段时间内发生的', en: 'happened within a period' },
  stock: { zh: '某一时点现存的', en: 'stands at a moment' },
  rate: { zh: '比率', en: 'a rate' },
  change: { zh: '增减', en: 'a change' },
}

/** How far back topics are looked for, in characters. */
const TOPIC_REACH = 400
/** A line longer than this is no heading. */
const LONGEST_HEADING = 60

/**
 * Sentences that tell a reader who does not program what a figure was read as, which words decided, in the order of
 * the fact's rules, and how sure the reading is. `rulebook` must be the one that the fact was read by.
 */
export function explainFact(
  extraction: Extraction,
  document: SourceDocument,
  fact: Fact,
  rulebook: RuleBook,
  language: ExplainLanguage,
): string[] {
  const words = wordsAround(document, fact)
  return [
    tellNumber(fact, language),
    tellMeaning(fact, rulebook, language),
    tellYear(extraction, fact, language),
    ...tellTotal(extraction, fact, language),
    ...fact.rules.map((id, index) => `${index + 1}. ${tellRule(id, fact, words, rulebook, language)}`),
    tellConfidence(fact.confidence, language),
  ]
}

/** The words of the source around a figure, in the characters that the rules read. */
function wordsAround(document: SourceDocument, fact: Fact): FigureWords {
  const source = normalizeCharacters(document.source)
  const found = document.source.lastIndexOf(fact.sentence, fact.start)
  const start = found >= 0 && found + fact.sentence.length >= fact.end ? found : fact.start
  const end = start === fact.start ? fact.end : start + fact.sentence.length
  return {
    before: source.slice(start, fact.start),
    quote: source.slice(fact.start, fact.end),
    after: source.slice(fact.end, end),
    earlier: source.slice(Math.max(0, start - TOPIC_REACH), start),
    heads: headsOf(document, fact).map(normalizeCharacters),
    subject: normalizeCharacters(fact.subject),
  }
}

/** Headings above a figure from the top of the document, then the heads of its table cell. */
function headsOf(document: SourceDocument, fact: Fact): readonly string[] {
  const headings = document.blocks
    .filter((block) => block.start < fact.start && block.cell === null && block.end - block.start <= LONGEST_HEADING)
    .map((block) => document.source.slice(block.start, block.end))
  const cell = document.blocks.find((block) => block.start <= fact.start && fact.start < block.end)?.cell
  return cell ? [...headings, cell.caption ?? '', ...cell.rowHeaders, ...cell.columnHeaders] : headings
}

/** A number with its thousands set off, whatever the machine's language: 1,234.5. */
function shownNumber(value: number): string {
  const [whole = '', places] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return places === undefined ? grouped : `${grouped}.${places}`
}

function shownValue({ value, min, max }: Fact, language: ExplainLanguage): string {
  if (value !== null) return shownNumber(value)
  const open = language === 'zh' ? '不限' : 'open'
  return `${min === null ? open : shownNumber(min)}–${max === null ? open : shownNumber(max)}`
}

function tellNumber(fact: Fact, language: ExplainLanguage): string {
  const value = shownValue(fact, language)
  const manner = MODIFIER[fact.modifier][language]
  return language === 'zh'
    ? `“${fact.quote}”读作 ${value} ${fact.unit}（${manner}）。`
    : `“${fact.quote}” is read as ${value} ${fact.unit} (${manner}).`
}

function tellMeaning(fact: Fact, rulebook: RuleBook, language: ExplainLanguage): string {
  const named = (code: string): string => {
    const name = rulebook.indicators.get(code)?.name
    if (!name) return code
    return language === 'zh' ? `“${name}”（${code}）` : `${code} (${name})`
  }
  const nature = [STATUS[fact.status], BASIS[fact.basis], ASPECT[fact.aspect]].map((word) => word[language])
  if (language === 'zh') {
    const of = fact.of ? `，是${named(fact.of)}的增减` : ''
    const subject = fact.subject ? `，对象“${fact.subject}”` : ''
    const scope = fact.scope ? `，属于“${fact.scope}”` : ''
    return `指标${named(fact.indicator)}${of}${subject}${scope}；${nature.join('、')}。`
  }
  const of = fact.of ? `, the growth or change of ${named(fact.of)}` : ''
  const subject = fact.subject ? `, counting “${fact.subject}”` : ''
  const scope = fact.scope ? `, of “${fact.scope}”` : ''
  return `Indicator ${named(fact.indicator)}${of}${subject}${scope}; ${nature.join(', ')}.`
}

const RELATIVE_YEAR: Readonly<Record<number, Readonly<Record<ExplainLanguage, string>>>> = {
  [-1]: { zh: '报告上一年', en: 'the year before the report’s own' },
  0: { zh: '报告本年', en: 'the report’s own year' },
  1: { zh: '报告下一年', en: 'the year after the report’s own' },
}

function tellYear(extraction: Extraction, fact: Fact, language: ExplainLanguage): string {
  const relative = fact.year_offset === null ? undefined : RELATIVE_YEAR[fact.year_offset]?.[language]
  const bracketed = relative === undefined ? '' : language === 'zh' ? `（${relative}）` : ` (${relative})`
  const known = fact.year === null ? relative : `${fact.year}${bracketed}`
  const asOf = fact.as_of === null ? '' : language === 'zh' ? `，截至 ${fact.as_of}` : `, as of ${fact.as_of}`
  const basis = extraction.reports.find((report) => report.part === fact.part)?.yearBasis
  if (language === 'zh') {
    const inferred = basis === 'inferred' && relative ? '；报告本年是推断的' : ''
    return `年份：${known ?? '没有'}${asOf}${inferred}。`
  }
  const inferred = basis === 'inferred' && relative ? '; the report’s own year is inferred' : ''
  return `Year: ${known ?? 'none'}${asOf}${inferred}.`
}

function tellTotal(extraction: Extraction, fact: Fact, language: ExplainLanguage): readonly string[] {
  const total = fact.part_of === null ? undefined : extraction.facts.find((one) => one.id === fact.part_of)
  if (!total) return []
  return [language === 'zh' ? `它是“${total.quote}”的一部分。` : `It is a part of “${total.quote}”.`]
}

/** One rule or row as a sentence behind the words that it saw: `“2023年”：前面写明了年份。` */
function tellRule(id: string, fact: Fact, words: FigureWords, rulebook: RuleBook, language: ExplainLanguage): string {
  const row = rowSentence(id, words, rulebook)
  const seen = row ? row.words : seenWords(id, fact, words, rulebook)
  const sentence = (row ?? ruleOf(id, fact))?.[language]
  if (sentence === undefined) return language === 'zh' ? `规则 ${id}。` : `Rule ${id}.`
  if (language === 'zh') return `${seen ? `“${seen}”：` : ''}${sentence}。〔${id}〕`
  return `${seen ? `“${seen}”: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1)}. [${id}]`
}

/** The sentence of a rule. A growth whose own words name no indicator is of the figure before: nothing is amiss there. */
function ruleOf(id: string, fact: Fact): RuleSentence | undefined {
  return id === 'indicator.other' && fact.of !== null ? CHANGE_WITHOUT_NOUN : RULE_SENTENCES[id]
}

function seenWords(id: string, fact: Fact, words: FigureWords, rulebook: RuleBook): string | null {
  if (id === 'status.planWord') return statusWord('plan', words.before, rulebook)
  if (id === 'status.ruleWord') return statusWord('rule', words.before + words.after, rulebook)
  if (id.startsWith('subject.')) return fact.subject || null
  if (id.startsWith('scope.')) return fact.scope || null
  const seen = RULE_SENTENCES[id]?.seen
  return seen ? lastMatch(seen.side === 'quote' ? words.quote : words.before, seen.words) : null
}

function lastMatch(words: string, pattern: RegExp): string | null {
  let found: string | null = null
  for (const match of words.matchAll(new RegExp(pattern.source, 'g'))) found = match[0]
  return found
}

function tellConfidence(confidence: number, language: ExplainLanguage): string {
  const percent = Math.round(confidence * 100)
  const sure = (zh: string, en: string): string =>
    language === 'zh'
      ? `把握：${zh}，这样的判定一百条里约有 ${percent} 条正确。`
      : `Confidence: ${en}; of a hundred such readings about ${percent} are right.`
  if (percent >= 90) return sure('很大', 'high')
  if (percent >= 75) return sure('较大', 'fair')
  return percent >= 50 ? sure('不大', 'low') : sure('很小', 'very low')
}
