import type { IngestLimits } from '../ingest/ingest.ts'
import { identifyFile, readFile } from './readFile.ts'
import { loadReportReader, type ReportReader } from './reportReader.ts'
import type { Runner } from './runner.ts'

/** What the runner reads by. */
export interface InlineRunnerOptions {
  readonly catalogue?: string | null
  readonly limits?: Partial<IngestLimits>
  readonly ocr?: boolean
  /** The reader to use instead of the one that the catalogue makes. */
  readonly reader?: ReportReader
}

/** A runner that reads in this thread: one file is worked on while others wait for the disk. */
export function openInlineRunner(options: InlineRunnerOptions = {}): Runner {
  const reader = options.reader ?? loadReportReader({ catalogue: options.catalogue ?? null })
  const ocr = options.ocr ?? false
  const ingest = { limits: options.limits ?? {}, ocr }
  return {
    reference: reader.reference,
    ocr,
    identify: (path) => identifyFile(path, ingest),
    read: (job) => readFile(job, reader, ingest),
    close: async () => {},
  }
}
