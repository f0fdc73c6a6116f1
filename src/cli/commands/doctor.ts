import { existsSync } from 'node:fs'
import type { DatabaseHealth, HealthCheck } from '../../store/sqlite/health.ts'
import { defineCommand, EXIT } from '../command.ts'
import type { Words } from '../language.ts'
import { choiceOption, databaseOption, outputOption, switchOption } from '../options.ts'
import { withOutput } from '../output.ts'
import { version } from '../version.ts'

/** A part of the install that is compiled on the user's machine, and whether it works. */
interface InstallCheck {
  readonly name: string
  readonly problem: string | null
}

const WORDS = {
  install: { en: 'install', zh: '安装' },
  database: { en: 'database', zh: '数据库' },
  noDatabase: { en: 'there is none yet', zh: '尚无' },
  schema: { en: 'schema', zh: '结构版本' },
  rows: { en: 'rows', zh: '数据量' },
  rules: { en: 'rules', zh: '规则版本' },
  stale: {
    en: 'documents were read by other rules: run baoshu import --refresh',
    zh: '份文档由其他版本的规则读出，请运行 baoshu import --refresh',
  },
  fine: { en: 'fine', zh: '正常' },
  repaired: { en: 'the indexes were made anew', zh: '索引已重建' },
} as const satisfies Record<string, Words>

const CHECKS: Readonly<Record<HealthCheck['name'], Words>> = {
  integrity: { en: 'integrity', zh: '完整性' },
  references: { en: 'references', zh: '引用关系' },
  orphans: { en: 'orphaned rows', zh: '孤立的行' },
  search: { en: 'search index', zh: '检索索引' },
}

export const doctorCommand = defineCommand({
  name: 'doctor',
  summary: { en: 'Check the install and the database', zh: '检查安装和数据库' },
  details: [
    {
      en: 'Checks that the compiled parts load, and of the database: its pages, its schema, rows that point nowhere or that nothing leads to, whether every sentence can be searched, and which documents were read by other rules than those of this install. Nothing is written unless --repair is given; that makes the indexes anew from the rows. Ends with 3 where something is wrong.',
      zh: '检查编译的组件能否加载，以及数据库的页面、结构版本、无所指向和孤立的行、每个句子能否检索、哪些文档并非由本安装的规则读出。不加 --repair 则不写入；加上后由数据重建索引。有问题时以 3 退出。',
    },
  ],
  arguments: [],
  options: {
    db: databaseOption,
    repair: switchOption({
      flag: '--repair',
      summary: { en: 'make the indexes anew first', zh: '先重建索引' },
    }),
    format: choiceOption({
      flag: '--format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      summary: { en: 'how the answer is printed', zh: '输出形式' },
      fallback: 'table',
    }),
    output: outputOption,
  },
  examples: [
    { command: 'baoshu doctor', summary: { en: 'check all', zh: '全面检查' } },
    { command: 'baoshu doctor --repair', summary: { en: 'repair the search index', zh: '修复检索索引' } },
  ],
  async run({ options }, cli) {
    const install = [await checkPart('better-sqlite3'), await checkPart('nodejieba')]
    const broken = install.some(({ problem }) => problem !== null)
    const health = broken || !existsSync(options.db) ? null : await checkArchive(options.db, options.repair)
    if (options.repair && health !== null) cli.tell(WORDS.repaired[cli.language])
    const node = process.version
    await withOutput(cli, options.output, (write) =>
      write(
        options.format === 'json'
          ? `${JSON.stringify({ version, node, install, database: health }, null, 2)}\n`
          : `${healthLines(install, health, (words) => words[cli.language]).join('\n')}\n`,
      ),
    )
    const ill = health?.checks.some(({ problems }) => problems.length > 0) ?? false
    return broken || ill ? EXIT.storeUnusable : EXIT.done
  },
})

async function checkArchive(path: string, repair: boolean): Promise<DatabaseHealth> {
  const { checkDatabase, repairIndexes } = await import('../../store/sqlite/health.ts')
  if (repair) repairIndexes(path)
  const { catalogueNames, loadRuleBook } = await import('../../rulebook/load.ts')
  return checkDatabase(
    path,
    catalogueNames().map((name) => loadRuleBook(name).version),
  )
}

/** Loads a part: what it throws is the answer. */
async function checkPart(name: 'better-sqlite3' | 'nodejieba'): Promise<InstallCheck> {
  try {
    if (name === 'nodejieba') await (await import('../../text/segmenter.ts')).loadSegmenter()
    else (await import('../../store/open.ts')).openArchive(':memory:').close()
    return { name, problem: null }
  } catch (error) {
    return { name, problem: error instanceof Error ? error.message : String(error) }
  }
}

function healthLines(
  install: readonly InstallCheck[],
  health: DatabaseHealth | null,
  say: (words: Words) => string,
): readonly string[] {
  const lines = [
    `${say(WORDS.install)}: baoshu ${version}, Node ${process.version}`,
    ...install.map(({ name, problem }) => `  ${name}: ${problem ?? say(WORDS.fine)}`),
  ]
  if (health === null) return [...lines, `${say(WORDS.database)}: ${say(WORDS.noDatabase)}`]
  const { sqlite, schema, rows, rules, checks } = health
  return [
    ...lines,
    `${say(WORDS.database)}: SQLite ${sqlite}`,
    `  ${say(WORDS.schema)}: ${schema.has}/${schema.newest}`,
    `  ${say(WORDS.rows)}: ${Object.entries(rows)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ')}`,
    `  ${say(WORDS.rules)}: ${rules.version}${rules.staleDocuments === 0 ? '' : `; ${rules.staleDocuments} ${say(WORDS.stale)}`}`,
    ...checks.flatMap(({ name, problems }) =>
      problems.length === 0
        ? [`  ${say(CHECKS[name])}: ${say(WORDS.fine)}`]
        : problems.map((problem) => `  ${say(CHECKS[name])}: ${problem}`),
    ),
  ]
}
