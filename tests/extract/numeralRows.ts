import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findNumerals, type Numeral } from '../../src/extract/numerals.ts'
import { type Quantity, readQuantity, sharedUnits } from '../../src/extract/quantities.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import type { Fact } from '../../src/model/fact.ts'
import { readReport } from '../../src/pipeline/readReport.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'
import { loadSegmenter } from '../../src/text/segmenter.ts'

/** Rows of other tools' own tests; they lie beside the repository and are not part of it. */
const ROWS = fileURLToPath(new URL('../../../shared/numerals/cases.jsonl', import.meta.url))
export const rowsArePresent = existsSync(ROWS)

const numeralRow = z.looseObject({
  id: z.string(),
  kind: z.enum(['number', 'percent', 'range', 'money', 'dimension', 'ordinal', 'reject']),
  input: z.string(),
  relevance: z.enum(['core', 'useful']),
  expected: z
    .looseObject({
      quote: z.string(),
      start: z.number(),
      value: z.number().nullable(),
      unit: z.string().nullable().optional(),
      low: z.number().nullable().optional(),
      high: z.number().nullable().optional(),
    })
    .nullable(),
})
export type NumeralRow = z.infer<typeof numeralRow>
type Expected = NonNullable<NumeralRow['expected']>

export function loadNumeralRows(): readonly NumeralRow[] {
  if (!rowsArePresent) return []
  return readFileSync(ROWS, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => numeralRow.parse(JSON.parse(line)))
}

/** What we read in the place of a row, in words, and whether it is what the row expects. */
export interface Judgement {
  readonly agrees: boolean
  readonly read: string
}

/** Units that say the same in other words; a percentage point keeps its own unit with us. */
const SAME_UNIT: Readonly<Record<string, readonly string[]>> = {
  '%': ['%', '个百分点'],
  公里: ['公里', '千米', 'km'],
  米: ['米', 'm'],
  '元(unspecified)': ['元'],
}

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

const touches = (item: { readonly start: number; readonly end: number }, { start, quote }: Expected): boolean =>
  item.start < start + quote.length && item.end > start

/** A share is stored in percent, and per mille in its own unit; the rows count both from one. */
function valuesOf({ value, unit }: Pick<Numeral, 'value' | 'unit'>): readonly (number | null)[] {
  if (value === null || (unit !== '%' && unit !== '‰')) return [value]
  return unit === '%' ? [value, value / 100] : [value, value / 10, value / 1000]
}

function readQuantities(text: string, numerals: readonly Numeral[]): readonly Quantity[] {
  const quantities: Quantity[] = []
  const listed = sharedUnits(text, numerals, loadRuleBook())
  for (let index = 0; index < numerals.length; ) {
    const read = readQuantity(text, numerals, index, listed[index] ?? null, loadRuleBook())
    if (read) quantities.push(read.quantity)
    index += read?.used ?? 1
  }
  return quantities
}

const inUnit = (wanted: string | null | undefined, unit: string): boolean =>
  wanted === undefined ||
  wanted === null ||
  (SAME_UNIT[wanted] ?? [wanted]).includes(unit) ||
  (wanted === '%' && unit === '‰')

/** The bounds that one quantity, or two side by side, set; what a word leaves open is open. */
function hasBounds(quantities: readonly Quantity[], expected: Expected): boolean {
  const wanted = [expected.low ?? null, expected.high ?? null] as const
  const lowOf = (quantity: Quantity) => quantity.min ?? quantity.value
  const highOf = (quantity: Quantity) => quantity.max ?? quantity.value
  const scale = (quantity: Quantity, bound: number | null): readonly (number | null)[] =>
    valuesOf({ value: bound, unit: quantity.unit })
  const isLow = (quantity: Quantity) => scale(quantity, lowOf(quantity)).some((bound) => near(bound, wanted[0]))
  const isHigh = (quantity: Quantity) => scale(quantity, highOf(quantity)).some((bound) => near(bound, wanted[1]))
  return quantities.some((low) => {
    if (!inUnit(expected.unit, low.unit)) return false
    if (wanted[0] === null) return isHigh(low)
    if (wanted[1] === null) return isLow(low)
    return isLow(low) && quantities.some((high) => high.start >= low.start && isHigh(high))
  })
}

/** 5-20% holds the 20% that a recogniser without ranges reads there. */
const hasAsEnd = (quantity: Quantity, expected: Expected): boolean =>
  quantity.modifier === 'range' && inUnit(expected.unit, quantity.unit) && near(quantity.max, expected.value)

const hasRange = ({ low, high }: Expected): boolean => (low ?? null) !== null || (high ?? null) !== null

function agrees(
  row: NumeralRow,
  expected: Expected,
  numerals: readonly Numeral[],
  quantities: readonly Quantity[],
): boolean {
  if (row.kind === 'number' || row.kind === 'ordinal') {
    return numerals.some((numeral) => valuesOf(numeral).some((value) => near(value, expected.value)))
  }
  if (hasRange(expected)) return hasBounds(quantities, expected)
  if (expected.value === null) return quantities.some((quantity) => quantity.value !== null || quantity.min !== null)
  return quantities.some(
    (quantity) =>
      hasAsEnd(quantity, expected) ||
      (inUnit(expected.unit, quantity.unit) &&
        valuesOf(quantity)
          .slice(0, 2)
          .some((value) => near(value, expected.value))),
  )
}

/**
 * Numbers and ordinals are judged by the numeral's value, percentages, money and measures by the quantity with its
 * unit, ranges by the bounds of one or two quantities, and "nothing there" by the facts of a text that holds the words.
 */
export async function judgeRow(row: NumeralRow): Promise<Judgement> {
  const { expected } = row
  if (expected === null) {
    const facts = (await factsIn(row.input)).filter((fact) => isOfKind(row.kind, fact.unit))
    return { agrees: facts.length === 0, read: facts.map((fact) => fact.quote).join(', ') }
  }
  const text = normalizeCharacters(row.input)
  const all = findNumerals(text)
  const numerals = all.filter((numeral) => touches(numeral, expected))
  const quantities = readQuantities(text, all).filter((quantity) =>
    touches({ ...quantity, start: quantity.from }, expected),
  )
  return {
    agrees: agrees(row, expected, numerals, quantities),
    read: [...numerals, ...quantities].map(shown).join(', '),
  }
}

const shown = ({ value, min, max, unit }: Pick<Quantity, 'value' | 'min' | 'max'> & { unit: string | null }): string =>
  `${value ?? `${min}–${max}`}${unit ?? ''}`

/** A row of one recogniser says that nothing of its kind is there; money says nothing of 9000台. */
function isOfKind(kind: NumeralRow['kind'], unit: string): boolean {
  const dimension = loadRuleBook().units.at(unit, 0)[0]?.row.dimension
  if (kind === 'money') return dimension === 'money'
  if (kind === 'percent') return dimension === 'ratio' || dimension === 'point'
  return true
}

async function factsIn(words: string): Promise<readonly Fact[]> {
  const document = await ingestBytes(new TextEncoder().encode(`${words}\n`), 'row.txt')
  return readReport(document, loadRuleBook(), { segmenter: await loadSegmenter() }).facts
}
