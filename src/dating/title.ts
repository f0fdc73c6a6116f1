import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { cleanWords, type Line, type PartText } from './part-text.ts'
import { findDates, findYears } from './years.ts'

/** The words that name a report, with the place they stand at; `span` is null where only the file is named so. */
export interface Title {
  readonly words: string
  readonly span: Span | null
  readonly rule: string
  /** Words before the title in a notice that issues it (云岫州文化和旅游局关于印发…): who issues it. */
  readonly issuedBy: string
}

const LABEL =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节条部])/
const HEAD = 3000
const LONGEST_LINE = 80
const MOST_LINES = 30
const LONGEST_INLINE = 48
/** What a sharing site adds to a title. */
const SITE_WORDS =
  /\.(?:docx?|pdf|txt|pptx?)|[（(](?:精选|通用|合集|共|定稿|模板|最新)?\d{0,2}[篇页][^）)]{0,6}[）)]|(?:精选|通用|合集|定稿|推荐)\d{0,2}篇|_第?\d*页|_[^_]{2,12}(?:网|屋|文库|范文)$|^最新|[（(]?\d+页珍藏版[）)]?|\[\d+\]|VIP(?:专享|免费)?$|^[| ]*(?:标题|题目|文件名称)[:：][ ]*|[ ]*\|$/g

/** 文化局2015年工作总结.doc: the file as a site names it, above the title that the report bears. */
const FILE_NAME = /\.(?:docx?|pdf|txt|pptx?)$/i

function tidy(words: string): string {
  return cleanWords(words)
    .replace(SITE_WORDS, '')
    .replace(/[ ,，_]+$/, '')
    .trim()
}

/** 政府工作报告, 工作总结: words that name a kind of report and no report. */
function isBare(words: string, rulebook: RuleBook): boolean {
  const [first] = rulebook.titles.find(words)
  return first !== undefined && words.replace(first.form, '').replace(/年度|年终|工作|（[^）]*）/g, '').length === 0
}

/** 2016年工作思路: a year and such words. */
function isBareOfYear(words: string, rulebook: RuleBook): boolean {
  return isBare(words.replace(/(?:19|20)\d{2}年度?(?:的)?/, ''), rulebook)
}

/** 关于印发《…》的通知: the title is the one inside. */
function titleInNotice(part: PartText): Title | null {
  const head = part.reading.text.slice(part.start, Math.min(part.end, part.start + 600))
  const match = /([^\n。《》]{0,40})关于(?:印发|下发|转发|发布)《([^》]{4,90})》的?(?:通知|公告)/.exec(head)
  if (!match?.[2]) return null
  const start = part.start + match.index + match[0].indexOf('《') + 1
  return {
    words: tidy(match[2]),
    span: { start, end: start + match[2].length },
    rule: 'title.notice',
    issuedBy: cleanWords(match[1] ?? ''),
  }
}

/** 《…….docx》由会员分享: the site names what it shares. */
function titleOnSite(part: PartText): Title | null {
  const head = part.reading.text.slice(part.start, Math.min(part.end, part.start + HEAD))
  const match = /《([^》\n]{4,90}?)(?:\.(?:docx?|pdf|txt|pptx?))》由[^，。\n]{0,10}(?:分享|上传)/.exec(head)
  if (!match?.[1]) return null
  const start = part.start + match.index + 1
  // 定稿3篇 公共文化示范区创建工作总结: the site repeats itself behind a space.
  const words = tidy(match[1].replace(/(?<=\d篇) .*$/, ''))
  return { words, span: { start, end: start + match[1].length }, rule: 'title.site', issuedBy: '' }
}

const isSentence = (words: string): boolean => /[。；！？：，…]$/.test(words) || words.includes('。')

/** Whether the line can be a title or a piece of one. */
function canBeTitle(line: Line): boolean {
  const { words } = line
  return (
    words.length <= LONGEST_LINE &&
    words.length >= 2 &&
    !isSentence(words) &&
    !LABEL.test(words) &&
    !/[…\d]$/.test(words.replace(/\d{4}$/, '')) &&
    !/^(?:[-—–―●➢•■◆▲★》]+|现在|（?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|来源|时间|作者|记者|各位|目录|抄送|主送|下载|打印|[您你]?(?:现在|当前)?的?(?:当前)?位置[:：]|首页)/.test(
      words,
    )
  )
}

