import type { Mention, MentionClass } from '../../src/model/mention.ts'
import { overlaps, type Span } from '../../src/model/span.ts'
import { type Predicted, RECORD_FIELDS, type ScoredField, sameValue, wrongFields } from './agreement.ts'
import type { GoldFact, GoldNumeral, GoldReport } from './gold.ts'

/** What a program read out of one report, as far as it is scored. */
export interface Reading<Found extends Predicted = Predicted> {
  readonly facts: readonly Found[]
  readonly mentions: readonly Mention[]
}

/** A gold fact and the fact that was found in its words. */
export interface Pair {
  readonly gold: GoldFact
  readonly fact: Predicted
  readonly wrong: readonly ScoredField[]
  /** Whether every field of the record is right. */
  readonly right: boolean
}

/** A numeral of the text, and the classes that the mentions over it were given (none: it was lost). */
export interface ScoredNumeral {
  readonly gold: GoldNumeral
  readonly got: readonly MentionClass[]
}

/** How the reading of one report compares with its gold. */
export interface ReportScore {
  readonly report: GoldReport
  readonly pairs: readonly Pair[]
  readonly missed: readonly GoldFact[]
  readonly spurious: readonly Predicted[]
  /** Facts whose quote is not what stands at their place. */
  readonly ungrounded: readonly Predicted[]
  readonly numerals: readonly ScoredNumeral[]
}

/**
 * The reading of a report against its gold. Each gold fact takes the fact that shares most of its characters and is not
 * taken yet; of two that share as many, one with the right value. What remains is missed or spurious.
 */
export function scoreReport(report: GoldReport, reading: Reading): ReportScore {
  const left = new Set(reading.facts)
  const pairs: Pair[] = []
  const missed: GoldFact[] = []
  for (const gold of report.facts) {
    const fact = choosePartner(gold, left)
    if (fact === null) {
      missed.push(gold)
      continue
    }
    left.delete(fact)
    const wrong = wrongFields(gold, fact, report.reportYear)
    pairs.push({ gold, fact, wrong, right: !wrong.some((field) => RECORD_FIELDS.includes(field)) })
  }
  return {
    report,
    pairs,
    missed,
    spurious: [...left],
    ungrounded: reading.facts.filter(({ start, end, quote }) => report.text.slice(start, end) !== quote),
    numerals: report.numerals.map((gold) => ({
      gold,
      got: reading.mentions.filter((mention) => overlaps(gold, mention)).map((mention) => mention.class),
    })),
  }
}

function choosePartner(gold: GoldFact, facts: Iterable<Predicted>): Predicted | null {
  let best: Predicted | null = null
  for (const fact of facts) {
    const shared = sharedCharacters(gold, fact)
    if (shared <= 0) continue
    const most: number = best === null ? 0 : sharedCharacters(gold, best)
    if (shared > most || (shared === most && best !== null && sameValue(gold, fact) && !sameValue(gold, best)))
      best = fact
  }
  return best
}

function sharedCharacters(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}
