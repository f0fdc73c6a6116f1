import type { Modifier } from '../model/fact.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import { readCompound } from './compounds.ts'
import { powerOf } from './hanNumber.ts'
import { type Hedge, hedgeAfter, hedgeBefore, hedgeInner } from './hedges.ts'
import type { Numeral } from './numerals.ts'
import { readUnit, type UnitReading } from './units.ts'

/** A number with its unit and the words that bound it. `start`–`end` is the quote: number through unit. */
export interface Quantity extends Span {
  readonly numerals: readonly Numeral[]
  /** Where the hedges before the number begin; `start` where there are none. */
  readonly from: number
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly resolution: number | null
  readonly unit: string
  /** Null where the text gives no measure word (观众超12万). */
  readonly dimension: Dimension | null
  readonly modifier: Modifier
  /** Ids of the rows and rules that decided. */
  readonly rules: readonly string[]
}

const HEADED_RANGE_END = /^(?:左右|上下|之间)?(?:[，。；、：！）)的]|$)/
const RANGE_MARK = /(?:[（(]含[）)])?[ ]?(?:[-—–~～]{1,2}|至|到)[ ]?/y
const LIST_MARK = /[ ]?(?:、|和|及|与|或)[ ]?/y
const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface Measured {
  readonly end: number
  readonly unit: UnitReading | null
  readonly inner: { readonly row: string; readonly modifier: Modifier } | null
}

/** 电价下降5分/千瓦时, 每斤提高3分: cents, where a price is told. */
const isPrice = (text: string, numeral: Numeral, unit: UnitReading): boolean =>
  unit.printed === '分' &&
  (/^\/(?:千瓦时|度|斤|公斤)/.test(text.slice(unit.end, unit.end + 5)) ||
    /(?:[电水气油粮票]价|单价|每[斤度担])[^，。；]{0,12}$/.test(text.slice(0, numeral.start).slice(-20)))

/** 3.04块, 花了三块: money. Pieces are whole, and what costs money says so. */
function isMoney(text: string, numeral: Numeral, unit: UnitReading): boolean {
  if (unit.printed !== '块' || !/^(?:[，。；！？）\s钱]|以[上下内]|左右|$)/.test(text.slice(unit.end, unit.end + 2)))
    return false
  return (
    numeral.text.includes('.') ||
    /(?:花费?|费|价|付|收|卖|买|赚|钱)[^，。；\d]{0,3}$/.test(text.slice(0, numeral.start).slice(-8))
  )
}

function measure(text: string, numeral: Numeral, rulebook: RuleBook): Measured {
  const inner = hedgeInner(text, numeral.end, rulebook)
  const at = inner?.end ?? numeral.end
  const own = numeral.unit ? null : readUnit(text, at, rulebook.units)
  const money = own && isMoney(text, numeral, own) ? readUnit('元', 0, rulebook.units) : null
  const cents = own && isPrice(text, numeral, own) ? readUnit('分钱', 0, rulebook.units) : null
  const worth = money ?? cents
  // 万银广场: no one wins ten thousand medals.
  if (own?.row === 'unit.medal' && /^[百千万亿]+$/.test(numeral.text))
    return { end: numeral.end, unit: null, inner: null }
  const unit = own && worth ? { ...worth, start: own.start, end: own.end } : own
  return { end: unit ? unit.end : numeral.end, unit, inner: unit ? inner : null }
}

interface Bounds {
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
}

/** The bounds that a modifier gives to a number, by the rules of the guideline. */
export function boundsOf(modifier: Modifier, value: number | null): Bounds {
  switch (modifier) {
    case 'exact':
      return { value, min: value, max: value }
    case 'about':
      return { value, min: null, max: null }
    case 'over':
    case 'at_least':
      return { value, min: value, max: null }
    case 'under':
    case 'at_most':
      return { value, min: null, max: value }
    case 'range':
    case 'several':
    case 'masked':
      return { value: null, min: null, max: null }
  }
}

/** One modifier out of all that stand around a number: 约 with 余 is over, a mask hides everything else. */
function chooseModifier(numeral: Numeral, before: Hedge | null, inner: Modifier | null, after: Hedge | null): Modifier {
  if (numeral.form === 'masked') return 'masked'
  if (numeral.form === 'several') return 'several'
  if (numeral.form === 'approximate') return 'range'
  if (numeral.form === 'order') return 'over'
  const over = inner === 'over' || numeral.inner === 'over' || after?.modifier === 'over'
  const about = inner === 'about' || numeral.inner === 'about'
  // 近6000余册: what adjoins the number is part of its words and decides.
  if (over) return 'over'
  if (before && before.modifier !== 'about') return before.modifier
  if (after) return after.modifier
  if (before) return before.modifier
  return about ? 'about' : 'exact'
}

