import type { SourceDocument } from '../model/document.ts'
import type { Fact } from '../model/fact.ts'
import type { Finding } from '../model/finding.ts'
import type { Mention } from '../model/mention.ts'
import type { ReportProfile } from '../model/report.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading.ts'
import type { Section } from '../text/sections.ts'
import { rememberWords, type Segmenter } from '../text/segmenter.ts'
import { classifyNumerals, type Reading } from './classify.ts'
import { isOfDomain } from './countedNouns.ts'
import { toFact, toPublished, withRecognition, withWholes } from './facts.ts'
import { EMPTY_MEMORY, remember, turnTo } from './memory.ts'
import { placeFigures } from './placeFigures.ts'
import { readFigure } from './readFigure.ts'

/** All that reading a report's figures needs; every part of it was read before. */
export interface ReportText {
  readonly document: SourceDocument
  readonly reading: ReadingText
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  readonly chrome: (paragraph: Paragraph) => boolean
  readonly reports: readonly ReportProfile[]
}

export interface ReadFigures {
  readonly facts: readonly Fact[]
  readonly mentions: readonly Mention[]
  readonly findings: readonly Finding[]
}

/** All facts and mentions of a report's text, with what was wrong with its numbers. */
export function extractFigures(text: ReportText, rulebook: RuleBook, segmenter: Segmenter): ReadFigures {
  const { document, reading } = text
  const { readings, findings } = classifyNumerals(text, rulebook, segmenter)
  const quantities = readings.flatMap(({ quantity }) => (quantity ? [quantity] : []))
  const figures = placeFigures(reading.text, text.paragraphs, text.sections, quantities)
  const times = timesOf(readings, reading.text)
  const facts: Fact[] = []
  let memory = EMPTY_MEMORY
  let textInDomain: boolean | null = null
  const words = rememberWords(segmenter)
  for (const figure of figures) {
    const report = reportAt(text.reports, reading.toSource(figure.quantity).start)
    // A bureau of culture reports on culture, however few of its words say so.
    const ofDomain = rulebook.domain?.has(report.issuer) === true
    if (!ofDomain) textInDomain ??= isOfDomain(reading.text, rulebook)
    const inDomain = ofDomain || textInDomain === true
    if (figure.previous === null) {
      memory = turnTo(figure, memory, { inDomain, rulebook })
    }
    const read = readFigure(figure, memory, { report, times, inDomain, rulebook, segmenter: words })
    facts.push(toFact(read, { report, inDomain: memory.inDomain }, document, reading))
    memory = remember(memory, read)
  }
  const complete = withRecognition(withWholes(figures, facts), document)
  return { facts: complete, mentions: toMentions(readings, complete, text), findings }
}

/** The mentions of times, in the reading text, in the order of their starts. */
function timesOf(readings: readonly Reading[], text: string): readonly Mention[] {
  return readings
    .filter((item) => item.class === 'time')
    .map(({ start, end, rule }) => ({ start, end, quote: text.slice(start, end), class: 'time' as const, rule }))
    .sort((a, b) => a.start - b.start)
}

/** Every numeral with its class, at its place in the source text; those of facts name their fact. */
function toMentions(
  readings: readonly Reading[],
  facts: readonly Fact[],
  { document, reading }: ReportText,
): readonly Mention[] {
  const factAt = new Map(facts.map((fact) => [fact.start, fact.id]))
  const mentions = readings.map((item): Mention => {
    const { start, end, quote } = toPublished(item, reading, document.source)
    const fact = item.class === 'fact' ? factAt.get(start) : undefined
    return fact === undefined
      ? { start, end, quote, class: item.class, rule: item.rule }
      : { start, end, quote, class: item.class, rule: item.rule, fact }
  })
  return mentions.sort((a, b) => a.start - b.start || a.end - b.end)
}

function reportAt(reports: readonly ReportProfile[], at: number): ReportProfile {
  const found = reports.find((report) => report.start <= at && at < report.end) ?? reports[reports.length - 1]
  if (!found) throw new Error('a document without a report profile')
  return found
}
