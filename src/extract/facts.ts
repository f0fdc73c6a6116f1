import type { SourceDocument } from '../model/document.ts'
import type { Fact } from '../model/fact.ts'
import type { ReportProfile } from '../model/report.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { ReadingText } from '../text/reading.ts'
import { readConfidence } from './confidence.ts'
import type { Figure } from './figures.ts'
import type { FigureReading } from './memory.ts'
import { findParts } from './parts.ts'
import type { Quantity } from './quantities.ts'

/** A span of the source text for one of the reading text, with the words published there. */
export function toPublished(span: Span, reading: ReadingText, source: string): Span & { readonly quote: string } {
  const { start, end } = reading.toSource(span)
  return { start, end, quote: source.slice(start, end) }
}

const negate = (value: number | null): number | null => (value === null || value === 0 ? value : -value)

/** A fall has its bounds mirrored: 下降超过5% → at most −5. */
function fallen({ value, min, max, modifier }: Quantity): Pick<Fact, 'value' | 'min' | 'max'> {
  if (modifier === 'exact') return { value: negate(value), min: negate(min), max: negate(max) }
  return { value: negate(value), min: negate(max), max: negate(min) }
}

/** The record of a figure; `part_of` is filled in when all figures of its sentence are known. */
export function toFact(
  read: FigureReading,
  { report, inDomain }: { readonly report: ReportProfile; readonly inDomain: boolean },
  document: SourceDocument,
  reading: ReadingText,
): Fact {
  const { figure, subject, change, indicator, basis, aspect, status, period, scope } = read
  const { quantity } = figure
  const { start, end, quote } = toPublished(quantity, reading, document.source)
  const bounds =
    change?.sign === -1 ? fallen(quantity) : { value: quantity.value, min: quantity.min, max: quantity.max }
  const rules = [
    ...quantity.rules,
    subject.rule,
    ...(change ? [change.rule] : []),
    ...(read.otherBase ? ['change.otherBase'] : []),
    ...indicator.rules,
    basis.rule,
    aspect.rule,
    status.rule,
    period.rule,
    scope.rule,
  ]
  return {
    id: `${document.id}:${start}-${end}`,
    document: document.id,
    part: report.part,
    page: document.blocks[figure.paragraph.block]?.page ?? null,
    block: figure.paragraph.block,
    start,
    end,
    quote,
    sentence: toPublished(figure.sentence, reading, document.source).quote.trim(),
    value: bounds.value,
    min: bounds.min,
    max: bounds.max,
    resolution: quantity.resolution,
    unit: quantity.unit,
    modifier: quantity.modifier,
    status: status.status,
    basis: basis.basis,
    aspect: aspect.aspect,
    indicator: read.code,
    of: read.of,
    subject: subject.words,
    scope: scope.scope,
    year: period.year,
    year_offset: period.offset,
    as_of: period.asOf,
    part_of: null,
    confidence: readConfidence({ read, report, inDomain }),
    rules: rules.filter((rule, at) => rules.indexOf(rule) === at),
  }
}

/** How much of a fact's confidence is left where its words were recognised in a picture. */
const RECOGNIZED_CONFIDENCE = 0.5

/** The facts with those marked, and held for less sure, whose words were recognised in a picture. */
export function withRecognition(facts: readonly Fact[], document: SourceDocument): readonly Fact[] {
  const recognized = document.findings.filter((finding) => finding.kind === 'recognized_text')
  if (recognized.length === 0) return facts
  return facts.map((fact) =>
    recognized.some((span) => overlaps(span, fact))
      ? {
          ...fact,
          confidence: Math.round(fact.confidence * RECOGNIZED_CONFIDENCE * 100) / 100,
          rules: ['quantity.recognized', ...fact.rules],
        }
      : fact,
  )
}

/** How many facts before a sentence a 其中 at its head may reach back to. */
const WHOLE_REACH = 12

/** The facts with the totals that they are parts of; `facts` answer to `figures` one by one. */
export function withWholes(figures: readonly Figure[], facts: readonly Fact[]): readonly Fact[] {
  const wholes = new Map<string, string>()
  for (let from = 0; from < figures.length; ) {
    const sentence = figures[from]?.sentence
    let to = from
    while (to < figures.length && figures[to]?.sentence === sentence) to++
    const start = from
    const before = (): readonly Fact[] =>
      facts.slice(Math.max(0, start - WHOLE_REACH), start).map((fact) => withWhole(fact, wholes))
    for (const [part, whole] of findParts(figures.slice(from, to), facts.slice(from, to), before))
      wholes.set(part, whole)
    from = to
  }
  return wholes.size === 0 ? facts : facts.map((fact) => withWhole(fact, wholes))
}

function withWhole(fact: Fact, wholes: ReadonlyMap<string, string>): Fact {
  const whole = wholes.get(fact.id)
  return whole === undefined ? fact : { ...fact, part_of: whole }
}
