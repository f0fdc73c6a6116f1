import type { Fact } from '../model/fact.ts'
import { csvLines, inChunks } from './csv.ts'
import { parquetChunks } from './parquet.ts'
import { factSchema } from './records.ts'
import { TABLES } from './tables.ts'

/** Names of the contract's fact record, in its order. */
export const FACT_FIELDS = Object.keys(factSchema.shape) as readonly (keyof Fact)[]

/** A CSV file of facts in pieces, one line a fact, columns by the contract; rule ids are joined by spaces. */
export function writeFactsCsv(facts: Iterable<Fact>, options: { readonly bom?: boolean } = {}): Iterable<string> {
  return inChunks(csvLines(FACT_FIELDS, rowsOf(facts), options))
}

/** A JSON Lines file of facts in pieces: the fact records of the contract, exactly as they are. */
export function writeFactsJsonl(facts: Iterable<Fact>): Iterable<string> {
  return inChunks(jsonLines(facts))
}

/** A Parquet file of facts in pieces: the columns of the contract with their types; rule ids are joined by spaces. */
export function writeFactsParquet(facts: Iterable<Fact>): Iterable<Uint8Array> {
  return parquetChunks(TABLES.facts, rowsOf(facts))
}

function* jsonLines(facts: Iterable<Fact>): Generator<string, void, undefined> {
  for (const row of rowsOf(facts)) yield `${JSON.stringify(row)}\n`
}

/** The record of the contract alone: what queries add (region, title …) is left out. */
function* rowsOf(facts: Iterable<Fact>): Generator<Record<keyof Fact, Fact[keyof Fact]>, void, undefined> {
  for (const fact of facts) {
    yield Object.fromEntries(FACT_FIELDS.map((name) => [name, fact[name]])) as Record<keyof Fact, Fact[keyof Fact]>
  }
}
