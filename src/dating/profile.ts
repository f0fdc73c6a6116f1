import type { SourceDocument } from '../model/document.ts'
import type { Evidence, GivenProfile, ReportKind, ReportProfile } from '../model/report.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading.ts'

const REPORT_WORD =
  /工作总结|总结|工作要点|要点|工作计划|计划|工作思路|工作打算|工作安排|工作汇报|汇报|述职|政府工作报告|工作报告|报告|统计公报|公报|自评|情况|方案|办法|细则|意见|规划|概况|综述|通报|简介/
const PLAN_TITLE = /要点|计划|工作思路|工作打算|打算|工作安排|安排意见|思路|行动方案|实施方案|工作方案/
const SUMMARY_TITLE = /总结|汇报|报告|回顾|述职|自评|情况|小结|综述|概况/
const RULES_TITLE =
  /考核办法|评分办法|管理办法|评分标准|细则|评分细则|考核标准|管理规定|规定|制度|办法(?!公室)|标准$|验收标准/
const STATISTICS_TITLE = /统计公报|公报|统计分析|统计数据|统计年报|运行情况分析/
const YEAR = /((?:19|20)\d{2})[ ]?年/
const MASKED_YEAR = /(?:19|20)?[\d]?[_xX×*]{1,3}年|20_+年|20\d[_xX×*]年/
const REGION =
  /((?:[\u4e00-\u9fff]{2,6}(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,7}?(?:自治州|市|盟|地区))?(?:[\u4e00-\u9fff]{1,7}?(?:自治县|县|区|旗|市))?(?:[\u4e00-\u9fff]{1,6}?(?:街道|镇|乡))?)/
const ISSUER =
  /([\u4e00-\u9fff]{2,24}?(?:文化和旅游局|文化广电和旅游局|文化广电旅游局|文化广播电视局|文化广电新闻出版局|文化体育局|文旅局|文化局|文广新局|文旅广体局|广电旅游局|旅游局|文物局|图书馆|文化馆|博物馆|美术馆|群艺馆|宣传部|街道办事处|人民政府|办事处|街道|统计局|文化站|管委会|委员会|文联|人民政府办公室|文化厅|文化和旅游厅|文化和旅游部|国家统计局|省政府|市政府|局|厅|馆|中心|处|院))/

interface TitleLine {
  readonly words: string
  readonly start: number
  readonly end: number
}

/** The line that names the report: the first short one with a report's word, or the heading above it joined to it. */
function findTitle(
  reading: ReadingText,
  paragraphs: readonly Paragraph[],
  chrome: (paragraph: Paragraph) => boolean,
): TitleLine | null {
  const candidates = paragraphs
    .slice(0, 30)
    .filter((paragraph) => paragraph.end - paragraph.start <= 80 && paragraph.cell === null)
  const lineOf = (paragraph: Paragraph): string => reading.text.slice(paragraph.start, paragraph.end).trim()
  const isTitle = (words: string): boolean => REPORT_WORD.test(words) && !/[。；]$/.test(words) && words.length >= 4
  const clean = candidates.filter((paragraph) => isTitle(lineOf(paragraph)) && !chrome(paragraph))
  const dated = clean.find((paragraph) => YEAR.test(lineOf(paragraph)) || MASKED_YEAR.test(lineOf(paragraph)))
  const best = dated ?? clean[0]
  if (!best) return null
  // 云溪县文化和旅游局⏎2023年工作总结: the line above is the first half of the title.
  const above = paragraphs[paragraphs.indexOf(best) - 1]
  const aboveWords =
    above && above.cell === null && above.end - above.start <= 40 && !chrome(above) ? lineOf(above) : ''
  const joins =
    aboveWords !== '' && ISSUER.test(aboveWords) && !/[。：；，]/.test(aboveWords) && !lineOf(best).includes(aboveWords)
  return {
    words: joins ? aboveWords + lineOf(best) : lineOf(best),
    start: joins && above ? above.start : best.start,
    end: best.end,
  }
}

function kindOf(title: string, text: string): { readonly kind: ReportKind; readonly rule: string } {
  const government = /政府工作报告/.test(title)
  if (government) return { kind: 'mixed', rule: 'kind.governmentReport' }
  if (STATISTICS_TITLE.test(title)) return { kind: 'statistics', rule: 'kind.title' }
  const summary = SUMMARY_TITLE.test(title.replace(/工作要点|工作计划/g, ''))
  const plan = PLAN_TITLE.test(title)
  if (summary && plan) return { kind: 'mixed', rule: 'kind.title' }
  if (RULES_TITLE.test(title) && !summary) return { kind: 'rules', rule: 'kind.title' }
  if (plan) return { kind: 'plan', rule: 'kind.title' }
  if (summary) {
    const planned =
      /\n[ ]*(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）)?[^\n。]{0,16}(?:工作思路|工作打算|工作计划|下一步|下步|工作安排|明年)[^\n。]{0,12}\n/.test(
        text,
      )
    return { kind: planned ? 'mixed' : 'summary', rule: 'kind.title' }
  }
  return { kind: 'other', rule: 'kind.unknown' }
}

