import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { databaseOption, factFilterOptions, textOption, wholeNumberOption } from '../options.ts'
import { withOutput } from '../output.ts'

const { region, issuer, indicator, of, from, to, status, scope } = factFilterOptions

export const reportCommand = defineCommand({
  name: 'report',
  summary: {
    en: 'Write one HTML file with charts, tables and the sentence behind every figure',
    zh: '生成一个 HTML 文件：图表、序列，每个数字都能看到原句',
  },
  details: [
    {
      en: 'The file opens in any browser, offline: overview of the archive, charts and tables of each indicator over the years and across places, plans against outcomes, contradictions, oddities, and the reports. Every point leads to its sentence with the figure marked. Bounds are drawn as bounds, plans apart from what was done, and years without a report stay empty. It prints, works by keyboard, and holds no path of the machine. --lang chooses its language.',
      zh: '文件可离线在任何浏览器中打开：概况、各指标历年和各地的图与表、计划与实绩、矛盾与疑点、报告目录。每个点都能看到标出数字的原句。界限按界限画，计划与实际分开画，没有报告的年份留空。可打印，可只用键盘，不含本机路径。页面语言由 --lang 指定。',
    },
    {
      en: 'The file stays under 5 MB: where an archive has more, indicators of the catalogue, those of most years and most places go in first, and the page says what was left out. The same database and options give the same bytes.',
      zh: '文件小于 5 MB：放不下时，先收目录中的、年份多的、各地都有的指标，未收入的在页面中说明。同一数据库和选项生成的文件逐字节相同。',
    },
  ],
  arguments: [],
  options: {
    db: databaseOption,
    output: textOption({
      flag: '--output',
      short: '-o',
      value: 'FILE',
      summary: { en: 'the file to write; - for the screen', zh: '要写入的文件；- 为屏幕' },
      fallback: 'report.html',
    }),
    title: textOption({
      flag: '--title',
      value: 'WORDS',
      summary: { en: 'heading of the page', zh: '页面标题' },
      fallback: null,
    }),
    region,
    issuer,
    indicator,
    of,
    status,
    scope,
    from,
    to,
    minYears: wholeNumberOption({
      flag: '--min-years',
      value: 'NUMBER',
      least: 1,
      most: 100,
      summary: { en: 'only series with figures of so many years', zh: '至少有这么多个年份的序列' },
      fallback: null,
    }),
  },
  examples: [
    { command: 'baoshu report -o report.html', summary: { en: 'all of the database', zh: '整个数据库' } },
    {
      command: 'baoshu report --region 潍坊 --from 2015 -o 潍坊.html',
      summary: { en: 'one place since 2015', zh: '某地 2015 年以来' },
    },
  ],
  async run({ options }, cli) {
    const { reportArchive } = await import('../../pipeline/reportArchive.ts')
    const { db, output, title, region, issuer, indicator, of, status, scope, from, to, minYears } = options
    const given = <T extends object>(values: T) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
        readonly [Name in keyof T]?: NonNullable<T[Name]>
      }
    const page = await withArchive(db, 'read', (archive) =>
      reportArchive(archive, {
        language: cli.language,
        query: given({ region, issuer, indicator, of, status, scope }),
        ...given({ title, from, to, minYears }),
      }),
    )
    await withOutput(cli, output, (write) => write(page))
    if (output !== '-') cli.tell(cli.words.report.done(output, Buffer.byteLength(page)))
    return EXIT.done
  },
})
