import type { Finding } from '../model/finding.ts'
import type { MentionClass } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { allMatches } from '../text/matches.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { enclosureLookup, findEnclosures } from './enclosures.ts'
import type { ReportText } from './extract.ts'
import { findGaps } from './gaps.ts'
import { impliedUnit } from './impliedUnits.ts'
import { rulesFor } from './mentions/rules.ts'
import { isPartOfCount, type MentionClaim, type MentionView } from './mentions/view.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { type Quantity, readQuantity, sharedUnits } from './quantities.ts'
import { countsInCell, isInShares, isMoneyInCell, readHeaderUnit } from './tableUnits.ts'

/** A numeral's class, and the quantity where it is a fact. Offsets are of the reading text. */
export interface Reading extends Span {
  readonly class: MentionClass
  readonly rule: string
  readonly quantity: Quantity | null
}

/** A bare number that fills a table cell, with the unit of the table's heads where they state one; null elsewhere. */
function cellUnit(text: string, paragraph: Paragraph, quantity: Quantity, rulebook: RuleBook): Quantity | null {
  if (!paragraph.cell) return null
  const rest = text.slice(paragraph.start, quantity.from) + text.slice(quantity.end, paragraph.end)
  if (!/^[-\s]*(?:[[〔【]\d+[\]〕】])?\s*$/.test(rest)) return null
  const header = readHeaderUnit(paragraph.cell, rulebook.units)
  if (!header && isMoneyInCell(paragraph.cell, text.slice(quantity.start, quantity.end)))
    return { ...quantity, unit: '元', dimension: 'money', rules: ['quantity.impliedUnit', ...quantity.rules] }
  if (!header)
    return countsInCell(paragraph.cell) && quantity.numerals[0]?.script === 'digits'
      ? {
          ...quantity,
          dimension: isInShares(paragraph.cell) ? 'ratio' : null,
          rules: ['quantity.cell', ...quantity.rules],
        }
      : null
  const worth = 10 ** header.power * header.unit.worth
  const scale = (value: number | null): number | null =>
    value === null ? null : Number((value * worth).toPrecision(12))
  return {
    ...quantity,
    value: scale(quantity.value),
    min: scale(quantity.min),
    max: scale(quantity.max),
    resolution: scale(quantity.resolution),
    unit: header.unit.unit,
    dimension: header.unit.dimension,
    rules: ['quantity.headerUnit', header.unit.row, ...quantity.rules],
  }
}

const CURRENCY_GAP = /^(?:元|平方米|平方公里|人次|人|册|场次|美元)/
/** 产值达亿元, 人口万人: a multiplier that lost its number; 过亿元 and 近万名 keep their own. */
function isMissingNumber(text: string, numeral: Numeral, lineStart: number): boolean {
  if (!/^[万亿]+$/.test(numeral.text)) return false
  if (!CURRENCY_GAP.test(text.slice(numeral.end, numeral.end + 4))) return false
  if (/^(?:元|人次|册|人)?(?:以上|以下|以内|及以上|级)/.test(text.slice(numeral.end, numeral.end + 5))) return false
  const left = text.slice(Math.max(lineStart, numeral.start - 6), numeral.start)
  // 万人参加, 万人空巷: a crowd, where no word before asks for its number.
  if (
    /^人(?!次)[\u3400-\u9fff]/.test(text.slice(numeral.end, numeral.end + 2)) &&
    !/(?:[达为有共约计]|人口|观众|群众|游客|读者|接待|惠及)$/.test(left)
  )
    return false
  return !/(?:超|超过|过|近|逾|突破|上|破|数|几|每|成|将近|接近|不足|不到|约)$/.test(left)
}

/** Units that no word ends with by chance. */
const SURE_DIMENSIONS: ReadonlySet<string> = new Set(['money', 'visit', 'area', 'land', 'ratio', 'multiple', 'point'])
const MASS_NOUN = /^(?:m|mq|t)$/

