import { readLineKind } from './line-label.ts'

const ENDS_OPEN = /[\p{Script=Han}\p{L}\d，、,“（(《%％-]$/u
const ENDS_SENTENCE = /[。！？；!?;：:…”）)》]$/
const CAPTION = /^(?:附?[图表]|专栏)\s*\d/
const FULL_LINE = 18

/**
 * Whether a line was broken off at the margin and goes on in the next, as in files that were made from a PDF:
 * `…失业人员再就业 514` + `万人，就业困难人员…`. A heading or caption, which is short and never ends, is not broken off.
 */
export function isBrokenOff(line: string, next: string): boolean {
  if (line.length < FULL_LINE || !ENDS_OPEN.test(line) || CAPTION.test(line) || CAPTION.test(next)) return false
  if (readLineKind(next).kind !== 'paragraph') return false
  return ENDS_SENTENCE.test(next) || next.length >= FULL_LINE
}

/** Whether so many of the lines are broken off that the text was set line by line. */
export function isSetInLines(lines: readonly string[]): boolean {
  const full = lines.filter((line) => line.length >= FULL_LINE)
  const open = full.filter((line) => ENDS_OPEN.test(line))
  return full.length >= 4 && open.length >= full.length * 0.3
}

/** Two pieces of one line put together; Latin words keep a space between them. */
export function joinBroken(line: string, next: string): string {
  return /[A-Za-z]$/.test(line) && /^[A-Za-z]/.test(next) ? `${line} ${next}` : line + next
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '−': '⁻',
}

/**
 * What a raised piece of text stands for after `before`: an exponent in raised digits (`m` + `2` → `²`, `10` + `4` →
 * `⁴`), nothing for the mark of a note (`万元` + `1`, `[3]`), else its words as they are.
 */
export function readRaised(before: string, mark: string): string {
  const text = mark.trim()
  const exponent = /^[-−]?\d{1,2}$/.test(text)
  if (exponent && (/(?:[×x*]\s*10)$/i.test(before) || (/[A-Za-z]$/.test(before) && /^[-−]?[123]$/.test(text)))) {
    return [...text].map((sign) => RAISED[sign] ?? sign).join('')
  }
  return /^[[〔（(【]?(?:\d{1,3}|[①-⑳*＊†‡])[\]〕）)】]?(?:[,，、-]\d{1,3})*$/.test(text) ? '' : mark
}

/** Words set with a space after every character, closed up: `用 地 安 全` → `用地安全`. Two such characters stay. */
export function closeLetterspacing(text: string): string {
  return text.replace(/(?<![\p{Script=Han}])(?:\p{Script=Han} ){3,}\p{Script=Han}(?!\p{Script=Han})/gu, (words) =>
    words.replaceAll(' ', ''),
  )
}
