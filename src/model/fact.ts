import type { Span } from './span.ts'

export const MODIFIERS = [
  'exact',
  'about',
  'over',
  'under',
  'at_least',
  'at_most',
  'range',
  'several',
  'masked',
] as const
export type Modifier = (typeof MODIFIERS)[number]

export const STATUSES = ['actual', 'plan', 'rule'] as const
export type Status = (typeof STATUSES)[number]

export const BASES = ['total', 'each', 'average'] as const
export type Basis = (typeof BASES)[number]

export const ASPECTS = ['flow', 'stock', 'rate', 'change'] as const
export type Aspect = (typeof ASPECTS)[number]

/** One quantity stated by one report: the fact record of the contract. */
export interface Fact extends Span {
  /** `<document>:<start>-<end>`: the same bytes and span give the same id everywhere. */
  readonly id: string
  readonly document: string
  /** Number of the report within a document that bundles several, from 0. */
  readonly part: number
  readonly page: number | null
  readonly block: number | null
  /** The words: number through unit; always `source.slice(start, end)`. */
  readonly quote: string
  readonly sentence: string
  /** In base units; null for ranges, `several` and `masked`. A fall is negative. */
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  /** The worth of the last printed digit in base units (9.70亿 → 1000000). */
  readonly resolution: number | null
  readonly unit: string
  readonly modifier: Modifier
  readonly status: Status
  readonly basis: Basis
  readonly aspect: Aspect
  /** Catalogue code; `other` where none fits. */
  readonly indicator: string
  /** For `rate.growth` and `change.amount`: the indicator that it is the growth of. */
  readonly of: string | null
  readonly subject: string
  readonly scope: string
  readonly year: number | null
  /** Relative to the report's own year: 0 this year, 1 next, -1 last. */
  readonly year_offset: number | null
  /** ISO date where the text gives one (截至11月7日). */
  readonly as_of: string | null
  /** Id of the total that this is an 其中 of. */
  readonly part_of: string | null
  /** 0…1: of facts given 0.9 in reports that the rules have not seen, nine in ten are right. */
  readonly confidence: number
  /** Ids of the rules and rows that decided, in order. */
  readonly rules: readonly string[]
}

/** The fields of a fact record in the order of the contract: what files, tables and scripts carry of a fact. */
export const FACT_FIELDS = [
  'id',
  'document',
  'start',
  'end',
  'page',
  'block',
  'quote',
  'sentence',
  'value',
  'min',
  'max',
  'resolution',
  'unit',
  'modifier',
  'status',
  'basis',
  'aspect',
  'indicator',
  'of',
  'subject',
  'scope',
  'year',
  'year_offset',
  'as_of',
  'part_of',
  'confidence',
  'rules',
] as const satisfies readonly (keyof Fact)[]
