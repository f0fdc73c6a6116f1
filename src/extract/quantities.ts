import type { Modifier } from '../model/fact.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'
import { readCompound } from './compounds.ts'
import { powerOf } from './hanNumber.ts'
import type { Numeral } from './numerals.ts'
import { COUNTED_PEOPLE } from './people.ts'
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
/** Characters that make 近, 约, 过, 超, 破 the end of another word: 最近, 节约, 通过, 赶超. */
const NOT_HEDGE: Readonly<Record<string, string>> = {
  近: '最附靠临邻贴亲远晚新迫走',
  约: '节契合条公预协特相制简签集违失履邀隐大',
  过: '通经不度路越透跳错胜莫渡经通难',
  超: '赶反高',
  破: '打攻侦告',
  逾: '',
  不到: '看得找想达见做感料遇收等拿',
  不足: '',
  高于: '',
  至少: '',
  最高: '',
}

const EXCEEDS =
  /比(?![重例值率])(?:[^，。；]|(?<=\d)，(?=\d)){2,36}(?<!增长|增加|提高|上升|下降|减少|达|达到|均|已|都|也)$/

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface Hedge {
  readonly start: number
  readonly modifier: Modifier
  readonly row: string
}

/** The bounding word that ends right before `at`, past 了, 达 and spaces; null where there is none. */
function hedgeBefore(text: string, at: number, rulebook: RuleBook, isShare = false): Hedge | null {
  let end = at
  while (end > 0 && /[ ：]/.test(text.charAt(end - 1)) && end > at - 2) end--
  const [match] = rulebook.hedges.before.endingAt(text, end)
  if (!match) {
    // 至少配备专职人员2名, 最多选派3人: the bound stands before the verb.
    const distant = /(至少|最少|最多|至多|不少于|只限|限借|限外借)[\u3400-\u9fff]{1,7}$/.exec(
      text.slice(Math.max(0, end - 9), end),
    )
    const far = distant ? rulebook.hedges.before.at(text, end - distant[0].length)[0] : undefined
    if (far && !/[的]/.test(distant?.[0] ?? '')) return { start: at, modifier: far.row.modifier, row: far.row.id }
    // 不到全省平均水平的一半, 不超过核定人数的75%: what the share is of stands between.
    const ofWhole =
      /(不到|不足|不及|不超过|不得超过|不低于|不得低于|不少于|超过|约占|大约占)[\u3400-\u9fff]{2,16}的$/.exec(
        text.slice(Math.max(0, end - 21), end),
      )
    const bound = ofWhole ? rulebook.hedges.before.at(text, end - ofWhole[0].length)[0] : undefined
    if (bound && isShare) return { start: at, modifier: bound.row.modifier, row: bound.row.id }
    // 约增长, 大约增加了, 约合: the verb stands between.
    const verb =
      /(?<![节契合条公预协特相制简签集违失履邀隐])(?:大)?约(?:将)?(?:增长|增加|下降|减少|提高|上升|占|合|共)了?$/.exec(
        text.slice(Math.max(0, end - 8), end),
      )
    const loose = verb ? rulebook.hedges.before.at('约', 0)[0] : undefined
    if (loose) return { start: at, modifier: loose.row.modifier, row: loose.row.id }
    // 低于每立方米19微克: what it is measured by stands between.
    const measured =
      /(不?低于|不?高于|不超过|超过|不足|不到|达到|约|近|小于|大于|不少于)每(?:立方米|平方米|平方公里|公里|亩|吨|升|人|户|天|日|月|年|公斤|斤|千瓦时)$/.exec(
        text.slice(Math.max(0, end - 10), end),
      )
    const perUnit = measured ? rulebook.hedges.before.at(text, end - measured[0].length)[0] : undefined
    if (perUnit) return { start: at, modifier: perUnit.row.modifier, row: perUnit.row.id }
    // 约为, 超过了, 突破至: a particle stands between.
    const particle = /(?:了|为|达|有|至|达到|到|共)$/.exec(text.slice(Math.max(0, end - 2), end))
    if (!particle) return null
    const [inner] = rulebook.hedges.before.endingAt(text, end - particle[0].length)
    if (!inner || inner.form.length < 1) return null
    if (!/^(?:约|超|超过|突破|近|将近|至少|不少于|不低于|逾)$/.test(inner.form)) return null
    if (NOT_HEDGE[inner.form]?.includes(text.charAt(inner.start - 1)) && inner.start > 0) return null
    return { start: inner.start, modifier: inner.row.modifier, row: inner.row.id }
  }
  const previous = text.charAt(match.start - 1)
  if (previous !== '' && NOT_HEDGE[match.form]?.includes(previous)) return null
  // 跨过两个万亿元大关: so many are passed, not more than that many.
  if (
    (/^(?:跨越|跨上|迈上|站上|跃上)$/.test(match.form) || (match.form === '过' && previous === '跨')) &&
    /^[两\d一二三四五六七八九十]{1,2}个/.test(text.slice(at, at + 3))
  )
    return null
  // 比原定水平超过286万担: by so much, and no more.
  if (/^超[过出]$/.test(match.form) && EXCEEDS.test(text.slice(Math.max(0, match.start - 40), match.start))) return null
  return { start: match.start, modifier: match.row.modifier, row: match.row.id }
}