const scaled = (value: number | null, worth: number): number | null =>
  value === null ? null : worth === 1 ? value : Number((value * worth).toPrecision(12))

/** A range `A至B单位`, `A—B单位`, `A单位至B单位`, or null where the two numbers are none. */
function readRange(text: string, low: Numeral, high: Numeral | undefined, rulebook: RuleBook): Quantity | null {
  if (!high || low.form === 'date' || high.form === 'date') return null
  const lowUnit = measure(text, low, rulebook)
  const mark = matchAt(RANGE_MARK, text, lowUnit.end)
  if (!mark || RANGE_MARK.lastIndex !== high.start) return null
  const highUnit = measure(text, high, rulebook)
  const unit = highUnit.unit
  // 百分之五到十: the head of the low end is that of both, where nothing is counted behind the high end.
  const headed =
    /^[百千]分之/.test(low.text) &&
    (HEADED_RANGE_END.test(text.slice(high.end, high.end + 3)) ||
      (high.script === 'han' && !unit && !/^[年月日号个]/.test(text.slice(high.end, high.end + 1))))
  const ratio = high.unit ?? (headed ? low.unit : null)
  if ((!unit && !ratio) || (unit && low.unit)) return null
  if (lowUnit.unit && unit && lowUnit.unit.unit !== unit.unit) return null
  const min = low.min
  const max = high.max ?? high.value
  if (min === null || max === null) return null
  // 5—10万册: the multiplier of the high end belongs to both where the low end would dwarf it.
  // 5—10万册, 七千到九千亿元: the multiplier of the high end belongs to both where the low end bears none.
  const shared =
    /[万亿]+$/.exec(high.text)?.[0] ?? (high.script === 'digits' ? (/[千百]+$/.exec(high.text)?.[0] ?? '') : '')
  // 5000元至2万元: what bears its own unit bears its own multiplier too.
  const factor = shared !== '' && !lowUnit.unit && !/[万亿]/.test(low.text) && min < max ? 10 ** powerOf(shared) : 1
  const worth = unit?.worth ?? 1
  const bottom = scaled(min * factor, worth)
  const top = scaled(max, worth)
  if (bottom === null || top === null || bottom >= top) return null
  const before = hedgeBefore(text, low.start, rulebook)
  return {
    start: low.start,
    end: highUnit.end,
    from: before?.start ?? low.start,
    numerals: [low, high],
    value: null,
    min: bottom,
    max: top,
    resolution: high.resolution,
    unit: unit?.unit ?? ratio ?? '',
    dimension: unit?.dimension ?? 'ratio',
    modifier: 'range',
    rules: ['quantity.range', ...(unit ? [unit.row] : [])],
  }
}

/**
 * For each numeral the unit that a later number of the same list bears (2.1万、0.4万和3.5万人次), or null. Read from the
 * end, so that no list is looked through once for each of its members.
 */
export function sharedUnits(
  text: string,
  numerals: readonly Numeral[],
  rulebook: RuleBook,
): readonly (UnitReading | null)[] {
  const units: (UnitReading | null)[] = numerals.map(() => null)
  for (let index = numerals.length - 2; index >= 0; index--) {
    const current = numerals[index]
    const following = numerals[index + 1]
    if (!current || !following || !matchAt(LIST_MARK, text, current.end)) continue
    const gap = text.slice(LIST_MARK.lastIndex, following.start)
    if (gap !== '' && !/^(?:近|约|超|超过|逾)$/.test(gap)) continue
    units[index] = measure(text, following, rulebook).unit ?? units[index + 1] ?? null
  }
  return units
}

