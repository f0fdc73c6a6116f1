import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { openSampleArchive } from './sample.ts'

const file = new URL('../../docs/sql.md', import.meta.url)
interface Example {
  readonly question: string
  readonly sql: string
  /** The table that the page shows under the statement. */
  readonly answer: string
}

const EXAMPLE = /\*\*(?<question>[^*]+)\*\*[^`]*```sql\n(?<sql>[^`]+)```\n\n?(?<answer>(?:\|.*\n)*)/g

const folder = mkdtempSync(join(tmpdir(), 'baoshu-sql-'))
const path = join(folder, 'archive.db')
openSampleArchive(path).close()
const connection = new Database(path, { readonly: true })

// UPDATE=1 writes the answers anew; without it an answer that is missing or old fails.
if (process.env.UPDATE === '1') {
  const fresh = readFileSync(file, 'utf8').replace(EXAMPLE, (match, _question, sql: string, answer: string) =>
    [match.slice(0, match.length - answer.length).trimEnd(), '\n\n', answerOf(sql), answer === '' ? '\n' : ''].join(''),
  )
  writeFileSync(file, fresh)
}
const page = readFileSync(file, 'utf8')
const examples: readonly Example[] = [...page.matchAll(EXAMPLE)].map(({ groups }) => ({
  question: groups?.question ?? '',
  sql: groups?.sql ?? '',
  answer: groups?.answer ?? '',
}))

afterAll(() => {
  connection.close()
  rmSync(folder, { recursive: true })
})

function answerOf(sql: string): string {
  const statement = connection.prepare<[], unknown[]>(sql).raw()
  const heads = statement.columns().map(({ name }) => name)
  const rows = statement.all().map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

describe('docs/sql.md', () => {
  it('asks ten questions and one more, each with a statement', () => {
    expect(examples).toHaveLength(11)
    expect(page.match(/```sql/g)).toHaveLength(examples.length)
  })

  it.each(examples)('$question', ({ sql, answer }) => {
    const found = answerOf(sql)
    expect(found.split('\n').length, 'the example finds nothing').toBeGreaterThan(3)
    expect(found).toBe(answer)
  })

  it('names every table and view, and every column of those that compare', () => {
    const names = connection
      .prepare<[], { name: string; type: string }>(
        `select name, type from sqlite_schema where type in ('table', 'view')
           and name not in (select name from pragma_table_list where type = 'shadow')`,
      )
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_'))
    const missing = names.filter(({ name }) => !page.includes(`\`${name}\``)).map(({ name }) => name)
    expect(missing).toEqual([])
    for (const table of ['fact', 'change']) {
      const columns = connection.prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`).all()
      const identity = ['from_', 'to_']
      const untold = columns
        .map(({ name }) => name)
        .filter((name) => !page.includes(`\`${name}\``) && !identity.some((side) => name.startsWith(side)))
      expect(untold, table).toEqual([])
    }
  })
})
