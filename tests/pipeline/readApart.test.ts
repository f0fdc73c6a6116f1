import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ingestFile } from '../../src/ingest/ingest.ts'
import { extractFile } from '../../src/pipeline/extractFile.ts'
import { ingestFileApart } from '../../src/pipeline/readApart.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'
import { folderWith } from '../folder.ts'

const archive = fileURLToPath(new URL('../../fixtures/reports/archive/', import.meta.url))
const REPORTS = [
  '望桥街道2022年文化工作总结.txt',
  '淮津市图书馆2023年工作总结及2024年工作计划.docx',
  '望桥街道2024年文化惠民工作总结暨2025年工作要点.pdf',
]
/** A page whose parser looks at every attribute again for every other: minutes of work that nothing interrupts. */
const ENDLESS = `<html><body><p ${Array.from({ length: 300_000 }, (_, at) => `a${at}="1"`).join(' ')}>全年演出103场。</p>`
const LIMITED = { limits: { milliseconds: 1_000 } }

describe('a file read in a process of its own', () => {
  it.each(REPORTS)('%s says the same as in this one', async (name) => {
    const reader = loadReportReader()
    const document = await ingestFile(join(archive, name))
    const read = await extractFile(join(archive, name))
    expect(read.document).toEqual(document)
    expect(read.extraction).toEqual(await reader.read(document, {}))
    expect(read.rulebook.version).toBe(reader.rulebook.version)
    expect(await ingestFileApart(join(archive, name))).toEqual(document)
  })

  it('fails by its limit where reading does not end, and the next is read', async () => {
    const folder = folderWith({ 'endless.html': ENDLESS, 'good.txt': '全年演出103场。\n' })
    const overTime = { code: 'limit_exceeded', message: expect.stringContaining('milliseconds') }
    await expect(extractFile(join(folder, 'endless.html'), LIMITED)).rejects.toMatchObject(overTime)
    await expect(ingestFileApart(join(folder, 'endless.html'), LIMITED)).rejects.toMatchObject(overTime)
    expect((await extractFile(join(folder, 'good.txt'))).extraction.facts.map(({ quote }) => quote)).toEqual(['103场'])
  })

  it('is read beside others, whatever the limits of each', async () => {
    const folder = folderWith({ 'endless.html': ENDLESS, 'a.txt': '全年演出103场。\n', 'b.txt': '全年演出104场。\n' })
    const read = await Promise.allSettled([
      extractFile(join(folder, 'endless.html'), LIMITED),
      extractFile(join(folder, 'a.txt')),
      extractFile(join(folder, 'b.txt'), { catalogue: 'economy' }),
    ])
    expect(
      read.map((one) => (one.status === 'fulfilled' ? one.value.extraction.facts[0]?.quote : one.reason.code)),
    ).toEqual(['limit_exceeded', '103场', '104场'])
  })

  it('is not read with a catalogue that is not there', async () => {
    const folder = folderWith({ 'a.txt': '全年演出103场。\n' })
    await expect(extractFile(join(folder, 'a.txt'), { catalogue: 'none' })).rejects.toMatchObject({ code: 'usage' })
  })
})