/** 半数以上, 一半, 过半: halves of a whole are shares of 50 %. */
function readHalf(
  text: string,
  numeral: Numeral,
  next: Numeral | undefined,
  rulebook: RuleBook,
): { readonly quantity: Quantity; readonly used: number } | null {
  const most = next?.start === numeral.end + 1 && text.charAt(numeral.end) === '大'
  const whole = numeral.text === '一' && next?.text === '半' && (next.start === numeral.end || most)
  const passed =
    numeral.text === '半' &&
    /[过超逾]$/.test(text.slice(numeral.start - 1, numeral.start)) &&
    /^(?:[，。；、）\s]|的[\u3400-\u9fff]|$)/.test(text.slice(numeral.end, numeral.end + 2))
  // 年轻人占了大半, 大半面积在山上: more than half.
  const greater =
    numeral.text === '半' &&
    text.charAt(numeral.start - 1) === '大' &&
    (/占[了去据到]?(?:一)?大$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)) ||
      /^(?:面积|人口|收入|经费|资金|产量|观众|游客|读者|乡镇|村)/.test(text.slice(numeral.end, numeral.end + 2)))
  const counted = numeral.text === '半' && text.charAt(numeral.end) === '数'
  if (!whole && !counted && !passed && !greater) return null
  const numerals = whole && next ? [numeral, next] : [numeral]
  const base = whole && next ? next.end : numeral.end + (counted ? 1 : 0)
  if (/^(?:年|天|月|个|日|径|岛|截|夜|路)/.test(text.slice(base, base + 1))) return null
  const before = hedgeBefore(text, numeral.start, rulebook, true)
  const after = hedgeAfter(text, base, rulebook)
  const modifier = chooseModifier({ ...numeral, form: 'plain' }, before, most || greater ? 'over' : null, after)
  const rules = ['quantity.half', ...(before ? [before.row] : []), ...(after ? [after.row] : [])]
  const quantity: Quantity = {
    start: numeral.start, end: after?.end ?? base, from: before?.start ?? numeral.start, numerals,
    ...boundsOf(modifier, 50), resolution: null, unit: '%', dimension: 'ratio', modifier, rules,
  } // biome-ignore format: one record
  return { quantity, used: numerals.length }
}

/**
 * Reads the quantity that begins at `numerals[index]`, whose list shares the unit `listed`; `used` tells how many
 * numerals it takes.
 */
export function readQuantity(
  text: string,
  numerals: readonly Numeral[],
  index: number,
  listed: UnitReading | null,
  rulebook: RuleBook,
): { readonly quantity: Quantity; readonly used: number } | null {
  const numeral = numerals[index]
  if (!numeral || numeral.form === 'date' || numeral.form === 'clock') return null
  const half = readHalf(text, numeral, numerals[index + 1], rulebook)
  if (half) return half
  const range = readRange(text, numeral, numerals[index + 1], rulebook)
  if (range) return { quantity: range, used: 2 }
  const measured = measure(text, numeral, rulebook)
  let unit = measured.unit
  let end = measured.end
  const rules: string[] = []
  if (!unit && !numeral.unit) {
    unit = listed
    if (unit) rules.push('quantity.sharedUnit')
    end = numeral.end
    const trailing = /^[余多](?=[，。；、）\s]|$)/.exec(text.slice(end, end + 2))
    if (trailing) end += 1
  }
  // 两米半, 三米九, 123元1角1分: one number in two units.
  const compound = measured.unit ? readCompound(text, numerals, index, measured.unit, rulebook.units) : null
  if (compound) {
    unit = compound.unit
    end = compound.end
    rules.push('quantity.compound')
  }
  const before = hedgeBefore(text, numeral.start, rulebook, (unit?.dimension ?? 'ratio') === 'ratio')
  const after = hedgeAfter(text, end, rulebook)
  const trailingOver = !measured.unit && /[余多]$/.test(text.slice(numeral.end, end))
  const modifier = chooseModifier(numeral, before, measured.inner?.modifier ?? (trailingOver ? 'over' : null), after)
  // The words behind the unit belong to the quote: 80%以上, 100分钟左右.
  if (after) end = after.end
  const worth = unit?.worth ?? 1
  const value = scaled(compound?.value ?? numeral.value, worth)
  const bounds =
    modifier === 'masked' || modifier === 'several' || modifier === 'range'
      ? { value: null, min: scaled(numeral.min, worth), max: scaled(numeral.max, worth) }
      : boundsOf(modifier, value)
  if (unit) rules.push(unit.row)
  if (before) rules.push(before.row)
  if (measured.inner) rules.push(measured.inner.row)
  if (after) rules.push(after.row)
  return {
    used: compound?.used ?? 1,
    quantity: {
      start: numeral.start,
      end,
      from: before?.start ?? numeral.start,
      numerals: numerals.slice(index, index + (compound?.used ?? 1)),
      ...bounds,
      resolution: scaled(compound?.resolution ?? numeral.resolution, worth),
      unit: unit?.unit ?? numeral.unit ?? '',
      dimension: unit?.dimension ?? (numeral.unit ? 'ratio' : null),
      modifier,
      rules,
    },
  }
}
