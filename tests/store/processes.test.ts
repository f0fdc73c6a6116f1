import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openArchive } from '../../src/store/open.ts'
import { recordsOf } from './import-child.ts'

const PROGRAM = fileURLToPath(new URL('./import-child.ts', import.meta.url))
const TSX = fileURLToPath(import.meta.resolve('tsx'))
const COUNT = 20

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baoshu-processes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function startImport(path: string, series: string): ChildProcess {
  return spawn(process.execPath, ['--import', TSX, PROGRAM, path, series, String(COUNT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Ids of the documents that the child told, killing it once it told `kill` of them. */
async function toldBy(child: ChildProcess, kill = Number.POSITIVE_INFINITY): Promise<readonly string[]> {
  const told: string[] = []
  if (child.stdout === null) throw new Error('a child without output')
  const closed = once(child, 'close')
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line)
    if (told.length === kill) child.kill('SIGKILL')
  }
  await closed
  return told
}

function contentOf(path: string): unknown {
  const connection = new Database(path, { readonly: true })
  try {
    expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(connection.pragma('foreign_key_check')).toEqual([])
    return ['source_file', 'report', 'block', 'fact', 'mention'].map((table) =>
      connection.prepare(`select * from ${table} order by 1, 2, 3`).all(),
    )
  } finally {
    connection.close()
  }
}

function importHere(path: string, series: readonly string[]): void {
  const archive = openArchive(path)
  const run = archive.startRun({ paths: [...series], rulesVersion: 'rules-1' })
  for (const record of series.flatMap((name) => recordsOf(name, COUNT))) archive.saveDocument(run, record)
  archive.finishRun(run)
  archive.close()
}

it.each([1, 4, 9, 15])(
  'killed after document %i: what was told is whole, and a new run ends as if undisturbed',
  async (kill) => {
    const path = join(folder, 'killed.db')
    const told = await toldBy(startImport(path, '甲'), kill)
    expect(told.length).toBeGreaterThanOrEqual(kill)
    const archive = openArchive(path, { readonly: true })
    for (const id of told) {
      const stored = archive.document(id)
      expect(stored?.extraction.facts).toHaveLength(200)
      expect(stored?.extraction.mentions).toHaveLength(200)
    }
    for (const row of archive.documents()) expect(row.facts).toBe(200)
    archive.close()

    importHere(path, ['甲'])
    const undisturbed = join(folder, 'undisturbed.db')
    importHere(undisturbed, ['甲'])
    expect(contentOf(path)).toEqual(contentOf(undisturbed))
  },
)

it('two processes may import into one archive at once', async () => {
  const path = join(folder, 'shared.db')
  const told = await Promise.all(['甲', '乙'].map((series) => toldBy(startImport(path, series))))
  expect(told.map((ids) => ids.length)).toEqual([COUNT, COUNT])
  const alone = join(folder, 'alone.db')
  importHere(alone, ['甲', '乙'])
  expect(contentOf(path)).toEqual(contentOf(alone))
  const archive = openArchive(path, { readonly: true })
  expect(archive.runs().map(({ files, finished }) => [files.new, finished !== null])).toEqual([
    [COUNT, true],
    [COUNT, true],
  ])
  archive.close()
})
