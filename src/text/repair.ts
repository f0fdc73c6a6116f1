import type { Block } from '../model/document.ts'
import { damagedNumbers } from './damagedNumbers.ts'
import { allMatches } from './matches.ts'
import type { Edit } from './reading.ts'

/** A repair looks at the normalised text and its blocks and says what to read instead. */
export interface RepairRule {
  readonly id: string
  readonly because: string
  find(text: string, blocks: readonly Block[]): readonly Edit[]
}

const SENTENCE_END = /[。！？!?：；…”』」）》]/
const HAN = /[\u3400-\u9fff]/
const LABEL_AT_START =
  /^(?:[一二三四五六七八九十百]+[、.．]|（[一二三四五六七八九十\d]+）|\d{1,3}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十百]+[章节条部篇]|[一二三四五六七八九十]是|#|[-*•●■◆▲★>]|[A-Za-z]+[.．、])/

/** The characters of the last and first visible places around a line break. */
function lastVisible(text: string, before: number): number {
  let at = before - 1
  while (at >= 0 && /\s/.test(text.charAt(at))) at--
  return at
}

/** `优秀市民舞蹈团”⏎2、奖` : a sharing site numbers its pages in the middle of sentences. */
export const pageMarkers: RepairRule = {
  id: 'repair.pageMarkers',
  because: 'labels 1、 2、 3、 at line starts that run on through the text and cut sentences are page numbers',
  find(text) {
    const markers: { start: number; end: number; previous: number }[] = []
    let expected = 1
    for (const match of allMatches(/(?:^|\n)[ ]*(\d{1,3})、/g, text)) {
      if (Number(match[1]) !== expected) continue
      const end = match.index + match[0].length
      markers.push({ start: match.index, end, previous: lastVisible(text, match.index) })
      expected++
    }
    const following = markers.slice(1)
    const cutting = following.filter(({ previous }) => previous >= 0 && !SENTENCE_END.test(text.charAt(previous)))
    if (following.length < 2 || cutting.length * 2 < following.length) return []
    return markers.map(({ start, end, previous }, index) => {
      const joins = index > 0
      const from = joins ? previous + 1 : start + (text.charAt(start) === '\n' ? 1 : 0)
      return {
        start: from,
        end,
        replacement: '',
        rule: 'repair.pageMarkers',
        finding: {
          kind: 'page_marker' as const,
          message: `A page marker stands in the text: ${text.slice(start, end).trim()}`,
        },
        numerals: 'enumeration' as const,
      }
    })
  },
}

/** `202_>年`, a line that begins with `>`, `[bookmark: _GoBack]`: left over from conversions. */
export const strayMarks: RepairRule = {
  id: 'repair.strayMarks',
  because: 'quote signs and bookmark notes are left over from a conversion',
  find(text) {
    const edits: Edit[] = []
    const edit = (start: number, end: number): Edit => ({
      start, end, replacement: '', rule: 'repair.strayMarks', finding: null, numerals: 'reference',
    }) // biome-ignore format: one edit
    for (const match of allMatches(/\[bookmark：?:?[^\]\n]{0,40}\]/g, text))
      edits.push(edit(match.index, match.index + match[0].length))
    const quoted = text.includes('>') ? allMatches(/(^|\n)([ ]*)>+[ ]*/g, text) : []
    for (const match of quoted) {
      const start = match.index + (match[1] ?? '').length + (match[2] ?? '').length
      edits.push(edit(start, match.index + match[0].length))
    }
    for (const match of allMatches(/>(?<=[_\d]>)(?=[年月日])/g, text)) edits.push(edit(match.index, match.index + 1))
    return edits
  },
}

