import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { type IngestLimits, ingestBytes, ingestFile, readFileBytes } from '../../src/ingest/ingest.ts'
import { BaoshuError } from '../../src/model/error.ts'
import { makeDocx, p } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-ingest-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = (content: string) => new TextEncoder().encode(content)
const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** The error of a promise; fails where it is none of ours. */
async function errorOf(promise: Promise<unknown>): Promise<BaoshuError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof BaoshuError)) throw new Error(`no BaoshuError but ${error}`)
  expect(error.advice).not.toBe('')
  expect(error.place).not.toBeNull()
  return error
}

describe('files that cannot be read', () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const cases: readonly (readonly [what: string, path: string, code: string])[] = [
    ['a missing file', join(folder, 'none.txt'), 'file_not_found'],
    ['a file below a file', join(file('plain.txt', '演出'), 'none.txt'), 'file_not_found'],
    ['a folder', folder, 'not_a_file'],
    ['a pipe', pipe, 'not_a_file'],
    ['a device', '/dev/null', 'not_a_file'],
    ['an empty file', file('empty.txt', ''), 'file_empty'],
    ['a name that the file system refuses', join(folder, 'x'.repeat(300)), 'file_unreadable'],
  ]
  it.each(cases)('%s', async (_, path, code) => {
    expect((await errorOf(ingestFile(path))).code).toBe(code)
  })

  it('a file that changes while it is read', async () => {
    const path = file('growing.txt', 'x'.repeat(1_000_000))
    let done = false
    const read = errorOf(readFileBytes(path)).finally(() => {
      done = true
    })
    // Between any two steps of the reader the file grows.
    const grow = () => {
      if (done) return
      appendFileSync(path, 'x')
      setImmediate(grow)
    }
    grow()
    expect((await read).code).toBe('file_changed_while_read')
  })

  it('a readable file comes with its stat', async () => {
    const path = file('good.txt', '演出103场')
    const { bytes, stat } = await readFileBytes(path)
    expect(bytes).toEqual(text('演出103场'))
    expect(stat).toMatchObject({ path, size: bytes.length })
    expect(stat.modified).toBeGreaterThan(0)
  })
})

describe('files that are no readable report', () => {
  const docx = makeDocx({ body: p('全年演出103场。') })
  const pdf = makePdf([{ texts: [{ x: 90, y: 700, text: '全年演出103场。' }] }])
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const locked = new Uint8Array([...ole, ...new Uint8Array(1016), ...Buffer.from('EncryptedPackage', 'utf16le')])
  const cases: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
    ['no bytes', new Uint8Array(), 'file_empty'],
    ['white space', text(' \n\u3000\n'), 'no_text'],
    ['random bytes', new Uint8Array(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'format_unknown'],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'format_unsupported'],
    ['RTF', text('{\\rtf1 hello}'), 'format_unsupported'],
    ['a DOCX locked with a password', locked, 'docx_encrypted'],
    ['a DOCX cut off', docx.subarray(0, docx.length - 200), 'docx_damaged'],
    ['a DOCX cut off early', docx.subarray(0, 400), 'docx_damaged'],
    [
      'a DOCX without its main part',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/styles.xml': strToU8('<a/>') }),
      'docx_damaged',
    ],
    ['a DOCX with broken XML', makeDocx({ body: '<w:p><w:r></w:p>' }), 'docx_damaged'],
    ['a PDF cut off', pdf.subarray(0, 300), 'pdf_damaged'],
    ['a PDF header and nothing more', text('%PDF-1.7\n'), 'pdf_damaged'],
    [
      'bytes of no encoding',
      new Uint8Array([...text('场'.repeat(4)), 0xff, 0xff, 0x80, 0xff, 0xfe, 0xff, 0x80, 0xff, 0xff, 0xff]),
      'text_undecodable',
    ],
  ]
  it.each(cases)('%s', async (_, bytes, code) => {
    expect((await errorOf(ingestBytes(bytes, 'report.docx'))).code).toBe(code)
  })

  it('a PDF that asks for a password', async () => {
    const encrypt =
      '/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> /U <00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF> >> /ID [<00><00>]'
    const source = new TextDecoder().decode(pdf).replace('/Root 1 0 R', `/Root 1 0 R ${encrypt}`)
    expect((await errorOf(ingestBytes(text(source), 'a.pdf'))).code).toBe('pdf_encrypted')
  })

  it.each([
    ['DOCX', docx, 'docx'],
    ['PDF', pdf, 'pdf'],
    ['text', text('全年演出103场。'), 'txt'],
  ] as const)('%s is told by its bytes, whatever its name', async (_, bytes, format) => {
    for (const name of ['a.txt', 'a.pdf', 'a.docx', 'a', '工作总结.doc']) {
      expect(await ingestBytes(bytes, name)).toMatchObject({ format, source: '全年演出103场。', name })
    }
  })

  it('rubbish before the header of a PDF is passed over', async () => {
    const rubbish = new Uint8Array([...text('HTTP/1.1 200 OK\r\n\r\n'), ...pdf])
    expect((await ingestBytes(rubbish, 'a.pdf')).source).toBe('全年演出103场。')
  })
})

describe('limits, each named by its error', () => {
  const bomb = makeDocx({ body: p('一'), more: { 'word/media/a.bin': new Uint8Array(3_000_000) } })
  const cases: readonly (readonly [limit: keyof IngestLimits, allowed: number, bytes: Uint8Array, code: string])[] = [
    ['bytes', 10, text('全年演出103场。'), 'file_too_large'],
    ['characters', 5, text('全年演出103场。'), 'limit_exceeded'],
    ['unzippedBytes', 1_000_000, bomb, 'limit_exceeded'],
    ['xmlBytes', 1000, makeDocx({ body: p('一') }), 'limit_exceeded'],
    ['paragraphs', 2, makeDocx({ body: p('一') + p('二') + p('三') }), 'limit_exceeded'],
    ['pages', 1, makePdf([{ texts: [] }, { texts: [] }]), 'limit_exceeded'],
    ['milliseconds', -1, makePdf([{ texts: [] }]), 'limit_exceeded'],
  ]
  it.each(cases)('%s', async (limit, allowed, bytes, code) => {
    const error = await errorOf(ingestBytes(bytes, 'a', { limits: { [limit]: allowed } }))
    expect(error.code).toBe(code)
    expect(error.message).toContain(limit)
    expect(error.advice).toContain(`--limit ${limit}=`)
    await ingestBytes(bytes, 'a')
  })

  it('a file is refused by its size before it is read', async () => {
    const path = file('large.txt', 'x'.repeat(1000))
    expect((await errorOf(ingestFile(path, { limits: { bytes: 999 } }))).code).toBe('file_too_large')
  })

  it('a part that unpacks to more than it declares is damage, not memory', async () => {
    const honest = makeDocx({ body: p('一') })
    const lying = lieAboutSize(honest, 'word/document.xml')
    expect((await errorOf(ingestBytes(lying, 'a.docx'))).code).toBe('docx_damaged')
  })
})

/** The archive with the declared size of one member set to 10 bytes, in the directory and at the member. */
function lieAboutSize(zip: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(zip)
  for (const [signature, size, nameAt] of [
    [0x04034b50, 22, 30],
    [0x02014b50, 24, 46],
  ] as const) {
    for (let at = 0; at + nameAt < bytes.length; at += 1) {
      const here =
        bytes.readUInt32LE(at) === signature && bytes.toString('utf8', at + nameAt, at + nameAt + name.length) === name
      if (here) bytes.writeUInt32LE(10, at + size)
    }
  }
  return bytes
}
