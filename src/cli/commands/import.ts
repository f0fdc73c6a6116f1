import { existsSync } from 'node:fs'
import type { ImportEvent } from '../../pipeline/importPaths.ts'
import { DEFAULT_JOBS } from '../../pipeline/jobs.ts'
import type { Archive } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import { defineCommand } from '../command.ts'
import { readGiven } from '../given.ts'
import { reportImport, reportPreview, reportRefresh } from '../importReport.ts'
import { limitOption } from '../limits.ts'
import {
  catalogueOption,
  choiceOption,
  databaseOption,
  givenOptions,
  ocrOption,
  outputOption,
  switchOption,
  textOption,
  wholeNumberOption,
} from '../options.ts'
import { createProgress } from '../progress.ts'
import { usageError } from '../trouble.ts'

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
      en: 'What a report does not say of itself (a masked year, a place given as XX) is said by --year, --region, --issuer and --kind for all files named, or by a manifest: a CSV with the first line file,year,region,issuer,kind, its files named by their path from the manifest or by their bare name. It is kept and applied again whenever the file is read. Files of the same bytes are one document: where two of them are said to be different things, the first by its path stands and the other is told as failed.',
      zh: '报告本身没有写明的信息（年份被隐去、地区写作 XX），可用 --year、--region、--issuer、--kind 对所列文件统一说明，或用清单逐个说明：清单为 CSV，首行 file,year,region,issuer,kind，文件写相对清单的路径或仅写文件名。这些说明会保存，以后重读时仍然有效。内容相同的文件是同一份文档：对它们说法不一时，以路径在前者为准，另一个记为失败。',
    },
    {
      en: 'A file is known by size and time and then not opened; one whose time alone changed is known by its bytes. --verify opens every file. --refresh takes no PATH: documents that other rules had read are read again, from the file where it is there and from the stored text where it is gone or was recognised in a scan (unless --ocr), and the facts that were added, removed or altered are listed; "baoshu runs changes" lists them later too.',
      zh: '大小和时间都未变的文件不再打开；只有时间变了的，按内容识别。--verify 逐个打开。--refresh 不写路径：由其他版本规则读出的文档会重读（文件还在则读文件，不在或为识别过的扫描件（未加 --ocr）则读库中原文），并列出新增、删除、改动的数据；以后也可用 baoshu runs changes 查看。',
    },
  ],
  arguments: [{ name: 'PATH', many: true, optional: true, summary: { en: 'files or folders', zh: '文件或文件夹' } }],
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
      summary: { en: 'processes that read', zh: '读取进程数' },
      fallback: DEFAULT_JOBS,
    }),
    verify: switchOption({
      flag: '--verify',
      summary: {
        en: 'open every file: finds one whose content changed though its size and time did not',
        zh: '逐个打开文件，找出大小和时间未变而内容已变的文件',
      },
    }),
    dryRun: switchOption({
      flag: '--dry-run',
      summary: {
        en: 'say what would be done with each file, and change nothing',
        zh: '只列出每个文件将如何处理，不作任何改动',
      },
    }),
    failFast: switchOption({
      flag: '--fail-fast',
      summary: {
        en: 'stop at the first file that fails; what is in hand is finished',
        zh: '遇到第一个失败的文件即停止，正在处理的会完成',
      },
    }),
    retryFailed: switchOption({
      flag: '--retry-failed',
      summary: {
        en: 'only the files that failed when they were last read; takes no PATH',
        zh: '只重读上次失败的文件，不写路径',
      },
    }),
    refresh: switchOption({
      flag: '--refresh',
      summary: {
        en: 'read again what other rules had read, and say which facts changed',
        zh: '重读由其他版本规则读出的文档，并列出改变的数据',
      },
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
      command: 'baoshu import reports/ --dry-run',
      summary: { en: 'see what would be read', zh: '看看将读取哪些文件' },
    },
    {
      command: 'baoshu import --retry-failed --limit milliseconds=300000',
      summary: { en: 'read again what failed, with more time for each', zh: '放宽时间限制，重读失败的文件' },
    },
    {
      command: 'baoshu import --refresh',
      summary: {
        en: 'after an update of baoshu: read again and see what changed',
        zh: '升级报数后重读，并查看数据的变化',
      },
    },
    {
      command: 'baoshu import reports/ --manifest reports/manifest.csv',
      summary: { en: 'import a folder with a manifest', zh: '按清单导入文件夹' },
    },
  ],
  async run({ args, options }, cli) {
    const given = readGiven(options)
    if (options.refresh && (args.length > 0 || options.manifest !== null || Object.keys(given).length > 0))
      throw usageError(cli.words.import.pathAndRefresh, cli.words.usage.seeHelp('baoshu import'))
    if (options.retryFailed && (args.length > 0 || options.refresh))
      throw usageError(cli.words.import.pathAndRetry, cli.words.usage.seeHelp('baoshu import'))
    if (!options.refresh && !options.retryFailed && args.length === 0)
      throw usageError(cli.words.usage.missingArgument('PATH'), cli.words.usage.seeHelp('baoshu import'))
    const { loadManifest } = await import('../../pipeline/loadManifest.ts')
    const { openIsolatedRunner } = await import('../../pipeline/isolatedRunner.ts')
    const manifest = options.manifest === null ? null : await loadManifest(options.manifest)
    const runner = openIsolatedRunner({
      catalogue: options.catalogue,
      limits: options.limit,
      ocr: options.ocr,
      size: options.jobs,
    })
    const progress = createProgress(cli)
    const common = {
      runner,
      // One more than read: the next file is there when a process is done with its own.
      jobs: options.jobs + 1,
      failFast: options.failFast,
      limits: options.limit,
      ownFiles: databaseFiles(options.db),
      signal: cli.interruptSignal(),
    }
    const onEvent = (event: ImportEvent) => {
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
    }
    try {
      if (options.refresh) {
        const { previewRefresh, refreshArchive } = await import('../../pipeline/refreshArchive.ts')
        const { loadReportReader } = await import('../../pipeline/reportReader.ts')
        const reader = loadReportReader({ catalogue: options.catalogue })
        if (options.dryRun)
          return await reportPreview(
            await withArchive(options.db, 'read', (archive) => previewRefresh(archive, reader)),
            options,
            cli,
          )
        const result = await withArchive(options.db, 'write', (archive) =>
          refreshArchive(archive, reader, common, onEvent),
        )
        cli.showProgress(null)
        return await reportRefresh(result, options, cli)
      }
      const { verify } = options
      const asked = { ...common, given, verify, ...(manifest === null ? {} : { manifest }) }
      if (options.dryRun) {
        const { previewImport } = await import('../../pipeline/previewImport.ts')
        const preview = (archive: Archive | null) =>
          pathsOf(args, archive, options.retryFailed).then((paths) => previewImport(paths, archive, asked))
        return await reportPreview(
          existsSync(options.db) ? await withArchive(options.db, 'read', preview) : await preview(null),
          options,
          cli,
        )
      }
      const { importPaths } = await import('../../pipeline/importPaths.ts')
      const result = await withArchive(options.db, 'write', async (archive) =>
        importPaths(await pathsOf(args, archive, options.retryFailed), archive, asked, onEvent),
      )
      cli.showProgress(null)
      return await reportImport(result, options, cli)
    } finally {
      await runner.close()
    }
  },
})

/** The paths to import: those named, or the files that failed when they were last read. */
async function pathsOf(
  named: readonly string[],
  archive: Archive | null,
  retryFailed: boolean,
): Promise<readonly string[]> {
  if (!retryFailed) return named
  const { findHoldingFile } = await import('../../pipeline/holdingFile.ts')
  const files = await Promise.all(
    (archive?.failedPaths() ?? []).map(async (path) => (await findHoldingFile(path)) ?? path),
  )
  return [...new Set(files)]
}

/** An SQLite database and the files beside it. */
function databaseFiles(db: string): readonly string[] {
  return ['', '-wal', '-shm', '-journal'].map((ending) => `${db}${ending}`)
}
