import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import { importPaths } from '../../src/pipeline/importPaths.ts'
import { refreshArchive } from '../../src/pipeline/refreshArchive.ts'
import type { ReportReader } from '../../src/pipeline/reportReader.ts'
import { setGiven } from '../../src/pipeline/setGiven.ts'
import { openArchive } from '../../src/store/open.ts'
import type { Archive, DocumentRow } from '../../src/store/port.ts'
import { folderWith, writeInto } from '../folder.ts'
import { type StubRules, stubReader, stubRunner } from './stubRunner.ts'

const OLD: StubRules = { rulesVersion: '1', facts: /\d+/g }
/** Leaves single digits aside and reads 三 as a figure. */
const NEW: StubRules = { rulesVersion: '2', facts: /\d{2,}|三/g }

function freshArchive(): Archive {
  const archive = openArchive(':memory:')
  onTestFinished(() => archive.close())
  return archive
}

async function refreshed(archive: Archive, rules: StubRules = NEW) {
  const runner = stubRunner(rules)
  const result = await refreshArchive(archive, stubReader(rules), { runner })
  const changes = result.factChanges.map(({ kind, earlier, later }) => [kind, (later ?? earlier)?.quote])
  return { ...result, changes, reads: runner.reads.map((path) => basename(path)).sort() }
}

describe('refreshArchive', () => {
  test('reads again what other rules had read, and says what changed in the facts', async () => {
    const folder = folderWith({ 'a.txt': '演出103场，讲座5场，培训三场' })
    const archive = freshArchive()
    await importPaths([folder], archive, { runner: stubRunner(OLD) })
    const { stale, fromStoredText, changes, factChanges, reads } = await refreshed(archive)
    expect([stale, fromStoredText, reads]).toEqual([1, 0, ['a.txt']])
    expect(changes).toEqual([
      ['removed', '5'],
      ['added', '三'],
    ])
    expect(factChanges[0]).toMatchObject({ fact: factChanges[0]?.earlier?.id, fields: [], later: null })
    expect([...archive.facts({})].map(({ quote }) => quote)).toEqual(['103', '三'])
  })

  test('leaves alone what these rules have read, and reads nothing when there is nothing to do', async () => {
    const folder = folderWith({ 'a.txt': '演出103场' })
    const archive = freshArchive()
    await importPaths([folder], archive, { runner: stubRunner(OLD) })
    const later = writeInto(folder, 'b.txt', '演出104场')
    await importPaths([later], archive, { runner: stubRunner(NEW) })
    expect((await refreshed(archive)).reads).toEqual(['a.txt'])
    const again = await refreshed(archive)
    expect([again.stale, again.imported, again.reads, again.changes]).toEqual([0, null, [], []])
  })

  test('reads the stored text where the file is gone', async () => {
    const folder = folderWith({ 'a.txt': '演出103场，讲座5场', 'b/c.txt': '讲座6场' })
    const archive = freshArchive()
    await importPaths([folder], archive, { runner: stubRunner(OLD), given: { year: 2019 } })
    rmSync(join(folder, 'b'), { recursive: true })
    const { stale, fromStoredText, reads, changes } = await refreshed(archive)
    expect([stale, fromStoredText, reads]).toEqual([2, 1, ['a.txt']])
    expect(changes.map(([kind, quote]) => `${kind} ${quote}`).sort()).toEqual(['removed 5', 'removed 6'])
    expect(archive.documents().map(({ rulesVersion, reports }) => [rulesVersion, reports[0]?.year])).toEqual([
      ['2', 2019],
      ['2', 2019],
    ])
  })

  test('reads the stored text of a scan that was recognised, where it is not recognised again', async () => {
    const folder = folderWith({ 'scan.txt': '讲座5场，演出12场' })
    const archive = freshArchive()
    const { summary } = await importPaths([folder], archive, { runner: stubRunner(OLD) })
    const [listed] = archive.documents()
    const stored = archive.document(listed?.id ?? '')
    const file = archive.storedFile(join(folder, 'scan.txt'))
    if (stored === null || file === null) throw new Error('nothing was stored')
    const { document, extraction } = stored
    const finding: Finding = { document: document.id, start: 0, end: 1, kind: 'recognized_text', message: 'A scan.' }
    archive.saveDocument(summary.run, {
      file: { ...file, path: join(folder, 'scan.txt') },
      document: { ...document, findings: [finding] },
      extraction,
      given: {},
    })
    // An import alone leaves it as it is: read without recognition it would have no text.
    const imported = stubRunner(NEW)
    const { summary: again } = await importPaths([folder], archive, { runner: imported })
    expect([imported.reads, again.files.unchanged]).toEqual([[], 1])
    const { reads, fromStoredText, changes } = await refreshed(archive)
    expect([reads, fromStoredText, changes]).toEqual([[], 1, [['removed', '5']]])
    expect(archive.findings(document.id).map(({ kind }) => kind)).toEqual(['recognized_text'])
  })

  test('an interruption ends it behind the document in hand, and the next one does the rest', async () => {
    const folder = folderWith({ 'a.txt': '讲座5场', 'b.txt': '讲座6场', 'c.txt': '讲座7场' })
    const archive = freshArchive()
    await importPaths([folder], archive, { runner: stubRunner(OLD) })
    for (const name of ['a.txt', 'b.txt', 'c.txt']) rmSync(join(folder, name))
    const stop = new AbortController()
    const reader = stubReader(NEW)
    const stopping: ReportReader = {
      ...reader,
      read(document, given) {
        stop.abort()
        return reader.read(document, given)
      },
    }
    const options = { runner: stubRunner(NEW), signal: stop.signal }
    const first = await refreshArchive(archive, stopping, options)
    expect([first.stale, first.fromStoredText, first.interrupted]).toEqual([3, 1, true])
    const next = await refreshed(archive)
    expect([next.stale, next.fromStoredText, next.interrupted]).toEqual([2, 2, false])
  })

  test('keeps what changed, run by run', async () => {
    const folder = folderWith({ 'a.txt': '演出103场，讲座5场' })
    const archive = freshArchive()
    await importPaths([folder], archive, { runner: stubRunner(OLD) })
    await refreshed(archive)
    await refreshed(archive, { ...OLD, rulesVersion: '3' })
    expect(archive.runs().map(({ run, changes }) => [run, changes])).toEqual([
      [1, { added: 0, removed: 0, altered: 0 }],
      [2, { added: 0, removed: 1, altered: 0 }],
      [3, { added: 1, removed: 0, altered: 0 }],
    ])
    expect([...archive.factChanges(2)]).toMatchObject([{ kind: 'removed', earlier: { quote: '5' }, later: null }])
  })
})

