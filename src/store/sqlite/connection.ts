import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { BaoshuError } from '../../model/error.ts'
import { bigramsOf } from './bigrams.ts'
import { withStoreErrors } from './errors.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'

export type Connection = Database.Database

/** "BSHU": tells our databases from those of other programs. */
export const APPLICATION_ID = 0x42534855

export interface ConnectionOptions {
  readonly readonly: boolean
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number
  readonly now: () => Date
}

/** An open database of ours at the newest schema; nothing is written to a file that is not ours. */
export function openConnection(path: string, options: ConnectionOptions): Connection {
  return withStoreErrors(path, () => {
    refuseUnusablePath(path, options.readonly)
    const connection = open(path, options)
    try {
      connection.function('bigrams', { deterministic: true }, (text: unknown) => bigramsOf(String(text)))
      const version = schemaVersion(connection, path)
      if (options.readonly) refuseOlder(version, path)
      else bringUpToDate(connection, options.now)
      connection.pragma('foreign_keys = on')
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  })
}

function open(path: string, { readonly, busyTimeout }: ConnectionOptions): Connection {
  const connection = new Database(path, { readonly, timeout: busyTimeout })
  try {
    if (readonly) connection.pragma('user_version')
    return connection
  } catch (error) {
    connection.close()
    const refused = error instanceof Database.SqliteError && /^SQLITE_(?:READONLY|CANTOPEN)/.test(error.code)
    if (!refused || !isWhole(path)) throw error
    return openCopy(path)
  }
}

/** Whether all that was written stands in the file itself, none of it in a log beside it. */
function isWhole(path: string): boolean {
  const log = `${path}-wal`
  return !existsSync(log) || statSync(log).size === 0
}

/**
 * A database in memory with what stands in a file. Where a folder cannot be written (a share, a disc) SQLite opens no
 * database that keeps a log, since readers would write there too.
 */
export function openCopy(path: string): Connection {
  const bytes = readFileSync(path)
  // Versions for writing and reading: 1 keeps no log. https://www.sqlite.org/fileformat.html#file_format_version_numbers
  bytes.fill(1, 18, 20)
  return new Database(bytes, { readonly: true })
}

function refuseUnusablePath(path: string, readonly: boolean): void {
  if (path === ':memory:') return
  if (existsSync(path)) {
    if (statSync(path).isFile()) return
    throw new BaoshuError('store_unusable', `not a file: ${path}`, { place: path, advice: 'Name a file with --db.' })
  }
  if (readonly) {
    throw new BaoshuError('store_unusable', `there is no database ${path}`, {
      place: path,
      advice: 'Import reports first (baoshu import), or name the database with --db.',
    })
  }
  if (!existsSync(dirname(path))) {
    throw new BaoshuError('store_unusable', `there is no folder for the database ${path}`, {
      place: path,
      advice: 'Make the folder first, or name another file with --db.',
    })
  }
}

/** Number of our migrations that the database has seen; 0 for an empty file. */
function schemaVersion(connection: Connection, path: string): number {
  const application = Number(connection.pragma('application_id', { simple: true }))
  const version = Number(connection.pragma('user_version', { simple: true }))
  if (application !== APPLICATION_ID) {
    const tables = connection.prepare<[], { n: number }>('select count(*) as n from sqlite_schema').get()?.n ?? 0
    if (application === 0 && tables === 0) return 0
    throw new BaoshuError('store_foreign', `this database belongs to another program: ${path}`, {
      place: path,
      advice: 'Name another file with --db; this one was left as it was.',
    })
  }
  if (version > MIGRATIONS.length) {
    throw new BaoshuError('store_newer', `a newer baoshu wrote this database (schema ${version}): ${path}`, {
      place: path,
      advice: `Update baoshu: this version knows schemas up to ${MIGRATIONS.length}.`,
    })
  }
  return version
}

function refuseOlder(version: number, path: string): void {
  if (version === MIGRATIONS.length) return
  throw new BaoshuError('store_unusable', `the database has an older schema (${version}): ${path}`, {
    place: path,
    advice: 'Run baoshu import on it once (any folder): that brings the schema up to date.',
  })
}

const MIGRATION_TABLE = `
create table if not exists migration ( -- steps of the schema that this database has seen
  number  integer primary key,
  name    text not null unique,
  applied text not null
) strict`

const CACHE_KILOBYTES = 8_000
const LOG_PAGES = 4_000

function bringUpToDate(connection: Connection, now: () => Date): void {
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = normal')
  // Pages that one batch of documents after another changes stay at hand, and go from the log into the file less often.
  connection.pragma(`cache_size = -${CACHE_KILOBYTES}`)
  connection.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  connection.pragma('foreign_keys = off')
  const apply = connection.transaction((migrations: readonly Migration[]) => {
    // Read again inside the transaction: another process may have migrated while this one waited.
    const version = Number(connection.pragma('user_version', { simple: true }))
    if (version >= migrations.length) return
    connection.exec(MIGRATION_TABLE)
    const record = connection.prepare('insert into migration (number, name, applied) values (?, ?, ?)')
    migrations.slice(version).forEach((migration, step) => {
      connection.exec(migration.sql)
      record.run(version + step + 1, migration.name, now().toISOString())
    })
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    connection.pragma(`user_version = ${migrations.length}`)
  })
  if (Number(connection.pragma('user_version', { simple: true })) < MIGRATIONS.length) apply.immediate(MIGRATIONS)
}
