import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BaoshuError } from '../../src/model/error.ts'
import { openArchive } from '../../src/store/open.ts'
import { readStoreError } from '../../src/store/sqlite/errors.ts'
import { recordOf } from './records.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baoshu-open-'))
  path = join(folder, 'archive.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The error that `action` throws. */
function troubleOf(action: () => unknown): BaoshuError {
  try {
    action()
  } catch (error) {
    if (error instanceof BaoshuError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

function makeArchive(): void {
  openArchive(path).close()
}

function alter(sql: string): void {
  const connection = new Database(path)
  connection.exec(sql)
  connection.close()
}

it('makes a new archive, and opens it again', () => {
  makeArchive()
  const archive = openArchive(path)
  expect(archive.documents()).toEqual([])
  archive.close()
})

it('makes an archive of an empty file', () => {
  writeFileSync(path, '')
  makeArchive()
  expect(openArchive(path, { readonly: true }).runs()).toEqual([])
})

it('keeps one in memory', () => {
  const archive = openArchive(':memory:')
  const record = recordOf({ figures: [{ quote: '3场', value: 3, indicator: 'film.screenings' }] })
  archive.saveDocument(archive.startRun({ paths: [], rulesVersion: 'r' }), record)
  expect(archive.documents()).toHaveLength(1)
  archive.close()
})

it('refuses a file that is no database, and leaves it as it was', () => {
  const words = '这不是数据库。'.repeat(300)
  writeFileSync(path, words)
  expect(troubleOf(() => openArchive(path)).code).toBe('store_foreign')
  expect(readFileSync(path, 'utf8')).toBe(words)
})

it("refuses another program's database, and leaves it as it was", () => {
  alter('create table note (text text)')
  const before = readFileSync(path)
  const trouble = troubleOf(() => openArchive(path))
  expect(trouble.code).toBe('store_foreign')
  expect(trouble.place).toBe(path)
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('refuses a database with the mark of another program', () => {
  alter('pragma application_id = 7')
  expect(troubleOf(() => openArchive(path)).code).toBe('store_foreign')
})

it('refuses a database that a newer version wrote', () => {
  makeArchive()
  alter('pragma user_version = 999')
  expect(troubleOf(() => openArchive(path)).code).toBe('store_newer')
  expect(troubleOf(() => openArchive(path, { readonly: true })).code).toBe('store_newer')
})

it('says which step is missing when a database of an older schema is only read', () => {
  writeFileSync(path, '')
  expect(troubleOf(() => openArchive(path, { readonly: true })).code).toBe('store_unusable')
})

it('refuses to read a database that is not there', () => {
  expect(troubleOf(() => openArchive(path, { readonly: true })).code).toBe('store_unusable')
})

it('refuses a folder as a database', () => {
  mkdirSync(path)
  expect(troubleOf(() => openArchive(path)).code).toBe('store_unusable')
})

it('refuses a database in a folder that is not there', () => {
  const trouble = troubleOf(() => openArchive(join(folder, 'no', 'archive.db')))
  expect(trouble.code).toBe('store_unusable')
  expect(trouble.advice).toMatch(/folder/)
})

it('tells that another process is writing', () => {
  makeArchive()
  const archive = openArchive(path, { busyTimeout: 20 })
  const other = new Database(path)
  other.exec('begin immediate')
  expect(troubleOf(() => archive.startRun({ paths: [], rulesVersion: 'r' })).code).toBe('store_locked')
  other.exec('rollback')
  expect(archive.startRun({ paths: [], rulesVersion: 'r' })).toBe(1)
  other.close()
  archive.close()
})

it('does not write where it only reads', () => {
  makeArchive()
  const archive = openArchive(path, { readonly: true })
  expect(troubleOf(() => archive.startRun({ paths: [], rulesVersion: 'r' })).code).toBe('store_unusable')
  archive.close()
})

it.each([
  ['SQLITE_FULL', 'store_unusable', /disk is full/],
  ['SQLITE_READONLY_DIRECTORY', 'store_unusable', /cannot be written/],
  ['SQLITE_CANTOPEN', 'store_unusable', /cannot be opened/],
  ['SQLITE_IOERR_WRITE', 'store_unusable', /cannot be opened/],
  ['SQLITE_CORRUPT_VTAB', 'store_unusable', /damaged/],
  ['SQLITE_NOTADB', 'store_foreign', /not an SQLite database/],
  ['SQLITE_BUSY_SNAPSHOT', 'store_locked', /another process/],
])('tells of %s as %s', (sqlite, code, message) => {
  const trouble = readStoreError(new Database.SqliteError('reason', sqlite), path)
  expect(trouble).toMatchObject({ code, place: path, message: expect.stringMatching(message) })
})

it('lets our own bugs pass as they are', () => {
  const bug = new Database.SqliteError('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE')
  expect(readStoreError(bug, path)).toBe(bug)
})

it('tells of a damaged database', () => {
  makeArchive()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 4096, 4096 * 12)
  writeFileSync(path, bytes)
  const trouble = troubleOf(() => {
    const archive = openArchive(path)
    archive.documents()
    archive.runs()
    archive.close()
  })
  expect(trouble.code).toBe('store_unusable')
})

it('can be read where nothing can be written beside it', () => {
  const archive = openArchive(path)
  const run = archive.startRun({ paths: ['reports'], rulesVersion: 'rules-1' })
  archive.saveDocument(
    run,
    recordOf({
      region: '云岭省青禾市',
      year: 2020,
      figures: [{ quote: '96场', value: 96, indicator: 'film.screenings' }],
    }),
  )
  archive.close()
  // What SQLite would write to share the file with others cannot be made: as in a folder that is read-only.
  mkdirSync(`${path}-shm`)
  const readonly = openArchive(path, { readonly: true })
  expect([...readonly.facts({})].map(({ quote }) => quote)).toEqual(['96场'])
  readonly.close()
})
