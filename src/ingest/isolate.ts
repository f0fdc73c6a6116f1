import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { SourceDocument } from '../model/document.ts'
import { BaoshuError } from '../model/error.ts'
import type { ReadAnswer, ReadRequest } from './isolate-protocol.ts'
import { DEFAULT_LIMITS, type IngestLimits, limitError } from './limits.ts'

/** Reads files in processes of their own: a file that eats all memory or never ends takes only its process down. */
export interface ReaderPool {
  /** As `ingestFile`; beyond `limits.milliseconds` or `limits.megabytes` the process is ended and the limit's error thrown. */
  readonly ingestFile: (path: string) => Promise<SourceDocument>
  /** Ends the processes; files that are being read fail. */
  readonly close: () => Promise<void>
}

export interface ReaderPoolOptions {
  /** Processes at most; they start when first needed and are kept. */
  readonly size?: number
  readonly limits?: Partial<IngestLimits>
}

interface Job {
  readonly path: string
  readonly done: (document: SourceDocument) => void
  readonly failed: (error: Error) => void
}

interface Reader {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  job: Job | null
}

/** Share of the memory limit beyond which a process is replaced before it reads another file. */
const WORN = 0.5
/** How much longer than the limit a process has, so that it can tell the limit itself. */
const GRACE_MILLISECONDS = 2_000

export function openReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const limits: IngestLimits = { ...DEFAULT_LIMITS, ...options.limits }
  const size = Math.max(1, options.size ?? 1)
  const readers = new Set<Reader>()
  const waiting: Job[] = []
  let closed = false

  function next(): void {
    const job = waiting[0]
    if (job === undefined) return
    const idle = [...readers].find((reader) => reader.job === null)
    if (idle === undefined && readers.size >= size) return
    waiting.shift()
    const reader = idle ?? startReader(limits)
    readers.add(reader)
    reader.job = job
    work(reader, job)
      .then(job.done, job.failed)
      .finally(() => {
        reader.job = null
        next()
      })
  }

  async function work(reader: Reader, job: Job): Promise<SourceDocument> {
    const { child } = reader
    try {
      await reader.ready
      const answer = await ask(child, { path: job.path, limits: options.limits ?? {} }, limits)
      if (answer.kind === 'bug') throw Object.assign(new Error(answer.message), { stack: answer.stack })
      if (answer.kind === 'ready') throw new Error('The reading process began anew in the middle of a file')
      if (answer.usedBytes > limits.megabytes * 1_000_000 * WORN) retire(reader)
      if (answer.kind === 'read') return answer.document
      const place = answer.place === null ? {} : { place: answer.place }
      throw new BaoshuError(answer.code, answer.message, { ...place, advice: answer.advice })
    } finally {
      if (child.killed || child.exitCode !== null || child.signalCode !== null || !child.connected) retire(reader)
    }
  }

  function retire(reader: Reader): void {
    readers.delete(reader)
    reader.child.kill('SIGKILL')
  }

  return {
    ingestFile: (path) =>
      new Promise((done, failed) => {
        if (closed) throw new Error('The pool of readers is closed')
        waiting.push({ path, done, failed })
        next()
      }),
    close: async () => {
      closed = true
      for (const job of waiting.splice(0)) job.failed(new Error('The pool of readers was closed'))
      await Promise.all([...readers].map(endReader))
      readers.clear()
    },
  }
}

function startReader(limits: IngestLimits): Reader {
  const program = findProgram()
  const loader = program.endsWith('.ts') ? ['--import', createRequire(import.meta.url).resolve('tsx')] : []
  const child = fork(program, [String(limits.megabytes)], {
    execArgv: [...loader, `--max-old-space-size=${Math.ceil(limits.megabytes * 0.9)}`],
    serialization: 'advanced',
    // What a dying process says of its memory is told by the error; its stdout must not mix with our data.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`The reading process did not start (exit code ${code})`)))
    child.once('error', reject)
  })
  return { child, ready, job: null }
}

/** The program of the reading process: beside this file in the sources, at a fixed place in the built package. */
function findProgram(): string {
  const places = ['./isolate-child.ts', './isolate-child.js', './ingest/isolate-child.js', '../ingest/isolate-child.js']
  const program = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
  if (program === undefined) throw new Error('The program of the reading process is missing from the package')
  return program
}

function ask(child: ChildProcess, request: ReadRequest, limits: IngestLimits): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(limitError('milliseconds', limits.milliseconds, null, request.path)))
      child.kill('SIGKILL')
    }, limits.milliseconds + GRACE_MILLISECONDS)
    const onMessage = (answer: ReadAnswer) => settle(() => resolve(answer))
    const onExit = () => settle(() => reject(limitError('megabytes', limits.megabytes, null, request.path)))
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

function endReader({ child }: Reader): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
