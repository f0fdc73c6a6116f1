import { type Connection, openConnection } from './connection.ts'
import { withStoreErrors } from './errors.ts'
import { sentenceSearch } from './migrations/0004-search.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** What one check of a database found; no problems, no harm. */
export interface HealthCheck {
  readonly name: 'integrity' | 'references' | 'orphans' | 'search'
  /** What is wrong, in English; at most `MOST_TOLD`. */
  readonly problems: readonly string[]
}

/** The state of a database as `baoshu doctor` tells it. */
export interface DatabaseHealth {
  readonly sqlite: string
  /** Number of the newest schema step that the database has, and of the newest that there is. */
  readonly schema: { readonly has: number; readonly newest: number }
  readonly rows: { readonly documents: number; readonly facts: number; readonly sentences: number }
  /** Version of the rules that the archive was last imported with, and how many documents were read by none of these. */
  readonly rules: { readonly version: string; readonly staleDocuments: number }
  readonly checks: readonly HealthCheck[]
}

const MOST_TOLD = 20

/**
 * The health of the database in a file: integrity of its pages and indexes, rows that point nowhere or that nothing
 * leads to, whether the search index holds every sentence, and which documents were read by none of the `rules` that
 * there are. Only reads. Throws the `store_…` errors of `openArchive`.
 */
export function checkDatabase(path: string, rules: readonly string[]): DatabaseHealth {
  const connection = openConnection(path, { readonly: true, busyTimeout: 10_000, now: () => new Date() })
  return withStoreErrors(path, () => {
    try {
      return connection.transaction(() => readHealth(connection, rules)).deferred()
    } finally {
      connection.close()
    }
  })
}

/** Makes the indexes of a database anew from its rows: those of SQLite and that of the search. Brings the schema up to date. */
export function repairIndexes(path: string, now: () => Date = () => new Date()): void {
  const connection = openConnection(path, { readonly: false, busyTimeout: 10_000, now })
  withStoreErrors(path, () => {
    try {
      connection
        .transaction(() => {
          connection.exec('reindex; drop table if exists sentence; drop table if exists sentence_index')
          connection.exec(sentenceSearch.sql)
        })
        .immediate()
    } finally {
      connection.close()
    }
  })
}

function readHealth(connection: Connection, rules: readonly string[]): DatabaseHealth {
  const number = (sql: string): number => connection.prepare<[], { n: number }>(sql).get()?.n ?? 0
  const version = connection
    .prepare<[], { value: string }>(`select value from setting where name = 'rules_version'`)
    .get()
  return {
    sqlite: connection.prepare<[], { v: string }>('select sqlite_version() as v').get()?.v ?? '',
    schema: { has: Number(connection.pragma('user_version', { simple: true })), newest: MIGRATIONS.length },
    rows: {
      documents: number('select count(*) as n from document'),
      facts: number('select count(*) as n from fact'),
      sentences: number('select count(*) as n from sentence'),
    },
    rules: {
      version: version?.value ?? '',
      staleDocuments:
        connection
          .prepare<[string], { n: number }>(
            'select count(*) as n from document where rules_version not in (select value from json_each(?))',
          )
          .get(JSON.stringify(rules))?.n ?? 0,
    },
    checks: [
      { name: 'integrity', problems: integrityProblems(connection) },
      { name: 'references', problems: referenceProblems(connection) },
      { name: 'orphans', problems: countProblems(number, ORPHANS) },
      { name: 'search', problems: countProblems(number, NOT_SEARCHABLE) },
    ],
  }
}

function integrityProblems(connection: Connection): readonly string[] {
  const rows = connection.pragma(`integrity_check(${MOST_TOLD})`) as readonly { readonly integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((message) => message !== 'ok')
}

function referenceProblems(connection: Connection): readonly string[] {
  const rows = connection
    .prepare<[number], { table: string; parent: string; n: number }>(
      'select "table", parent, count(*) as n from pragma_foreign_key_check group by "table", parent order by 1, 2 limit ?',
    )
    .all(MOST_TOLD)
  return rows.map(({ table, parent, n }) => `${n} rows of ${table} point to no ${parent}`)
}

type Count = readonly [what: string, sql: string]

/** Rows that nothing leads to: no import made them so. */
const ORPHANS: readonly Count[] = [
  [
    'documents lie under no path',
    'select count(*) as n from document d where not exists (select 1 from source_file s where s.document = d.id)',
  ],
  [
    'documents have no report',
    'select count(*) as n from document d where not exists (select 1 from report r where r.document = d.id)',
  ],
  [
    'facts are not among the numbers of their text',
    `select count(*) as n from fact f where not exists (select 1 from mention m where m.fact = f.id)`,
  ],
]

const NOT_SEARCHABLE: readonly Count[] = [
  [
    'facts stand in no sentence of the search index',
    `select count(*) as n from fact f where not exists (
       select 1 from sentence s where s.document = f.document and f.start between s.first and s.last)`,
  ],
  [
    'sentences are not in the search index',
    'select count(*) as n from sentence where number not in (select id from sentence_index_docsize)',
  ],
  [
    'entries of the search index have no sentence',
    'select count(*) as n from sentence_index_docsize where id not in (select number from sentence)',
  ],
]

function countProblems(number: (sql: string) => number, counts: readonly Count[]): readonly string[] {
  return counts.flatMap(([what, sql]) => {
    const n = number(sql)
    return n === 0 ? [] : [`${n} ${what}`]
  })
}
