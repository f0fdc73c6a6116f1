import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { BaoshuError } from '../model/error.ts'
import type { ProcessAnswer } from './isolate-protocol.ts'
import { DEFAULT_LIMITS, type IngestLimits, limitError } from './limits.ts'

/** Does work in processes of their own: work that eats all memory or never ends takes only its process down. */
export interface ProcessPool<Request, Result> {
  /**
   * What the program answers. Beyond `limits.milliseconds` or `limits.megabytes` the process is ended and the limit's
   * error thrown, with `place` as its place.
   */
  readonly run: (request: Request, place: string) => Promise<Result>
  /** Ends the processes; work in hand fails. */
  readonly close: () => Promise<void>
}

export interface ProcessPoolOptions {
  /** Path of the program, which calls `serveRequests`. */
  readonly program: string
  /** What the program is started with. */
  readonly arguments?: readonly string[]
  /** Processes at most; they start when first needed and are kept. */
  readonly size?: number
  readonly limits?: Partial<IngestLimits>
}

interface Job<Request, Result> {
  readonly request: Request
  readonly place: string
  readonly done: (result: Result) => void
  readonly failed: (error: Error) => void
}

interface OutOfMemory {
  readonly kind: 'out_of_memory'
}
type Outcome<Result> = { readonly kind: 'done'; readonly result: Result } | OutOfMemory

interface Worker {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  busy: boolean
  /** Whether it has done work already, of which memory may be left. */
  used: boolean
}

/**
 * Share of the memory limit beyond which a process is replaced before it is given more work: what one file left in it must
 * not stand beside the storing of that file's figures.
 */
const WORN = 0.49
/** How much longer than the limit a process has, so that it can tell the limit itself. */
const GRACE_MILLISECONDS = 2_000

export function openProcessPool<Request extends object, Result>(
  options: ProcessPoolOptions,
): ProcessPool<Request, Result> {
  const limits: IngestLimits = { ...DEFAULT_LIMITS, ...options.limits }
  const size = Math.max(1, options.size ?? 1)
  const workers = new Set<Worker>()
  const waiting: Job<Request, Result>[] = []
  let closed = false

  function next(): void {
    const job = waiting[0]
    if (job === undefined) return
    const idle = [...workers].find((worker) => !worker.busy)
    if (idle === undefined && workers.size >= size) return
    waiting.shift()
    const worker = idle ?? startWorker(options, limits)
    workers.add(worker)
    worker.busy = true
    keepsRunning(worker, true)
    const { used } = worker
    work(worker, job)
      .then((outcome) => {
        if (outcome.kind === 'done') job.done(outcome.result)
        // What others left behind must not make this work fail: it is tried again in a fresh process.
        else if (used && !closed) waiting.unshift(job)
        else job.failed(limitError('megabytes', limits.megabytes, null, job.place))
      }, job.failed)
      .finally(() => {
        worker.busy = false
        worker.used = true
        keepsRunning(worker, false)
        next()
      })
  }

  async function work(worker: Worker, job: Job<Request, Result>): Promise<Outcome<Result>> {
    const { child } = worker
    try {
      await worker.ready
      const answer = await ask<Result>(child, job, limits)
      if (answer.kind === 'bug') throw Object.assign(new Error(answer.message), { stack: answer.stack })
      if (answer.kind === 'ready') throw new Error('The process began anew in the middle of its work')
      if (answer.kind === 'out_of_memory') return answer
      if (answer.usedBytes > limits.megabytes * 1_000_000 * WORN) retire(worker)
      if (answer.kind === 'done') return answer
      const place = answer.place === null ? {} : { place: answer.place }
      throw new BaoshuError(answer.code, answer.message, { ...place, advice: answer.advice })
    } finally {
      if (child.killed || child.exitCode !== null || child.signalCode !== null || !child.connected) retire(worker)
    }
  }

  function retire(worker: Worker): void {
    workers.delete(worker)
    worker.child.kill('SIGKILL')
  }

  return {
    run: (request, place) =>
      new Promise((done, failed) => {
        if (closed) throw new Error('The pool of processes is closed')
        waiting.push({ request, place, done, failed })
        next()
      }),
    close: async () => {
      closed = true
      for (const job of waiting.splice(0)) job.failed(new Error('The pool of processes was closed'))
      await Promise.all([...workers].map(endWorker))
      workers.clear()
    },
  }
}

/**
 * A smaller nursery: 40 MB a process for a twentieth more of its time; several run at once beside their dictionaries. And
 * no threads that help to collect garbage: they would take the cores that the other processes read on.
 */
const FRUGAL = ['--max-semi-space-size=8', '--single-threaded-gc']
/** One heap of the C library for all threads (where it knows the word): what one file freed the next one takes. */
const FRUGAL_MALLOC = { MALLOC_ARENA_MAX: '1' }

function startWorker(options: ProcessPoolOptions, limits: IngestLimits): Worker {
  const { program } = options
  const loader = program.endsWith('.ts') ? ['--import', createRequire(import.meta.url).resolve('tsx')] : []
  const child = fork(program, [String(limits.megabytes), ...(options.arguments ?? [])], {
    execArgv: [...loader, `--max-old-space-size=${Math.ceil(limits.megabytes * 0.9)}`, ...FRUGAL],
    env: { ...process.env, ...FRUGAL_MALLOC },
    serialization: 'advanced',
    // What a dying process says of its memory is told by the error; its stdout must not mix with our data.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`The process did not start (exit code ${code})`)))
    child.once('error', reject)
  })
  return { child, ready, busy: false, used: false }
}

/** Whether this program stays for the sake of a process: an idle one ends with it. */
function keepsRunning({ child }: Worker, stays: boolean): void {
  const how = stays ? 'ref' : 'unref'
  child[how]()
  child.channel?.[how]()
}

function ask<Result>(
  child: ChildProcess,
  { request, place }: Pick<Job<object, Result>, 'request' | 'place'>,
  limits: IngestLimits,
): Promise<ProcessAnswer<Result> | OutOfMemory> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(limitError('milliseconds', limits.milliseconds, null, place)))
      child.kill('SIGKILL')
    }, limits.milliseconds + GRACE_MILLISECONDS)
    const onMessage = (answer: ProcessAnswer<Result>) => settle(() => resolve(answer))
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      settle(() => {
        if (isOutOfMemory(code, signal)) resolve({ kind: 'out_of_memory' })
        else reject(new Error(`The process ended in the middle of its work (exit code ${code}, signal ${signal})`))
      })
    function settle(how: () => void): void {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      how()
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(request)
  })
}

/** Exit code of a process that V8 ends for want of memory, where no signal says so. */
const ABORTED = 134

/** Whether a process that ended had no more memory: killed by its watchman or the system, or aborted by V8. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGKILL' || signal === 'SIGABRT' || signal === 'SIGTRAP' || code === ABORTED
}

function endWorker(worker: Worker): Promise<void> {
  const { child } = worker
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  keepsRunning(worker, true)
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
