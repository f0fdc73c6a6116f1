import type { Span } from '../model/span.ts'
import { type Decimal, decimalResolution, decimalValue, readDecimal, shiftDecimal } from './decimal.ts'
import { isHanDigit, isHanPower, powerOf, readHanNumber } from './hanNumber.ts'

/**
 * How a numeral states its number:
 * `plain` 103, 三十; `masked` 20_0; `approximate` 两三, 七八十; `several` 数十, 几百; `order` 上百, 上万;
 * `fraction` 三分之二; `date` 2023-05-18; `clock` 18:30.
 */
export type NumeralForm = 'plain' | 'masked' | 'approximate' | 'several' | 'order' | 'fraction' | 'date' | 'clock'

/** A maximal run that writes one number, with the bounds that the writing itself gives. */
export interface Numeral extends Span {
  readonly text: string
  readonly script: 'digits' | 'han'
  readonly form: NumeralForm
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly resolution: number | null
  /** A vague word inside the number: 10余万, 二十几万 → over. */
  readonly inner: 'over' | null
  /** `%` where the numeral itself is a ratio (百分之三十), else null. */
  readonly unit: string | null
}

const HAN = '〇零一二两三四五六七八九十百千万亿'
const DATE = /(?:19|20)\d{2}([.\-/])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![\d.])/y
const CLOCK = /\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)/y
const MASKED = /\d+[_＿][\d_＿]*|(?:19|20)\d?(?:[xX×*]{1,2}(?=年)|[xX]{1,2}(?![a-zA-Z]))/y
const DIGITS = /\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y
const POWER_TAIL = /[ \u3000]?([余多几来]?)([十百千万亿]+)(?![克米瓦伏赫卡帕焦分])/y
const NEXT_GROUP = /[ \u3000]?[零〇]?(\d+(?:\.\d+)?)[ \u3000]?([十百千万]+)?/y
const SEVERAL = /(?:好几|[数几])([十百千万亿]+)/y
const ORDER = /(?:上|成百上|成)([百千万亿]+)/y
const HAN_RUN = new RegExp(`[${HAN}]+(?:[余多几来](?=[十百千万亿])[十百千万亿]+)?(?:几(?![十百千万亿]))?`, 'y')
const FORMAL_RUN = /[壹贰叁肆伍陆柒捌玖拾佰仟萬億零〇十百千万亿]+/y
const HAN_POINT = /[点](?=[〇零一二两三四五六七八九])[〇零一二两三四五六七八九]+[十百千万亿]*/y
const PART_OF = /[ ]?分[ ]?之[ ]?/y
const FORMAL_DIGIT = /[壹贰叁肆伍陆柒捌玖]/
/** Characters that make 数 or 几 the end of another word: 人数百余, 次数上千. */
const BEFORE_NUMBER_WORD = /[人次总件户多少半指岁倍无参函整系代分基位个篇册家项场期点]/

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface Reading {
  readonly end: number
  readonly form: NumeralForm
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly resolution: number | null
  readonly inner: 'over' | null
  readonly unit?: string
}

const plain = (end: number, value: number, resolution: number, inner: 'over' | null = null): Reading => ({
  end,
  form: 'plain',
  value,
  min: value,
  max: inner ? null : value,
  resolution,
  inner,
})

function readMasked(match: string, end: number): Reading {
  const fill = (digit: string): number => Number(match.replace(/[_＿xX×*]/g, digit))
  return { end, form: 'masked', value: null, min: fill('0'), max: fill('9'), resolution: null, inner: null }
}

