/**
 * Draws facts at random from the documents of a folder, for a reader to judge: `npx tsx scripts/sample-facts.ts`.
 *
 *   --from DIR     the folder, with those in it (../shared/corpus/archive)
 *   --seed N       draws the same facts from the same documents and rules (1)
 *   --size N       how many (200)
 *   --words        with the words around each, to read; without, the rows of fixtures/verdicts, verdict still open
 */
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { Fact } from '../src/model/fact.ts'
import { extractFile } from '../src/pipeline/extractFile.ts'

const AROUND = 60

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '../shared/corpus/archive' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '200' },
    words: { type: 'boolean', default: false },
  },
})

interface Drawn {
  readonly document: string
  readonly source: string
  readonly fact: Fact
}

/** Numbers from 0 to 1 that follow from `seed` alone (mulberry32). */
function* randomNumbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function readAll(folder: string): Promise<readonly Drawn[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  const drawn: Drawn[] = []
  for (const name of names.sort()) {
    const { document, extraction } = await extractFile(join(folder, name))
    for (const fact of extraction.facts) {
      drawn.push({
        document: relative(folder, join(folder, name)).replaceAll('\\', '/'),
        source: document.source,
        fact,
      })
    }
  }
  return drawn
}

function draw(all: readonly Drawn[], size: number, seed: number): readonly Drawn[] {
  const places = new Set<number>()
  for (const number of randomNumbers(seed)) {
    if (places.size >= Math.min(size, all.length)) break
    places.add(Math.floor(number * all.length))
  }
  return [...places].sort((a, b) => a - b).flatMap((place) => all[place] ?? [])
}

const rowOf = ({ document, fact }: Drawn): string =>
  [document, fact.start, fact.quote, fact.value, fact.min, fact.max, fact.unit, fact.modifier, fact.status, '']
    .map((cell) => (cell === null ? '-' : String(cell)))
    .join('\t')

function wordsOf({ document, source, fact }: Drawn, place: number): string {
  const before = source.slice(Math.max(0, fact.start - AROUND), fact.start).replace(/\s+/g, ' ')
  const after = source.slice(fact.end, fact.end + AROUND / 2).replace(/\s+/g, ' ')
  const read = `${fact.value} [${fact.min}, ${fact.max}] ${fact.unit} ${fact.modifier} ${fact.status}`
  return `${place + 1}. ${document}\n   ${before}【${fact.quote}】${after}\n   ${read}`
}

const sample = draw(await readAll(values.from), Number(values.size), Number(values.seed))
for (const [place, drawn] of sample.entries()) console.log(values.words ? wordsOf(drawn, place) : rowOf(drawn))
