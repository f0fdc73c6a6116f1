import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type IngestLimits, ingestFile } from '../../src/ingest/ingest.ts'
import { openProcessPool } from '../../src/ingest/isolate.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import { makeDocx, p } from './make-docx.ts'
import { makePdf } from './make-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'baoshu-isolate-'))
interface Request {
  readonly path: string
  readonly limits: Partial<IngestLimits>
}
const pools = new Set<{ readonly close: () => Promise<void> }>()
afterAll(async () => {
  await Promise.all([...pools].map((pool) => pool.close()))
  rmSync(folder, { recursive: true })
})
const program = fileURLToPath(new URL('ingest-process.ts', import.meta.url))
const open = ({ size = 1, limits = {} }: { readonly size?: number; readonly limits?: Partial<IngestLimits> } = {}) => {
  const pool = openProcessPool<Request, SourceDocument>({ program, size, limits })
  pools.add(pool)
  return { ingestFile: (path: string) => pool.run({ path, limits }, path), close: pool.close }
}

const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const text = file('a.txt', '全年演出103场。')
const docx = file('a.docx', makeDocx({ body: p('全年演出103场。') }))
const pdf = file('a.pdf', makePdf([{ texts: [{ x: 90, y: 700, text: '全年演出103场。' }] }]))
/** A page whose content unpacks to 300 million bytes of operators. */
const bomb = file('bomb.pdf', makeBomb())

function makeBomb(): Uint8Array {
  const content = deflateSync(Buffer.alloc(300_000_000, 'q 1 0 0 1 0 0 cm '))
  const parts = [
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n',
    `4 0 obj\n<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`,
  ]
  return Buffer.concat([
    Buffer.from(parts.join('')),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ])
}

describe('files read in processes of their own', () => {
  it('give the same documents as in this one, many at once', async () => {
    const pool = open({ size: 2 })
    const paths = [text, docx, pdf, text, docx, pdf]
    const read = await Promise.all(paths.map((path) => pool.ingestFile(path)))
    expect(read).toEqual(await Promise.all(paths.map((path) => ingestFile(path))))
  })

  it('give the same errors', async () => {
    const pool = open()
    await expect(pool.ingestFile(join(folder, 'none.txt'))).rejects.toMatchObject({
      name: 'BaoshuError',
      code: 'file_not_found',
    })
    await expect(pool.ingestFile(folder)).rejects.toMatchObject({ code: 'not_a_file', place: folder })
  })

  it('that eat all memory fail by their limit, and the next file is read', async () => {
    const pool = open({ limits: { megabytes: 400 } })
    const hostile = pool.ingestFile(bomb)
    const good = pool.ingestFile(text)
    await expect(hostile).rejects.toMatchObject({
      code: 'limit_exceeded',
      message: expect.stringContaining('megabytes'),
    })
    expect((await good).source).toBe('全年演出103场。')
  })

  it('that never end fail by their limit, and the next file is read', async () => {
    const pool = open({ limits: { milliseconds: 1, megabytes: 8_000 } })
    const hostile = pool.ingestFile(bomb)
    const good = pool.ingestFile(text)
    await expect(hostile).rejects.toMatchObject({
      code: 'limit_exceeded',
      message: expect.stringContaining('milliseconds'),
    })
    expect((await good).source).toBe('全年演出103场。')
  })

  it('that fail only for what others left in the memory are read in a fresh process', async () => {
    const pool = open({ limits: { megabytes: 600 } })
    const good = '全年演出103场。'
    const keeping = file('keeps-200-megabytes.txt', new TextEncoder().encode(good))
    const needing = file('needs-350-megabytes.txt', new TextEncoder().encode(good))
    const greedy = file('needs-900-megabytes.txt', new TextEncoder().encode(good))
    expect((await pool.ingestFile(keeping)).source).toBe(good)
    expect((await pool.ingestFile(needing)).source).toBe(good)
    await expect(pool.ingestFile(greedy)).rejects.toMatchObject({ code: 'limit_exceeded', place: greedy })
  })

  it('that end their process in another way are told as a fault of ours, and the next file is read', async () => {
    const pool = open()
    const broken = pool.ingestFile(join(folder, 'exit.txt'))
    const good = pool.ingestFile(text)
    await expect(broken).rejects.toThrow('exit code 3')
    expect((await good).source).toBe('全年演出103场。')
  })

  it('end with the program that asked for them, in the middle of their work', async () => {
    const spinning = join(folder, 'spins')
    const parent = fileURLToPath(new URL('spinning-parent.ts', import.meta.url))
    const asking = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), parent, spinning])
    const ended = once(asking, 'exit')
    const patience = { timeout: 30_000, interval: 100 }
    await vi.waitFor(() => expect(existsSync(spinning) && readFileSync(spinning, 'utf8')).toMatch(/^\d+$/), patience)
    const reading = Number(readFileSync(spinning, 'utf8'))
    expect(() => process.kill(reading, 0)).not.toThrow()
    asking.kill('SIGKILL')
    await ended
    await vi.waitFor(() => expect(() => process.kill(reading, 0)).toThrow('ESRCH'), patience)
  })

  it('are refused once the pool is closed, with those that wait', async () => {
    const pool = open()
    const reading = expect(pool.ingestFile(text)).rejects.toThrow()
    const waiting = expect(pool.ingestFile(docx)).rejects.toThrow('closed')
    await pool.close()
    await reading
    await waiting
    await expect(pool.ingestFile(text)).rejects.toThrow('closed')
  })
})
