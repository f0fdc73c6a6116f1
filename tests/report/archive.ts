import { type ReportOptions, reportArchive } from '../../src/pipeline/reportArchive.ts'
import { openArchive } from '../../src/store/open.ts'
import { type SaidFact, storeReports } from '../cli/storedReports.ts'

/** Words of a report that try to leave the place that they are put in. */
export const HOSTILE = [
  '</script><script>window.hacked = 1</script>',
  '<!--<script>',
  '<img src="https://example.invalid/x.png" onerror="window.hacked = 1">',
  '"><svg onload="window.hacked = 1">',
  "' onmouseover='window.hacked = 1",
  'a\u2028b\u2029c',
  '&lt;b onclick=1&gt; `window.hacked`',
] as const

const PLACE = '云岭省青川市'

/** A growth that the figures of 2017 and 2018 bear out. */
const GROWTH: SaidFact = {
  ...{ quote: '比上年增长20%', value: 20, unit: '%', indicator: 'rate.growth', of: 'performance.sessions' },
  ...{ aspect: 'change', min: 20, max: 20 },
}

function performances(year: number, ...facts: readonly SaidFact[]) {
  return { name: `${year}年工作总结.txt`, region: PLACE, issuer: '青川市文化局', year, facts }
}

/** A database of invented reports: a gap in the years, bounds, plans, two figures for a year, and hostile words. */
export function storeExample(folder: string): string {
  const plan = (year: number, value: number): SaidFact => ({ quote: `计划演出${value}场`, value, status: 'plan', year })
  return storeReports(folder, [
    performances(2000, { quote: '藏书1000册', unit: '册', indicator: 'library.books', aspect: 'stock' }),
    performances(
      2017,
      { quote: '演出100场', confidence: 0.5 },
      { quote: '藏书4000册', unit: '册', indicator: 'library.books', aspect: 'stock' },
      plan(2018, 110),
    ),
    performances(
      2018,
      { quote: '演出120场' },
      GROWTH,
      { quote: '藏书5000册', unit: '册', indicator: 'library.books', aspect: 'stock' },
      plan(2019, 150),
    ),
    performances(
      2019,
      {
        quote: '演出140余场',
        value: 140,
        min: 140,
        max: null,
        modifier: 'over',
        resolution: 10,
        sentence: '全年演出140余场，其中送戏下乡7场。',
      },
      { quote: '送戏下乡7场', subject: '送戏下乡', sentence: '全年演出140余场，其中送戏下乡7场。' },
    ),
    performances(2022, { quote: '演出约160场', value: 160, min: null, max: null, modifier: 'about', page: 3 }),
    { name: '邻市.txt', region: '云岭省白石市', issuer: '白石市文化局', year: 2022, facts: [{ quote: '演出90场' }] },
    ...HOSTILE.map((words, index) => ({
      name: `${words}.txt`,
      region: words,
      issuer: words,
      year: 2020 + (index % 2),
      facts: [
        { quote: `${words}演出${index + 1}场`, value: index + 1, subject: words, unit: words, indicator: 'other' },
      ],
    })),
  ])
}

/** The page of a database. */
export async function pageOf(database: string, options: ReportOptions = {}): Promise<string> {
  const archive = openArchive(database, { readonly: true })
  try {
    return await reportArchive(archive, options)
  } finally {
    archive.close()
  }
}
