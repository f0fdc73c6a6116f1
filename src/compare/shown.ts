import type { Fact } from '../model/fact.ts'
import type { Change } from './change.ts'

/** A way to write a number. */
export type ShowNumber = (value: number) => string

/** A figure as a person reads it, with the sign of what is known of it: ≥ 1,000, ~ 300, 20–30. */
export function shownValue(
  fact: Pick<Fact, 'value' | 'min' | 'max' | 'modifier'>,
  shownNumber: ShowNumber = plainNumber,
): string {
  const { value, min, max, modifier } = fact
  if (modifier === 'exact' && value !== null) return shownNumber(value)
  if (modifier === 'about' && value !== null) return `~ ${shownNumber(value)}`
  if (min !== null && max !== null) return min === max ? shownNumber(min) : `${shownNumber(min)}–${shownNumber(max)}`
  if (min !== null) return `≥ ${shownNumber(min)}`
  if (max !== null) return `≤ ${shownNumber(max)}`
  return value === null ? '?' : `~ ${shownNumber(value)}`
}

/** Digits after the point beyond these come of binary arithmetic only. */
const DIGITS = 12
/** Below this a number has room for them: 17 digits are all that a number holds. */
const FINE = 1e4

/** A number with thousands set off; no digit is rounded away. */
export function plainNumber(value: number): string {
  const size = Math.abs(value)
  const text = size < FINE ? size.toFixed(DIGITS).replace(/\.?0+$/, '') : wholeForm(size)
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 && text !== '0' ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** A number as JavaScript prints it, without an exponent. */
function wholeForm(value: number): string {
  const text = String(value)
  return text.includes('e') ? BigInt(value).toString() : text
}

/** A number as Chinese reports print it, in 万, 亿 or 万亿 where that is shorter; no digit is rounded away: 875000000 → 8.75亿. */
export function chineseNumber(value: number): string {
  return shortestForm(value, CHINESE_SCALES)
}

/** The same in English words: 134908400000000 → 134.9084 trillion. */
export function englishNumber(value: number): string {
  return shortestForm(value, ENGLISH_SCALES)
}

type Scales = readonly (readonly [worth: number, name: string])[]

const CHINESE_SCALES: Scales = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
]
const ENGLISH_SCALES: Scales = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
]

const marksOf = (text: string) => text.replace(' ', '').length

function shortestForm(value: number, scales: Scales): string {
  const plain = plainNumber(value)
  const scaled = scales
    .filter(([worth]) => Math.abs(value) >= worth)
    .map(([worth, name]) => `${plainNumber(Number((value / worth).toPrecision(15)))}${name}`)
  return scaled.reduce((shortest, one) => (marksOf(one) < marksOf(shortest) ? one : shortest), plain)
}

/** A change in base units with its sign, as sharp as it is known: +120, ≥ +20, -5…+3; — where there is none. */
export function shownDifference(change: Change, shown: ShowNumber = plainNumber): string {
  return shownChange(change, change.difference, change.difference_low, change.difference_high, (value) =>
    signed(value, shown),
  )
}

/** The same in percent with one decimal; nothing for ratios, whose change is told in points. */
export function shownPercent(change: Change): string {
  const inPercent = (value: number) => `${signed(Math.round(value * 10) / 10, plainNumber)}%`
  if (change.percent === null && change.percent_low === null && change.percent_high === null) return ''
  return shownChange(change, change.percent, change.percent_low, change.percent_high, inPercent)
}

function shownChange(
  change: Change,
  printed: number | null,
  low: number | null,
  high: number | null,
  shown: ShowNumber,
): string {
  if (change.comparison === 'none') return '—'
  if (printed !== null) return change.comparison === 'approximate' ? `~ ${shown(printed)}` : shown(printed)
  if (low !== null && high !== null) return low === high ? shown(low) : `${shown(low)}…${shown(high)}`
  if (low !== null) return `≥ ${shown(low)}`
  return high !== null ? `≤ ${shown(high)}` : '—'
}

/** A number with its sign; no digits that only the arithmetic of fractions brought in. */
function signed(value: number, shown: ShowNumber): string {
  return `${value > 0 ? '+' : ''}${shown(Number(value.toPrecision(12)))}`
}