/** `演出 36 场 次` → 演出36场次: spaces between Han characters and digits carry nothing. */
export const innerSpaces: RepairRule = {
  id: 'repair.innerSpaces',
  because: 'spaces between a number and the Han characters around it are layout',
  find(text) {
    const edits: Edit[] = []
    const drop = (start: number, end: number): void => {
      edits.push({ start, end, replacement: '', rule: 'repair.innerSpaces', finding: null, numerals: null })
    }
    const dropWithin = (match: RegExpExecArray, rest: RegExp): void => {
      // What goes on behind a run is looked at once: no shorter run would end before a unit.
      if (!rest.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4))) return
      for (const space of match[0].matchAll(/ /g)) drop(match.index + space.index, match.index + space.index + 1)
    }
    // 3 5 5 5 万人, 1 9 9 7 年, 4 ．5 ％: a number set with a space behind every digit.
    for (const match of allMatches(/\d(?<![\d.]\d)(?: ?\.? \d| \.\d)+/g, text)) {
      if (/^\d(?: \d| ?\. ?\d)*$/.test(match[0]))
        dropWithin(match, /^(?: ?[年月日%‰万亿多余个元人名场次册件项家处公吨亩千百\u3400-\u9fff])/)
    }
    // 1 200平方米: a space may divide thousands.
    for (const match of allMatches(/\d(?<![\d.]\d)\d{0,2}(?: \d{3})+(?:\.\d+)?/g, text))
      dropWithin(match, /^(?! ?年) ?[\u3400-\u9fff]/)
    // The space before a number is dropped only where the word before is not a label or a line's indent.
    for (const match of allMatches(/ (?<=[\u3400-\u9fff（）”] ) *(?=\d)/g, text))
      drop(match.index, match.index + match[0].length)
    for (const match of allMatches(/ (?<=[\d%余多万亿] ) *(?=[\u3400-\u9fff%‰])/g, text)) {
      const before = text.slice(Math.max(0, match.index - 6), match.index)
      if (/(?:^|\n)[ ]*\d{1,2}$/.test(before)) continue
      drop(match.index, match.index + match[0].length)
    }
    for (const match of allMatches(/ (?<=\d[余多]?[万亿]?[ ]?[\u4e00-\u9fff] ) *(?=[次个名人]\b|[次])/g, text))
      drop(match.index, match.index + match[0].length)
    for (const match of allMatches(/ (?<=[年月\d] ) *(?=[年月日])/g, text))
      drop(match.index, match.index + match[0].length)
    return edits
  },
}

const OCR_DIGIT: Readonly<Record<string, string>> = { I: '1', l: '1', '|': '1', O: '0', o: '0', S: '5', B: '8', Z: '2' }

const MEASURED =
  /^[余多]?[万亿]?(?:册|场|人|名|个|种|件|次|项|家|处|支|期|篇|份|张|本|元|年|座|台|套|幅|户|所|辆|条|部|队|班|节|亩|吨|天|小时|公里|米|平方米|倍|%)/
/** Measure words that hardly begin another word: a lone letter before one of them is a number. */
const MEASURED_FOR_SURE =
  /^(?:万|个(?![人体别])|人次|名(?![单称])|册|场次|场(?![地馆所])|家(?![庭长])|件|支(?![部持出]))/

/** What a run of digits and letters that look like them is read as; null where it may be something else. */
function readLetters(run: string, before: string, after: string): string | null {
  if (!/[A-Za-z|]/.test(run) || !/[\dIlOo]$/.test(run)) return null
  const measured = MEASURED.test(after) || (/^[余多]?[月日]/.test(after) && /^[\dIlOo]+$/.test(run))
  if (!measured) return null
  const digits = [...run].map((char) => OCR_DIGIT[char] ?? char).join('')
  if (/\d/.test(run)) return run.length >= 2 ? digits : null
  if (/^[Il][Oo]{1,6}$/.test(run)) return digits
  // ll个 is eleven, II期 the second stage; l人 after 表 or 图 is a label.
  const sure = MEASURED_FOR_SURE.test(after) && /[\u3400-\u9fff]$/.test(before) && !/[图表第附]$/.test(before)
  return sure && /^(?:l|[lI]{2,3})$/.test(run) ? digits : null
}

/** `IOOO册` → 1000册, `l2场` → 12场, `1O.5%` → 10.5%, `ll个` → 11个: letters where only digits make sense. */
export const ocrDigits: RepairRule = {
  id: 'repair.ocrDigits',
  because: 'letters that look like digits, in a run that ends at a measure word, are misread digits',
  find(text) {
    const edits: Edit[] = []
    for (const match of allMatches(
      /[\dIlOoSBZ][\dIlOo|SBZ]*(?:[,，][\dIlOo]{3}(?![\dIlOo]))*(?:\.[\dIlOoSBZ]+)?/g,
      text,
    )) {
      const [all] = match
      const end = match.index + all.length
      // Behind a letter, a digit or a sign that joins them the run is no number; behind a stroke within it one may begin.
      const joined = /[A-Za-z\d._-]/.test(text.charAt(match.index - 1))
      const run = joined ? (all.includes('|') ? all.slice(all.indexOf('|') + 1) : '') : all
      const start = end - run.length
      const digits = readLetters(run, text.slice(Math.max(0, start - 1), start), text.slice(end, end + 6))
      if (digits === null) continue
      edits.push({
        start,
        end,
        replacement: digits,
        rule: 'repair.ocrDigits',
        finding: { kind: 'ocr_repair', message: `Letters were misread for digits: ${run} is read as ${digits}` },
        numerals: null,
      })
    }
    return edits
  },
}

