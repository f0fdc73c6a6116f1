import { MENTION_CLASSES, type MentionClass } from '../../src/model/mention.ts'
import { SCORED_FIELDS, type ScoredField } from './agreement.ts'
import type { ReportScore } from './tally.ts'

/** What is measured of a set of reports; all but the counts in percent. */
export interface Measures {
  readonly reports: number
  readonly gold: number
  readonly predicted: number
  /** Of the facts found, those that a reader found too. */
  readonly precision: number
  /** Of the facts that a reader found, those that were found. */
  readonly recall: number
  readonly factF1: number
  /** As factF1, but only facts whose whole record is right count as found. */
  readonly recordF1: number
  readonly ungrounded: number
  /** Of the facts found that a reader found too, those with the field right. */
  readonly fields: Readonly<Record<ScoredField, number>>
  /** Of the numerals, those that some mention covers. */
  readonly accounted: number
  /** Of the numerals, those that were given their class. */
  readonly classed: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))

/** The measures of all reports together: every fact weighs the same, whatever report it stands in. */
export function measure(scores: readonly ReportScore[]): Measures {
  const pairs = scores.flatMap((score) => score.pairs)
  const gold = pairs.length + count(scores, (score) => score.missed.length)
  const predicted = pairs.length + count(scores, (score) => score.spurious.length)
  const right = pairs.filter((pair) => pair.right).length
  const numerals = scores.flatMap((score) => score.numerals)
  const precision = share(pairs.length, predicted)
  const recall = share(pairs.length, gold)
  const fieldShare = (field: ScoredField) =>
    share(pairs.filter(({ wrong }) => !wrong.includes(field)).length, pairs.length)
  return {
    reports: scores.length,
    gold,
    predicted,
    precision,
    recall,
    factF1: harmonic(precision, recall),
    recordF1: harmonic(share(right, predicted), share(right, gold)),
    ungrounded: count(scores, (score) => score.ungrounded.length),
    fields: Object.fromEntries(SCORED_FIELDS.map((field) => [field, fieldShare(field)])) as Record<ScoredField, number>,
    accounted: share(numerals.filter(({ got }) => got.length > 0).length, numerals.length),
    classed: share(numerals.filter(({ gold: { class: kind }, got }) => got.includes(kind)).length, numerals.length),
  }
}

function count<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

/** How the numerals of one class were classed. */
export interface ClassMeasure {
  readonly class: MentionClass
  readonly numerals: number
  readonly right: number
  /** What the others were taken for, most frequent first. `lost` is a numeral that no mention covers. */
  readonly taken: readonly { readonly as: MentionClass | 'lost'; readonly times: number }[]
}

/** How each class fared, in the order of the classes; classes that do not occur are left out. */
export function measureClasses(scores: readonly ReportScore[]): readonly ClassMeasure[] {
  const numerals = scores.flatMap((score) => score.numerals)
  return MENTION_CLASSES.flatMap((kind) => {
    const of = numerals.filter(({ gold }) => gold.class === kind)
    if (of.length === 0) return []
    const wrong = of.filter(({ got }) => !got.includes(kind)).map(({ got }) => got[0] ?? ('lost' as const))
    const taken = [...new Set(wrong)]
      .map((as) => ({ as, times: wrong.filter((one) => one === as).length }))
      .sort((a, b) => b.times - a.times)
    return [{ class: kind, numerals: of.length, right: of.length - wrong.length, taken }]
  })
}

/** Facts of like confidence, and how many of them are right. */
export interface ReliabilityBin {
  readonly from: number
  readonly to: number
  readonly facts: number
  /** Mean of the confidence that the facts were given, in percent. */
  readonly said: number
  /** Of these facts, those whose whole record is right, in percent. A spurious fact is wrong. */
  readonly right: number
}

const BIN_EDGES = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]

/** What confidence was worth, from the least sure; bins without facts are left out. The last bin holds 1. */
export function measureReliability(scores: readonly ReportScore[]): readonly ReliabilityBin[] {
  const facts = scores.flatMap(({ pairs, spurious }) => [
    ...pairs.map(({ fact, right }) => ({ confidence: fact.confidence, right })),
    ...spurious.map(({ confidence }) => ({ confidence, right: false })),
  ])
  return BIN_EDGES.slice(0, -1).flatMap((from, index) => {
    const to = BIN_EDGES[index + 1] ?? 1
    const held = facts.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
    if (held.length === 0) return []
    return [
      {
        from,
        to,
        facts: held.length,
        said: (100 * count(held, ({ confidence }) => confidence)) / held.length,
        right: share(held.filter(({ right }) => right).length, held.length),
      },
    ]
  })
}

/** How far confidence is off on average, in percentage points, every fact weighing the same. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const facts = count(bins, (bin) => bin.facts)
  return facts === 0 ? 0 : count(bins, (bin) => bin.facts * Math.abs(bin.said - bin.right)) / facts
}