/** What the segmenter takes a lone Chinese numeral for: part of a word (idiom), of a proper noun (name), or null for a number. */
function wordClass(
  text: string,
  numeral: Numeral,
  measured: number,
  lineStart: number,
  lineEnd: number,
  segmenter: Segmenter,
): 'idiom' | 'name' | null {
  const from = Math.max(lineStart, numeral.start - 10)
  const words = segmenter.tag(text.slice(from, Math.min(lineEnd, numeral.end + 10)))
  let at = from
  for (const { word, tag } of words) {
    const end = at + word.length
    if (at <= numeral.start && numeral.start < end) {
      // The token is the number itself, or the number with its unit (三成, 万名).
      if (at >= numeral.start && (end <= numeral.end || end === measured)) return null
      if (MASS_NOUN.test(tag)) return null
      if (tag === 'x') return /^[一两半零]/.test(numeral.text) ? 'idiom' : 'name'
      return /^(?:nr|ns|nt|nz|nrt|nrfg)/.test(tag) && !/^[一两半零]/.test(numeral.text) ? 'name' : 'idiom'
    }
    at = end
  }
  return null
}

/** The claim of the first mention rule that answers, with the rule's id; null where all are silent. */
function firstClaim(view: MentionView): { readonly claim: MentionClaim; readonly rule: string } | null {
  for (const rule of rulesFor(view)) {
    const claim = rule.claim(view)
    if (claim) return { claim, rule: rule.id }
  }
  return null
}