function readDigits(text: string, at: number): Reading {
  const date = matchAt(DATE, text, at)
  if (date) {
    return { end: DATE.lastIndex, form: 'date', value: null, min: null, max: null, resolution: null, inner: null }
  }
  const clock = matchAt(CLOCK, text, at)
  if (clock) {
    return { end: CLOCK.lastIndex, form: 'clock', value: null, min: null, max: null, resolution: null, inner: null }
  }
  const masked = matchAt(MASKED, text, at)
  if (masked) {
    const reading = readMasked(masked[0], MASKED.lastIndex)
    const tail = matchAt(POWER_TAIL, text, reading.end)
    if (!tail || reading.min === null || reading.max === null) return reading
    const worth = 10 ** powerOf(tail[2] ?? '')
    return { ...reading, end: POWER_TAIL.lastIndex, min: reading.min * worth, max: reading.max * worth }
  }
  const run = matchAt(DIGITS, text, at)
  const printed = run?.[0] ?? text.charAt(at)
  const end = at + printed.length
  let decimal: Decimal = readDecimal(printed)
  const tail = matchAt(POWER_TAIL, text, end)
  if (!tail) return plain(end, decimalValue(decimal), decimalResolution(decimal))
  decimal = shiftDecimal(decimal, powerOf(tail[2] ?? ''))
  let last = POWER_TAIL.lastIndex
  if (tail[1]) return plain(last, decimalValue(decimal), decimalResolution(decimal), 'over')
  // 3万5千4百, 1亿2000万: further groups, each of lower worth than the one before.
  let value = decimalValue(decimal)
  let resolution = decimalResolution(decimal)
  let floor = powerOf(tail[2] ?? '')
  for (let group = matchAt(NEXT_GROUP, text, last); group; group = matchAt(NEXT_GROUP, text, last)) {
    const power = powerOf(group[2] ?? '')
    const part = shiftDecimal(readDecimal(group[1] ?? ''), power)
    if (decimalValue(part) >= 10 ** floor || (group[1] ?? '').length > 4 || /^[ \u3000]/.test(group[0])) break
    value += decimalValue(part)
    resolution = decimalResolution(part)
    floor = power
    last = NEXT_GROUP.lastIndex
    if (power === 0) break
  }
  return plain(last, value, resolution)
}

