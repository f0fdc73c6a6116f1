import { BaoshuError } from '../../model/error.ts'
import { withArchive } from '../archive.ts'
import { changeSheet } from '../changeSheet.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, databaseOption, formatOption, outputOption } from '../options.ts'
import { printRows } from '../records.ts'
import { usageError } from '../trouble.ts'

export const runsChangesCommand = defineCommand({
  name: 'runs changes',
  summary: { en: 'List what a run changed in the facts of known files', zh: '列出某批次改变了哪些已有数据' },
  details: [
    {
      en: 'When a file that the database knows is read again, by other rules or with another word of yours, the database keeps which facts were added, removed or altered, as they were and as they are. What a fact says counts; that other rules gave it, or another confidence, does not.',
      zh: '库中已有的文件因规则更新或说明改变而重读时，数据库会记下新增、删除、改动的数据及其前后内容。只比较数据所说的内容，不比较所用规则和可信度。',
    },
  ],
  arguments: [{ name: 'RUN', many: false, summary: { en: 'number of the run', zh: '批次号' } }],
  options: { db: databaseOption, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    { command: 'baoshu runs changes 2', summary: { en: 'what run 2 changed', zh: '第 2 批次改变了什么' } },
    {
      command: 'baoshu runs changes 2 --format jsonl -o changes.jsonl',
      summary: { en: 'the same with the whole facts, before and after', zh: '连同改变前后的完整数据一并保存' },
    },
  ],
  async run({ args: [text = ''], options }, cli) {
    const run = Number(text)
    const { wrongValue, seeHelp } = cli.words.usage
    if (!/^\d+$/.test(text))
      throw usageError(wrongValue('RUN', text, changeNumber[cli.language]), seeHelp('baoshu runs changes'))
    const number = await withArchive(options.db, 'read', (archive) => {
      if (!archive.runs().some((one) => one.run === run)) {
        const words = cli.words.runs
        throw new BaoshuError('not_found', words.unknown(run), { place: text, advice: words.unknownAdvice })
      }
      return printRows(archive.factChanges(run), changeSheet, options, cli)
    })
    if (number === 0) cli.tell(cli.words.runs.noChanges)
    return EXIT.done
  },
})

const changeNumber = { en: 'a whole number', zh: '整数' } as const
