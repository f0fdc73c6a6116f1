import type { ImportResult } from '../pipeline/importPaths.ts'
import type { ImportPreview } from '../pipeline/previewImport.ts'
import type { RefreshResult } from '../pipeline/refreshArchive.ts'
import type { SkippedFile, SkipReason } from '../pipeline/walk.ts'
import type { FileOutcome } from '../store/port.ts'
import { changeSheet } from './changeSheet.ts'
import type { Cli } from './cli.ts'
import { EXIT, type ExitCode } from './command.ts'
import { withOutput } from './output.ts'
import { tableLines } from './records.ts'
import { troubleLines } from './trouble.ts'
import { displayWidth, fitted } from './width.ts'

const OUTCOMES: readonly FileOutcome[] = ['new', 'unchanged', 'replaced', 'failed']

/** Changes that a table shows: more are asked of the database. */
const MOST_CHANGES = 200

interface ReportOptions {
  readonly format: 'table' | 'json'
  readonly output: string | null
}

/** Tells what an import came to; returns the exit code that it ends with. */
export async function reportImport(result: ImportResult, options: ReportOptions, cli: Cli): Promise<ExitCode> {
  tellTroubles(result, cli)
  await withOutput(cli, options.output, (write) =>
    write(
      options.format === 'json'
        ? asJson(recordOf(result))
        : `${[...countLines(result, cli), ...changeLines(result, cli)].join('\n')}\n`,
    ),
  )
  return exitCodeOf(result)
}

/** Tells what a refresh came to and what it changed in the facts; returns the exit code that it ends with. */
export async function reportRefresh(result: RefreshResult, options: ReportOptions, cli: Cli): Promise<ExitCode> {
  const { stale, fromStoredText, imported, factChanges } = result
  const words = cli.words.import
  if (imported !== null) tellTroubles(imported, cli)
  if (stale === 0) cli.tell(words.upToDate)
  const shown = factChanges.slice(0, MOST_CHANGES)
  await withOutput(cli, options.output, (write) => {
    if (options.format === 'json')
      return write(
        asJson({
          stale,
          fromStoredText,
          interrupted: result.interrupted,
          imported: imported === null ? null : recordOf(imported),
          factChanges,
        }),
      )
    const changed = (kind: string) => factChanges.filter((change) => change.kind === kind).length
    const lines = [
      words.refreshed(stale, fromStoredText),
      ...(imported === null ? [] : countLines(imported, cli)),
      words.changed(changed('added'), changed('removed'), changed('altered')),
    ]
    const table = [
      ...tableLines(shown, changeSheet.columns, cli.language, options.output === null ? cli.columns : null),
    ]
    return write(`${lines.join('\n')}\n${table.length === 0 ? '' : '\n'}${table.join('')}`)
  })
  if (options.format === 'table' && shown.length < factChanges.length) cli.tell(words.moreChanges(shown.length))
  if (result.interrupted) return EXIT.interrupted
  return imported === null ? EXIT.done : exitCodeOf(imported)
}

/** Tells what an import would do; returns the exit code, which tells of files that cannot be opened. */
export async function reportPreview(preview: ImportPreview, options: ReportOptions, cli: Cli): Promise<ExitCode> {
  const { files, skipped } = preview
  const { outcome: names } = cli.words.preview
  await withOutput(cli, options.output, (write) => {
    if (options.format === 'json') return write(asJson({ files, skipped: Object.fromEntries(countReasons(skipped)) }))
    const width = Math.max(...Object.values(names).map(displayWidth))
    const lines = files.map(
      ({ path, outcome, message }) =>
        `${fitted(names[outcome], width, 'left')}  ${path}${message === null ? '' : `  (${message})`}`,
    )
    return write(lines.length === 0 ? '' : `${lines.join('\n')}\n`)
  })
  const counts = new Map<string, number>()
  for (const { outcome } of files) counts.set(names[outcome], (counts.get(names[outcome]) ?? 0) + 1)
  cli.tell(cli.words.preview.summary([...counts].map(([name, number]) => `${name} ${number}`).join(', ')))
  return files.some(({ outcome }) => outcome === 'failed') ? EXIT.someFailed : EXIT.done
}

function exitCodeOf({ summary, interrupted }: ImportResult): ExitCode {
  if (interrupted) return EXIT.interrupted
  return summary.files.failed > 0 ? EXIT.someFailed : EXIT.done
}

function recordOf({ summary, skipped, interrupted, notRead }: ImportResult): object {
  return { ...summary, skipped: Object.fromEntries(countReasons(skipped)), interrupted, notRead }
}

const asJson = (record: object) => `${JSON.stringify(record, null, 2)}\n`

function tellTroubles(result: ImportResult, cli: Cli): void {
  const { summary, skipped, interrupted, notRead } = result
  const words = cli.words.import
  if (summary.failures.length > 0) cli.tell(words.failures(summary.failures.length))
  for (const { path, code, message, advice } of summary.failures)
    for (const line of troubleLines({ code, place: path, message, advice }, cli.language)) cli.tell(line)
  if (skipped.length > 0) {
    const reasons = countReasons(skipped).map(([reason, number]) => `${cli.words.skip[reason]} ${number}`)
    cli.tell(words.skipped(skipped.length, reasons.join(', ')))
  }
  if (countFiles(result) === 0 && !interrupted) cli.tell(`${words.nothing}; ${words.nothingAdvice}`)
  if (interrupted) cli.tell(cli.words.trouble.interrupted)
  else if (notRead > 0) cli.tell(words.stopped(notRead))
}

/** The counts of an import, a line each. */
function countLines(result: ImportResult, cli: Cli): readonly string[] {
  const { summary } = result
  const words = cli.words.import
  const rows = [
    ...OUTCOMES.map((outcome) => [words.outcome[outcome], summary.files[outcome]] as const),
    [words.facts, summary.facts] as const,
    [words.findings, summary.findings] as const,
  ]
  const width = Math.max(...rows.map(([name]) => displayWidth(name)))
  return [
    words.summary(countFiles(result), (cli.elapsed() / 1000).toFixed(1)),
    ...rows.map(([name, number]) => `  ${fitted(name, width, 'left')}  ${number.toLocaleString('en-US').padStart(9)}`),
  ]
}

function countFiles({ summary }: ImportResult): number {
  return OUTCOMES.reduce((sum, outcome) => sum + summary.files[outcome], 0)
}

function countReasons(skipped: readonly SkippedFile[]): readonly (readonly [reason: SkipReason, number: number])[] {
  const counts = new Map<SkipReason, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
}

function changeLines({ summary }: ImportResult, cli: Cli): readonly string[] {
  const { added, removed, altered } = summary.changes
  return added + removed + altered === 0 ? [] : [cli.words.import.changed(added, removed, altered)]
}
