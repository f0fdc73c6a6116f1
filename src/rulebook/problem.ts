import type { LexiconRow } from './lexicon.ts'

/** Something that two rows, or a row and the text, disagree about. One sentence in English. */
export interface Problem {
  /** Table and row: `units unit.length`. */
  readonly place: string
  readonly message: string
}

/** Rows of one table, under the name that `baoshu rules list` gives it. */
export interface Table {
  readonly name: string
  readonly rows: readonly LexiconRow[]
}
