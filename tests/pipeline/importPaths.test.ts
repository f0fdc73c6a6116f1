import { appendFileSync, rmSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BaoshuError } from '../../src/model/error.ts'
import { type ImportEvent, type ImportOptions, importPaths } from '../../src/pipeline/importPaths.ts'
import { readManifest } from '../../src/pipeline/manifest.ts'
import { openArchive } from '../../src/store/open.ts'
import type { Archive } from '../../src/store/port.ts'
import { folderWith, writeInto } from '../folder.ts'
import { stubRunner } from './stubRunner.ts'

function freshArchive(): Archive {
  const archive = openArchive(':memory:')
  onTestFinished(() => archive.close())
  return archive
}

async function imported(archive: Archive, paths: readonly string[], options: Partial<ImportOptions> = {}) {
  const runner = stubRunner()
  const events: ImportEvent[] = []
  const result = await importPaths(paths, archive, { runner, ...options }, (event) => events.push(event))
  return { ...result, reads: runner.reads.map((path) => basename(path)).sort(), events }
}

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, `演出${at}场`]))
}

describe('importPaths', () => {
  test('stores every file and counts what was read', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b/c.txt': '培训20场、30场' })
    const { summary, reads, interrupted } = await imported(freshArchive(), [folder])
    expect(summary.files).toEqual({ new: 2, unchanged: 0, replaced: 0, failed: 0 })
    expect(summary.facts).toBe(3)
    expect(reads).toEqual(['a.txt', 'c.txt'])
    expect(interrupted).toBe(false)
  })

  test('a bad file does not stop the others and is stored with its reason', async () => {
    const folder = folderWith({
      '1.txt': '演出1场',
      '2.txt': '',
      '3.docx': 'PK\u0003\u0004 broken',
      '4.txt': '演出4场',
    })
    const { summary } = await imported(freshArchive(), [folder, join(folder, 'none')])
    expect(summary.files).toEqual({ new: 2, unchanged: 0, replaced: 0, failed: 3 })
    expect(summary.failures.map(({ path, code }) => [basename(path), code]).sort()).toEqual([
      ['2.txt', 'file_empty'],
      ['3.docx', expect.any(String)],
      ['none', 'file_not_found'],
    ])
    for (const failure of summary.failures) expect(failure.advice).not.toBe('')
  })

  describe('a file that another program is at while the import runs', () => {
    const remove = (path: string) => rmSync(path)
    const grow = (path: string) => appendFileSync(path, '，培训9场')
    test.each<[what: string, when: 'look' | 'read', change: (path: string) => void, first: object, facts: string[]]>([
      ['vanishes before it is looked at', 'look', remove, { new: 2, failed: 1 }, ['1', '3']],
      ['vanishes before it is read', 'read', remove, { new: 2, failed: 1 }, ['1', '3']],
      ['grows before it is looked at', 'look', grow, { new: 3, failed: 0 }, ['1', '2', '3', '9']],
      ['grows before it is read', 'read', grow, { new: 3, failed: 0 }, ['1', '2', '3', '9']],
    ])('%s: what was read of it is stored, the others are in, and the next run reads no other', async (...row) => {
      const [, when, change, first, facts] = row
      const folder = folderWith({ '1.txt': '演出1场', '2.txt': '演出2场', '3.txt': '演出3场' })
      const archive = freshArchive()
      const runner = stubRunner({ onRead: (path) => meddle('read', path) })
      const meddle = (now: 'look' | 'read', path: string) => {
        if (now === when && basename(path) === '2.txt') change(path)
      }
      const meddled = {
        ...runner,
        identify: (path: string) => {
          meddle('look', path)
          return runner.identify(path)
        },
      }
      const { summary } = await importPaths([folder], archive, { runner: meddled })
      expect(summary.files).toMatchObject(first)
      expect(summary.failures.map(({ code }) => code)).toEqual(change === remove ? ['file_not_found'] : [])
      expect([...archive.facts({})].map(({ quote }) => quote).sort()).toEqual(facts)
      const next = await imported(archive, [folder])
      expect(next.summary.files).toMatchObject({ unchanged: change === remove ? 2 : 3, replaced: 0, failed: 0 })
      expect(next.reads).toEqual([])
    })
  })

  test('an unexpected error in one file is told with its stack, stored, and does not lose the run', async () => {
    const folder = folderWith({ '1.txt': 'BUG', '2.txt': '演出2场' })
    const { summary, events } = await imported(freshArchive(), [folder])
    expect(summary.files).toMatchObject({ new: 1, failed: 1 })
    expect(summary.failures).toMatchObject([{ code: 'internal', message: 'the unforeseen' }])
    expect(events.filter((event) => event.kind === 'bug')).toMatchObject([
      { path: join(folder, '1.txt'), stack: expect.stringContaining('TypeError: the unforeseen') },
    ])
  })

  test('a second run opens nothing', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '培训20场' })
    const archive = freshArchive()
    await imported(archive, [folder])
    const runner = stubRunner()
    const { summary } = await importPaths([folder], archive, { runner })
    expect(summary.files).toEqual({ new: 0, unchanged: 2, replaced: 0, failed: 0 })
    expect([runner.looks, runner.reads]).toEqual([[], []])
  })

  test('a file whose time alone changed is known by its bytes', async () => {
    const folder = folderWith({ 'a.txt': '演出103场' })
    const archive = freshArchive()
    await imported(archive, [folder])
    utimesSync(join(folder, 'a.txt'), new Date(1e12), new Date(1e12))
    const { summary, reads } = await imported(archive, [folder])
    expect(summary.files).toMatchObject({ unchanged: 1 })
    expect(reads).toEqual([])
  })

  test('a changed file replaces its facts', async () => {
    const folder = folderWith({ 'a.txt': '演出103场' })
    const archive = freshArchive()
    await imported(archive, [folder])
    writeInto(folder, 'a.txt', '演出1045场')
    const { summary } = await imported(archive, [folder])
    expect(summary.files).toEqual({ new: 0, unchanged: 0, replaced: 1, failed: 0 })
    expect([...archive.facts({})].map(({ quote }) => quote)).toEqual(['1045'])
  })

  test('a file that went away keeps its facts', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出104场' })
    const archive = freshArchive()
    await imported(archive, [folder])
    rmSync(join(folder, 'a.txt'))
    await imported(archive, [folder])
    expect(archive.documents()).toHaveLength(2)
  })

  test('the same bytes under three names are parsed once, whatever the number of jobs', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出103场', 'c/a.txt': '演出103场' })
    const archive = freshArchive()
    const { summary, reads } = await imported(archive, [folder], { jobs: 3 })
    expect(summary.files.failed).toBe(0)
    expect(reads).toHaveLength(1)
    expect(archive.documents()).toHaveLength(1)
    expect(archive.documents()[0]?.paths).toHaveLength(3)
    expect((await imported(archive, [folder])).summary.files).toMatchObject({ unchanged: 3 })
  })

  test('another version of the rules reads every file again', async () => {
    const folder = folderWith({ 'a.txt': '演出103场' })
    const archive = freshArchive()
    await imported(archive, [folder])
    const runner = stubRunner({ rulesVersion: '2' })
    await importPaths([folder], archive, { runner })
    expect(runner.reads).toHaveLength(1)
  })

  test('what the user says is kept for the next run, and a manifest row says it better than an option', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出104场' })
    const archive = freshArchive()
    const manifest = readManifest('file,year\na.txt,2019\ngone.txt,2000\n', join(folder, 'm.csv'))
    const first = await imported(archive, [folder], { manifest, given: { year: 2021, region: '山东省' } })
    expect(first.events[0]).toMatchObject({ kind: 'started', unusedRows: [{ file: 'gone.txt', line: 3 }] })
    const years = () =>
      archive
        .documents()
        .map(({ name, reports }) => [name, reports[0]?.year, reports[0]?.region])
        .sort()
    expect(years()).toEqual([
      ['a.txt', 2019, '山东省'],
      ['b.txt', 2021, '山东省'],
    ])
    expect((await imported(archive, [folder])).summary.files).toMatchObject({ unchanged: 2 })
    const later = await imported(archive, [folder], { given: { region: '江苏省' } })
    expect(later.reads).toEqual(['a.txt', 'b.txt'])
    expect(years()).toEqual([
      ['a.txt', 2019, '江苏省'],
      ['b.txt', 2021, '江苏省'],
    ])
  })

  test('the same bytes of which two things are said are one document, by the first path, and the other is told', async () => {
    const files = { 'a.txt': '演出103场', 'b.txt': '演出103场', 'c.txt': '演出103场' }
    for (const jobs of [1, 3]) {
      const folder = folderWith(files)
      const archive = freshArchive()
      const manifest = readManifest('file,year\nb.txt,2020\na.txt,2019\n', join(folder, 'm.csv'))
      const run = () => imported(archive, [folder], { manifest, jobs })
      for (const round of ['first', 'again']) {
        const { summary } = await run()
        // Whichever of the three is read first, the reading for the first path is the one that stands.
        expect(summary.files.failed).toBe(1)
        if (round === 'again') expect(summary.files.unchanged).toBe(2)
        expect(summary.failures).toMatchObject([{ path: join(folder, 'b.txt'), code: 'given_conflict' }])
        expect(summary.failures[0]?.message).toContain(`${join(folder, 'a.txt')}, of which is said: year 2019`)
        expect([...archive.facts({})].map(({ year }) => year)).toEqual([2019])
      }
    }
  })

  test('what is said of two paths of the same bytes goes together where it can', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出103场' })
    const archive = freshArchive()
    const manifest = readManifest('file,year,region\na.txt,2019,\nb.txt,,山东省\n', join(folder, 'm.csv'))
    const { summary } = await imported(archive, [folder], { manifest })
    expect(summary.files.failed).toBe(0)
    expect(archive.documents().map(({ reports }) => [reports[0]?.year, reports[0]?.region])).toEqual([[2019, '山东省']])
    expect((await imported(archive, [folder], { manifest })).summary.files).toMatchObject({ unchanged: 2 })
  })

  test('the last word stands where one path has two in two runs', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出103场' })
    const archive = freshArchive()
    for (const year of [2019, 2020]) {
      const { summary } = await imported(archive, [folder], { given: { year } })
      expect(summary.files.failed).toBe(0)
      expect([...archive.facts({})].map((fact) => fact.year)).toEqual([year])
    }
  })

  test('bytes that changed under the same size and time are found when every file is verified, and only then', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'b.txt': '演出5场' })
    const path = join(folder, 'a.txt')
    const time = new Date(1e12)
    utimesSync(path, time, time)
    const archive = freshArchive()
    await imported(archive, [folder])
    writeInto(folder, 'a.txt', '演出104场')
    utimesSync(path, time, time)
    expect((await imported(archive, [folder])).summary.files).toMatchObject({ unchanged: 2 })
    const verified = await imported(archive, [folder], { verify: true })
    expect(verified.summary.files).toMatchObject({ unchanged: 1, replaced: 1 })
    expect(verified.reads).toEqual(['a.txt'])
    expect([...archive.facts({})].map(({ quote }) => quote).sort()).toEqual(['104', '5'])
  })

  test('the manifest itself is no report', async () => {
    const folder = folderWith({ 'a.txt': '演出103场', 'm.csv': 'file,year\na.txt,2019\n' })
    const manifest = readManifest('file,year\na.txt,2019\n', join(folder, 'm.csv'))
    const { summary, skipped } = await imported(freshArchive(), [folder], { manifest })
    expect(summary.files).toMatchObject({ new: 1, failed: 0 })
    expect(skipped).toEqual([])
  })

  test('an interruption finishes the file in hand, closes the run, and the next run does the rest', async () => {
    const folder = folderWith({ '1.txt': '演出1场', '2.txt': '演出2场', '3.txt': '演出3场' })
    const archive = freshArchive()
    const stop = new AbortController()
    const runner = stubRunner({ onRead: () => stop.abort() })
    const { summary, interrupted } = await importPaths([folder], archive, { runner, jobs: 1, signal: stop.signal })
    expect(interrupted).toBe(true)
    expect(summary.files).toMatchObject({ new: 1 })
    expect(summary.finished).not.toBeNull()
    const next = await imported(archive, [folder])
    expect(next.summary.files).toMatchObject({ new: 2, unchanged: 1 })
  })

  test('no more files than jobs are in hand at one time', async () => {
    const folder = folderWith(Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${n}.txt`, `演出${n}场`])))
    let inHand = 0
    let most = 0
    let bothThere = () => {}
    const both = new Promise<void>((resolve) => {
      bothThere = resolve
    })
    const runner = stubRunner({
      onRead: async () => {
        inHand += 1
        most = Math.max(most, inHand)
        if (inHand === 2) bothThere()
        await both
        await new Promise((resolve) => setTimeout(resolve, 5))
        inHand -= 1
      },
    })
    await importPaths([folder], freshArchive(), { runner, jobs: 2 })
    expect(most).toBe(2)
  })

  test('the next file is looked at while one is read, and is left out where the run ends before its turn', async () => {
    const folder = folderWith({ '1.txt': '演出1场', '2.txt': '演出2场', '3.txt': '演出3场' })
    const stop = new AbortController()
    const runner = stubRunner({
      onRead: async () => {
        while (runner.looks.length < 2) await new Promise((resolve) => setTimeout(resolve, 1))
        stop.abort()
      },
    })
    const { summary, notRead } = await importPaths([folder], freshArchive(), { runner, jobs: 1, signal: stop.signal })
    expect([runner.reads.length, summary.files.new, notRead]).toEqual([1, 1, 2])
  })

  test('a store that fails ends the run with its own error, and the files that are left are not read', async () => {
    const folder = folderWith(manyFiles(60))
    const archive = freshArchive()
    const full = new BaoshuError('store_unusable', 'the disk is full', { advice: 'Free some space.' })
    const broken: Archive = {
      ...archive,
      savePrepared: () => {
        throw full
      },
    }
    const runner = stubRunner()
    await expect(importPaths([folder], broken, { runner, jobs: 1 })).rejects.toBe(full)
    expect(runner.reads.length).toBeLessThan(60)
  })

  test('files are stored several at once and told once they are stored', async () => {
    const folder = folderWith(manyFiles(60))
    const archive = freshArchive()
    const batches: number[] = []
    const told: string[] = []
    const watched: Archive = {
      ...archive,
      savePrepared: (run, records) => {
        batches.push(records.length)
        return archive.savePrepared(run, records)
      },
    }
    const { summary } = await importPaths([folder], watched, { runner: stubRunner(), jobs: 2 }, (event) => {
      if (event.kind !== 'file') return
      told.push(event.path)
      expect(archive.storedFile(event.path)).not.toBeNull()
    })
    expect(summary.files.new).toBe(60)
    expect(new Set(told).size).toBe(60)
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(60)
    expect(batches.length).toBeLessThan(60)
    expect(Math.max(...batches)).toBeLessThanOrEqual(16)
  })

  test('a document that is a fault of ours takes none of its batch with it', async () => {
    const folder = folderWith(manyFiles(5))
    const archive = freshArchive()
    const faulty: Archive = {
      ...archive,
      savePrepared: (run, records) => {
        if (records.some(({ file }) => basename(file.path) === '3.txt')) throw new TypeError('the unforeseen')
        return archive.savePrepared(run, records)
      },
    }
    const { summary } = await importPaths([folder], faulty, { runner: stubRunner(), jobs: 2 })
    expect(summary.files).toMatchObject({ new: 4, failed: 1 })
    expect(summary.failures.map(({ path, code }) => [basename(path), code])).toEqual([['3.txt', 'internal']])
  })

  test('an empty folder is a run of no files', async () => {
    const { summary } = await imported(freshArchive(), [folderWith()])
    expect(summary.files).toEqual({ new: 0, unchanged: 0, replaced: 0, failed: 0 })
  })
})
