import { half, oneAsArticle, oneForEach, veryMuch } from './articles.ts'
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
import { structure } from './structures.ts'
import { time } from './times.ts'
import type { MentionRule } from './view.ts'

/** First answer wins: the order is part of the meaning. */
export const MENTION_RULES: readonly MentionRule[] = [
  title, chrome, headerUnit, page, bundle, reference, enumeration, quoted, alphanumeric, perPeople, strongOrdinal, ordinalPrefix, namedShow, namedPlace, sizeClass,
  fixedName, divisions, oneForEach, idiom, time,
  ordinal, structure, half, veryMuch, oneAsArticle,
] // biome-ignore format: an order to read
