import type { Fact } from '../../model/fact.ts'
import type { FactChange, FactChangeKind } from '../../model/fact-change.ts'
import type { Connection } from './connection.ts'

interface FactChangeRow {
  readonly kind: FactChangeKind
  readonly fact: string
  readonly document: string
  readonly fields: string
  readonly earlier: string | null
  readonly later: string | null
}

/** A function that keeps what a run changed in the facts of a document; the last word of a run on a fact stands. */
export function createChangeWriter(connection: Connection): (run: number, changes: readonly FactChange[]) => void {
  const insert = connection.prepare(`
    insert or replace into fact_change (run, fact, document, kind, fields, earlier, later)
    values (:run, :fact, :document, :kind, :fields, :earlier, :later)`)
  const text = (fact: Fact | null) => (fact === null ? null : JSON.stringify(fact))
  return (run, changes) => {
    for (const { fields, earlier, later, ...change } of changes)
      insert.run({ ...change, run, fields: JSON.stringify(fields), earlier: text(earlier), later: text(later) })
  }
}

/** What a run changed in the facts, in the order of document and fact. */
export function* readFactChanges(connection: Connection, run: number): Generator<FactChange, void, undefined> {
  const rows = connection
    .prepare<[number], FactChangeRow>(
      `select kind, fact, document, fields, earlier, later from fact_change where run = ?
       order by document, coalesce(later, earlier) ->> 'start', fact`,
    )
    .all(run)
  for (const { fields, earlier, later, ...row } of rows)
    yield {
      ...row,
      fields: JSON.parse(fields) as FactChange['fields'],
      earlier: earlier === null ? null : (JSON.parse(earlier) as Fact),
      later: later === null ? null : (JSON.parse(later) as Fact),
    }
}
