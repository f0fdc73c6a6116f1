import type { RunSummary } from '../../store/port.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, databaseOption, formatOption, outputOption } from '../options.ts'
import { printRows, type Sheet } from '../records.ts'

const sheet: Sheet<RunSummary> = {
  fields: [
    'run',
    'started',
    'finished',
    'new',
    'unchanged',
    'replaced',
    'failed',
    'facts',
    'findings',
    'changes',
    'failures',
  ],
  record: ({ files, ...run }) => ({
    run: run.run,
    started: run.started,
    finished: run.finished,
    ...files,
    facts: run.facts,
    findings: run.findings,
    changes: run.changes,
    failures: run.failures,
  }),
  columns: [
    { title: { en: 'run', zh: '批次' }, align: 'right', cell: ({ run }) => String(run) },
    { title: { en: 'started', zh: '开始' }, align: 'left', cell: ({ started }) => started },
    { title: { en: 'finished', zh: '结束' }, align: 'left', cell: ({ finished }) => finished ?? '—' },
    { title: { en: 'new', zh: '新增' }, align: 'right', cell: ({ files }) => String(files.new) },
    { title: { en: 'unchanged', zh: '未变' }, align: 'right', cell: ({ files }) => String(files.unchanged) },
    { title: { en: 'replaced', zh: '更新' }, align: 'right', cell: ({ files }) => String(files.replaced) },
    { title: { en: 'failed', zh: '失败' }, align: 'right', cell: ({ files }) => String(files.failed) },
    { title: { en: 'facts', zh: '数据' }, align: 'right', cell: ({ facts }) => String(facts) },
    { title: { en: 'findings', zh: '疑点' }, align: 'right', cell: ({ findings }) => String(findings) },
  ],
}

export const runsCommand = defineCommand({
  name: 'runs',
  summary: { en: 'List the import runs and what failed in them', zh: '列出历次导入及其失败情况' },
  details: [
    {
      en: 'A run without an end was cut off: what it had finished is kept. The formats for programs carry the failures with their reasons.',
      zh: '没有结束时间的批次是被强行中断的，已完成的部分都保留。供程序读取的格式带有每个失败文件的原因。',
    },
  ],
  arguments: [],
  options: { db: databaseOption, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    { command: 'baoshu runs', summary: { en: 'list the runs', zh: '列出各次导入' } },
    {
      command: 'baoshu runs --format json',
      summary: { en: 'with the failures and their reasons', zh: '连同失败文件及原因' },
    },
  ],
  async run({ options }, cli) {
    const runs = await withArchive(options.db, 'read', (archive) => archive.runs())
    await printRows(runs, sheet, options, cli)
    return EXIT.done
  },
})