/** `最多`, `以上`: the word right behind the unit. */
function hedgeAfter(text: string, at: number, rulebook: RuleBook): (Hedge & { readonly end: number }) | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const [match] = rulebook.hedges.after.at(text, from)
  if (!match) return null
  const next = text.charAt(match.end)
  // 以上级, 多元, 多种: the word goes on.
  if (/^[多余]$/.test(match.form) && next !== '' && !/[，。；：、！？）”\s|（]/.test(next)) {
    if (!COUNTED_PEOPLE.test(text.slice(match.end, match.end + 8))) return null
  }
  if (match.form === '以上' && /^(?:级|述)/.test(next)) return null
  // 24%强: a little more; not 能力强, 30人强化训练.
  if (
    /^[强弱]$/.test(match.form) &&
    !(
      /[%倍成]$|分之[一二三四五六七八九十百点]+$/.test(text.slice(Math.max(0, at - 8), at)) &&
      /^(?:[，。；、）]|$)/.test(next)
    )
  )
    return null
  // 比前五年的总和537个还多: what is more is the other figure.
  if (
    match.form === '还多' &&
    !/[番倍成]$/.test(text.slice(0, at).slice(-1)) &&
    /比[^，。；]{3,70}$/.test(text.slice(Math.max(0, at - 72), at))
  )
    return null
  return { start: match.start, end: match.end, modifier: match.row.modifier, row: match.row.id }
}

/** 余, 多, 来 between the number and its unit. */
function hedgeInner(
  text: string,
  at: number,
  rulebook: RuleBook,
): { readonly end: number; readonly row: string; readonly modifier: Modifier } | null {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const [match] = rulebook.hedges.inner.at(text, from)
  if (!match) return null
  // 多元化, 余下, 来自: the character belongs to the next word unless a unit follows.
  const unit = readUnit(text, match.end, rulebook.units)
  if (!unit) return null
  return { end: match.end, row: match.row.id, modifier: match.row.modifier }
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
  // 万银大厦: no one wins ten thousand medals.
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
  const factor = shared !== '' && !/[万亿]/.test(low.text) && min < max ? 10 ** powerOf(shared) : 1
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
  const counted = numeral.text === '半' && text.charAt(numeral.end) === '数'
  if (!whole && !counted && !passed) return null
  const numerals = whole && next ? [numeral, next] : [numeral]
  const base = whole && next ? next.end : numeral.end + (counted ? 1 : 0)
  if (/^(?:年|天|月|个|日|径|岛|截|夜|路)/.test(text.slice(base, base + 1))) return null
  const before = hedgeBefore(text, numeral.start, rulebook, true)
  const after = hedgeAfter(text, base, rulebook)
  const modifier = chooseModifier({ ...numeral, form: 'plain' }, before, most ? 'over' : null, after)
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
