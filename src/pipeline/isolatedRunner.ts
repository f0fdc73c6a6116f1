import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type IngestLimits, ingestFile, limitsOf } from '../ingest/ingest.ts'
import { openProcessPool } from '../ingest/isolate.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import { identifyFile, withoutThrowing } from './readFile.ts'
import { loadReportReader, type ReportReader } from './reportReader.ts'
import type { FileJob, Runner } from './runner.ts'

/** What the runner reads by. */
export interface IsolatedRunnerOptions {
  readonly catalogue?: string | null
  readonly limits?: Partial<IngestLimits>
  readonly ocr?: boolean
  /** Processes at most. */
  readonly size?: number
}

/** What a reading process is asked. */
export interface ReadingRequest extends FileJob {
  readonly limits: IngestLimits
  readonly ocr: boolean
}

/** What it answers. */
export interface ReadingResult {
  readonly document: SourceDocument
  readonly extraction: Extraction
}

/**
 * A runner that reads in processes of their own, from the bytes of a file to its facts: a file that eats all memory or
 * takes too long fails by its limit, and the others are read. Only the dictionaries of those processes are loaded.
 */
export function openIsolatedRunner(options: IsolatedRunnerOptions = {}): Runner {
  const ocr = options.ocr ?? false
  const limits = limitsOf({ ocr, limits: options.limits ?? {} })
  const { reference } = loadReportReader({ catalogue: options.catalogue ?? null })
  const pool = openProcessPool<ReadingRequest, ReadingResult>({
    program: findProgram(),
    arguments: [options.catalogue ?? ''],
    size: options.size ?? 1,
    limits,
  })
  return {
    reference,
    ocr,
    identify: (path) => identifyFile(path, { limits }),
    read: (job) =>
      withoutThrowing(async () => ({ kind: 'read', ...(await pool.run({ ...job, limits, ocr }, placeOf(job))) })),
    close: () => pool.close(),
  }
}

/** What a reading process does with a request. */
export async function readRequest(
  { path, name, given, limits, ocr }: ReadingRequest,
  reader: ReportReader,
): Promise<ReadingResult> {
  const document = await ingestFile(path, { limits, ocr, ...(name === undefined ? {} : { name }) })
  return { document, extraction: await reader.read(document, given) }
}

function placeOf({ path, name }: FileJob): string {
  return name ?? path
}

/** The program of the reading processes: beside this file in the sources, at a fixed place in the built package. */
function findProgram(): string {
  const places = ['./readingProcess.ts', './pipeline/readingProcess.js', '../pipeline/readingProcess.js']
  const program = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (program === undefined) throw new Error('The program of the reading process is missing from the package')
  return program
}
