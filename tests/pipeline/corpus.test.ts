import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { type ImportEvent, importPaths } from '../../src/pipeline/importPaths.ts'
import { openInlineRunner } from '../../src/pipeline/inlineRunner.ts'
import { openArchive } from '../../src/store/open.ts'

const OWN = fileURLToPath(new URL('../../fixtures/reports', import.meta.url))
/** Reports of others, never copied here: read where they lie beside the checkout. */
const SHARED = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

const folders = [
  { name: 'the bundled reports', folder: OWN },
  { name: 'the shared corpus', folder: SHARED },
].filter(({ folder }) => existsSync(folder))

test.each(folders)('$name: every file stored, the second run changes nothing', async ({ folder }) => {
  const archive = openArchive(':memory:')
  onTestFinished(() => archive.close())
  const runner = openInlineRunner()
  const bugs: ImportEvent[] = []
  const first = await importPaths([folder], archive, { runner }, (event) => {
    if (event.kind === 'bug') bugs.push(event)
  })
  expect(bugs).toEqual([])
  expect(first.summary.failures).toEqual([])
  expect(first.summary.facts).toBeGreaterThan(100)
  const second = await importPaths([folder], archive, { runner })
  const stored = first.summary.files.new + first.summary.files.unchanged
  expect(second.summary.files).toEqual({ new: 0, unchanged: stored, replaced: 0, failed: 0 })
  for (const { id } of archive.documents()) {
    const read = archive.document(id)
    for (const { start, end, quote } of read?.extraction.facts ?? [])
      expect(read?.document.source.slice(start, end)).toBe(quote)
  }
})
