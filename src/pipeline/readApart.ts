import { type IngestOptions, limitsOf } from '../ingest/ingest.ts'
import type { ProcessPool } from '../ingest/isolate.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { GivenProfile } from '../model/report.ts'
import { openReadingPool, type ReadingRequest, type ReadingResult } from './isolatedRunner.ts'
import { DEFAULT_JOBS } from './jobs.ts'

/**
 * The document in a file, read in a process of its own, which is ended where it takes more than `limits.milliseconds` or
 * `limits.megabytes`. Throws a `BaoshuError` for what is no readable report or goes beyond a limit.
 */
export async function ingestFileApart(path: string, options: IngestOptions = {}): Promise<SourceDocument> {
  const result = await readApart({ path, given: {}, wanted: 'document' }, options)
  if (result.kind !== 'document') throw new Error(`A reading process answered with ${result.kind}`)
  return result.document
}

/** The document in a file and what it says, read in a process of its own as by `ingestFileApart`. */
export async function extractApart(
  path: string,
  options: Pick<IngestOptions, 'limits' | 'ocr'> & {
    readonly given?: GivenProfile
    readonly catalogue?: string | null
  },
): Promise<{ readonly document: SourceDocument; readonly extraction: Extraction }> {
  const result = await readApart({ path, given: options.given ?? {}, wanted: 'extraction' }, options)
  if (result.kind !== 'extraction') throw new Error(`A reading process answered with ${result.kind}`)
  return result
}

function readApart(
  asked: Pick<ReadingRequest, 'path' | 'given' | 'wanted'>,
  options: IngestOptions & { readonly catalogue?: string | null },
): Promise<ReadingResult> {
  const ocr = options.ocr ?? false
  const limits = limitsOf({ ocr, limits: options.limits ?? {} })
  const name = options.name === undefined ? {} : { name: options.name }
  const place = options.name ?? asked.path
  return withPool({ catalogue: options.catalogue ?? null, limits }, (pool) =>
    pool.run({ ...asked, ...name, limits, ocr }, place),
  )
}

interface Kept {
  readonly key: string
  readonly pool: ProcessPool<ReadingRequest, ReadingResult>
  inHand: number
}

/**
 * The processes that read last: they start in half a second, so that who reads file after file finds them still there.
 * They do not keep the program running, and end with it.
 */
let kept: Kept | null = null

async function withPool<Result>(
  options: Pick<Parameters<typeof openReadingPool>[0], 'catalogue' | 'limits'>,
  work: (pool: Kept['pool']) => Promise<Result>,
): Promise<Result> {
  const { catalogue, limits } = options
  const key = JSON.stringify([catalogue, limits.milliseconds, limits.megabytes])
  const before = kept
  const mine =
    before?.key === key ? before : { key, pool: openReadingPool({ ...options, size: DEFAULT_JOBS }), inHand: 0 }
  kept = mine
  mine.inHand += 1
  try {
    if (before !== null && before !== mine && before.inHand === 0) await before.pool.close()
    return await work(mine.pool)
  } finally {
    mine.inHand -= 1
    if (mine !== kept && mine.inHand === 0) await mine.pool.close()
  }
}
