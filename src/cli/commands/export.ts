import { EXPORT_FORMS } from '../../pipeline/exportForms.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, choiceOption, databaseOption, switchOption, textOption } from '../options.ts'

export const exportCommand = defineCommand({
  name: 'export',
  summary: { en: 'Write the data into a folder, to be given away', zh: '把数据写入文件夹，供发布和共享' },
  details: [
    {
      en: 'datapackage is a Data Package (version 2, readable by tools of version 1): documents, facts, series, changes, plans, findings, indicators and units as CSV, with a datapackage.json that describes every column in Chinese and English. csv, jsonl and parquet are the facts alone. The same database gives the same bytes.',
      zh: 'datapackage 为数据包（Data Package 第 2 版，第 1 版工具也能读）：文档、数据、序列、变动、计划、疑点、指标、单位各为一个 CSV，datapackage.json 用中英文说明每一列。csv、jsonl、parquet 只含数据本身。同一数据库导出的内容逐字节相同。',
    },
    {
      en: 'Files of the same names in the folder are replaced, all together or not at all; other files are left alone.',
      zh: '文件夹中的同名文件会被替换，要么全部成功，要么保持原样；其他文件不动。',
    },
  ],
  arguments: [{ name: 'DIR', many: false, summary: { en: 'the folder to write into', zh: '要写入的文件夹' } }],
  options: {
    db: databaseOption,
    to: choiceOption({
      flag: '--to',
      value: 'FORM',
      choices: EXPORT_FORMS,
      summary: { en: 'what to write', zh: '导出形式' },
      fallback: 'datapackage',
    }),
    title: textOption({
      flag: '--title',
      value: 'WORDS',
      summary: { en: 'title of the data package', zh: '数据包标题' },
      fallback: null,
    }),
    mentions: switchOption({
      flag: '--mentions',
      summary: { en: 'with every number of the texts and its class', zh: '附上文中每个数字及其类别' },
    }),
    parquet: switchOption({
      flag: '--parquet',
      summary: { en: 'each table of the data package as Parquet too', zh: '数据包中每个表另附 Parquet 文件' },
    }),
    bom: bomOption,
  },
  examples: [
    { command: 'baoshu export package --to datapackage', summary: { en: 'a data package', zh: '导出数据包' } },
    {
      command: 'baoshu export out --to parquet',
      summary: {
        en: 'the facts with their types, for DuckDB, pandas or R',
        zh: '导出带类型的数据，供 DuckDB、pandas、R 读取',
      },
    },
    {
      command: 'baoshu export out --to csv --bom',
      summary: { en: 'the facts for a spreadsheet', zh: '导出供电子表格使用的数据' },
    },
  ],
  async run({ args: [folder = ''], options }, cli) {
    const { exportArchive } = await import('../../pipeline/exportArchive.ts')
    const { bom, mentions, parquet, title } = options
    const written = await withArchive(options.db, 'read', (archive) =>
      exportArchive(archive, folder, options.to, { bom, mentions, parquet, ...(title === null ? {} : { title }) }),
    )
    cli.tell(cli.words.export.done(folder, written.length))
    return EXIT.done
  },
})
