import { type IngestLimits, ingestFile } from '../../src/ingest/ingest.ts'
import { serveRequests } from '../../src/ingest/isolate-serve.ts'

// The smallest program of a pool: reads one file after another. `exit` in the name of a file ends it in the middle.
serveRequests(async ({ path, limits }: { readonly path: string; readonly limits: Partial<IngestLimits> }) => {
  if (path.includes('exit')) process.exit(3)
  return ingestFile(path, { limits })
})
