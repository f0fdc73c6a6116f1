import { createHash } from 'node:crypto'
import { DEFAULT_LIMITS, type IngestOptions, ingestFile, readFileBytes } from '../ingest/ingest.ts'
import { sniff } from '../ingest/sniff.ts'
import { BaoshuError } from '../model/error.ts'
import { prepareDocument } from '../store/sqlite/prepare-document.ts'
import type { ReportReader } from './reportReader.ts'
import type { FileIdentity, FileJob, FileReading } from './runner.ts'

/** What came of reading a file: never throws, so that one file cannot end the work on the others. */
export async function readFile(
  job: FileJob,
  { read, reference }: ReportReader,
  options: IngestOptions,
): Promise<FileReading> {
  return withoutThrowing(async () => {
    const { path, name, given } = job
    const document = await ingestFile(path, name === undefined ? options : { ...options, name })
    const extraction = await read(document, given)
    return { kind: 'read', prepared: prepareDocument({ document, extraction, given }, reference.rulesVersion) }
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
