import Database from 'better-sqlite3'
import { BaoshuError } from '../../model/error.ts'

/** A trouble of SQLite as the trouble of the user that it is, or the error unchanged where it is our bug. */
export function readStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  const of = (store: 'store_locked' | 'store_foreign' | 'store_unusable', message: string, advice: string) =>
    new BaoshuError(store, `${message}: ${path} (${error.message})`, { place: path, advice, cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return of(
      'store_locked',
      'another process is writing to the database',
      'Wait until the other import has ended, or close the program that holds the database open.',
    )
  }
  if (code.startsWith('SQLITE_NOTADB')) {
    return of('store_foreign', 'this file is not an SQLite database', 'Name another file with --db.')
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return of(
      'store_unusable',
      'the database is damaged',
      'Restore a copy, or import the files again into a new database.',
    )
  }
  if (code.startsWith('SQLITE_FULL')) {
    return of(
      'store_unusable',
      'the disk is full',
      'Free some space and run the command again; what was stored is kept.',
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return of(
      'store_unusable',
      'the database cannot be written',
      'Allow writing to the file and its folder, or name another file with --db.',
    )
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR')) {
    return of(
      'store_unusable',
      'the database cannot be opened',
      'Check that the folder exists and can be read and written.',
    )
  }
  return error
}

/** What `action` returns; a trouble of SQLite is thrown as a `BaoshuError`. */
export function withStoreErrors<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw readStoreError(error, path)
  }
}