interface YearReading {
  readonly year: number | null
  readonly basis: ReportProfile['yearBasis']
  readonly confidence: number
  readonly published: string | null
  readonly evidence: readonly Evidence[]
}

/** The report's own year: the one that its summary part covers, or a plan is for. */
function readYear(
  document: SourceDocument,
  reading: ReadingText,
  title: TitleLine | null,
  kind: ReportKind,
): YearReading {
  const evidence: Evidence[] = []
  const note = (start: number, end: number, says: string, rule: string): void => {
    const span = reading.toSource({ start, end })
    evidence.push({ ...span, quote: document.source.slice(span.start, span.end), says, rule })
  }
  const nameTitle = document.name.replace(/\.[A-Za-z]+$/, '')
  const government = /政府工作报告/.test(title?.words ?? '') || /政府工作报告/.test(nameTitle)
  const titled = title ? YEAR.exec(title.words) : null
  if (titled && title) {
    const year = Number(titled[1])
    note(
      title.start,
      title.end,
      String(government ? year - 1 : year),
      government ? 'year.governmentReport' : 'year.title',
    )
    return {
      year: government ? year - 1 : year,
      basis: 'stated',
      confidence: 0.98,
      published: government ? String(year) : null,
      evidence,
    }
  }
  const masked = title ? MASKED_YEAR.test(title.words) : false
  const named = YEAR.exec(nameTitle)
  if (named && !masked) {
    const year = Number(named[1])
    return {
      year: government ? year - 1 : year,
      basis: 'stated',
      confidence: 0.9,
      published: government ? String(year) : null,
      evidence,
    }
  }
  if (masked) return { year: null, basis: 'unknown', confidence: 0, published: null, evidence }
  // No year in the title: headings (一、2023年工作回顾), the opening, then the date of signature.
  const heading =
    /(?:^|\n)[ ]*(?:[一二三四五]、|（[一二三]）)?[ ]*((?:19|20)\d{2})年[^\n。，]{0,20}(?:回顾|总结|情况|成效|工作|亮点)/.exec(
      reading.text,
    )
  if (heading) {
    note(heading.index, heading.index + heading[0].length, heading[1] ?? '', 'year.heading')
    return { year: Number(heading[1]), basis: 'stated', confidence: 0.9, published: null, evidence }
  }
  const body = reading.text.slice(title?.end ?? 0)
  const opening =
    /(?:^|[。\n，（]|，|：)[ ]*(?:截至)?((?:19|20)\d{2})年(?:以来|来|末|底|，|度|上半年|，?全|\d{1,2}月|我)/.exec(
      body.slice(0, 600),
    )
  if (opening) {
    const at = (title?.end ?? 0) + opening.index
    note(at, at + opening[0].length, opening[1] ?? '', 'year.opening')
    return { year: Number(opening[1]), basis: 'stated', confidence: 0.8, published: null, evidence }
  }
  const signed = /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?[ ]*\n?[ ]*$/.exec(reading.text.trimEnd())
  if (signed) {
    const month = Number(signed[2])
    const year = kind === 'plan' || month > 3 ? Number(signed[1]) : Number(signed[1]) - 1
    const at = reading.text.trimEnd().length - signed[0].length
    note(at, at + signed[0].length, String(year), 'year.signature')
    return { year, basis: 'stated', confidence: 0.75, published: signed[0].trim(), evidence }
  }
  return { year: null, basis: 'unknown', confidence: 0, published: null, evidence }
}

function regionOf(words: string): string {
  const match = REGION.exec(words.replace(/^(?:中共|关于)/, ''))
  return match?.[1] ?? ''
}

/** Who reports on what place and year, and in what kind of text; the user's word goes before the text's. */
export function readProfiles(
  document: SourceDocument,
  reading: ReadingText,
  paragraphs: readonly Paragraph[],
  chrome: (paragraph: Paragraph) => boolean,
  given: GivenProfile,
): readonly ReportProfile[] {
  const title = findTitle(reading, paragraphs, chrome)
  const name = document.name.replace(/\.[A-Za-z]+$/, '')
  const words = title?.words ?? name
  const titleForKind = /政府工作报告/.test(name) ? name : words
  const kind = given.kind ?? kindOf(titleForKind, reading.text).kind
  const year = readYear(document, reading, title, kind)
  const issuer = given.issuer ?? ISSUER.exec(words.replace(/^(?:关于印发)?《?/, '').replace(YEAR, ''))?.[1] ?? ''
  const region = given.region ?? (regionOf(issuer) || regionOf(name))
  return [
    {
      part: 0,
      start: 0,
      end: document.source.length + 1,
      title: words,
      issuer,
      region,
      kind,
      year: given.year ?? year.year,
      yearBasis: given.year === undefined ? year.basis : 'given',
      yearConfidence: given.year === undefined ? year.confidence : 1,
      published: year.published,
      evidence: year.evidence,
    },
  ]
}
