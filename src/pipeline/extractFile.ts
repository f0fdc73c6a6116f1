import { type IngestLimits, ingestBytes, ingestFile } from '../ingest/ingest.ts'
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
  return readOne(document, options)
}

/** What a text says, without a file: it is read as a plain text file of these words would be. */
export async function extractText(
  text: string,
  options: Omit<ExtractOptions, 'ocr'> & {
    /** Name in the place of that of a file: a hint for title and year. */
    readonly name?: string
  } = {},
): Promise<ExtractedFile> {
  const bytes = new TextEncoder().encode(text)
  const document = await ingestBytes(bytes, options.name ?? 'text.txt', { limits: options.limits ?? {} })
  return readOne(document, options)
}

async function readOne(
  document: SourceDocument,
  { catalogue = null, given = {} }: Pick<ExtractOptions, 'catalogue' | 'given'>,
): Promise<ExtractedFile> {
  const reader = loadReportReader({ catalogue })
  return { document, extraction: await reader.read(document, given), rulebook: reader.rulebook }
}
