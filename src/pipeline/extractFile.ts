import { type IngestLimits, ingestFile } from '../ingest/ingest.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { GivenProfile } from '../model/report.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { loadReportReader } from './reportReader.ts'

/** How a file is read: the user's word on it, the catalogue of indicators, and what it may cost. */
export interface ExtractOptions {
  readonly given?: GivenProfile
  readonly catalogue?: string | null
  readonly limits?: Partial<IngestLimits>
  /** Whether the text of scanned pages and pictures is recognised. */
  readonly ocr?: boolean
}

/** One file read from end to end: its text, all that was read out of it, and the rules that it was read by. */
export interface ExtractedFile {
  readonly document: SourceDocument
  readonly extraction: Extraction
  readonly rulebook: RuleBook
}

/** What one file says, without a database. Throws a `BaoshuError` for a file that cannot be read. */
export async function extractFile(path: string, options: ExtractOptions = {}): Promise<ExtractedFile> {
  const document = await ingestFile(path, { limits: options.limits ?? {}, ocr: options.ocr ?? false })
  const reader = loadReportReader({ catalogue: options.catalogue ?? null })
  return { document, extraction: await reader.read(document, options.given ?? {}), rulebook: reader.rulebook }
}
