import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BaoshuError } from '../../model/error.ts'
import type { PackageDescriptor } from '../../package/descriptor.ts'
import { defineCommand, EXIT } from '../command.ts'
import type { Words } from '../language.ts'
import { outputOption } from '../options.ts'
import { withOutput } from '../output.ts'

const SOUND: Words = { en: 'the package is sound', zh: '数据包没有问题' }

export const validateCommand = defineCommand({
  name: 'validate',
  summary: { en: 'Check a data package against its own description', zh: '按数据包自身的描述检查数据包' },
  details: [
    {
      en: 'Holds every table of a package that "baoshu export" wrote to its datapackage.json: heads, types and limits of the cells, primary keys that repeat, foreign keys that point nowhere. Each problem is one line, file:row: what. Ends with 1 where there are any.',
      zh: '用 datapackage.json 检查 "baoshu export" 写出的数据包：表头、单元格的类型和取值、重复的主键、无所指向的外键。每个问题一行，格式为 文件:行: 问题。有问题时以 1 退出。',
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
    const { validatePackage } = await import('../../package/validate.ts')
    const descriptor = readDescriptor(await readText(folder, 'datapackage.json'), join(folder, 'datapackage.json'))
    const tables = new Map<string, string>()
    for (const { path } of descriptor.resources) tables.set(path, await readText(folder, path))
    const problems = validatePackage(descriptor, (path) => (tables.get(path) ?? '').replace(/^\uFEFF/, ''))
    await withOutput(cli, options.output, (write) =>
      write(problems.map(({ path, row, message }) => `${path}:${row ?? ''}: ${message}\n`).join('')),
    )
    if (problems.length > 0) return EXIT.someFailed
    cli.tell(`${folder}: ${SOUND[cli.language]}`)
    return EXIT.done
  },
})

async function readText(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new BaoshuError('file_not_found', `the package has no readable ${name}`, {
      place: path,
      advice: 'Name the folder that holds datapackage.json and all tables that it names.',
      cause,
    })
  }
}

function readDescriptor(text: string, path: string): PackageDescriptor {
  const descriptor = parse(text, path) as Partial<PackageDescriptor> | null
  const described = descriptor?.resources?.every(({ path, schema }) => typeof path === 'string' && schema?.fields)
  if (descriptor !== null && described === true) return descriptor as PackageDescriptor
  throw new BaoshuError('file_unreadable', 'no description of tables with schemas', {
    place: path,
    advice: 'Name a data package that "baoshu export" wrote.',
  })
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new BaoshuError('file_unreadable', 'datapackage.json is not JSON', {
      place: path,
      advice: 'Export the package again.',
      cause,
    })
  }
}
