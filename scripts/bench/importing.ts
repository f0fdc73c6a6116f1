import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestFile } from '../../src/ingest/ingest.ts'
import { importPaths } from '../../src/pipeline/importPaths.ts'
import { openInlineRunner } from '../../src/pipeline/inlineRunner.ts'
import type { Runner } from '../../src/pipeline/runner.ts'
import { openArchive } from '../../src/store/open.ts'
import type { Archive, RunSummary } from '../../src/store/port.ts'
import { type ArchiveFile, CHARACTERS, writeArchive } from '../archive/write-archive.ts'
import type { BenchFigure } from './figure.ts'
import { timed } from './measure.ts'
import { findOutsideDocuments } from './outside.ts'

/**
 * Importing an archive of mixed files in one thread: against parsing the same files alone, again unchanged, and how many
 * of the figures that were written into it are read.
 */
export async function benchImport(files: number): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-bench-'))
  const archive = openArchive(join(folder, 'bench.db'))
  const runner = openInlineRunner()
  try {
    const shape = { files, characters: CHARACTERS, formats: ['docx', 'pdf', 'txt'], seed: 1 } as const
    const written = [...writeArchive(join(folder, 'reports'), shape)]
    const paths = written.map(({ path }) => join(folder, 'reports', path))
    // Libraries and dictionaries are loaded before anything is measured.
    for (const path of paths.slice(0, 3)) await runner.read({ path, given: {} })
    const importAll = (): Promise<RunSummary> =>
      importPaths([join(folder, 'reports')], archive, { runner }).then(({ summary }) => summary)
    const parsing = await timed(async () => {
      for (const path of paths) await ingestFile(path)
    })
    const first = await timed(importAll)
    const again = await timed(importAll)
    expectCounts(first.result, 'new', files)
    expectCounts(again.result, 'unchanged', files)
    return [
      {
        name: 'import.against-parsing',
        what: `import of ${files} files (parse, extract, store) against parsing them, one thread`,
        is: first.milliseconds / parsing.milliseconds,
        wants: null,
        from: { import_s: first.milliseconds / 1000, parsing_s: parsing.milliseconds / 1000 },
      },
      {
        name: 'import.again-unchanged',
        what: 'import again, nothing changed, against the first time',
        is: again.milliseconds / first.milliseconds,
        wants: { at: 'most', bound: 0.02 },
        from: { again_s: again.milliseconds / 1000, first_s: first.milliseconds / 1000 },
      },
      knownFigures(written, archive, folder),
      ...(await documentsAgainstParsing(runner, folder)),
    ]
  } finally {
    await runner.close()
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The published documents beside the project, with their pictures and tables, where they lie there. */
async function documentsAgainstParsing(runner: Runner, folder: string): Promise<readonly BenchFigure[]> {
  const paths = findOutsideDocuments()
  if (paths.length === 0) return []
  const archive = openArchive(join(folder, 'documents.db'))
  for (const path of paths) await ingestFile(path)
  const importing = await timed(() => importPaths(paths, archive, { runner }))
  archive.close()
  const parsing = await timed(async () => {
    for (const path of paths) await ingestFile(path)
  })
  return [
    {
      name: 'import.documents-against-parsing',
      what: `import of ${paths.length} published documents against parsing them, one thread`,
      is: importing.milliseconds / parsing.milliseconds,
      wants: null,
      from: { import_s: importing.milliseconds / 1000, parsing_s: parsing.milliseconds / 1000 },
    },
  ]
}

/** An import that left files out would be fast: it is no figure. */
function expectCounts(summary: RunSummary, outcome: 'new' | 'unchanged', files: number): void {
  if (summary.files[outcome] !== files)
    throw new Error(`${summary.files[outcome]} of ${files} files ${outcome}: ${JSON.stringify(summary.files)}`)
}

/** How many of the figures that were written are read with value, unit, year, status and indicator. */
function knownFigures(written: readonly ArchiveFile[], archive: Archive, folder: string): BenchFigure {
  const documentOf = new Map(archive.documents().flatMap(({ id, paths }) => paths.map((path) => [path, id] as const)))
  let right = 0
  let all = 0
  for (const { path, facts } of written) {
    const document = documentOf.get(join(folder, 'reports', path))
    const read = document === undefined ? [] : [...archive.facts({ document })]
    const left = new Map<string, number>()
    for (const { quote, value, unit, indicator, year, status } of read) {
      const key = JSON.stringify([quote, value, unit, indicator, year, status])
      left.set(key, (left.get(key) ?? 0) + 1)
    }
    for (const { quote, value, unit, indicator, year, status } of facts) {
      const key = JSON.stringify([quote, value, unit, indicator, year, status])
      const count = left.get(key) ?? 0
      if (count > 0) right += 1
      left.set(key, count - 1)
      all += 1
    }
  }
  return {
    name: 'import.known-figures',
    what: 'figures written into the archive that are read with value, unit, indicator, year and status',
    is: right / all,
    wants: null,
    from: { right, all },
  }
}
