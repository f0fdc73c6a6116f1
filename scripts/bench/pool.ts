import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ArchiveShape, CHARACTERS, writeArchive } from '../archive/write-archive.ts'
import { CHARACTERS_A_FIGURE } from '../archive/write-report.ts'
import type { BenchFigure } from './figure.ts'
import { familySeconds, timed } from './measure.ts'
import { DIST } from './program.ts'

const MIXED = ['docx', 'pdf', 'txt'] as const
/** In turns, so that a busy moment of the machine falls on both. */
const ROUNDS = ['parse', 'import', 'import', 'parse'] as const

/** What archives differ in. */
const ARCHIVES: Readonly<Record<string, Required<Pick<ArchiveShape, 'charactersAFigure' | 'layout'>>>> = {
  real: { charactersAFigure: CHARACTERS_A_FIGURE.real, layout: 'office' },
  plain: { charactersAFigure: CHARACTERS_A_FIGURE.real, layout: 'plain' },
  dense: { charactersAFigure: CHARACTERS_A_FIGURE.dense, layout: 'office' },
}

/**
 * The whole import (parse, extract, store) of so many mixed files against parsing them alone, both by two reading processes
 * of the built library, in turns: of reports as they are, of files laid out with as little as a file can have, and of
 * reports as dense in figures as can be.
 */
export async function benchPool(files: number): Promise<readonly BenchFigure[]> {
  const figures: BenchFigure[] = []
  for (const [name, archive] of Object.entries(ARCHIVES)) {
    const times = await measure(files, archive)
    const { charactersAFigure, layout } = archive
    figures.push({
      name: `pool.${name}-against-parsing`,
      what: `import of ${files} mixed files against parsing them by the same two processes, a figure every ${charactersAFigure} characters, ${layout} layout`,
      is: times.import.seconds / times.parse.seconds,
      wants: name === 'real' ? { at: 'most', bound: 1.15 } : null,
      from: {
        import_s: times.import.seconds / 2,
        parsing_s: times.parse.seconds / 2,
        import_cpu_s: times.import.cpu / 2,
        parsing_cpu_s: times.parse.cpu / 2,
      },
    })
  }
  return figures
}

const LIMIT_MILLISECONDS = 50_000

interface PoolTaking {
  readonly seconds: number
  /** Of the processors, in all processes: less shaken by what else the machine does. */
  readonly cpu: number
}

async function measure(
  files: number,
  archive: Pick<ArchiveShape, 'charactersAFigure' | 'layout'>,
): Promise<Readonly<Record<'parse' | 'import', PoolTaking>>> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-pool-'))
  const { importPaths, ingestFile, openArchive, openIsolatedRunner } = (await import(
    pathToFileURL(join(DIST, 'index.js')).href
  )) as typeof import('../../src/index.ts')
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  try {
    const shape = { ...archive, files, characters: CHARACTERS, formats: MIXED, seed: 1 }
    const paths = [...writeArchive(reports, shape)].map(({ path }) => join(reports, path))
    let number = 0
    const parseAll = async () => {
      // Another limit, so that the processes start anew, as those of an import do.
      const limits = { milliseconds: LIMIT_MILLISECONDS + number++ }
      await Promise.all(paths.map((path) => ingestFile(path, { limits }).then(() => {})))
    }
    const importAll = async () => {
      const runner = openIsolatedRunner({ size: 2 })
      const archive = openArchive(join(folder, `${number++}.db`))
      const { summary } = await importPaths([reports], archive, { runner, jobs: 2 })
      if (summary.files.new !== files) throw new Error(`not all files are in: ${JSON.stringify(summary.files)}`)
      archive.close()
      await runner.close()
    }
    const times = { parse: { seconds: 0, cpu: 0 }, import: { seconds: 0, cpu: 0 } }
    for (const round of ROUNDS) {
      const before = familySeconds()
      const { milliseconds } = await timed(round === 'parse' ? parseAll : importAll)
      times[round].seconds += milliseconds / 1000
      times[round].cpu += familySeconds() - before
    }
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
