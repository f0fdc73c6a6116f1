import type { Contradiction } from '../../compare/contradictions.ts'
import { withArchive } from '../archive.ts'
import { defineCommand, EXIT } from '../command.ts'
import { bomOption, databaseOption, factFilterOptions, formatOption, outputOption } from '../options.ts'
import { printRows, type Sheet } from '../records.ts'

const { region, issuer } = factFilterOptions

const sheet: Sheet<Contradiction> = {
  columns: [
    { title: { en: 'kind', zh: '类型' }, align: 'left', cell: ({ kind }) => kind },
    { title: { en: 'place', zh: '地区' }, align: 'left', flexible: true, cell: ({ place }) => place },
    { title: { en: 'indicator', zh: '指标' }, align: 'left', cell: ({ indicator }) => indicator },
    { title: { en: 'year', zh: '年份' }, align: 'right', cell: ({ year }) => String(year ?? '') },
    { title: { en: 'stated', zh: '所述' }, align: 'left', cell: ({ quote }) => quote },
    {
      title: { en: 'against', zh: '与之不符' },
      align: 'left',
      cell: ({ against }) => against.map(({ quote }) => quote).join(' '),
    },
    { title: { en: 'sentence', zh: '原句' }, align: 'left', flexible: true, cell: ({ sentence }) => sentence },
    {
      title: { en: 'other sentences', zh: '另一处原句' },
      align: 'left',
      flexible: true,
      cell: ({ sentence, against }) =>
        [...new Set(against.map((other) => other.sentence))].filter((other) => other !== sentence).join(' / '),
    },
  ],
  fields: ['kind', 'place', 'indicator', 'year', 'document', 'fact', 'quote', 'sentence', 'against'],
  record: (contradiction) => ({ ...contradiction }),
}

export const checkCommand = defineCommand({
  name: 'check',
  summary: {
    en: 'Find what the reports contradict: figures, stated growth, sums of parts',
    zh: '核对报告之间的矛盾：数字、所述增幅、分项合计',
  },
  details: [
    {
      en: 'conflict: the report of a year and a later one state its figure differently. claim_mismatch: the figures of two years do not bear out a stated growth. sum_mismatch: the parts of a total come to more than it. Rounding and words like 约 and 余 are allowed for; what may be of another thing, year or price level is not reported. The SQL views conflict, claim_check and sum_check show everything that was looked at.',
      zh: 'conflict：当年报告与后来的报告对同一数字说法不同。claim_mismatch：两年的数字与所述增幅不符。sum_mismatch：分项之和超过合计。已考虑四舍五入和“约”“余”等用词；可能属于不同事物、年份或价格口径的不列出。SQL 视图 conflict、claim_check、sum_check 列有全部核对过程。',
    },
  ],
  arguments: [],
  options: { db: databaseOption, region, issuer, format: formatOption, output: outputOption, bom: bomOption },
  examples: [
    {
      command: 'baoshu check --region 潍坊',
      summary: { en: 'the contradictions of one place', zh: '某地报告中的矛盾' },
    },
  ],
  async run({ options }, cli) {
    const { findContradictions } = await import('../../compare/contradictions.ts')
    return withArchive(options.db, 'read', async (archive) => {
      const { region, issuer } = options
      const query = { ...(region === null ? {} : { region }), ...(issuer === null ? {} : { issuer }) }
      const found = archive.snapshot(() => findContradictions(archive.facts(query), archive.reference()))
      await printRows(found, sheet, options, cli)
      if (found.length === 0) cli.tell(cli.words.check.none)
      return EXIT.done
    })
  },
})
