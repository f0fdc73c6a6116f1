import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import { findCounted } from './countedNouns.ts'

/** A noun of two things at once, and the two: 城乡居民收入 is that of 城镇居民 and that of 农村居民. */
const PAIRS: readonly (readonly [both: string, first: string, second: string])[] = [['城乡', '城镇', '农村']]

/**
 * The dimension that a noun is looked up by: money is of money alone (居民医保补助标准 counts no residents); what stands in
 * other units, or in none, may be of things of every kind.
 */
export const moneyOnly = (dimension: Dimension | null): Dimension | null => (dimension === 'money' ? dimension : null)

/** What the number beside a noun tells of how the noun is looked up. */
export interface Asked {
  readonly dimension: Dimension | null
  readonly inDomain: boolean
}

const SEPARATOR = /[、和及与]/

/**
 * The nouns that figures under 分别 answer to in turn: 接待游客、旅游收入 → the two; 城乡居民收入 → 城镇居民收入 and
 * 农村居民收入. One noun where the words name but one thing.
 */
export function respectiveNouns(words: string): readonly string[] {
  const nouns = words
    .split(SEPARATOR)
    .map((noun) => noun.trim())
    .filter((noun) => noun.length >= 2)
  const [only] = nouns
  if (only === undefined || nouns.length > 1) return nouns
  const pair = PAIRS.find(([both]) => only.includes(both))
  return pair === undefined ? nouns : [only.replace(pair[0], pair[1]), only.replace(pair[0], pair[2])]
}

/**
 * The code of the noun at a place of such a list; null where the catalogue knows none. A noun that ends short shares the
 * end of the last one: 城镇和农村居民收入 → 城镇居民收入, by the longest form that holds words of both.
 */
export function codeOfNoun(
  nouns: readonly string[],
  place: number,
  clause: string,
  asked: Asked,
  rulebook: RuleBook,
): string | null {
  const noun = nouns[place]
  if (noun === undefined) return null
  const find = (words: string) =>
    findCounted(
      words,
      { head: words, clause, sentence: clause, item: words, inDomain: asked.inDomain },
      moneyOnly(asked.dimension),
      rulebook,
      true,
    )
  const own = find(noun)
  if (own !== null) return own.row.code
  const last = nouns.at(-1) ?? ''
  if (place === nouns.length - 1) return null
  const shared = Array.from({ length: last.length }, (_, cut) => find(noun + last.slice(cut)))
    .filter((match) => match !== null)
    .filter((match) => match.start < noun.length && match.end > noun.length)
    .sort((a, b) => b.form.length - a.form.length)
  return shared[0]?.row.code ?? null
}
