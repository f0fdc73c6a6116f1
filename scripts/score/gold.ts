import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { MentionClass } from '../../src/model/mention.ts'
import { MENTION_CLASSES } from '../../src/model/mention.ts'
import type { Span } from '../../src/model/span.ts'

const place = { quote: z.string().min(1), nth: z.int().min(1).default(1) }
const bound = z.number().nullish().default(null)

const goldFact = z.object({
  ...place,
  value: bound,
  min: bound,
  max: bound,
  unit: z.string().nullish().default(null),
  modifier: z.string(),
  status: z.string(),
  basis: z.string(),
  aspect: z.string(),
  indicator: z.string().nullish().default(null),
  subject: z.string().nullish().default(null),
  scope: z.string().nullish().default(null),
  year: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .default(null),
})

const goldFile = z.object({
  report_year: z.number().nullish().default(null),
  facts: z.array(goldFact),
  others: z.array(z.object({ ...place, class: z.enum(MENTION_CLASSES) })),
})

/** One fact that a reader found in a report, with its place in the text. */
export type GoldFact = z.infer<typeof goldFact> & Span

/** One numeral of a report with the class that a reader gave it. */
export interface GoldNumeral extends Span {
  readonly quote: string
  readonly class: MentionClass
}

/** A report with all that careful readers found in it. */
export interface GoldReport {
  readonly name: string
  /** Path of the text. */
  readonly path: string
  readonly text: string
  readonly reportYear: number | null
  readonly facts: readonly GoldFact[]
  /** Every numeral of the text, those of the facts first. */
  readonly numerals: readonly GoldNumeral[]
}

const ENDING = '.gold.json'

/** The reports of a folder of NAME.gold.json and NAME.txt pairs, by name. Throws where a pair is broken. */
export function loadGoldSet(folder: string): readonly GoldReport[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort()
  if (names.length === 0) throw new Error(`no NAME${ENDING} in ${folder}`)
  return names.map((name) => {
    const path = join(folder, `${name}.txt`)
    if (!existsSync(path)) throw new Error(`no text beside ${name}${ENDING}: ${path}`)
    return readGold(name, path, readFileSync(path, 'utf8'), readFileSync(join(folder, name + ENDING), 'utf8'))
  })
}

/** The report of one text and its gold file. Throws where the gold has another form, or quotes what is not in the text. */
export function readGold(name: string, path: string, file: string, gold: string): GoldReport {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const parsed = goldFile.safeParse(JSON.parse(gold))
  if (!parsed.success) throw new Error(`${name}${ENDING}: ${z.prettifyError(parsed.error)}`)
  const { facts, others, report_year: reportYear } = parsed.data
  const placed = <Item extends { readonly quote: string; readonly nth: number }>(item: Item): Item & Span => {
    const start = findOccurrence(text, item.quote, item.nth)
    if (start === null) throw new Error(`${name}${ENDING}: quote ${item.nth} of “${item.quote}” is not in the text`)
    return { ...item, start, end: start + item.quote.length }
  }
  const placedFacts = facts.map(placed)
  return {
    name,
    path,
    text,
    reportYear,
    facts: placedFacts,
    numerals: [...placedFacts.map((fact) => ({ ...fact, class: 'fact' as const })), ...others.map(placed)].map(
      ({ start, end, quote, class: kind }) => ({ start, end, quote, class: kind }),
    ),
  }
}

/** Where the nth occurrence of a quote begins, occurrences that overlap counted; null where there are fewer. */
function findOccurrence(text: string, quote: string, nth: number): number | null {
  let at = -1
  for (let seen = 0; seen < nth; seen++) {
    at = text.indexOf(quote, at + 1)
    if (at < 0) return null
  }
  return at
}
