import { createHash } from 'node:crypto'
import { DEFAULT_LIMITS, type IngestOptions, ingestFile, readFileBytes } from '../ingest/ingest.ts'
import { sniff } from '../ingest/sniff.ts'
import type { SourceDocument } from '../model/document.ts'
import { BaoshuError } from '../model/error.ts'
import type { Extraction } from '../model/extraction.ts'
import type { GivenProfile } from '../model/report.ts'
import type { FileIdentity, FileJob, FileReading } from './runner.ts'

/** Turns a document into what it says: the core behind one function, its knowledge and its dictionaries loaded. */
export type ReadDocument = (document: SourceDocument, given: GivenProfile) => Promise<Extraction>

/** What came of reading a file: never throws, so that one file cannot end the work on the others. */
export async function readFile(job: FileJob, read: ReadDocument, options: IngestOptions): Promise<FileReading> {
  return withoutThrowing(async () => {
    const document = await ingestFile(job.path, job.name === undefined ? options : { ...options, name: job.name })
    return { kind: 'read', document, extraction: await read(document, job.given) }
  })
}

/** The id of the document in a file from its bytes alone, or the archive that it is; troubles are answers as in `readFile`. */
export async function identifyFile(path: string, options: IngestOptions): Promise<FileIdentity> {
  return withoutThrowing(async () => {
    const { bytes } = await readFileBytes(path, { ...DEFAULT_LIMITS, ...options.limits })
    if (sniff(bytes) === 'zip') return { kind: 'archive', bytes }
    return { kind: 'known', document: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }
  })
}

type Trouble = Exclude<FileReading, { kind: 'read' }>

/** What work comes to; a trouble of it is an answer as well. */
export async function withoutThrowing<T>(work: () => Promise<T>): Promise<T | Trouble> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BaoshuError)
      return { kind: 'failed', code: error.code, message: error.message, advice: error.advice }
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'bug', message, stack: error instanceof Error ? (error.stack ?? message) : message }
  }
}
