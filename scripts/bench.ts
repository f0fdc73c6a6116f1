/**
 * Measures baoshu against other ways to do the same, every figure a ratio within this run: `npm run bench`.
 *
 *   --json          figures as JSON on stdout
 *   --only LIST     of reading, length, import, search, export, pool, batch, kills, recognizers, pandoc, startup
 *   --text NAME     of the texts of `length` only this one (may be said again)
 *   --files NUMBER  files of the archives that `import`, `pool`, `batch` and `pandoc` are measured on (300)
 *   --kills NUMBER  imports that `kills` kills (100)
 *   --facts NUMBER  facts of the archives that `search` and `export` are measured on (1000000)
 *
 * Ends with 1 where a figure falls short of what is wanted. docs/performance.md keeps the figures of a named machine.
 */
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { type BenchFigure, describeFigure, holds } from './bench/figure.ts'

interface BenchOptions {
  readonly files: number
  readonly facts: number
  readonly kills: number
  readonly texts: readonly string[]
}

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<readonly BenchFigure[]>>> = {
  reading: async () => (await import('./bench/reading.ts')).benchReading(),
  length: async ({ texts }) => (await import('./bench/reading.ts')).benchLength(texts),
  import: async ({ files }) => (await import('./bench/importing.ts')).benchImport(files),
  search: async ({ facts }) => (await import('./bench/searching.ts')).benchSearch(facts),
  export: async ({ facts }) => (await import('./bench/exporting.ts')).benchExport(facts),
  pool: async ({ files }) => (await import('./bench/pool.ts')).benchPool(files),
  batch: async ({ files }) => (await import('./bench/batch.ts')).benchBatch(files),
  kills: async ({ kills }) => (await import('./bench/batch.ts')).benchKills(kills),
  recognizers: async () => (await import('./bench/peers.ts')).benchRecognizers(),
  pandoc: async ({ files }) => (await import('./bench/peers.ts')).benchPandoc(files),
  startup: async () => (await import('./bench/startup.ts')).benchStartup(),
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(BENCHES).join(',') },
    text: { type: 'string', multiple: true, default: [] },
    files: { type: 'string', default: '300' },
    facts: { type: 'string', default: '1000000' },
    kills: { type: 'string', default: '100' },
  },
})

const options = {
  files: readNumber(values.files),
  facts: readNumber(values.facts),
  kills: readNumber(values.kills),
  texts: values.text,
}
const figures: BenchFigure[] = []
for (const name of values.only.split(',')) {
  const bench = BENCHES[name]
  if (bench === undefined) throw new Error(`--only knows ${Object.keys(BENCHES).join(', ')}, not ${name}`)
  for (const figure of await bench(options)) {
    figures.push(figure)
    console.error(describeFigure(figure))
  }
}
const short = figures.filter((figure) => !holds(figure))
const [processor] = cpus()
const machine = {
  processor: processor?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memory_GB: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
}
if (values.json) console.log(JSON.stringify({ machine, figures }, null, 2))
else
  console.log(
    `${figures.length} figures, ${short.length} short of what is wanted; ${Object.values(machine).join(', ')}`,
  )
process.exitCode = short.length > 0 ? 1 : 0

function readNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`not a whole number: ${text}`)
  return Number(text)
}
