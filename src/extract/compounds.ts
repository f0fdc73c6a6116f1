import type { Lexicon } from '../rulebook/lexicon.ts'
import type { UnitRow } from '../rulebook/schema.ts'
import type { Numeral } from './numeral.ts'
import { readUnit, type UnitReading } from './units.ts'

/** A number said in two units or with a half behind its unit: 两米半, 三米九, 123元1角1分, 两个半小时. */
export interface Compound {
  readonly end: number
  /** How many numerals it takes. */
  readonly used: number
  /** In `unit`, before its worth is multiplied in. */
  readonly value: number
  readonly resolution: number
  readonly unit: UnitReading
}

/** Worth of the small money words in 元; 块 is money only where one of them, or a bare digit, follows. */
const SMALL_MONEY: Readonly<Record<string, number>> = { 角: 0.1, 毛: 0.1, 分: 0.01 }
const LARGE_MONEY = /^(?:元|圆|块)$/
/** Measures that a half or a bare digit goes on (两米半, 一米八); 场半 and 人九 are none. */
const DIVISIBLE: ReadonlySet<string> = new Set([
  'length',
  'mass',
  'area',
  'land',
  'volume',
  'hours',
  'duration',
  'multiple',
  'money',
])
const END = /^(?:[，。；：、！？）|\s]|以[上下内]|左右|的|到|至|$)/
const OWN_HALF = /^(?:年|天|日|月|个|场|程|价|数)/

const exact = (value: number): number => Number(value.toPrecision(15))
const single = (numeral: Numeral): boolean =>
  numeral.form === 'plain' && /^[\d一二三四五六七八九壹贰叁肆伍陆柒捌玖]$/.test(numeral.text)

/**
 * The compound that begins at `numerals[index]`, whose own unit ends at `first.end`; null where the number ends with that
 * unit. The half of 两个半小时 stands before the unit that it belongs to.
 */
export function readCompound(
  text: string,
  numerals: readonly Numeral[],
  index: number,
  first: UnitReading,
  units: Lexicon<UnitRow>,
): Compound | null {
  const head = numerals[index]
  const next = numerals[index + 1]
  if (!head || head.value === null || head.inner || !next || next.start !== first.end) return null
  const whole = { value: head.value, unit: first }
  return (
    readHalfBefore(text, whole, next, units) ??
    readHalfBehind(text, whole, next) ??
    readMoney(text, numerals, index, first) ??
    readTenthsBehind(text, whole, next)
  )
}

interface Whole {
  readonly value: number
  readonly unit: UnitReading
}

/** 两个半小时 → 2.5 小时. */
function readHalfBefore(text: string, { value, unit }: Whole, next: Numeral, units: Lexicon<UnitRow>): Compound | null {
  if (unit.printed !== '个' || next.text !== '半') return null
  const measure = readUnit(text, next.end, units)
  if (measure?.dimension !== 'hours') return null
  return { end: measure.end, used: 2, value: value + 0.5, resolution: 0.5, unit: measure }
}

/** 两米半 → 2.5 米, 一倍半 → 1.5 倍. */
function readHalfBehind(text: string, { value, unit }: Whole, next: Numeral): Compound | null {
  if (next.text !== '半' || !DIVISIBLE.has(unit.dimension) || OWN_HALF.test(text.slice(next.end, next.end + 1)))
    return null
  return { end: next.end, used: 2, value: value + 0.5, resolution: 0.5, unit }
}

/** 123元1角1分 → 123.11 元, 三块四分 → 3.04 元; not 一块三角地. */
function readMoney(text: string, numerals: readonly Numeral[], index: number, first: UnitReading): Compound | null {
  if (!LARGE_MONEY.test(first.printed)) return null
  let value = numerals[index]?.value ?? 0
  let end = first.end
  let used = 1
  let worth = 1
  for (let part = numerals[index + used]; part?.start === end && single(part); part = numerals[index + used]) {
    const smaller = SMALL_MONEY[text.charAt(part.end)]
    if (smaller === undefined || smaller >= worth) break
    value += (part.value ?? 0) * smaller
    worth = smaller
    end = part.end + 1
    used += 1
  }
  const land = first.printed === '块' && !END.test(text.slice(end, end + 2))
  if (used === 1 || land) return null
  return { end, used, value: exact(value), resolution: worth, unit: inYuan(first) }
}

const inYuan = (unit: UnitReading): UnitReading => ({ ...unit, unit: '元', dimension: 'money' })

/** 三米九 → 3.9 米, 一块二 → 1.2 元: a bare digit that ends the words. */
function readTenthsBehind(text: string, { value, unit }: Whole, next: Numeral): Compound | null {
  const money = unit.printed === '块'
  const metres = unit.printed === '米' || unit.dimension === 'mass'
  if (!(money || metres) || !single(next) || !Number.isInteger(value) || !END.test(text.slice(next.end, next.end + 2)))
    return null
  const sum = exact(value + (next.value ?? 0) / 10)
  return { end: next.end, used: 2, value: sum, resolution: 0.1, unit: money ? inYuan(unit) : unit }
}
