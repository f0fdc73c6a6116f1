/**
 * baoshu 报数: written reports in, data out, every figure with its sentence.
 *
 * ```ts
 * import { extractFile, importPaths, openArchive, openInlineRunner } from 'baoshu'
 *
 * const { extraction } = await extractFile('report.docx')
 * for (const fact of extraction.facts) console.log(fact.quote, fact.value, fact.unit, fact.indicator, fact.year)
 *
 * const archive = openArchive('baoshu.db')
 * await importPaths(['reports'], archive, { runner: openInlineRunner() })
 * for (const fact of archive.facts({ indicator: 'film.screenings' })) console.log(fact.region, fact.year, fact.value)
 * archive.close()
 * ```
 *
 * Whatever the user can act on is thrown as a `BaoshuError`; match its `code`, never its message.
 */

// Reading: a file becomes a document, a document what it says.

export { type ExplainLanguage, explainFact } from './extract/explain.ts'
export { DEFAULT_LIMITS, type IngestLimits, type IngestOptions, ingestBytes } from './ingest/ingest.ts'
export { type ExtractedFile, type ExtractOptions, extractFile, extractText } from './pipeline/extractFile.ts'
export { ingestFileApart as ingestFile } from './pipeline/readApart.ts'
export { type ReadOptions, readReport } from './pipeline/readReport.ts'
export { loadReportReader, type ReportReader } from './pipeline/reportReader.ts'
export { checkRuleBook, type Problem } from './rulebook/check.ts'
export { loadRuleBook } from './rulebook/load.ts'
export type { RuleBook } from './rulebook/rulebook.ts'
export { loadSegmenter, type Segmenter, type Token } from './text/segmenter.ts'

// Storing: files and folders into an archive, and questions to it.

export {
  type ImportEvent,
  type ImportOptions,
  type ImportResult,
  importPaths,
} from './pipeline/importPaths.ts'
export { type InlineRunnerOptions, openInlineRunner } from './pipeline/inlineRunner.ts'
export { type IsolatedRunnerOptions, openIsolatedRunner } from './pipeline/isolatedRunner.ts'
export { DEFAULT_JOBS } from './pipeline/jobs.ts'
export { loadManifest } from './pipeline/loadManifest.ts'
export { type Manifest, type ManifestRow, readManifest } from './pipeline/manifest.ts'
export { type RefreshOptions, type RefreshResult, refreshArchive } from './pipeline/refreshArchive.ts'
export type { FileIdentity, FileJob, FileReading, Runner } from './pipeline/runner.ts'
export { type GivenField, type Reread, type Saying, setGiven } from './pipeline/setGiven.ts'
export type { SkippedFile, SkipReason } from './pipeline/walk.ts'
export { type ArchiveOptions, openArchive } from './store/open.ts'
export type {
  Archive,
  DocumentRecord,
  DocumentRow,
  FactQuery,
  FailureRecord,
  FileOutcome,
  FileStat,
  PreparedDocument,
  PreparedRecord,
  RunSummary,
} from './store/port.ts'
export { prepareDocument } from './store/sqlite/prepare-document.ts'

// Comparing: years of a series, plans against outcomes, claims against figures.

export {
  type Caution,
  type Change,
  type Comparison,
  changeBetween,
  changesOf,
  type NotComparable,
  type SeriesChange,
} from './compare/change.ts'
export { type ClaimCheck, type ClaimDoubt, checkClaims, type Verdict } from './compare/claims.ts'
export { type Compared, compare } from './compare/compare.ts'
export { type Conflict, findConflicts } from './compare/conflicts.ts'
export { type Contradiction, findContradictions } from './compare/contradictions.ts'
export type { Figure, FigureOptions } from './compare/figure.ts'
export { checkParts, type PartsCheck, type PartsVerdict } from './compare/parts.ts'
export { type Outcome, type PlanOutcome, planOutcomes } from './compare/plans.ts'
export { changesBetweenReadings } from './compare/readings.ts'
export { buildSeries, type Series, type SeriesPoint } from './compare/series.ts'

// Giving away: a Data Package, the facts as CSV, JSON Lines or Parquet, a page to read.

export { type PackageFile, writeDataPackage } from './package/data-package.ts'
export type { PackageOptions } from './package/descriptor.ts'
export { writeFactsCsv, writeFactsJsonl, writeFactsParquet } from './package/facts.ts'
export type { PackageContent, PackagedDocument } from './package/rows.ts'
export type { PackageProblem } from './package/validate.ts'
export { type ExportOptions, type ExportResult, exportArchive } from './pipeline/exportArchive.ts'
export { EXPORT_FORMS, type ExportForm } from './pipeline/exportForms.ts'
export { validateFolder } from './pipeline/readPackage.ts'
export { type ReportOptions, reportArchive } from './pipeline/reportArchive.ts'

// The words that all share.

export {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  DOCUMENT_FORMATS,
  type DocumentFormat,
  type Page,
  type SourceDocument,
  type TableCell,
} from './model/document.ts'
export { BaoshuError, ERROR_CODES, type ErrorCode } from './model/error.ts'
export type { Extraction } from './model/extraction.ts'
export {
  ASPECTS,
  type Aspect,
  BASES,
  type Basis,
  FACT_FIELDS,
  type Fact,
  MODIFIERS,
  type Modifier,
  STATUSES,
  type Status,
} from './model/fact.ts'
export { FACT_CHANGE_KINDS, type FactChange, type FactChangeKind } from './model/fact-change.ts'
export { FINDING_KINDS, type Finding, type FindingKind } from './model/finding.ts'
export { MENTION_CLASSES, type Mention, type MentionClass } from './model/mention.ts'
export type { CatalogueRow, Reference, UnitRow } from './model/reference.ts'
export {
  type Evidence,
  GIVEN_FIELDS,
  type GivenProfile,
  REPORT_KINDS,
  type ReportKind,
  type ReportProfile,
  YEAR_BASES,
  type YearBasis,
} from './model/report.ts'
export type { ReportedFact } from './model/reported-fact.ts'
export { covers, overlaps, type Span } from './model/span.ts'
