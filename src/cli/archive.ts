import type { Archive } from '../store/port.ts'

/** What `use` returns, given the archive in a database file; the archive is closed afterwards, whatever happens. */
export async function withArchive<T>(
  path: string,
  mode: 'read' | 'write',
  use: (archive: Archive) => Promise<T> | T,
): Promise<T> {
  const { openArchive } = await import('../store/open.ts')
  const archive = openArchive(path, { readonly: mode === 'read' })
  try {
    return await use(archive)
  } finally {
    archive.close()
  }
}
