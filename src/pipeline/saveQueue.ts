import { BaoshuError } from '../model/error.ts'
import type { Archive, FileOutcome, PreparedRecord } from '../store/port.ts'

/** Stores what was read, several documents in one transaction: pages and indexes are written once for all of them. */
export interface SaveQueue {
  /** What became of the file, told once it is stored for good. Stores at once where a batch is full. */
  save(record: PreparedRecord): Promise<FileOutcome>
  /** Stores what waits. */
  flush(): void
}

interface Waiting {
  readonly record: PreparedRecord
  readonly stored: (outcome: FileOutcome) => void
  readonly failed: (error: unknown) => void
}

const BATCH_DOCUMENTS = 16
const BATCH_BYTES = 4_000_000
/** Nobody waits longer than this to hear of a file. */
const BATCH_MILLISECONDS = 250

/** A queue of documents to be stored by a run. What waits in it is bounded, and lost if the process ends: it was not told. */
export function createSaveQueue(archive: Archive, run: number): SaveQueue {
  let waiting: Waiting[] = []
  let bytes = 0
  let timer: NodeJS.Timeout | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting
    waiting = []
    bytes = 0
    if (batch.length > 0) saveBatch(batch)
  }

  function saveBatch(batch: readonly Waiting[]): void {
    try {
      const outcomes = archive.savePrepared(
        run,
        batch.map(({ record }) => record),
      )
      for (const [at, { stored, failed }] of batch.entries()) {
        const outcome = outcomes[at]
        if (outcome === undefined) failed(new Error('The archive did not tell what became of a document'))
        else stored(outcome)
      }
    } catch (error) {
      // A document that is our bug must not take others with it; a store that is unusable is so for all.
      if (batch.length > 1 && !(error instanceof BaoshuError)) for (const one of batch) saveBatch([one])
      else for (const { failed } of batch) failed(error)
    }
  }

  return {
    flush,
    save: (record) =>
      new Promise((stored, failed) => {
        waiting.push({ record, stored, failed })
        bytes += record.prepared.packed.byteLength
        if (waiting.length >= BATCH_DOCUMENTS || bytes >= BATCH_BYTES) flush()
        else timer ??= setTimeout(flush, BATCH_MILLISECONDS)
      }),
  }
}
