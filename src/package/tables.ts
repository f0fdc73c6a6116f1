import { z } from 'zod'
import { CAUTIONS, NOT_COMPARABLE } from '../compare/change.ts'
import { CLAIM_DOUBTS } from '../compare/claims.ts'
import { factSchema, findingSchema, mentionSchema, reportSchema, told } from './records.ts'

/** A table of the data package: a CSV file, described by the schema of its rows. */
export interface TableSpec {
  /** Name of the resource; its file is `<name>.csv`. */
  readonly name: string
  readonly schema: z.ZodObject
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
}

export interface ForeignKey {
  readonly fields: readonly string[]
  /** Table that the fields point into. */
  readonly table: string
  readonly referenced: readonly string[]
}

const fact = factSchema.shape
const report = reportSchema.shape
const key = (
  fields: string | readonly string[],
  table: string,
  referenced: string | readonly string[],
): ForeignKey => ({
  fields: [fields].flat(),
  table,
  referenced: [referenced].flat(),
})
const count = z.int().min(0)
const number = z.number().nullable()

const documents: TableSpec = {
  name: 'documents',
  schema: told(
    z.object({
      id: fact.document,
      name: told(z.string(), ['文件名', 'Name'], ['不含文件夹的文件名。', 'File name without its folder.']),
      format: told(z.string(), ['格式', 'Format'], ['按内容判定的格式。', 'Format, told by content.']),
      bytes: told(count, ['字节', 'Bytes'], ['文件大小。', 'Size of the file.']),
      sha256: told(z.string(), ['SHA-256', 'SHA-256'], ['文件内容的校验值。', 'Digest of the bytes.']),
      facts: told(count, ['事实数', 'Facts'], ['读出的事实个数。', 'Number of facts read out of it.']),
      mentions: told(count, ['数字数', 'Mentions'], ['正文中数字的个数。', 'Number of numerals in it.']),
      findings: told(count, ['问题数', 'Findings'], ['问题的个数。', 'Number of findings.']),
      rules_version: told(
        z.string(),
        ['规则版本', 'Rules'],
        ['所用规则的版本。', 'Version of the rules that read it.'],
      ),
    }),
    ['文档', 'Documents'],
    ['读入的文件。', 'The files that were read.'],
  ),
  primaryKey: ['id'],
  foreignKeys: [],
}

const reports: TableSpec = {
  name: 'reports',
  schema: told(
    z.object({
      document: fact.document,
      part: report.part,
      start: report.start,
      end: report.end,
      title: report.title,
      issuer: report.issuer,
      region: report.region,
      kind: report.kind,
      year: report.year,
      year_basis: report.yearBasis,
      year_confidence: report.yearConfidence,
      published: report.published,
    }),
    ['报告', 'Reports'],
    ['文档中的报告；一个文档可含数份。', 'The reports that the documents hold, one or several each.'],
  ),
  primaryKey: ['document', 'part'],
  foreignKeys: [key('document', 'documents', 'id')],
}

const indicators: TableSpec = {
  name: 'indicators',
  schema: told(
    z.object({
      code: told(z.string(), ['代码', 'Code'], ['指标代码。', 'Code of the indicator.']),
      catalogue: told(z.string(), ['目录', 'Catalogue'], ['所属目录。', 'Catalogue that it belongs to.']),
      name: told(z.string(), ['名称', 'Name'], ['指标名称。', 'Chinese name.']),
      name_en: told(z.string(), ['英文名称', 'English name'], ['英文名称；空：无。', 'English name; empty: none.']),
      unit: told(z.string(), ['常用单位', 'Usual unit'], ['通常的计量单位。', 'Unit that it is usually given in.']),
      aspect: told(z.string(), ['时态', 'Aspect'], ['通常的时态。', 'Aspect that it usually has.']),
      description: told(z.string(), ['说明', 'Description'], ['涵盖的内容。', 'What it covers.']),
      by_subject: told(
        z.boolean(),
        ['依对象', 'By subject'],
        [
          '离开对象则无意义（如覆盖率），系列按对象分列。',
          'Says nothing without its subject, which then tells its series apart.',
        ],
      ),
      goal: told(
        z.enum(['reach', 'stay_below']),
        ['计划方向', 'Goal'],
        ['reach 达到以上，stay_below 控制以下。', 'Whether a plan for it wants at least, or at most that much.'],
      ),
    }),
    ['指标', 'Indicators'],
    ['数字所能归入的指标。', 'What a figure can be a figure of.'],
  ),
  primaryKey: ['code'],
  foreignKeys: [],
}

const units: TableSpec = {
  name: 'units',
  schema: told(
    z.object({
      form: told(z.string(), ['写法', 'Form'], ['单位的写法。', 'One way to write the unit.']),
      unit: told(z.string(), ['单位', 'Unit'], ['单位编号。', 'Id of the unit.']),
      dimension: told(z.string(), ['量', 'Dimension'], ['计量的是什么。', 'What it measures.']),
      measure: told(z.string(), ['可比量', 'Measure'], ['同者可比。', 'Figures of one measure may be compared.']),
      nature: told(
        z.enum(['count', 'amount', 'ratio']),
        ['性质', 'Nature'],
        ['count 计数，amount 计量，ratio 比率。', 'Whole numbers, measured amounts, or ratios.'],
      ),
    }),
    ['单位', 'Units'],
    ['计量单位的各种写法。', 'Every way to write a unit.'],
  ),
  primaryKey: ['form'],
  foreignKeys: [],
}

