/** A code of a catalogue: what a figure can be a figure of. */
export interface CatalogueRow {
  readonly code: string
  readonly catalogue: string
  readonly name: string
  /** Shown where the language is English; left out: there the code is. */
  readonly nameEn?: string
  readonly unit: string
  readonly aspect: string
  readonly description: string
  /**
   * Whether a figure of this code says nothing without its subject (`other`, a coverage of what?): then the subject
   * belongs to the identity of a series. Left out: only `other`.
   */
  readonly bySubject?: boolean
  /** What a plan for it wants: at least that much (left out), or at most (失业率, 能耗). */
  readonly goal?: 'reach' | 'stay_below'
  /** `real`: its growth is told at constant prices, so that its figures in money do not bear it out. Left out: nominal. */
  readonly growth?: 'real'
}

/** A unit of measure with all the ways to write it. */
export interface UnitRow {
  readonly id: string
  /** What it measures: `session`, `item`, `money`, `area`, `ratio` … */
  readonly dimension: string
  readonly forms: readonly string[]
  /** The form that stands for all of them, where they are one unit (平方米, 平米, ㎡). */
  readonly canonical?: string
}

/** Rows that an archive carries so that its figures can be read and compared without our code. */
export interface Reference {
  readonly indicators: readonly CatalogueRow[]
  readonly units: readonly UnitRow[]
  /** Version of the rules that make facts: another version makes a stored document stale. */
  readonly rulesVersion: string
}

/** The names of indicators by their codes, as a reader of `language` knows them; without an English one that is the code. */
export function indicatorNames(
  rows: readonly Pick<CatalogueRow, 'code' | 'name' | 'nameEn'>[],
  language: 'zh' | 'en',
): ReadonlyMap<string, string> {
  return new Map(rows.map(({ code, name, nameEn }) => [code, language === 'zh' ? name : nameEn || code]))
}
