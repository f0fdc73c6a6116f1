import type { Fact } from '../../src/model/fact.ts'

/** The fields that must be the same in every rendering of a report. */
export const PARITY_FIELDS = [
  'value',
  'min',
  'max',
  'unit',
  'modifier',
  'status',
  'basis',
  'indicator',
  'year',
  'year_offset',
] as const satisfies readonly (keyof Fact)[]
export type ParityField = (typeof PARITY_FIELDS)[number]

/** A fact of the original and what became of it in a rendering. */
export interface FactParity {
  readonly original: Fact
  /** The fact of the same words at the same place of the order; null where it is lost. */
  readonly rendered: Fact | null
  readonly differing: readonly ParityField[]
}

/** How the facts of a rendering compare with those of the original. */
export interface Parity {
  readonly facts: readonly FactParity[]
  /** Facts that only the rendering has. */
  readonly added: readonly Fact[]
}

/** The facts of the original beside those of a rendering with the same words (white space ignored) in the same order. */
export function compareFacts(original: readonly Fact[], rendered: readonly Fact[]): Parity {
  const partners = alignWords(
    original.map((fact) => wordsOf(fact)),
    rendered.map((fact) => wordsOf(fact)),
  )
  const taken = new Set(partners)
  return {
    facts: original.map((fact, at) => {
      const partner = rendered[partners[at] ?? -1] ?? null
      const differing = partner === null ? [] : PARITY_FIELDS.filter((field) => fact[field] !== partner[field])
      return { original: fact, rendered: partner, differing }
    }),
    added: rendered.filter((_, at) => !taken.has(at)),
  }
}

/** Whether a fact is found again with the same record. */
export function isSame({ rendered, differing }: FactParity): boolean {
  return rendered !== null && differing.length === 0
}

function wordsOf({ quote }: Fact): string {
  return quote.replace(/\s+/g, '')
}

/** For each word of the first list the place of its partner in the second, by their longest common subsequence. */
function alignWords(a: readonly string[], b: readonly string[]): readonly (number | null)[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i]
    if (row === undefined) continue
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const partners: (number | null)[] = []
  for (let i = 0, j = 0; i < a.length; ) {
    if (j < b.length && a[i] === b[j]) {
      partners.push(j)
      i += 1
      j += 1
    } else if (j < b.length && lengthAt(i, j + 1) > lengthAt(i + 1, j)) j += 1
    else {
      partners.push(null)
      i += 1
    }
  }
  return partners
}
