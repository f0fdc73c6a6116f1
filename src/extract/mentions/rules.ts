import type { Numeral } from '../numerals.ts'
import { half, oneAsArticle, oneForEach, veryMuch } from './articles.ts'
import { few } from './few.ts'
import { enumeration, headerUnit } from './labels.ts'
import {
  alphanumeric,
  divisions,
  fixedName,
  idiom,
  namedPlace,
  namedShow,
  perPeople,
  quoted,
  sizeClass,
} from './names.ts'
import { ordinal, ordinalPrefix, strongOrdinal } from './ordinals.ts'
import { bundle, chrome, page, reference, title } from './references.ts'
import { burden, saying, scenery, series } from './sayings.ts'
import { structure } from './structures.ts'
import { time } from './times.ts'
import { LINE_END, type MentionRule, type MentionView } from './view.ts'

/** First answer wins: the order is part of the meaning. */
export const MENTION_RULES: readonly MentionRule[] = [
  title, chrome, few, headerUnit, page, bundle, reference, series, enumeration, quoted, alphanumeric, perPeople, strongOrdinal, ordinalPrefix, namedShow, namedPlace, sizeClass,
  fixedName, divisions, oneForEach, idiom, saying, burden, scenery, time,
  ordinal, structure, half, veryMuch, oneAsArticle,
] // biome-ignore format: an order to read

const known: Readonly<Record<Numeral['script'], Map<number, readonly MentionRule[]>>> = {
  digits: new Map(),
  han: new Map(),
}

/** The rules that may claim a numeral of its script by the character behind it, in their order. */
export function rulesFor({ text, numeral, lineEnd }: MentionView): readonly MentionRule[] {
  const code = (numeral.end < lineEnd ? text : LINE_END).charCodeAt(numeral.end < lineEnd ? numeral.end : 0)
  const rules = known[numeral.script].get(code)
  if (rules) return rules
  const next = String.fromCharCode(code)
  const chosen = MENTION_RULES.filter(
    ({ behind, script }) =>
      (behind === undefined || behind.includes(next)) && (script === undefined || script === numeral.script),
  )
  known[numeral.script].set(code, chosen)
  return chosen
}
