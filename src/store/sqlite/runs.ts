import type { ErrorCode } from '../../model/error.ts'
import type { FactChangeKind } from '../../model/fact-change.ts'
import type { FailureRecord, FileOutcome, RunSummary } from '../port.ts'
import type { Connection } from './connection.ts'

export interface RunWriter {
  startRun(options: { readonly paths: readonly string[]; readonly rulesVersion: string }): number
  saveFailure(run: number, failure: FailureRecord): void
  finishRun(run: number): RunSummary
  runs(): readonly RunSummary[]
  failedPaths(): readonly string[]
}

interface RunRow {
  readonly id: number
  readonly started: string
  readonly finished: string | null
}

interface OutcomeRow {
  readonly outcome: FileOutcome
  readonly files: number
  readonly facts: number
  readonly findings: number
}

interface FailureRow {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
  readonly advice: string
}

/** Keeper of import runs: what was asked, and what became of every file. */
export function createRunWriter(connection: Connection, now: () => Date): RunWriter {
  const start = connection.prepare('insert into import_run (started, paths, rules_version) values (?, ?, ?)')
  const finish = connection.prepare('update import_run set finished = ? where id = ?')
  const runById = connection.prepare<[number], RunRow>('select id, started, finished from import_run where id = ?')
  const allRuns = connection.prepare<[], RunRow>('select id, started, finished from import_run order by id')
  const outcomes = connection.prepare<[number], OutcomeRow>(`
    select outcome, count(*) as files, sum(facts) as facts, sum(findings) as findings
    from import_file where run = ? group by outcome`)
  const failures = connection.prepare<[number], FailureRow>(`
    select path, code, message, advice from import_file where run = ? and outcome = 'failed' order by path`)
  const stillFailed = connection.prepare<[], { path: string }>(`
    select path from import_file as outcome
    where outcome = 'failed' and run = (select max(run) from import_file where path = outcome.path)
    order by path`)
  const changes = connection.prepare<[number], { kind: FactChangeKind; facts: number }>(
    'select kind, count(*) as facts from fact_change where run = ? group by kind',
  )
  const documentOfPath = connection.prepare<[string], { document: string }>(
    'select document from source_file where path = ?',
  )
  const fail = connection.prepare(`
    insert or replace into import_file (run, path, outcome, document, facts, findings, code, message, advice)
    values (:run, :path, 'failed', :document, 0, 0, :code, :message, :advice)`)

  function summary(row: RunRow): RunSummary {
    const rows = outcomes.all(row.id)
    const files = { new: 0, unchanged: 0, replaced: 0, failed: 0 }
    for (const each of rows) files[each.outcome] = each.files
    const changed = { added: 0, removed: 0, altered: 0 }
    for (const each of changes.all(row.id)) changed[each.kind] = each.facts
    return {
      run: row.id,
      started: row.started,
      finished: row.finished,
      files,
      facts: rows.reduce((sum, each) => sum + each.facts, 0),
      findings: rows.reduce((sum, each) => sum + each.findings, 0),
      changes: changed,
      failures: failures.all(row.id),
    }
  }

  return {
    startRun: ({ paths, rulesVersion }) =>
      Number(start.run(now().toISOString(), JSON.stringify(paths), rulesVersion).lastInsertRowid),
    saveFailure: (run, { file, code, message, advice }) => {
      const document = documentOfPath.get(file.path)?.document ?? null
      fail.run({ run, path: file.path, document, code, message, advice })
    },
    finishRun: (run) => {
      finish.run(now().toISOString(), run)
      connection.pragma('optimize')
      const row = runById.get(run)
      if (row === undefined) throw new Error(`no import run ${run}`)
      return summary(row)
    },
    runs: () => allRuns.all().map(summary),
    failedPaths: () => stillFailed.all().map(({ path }) => path),
  }
}
