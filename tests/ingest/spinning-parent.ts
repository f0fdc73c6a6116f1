import { fileURLToPath } from 'node:url'
import { openProcessPool } from '../../src/ingest/isolate.ts'

// A program that waits for a process of its pool that never ends: `spinning-parent.ts FILE`.
const program = fileURLToPath(new URL('ingest-process.ts', import.meta.url))
const [path = ''] = process.argv.slice(2)
await openProcessPool({ program, limits: { milliseconds: 600_000 } }).run({ path, limits: {} }, path)
