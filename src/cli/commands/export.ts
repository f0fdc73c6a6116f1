import { EXPORT_FORMS } from '../../pipeline/exportForms.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, choiceOption, databaseOption, switchOption, textOption } from '../options.ts'

export const exportCommand = defineCommand({
  name: 'export',
  summary: { en: 'Write the data into a folder, to be given away', zh: '把数据写入文件夹，供发布和共享' },
  details: [
    {
      en: 'datapackage is a Data Package (version 2, readable by tools of version 1): documents, facts, series, changes, plans, findings, indicators and units as CSV, with a datapackage.json that describes every column in Chinese and English. xlsx is a workbook for people (baoshu.xlsx), one sheet a table, with titles in the language of --lang; each figure leads to its fact and the sentence beside it. csv, jsonl and parquet are the facts alone. The same database gives the same bytes.',
      zh: 'datapackage 为数据包（Data Package 第 2 版，第 1 版工具也能读）：文档、数据、序列、变动、计划、疑点、指标、单位各为一个 CSV，datapackage.json 用中英文说明每一列。xlsx 为供人阅读的工作簿（baoshu.xlsx），每个表一页，标题用 --lang 的语言，每个数字都可跳到所据的数据及其原句。csv、jsonl、parquet 只含数据本身。同一数据库导出的内容逐字节相同。',
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
    licence: {
      flag: '--licence',
      value: 'NAME',
      summary: { en: 'licence of the data package, such as CC-BY-4.0', zh: '数据包的许可，如 CC-BY-4.0' },
      expected: { en: 'a name of letters, digits, "-", "." and "_"', zh: '由字母、数字和 - . _ 组成的名称' },
      fallback: null,
      read: (text: string) => (/^[-\w.]+$/.test(text) ? text : undefined),
    },
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
    { command: 'baoshu export out --to xlsx', summary: { en: 'a workbook for Excel', zh: '导出 Excel 工作簿' } },
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
    const { bom, licence, mentions, parquet, title } = options
    const { files, shortened } = await withArchive(options.db, 'read', (archive) =>
      exportArchive(archive, folder, options.to, {
        bom,
        mentions,
        parquet,
        language: cli.language,
        ...(title === null ? {} : { title }),
        ...(licence === null ? {} : { licences: [{ name: licence }] }),
      }),
    )
    cli.tell(cli.words.export.done(folder, files.length))
    if (shortened > 0) cli.tell(cli.words.export.shortened(shortened))
    return EXIT.done
  },
})
