import { openConnection } from './connection.ts'

/** The schema of an archive as one SQL script with all its comments: what a new database is made of. */
export function schemaSql(): string {
  const connection = openConnection(':memory:', { readonly: false, busyTimeout: 0, now: () => new Date(0) })
  try {
    const statements = connection
      .prepare<[], { sql: string }>(`select sql from sqlite_schema
         where sql is not null and name not in (select name from pragma_table_list where type = 'shadow')
         order by rowid`)
      .all()
      .map(({ sql }) => `${sql};`)
    const version = Number(connection.pragma('user_version', { simple: true }))
    const application = Number(connection.pragma('application_id', { simple: true }))
    return [
      '-- Schema of a baoshu archive; docs/sql.md explains how to use it.',
      `pragma application_id = 0x${application.toString(16)}; -- "BSHU"\npragma user_version = ${version};`,
      ...statements,
      '',
    ].join('\n\n')
  } finally {
    connection.close()
  }
}