const facts: TableSpec = {
  name: 'facts',
  schema: factSchema,
  primaryKey: ['id'],
  foreignKeys: [
    // Through its report to its document: readers of version 1 take a second key over one field amiss.
    key(['document', 'part'], 'reports', ['document', 'part']),
    key('indicator', 'indicators', 'code'),
    key('of', 'indicators', 'code'),
    key('part_of', 'facts', 'id'),
  ],
}

const mentions: TableSpec = {
  name: 'mentions',
  schema: told(
    z.object({ document: fact.document, ...mentionSchema.shape }),
    ['数字', 'Mentions'],
    ['正文中的每个数字及其判定。', 'Every numeral of the texts and what it was taken for.'],
  ),
  primaryKey: ['document', 'start', 'end'],
  foreignKeys: [key('document', 'documents', 'id'), key('fact', 'facts', 'id')],
}

const findings: TableSpec = {
  name: 'findings',
  schema: told(
    z.object({
      document: fact.document,
      number: told(count, ['序号', 'Number'], ['在文档问题中的序号。', 'Position among the findings of the document.']),
      start: findingSchema.shape.start,
      end: findingSchema.shape.end,
      kind: findingSchema.shape.kind,
      message: findingSchema.shape.message,
    }),
    ['问题', 'Findings'],
    ['原文中的问题。', 'What is wrong with the sources.'],
  ),
  primaryKey: ['document', 'number'],
  foreignKeys: [key('document', 'documents', 'id')],
}

const series = told(
  z.string(),
  ['系列', 'Series'],
  [
    '系列名：地区|范围|指标|所属指标|对象|性质|口径|时态|可比量。',
    'place|scope|indicator|of|topic|status|basis|aspect|measure: what makes figures comparable.',
  ],
)
const low = told(
  number,
  ['可能最低', 'Low'],
  ['按文字和末位数字，真值的下界。', 'Lowest true value that words and printed digits allow.'],
)
const high = told(
  number,
  ['可能最高', 'High'],
  ['按文字和末位数字，真值的上界。', 'Highest true value that words and printed digits allow.'],
)
const place = told(
  z.string(),
  ['地区', 'Place'],
  ['地区；不明时为报告单位。', 'Region, or the issuer where no region is known.'],
)
const topic = told(
  z.string(),
  ['主题', 'Topic'],
  ['指标离开对象则无意义时的对象。', 'The subject, where the indicator says nothing without it.'],
)
const measure = told(z.string(), ['可比量', 'Measure'], ['单位所计的量。', 'What the unit measures.'])
const year = told(z.int(), ['年份', 'Year'], ['数字所属的年份。', 'Calendar year of the figure.'])
const identity = {
  series,
  place,
  scope: fact.scope,
  indicator: fact.indicator,
  of: fact.of,
  topic,
  status: fact.status,
  basis: fact.basis,
  aspect: fact.aspect,
  measure,
}
const codes = [key('indicator', 'indicators', 'code'), key('of', 'indicators', 'code')]

const seriesTable: TableSpec = {
  name: 'series',
  schema: told(
    z.object({
      ...identity,
      year,
      value: fact.value,
      min: fact.min,
      max: fact.max,
      low,
      high,
      modifier: fact.modifier,
      unit: fact.unit,
      subject: fact.subject,
      part_of: fact.part_of,
      candidates: told(
        count,
        ['候选数', 'Candidates'],
        ['同年同系列的事实个数。', 'Facts that stood for the year, this one included.'],
      ),
      issuer: report.issuer,
      report_year: told(
        z.int().nullable(),
        ['报告年份', 'Report year'],
        ['所出报告的年份。', 'Own year of the report.'],
      ),
      confidence: fact.confidence,
      fact: fact.id,
    }),
    ['系列', 'Series'],
    ['可以跨年比较的数字，每系列每年一个。', 'Figures that can be compared across years: one a year for each series.'],
  ),
  primaryKey: ['series', 'year'],
  foreignKeys: [key('fact', 'facts', 'id'), ...codes],
}

const difference = {
  difference: told(number, ['差', 'Difference'], ['所印数字之差。', 'Of the printed numbers.']),
  difference_low: told(
    number,
    ['差下界', 'Difference, low'],
    ['真差的下界；空为无界。', 'Lowest true difference; empty: no bound.'],
  ),
  difference_high: told(
    number,
    ['差上界', 'Difference, high'],
    ['真差的上界；空为无界。', 'Highest true difference; empty: no bound.'],
  ),
  percent: told(number, ['变动%', 'Percent'], ['所印数字变动的百分比。', 'Change of the printed numbers in percent.']),
  percent_low: told(number, ['变动%下界', 'Percent, low'], ['百分比的下界。', 'Lowest true change in percent.']),
  percent_high: told(number, ['变动%上界', 'Percent, high'], ['百分比的上界。', 'Highest true change in percent.']),
}
const reasons = Object.keys(NOT_COMPARABLE) as [keyof typeof NOT_COMPARABLE, ...(keyof typeof NOT_COMPARABLE)[]]

