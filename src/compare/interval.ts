/** All numbers from `low` to `high`, both included; null where there is no bound on that side. */
export interface Interval {
  readonly low: number | null
  readonly high: number | null
}

/** Where `to - from` can lie. */
export function differenceOf(from: Interval, to: Interval): Interval {
  return {
    low: to.low === null || from.high === null ? null : to.low - from.high,
    high: to.high === null || from.low === null ? null : to.high - from.low,
  }
}

/**
 * Where the change from `from` to `to` in percent of `from` can lie; no bound where `from` may be zero or less. A base of
 * which only the highest value is known (近1000场) is taken to be above zero. The lowest change is from the highest base
 * (from the lowest one, where `to` is below zero), and the other way round.
 */
export function percentOf(from: Interval, to: Interval): Interval {
  const positive = from.low === null ? from.high !== null && from.high > 0 : from.low > 0
  if (!positive) return { low: null, high: null }
  const lowBase = to.low !== null && to.low < 0 ? from.low : from.high
  const highBase = to.high !== null && to.high < 0 ? from.high : from.low
  return {
    low: to.low === null || lowBase === null ? null : percent(lowBase, to.low),
    high: to.high === null || highBase === null ? null : percent(highBase, to.high),
  }
}

/** Change from `from` to `to` in percent of `from`. */
export function percent(from: number, to: number): number {
  return ((to - from) / from) * 100
}

/** Whether a number can lie in both. */
export function meet(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a)
}

/** Whether all of `a` lies below all of `b`; forgives the last bits of binary arithmetic. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high !== null && b.low !== null && a.high < b.low - slack(b.low)
}

function slack(number: number): number {
  return 1e-9 * Math.max(1, Math.abs(number))
}
