import type { ImportResult } from '../../pipeline/importPaths.ts'
import { DEFAULT_JOBS } from '../../pipeline/jobs.ts'
import type { SkippedFile, SkipReason } from '../../pipeline/walk.ts'
import type { FileOutcome } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import type { Cli } from '../cli.ts'
import { defineCommand, EXIT, type ExitCode } from '../command.ts'
import { readGiven } from '../given.ts'
import { limitOption } from '../limits.ts'
import {
  catalogueOption,
  choiceOption,
  databaseOption,
  givenOptions,
  ocrOption,
  outputOption,
  textOption,
  wholeNumberOption,
} from '../options.ts'
import { withOutput } from '../output.ts'
import { createProgress } from '../progress.ts'
import { troubleLines } from '../trouble.ts'
import { displayWidth, fitted } from '../width.ts'

const OUTCOMES: readonly FileOutcome[] = ['new', 'unchanged', 'replaced', 'failed']

export const importCommand = defineCommand({
  name: 'import',
  summary: {
    en: 'Read files and folders of reports into the database',
    zh: '把报告文件和文件夹读入数据库',
  },
  details: [
    {
      en: 'Folders are walked to the bottom; hidden files and lock files (~$…) are left aside. A file that cannot be read is stored as failed with the reason, and the others go on. Files that have not changed since the last import are known and not read again, so the command may be run at any time and goes on after an interruption.',
      zh: '文件夹会逐层读取；隐藏文件和锁文件（~$…）不读。读不了的文件记为失败并写明原因，其余照常。上次导入后没有变化的文件不再读取，因此可以随时重复运行，中断后也能继续。',
    },
    {
      en: 'What a report does not say of itself (a masked year, a place given as XX) is said by --year, --region, --issuer and --kind for all files named, or by a manifest: a CSV with the first line file,year,region,issuer,kind, its files named by their path from the manifest or by their bare name. It is kept and applied again whenever the file is read.',
      zh: '报告本身没有写明的信息（年份被隐去、地区写作 XX），可用 --year、--region、--issuer、--kind 对所列文件统一说明，或用清单逐个说明：清单为 CSV，首行 file,year,region,issuer,kind，文件写相对清单的路径或仅写文件名。这些说明会保存，以后重读时仍然有效。',
    },
  ],
  arguments: [{ name: 'PATH', many: true, summary: { en: 'files or folders', zh: '文件或文件夹' } }],
  options: {
    db: databaseOption,
    manifest: textOption({
      flag: '--manifest',
      value: 'FILE',
      summary: {
        en: 'CSV that says year, region, issuer and kind of each file',
        zh: '逐个说明年份、地区、单位、类型的 CSV 清单',
      },
      fallback: null,
    }),
    ...givenOptions,
    catalogue: catalogueOption,
    jobs: wholeNumberOption({
      flag: '--jobs',
      value: 'NUMBER',
      least: 1,
      most: 64,
      summary: { en: 'files in hand at one time', zh: '同时处理的文件数' },
      fallback: DEFAULT_JOBS,
    }),
    limit: limitOption,
    ocr: ocrOption,
    format: choiceOption({
      flag: '--format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      summary: { en: 'how the summary is printed', zh: '汇总的输出形式' },
      fallback: 'table',
    }),
    output: outputOption,
  },
  examples: [
    { command: 'baoshu import reports/', summary: { en: 'import a folder', zh: '导入一个文件夹' } },
    {
      command: 'baoshu import 2021.docx --db archive.db --year 2021 --region 山东省潍坊市',
      summary: { en: 'import one report and say what it leaves out', zh: '导入一份报告并补充其未写明的信息' },
    },
    {
      command: 'baoshu import reports/ --manifest reports/manifest.csv',
      summary: { en: 'import a folder with a manifest', zh: '按清单导入文件夹' },
    },
  ],
  async run({ args, options }, cli) {
    const { importPaths } = await import('../../pipeline/importPaths.ts')
    const { loadManifest } = await import('../../pipeline/loadManifest.ts')
    const { openIsolatedRunner } = await import('../../pipeline/isolatedRunner.ts')
    const manifest = options.manifest === null ? null : await loadManifest(options.manifest)
    const runner = openIsolatedRunner({
      catalogue: options.catalogue,
      limits: options.limit,
      ocr: options.ocr,
      size: Math.max(1, options.jobs - 1),
    })
    const progress = createProgress(cli)
    try {
      const result = await withArchive(options.db, 'write', (archive) =>
        importPaths(
          args,
          archive,
          {
            runner,
            given: readGiven(options),
            ...(manifest === null ? {} : { manifest }),
            jobs: options.jobs,
            limits: options.limit,
            ownFiles: databaseFiles(options.db),
            signal: cli.interruptSignal(),
          },
          (event) => {
            switch (event.kind) {
              case 'started':
                for (const row of event.unusedRows) cli.tell(cli.words.import.unusedRow(row.line, row.file))
                progress.start(event.files)
                break
              case 'file':
                progress.file(event.outcome, event.facts)
                break
              case 'archive':
                progress.archive(event.members)
                break
              case 'bug':
                cli.tell(`baoshu: ${event.path}: ${cli.words.trouble.bug}`)
                cli.tell(event.stack)
                break
            }
          },
        ),
      )
      cli.showProgress(null)
      return await report(result, options, cli)
    } finally {
      await runner.close()
    }
  },
})

/** An SQLite database and the files beside it. */
function databaseFiles(db: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((ending) => `${db}${ending}`)
}

async function report(
  result: ImportResult,
  options: { readonly format: 'table' | 'json'; readonly output: string | null },
  cli: Cli,
): Promise<ExitCode> {
  const { summary, skipped, interrupted } = result
  tellTroubles(result, cli)
  await withOutput(cli, options.output, (write) =>
    write(
      options.format === 'json'
        ? `${JSON.stringify({ ...summary, skipped: Object.fromEntries(countReasons(skipped)), interrupted }, null, 2)}\n`
        : summaryText(result, cli),
    ),
  )
  if (interrupted) return EXIT.interrupted
  return summary.files.failed > 0 ? EXIT.someFailed : EXIT.done
}

function tellTroubles(result: ImportResult, cli: Cli): void {
  const { summary, skipped, interrupted } = result
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
}

function summaryText(result: ImportResult, cli: Cli): string {
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
    '',
  ].join('\n')
}

function countFiles({ summary }: ImportResult): number {
  return OUTCOMES.reduce((sum, outcome) => sum + summary.files[outcome], 0)
}

function countReasons(skipped: readonly SkippedFile[]): readonly (readonly [reason: SkipReason, number: number])[] {
  const counts = new Map<SkipReason, number>()
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
}
