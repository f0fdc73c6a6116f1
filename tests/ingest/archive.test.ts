import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ArchiveMember, readArchive } from '../../src/ingest/archive.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { encodeGb } from './encode-gb.ts'
import { makeDocx, p } from './make-docx.ts'

async function membersOf(bytes: Uint8Array, limits = {}): Promise<readonly ArchiveMember[]> {
  const members: ArchiveMember[] = []
  for await (const member of readArchive(bytes, 'a.zip', { limits })) members.push(member)
  return members
}
const text = (words: string) => strToU8(words)

/** The archive with a name in its headers overwritten by bytes of the same length. */
function rename(zip: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  expect(to.length).toBe(from.length)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.set(to, at)
  return bytes
}

describe('ZIP archives of reports', () => {
  it('give their files, folders and what systems leave behind aside', async () => {
    const zip = zipSync({
      '报告/2023年总结.txt': text('演出103场'),
      '报告/总结.docx': makeDocx({ body: p('演出12场') }),
      '空/': new Uint8Array(),
      '__MACOSX/._2023.txt': text('x'),
      '报告/~$总结.docx': text('x'),
      'Thumbs.db': text('x'),
    })
    const members = await membersOf(zip)
    expect(members.map(({ kind, name }) => [kind, name])).toEqual([
      ['file', '报告/2023年总结.txt'],
      ['file', '报告/总结.docx'],
      ['skipped', '__MACOSX/._2023.txt'],
      ['skipped', '报告/~$总结.docx'],
      ['skipped', 'Thumbs.db'],
    ])
    const documents = await Promise.all(
      members.flatMap((one) => (one.kind === 'file' ? [ingestBytes(one.bytes, one.name)] : [])),
    )
    expect(documents.map(({ format, name, source }) => [format, name, source])).toEqual([
      ['txt', '2023年总结.txt', '演出103场'],
      ['docx', '总结.docx', '演出12场'],
    ])
  })

  it('name their files in GBK where they were made on Chinese systems', async () => {
    const zip = rename(zipSync({ 'NAME-1.txt': text('演出103场') }), 'NAME-1.txt', encodeGb('总结23.txt'))
    expect((await membersOf(zip))[0]?.name).toBe('总结23.txt')
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['..\\..\\a.txt', 'a.txt'],
    ['a/./b//c.txt', 'a/b/c.txt'],
  ])('lead nowhere outside: %s', async (name, safe) => {
    expect((await membersOf(zipSync({ [name]: text('x') })))[0]?.name).toBe(safe)
  })

  it.each([
    ['members', { members: 1 }],
    ['unzippedBytes', { unzippedBytes: 1000 }],
  ])('are refused beyond the limit of %s', async (limit, limits) => {
    const zip = zipSync({ 'a.txt': new Uint8Array(900), 'b.txt': new Uint8Array(900) })
    await expect(membersOf(zip, limits)).rejects.toMatchObject({
      code: 'limit_exceeded',
      message: expect.stringContaining(limit),
    })
  })

  it('leave aside what is too large, locked or damaged, and go on', async () => {
    const zip = Buffer.from(
      zipSync({ 'big.txt': new Uint8Array(900), 'bad.txt': text('演出103场'.repeat(50)), 'good.txt': text('演出') }),
    )
    // The compressed bytes of the second file are spoilt.
    zip.fill(0xff, zip.indexOf('bad.txt') + 7, zip.indexOf('bad.txt') + 12)
    const members = await membersOf(zip, { bytes: 800 })
    expect(members.map((one) => (one.kind === 'skipped' ? one.because : one.name))).toEqual([
      'too_large',
      'damaged',
      'good.txt',
    ])
    const locked = Buffer.from(zipSync({ 'a.txt': text('演出') }))
    locked.writeUInt16LE(1, locked.lastIndexOf('a.txt') - 46 + 8)
    expect(await membersOf(locked)).toEqual([{ kind: 'skipped', name: 'a.txt', because: 'encrypted' }])
  })

  it('cut off are an error', async () => {
    const zip = zipSync({ 'a.txt': text('演出103场') })
    await expect(membersOf(zip.subarray(0, zip.length - 10))).rejects.toMatchObject({ code: 'archive_damaged' })
  })

  it.each([
    ['an archive', zipSync({ 'a.txt': text('演出') })],
    ['a spreadsheet', zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<a/>') })],
    ['an OFD file', zipSync({ 'OFD.xml': text('<ofd/>') })],
    ['a RAR archive', new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0])],
  ])('%s is no report itself', async (_, bytes) => {
    await expect(ingestBytes(bytes, 'a')).rejects.toMatchObject({ code: 'format_unsupported' })
  })
})
