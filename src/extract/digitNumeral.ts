import { runAt, setOf } from '../text/charSets.ts'
import { decimalResolution, decimalValue, readDecimal, shiftDecimal } from './decimal.ts'
import { powerOf, readHanNumber } from './hanNumber.ts'
import { between, fraction, innerOf, matchAt, type NumeralReading, plain, withoutValue } from './numeral.ts'

const DATE = /(?:19|20)\d{2}([.\-/])(?:1[0-2]|0?[1-9])\1(?:[12]\d|3[01]|0?[1-9])(?!\d|\.\d)/y
const CLOCK = /(?:1\d|2[0-4]|0?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?![:：]?\d)/y
const PROPORTION_BEFORE = /比[例率值]?[为是：约]?$/
const PROPORTION_AFTER = /的?比/y
const MASKED =
  /\d+[_＿][\d_＿]*(?:\.[\d_＿]+)?|\d+[□○][\d□○]*(?=[余多]?[万亿]?[\u3400-\u9fff%])|\d{1,3}[xX×*]{1,3}(?=[余多]?[万亿]?(?:场|人次|人(?![民才])|名|册|件|家|个|项|次|元|座|处|支|台|部|篇|%|平方米))|(?:19|20)[\dlI]?(?:[xX×*□○]{1,2}(?=年)|[xX]{1,2}(?![A-Za-z\d]))/y
const MASK = /[_＿xX×*□○]/g
/** 12.3.5万册: two points, and nobody knows which one is meant. */
const TWO_POINTS = /\d{1,3}\.\d{1,3}\.\d{1,3}[万亿]+(?![\d.])/y
const RATIO = /([1-9])\/([2-9]|10)(?![\d/.年月日号版])/y
/** 20.2026年, 9.6月底: a label and a year or month are no decimal. */
const PRINTED =
  /\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?=\.(?:20[0-3]\d年|(?:1[0-2]|[1-9])月(?!均)))|\d+(?:\.\d+)?|\.\d+/y
/** A lone 千 before 克, 米, 瓦 … belongs to the unit, 百 and 千 before 分 to a ratio, 百 before 姓 to the people. */
const POWERS = /(?:[十百千]{0,2}[万亿]+|[十百千])(?![克米瓦伏赫卡帕焦分姓])/y
const SPACE_BEFORE_POWERS = /[ ]{1,2}(?=[万亿])/y
/** Groups that go on after 3万: 5千, 4百, 零30万. Each is worth less than the one before: no number has more of them. */
const GROUPS = /(?:[ ]?[零〇]?(?:\d{1,4}|[一二两三四五六七八九])[ ]?[十百千]{0,2}[十百千万亿](?![分姓])){1,24}/y
/** Digits that end such a number: 1万600, 1千零1. What begins another number (3亿2023年, 390万65岁) is left alone. */
const LAST_GROUP = /(?:[零〇]\d{1,4}|(?<!亿)\d{3,4})(?![\d.,%年月日号岁后])/y
const INNER = setOf('余多几来')
const MORE = /\+(?![\dA-Za-z一二三四五六七八九十])/y
/** 1+N, 5+2 add up parts of a programme; 100+, 10万+ say more than. */
const LEAST_WITH_PLUS = 30

/** What the ASCII digits or the point at `at` begin. */
export function readDigitNumeral(text: string, at: number): NumeralReading {
  const digits = runAt(DIGIT, text, at)
  // Most digits end before a Han character, and are a number.
  const special = BEHIND_SPECIAL[text.charCodeAt(at + digits.length)] === 1
  return (special ? readSpecial(text, at) : null) ?? readPrinted(text, at, special ? null : digits)
}

const DIGIT = setOf('0123456789')
const BEHIND_SPECIAL = setOf('.,，-/:：_＿xX×*□○lI')

function readSpecial(text: string, at: number): NumeralReading | null {
  return (
    readDate(text, at) ?? readClock(text, at) ?? readMasked(text, at) ?? readTwoPoints(text, at) ?? readRatio(text, at)
  )
}

const readTwoPoints = (text: string, at: number): NumeralReading | null =>
  matchAt(TWO_POINTS, text, at) ? withoutValue('plain', TWO_POINTS.lastIndex) : null

function readDate(text: string, at: number): NumeralReading | null {
  return matchAt(DATE, text, at) ? withoutValue('date', DATE.lastIndex) : null
}

