import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../src/pipeline/importPaths.ts'
import { openArchive } from '../../src/store/open.ts'
import { folderWith, writeInto } from '../folder.ts'
import { stubRunner } from './stubRunner.ts'

const setUp = (members: Readonly<Record<string, string>>) => {
  const folder = folderWith({})
  const packed = Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)]))
  const zip = writeInto(folder, 'reports/报告.zip', zipSync(packed))
  return { folder, zip, archive: openArchive(`${folder}/baoshu.db`), runner: stubRunner() }
}

describe('archives of reports', () => {
  it('are read member by member, each under its own path and name', async () => {
    const { zip, archive, runner } = setUp({ '2023/总结.txt': '演出103场', '2024/总结.txt': '演出98场' })
    const { summary } = await importPaths([zip], archive, { runner })
    expect(summary.files).toMatchObject({ new: 2, failed: 0 })
    expect(archive.documents().map(({ paths, name }) => ({ paths, name }))).toEqual(
      ['2023', '2024'].map((year) => ({ paths: [`${zip}/${year}/总结.txt`], name: '总结.txt' })),
    )
    archive.close()
  })

  it('that have not changed are not read again; a member with the bytes of a file is that document', async () => {
    const { folder, zip, archive, runner } = setUp({ 'a.txt': '演出103场', 'b.txt': '展览7次' })
    await importPaths([zip], archive, { runner })
    const copy = writeInto(folder, 'reports/copy.txt', '演出103场')
    const reads = runner.reads.length
    const { summary } = await importPaths([`${folder}/reports`], archive, { runner })
    expect(summary.files).toMatchObject({ new: 0, unchanged: 3, failed: 0 })
    expect(runner.reads).toHaveLength(reads)
    expect(archive.documents().map(({ paths }) => paths)).toContainEqual([copy, `${zip}/a.txt`].sort())
    archive.close()
  })

  it('tell of their progress, and of members that are left aside', async () => {
    const { zip, archive, runner } = setUp({ 'a.txt': '演出103场', '数据.csv': '1,2', '~$a.docx': 'x' })
    const events: string[] = []
    const { summary, skipped } = await importPaths([zip], archive, { runner }, (event) => {
      events.push(event.kind === 'archive' ? `${event.kind} ${event.members}` : event.kind)
    })
    expect(events).toEqual(['started', 'file', 'archive 1'])
    expect(summary.files).toMatchObject({ new: 1, failed: 0 })
    expect(skipped.map(({ path, reason }) => [path.slice(zip.length + 1), reason])).toEqual([
      ['数据.csv', 'data_file'],
      ['~$a.docx', 'system_file'],
    ])
    archive.close()
  })

  it('that are empty, or inside others, are failures', async () => {
    const { folder, archive, runner } = setUp({})
    writeInto(folder, 'reports/outer.zip', zipSync({ 'inner.zip': zipSync({ 'a.txt': strToU8('演出103场') }) }))
    const { summary } = await importPaths([`${folder}/reports`], archive, { runner })
    expect(summary.failures.map(({ path, code }) => [path.slice(folder.length), code])).toEqual([
      ['/reports/outer.zip/inner.zip', 'format_unsupported'],
      ['/reports/报告.zip', 'no_text'],
    ])
    archive.close()
  })
})
