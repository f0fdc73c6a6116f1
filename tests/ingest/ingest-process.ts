import { writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type IngestLimits, ingestFile } from '../../src/ingest/ingest.ts'
import { serveRequests } from '../../src/ingest/isolate-serve.ts'

interface Request {
  readonly path: string
  readonly limits: Partial<IngestLimits>
}

const kept: Buffer[] = []

// The smallest program of a pool: reads one file after another. The names of some files tell it to misbehave first.
serveRequests(async ({ path, limits }: Request) => {
  if (path.includes('exit')) process.exit(3)
  if (path.endsWith('spins')) {
    writeFileSync(path, String(process.pid))
    for (;;);
  }
  const megabytes = Number(/-(\d+)-megabytes/.exec(path)?.[1] ?? 0)
  const filled = Buffer.alloc(megabytes * 1_000_000, 1)
  if (path.includes('keeps')) kept.push(filled)
  // Time for the watchman to look.
  if (megabytes > 0) await setTimeout(300)
  return ingestFile(path, { limits })
})
