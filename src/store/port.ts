import type { SourceDocument } from '../model/document.ts'
import type { ErrorCode } from '../model/error.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Fact } from '../model/fact.ts'
import type { FactChange, FactChangeKind } from '../model/fact-change.ts'
import type { Finding, FindingKind } from '../model/finding.ts'
import type { Mention } from '../model/mention.ts'
import type { Reference } from '../model/reference.ts'
import type { GivenProfile, ReportProfile } from '../model/report.ts'
import type { ReportedFact } from '../model/reported-fact.ts'

export type { CatalogueRow, Reference, UnitRow } from '../model/reference.ts'
export type { ReportedFact } from '../model/reported-fact.ts'

/** A file as the file system shows it, known again by these three without being read. */
export interface FileStat {
  /** Absolute path. */
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** What became of one file in one run. */
export type FileOutcome = 'new' | 'unchanged' | 'replaced' | 'failed'

/** A document with all that was read out of it, as one transaction stores it. */
export interface DocumentRecord {
  readonly file: FileStat
  readonly document: SourceDocument
  readonly extraction: Extraction
  /** The user's word on the document, kept and applied again when it is read again. */
  readonly given: GivenProfile
  /** Whether something that the user had said is taken back: this word stands, though the stored one says more. */
  readonly takesBack?: boolean
}

/**
 * A document ready to be stored: its rows made and packed where it was read, so that the process that writes only binds
 * them. Plain data, so that it can cross from another thread or process.
 */
export interface PreparedDocument {
  readonly id: string
  readonly rulesVersion: string
  /** SHA-256 of all that is stored of it. */
  readonly content: string
  readonly given: GivenProfile
  readonly facts: number
  readonly findings: number
  /** Its rows, each sentence once; only the store looks into it. */
  readonly packed: Uint8Array
}

/** A prepared document and the file that it was read from. */
export interface PreparedRecord {
  readonly file: FileStat
  readonly prepared: PreparedDocument
  /** As in `DocumentRecord`. */
  readonly takesBack?: boolean
}

export interface FailureRecord {
  readonly file: FileStat | { readonly path: string }
  readonly code: ErrorCode
  readonly message: string
  readonly advice: string
}

export interface RunSummary {
  readonly run: number
  readonly started: string
  readonly finished: string | null
  readonly files: Readonly<Record<FileOutcome, number>>
  readonly facts: number
  readonly findings: number
  /** Facts that reading known bytes again changed. */
  readonly changes: Readonly<Record<FactChangeKind, number>>
  readonly failures: readonly {
    readonly path: string
    readonly code: ErrorCode
    readonly message: string
    readonly advice: string
  }[]
}

export interface FactQuery {
  readonly document?: string
  readonly indicator?: string
  readonly of?: string
  /** Words that must stand in the full name of the region (`潍坊`), levels between places left out (`潍坊高新区`). */
  readonly region?: string
  /** Words that must stand in the name of the issuer. */
  readonly issuer?: string
  readonly year?: number
  readonly yearFrom?: number
  readonly yearTo?: number
  readonly status?: Fact['status']
  readonly basis?: Fact['basis']
  readonly aspect?: Fact['aspect']
  readonly scope?: string
  /** Words that must stand in the sentence. */
  readonly search?: string
  readonly minConfidence?: number
  /** A finding of this kind stands in the paragraph or cell of the fact, or where it has none, in its words. */
  readonly finding?: FindingKind
  readonly limit?: number
  /** Id of the last fact of the page before: paging is stable while the archive grows. */
  readonly after?: string
}

export interface DocumentRow {
  readonly id: string
  readonly paths: readonly string[]
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
  readonly reports: readonly ReportProfile[]
  readonly facts: number
  readonly mentions: number
  readonly findings: number
  readonly rulesVersion: string
}

/** What every store offers. SQLite stands behind it now; another database can. */
export interface Archive {
  /** Rows of indicators and units, brought up to date when they differ. */
  saveReference(reference: Reference): void
  reference(): Reference
  startRun(options: { readonly paths: readonly string[]; readonly rulesVersion: string }): number
  /** The document stored for a path, with what is needed to tell that the file has not changed. */
  storedFile(path: string): {
    readonly document: string
    readonly sha256: string
    readonly size: number
    readonly modified: number
    readonly rulesVersion: string
  } | null
  /**
   * Whether a document of these bytes, read by these rules, with this word of the user is stored already. A stored
   * document that knows more of the user's word than `given` says counts: nothing new was said. Null: by any rules.
   */
  hasDocument(id: string, rulesVersion: string | null, given: GivenProfile): boolean
  /**
   * Stores a document whole or not at all, and says what became of the file: `new`; `unchanged` where the same reading is
   * stored already (under this path or another, which then lists both); `replaced` where the path held other bytes (they
   * go when no other path holds them; the run keeps the history) or the reading differs.
   */
  saveDocument(run: number, record: DocumentRecord): FileOutcome
  /** As `saveDocument` for each of them, in one transaction: all are stored or none is. */
  savePrepared(run: number, records: readonly PreparedRecord[]): readonly FileOutcome[]
  /** Notes that a path was seen and holds the document already stored. */
  saveUnchanged(run: number, file: FileStat, document: string): FileOutcome
  saveFailure(run: number, failure: FailureRecord): void
  finishRun(run: number): RunSummary
  givenProfile(path: string): GivenProfile
  /** The user's word on a document, whatever paths it lies under. */
  givenOfDocument(id: string): GivenProfile

  documents(): readonly DocumentRow[]
  document(id: string): { readonly document: SourceDocument; readonly extraction: Extraction } | null
  facts(query: FactQuery): Iterable<ReportedFact>
  /** All facts, those of one place together: figures of two places are never compared. Places come in binary order. */
  factsByPlace(): Iterable<readonly ReportedFact[]>
  mentions(document: string): readonly Mention[]
  findings(document?: string): readonly Finding[]
  runs(): readonly RunSummary[]
  /** Paths whose newest outcome, in whatever run, is `failed`, in order. */
  failedPaths(): readonly string[]
  /** What a run changed in the facts of bytes that were known: by other rules, or with another word of the user. */
  factChanges(run: number): Iterable<FactChange>
  /** One consistent read: nothing that `read` sees changes while it runs. */
  snapshot<T>(read: () => T): T
  close(): void
}
