import type { z } from 'zod'
import type { Lexicon } from './lexicon.ts'
import type { RegionIndex } from './regions.ts'
import type {
  ChromeRow,
  CountedRow,
  EventRow,
  HedgeRow,
  IndicatorRow,
  IssuerRow,
  StatusRow,
  sectionRow,
  TitleRow,
  TopicRow,
  UnitRow,
  WordRow,
} from './schema.ts'

export type SectionWordRow = z.infer<typeof sectionRow>

/** What baoshu knows, compiled: every table with the matcher that finds its forms. */
export interface RuleBook {
  readonly catalogue: string
  /** Changes whenever a row or a rule changes: facts of another version are stale. */
  readonly version: string
  readonly indicators: ReadonlyMap<string, IndicatorRow>
  readonly units: Lexicon<UnitRow>
  readonly hedges: {
    readonly before: Lexicon<HedgeRow>
    readonly inner: Lexicon<HedgeRow>
    readonly after: Lexicon<HedgeRow>
  }
  readonly names: Lexicon<WordRow>
  readonly idioms: Lexicon<WordRow>
  /** Verbs that stand inside noun phrases (展示示范点, 修缮工程). */
  readonly nominals: Lexicon<WordRow>
  /** Institutions, places and events whose figures are not the reporting body's own. */
  readonly bodies: Lexicon<WordRow>
  readonly chrome: Lexicon<ChromeRow>
  readonly sections: Lexicon<SectionWordRow>
  readonly statuses: Lexicon<StatusRow>
  /** Words of the catalogue's subject; null for a catalogue of all subjects. */
  readonly domain: Lexicon<WordRow> | null
  readonly counted: Lexicon<CountedRow>
  readonly topics: Lexicon<TopicRow>
  /** Administrative divisions, for the dating of reports. */
  readonly regions: RegionIndex
  readonly issuers: Lexicon<IssuerRow>
  readonly titles: Lexicon<TitleRow>
  /** What has a date: anchors for reports whose year is masked. */
  readonly events: Lexicon<EventRow>
}