const CONTINUES = /^(?:[和及暨与、]|（(?!数据|截[至止]|[^）]*[〔[]|[^）]*号）|[^）]*\d+月)|自[ ]?评|的?报告|告$)/
const WHOLE_YEAR = /^（?(?:19|20)\d{2}年?度?）?$/

/** The lines before the text has begun: a greeting or a second paragraph of sentences ends the head of a report. */
function headLines(part: PartText): readonly Line[] {
  let sentences = 0
  const end = part.lines.slice(0, MOST_LINES).findIndex(({ words }) => {
    if (/^各位(?:代表|委员|领导|同志|来宾)/.test(words)) return true
    if (words.length > 40 && /。/.test(words)) sentences++
    return sentences >= 2
  })
  return part.lines.slice(0, end < 0 ? MOST_LINES : end)
}

/** The line that names the report, joined to the pieces of the title above and below it. */
function titleInLines(part: PartText): Title | null {
  const { rulebook } = part
  const lines = headLines(part)
  const joined = (from: number, to: number): string =>
    lines
      .slice(from, to + 1)
      .map(({ words }) => words)
      .join('')
  const named: { from: number; to: number }[] = []
  for (const [at, line] of lines.entries()) {
    if (!canBeTitle(line)) continue
    const next = lines[at + 1]
    const whole = rulebook.titles.has(line.words)
    const broken =
      !whole &&
      next !== undefined &&
      canBeTitle(next) &&
      next.words.length <= 24 &&
      rulebook.titles.has(joined(at, at + 1))
    if (!whole && !broken) continue
    let from = at
    let to = broken ? at + 1 : at
    // The first piece is a word of a title by chance: 示范区⏎自评报告 stays together, a line of its own does not.
    if (
      broken &&
      next &&
      rulebook.titles.has(next.words) &&
      findYears(next.words).length > 0 &&
      !endsAsBody(line.words, rulebook)
    )
      continue
    for (let after = lines[to + 1]; after && to - from < 3; after = lines[to + 1]) {
      const dated = WHOLE_YEAR.test(after.words) && findYears(joined(from, to)).length === 0
      if (!dated && !(CONTINUES.test(after.words) && canBeTitle(after) && after.words.length <= 40)) break
      to++
    }
    const above = lines[from - 1]
    if (from === at && above && canBeTitle(above) && above.words.length <= 40 && endsAsBody(above.words, rulebook)) {
      if (!line.words.includes(above.words)) from--
    }
    named.push({ from, to })
    if (named.length >= 6) break
  }
  // 2016年工作思路 further down heads a part of what the first line names.
  const written = named.filter(({ from, to }) => !FILE_NAME.test(joined(from, to)))
  const titles = written[0] && isNear(named, written[0]) ? written : named
  const ofYear = titles.find(
    ({ from, to }, at) =>
      findYears(joined(from, to)).length > 0 && (at === 0 || !isBareOfYear(joined(from, to), rulebook)),
  )
  const best = ofYear && isNear(titles, ofYear) ? ofYear : titles[0]
  const first = best ? lines[best.from] : undefined
  const last = best ? lines[best.to] : undefined
  if (!best || !first || !last) return null
  return {
    words: tidy(joined(best.from, best.to)),
    span: { start: first.start, end: last.end },
    rule: 'title.line',
    issuedBy: '',
  }
}

/** A line with a year goes before an earlier one without, as long as both belong to the head of the report. */
function isNear(named: readonly { from: number }[], best: { from: number }): boolean {
  return best.from - (named[0]?.from ?? 0) <= 6
}

function endsAsBody(words: string, rulebook: RuleBook): boolean {
  return rulebook.issuers.endingAt(words, words.length).length > 0 || /(?:街道|镇|乡|县|区|市|省|州|局|馆)$/.test(words)
}

/**
 * The title that stands before the first words with nothing between: 开福区…的思索去年，…, 县旅游局2015年上半年工作总结及下半年工作
 * 计划今年以来，…
 */
function titleAtStart(part: PartText): Title | null {
  const head = part.reading.text.slice(part.start, part.start + LONGEST_LINE)
  const matches = part.rulebook.titles.find(head).filter(({ end }) => end <= LONGEST_INLINE)
  const [first] = matches
  if (!first || LABEL.test(head.trim()) || /[，。：；\n]/.test(head.slice(0, first.end).trim())) return null
  const joined = matches.find(({ start }) =>
    /^(?:范文)?(?:和|及|与|暨|、)[^，。：；\n]{0,10}$/.test(head.slice(first.end, start)),
  )
  const { end } = joined ?? first
  const span = { start: part.start, end: part.start + end }
  return { words: tidy(head.slice(0, end)), span, rule: 'title.partStart', issuedBy: '' }
}

/** A title before the first words of a text without line ends: who or when it is of must stand in it. */
function titleBeforeText(part: PartText): Title | null {
  const found = titleAtStart(part)
  if (!found?.span || found.words.length < 6) return null
  const behind = part.reading.text.slice(found.span.end, found.span.end + 2)
  const named = findYears(found.words).length > 0 || part.rulebook.issuers.find(found.words).length > 0
  return named && !/^[的，、；。]/.test(behind) && !isBare(found.words, part.rulebook)
    ? { ...found, rule: 'title.inline' }
    : null
}

/** The first line where it can be a title and the file's name, without a Han character, is none. */
function firstLine(part: PartText, name: string): Title | null {
  const [line, next] = part.lines
  if (/[\u3400-\u9fff]/.test(name) || !line || !next || !canBeTitle(line) || line.words.length > LONGEST_INLINE)
    return null
  if (!/[\u3400-\u9fff]{4}/.test(line.words) || !isSentence(next.words)) return null
  return { words: tidy(line.words), span: line, rule: 'title.firstLine', issuedBy: '' }
}

/** The title of a report, by the first of: a notice, a sharing site's own words, a line of the text, the file name. */
export function findTitle(part: PartText): Title {
  const { fileName, rulebook } = part
  if (part.numbered)
    return titleAtStart(part) ?? { words: tidy(fileName), span: null, rule: 'title.bundle', issuedBy: '' }
  const found = titleInNotice(part) ?? titleOnSite(part) ?? titleInLines(part) ?? titleBeforeText(part)
  const name = tidy(fileName)
  const named: Title = { words: name, span: null, rule: 'title.fileName', issuedBy: '' }
  if (!found || found.words.length < 2) return firstLine(part, name) ?? named
  const nameTells = rulebook.titles.has(name) && name.length > found.words.length && name.includes(found.words)
  return isBare(found.words, rulebook) && nameTells ? { ...named, span: found.span } : found
}

/** Whether it is the report of a government to its congress: given in spring, on the year before. */
export function isGovernmentReport(part: PartText, title: Title): boolean {
  return /政府工作报告/.test(title.words) || /政府工作报告/.test(part.fileName)
}

/** Dates that stand alone on a line or close a line: when and where the report was signed or given. */
export function dateOf(line: Line): ReturnType<typeof findDates>[number] | null {
  const dates = findDates(line.words)
  const last = dates[dates.length - 1]
  return last && last.end >= line.words.length - 3 ? last : null
}
