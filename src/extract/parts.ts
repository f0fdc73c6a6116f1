import type { Fact } from '../model/fact.ts'
import type { Figure } from './figures.ts'

const WITHIN = /其中|包括|含(?![义量])|分别为|分为/

/** Id of the total that the figure is a part of: the one before 其中, or before the bracket that it stands in. */
export function readPart(figure: Figure, facts: readonly Fact[], factOf: ReadonlyMap<number, Fact>): string | null {
  const { text, quantity } = figure
  const same = (fact: Fact): boolean => fact.unit === quantity.unit || (quantity.unit === '' && fact.unit !== '')
  let whole: Fact | null = null
  for (let back: Figure | null = figure.previous; back; back = back.previous) {
    const between = text.slice(back.quantity.end, quantity.from)
    const fact = factOf.get(back.index)
    if (!fact) break
    const open = between.lastIndexOf('（')
    const inBracket = open >= 0 && !between.includes('）', open) && open <= 6
    const within = WITHIN.exec(between)
    if ((inBracket || within) && same(fact)) {
      whole = fact
      if (inBracket || (within && within.index < 12)) break
    }
    if (/。/.test(between)) break
  }
  if (whole) return whole.id
  // 其中 at the head of the sentence: the total stands in the sentence before.
  const head = text.slice(figure.sentence.start, quantity.from)
  if (/^\s*其中[，：:]?/.test(head)) {
    for (let index = facts.length - 1; index >= 0 && index >= facts.length - 12; index--) {
      const fact = facts[index]
      if (
        fact &&
        fact.end <= figure.sentence.start + 1_000_000 &&
        same(fact) &&
        fact.part_of === null &&
        fact.sentence !== '' &&
        fact.block === figure.paragraph.block
      ) {
        return fact.id
      }
    }
  }
  return null
}