/** 18:30, 9：05; not the proportion 1:10. */
function readClock(text: string, at: number): NumeralReading | null {
  if (!matchAt(CLOCK, text, at)) return null
  const end = CLOCK.lastIndex
  const proportion = PROPORTION_BEFORE.test(text.slice(Math.max(0, at - 3), at)) || matchAt(PROPORTION_AFTER, text, end)
  return proportion ? null : withoutValue('clock', end)
}

/** 20_0 → 2000–2090; 2_.6万 → 206000–296000. */
function readMasked(text: string, at: number): NumeralReading | null {
  const mask = matchAt(MASKED, text, at)
  if (!mask) return null
  const powers = powersAt(text, MASKED.lastIndex)
  const fill = (digit: string): number => worthOf(mask[0].replace(MASK, digit), powers).value
  return between('masked', MASKED.lastIndex + powers.length, fill('0'), fill('9'))
}

/** 1/3 → 33.3 %, where it is neither a date nor part of a longer run. */
function readRatio(text: string, at: number): NumeralReading | null {
  const ratio = matchAt(RATIO, text, at)
  if (!ratio || /[\d/.A-Za-z第]/.test(text.charAt(at - 1))) return null
  const [numerator, denominator] = [Number(ratio[1]), Number(ratio[2])]
  return numerator < denominator ? fraction(RATIO.lastIndex, shareOf(numerator, denominator)) : null
}

/** A share in percent, to twelve digits. */
export const shareOf = (numerator: number, denominator: number): number =>
  Number(((numerator / denominator) * 100).toPrecision(12))

const powersAt = (text: string, at: number): string =>
  POWER[text.charCodeAt(at)] === 1 ? (matchAt(POWERS, text, at)?.[0] ?? '') : ''
const POWER = setOf('十百千万亿')

function worthOf(printed: string, powers: string): { readonly value: number; readonly resolution: number } {
  const decimal = shiftDecimal(readDecimal(printed), powerOf(powers))
  return { value: decimalValue(decimal), resolution: decimalResolution(decimal) }
}

/** 103, 1,234.5, 1.2万亿, 3万5千4百, 10余万, 10万+. */
function readPrinted(text: string, at: number, digits: string | null): NumeralReading {
  const printed = digits ?? matchAt(PRINTED, text, at)?.[0] ?? text.charAt(at)
  const digitsEnd = at + printed.length
  const spaced = text.charAt(digitsEnd) === ' ' && matchAt(SPACE_BEFORE_POWERS, text, digitsEnd)
  const powersFrom = spaced ? SPACE_BEFORE_POWERS.lastIndex : digitsEnd
  const powers = powersOf(printed, text, powersFrom)
  const headEnd = powers ? powersFrom + powers.length : digitsEnd
  const groups = powers ? groupsAt(text, headEnd) : ''
  const grouped = groups ? readHanNumber(printed.replace(/[,，]/g, '') + powers + groups) : null
  const end = headEnd + (grouped ? groups.length : 0)
  const number = grouped ?? worthOf(printed, powers)
  return readInner(text, at, end) ?? plainOrMore(text, end, number.value, number.resolution)
}

/** Four digits take a 万 or 亿 and no smaller multiplier: 2023百佳 is no 202,300. */
function powersOf(printed: string, text: string, at: number): string {
  const powers = powersAt(text, at)
  return /^\d{4,}/.test(printed) && /^[十百千]/.test(powers) ? '' : powers
}

function groupsAt(text: string, at: number): string {
  const end = matchAt(GROUPS, text, at) ? GROUPS.lastIndex : at
  return text.slice(at, matchAt(LAST_GROUP, text, end) ? LAST_GROUP.lastIndex : end)
}

/** A vague word before the last multiplier: 10余万, 1亿3千多万. */
function readInner(text: string, at: number, end: number): NumeralReading | null {
  const word = text.charAt(end)
  if (INNER[text.charCodeAt(end)] !== 1) return null
  const powers = powersAt(text, end + 1)
  if (!powers) return null
  const written = text.slice(at, end)
  const number = /^[\d.,，]+$/.test(written)
    ? worthOf(written, powers)
    : readHanNumber(written.replace(/[,，]/g, '') + powers)
  return number && plain(end + 1 + powers.length, number.value, number.resolution, innerOf(word))
}

function plainOrMore(text: string, end: number, value: number, resolution: number): NumeralReading {
  return value >= LEAST_WITH_PLUS && text.charAt(end) === '+' && matchAt(MORE, text, end)
    ? plain(end + 1, value, resolution, 'over')
    : plain(end, value, resolution)
}
