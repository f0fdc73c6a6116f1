import { type IngestLimits, ingestBytes } from '../ingest/ingest.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { GivenProfile } from '../model/report.ts'
import { loadRuleBook } from '../rulebook/load.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { extractApart } from './readApart.ts'
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

/**
 * What one file says, without a database: read in a process of its own, so that a hostile one takes nothing else down.
 * Throws a `BaoshuError` for a file that cannot be read or goes beyond a limit.
 */
export async function extractFile(path: string, options: ExtractOptions = {}): Promise<ExtractedFile> {
  // The rules are loaded here while the process starts.
  const [read, rulebook] = await Promise.all([
    extractApart(path, options),
    Promise.resolve().then(() => loadRuleBook(options.catalogue ?? undefined)),
  ])
  return { ...read, rulebook }
}

/** What a text says, without a file, in this process: it is read as a plain text file of these words would be. */
export async function extractText(
  text: string,
  options: Omit<ExtractOptions, 'ocr'> & {
    /** Name in the place of that of a file: a hint for title and year. */
    readonly name?: string
  } = {},
): Promise<ExtractedFile> {
  const bytes = new TextEncoder().encode(text)
  const document = await ingestBytes(bytes, options.name ?? 'text.txt', { limits: options.limits ?? {} })
  const reader = loadReportReader({ catalogue: options.catalogue ?? null })
  return { document, extraction: await reader.read(document, options.given ?? {}), rulebook: reader.rulebook }
}