const changes: TableSpec = {
  name: 'changes',
  schema: told(
    z.object({
      ...identity,
      from_year: told(z.int(), ['自', 'From'], ['较早的年份。', 'The earlier year.']),
      to_year: told(z.int(), ['至', 'To'], ['较晚的年份。', 'The later year.']),
      comparison: told(
        z.enum(['exact', 'interval', 'at_least', 'at_most', 'approximate', 'none']),
        ['精确程度', 'Comparison'],
        ['变动已知到何种程度；none 不可比。', 'How sharp the change is known; none where it cannot be.'],
      ),
      reason: told(z.enum(reasons).nullable(), ['不可比原因', 'Reason'], ['不可比的原因。', 'Why there is no number.']),
      ...difference,
      caution: told(
        z.array(z.enum(CAUTIONS)).readonly(),
        ['留意', 'Caution'],
        [
          'gap 年份不连续，issuer 单位不同，subject 用词不同，unit 单位写法不同，unnamed 目录中没有这一指标。',
          'Years skipped, other issuer, subject or unit words, or no indicator that names it.',
        ],
      ),
      from_fact: fact.id,
      to_fact: fact.id,
    }),
    ['变动', 'Changes'],
    ['系列中相邻年份之间的变动及其界限。', 'Changes between neighbouring years of a series, with their bounds.'],
  ),
  primaryKey: ['series', 'to_year'],
  foreignKeys: [key('from_fact', 'facts', 'id'), key('to_fact', 'facts', 'id'), ...codes],
}

const plans: TableSpec = {
  name: 'plans',
  schema: told(
    z.object({
      series,
      year,
      outcome: told(
        z.enum(['met', 'missed', 'unknown', 'waiting']),
        ['结果', 'Outcome'],
        [
          'met 完成，missed 未完成，unknown 无法判断，waiting 尚无实绩。',
          'Whether what was planned was done; waiting: not reported yet.',
        ],
      ),
      reason: told(z.enum(reasons).nullable(), ['原因', 'Reason'], ['无法判断的原因。', 'Why it is unknown.']),
      ...difference,
      plan_fact: fact.id,
      done_fact: fact.part_of,
    }),
    ['计划', 'Plans'],
    ['计划与次年报告的实绩对照。', 'Plans beside what was done in their year.'],
  ),
  primaryKey: ['series', 'year'],
  foreignKeys: [key('plan_fact', 'facts', 'id'), key('done_fact', 'facts', 'id')],
}

const doubts = Object.keys(CLAIM_DOUBTS) as [keyof typeof CLAIM_DOUBTS, ...(keyof typeof CLAIM_DOUBTS)[]]
const claims: TableSpec = {
  name: 'claims',
  schema: told(
    z.object({
      claim_fact: fact.id,
      verdict: told(
        z.enum(['agree', 'disagree', 'cannot_tell']),
        ['核对', 'Verdict'],
        ['agree 相符，disagree 不符，cannot_tell 无法核对。', 'Whether the figures bear the stated growth out.'],
      ),
      doubt: told(z.enum(doubts).nullable(), ['缘由', 'Doubt'], ['无法核对的缘由。', 'Why it cannot be told.']),
      claimed_low: told(
        number,
        ['所称下界', 'Claimed, low'],
        ['所称增长的下界。', 'Lowest growth that the words claim.'],
      ),
      claimed_high: told(
        number,
        ['所称上界', 'Claimed, high'],
        ['所称增长的上界。', 'Highest growth that the words claim.'],
      ),
      computed_low: told(
        number,
        ['推算下界', 'Computed, low'],
        ['由数字推算的下界。', 'Lowest growth that the figures give.'],
      ),
      computed_high: told(
        number,
        ['推算上界', 'Computed, high'],
        ['由数字推算的上界。', 'Highest growth that the figures give.'],
      ),
      from_fact: fact.part_of,
      to_fact: fact.part_of,
    }),
    ['核对', 'Claims'],
    ['文中所称增长与数字的核对。', 'Stated growth checked with the figures.'],
  ),
  primaryKey: ['claim_fact'],
  foreignKeys: [key('claim_fact', 'facts', 'id'), key('from_fact', 'facts', 'id'), key('to_fact', 'facts', 'id')],
}

/** The tables of a data package, each after those that it points into. */
export const TABLES = {
  documents,
  reports,
  indicators,
  units,
  facts,
  series: seriesTable,
  changes,
  plans,
  claims,
  findings,
  mentions,
} as const satisfies Record<string, TableSpec>
export type TableName = keyof typeof TABLES
