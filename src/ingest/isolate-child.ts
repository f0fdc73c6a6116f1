import { Worker } from 'node:worker_threads'
import { BaoshuError } from '../model/error.ts'
import { ingestFile } from './ingest.ts'
import type { ReadAnswer, ReadRequest } from './isolate-protocol.ts'

// The program of the process that `openReaderPool` starts: reads one file after another for its parent.

// A thread of its own looks at the memory: parsing does not let this one run. The heap's limit does not count buffers.
const WATCHMAN = `
const { workerData } = require('node:worker_threads')
setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL') }, 50)`

const megabytes = Number(process.argv[2])
new Worker(WATCHMAN, { eval: true, workerData: megabytes * 1_000_000 }).unref()

function answer(message: ReadAnswer): void {
  process.send?.(message)
}

async function read({ path, limits }: ReadRequest): Promise<ReadAnswer> {
  try {
    const document = await ingestFile(path, { limits })
    return { kind: 'read', document, usedBytes: process.memoryUsage.rss() }
  } catch (error) {
    if (error instanceof BaoshuError) {
      const { code, message, place, advice } = error
      return { kind: 'failed', code, message, place, advice, usedBytes: process.memoryUsage.rss() }
    }
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'bug', message, stack: error instanceof Error ? (error.stack ?? message) : message }
  }
}

process.on('message', (request: ReadRequest) => {
  read(request).then(answer)
})
process.on('disconnect', () => process.exit())
answer({ kind: 'ready' })
