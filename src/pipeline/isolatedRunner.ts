import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type IngestLimits, ingestFile, limitsOf } from '../ingest/ingest.ts'
import { openProcessPool, type ProcessPool } from '../ingest/isolate.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { PreparedDocument } from '../store/port.ts'
import { prepareDocument } from '../store/sqlite/prepare-document.ts'
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
  /** The document alone, what it says too, or all that an archive stores of it, packed. */
  readonly wanted: ReadingResult['kind']
}

/** What it answers. */
export type ReadingResult =
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'extraction'; readonly document: SourceDocument; readonly extraction: Extraction }
  | { readonly kind: 'prepared'; readonly prepared: PreparedDocument }

/** The reading processes of a catalogue and of limits of time and memory, started when first needed. */
export function openReadingPool(
  options: Pick<IsolatedRunnerOptions, 'catalogue' | 'size'> & { readonly limits: IngestLimits },
): ProcessPool<ReadingRequest, ReadingResult> {
  return openProcessPool({
    program: findProgram(),
    arguments: [options.catalogue ?? ''],
    size: options.size ?? 1,
    limits: options.limits,
  })
}

/**
 * A runner that reads in processes of their own, from the bytes of a file to its facts: a file that eats all memory or
 * takes too long fails by its limit, and the others are read. Only the dictionaries of those processes are loaded.
 */
export function openIsolatedRunner(options: IsolatedRunnerOptions = {}): Runner {
  const ocr = options.ocr ?? false
  const limits = limitsOf({ ocr, limits: options.limits ?? {} })
  const { reference } = loadReportReader({ catalogue: options.catalogue ?? null })
  const pool = openReadingPool({ catalogue: options.catalogue ?? null, size: options.size ?? 1, limits })
  return {
    reference,
    ocr,
    identify: (path) => identifyFile(path, { limits }),
    read: (job) =>
      withoutThrowing(async () => {
        const result = await pool.run({ ...job, limits, ocr, wanted: 'prepared' }, placeOf(job))
        if (result.kind !== 'prepared') throw new Error(`A reading process answered with ${result.kind}`)
        return { kind: 'read', prepared: result.prepared }
      }),
    close: () => pool.close(),
  }
}

/** What a reading process does with a request. */
export async function readRequest(
  { path, name, given, limits, ocr, wanted }: ReadingRequest,
  reader: ReportReader,
): Promise<ReadingResult> {
  const document = await ingestFile(path, { limits, ocr, ...(name === undefined ? {} : { name }) })
  if (wanted === 'document') return { kind: 'document', document }
  const extraction = await reader.read(document, given)
  if (wanted === 'extraction') return { kind: 'extraction', document, extraction }
  return {
    kind: 'prepared',
    prepared: prepareDocument({ document, extraction, given }, reader.reference.rulesVersion),
  }
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