/** `二O支` → 二〇支, `一0五个` → 一〇五个: a letter or digit for the zero among Han digits. */
export const ocrHanZero: RepairRule = {
  id: 'repair.ocrHanZero',
  because: 'an O or 0 among Han digits that go on to a measure word is a misread 〇',
  find(text) {
    const edits: Edit[] = []
    for (const match of allMatches(
      /[一二三四五六七八九][一二三四五六七八九〇○OoО0]*[○OoО0][一二三四五六七八九〇○OoО0]*/g,
      text,
    )) {
      const [all] = match
      const end = match.index + all.length
      const before = text.charAt(match.index - 1)
      const after = text.slice(end, end + 6)
      // 二O年代 and 二O一九年 are read as years.
      if (/[A-Za-z\d十百千万亿两〇零第]/.test(before) || /^年/.test(after) || !MEASURED.test(after)) continue
      const digits = all.replace(/[○OoО0]/g, '〇')
      edits.push({
        start: match.index,
        end,
        replacement: digits,
        rule: 'repair.ocrHanZero',
        finding: { kind: 'ocr_repair', message: `A letter was misread for 〇: ${all} is read as ${digits}` },
        numerals: null,
      })
    }
    return edits
  },
}

/** `发行5，6万份` → 5.6万份: a decimal point that was read as a comma. */
export const commaPoint: RepairRule = {
  id: 'repair.commaPoint',
  because:
    'a number without a unit does not end before a comma: one or two digits behind it, up to 万, 亿 or %, are decimals, unless figures are listed',
  find(text) {
    const edits: Edit[] = []
    for (const match of allMatches(/\d{1,3} ?[,，] ?\d{1,2}(?=[余多]?(?:[万亿%‰倍]|个百分点))/g, text)) {
      const [all] = match
      const before = text.slice(Math.max(0, match.index - 12), match.index)
      // 分别为3，5万: figures of two things; 第5，6亿 and 2，5，6万 are lists.
      if (!/[\u3400-\u9fff] ?$/.test(before) || /[第前]$/.test(before)) continue
      if (/(?:分别|依次|各为|各是)[^，。；]*$/.test(before)) continue
      const point = all.replace(/ ?[,，] ?/, '.')
      edits.push({
        start: match.index,
        end: match.index + all.length,
        replacement: point,
        rule: 'repair.commaPoint',
        finding: { kind: 'ocr_repair', message: `A comma stands for a decimal point: ${all} is read as ${point}` },
        numerals: null,
      })
    }
    return edits
  },
}

/** `12 .5万人次`, `98. 6%` → 98.6%, `达45。6万人次` → 45.6万人次: a decimal point that was set or read apart. */
export const brokenPoint: RepairRule = {
  id: 'repair.brokenPoint',
  because:
    'a point with a space on one side, or a full stop, inside a number that goes on to its unit is a decimal point',
  find(text) {
    const edits: Edit[] = []
    for (const match of allMatches(/\d{1,4}(?: \.|\. |。)\d{1,3}/g, text)) {
      const [all] = match
      const end = match.index + all.length
      const before = text.slice(Math.max(0, match.index - 4), match.index)
      // 12. 5亿元产业 at the head of a line or sentence is item 12; 。 parts sentences unless a verb waits for the number.
      if (
        !/[\u3400-\u9fff] ?$/.test(before) ||
        (all.includes('。') && !/(?:[达约近过超]|达到|增加到|增至) ?$/.test(before))
      )
        continue
      const after = text.slice(end, end + 6)
      if (/^\d/.test(after) || !(/^ ?[余多]?[万亿%]/.test(after) || (MEASURED.test(after) && !all.includes('。'))))
        continue
      edits.push({
        start: match.index,
        end,
        replacement: all.replace(/ ?[.。] ?/, '.'),
        rule: 'repair.brokenPoint',
        finding: {
          kind: 'ocr_repair',
          message: `A decimal point was set apart: ${all} is read as ${all.replace(/ ?[.。] ?/, '.')}`,
        },
        numerals: null,
      })
    }
    return edits
  },
}

