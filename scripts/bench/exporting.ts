import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BenchFigure } from './figure.ts'
import { type ProcessTaking, runProgram } from './program.ts'
import { fillArchive } from './searching.ts'

const FORMS = ['csv', 'jsonl', 'parquet', 'datapackage'] as const

/** Peak memory of exporting an archive of so many facts against one of a tenth: what is streamed does not grow with it. */
export async function benchExport(facts: number): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
  try {
    const [large, small] = [join(folder, 'large.db'), join(folder, 'small.db')]
    fillArchive(large, facts)
    fillArchive(small, Math.round(facts / 10))
    return FORMS.map((form) => {
      const take = (db: string): ProcessTaking => runProgram(['export', join(folder, 'out'), '--to', form, '--db', db])
      const [of, ofTenth] = [take(large), take(small)]
      return {
        name: `export.memory-${form}`,
        what: `peak memory of export --to ${form} of ${facts} facts against a tenth of them`,
        is: of.memory_MB / ofTenth.memory_MB,
        wants: null,
        from: { memory_MB: of.memory_MB, of_a_tenth_MB: ofTenth.memory_MB, cpu_s: of.cpu_ms / 1000 },
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