/** 两三 → 2–3, 十七八 → 17–18, 三四十万 → 300000–400000; null where the digits do not name two neighbours. */
function readApproximate(run: string): { readonly min: number; readonly max: number } | null {
  const pair =
    /^([一二三四五六七八九]?十|[一二三四五六七八九]百)?([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(
      run,
    )
  if (!pair) return null
  const [, head = '', low = '', high = '', powers = ''] = pair
  const lowValue = readHanNumber(low)?.value ?? 0
  const highValue = readHanNumber(high)?.value ?? 0
  if (highValue !== lowValue + 1 && !(lowValue === 3 && highValue === 5)) return null
  const min = readHanNumber(head + low + powers)
  const max = readHanNumber(head + high + powers)
  return min && max ? { min: min.value, max: max.value } : null
}

function readHan(text: string, at: number): Reading | null {
  const run = matchAt(HAN_RUN, text, at)
  if (!run) return null
  const first = run[0].charAt(0)
  // 两三百, 十几: the vague word is part of the run.
  const vague = /[余多几来]/.exec(run[0])
  let printed = run[0]
  let end = HAN_RUN.lastIndex
  const point = vague ? null : matchAt(HAN_POINT, text, end)
  if (point && readHanNumber(printed + point[0])) {
    printed += point[0]
    end = HAN_POINT.lastIndex
  }
  // 2千零30万 and the like: a Han head goes on in digits only after a multiplier.
  if (vague) {
    const number = readHanNumber(printed.replace(/[余多几来]/, ''))
    if (!number) return null
    return plain(end, number.value, number.resolution, 'over')
  }
  const approximate = readApproximate(printed)
  if (approximate) {
    return { end, form: 'approximate', value: null, ...approximate, resolution: null, inner: null }
  }
  const number = readHanNumber(printed)
  if (!number) {
    // 一十百千万 and other strings that spell no number: one mention, no value.
    return { end, form: 'plain', value: null, min: null, max: null, resolution: null, inner: null }
  }
  if (first === '零' && printed.length === 1) return plain(end, 0, 1)
  return plain(end, number.value, number.resolution)
}

function readFormal(text: string, at: number): Reading | null {
  const run = matchAt(FORMAL_RUN, text, at)
  if (!run || !FORMAL_DIGIT.test(run[0])) return null
  const next = text.charAt(FORMAL_RUN.lastIndex)
  if (run[0].length < 2 && !/[元圆角分]/.test(next)) return null
  const number = readHanNumber(run[0])
  return number ? plain(FORMAL_RUN.lastIndex, number.value, number.resolution) : null
}

/** 数十 and 几百 from twice to ten times the order; the words say no more. */
function readSeveral(powers: string, end: number): Reading {
  const order = 10 ** powerOf(powers)
  return { end, form: 'several', value: null, min: 2 * order, max: 10 * order, resolution: null, inner: null }
}

/** `denominator分之numerator`: 百分之三十 → 30 %, 三分之二 → 2/3. */
function readFraction(text: string, head: Reading, at: number): Reading | null {
  if (!matchAt(PART_OF, text, head.end) || head.value === null || head.value <= 1) return null
  const from = PART_OF.lastIndex
  const tail = readNumber(text, from)
  if (!tail || tail.value === null) return null
  const denominator = head.value
  const written = text.slice(at, head.end)
  if (written === '百' || written === '一百') {
    return { ...tail, form: 'plain', unit: '%' }
  }
  if (written === '千' || written === '一千') return { ...tail, form: 'plain', unit: '‰' }
  const percent = Number(((tail.value / denominator) * 100).toPrecision(12))
  const bound = (value: number | null): number | null => (value === null ? null : percent)
  return { ...tail, form: 'fraction', value: percent, min: percent, max: bound(tail.max), resolution: null, unit: '%' }
}

function readNumber(text: string, at: number): Reading | null {
  const char = text.charAt(at)
  if (/[\d.]/.test(char)) return readDigits(text, at)
  return readFormal(text, at) ?? readHan(text, at)
}

function readAt(text: string, at: number, char: string): Reading | null {
  const before = text.charAt(at - 1)
  if (char >= '0' && char <= '9') {
    const digits = readDigits(text, at)
    return readFraction(text, digits, at) ?? digits
  }
  if (char === '.' && /\d/.test(text.charAt(at + 1)) && !/[\d\w.]/.test(before)) return readDigits(text, at)
  if (char === '数' || char === '几' || char === '好') {
    const several = BEFORE_NUMBER_WORD.test(before) && char === '数' ? null : matchAt(SEVERAL, text, at)
    return several ? readSeveral(several[1] ?? '', SEVERAL.lastIndex) : null
  }
  if (char === '上' || char === '成') {
    const order = /[以之历会网线路马晚早加跟赶班史身世基]/.test(before) ? null : matchAt(ORDER, text, at)
    if (!order || (char === '成' && !order[0].startsWith('成百上') && !order[0].startsWith('成千'))) return null
    const worth = 10 ** powerOf(order[1] ?? '')
    return { end: ORDER.lastIndex, form: 'order', value: worth, min: worth, max: null, resolution: null, inner: 'over' }
  }
  if (char === '半') return { ...plain(at + 1, 0.5, 0.5), resolution: null }
  if (isHanDigit(char) || isHanPower(char)) {
    const number = readNumber(text, at)
    if (!number) return null
    return readFraction(text, number, at) ?? number
  }
  return null
}

/** Han numerals that are common parts of other words, and count only in runs: 陆地, 队伍. */
const AMBIGUOUS = new Set(['陆', '伍', '拾', '佰', '仟', '兆', '幺', '俩', '萬', '億'])

/**
 * All numerals of `text`, in order, none overlapping: every run of digits and every run of Chinese numerals is in one.
 * What each stands for is not decided here.
 */
export function findNumerals(text: string): readonly Numeral[] {
  const found: Numeral[] = []
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at)
    const code = text.charCodeAt(at)
    const candidate =
      (code >= 48 && code <= 57) ||
      code === 46 ||
      (code > 0x3000 && (isHanDigit(char) || isHanPower(char) || '半数几上成好'.includes(char)))
    const reading = candidate ? readAt(text, at, char) : null
    if (!reading || (AMBIGUOUS.has(char) && reading.end === at + 1 && !/[元圆]/.test(text.charAt(reading.end)))) {
      at++
      continue
    }
    const { end, unit, ...rest } = reading
    const script = code < 128 ? 'digits' : 'han'
    found.push({ start: at, end, text: text.slice(at, end), script, unit: unit ?? null, ...rest })
    at = end
  }
  return found
}