/** The class of every numeral of the text, with the quantities of those that are facts; removed numerals included. */
export function classifyNumerals(
  report: ReportText,
  rulebook: RuleBook,
  segmenter: Segmenter,
): { readonly readings: readonly Reading[]; readonly findings: readonly Finding[] } {
  const { document, reading } = report
  const { text } = reading
  const numerals = findNumerals(text)
  const listed = sharedUnits(text, numerals, rulebook)
  const enclosureAt = enclosureLookup(findEnclosures(text))
  const readings: Reading[] = []
  const findings: Finding[] = []
  const tell = (span: Span, kind: Finding['kind'], message: string): void => {
    findings.push({ document: document.id, ...reading.toSource(span), kind, message })
  }
  let paragraphIndex = 0
  let claimedTo = 0
  let lastQuantity: Quantity | undefined
  for (let index = 0; index < numerals.length; ) {
    const numeral = numerals[index]
    if (!numeral) break
    while (
      paragraphIndex + 1 < report.paragraphs.length &&
      (report.paragraphs[paragraphIndex + 1]?.start ?? 0) <= numeral.start
    )
      paragraphIndex++
    const paragraph = report.paragraphs[paragraphIndex]
    const inside = paragraph && paragraph.start <= numeral.start && numeral.start < paragraph.end
    const lineStart = inside ? paragraph.start : numeral.start
    const lineEnd = inside ? paragraph.end : numeral.end
    if (numeral.end <= claimedTo) {
      index++
      continue
    }
    const view: MentionView = {
      text,
      numeral,
      lineStart,
      lineEnd,
      quote: enclosureAt(numeral, 'quote'),
      title: enclosureAt(numeral, 'title'),
      chrome: inside === true && report.chrome(paragraph),
      inCell: inside === true && paragraph.cell !== null,
      rulebook,
    }
    const push = (span: Span, kind: MentionClass, rule: string, quantity: Quantity | null = null): void => {
      readings.push({ start: span.start, end: span.end, class: kind, rule, quantity })
    }
    const claimed = firstClaim(view)
    if (claimed) {
      const { claim, rule } = claimed
      push(claim, claim.class, rule)
      if (claim.class === 'time' && numeral.form === 'masked')
        tell(claim, 'masked_year', `A year is masked: ${text.slice(claim.start, claim.end)}`)
      claimedTo = Math.max(claimedTo, claim.end)
      index++
      continue
    }
    if (isMissingNumber(text, numeral, lineStart)) {
      tell(
        { start: numeral.start, end: numeral.end },
        'missing_number',
        `A number is missing before ${text.slice(numeral.start, numeral.end + 2)}`,
      )
      push(numeral, 'idiom', 'mention.missingNumber')
      index++
      continue
    }
    const read = readQuantity(text, numerals, index, listed[index] ?? null, rulebook)
    const lone = numeral.script === 'han' && numeral.form === 'plain' && !numeral.unit && numeral.text.length <= 2
    if (read && lone && read.quantity.numerals.length === 1) {
      // 万, 亿 before what is weighed or driven: 纸四万吨.
      const weighed =
        /^[一二两三四五六七八九十百千][万亿]$/.test(numeral.text) &&
        /^(?:mass|energy|volume)$/.test(read.quantity.dimension ?? '')
      const tenths = text.charAt(numeral.end) === '成' && read.quantity.unit === '%'
      const measured = read.quantity.unit !== '' && SURE_DIMENSIONS.has(read.quantity.dimension ?? '')
      // 三十余位, 二十多名: no word has 余 or 多 behind its number.
      const more = /[余多]$/.test(numeral.text) || /^[余多]/.test(text.slice(numeral.end))
      const hedged =
        measured ||
        weighed ||
        tenths ||
        more ||
        (read.quantity.from < numeral.start && /^[百千]万$/.test(numeral.text)) ||
        (read.quantity.from < numeral.start && read.quantity.unit !== '')
      const word =
        hedged || isPartOfCount(view)
          ? null
          : wordClass(text, numeral, read.quantity.end, lineStart, lineEnd, segmenter)
      if (word) {
        push(numeral, word, 'mention.word')
        index++
        continue
      }
    }
    // 千百万群众: a string of multipliers that spells no number.
    const spellsNone = numeral.form === 'plain' && numeral.value === null
    if (spellsNone && numeral.script === 'digits')
      tell(numeral, 'garbled_text', `A number cannot be read: ${numeral.text}`)
    const quantity =
      read &&
      !spellsNone &&
      (read.quantity.unit !== ''
        ? read.quantity
        : ((inside ? cellUnit(text, paragraph, read.quantity, rulebook) : null) ??
          impliedUnit(text, lineStart, read.quantity, lastQuantity)))
    if (read && quantity) {
      lastQuantity = quantity
      push(quantity, 'fact', quantity.rules[0] ?? 'quantity', quantity)
      if (quantity.modifier === 'masked')
        tell(quantity, 'masked_number', `Digits of a number are masked: ${text.slice(quantity.start, quantity.end)}`)
      claimedTo = Math.max(claimedTo, quantity.end)
      index += read.used
      continue
    }
    const isSerial =
      inside && paragraph.cell?.header === true && /^\d{1,3}$/.test(text.slice(lineStart, lineEnd).trim())
    push(numeral, isSerial ? 'enumeration' : loneClass(numeral, text), 'mention.bareNumber')
    index++
  }
  // （-） for a misread （一）: a label that no numeral reader takes.
  for (const match of allMatches(/（-）(?=[\u3400-\u9fff])/g, text)) {
    readings.push({
      start: match.index,
      end: match.index + match[0].length,
      class: 'enumeration',
      rule: 'mention.enumeration',
      quantity: null,
    })
  }
  for (const gap of findGaps(text)) tell(gap, gap.kind, gap.message)
  for (const edit of reading.edits) {
    if (edit.finding) findings.push({ document: document.id, start: edit.start, end: edit.end, ...edit.finding })
  }
  return { readings, findings }
}

/** A bare number that nothing explains: part of a word in Chinese, a number that points at something in digits. */
function loneClass(numeral: Numeral, text: string): MentionClass {
  if (numeral.script === 'han')
    return /^[一两半零]/.test(numeral.text) || !/[\u3400-\u9fff]/.test(text.charAt(numeral.end)) ? 'idiom' : 'name'
  const next = text.slice(numeral.end, numeral.end + 1)
  return /[\u3400-\u9fff]/.test(next) ? 'name' : 'reference'
}
