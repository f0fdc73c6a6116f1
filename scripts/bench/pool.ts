import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ArchiveShape, CHARACTERS, writeArchive } from '../archive/write-archive.ts'
import { CHARACTERS_A_FIGURE } from '../archive/write-report.ts'
import type { BenchFigure } from './figure.ts'
import { timed } from './measure.ts'
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
      is: times.import / times.parse,
      wants: name === 'real' ? { at: 'most', bound: 1.15 } : null,
      from: { import_s: times.import / 2000, parsing_s: times.parse / 2000 },
    })
  }
  return figures
}

async function measure(
  files: number,
  archive: Pick<ArchiveShape, 'charactersAFigure' | 'layout'>,
): Promise<Readonly<Record<'parse' | 'import', number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-pool-'))
  const { importPaths, ingestFile, openArchive, openIsolatedRunner } = (await import(
    pathToFileURL(join(DIST, 'index.js')).href
  )) as typeof import('../../src/index.ts')
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  try {
    const shape = { ...archive, files, characters: CHARACTERS, formats: MIXED, seed: 1 }
    const paths = [...writeArchive(reports, shape)].map(({ path }) => join(reports, path))
    const parseAll = async () => {
      await Promise.all(paths.map((path) => ingestFile(path).then(() => {})))
    }
    let number = 0
    const importAll = async () => {
      const runner = openIsolatedRunner({ size: 2 })
      const archive = openArchive(join(folder, `${number++}.db`))
      const { summary } = await importPaths([reports], archive, { runner, jobs: 2 })
      if (summary.files.new !== files) throw new Error(`not all files are in: ${JSON.stringify(summary.files)}`)
      archive.close()
      await runner.close()
    }
    const times = { parse: 0, import: 0 }
    for (const round of ROUNDS) times[round] += (await timed(round === 'parse' ? parseAll : importAll)).milliseconds
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
