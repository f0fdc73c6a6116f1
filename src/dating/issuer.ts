import type { Evidence } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import { cleanWords, evidenceAt, evidenceOfName, type Line, type PartText } from './part-text.ts'
import { placeAt } from './places.ts'
import { dateOf, type Title } from './title.ts'
import { findYears } from './years.ts'

export interface IssuerReading {
  readonly issuer: string
  readonly national: boolean
  readonly evidence: readonly Evidence[]
}

interface Candidate {
  readonly words: string
  readonly span: Span | null
  readonly rule: string
}

/** 我局, 市图书馆, 局党组: bodies that only the place they are named at identifies. */
const RELATIVE =
  /^(?:我|本|各|该|全|市|县|区|省|州|镇|乡|街道?|局|馆|站|院|处)(?:委|政府|局|馆|站|院|处|部|办|街道|镇|$)|^[市县区省州][\u3400-\u9fff]{1,12}$/
const LEAD = /^(?:关于|最新|附件|《|“|”|[\d、.． ])+/
/** What may stand right behind the name of the body that a title begins with. */
const AFTER_BODY =
  /^(?:$|[（(《：、 ]|的|关于|工作|总结|年度|年终|上半年|下半年|第[一二三四]季度|[一二三四]季度|半年|述职|汇报|自评|自查|贯彻|落实|开展|创建|公共|统计|年报|简介|印发|党组|领导班子|(?:19|20)\d{2}|[一二][〇○零九]|20[_Xx×*\d]|[Xx×]{2,4}年)/
const LONGEST_NAME = 34
const HEAD_LINES = 8
const TAIL_LINES = 14

/** Whether words name a body that exists apart from its text. */
function isBody(words: string, part: PartText): boolean {
  if (words.length < 3 || words.length > LONGEST_NAME || RELATIVE.test(words)) return false
  if (/[，。；：、！？“”《》\d]/.test(words.replace(/^（|）$/g, ''))) return false
  const [match] = part.rulebook.issuers.endingAt(words, words.length)
  // 文化馆, 宣传部, 文广新局图书馆, 街道文化站: a body of any place.
  if (!match || (isCommon(words, part) && !match.row.national)) return false
  return match.form.length >= 2 || placeAt(words.replace(/^中共/, ''), 0, part.rulebook.regions) !== null
}

/** Whether words are nothing but what such bodies are called everywhere. */
function isCommon(words: string, part: PartText): boolean {
  const [match] = part.rulebook.issuers.endingAt(words, words.length)
  return match ? isCommon(words.slice(0, match.start), part) : /^(?:街道|乡镇|社区|基层|公共)?$/.test(words)
}

/** Whether words name a body of whatever place the text is of: 市政协文化文史和学习委员会, 县文化馆. */
function isRelative(words: string, part: PartText): boolean {
  if (words.length < 3 || words.length > LONGEST_NAME || !/^[市县区省州镇乡][\u3400-\u9fff]+$/.test(words)) return false
  const { titles, issuers } = part.rulebook
  return !titles.has(words) && issuers.endingAt(words, words.length).length > 0
}

/** The body that words begin with: 云溪县文化和旅游局2021年工作总结. */
function bodyAtStart(words: string, part: PartText, accepts: typeof isBody = isBody): string | null {
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const years = findYears(words)
  const [year] = years
  const start = year && year.start <= lead + 1 ? year.end + (words.startsWith('度', year.end) ? 1 : 0) : lead
  const rest = words.slice(start).replace(LEAD, '')
  for (const match of part.rulebook.issuers.find(rest)) {
    if (match.end > LONGEST_NAME) break
    const name = rest.slice(0, match.end)
    if (!accepts(name, part) || part.rulebook.issuers.at(rest, match.end).length > 0) continue
    const behind = rest.slice(match.end)
    const second = accepts === isBody ? secondBody(name, behind, part) : ''
    if (second !== '' || AFTER_BODY.test(behind)) return name + second
  }
  return null
}

/** 云溪县文化馆、图书馆2013年工作总结: the other body that reports, with the place that both are of. */
function secondBody(first: string, behind: string, part: PartText): string {
  const joint = /^[、和与及]/.exec(behind)
  const place = joint ? placeAt(first, 0, part.rulebook.regions) : null
  if (!joint || !place) return ''
  const tail = behind.slice(1)
  const named = part.rulebook.issuers
    .find(tail)
    .map(({ end }) => ({ name: tail.slice(0, end), after: tail.slice(end) }))
    .find(({ name, after }) => (isCommon(name, part) || isBody(name, part)) && AFTER_BODY.test(after))
  if (!named) return ''
  const whole = placeAt(named.name, 0, part.rulebook.regions) !== null
  return `、${whole ? '' : first.slice(0, place.end)}${named.name}`
}

/** 发文机关：…, 编制单位：…, 来源：…: the text names who speaks. */
function labelled(part: PartText): Candidate | null {
  for (const line of part.lines) {
    const match =
      /^(?:发文机关|发文单位|发布机关|发布单位|发布机构|编制单位|填报单位|报送单位|单位名称|单位)[：: ]+([\u3400-\u9fff]{3,30})/.exec(
        line.words,
      )
    if (match?.[1] && isBody(match[1], part)) return { words: match[1], span: line, rule: 'issuer.label' }
  }
  return null
}

/** The body on a line of its own, its date beside it or not. */
function bodyLine(line: Line, part: PartText): string | null {
  const words = wordsBeforeDate(line)
  return isBody(words, part) ? words : null
}

function wordsBeforeDate(line: Line): string {
  const date = dateOf(line)
  return (date ? line.words.slice(0, date.start) : line.words).trim()
}

/** A body that only its place makes one, in the title or on a line of its own in the head or at the end. */
function relativeBody(part: PartText, title: Title): Candidate | null {
  const titled = bodyAtStart(title.words, part, isRelative)
  if (titled) return { words: titled, span: title.span, rule: 'issuer.relative' }
  for (const line of [...part.lines.slice(0, HEAD_LINES), ...part.lines.slice(-TAIL_LINES)]) {
    const words = wordsBeforeDate(line)
    if (isRelative(words, part)) return { words, span: line, rule: 'issuer.relative' }
  }
  const spoken = speaking(part, title, isRelative)
  return spoken ? { ...spoken, rule: 'issuer.relative' } : null
}

/** The full name of a relative body, or null where the place is of another kind: 市文化馆 of 珑川市 → 珑川市文化馆. */
export function nameRelative(words: string, place: string): string | null {
  if (!place.endsWith(words.charAt(0))) return null
  const rest = words.slice(1)
  return rest.startsWith('政协') ? `政协${place}委员会${rest.slice(2)}` : place + rest
}

/** The body that signs at the end: nothing but its name and a date stands there. */
function signature(part: PartText): Candidate | null {
  for (const line of part.lines.slice(-TAIL_LINES).reverse()) {
    const words = bodyLine(line, part)
    if (words && !/^(?:抄送|主送|报送?)/.test(words)) return { words, span: line, rule: 'issuer.signature' }
  }
  return null
}

/** 城关乡文化站在乡党委的领导下: the body that the first sentences speak of. */
function speaking(part: PartText, title: Title, accepts: typeof isBody): Candidate | null {
  const from = title.span?.end ?? part.start
  const head = part.reading.text.slice(from, Math.min(part.end, from + 500))
  for (const match of head.matchAll(
    /(?<=^|[，。：\n ]|年)([\u3400-\u9fffXx×*]{3,24}?)在(?=[^，。]{0,24}(?:领导|指导|帮助|关心|支持|部署|重视)[^，。]{0,8}下)/g,
  )) {
    const words = match[1] ?? ''
    const start = from + match.index
    if (accepts(words, part)) return { words, span: { start, end: start + words.length }, rule: 'issuer.opening' }
  }
  return null
}

/** 2023年11月18日来源:中华人民共和国文化部: a source named at the end of the text. */
function sourceLine(part: PartText): Candidate | null {
  const tail = part.reading.text.slice(Math.max(part.start, part.end - 200), part.end)
  const match = /来源[：:][ ]?([\u3400-\u9fff]{3,24}?)(?=[ \n]|$)/.exec(tail)
  if (!match?.[1] || !isBody(match[1], part)) return null
  const start = Math.max(part.start, part.end - 200) + match.index
  return { words: match[1], span: { start, end: start + match[0].length }, rule: 'issuer.source' }
}

/** A government report: the government of the place that it is named of. */
function government(part: PartText, title: Title): Candidate | null {
  const named = [title.words, part.fileName].find((words) => /政府工作报告/.test(words))
  if (!named) return null
  const rule = 'issuer.governmentReport'
  const head = part.reading.text.slice(part.start, part.start + 1200)
  if (/国务院/.test(named)) return { words: '国务院', span: title.span, rule }
  const { regions } = part.rulebook
  const ofTitle = placeAt(named.replace(/^[^\u3400-\u9fff]*(?:(?:19|20)\d{2}年)?/, ''), 0, regions)
  if (ofTitle) return { words: `${ofTitle.units.map(({ words }) => words).join('')}人民政府`, span: title.span, rule }
  const given =
    /在(?=([\u3400-\u9fff]{2,20}?)(?:第[一二三四五六七八九十]+[ \n]?届|[一二三四五六七八九十]+届)[ \n]*人民代表大会)/.exec(
      head,
    )
  if (!given?.[1]) return null
  const start = part.start + given.index + 1
  const span = { start, end: start + given[1].length }
  const place = placeAt(given[1], 0, regions)
  if (place) return { words: `${given[1]}人民政府`, span, rule }
  return null
}

/** 青澜县文物局青澜县博物馆, which a space set apart: two bodies, each with its place. */
function apart(words: string, part: PartText): string {
  const first = part.rulebook.issuers.find(words).find(({ end }) => {
    const second = words.slice(end)
    return (
      placeAt(second, 0, part.rulebook.regions) !== null && isBody(words.slice(0, end), part) && isBody(second, part)
    )
  })
  return first ? `${words.slice(0, first.end)}、${words.slice(first.end)}` : words
}

/** Who reports: by the first that names a body, from the title to the signature. */
export function readIssuer(part: PartText, title: Title): IssuerReading {
  const inTitle = bodyAtStart(title.words, part)
  const issuedBy = title.issuedBy ? cleanWords(title.issuedBy).replace(/^.*[ ]/, '') : ''
  const head = part.lines.slice(0, HEAD_LINES).flatMap((line): Candidate[] => {
    const words = bodyLine(line, part)
    return words ? [{ words, span: line, rule: 'issuer.head' }] : []
  })
  const bracketed = /（([\u3400-\u9fff]{2,16})）$/.exec(title.words)?.[1]
  const inName = part.numbered ? null : bodyAtStart(part.fileName, part)
  const candidates: (Candidate | null)[] = [
    government(part, title),
    labelled(part),
    inTitle ? { words: inTitle, span: title.span, rule: 'issuer.title' } : null,
    issuedBy && isBody(issuedBy, part) ? { words: issuedBy, span: title.span, rule: 'issuer.notice' } : null,
    signature(part),
    head[0] ?? null,
    inName ? { words: inName, span: null, rule: 'issuer.fileName' } : null,
    sourceLine(part),
    // 我们文化馆, 街道文化站 are whose body the place says.
    speaking(part, title, (words) => isBody(words, part) && placeAt(words, 0, part.rulebook.regions) !== null),
    bracketed && part.rulebook.issuers.endingAt(bracketed, bracketed.length).length > 0
      ? { words: bracketed, span: title.span, rule: 'issuer.bracket' }
      : null,
    relativeBody(part, title),
  ]
  const named = candidates.filter((candidate) => candidate !== null)
  const [first] = named
  if (!first) return { issuer: '', national: false, evidence: [] }
  // 文化局 in the title and 西关区文化局 below it are one body: the longer name says whose.
  const longer = named.find(({ words }) => words.length > first.words.length && words.endsWith(first.words))
  const { rule, span, words } = longer ?? first
  const chosen = { rule, span, words: apart(words, part) }
  const national = part.rulebook.issuers
    .find(chosen.words)
    .some(
      ({ row, form }) => row.national === true && chosen.words.endsWith(form) && chosen.words.length <= form.length + 7,
    )
  return {
    issuer: chosen.words,
    national,
    evidence: [
      chosen.span
        ? evidenceAt(part, chosen.span, chosen.words, chosen.rule)
        : evidenceOfName(chosen.words, chosen.rule),
    ],
  }
}
