import { z } from 'zod'
import { BLOCK_KINDS, DOCUMENT_FORMATS, type SourceDocument } from '../model/document.ts'
import { ASPECTS, BASES, type Fact, MODIFIERS, STATUSES } from '../model/fact.ts'
import { FACT_CHANGE_KINDS, type FactChange } from '../model/fact-change.ts'
import { FINDING_KINDS, type Finding } from '../model/finding.ts'
import { MENTION_CLASSES, type Mention } from '../model/mention.ts'
import { REPORT_KINDS, type ReportProfile, YEAR_BASES } from '../model/report.ts'

/** `true` where the two types hold the same values. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** The schema itself; does not compile unless it describes exactly the model's type. */
const describing =
  <Model>() =>
  <Schema extends z.ZodType>(schema: Schema & (Same<z.infer<Schema>, Model> extends true ? unknown : never)): Schema =>
    schema

/** A schema with a title and a description in both languages, as every output that is generated from it shows them. */
export function told<Schema extends z.ZodType>(
  schema: Schema,
  [zhTitle, enTitle]: readonly [string, string],
  [zh, en]: readonly [string, string],
): Schema {
  return schema.meta({ title: `${zhTitle} | ${enTitle}`, description: `${zh}\n${en}` }) as Schema
}

const offset = z.int().min(0)
const start = told(
  offset,
  ['起', 'Start'],
  ['在正文中的起始位置（UTF-16）。', 'Offset into the source text, in UTF-16 units.'],
)
const end = told(offset, ['止', 'End'], ['在正文中的结束位置（不含）。', 'Offset behind the last character.'])
const documentId = told(
  z.string(),
  ['文档', 'Document'],
  ['文档编号：文件内容 SHA-256 的前 16 位。', 'Id of the document: first 16 hex digits of the SHA-256 of its bytes.'],
)

export const factSchema = describing<Fact>()(
  told(
    z.object({
      id: told(
        z.string(),
        ['编号', 'Id'],
        [
          '事实编号：文档:起-止；同一文件在任何机器上都相同。',
          '<document>:<start>-<end>; the same bytes and span give the same id everywhere.',
        ],
      ),
      document: documentId,
      part: told(
        z.int().min(0),
        ['分篇', 'Part'],
        ['文档中第几份报告，从 0 起。', 'Report within the document, from 0.'],
      ),
      start,
      end,
      page: told(z.int().nullable(), ['页', 'Page'], ['所在页（PDF）。', 'Page, for PDF.']),
      block: told(
        z.int().nullable(),
        ['段', 'Block'],
        ['所在段落或单元格的序号。', 'Number of the paragraph or cell.'],
      ),
      quote: told(z.string(), ['原文', 'Quote'], ['从数字到单位的原文。', 'The words: number through unit.']),
      sentence: told(
        z.string(),
        ['句子', 'Sentence'],
        ['数字所在的句子或表格行。', 'The sentence or table row that it stands in.'],
      ),
      value: told(
        z.number().nullable(),
        ['数值', 'Value'],
        [
          '以基本单位计；区间、数十、缺位的数字为空；下降为负。',
          'In base units; empty for ranges, vague and masked numbers; a fall is negative.',
        ],
      ),
      min: told(z.number().nullable(), ['下限', 'Lowest'], ['文字给出的下限。', 'Lower bound that the words give.']),
      max: told(z.number().nullable(), ['上限', 'Highest'], ['文字给出的上限。', 'Upper bound that the words give.']),
      resolution: told(
        z.number().nullable(),
        ['精度', 'Resolution'],
        ['末位数字的大小（9.70亿 为 1000000）。', 'Worth of the last printed digit in base units (9.70亿 is 1000000).'],
      ),
      unit: told(z.string(), ['单位', 'Unit'], ['去掉万、亿后的计量单位。', 'Measure word without its multiplier.']),
      modifier: told(
        z.enum(MODIFIERS),
        ['限定', 'Modifier'],
        [
          'exact 确数，about 约，over 超过，under 近，at_least 不少于，at_most 不超过，range 区间，several 数十，masked 缺位。',
          'How the words hedge the number.',
        ],
      ),
      status: told(
        z.enum(STATUSES),
        ['性质', 'Status'],
        ['actual 已完成或现有，plan 计划，rule 规定标准。', 'Done or standing, planned, or a standing norm.'],
      ),
      basis: told(
        z.enum(BASES),
        ['口径', 'Basis'],
        ['total 总数，each 每个，average 平均。', 'Total, for each unit, or an average.'],
      ),
      aspect: told(
        z.enum(ASPECTS),
        ['时态', 'Aspect'],
        [
          'flow 当期发生，stock 期末存量，rate 比率，change 增减。',
          'Happened within a period, existing at a moment, a ratio, or a change.',
        ],
      ),
      indicator: told(
        z.string(),
        ['指标', 'Indicator'],
        ['指标代码；无合适者为 other。', 'Catalogue code; other where none fits.'],
      ),
      of: told(
        z.string().nullable(),
        ['所属指标', 'Of'],
        ['增长率、增减量所属的指标。', 'For rate.growth and change.amount: the indicator that it is the growth of.'],
      ),
      subject: told(
        z.string(),
        ['对象', 'Subject'],
        ['所计数的事物，用原文的词。', 'The thing counted, in the words of the text.'],
      ),
      scope: told(
        z.string(),
        ['范围', 'Scope'],
        ['并非报告单位自身时，数字所属的单位或地方。', "Whose figure it is, where not the reporting body's."],
      ),
      year: told(z.int().nullable(), ['年份', 'Year'], ['数字所属的年份。', 'Calendar year that the figure is for.']),
      year_offset: told(
        z.int().nullable(),
        ['相对年', 'Year offset'],
        ['相对报告年份：0 当年，1 次年，-1 上年。', "Relative to the report's own year: 0 this, 1 next, -1 last."],
      ),
      as_of: told(
        z.string().nullable(),
        ['截至', 'As of'],
        ['文中给出的截止日期。', 'ISO date where the text gives one.'],
      ),
      part_of: told(
        z.string().nullable(),
        ['其中', 'Part of'],
        ['所属合计的事实编号。', 'Id of the total that this is a part of.'],
      ),
      confidence: told(
        z.number().min(0).max(1),
        ['可信度', 'Confidence'],
        [
          '0 到 1：规则没有见过的报告里，0.9 即十中九对。',
          '0 to 1: of facts given 0.9 in reports that the rules have not seen, nine in ten are right.',
        ],
      ),
      rules: told(
        z.array(z.string()).readonly(),
        ['规则', 'Rules'],
        ['依次起作用的规则编号。', 'Ids of the rules that decided, in order.'],
      ),
    }),
    ['事实', 'Fact'],
    ['一份报告所述的一个数量。', 'One quantity stated by one report.'],
  ),
)

