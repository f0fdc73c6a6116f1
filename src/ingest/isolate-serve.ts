import { Worker } from 'node:worker_threads'
import { BaoshuError } from '../model/error.ts'
import type { ProcessAnswer } from './isolate-protocol.ts'

// A thread of its own looks at the memory, and whether the process that started us is still there: parsing does not let
// this one run. The heap's limit does not count buffers.
const WATCHMAN = `
const { workerData: { most, parent } } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, 50)`

/** The watchman keeps nothing, in megabytes. */
const SMALL = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16, stackSizeMb: 1 }

/**
 * Makes this process one of a pool: from now on it answers the requests of the process that started it, and ends with it.
 * Its first argument is the memory that it may use, in megabytes.
 */
export function serveRequests<Request, Result>(work: (request: Request) => Promise<Result>): void {
  const workerData = { most: Number(process.argv[2]) * 1_000_000, parent: process.ppid }
  new Worker(WATCHMAN, { eval: true, workerData, resourceLimits: SMALL }).unref()
  process.on('message', (request: Request) => {
    answer(request, work).then(send)
  })
  process.on('disconnect', () => process.exit())
  // An interrupt from the terminal goes to all processes; the one that started us finishes what is in hand.
  process.on('SIGINT', () => {})
  send({ kind: 'ready' })
}

function send(message: ProcessAnswer<unknown>): void {
  process.send?.(message)
}

async function answer<Request, Result>(
  request: Request,
  work: (request: Request) => Promise<Result>,
): Promise<ProcessAnswer<Result>> {
  try {
    return { kind: 'done', result: await work(request), usedBytes: process.memoryUsage.rss() }
  } catch (error) {
    if (error instanceof BaoshuError) {
      const { code, message, place, advice } = error
      return { kind: 'failed', code, message, place, advice, usedBytes: process.memoryUsage.rss() }
    }
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'bug', message, stack: error instanceof Error ? (error.stack ?? message) : message }
  }
}
