import type { ReportedFact } from '../model/reported-fact.ts'
import { checkClaims } from './claims.ts'
import { findConflicts } from './conflicts.ts'
import { NO_ROWS, type Rows } from './figure.ts'
import { checkParts } from './parts.ts'

export const CONTRADICTION_KINDS = ['conflict', 'claim_mismatch', 'sum_mismatch'] as const

/** Two places in the reports that cannot both be right. */
export interface Contradiction {
  /**
   * `conflict`: a report of a year and a later one state its figure differently; `claim_mismatch`: the figures do not
   * bear out a stated growth; `sum_mismatch`: parts come to more than their total.
   */
  readonly kind: (typeof CONTRADICTION_KINDS)[number]
  readonly place: string
  readonly indicator: string
  readonly year: number | null
  readonly document: string
  /** Id of the fact that is contradicted. */
  readonly fact: string
  readonly quote: string
  readonly sentence: string
  /** What contradicts it: the other figure, the figures of both years, or the parts. */
  readonly against: readonly Pick<ReportedFact, 'id' | 'document' | 'quote' | 'sentence'>[]
}

/** All contradictions between facts, by kind as listed, each kind in the order of its check. */
export function findContradictions(facts: Iterable<ReportedFact>, rows: Rows = NO_ROWS): readonly Contradiction[] {
  const all = [...facts]
  const byId = new Map(all.map((fact) => [fact.id, fact]))
  const places = new Map<string, string>()
  const told = (
    kind: Contradiction['kind'],
    id: string,
    place: string,
    against: readonly string[],
  ): readonly Contradiction[] => {
    const fact = byId.get(id)
    if (fact === undefined) throw new Error(`a contradiction of no fact: ${id}`)
    const { indicator, of, year, document, quote, sentence } = fact
    const others = against.flatMap((other) => byId.get(other) ?? [])
    return [
      {
        kind,
        place,
        indicator: of ?? indicator,
        year,
        document,
        fact: id,
        quote,
        sentence,
        against: others.map((other) => ({
          id: other.id,
          document: other.document,
          quote: other.quote,
          sentence: other.sentence,
        })),
      },
    ]
  }
  for (const { id, region, issuer } of all) places.set(id, region === '' ? issuer : region)
  return [
    ...findConflicts(all, rows).flatMap(({ figure, other }) =>
      told('conflict', other.fact, figure.place, [figure.fact]),
    ),
    ...checkClaims(all, rows)
      .filter(({ verdict }) => verdict === 'disagree')
      .flatMap(({ claim, from, to }) =>
        told(
          'claim_mismatch',
          claim.fact,
          claim.place,
          [from, to].flatMap((figure) => (figure === null ? [] : [figure.fact])),
        ),
      ),
    ...checkParts(all, rows)
      .filter(({ verdict }) => verdict === 'exceeds')
      .flatMap(({ whole, parts }) =>
        told(
          'sum_mismatch',
          whole.id,
          places.get(whole.id) ?? '',
          parts.map(({ id }) => id),
        ),
      ),
  ]
}