export const factChangeSchema = describing<FactChange>()(
  told(
    z.object({
      kind: told(
        z.enum(FACT_CHANGE_KINDS),
        ['变化', 'Kind'],
        ['added 新增，removed 删除，altered 改动。', 'Whether the fact was added, removed or says something else.'],
      ),
      fact: told(z.string(), ['事实', 'Fact'], ['事实编号。', 'Id of the fact.']),
      document: documentId,
      fields: told(
        z.array(factSchema.keyof()).readonly(),
        ['字段', 'Fields'],
        ['改动的字段；新增、删除时为空。', 'Fields that say something else; empty where it was added or removed.'],
      ),
      earlier: told(factSchema.nullable(), ['原为', 'Earlier'], ['改变前的事实。', 'The fact as it was.']),
      later: told(factSchema.nullable(), ['现为', 'Later'], ['改变后的事实。', 'The fact as it is.']),
    }),
    ['数据变化', 'Fact change'],
    ['同一文件重读后，一条事实的变化。', 'What another reading of the same bytes made of one fact.'],
  ),
)

export const mentionSchema = describing<Mention>()(
  told(
    z.object({
      start,
      end,
      quote: told(z.string(), ['原文', 'Quote'], ['数字的原文。', 'The words of the numeral.']),
      class: told(
        z.enum(MENTION_CLASSES),
        ['类别', 'Class'],
        [
          'fact 事实，time 时间，ordinal 序数，name 名称，structure 结构，enumeration 编号，reference 文号，idiom 习语。',
          'What the numeral was taken for.',
        ],
      ),
      rule: told(z.string(), ['规则', 'Rule'], ['判定类别的规则。', 'Id of the rule that decided the class.']),
      fact: told(
        z.string().exactOptional(),
        ['事实', 'Fact'],
        ['所属事实的编号。', 'Id of the fact that it belongs to.'],
      ),
    }),
    ['数字', 'Mention'],
    ['正文中的一个数字及其判定。', 'One numeral of the source text and what it was taken for.'],
  ),
)