describe('setGiven', () => {
  const only = (archive: Archive): DocumentRow => {
    const [document] = archive.documents()
    if (document === undefined) throw new Error('no document')
    return document
  }
  const profile = (archive: Archive) => {
    const [report] = only(archive).reports
    return [report?.year, report?.region, report?.issuer]
  }

  async function said(): Promise<{ readonly archive: Archive; readonly folder: string }> {
    const folder = folderWith({ 'a.txt': '演出103场' })
    const archive = freshArchive()
    const given = { year: 2019, region: '山东省', issuer: '文化局' }
    await importPaths([folder], archive, { runner: stubRunner(), given })
    return { archive, folder }
  }

  test('takes back what was said, and that is kept too', async () => {
    const { archive, folder } = await said()
    await setGiven(archive, [only(archive)], { clear: ['year', 'issuer'] }, stubReader())
    expect(profile(archive)).toEqual([null, '山东省', ''])
    expect(archive.givenOfDocument(only(archive).id)).toEqual({ region: '山东省' })
    const { summary } = await importPaths([folder], archive, { runner: stubRunner() })
    expect(summary.files).toMatchObject({ unchanged: 1 })
    expect(profile(archive)).toEqual([null, '山东省', ''])
  })

  test('says one thing and takes another back at once', async () => {
    const { archive } = await said()
    await setGiven(archive, [only(archive)], { given: { year: 2021 }, clear: ['region'] }, stubReader())
    expect(profile(archive)).toEqual([2021, '', '文化局'])
  })

  test('tells how the facts altered', async () => {
    const { archive } = await said()
    await setGiven(archive, [only(archive)], { given: { year: 2021 } }, stubReader())
    expect([...archive.factChanges(2)]).toMatchObject([
      { kind: 'altered', fields: ['year'], earlier: { year: 2019 }, later: { year: 2021 } },
    ])
  })
})
