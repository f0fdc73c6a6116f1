import { enumeration, headerUnit } from './labels.ts'
import { alphanumeric, fixedName, idiom, namedShow, perPeople, quoted } from './names.ts'
import { ordinal, ordinalPrefix, strongOrdinal } from './ordinals.ts'
import { chrome, page, reference, title } from './references.ts'
import { oneAsArticle, structure } from './structures.ts'
import { time } from './times.ts'
import type { MentionRule } from './view.ts'

/** First answer wins: the order is part of the meaning. */
export const MENTION_RULES: readonly MentionRule[] = [
  chrome, headerUnit, title, page, reference, enumeration, quoted, alphanumeric, perPeople, strongOrdinal, ordinalPrefix, namedShow,
  fixedName, idiom, time,
  ordinal, structure, oneAsArticle,
] // biome-ignore format: an order to read
