import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { cleanWords, type Line } from './part-text.ts'
import { placeAt } from './places.ts'
import { findYears, smallNumber } from './years.ts'

/** One of several reports in a document: its stretch of the reading text, and where its own words begin. */
export interface BundlePart extends Span {
  /** Behind the words that mark the part (…材料2); `start` where no such words stand. */
  readonly textStart: number
  /** What the bundle is called, where its parts are numbered: XX街道…总结汇报材料. */
  readonly bundle: string | null
  readonly rule: string
}

const COUNTED = /(?:精选|合集|通用|定稿|推荐|范文|模板|汇编|大全|共|最新|[（(])?[ ]?(\d{1,2}|[二三四五六七八九十])篇/
const NUMBERED_PIECE =
  /(?:^|[\n。！”])[ ]*(?:第([一二三四五六七八九十]{1,3}|\d{1,2})篇|[【（]?篇([一二三四五六七八九十]{1,3}|\d{1,2})[】）]?|范文([一二三四五六七八九十]{1,3}|\d{1,2}))[：: 　]/g
const SHORTEST = 200
const LONGEST_TITLE = 48

interface Marker extends Span {
  readonly number: number
}

/** Markers counted 1, 2, 3 … from the first on, each with some text behind it. */
function inOrder(markers: readonly Marker[], end: number): readonly Marker[] {
  const kept: Marker[] = []
  for (const marker of markers) if (marker.number === kept.length + 1) kept.push(marker)
  const spaced = kept.every((marker, at) => (kept[at + 1]?.start ?? end) - marker.end >= SHORTEST)
  return kept.length >= 2 && spaced ? kept : []
}

/** …材料定稿3篇 at the head, then …材料定稿1, …材料定稿2 in the text. */
function numberedTitles(text: string): { readonly markers: readonly Marker[]; readonly bundle: string } | null {
  const counted = COUNTED.exec(text.slice(0, 1200))
  if (!counted) return null
  const line =
    text
      .slice(0, counted.index + counted[0].length)
      .split(/[\n《]/)
      .pop() ?? ''
  const named = line.slice(0, line.length - counted[0].length)
  const label = counted[0].replace(/[ （(]?(?:\d{1,2}|[二三四五六七八九十])篇$/, '')
  const base = cleanWords(named + label).replace(/^\d{1,2}、/, '')
  if (base.length < 6) return null
  const markers: Marker[] = []
  for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + 1)) {
    const number = /^[ （(]?(\d{1,2}|[一二三四五六七八九十]{1,3})[）)]?(?![\d篇])/.exec(text.slice(at + base.length))
    const value = number?.[1] ? smallNumber(number[1]) : null
    if (number && value !== null) markers.push({ start: at, end: at + base.length + number[0].length, number: value })
  }
  const kept = inOrder(markers, text.length)
  return kept.length > 0 ? { markers: kept, bundle: cleanWords(named) } : null
}

function numberedPieces(text: string): readonly Marker[] {
  const markers = [...text.matchAll(NUMBERED_PIECE)].map((match) => {
    const lead = /^[\n。！” ]*/.exec(match[0])?.[0].length ?? 0
    const number = smallNumber(match[1] ?? match[2] ?? match[3] ?? '') ?? 0
    return { start: match.index + lead, end: match.index + match[0].length, number }
  })
  return inOrder(markers, text.length)
}

/**
 * Title lines of several reports, each followed by a 一、 of its own: the same title of another year, or titles that each
 * name a body of their own.
 */
function repeatedTitles(text: string, lines: readonly Line[], rulebook: RuleBook): readonly Line[] {
  const plain = (words: string): string =>
    findYears(words).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}#${rest.slice(end)}`, words)
  const titles = lines.filter(
    ({ words }) =>
      words.length <= LONGEST_TITLE &&
      rulebook.titles.has(words) &&
      !/[。；，：]|^(?:[一二三四五六七八九十]{1,3}[、.]|（|\d|第[一二三四五六七八九十]+[章节部条]|附件|关于印发)/.test(
        words.replace(/^(?:19|20)\d{2}年度?/, ''),
      ),
  )
  const [first] = titles
  if (!first) return []
  const bodyOf = (words: string): string => {
    const own = words.replace(/^(?:19|20)\d{2}年度?/, '')
    const place = placeAt(own, 0, rulebook.regions)
    const body = rulebook.issuers.find(own)[0]
    return place && body && body.end <= 30 ? own.slice(0, body.end) : ''
  }
  const kept: Line[] = [first]
  for (const title of titles.slice(1)) {
    const last = kept[kept.length - 1] as Line
    const sameOfOtherYear =
      plain(title.words) === plain(first.words) &&
      plain(title.words).includes('#') &&
      kept.every(({ words }) => words !== title.words)
    const ownBody =
      bodyOf(title.words) !== '' && bodyOf(first.words) !== '' && kept.every(({ words }) => words !== title.words)
    if (!sameOfOtherYear && !ownBody) continue
    const between = text.slice(last.end, title.start)
    const behind = text.slice(title.end, title.end + 1500)
    if (between.length >= SHORTEST && /(?:^|\n)[ ]*一、/.test(between) && /(?:^|\n)[ ]*一、/.test(behind))
      kept.push(title)
  }
  return kept.length > 1 ? kept : []
}

/** The reports of a document: one that is the whole, or several where titles are numbered or come again. */
export function findParts(text: string, lines: readonly Line[], rulebook: RuleBook): readonly BundlePart[] {
  const cut = (
    markers: readonly (Span & { readonly textStart: number })[],
    bundle: string | null,
    rule: string,
  ): readonly BundlePart[] =>
    markers.map((marker, at) => ({
      start: at === 0 ? 0 : marker.start,
      end: markers[at + 1]?.start ?? text.length,
      textStart: marker.textStart,
      bundle,
      rule,
    }))
  const numbered = numberedTitles(text)
  if (numbered)
    return cut(
      numbered.markers.map((marker) => ({ ...marker, textStart: marker.end })),
      numbered.bundle,
      'part.numberedTitle',
    )
  const pieces = numberedPieces(text)
  if (pieces.length > 0)
    return cut(
      pieces.map((piece) => ({ ...piece, textStart: piece.end })),
      null,
      'part.numberedPiece',
    )
  const repeated = repeatedTitles(text, lines, rulebook)
  if (repeated.length > 0)
    return cut(
      repeated.map((line) => ({ ...line, textStart: line.start })),
      null,
      'part.repeatedTitle',
    )
  return [{ start: 0, end: text.length, textStart: 0, bundle: null, rule: 'part.whole' }]
}

/** The paragraphs with those that run over the beginning of a part cut in two there. */
export function cutParagraphs(
  paragraphs: readonly Paragraph[],
  starts: readonly number[],
  split: (span: Span) => Paragraph['sentences'],
): readonly Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const inside = starts.filter((start) => start > paragraph.start && start < paragraph.end)
    if (inside.length === 0) return [paragraph]
    const edges = [paragraph.start, ...inside, paragraph.end]
    return edges.slice(0, -1).map((start, at) => {
      const end = edges[at + 1] as number
      return { ...paragraph, start, end, sentences: split({ start, end }) }
    })
  })
}