/** `80%o区图书馆` → 80%。区图书馆: a full stop misread as the letter o. */
export const ocrFullStop: RepairRule = {
  id: 'repair.ocrFullStop',
  because:
    'an o between a percent sign and a Han character is a misread full stop, unless a rate in per mille is meant',
  find(text) {
    const edits: Edit[] = []
    for (const match of allMatches(/[oO0](?<=\d%.)(?=[\u3400-\u9fff\n]|$)/g, text)) {
      const clause = text.slice(Math.max(0, match.index - 24), match.index)
      const permille = /(?:出生率|死亡率|自然增长率|人口增长率)[^，。；\n]*$/.test(clause)
      edits.push({
        start: permille ? match.index - 1 : match.index,
        end: match.index + 1,
        replacement: permille ? '‰' : '。',
        rule: 'repair.ocrFullStop',
        finding: { kind: 'ocr_repair', message: `%o is read as ${permille ? '‰' : '% and a full stop'}` },
        numerals: null,
      })
    }
    return edits
  },
}

/** `39⏎个`, and lines wrapped at a fixed width: a break inside a sentence. */
export const lineWraps: RepairRule = {
  id: 'repair.lineWraps',
  because: 'a line that ends inside a sentence at the width of its neighbours was wrapped',
  find(text, blocks) {
    const edits: Edit[] = []
    const lines = blocks.filter((block) => block.cell === null)
    const widths = lines.map((line) => line.end - line.start).sort((a, b) => a - b)
    const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
    const near = lines.filter((line) => line.end - line.start >= wide - 5 && line.end - line.start <= wide + 2).length
    const wrapped = lines.length >= 6 && wide >= 18 && wide <= 60 && near * 2 >= lines.length
    for (let index = 0; index + 1 < lines.length; index++) {
      const line = lines[index]
      const next = lines[index + 1]
      if (!line || !next || next.index !== line.index + 1) continue
      const last = text.charAt(line.end - 1)
      const head = text.slice(next.start, next.start + 8)
      const between = text.slice(line.end, next.start)
      if (/\n\s*\n/.test(between) || !/\n/.test(between)) continue
      const indented = /\n[ ]{2,}$/.test(between)
      const splitNumber =
        /\d[余多万亿]?$/.test(text.slice(line.start, line.end)) &&
        /^[余多万亿]?(?:个|场|人|名|册|件|次|项|家|处|支|期|篇|元|%|座|台|套|平方米|起(?![来到点步])|户(?![籍外口])|所(?![有以属在])|部(?![门分署级队])|条(?![件例款])|亩|公里|小时|天(?![然津])|份(?!额)|幅(?!员)|首(?![先届批府]))/.test(
          head,
        )
      const cutSentence =
        wrapped &&
        !SENTENCE_END.test(last) &&
        !indented &&
        line.end - line.start >= wide - 5 &&
        line.kind !== 'heading' &&
        !LABEL_AT_START.test(head)
      if (!splitNumber && !cutSentence) continue
      edits.push({
        start: line.end,
        end: next.start,
        replacement: '',
        rule: 'repair.lineWraps',
        finding: splitNumber
          ? { kind: 'broken_sentence', message: 'A line break stands between a number and its unit' }
          : null,
        numerals: null,
      })
    }
    return edits
  },
}

/** `?文化软实力?` → “文化软实力”: quotation marks lost in a conversion. */
export const lostQuotes: RepairRule = {
  id: 'repair.lostQuotes',
  because: 'question marks in pairs around short Han phrases are lost quotation marks',
  find(text) {
    const pairs = [...allMatches(/\?([^?。！\n]{1,24})\?/g, text)].filter((match) => HAN.test(match[1] ?? ''))
    if (pairs.length < 3) return []
    return pairs.flatMap((match) =>
      [match.index, match.index + match[0].length - 1].map((at, side) => ({
        start: at,
        end: at + 1,
        replacement: side === 0 ? '“' : '”',
        rule: 'repair.lostQuotes',
        finding:
          side === 0
            ? { kind: 'garbled_text' as const, message: 'Quotation marks were lost and stand as question marks' }
            : null,
        numerals: null,
      })),
    )
  },
}

/** In this order: the first repair of a stretch stands. */
export const REPAIR_RULES: readonly RepairRule[] = [
  strayMarks, pageMarkers, lineWraps, ocrDigits, ocrHanZero, ocrFullStop, commaPoint, brokenPoint, damagedNumbers, lostQuotes, innerSpaces,
] // biome-ignore format: an order to read

/** All repairs of a text, in order of place; where two meet, the earlier rule's stands. */
export function findRepairs(text: string, blocks: readonly Block[]): readonly Edit[] {
  const covered = new Uint8Array(text.length)
  const taken: Edit[] = []
  for (const rule of REPAIR_RULES) {
    for (const edit of rule.find(text, blocks)) {
      if (covered.subarray(edit.start, edit.end).includes(1)) continue
      covered.fill(1, edit.start, edit.end)
      taken.push(edit)
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}
