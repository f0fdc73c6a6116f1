import type { Fact } from './fact.ts'

export const FACT_CHANGE_KINDS = ['added', 'removed', 'altered'] as const
export type FactChangeKind = (typeof FACT_CHANGE_KINDS)[number]

/** What another reading of the same bytes made of one fact. */
export interface FactChange {
  readonly kind: FactChangeKind
  /** Id of the fact. */
  readonly fact: string
  readonly document: string
  /** Names of the fields that say something else now; empty for a fact that was added or removed. */
  readonly fields: readonly (keyof Fact)[]
  /** The fact as it was; null where it was added. */
  readonly earlier: Fact | null
  /** The fact as it is; null where it was removed. */
  readonly later: Fact | null
}
