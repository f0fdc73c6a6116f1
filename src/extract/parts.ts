import type { Fact } from '../model/fact.ts'
import type { Figure } from './figures.ts'

const WITHIN = /其中|包括|(?<!包)含(?![义量有])/
/** What stands between a whole and its part: these words, a bracket, a colon, or 在…中. */
const MAY_HOLD = /其中|包括|含|[（：中]/
/** 万件（套） and 件 count the same. */
const bare = (unit: string): string => unit.replace(/[（(/].*$/, '')
/** What a level was before (由8家, 比1957年的8家): no part of what it came to be, nor a whole of the parts of that. */
const isBase = (fact: Fact): boolean => fact.rules.includes('status.movedFrom')
const ADDED_UP = /(?:合计|总计|共计|共)$/

interface Neighbour {
  readonly figure: Figure
  readonly fact: Fact
}

/**
 * Ids of the wholes of the parts of one sentence, by fact id: what stands before 其中, a bracket or a colon; behind 在…中;
 * and the 合计 at the end of a list. `facts` answer to `figures` one by one; `before` gives those of the text before.
 */
export function findParts(
  figures: readonly Figure[],
  facts: readonly Fact[],
  before: () => readonly Fact[],
): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  const levels: Neighbour[] = []
  for (const [index, figure] of figures.entries()) {
    const fact = facts[index]
    if (fact && fact.aspect !== 'change') levels.push({ figure, fact })
  }
  const units = levels.map(({ fact }) => bare(fact.unit))
  for (const [index, { figure, fact }] of levels.entries()) {
    const { text } = figure
    // Long lists in which nothing is within another are not gone back through from each of their members.
    if (!MAY_HOLD.test(text.slice(levels[0]?.figure.quantity.end, figure.quantity.from))) continue
    for (let back = index - 1; back >= 0; back--) {
      const other = levels[back]
      if (!other || units[back] !== units[index] || isBase(other.fact) !== isBase(fact)) continue
      const between = text.slice(other.figure.quantity.end, figure.quantity.from)
      const open = between.lastIndexOf('（')
      const inBracket = open >= 0 && !between.includes('）', open) && open <= 6
      const colon = /^[^，；。：]{0,8}：/.test(between) && !/其中/.test(between)
      const among = /^[^，；。]{0,12}中[，]?(?:还|仍|已|有|就)*$/.test(between)
      const within = WITHIN.exec(between)
      const inside = within !== null && !/[；。]/.test(between.slice(within.index)) && fact.basis === other.fact.basis
      if (inBracket || inside || colon || among) {
        // A part of a part: 其中 within 其中 goes to the nearest, a list goes on with the whole of its first.
        parts.set(fact.id, other.fact.id)
        break
      }
    }
  }
  // 河东区8场、河西区6场，合计14场: the sum stands behind its components.
  for (const [index, { figure, fact }] of levels.entries()) {
    if (
      !ADDED_UP.test(
        figure.text.slice(Math.max(figure.clause.start, figure.quantity.from - 4), figure.quantity.from),
      ) ||
      fact.value === null
    )
      continue
    let sum = 0
    const components: Fact[] = []
    for (let back = index - 1; back >= 0; back--) {
      const other = levels[back]
      if (!other || other.fact.unit !== fact.unit || other.fact.value === null || parts.has(other.fact.id)) break
      sum += other.fact.value
      components.push(other.fact)
      if (sum >= fact.value) break
    }
    if (components.length >= 2 && Math.abs(sum - fact.value) <= 1e-9 * fact.value)
      for (const part of components) parts.set(part.id, fact.id)
  }
  const [first] = levels
  if (
    first &&
    /^[\s（]*其中[，：:]?/.test(first.figure.text.slice(first.figure.sentence.start, first.figure.quantity.from))
  ) {
    const whole = [...before()]
      .reverse()
      .find(
        (fact) =>
          fact.unit === first.fact.unit &&
          fact.part_of === null &&
          !isBase(fact) &&
          fact.block === first.figure.paragraph.block &&
          fact.aspect !== 'change',
      )
    for (const { figure, fact } of levels) {
      if (!whole || parts.has(fact.id) || fact.unit !== whole.unit || isBase(fact)) continue
      if (!/；/.test(figure.text.slice(first.figure.sentence.start, figure.quantity.from)) || figure === first.figure)
        parts.set(fact.id, whole.id)
    }
  }
  return parts
}

/** Whether a figure, while its sentence is still being read, follows 其中 or stands in a bracket behind another. */
export function followsWhole(figure: Figure): boolean {
  const { text, sentence, quantity } = figure
  const words = text.slice(sentence.start, quantity.from)
  const stop = sentence.start + Math.max(words.lastIndexOf('；'), words.lastIndexOf('。'))
  // What lies between the figure and one before it holds what lies between it and a nearer one: the farthest decides.
  let farthest: Figure | null = null
  let back = figure.previous
  for (; back && back.quantity.end > stop; back = back.previous) {
    if (text.charAt(back.quantity.end) === '含' && WITHIN.test(text.slice(back.quantity.end, quantity.from)))
      return true
    farthest = back
  }
  if (farthest) {
    const between = text.slice(farthest.quantity.end, quantity.from)
    const open = between.lastIndexOf('（')
    if ((open >= 0 && !between.includes('）', open)) || WITHIN.test(between)) return true
  }
  return back === null && /^[\s（]*其中/.test(words)
}
