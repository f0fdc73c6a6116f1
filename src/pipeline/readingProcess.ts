import { serveRequests } from '../ingest/isolate-serve.ts'
import { type ReadingRequest, readRequest } from './isolatedRunner.ts'
import { loadReportReader } from './reportReader.ts'

// The program of the processes that `openIsolatedRunner` starts: reads one file after another from its bytes to its facts.

const catalogue = process.argv[3]
const reader = loadReportReader({ catalogue: catalogue === undefined || catalogue === '' ? null : catalogue })

serveRequests((request: ReadingRequest) => readRequest(request, reader))
