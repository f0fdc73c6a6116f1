import type { Fact } from '../../src/model/fact.ts'
import type { GoldFact } from './gold.ts'
import { unitClass } from './unit-classes.ts'

/** The fields of a fact record that are scored, in the order that they are shown in. */
export const SCORED_FIELDS = [
  'value',
  'unit',
  'modifier',
  'status',
  'basis',
  'indicator',
  'year',
  'aspect',
  'subject',
  'scope',
] as const
export type ScoredField = (typeof SCORED_FIELDS)[number]

/** The fields that must all be right for the record to be right; the others are words or follow from these. */
export const RECORD_FIELDS: readonly ScoredField[] = [
  'value',
  'unit',
  'modifier',
  'status',
  'basis',
  'indicator',
  'year',
]

/** What is looked at of a fact that a program found. */
export type Predicted = Pick<
  Fact,
  'start' | 'end' | 'quote' | 'year_offset' | 'confidence' | 'min' | 'max' | ScoredField
>

/** The fields in which a fact differs from what the reader found in the same words. */
export function wrongFields(gold: GoldFact, fact: Predicted, reportYear: number | null): readonly ScoredField[] {
  return SCORED_FIELDS.filter((field) => !agrees(field, gold, fact, reportYear))
}

function agrees(field: ScoredField, gold: GoldFact, fact: Predicted, reportYear: number | null): boolean {
  switch (field) {
    case 'value':
      return sameValue(gold, fact)
    case 'unit':
      return unitClass(gold.unit) === unitClass(fact.unit)
    case 'indicator':
      return (gold.indicator ?? 'other') === (fact.indicator ?? 'other')
    case 'year':
      return sameYear(gold.year ?? '', fact, reportYear)
    case 'subject':
      return sameWords(gold.subject, fact.subject)
    case 'scope':
      return (!gold.scope && !fact.scope) || sameWords(gold.scope, fact.scope)
    default:
      return gold[field] === fact[field]
  }
}

/** Whether value and bounds agree. What 约 and 数 leave open is scored by its value alone: careful readers differ. */
export function sameValue(gold: GoldFact, fact: Predicted): boolean {
  if (!sameNumber(gold.value, fact.value)) return false
  if (gold.modifier === 'several' || gold.modifier === 'about') return true
  return sameNumber(gold.min, fact.min) && sameNumber(gold.max, fact.max)
}

/** Equal but for the last bits of a sum that was reckoned in another order. */
function sameNumber(a: number | null, b: number | null | undefined): boolean {
  if (a === null || b === null || b === undefined) return a === (b ?? null)
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
}

/**
 * Whether the year agrees: `R`, `R+1`, `R-1` are relative to the report's own year, four digits are a calendar year, and
 * a year that the reader left open (empty, or masked) is not scored.
 */
function sameYear(gold: string, fact: Predicted, reportYear: number | null): boolean {
  const relative = /^R([+-]\d+)?$/.exec(gold)
  if (relative) {
    const offset = Number(relative[1] ?? 0)
    return fact.year_offset === offset || (reportYear !== null && fact.year === reportYear + offset)
  }
  const calendar = /^\d{4}/.exec(gold)
  if (!calendar) return true
  const year = Number(calendar[0])
  if (fact.year === year) return true
  return reportYear !== null && fact.year_offset !== null && reportYear + fact.year_offset === year
}

/** Whether two names of a thing are the same but for some words: one holds the other, or they share half of their characters in order. */
function sameWords(gold: string | null, predicted: string | null): boolean {
  const a = bareCharacters(gold)
  const b = bareCharacters(predicted)
  if (a.length === 0 || b.length === 0) return a.length === b.length
  if (a.join('').includes(b.join('')) || b.join('').includes(a.join(''))) return true
  return (2 * commonInOrder(a, b)) / (a.length + b.length) >= 0.5
}

function bareCharacters(words: string | null): readonly string[] {
  return [...(words ?? '').replace(/[\s“”"'《》()（）]/g, '')]
}

/** The length of the longest sequence of characters that both hold in the same order. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let previous: number[] = new Array(b.length + 1).fill(0)
  for (const character of a) {
    const row = [0]
    for (const [index, other] of b.entries()) {
      const best =
        character === other ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, row[index] ?? 0)
      row.push(best)
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