export const findingSchema = describing<Finding>()(
  told(
    z.object({
      document: documentId,
      start,
      end,
      kind: told(z.enum(FINDING_KINDS), ['种类', 'Kind'], ['问题的种类。', 'Kind of trouble.']),
      message: told(z.string(), ['说明', 'Message'], ['一句英文说明。', 'One sentence in English.']),
    }),
    ['问题', 'Finding'],
    ['原文中的问题，如实列出。', 'Something wrong with the source, told and never hidden.'],
  ),
)

export const reportSchema = describing<ReportProfile>()(
  told(
    z.object({
      part: told(
        z.int().min(0),
        ['分篇', 'Part'],
        ['文档中第几份报告，从 0 起。', 'Report within the document, from 0.'],
      ),
      start,
      end,
      title: told(z.string(), ['标题', 'Title'], ['报告标题。', 'Title of the report.']),
      issuer: told(z.string(), ['单位', 'Issuer'], ['报告单位。', 'Who reports.']),
      region: told(
        z.string(),
        ['地区', 'Region'],
        ['地区全称；不明为空。', 'Full name of the place, outermost first; empty where unknown.'],
      ),
      kind: told(
        z.enum(REPORT_KINDS),
        ['体裁', 'Kind'],
        ['summary 总结，plan 计划，mixed 兼有，rules 办法，statistics 统计，other 其他。', 'What kind of text it is.'],
      ),
      year: told(
        z.int().nullable(),
        ['年份', 'Year'],
        [
          '报告年份：总结所涵盖或计划所针对的年份。',
          "The report's own year: the one that it sums up, or that a plan is for.",
        ],
      ),
      yearBasis: told(
        z.enum(YEAR_BASES),
        ['年份依据', 'Year basis'],
        ['given 用户指定，stated 文中写明，inferred 推断，unknown 不明。', 'How the year came to be known.'],
      ),
      yearConfidence: told(z.number().min(0).max(1), ['年份可信度', 'Year confidence'], ['0 到 1。', '0 to 1.']),
      published: told(z.string().nullable(), ['发布', 'Published'], ['发布日期或年份。', 'ISO date or year of issue.']),
      evidence: told(
        z.array(z.object({ start, end, quote: z.string(), says: z.string(), rule: z.string() })).readonly(),
        ['依据', 'Evidence'],
        ['判定年份、地区、单位所依据的文字。', 'The pieces of text that speak for the year, region and issuer.'],
      ),
    }),
    ['报告', 'Report profile'],
    ['谁在何时就何地报告，是何体裁。', 'Who reports, on where and when, and in what kind of text.'],
  ),
)

const strings = z.array(z.string()).readonly()
const cellSchema = z.object({
  table: z.int(),
  row: z.int(),
  column: z.int(),
  rowSpan: z.int(),
  columnSpan: z.int(),
  header: z.boolean(),
  rowHeaders: strings,
  columnHeaders: strings,
  caption: z.string().nullable(),
})

export const documentSchema = describing<SourceDocument>()(
  told(
    z.object({
      id: documentId,
      sha256: told(z.string(), ['SHA-256', 'SHA-256'], ['文件内容的校验值。', 'Digest of the bytes.']),
      bytes: told(z.int().min(0), ['字节', 'Bytes'], ['文件大小。', 'Size of the file.']),
      format: told(z.enum(DOCUMENT_FORMATS), ['格式', 'Format'], ['按内容判定的格式。', 'Format, told by content.']),
      encoding: told(
        z.string().nullable(),
        ['编码', 'Encoding'],
        ['文本文件的编码。', 'Character encoding of a text file.'],
      ),
      name: told(z.string(), ['文件名', 'Name'], ['不含文件夹的文件名。', 'File name without its folder.']),
      source: told(z.string(), ['正文', 'Source'], ['所有位置所指的正文。', 'The text that every offset points into.']),
      blocks: told(
        z
          .array(
            z.object({
              index: z.int(),
              kind: z.enum(BLOCK_KINDS),
              level: z.int().nullable(),
              page: z.int().nullable(),
              start,
              end,
              cell: cellSchema.nullable(),
            }),
          )
          .readonly(),
        ['段落', 'Blocks'],
        ['标题、段落、列表项和单元格。', 'Headings, paragraphs, list items and table cells, in order.'],
      ),
      pages: told(
        z.array(z.object({ number: z.int(), start, end })).readonly(),
        ['页', 'Pages'],
        ['PDF 的页。', 'Pages of a PDF.'],
      ),
      findings: told(
        z.array(findingSchema).readonly(),
        ['问题', 'Findings'],
        ['读取文件时的问题。', 'What was wrong with the file.'],
      ),
    }),
    ['文档', 'Document'],
    ['读成文字的文件。', 'A file read into text.'],
  ),
)
