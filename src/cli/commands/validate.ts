import { defineCommand, EXIT } from '../command.ts'
import type { Words } from '../language.ts'
import { outputOption } from '../options.ts'
import { withOutput } from '../output.ts'

const SOUND: Words = { en: 'the package is sound', zh: '数据包没有问题' }

export const validateCommand = defineCommand({
  name: 'validate',
  summary: {
    en: 'Check a data package against the standard and its own description',
    zh: '按标准和数据包自身的描述检查数据包',
  },
  details: [
    {
      en: 'Holds datapackage.json to version 2 of the Data Package standard, and every table of a package that "baoshu export" wrote, CSV and Parquet, to datapackage.json: heads, types and limits of the cells, primary keys that repeat, foreign keys that point nowhere. Each problem is one line, file:row: what. Ends with 1 where there are any.',
      zh: '按数据包标准第 2 版检查 datapackage.json，再用它检查 "baoshu export" 写出的每个表（CSV 和 Parquet）：表头、单元格的类型和取值、重复的主键、无所指向的外键。每个问题一行，格式为 文件:行: 问题。有问题时以 1 退出。',
    },
  ],
  arguments: [{ name: 'DIR', many: false, summary: { en: 'the folder of the package', zh: '数据包所在文件夹' } }],
  options: { output: outputOption },
  examples: [
    { command: 'baoshu validate package', summary: { en: 'check a package', zh: '检查数据包' } },
    {
      command: 'baoshu validate package -o problems.txt',
      summary: { en: 'save what is wrong', zh: '保存发现的问题' },
    },
  ],
  async run({ args: [folder = ''], options }, cli) {
    const { validateFolder } = await import('../../pipeline/readPackage.ts')
    const problems = await validateFolder(folder)
    await withOutput(cli, options.output, (write) =>
      write(problems.map(({ path, row, message }) => `${path}:${row ?? ''}: ${message}\n`).join('')),
    )
    if (problems.length > 0) return EXIT.someFailed
    cli.tell(`${folder}: ${SOUND[cli.language]}`)
    return EXIT.done
  },
})
