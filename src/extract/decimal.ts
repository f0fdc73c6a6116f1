/**
 * An exact decimal: `digits` without point, times ten to the power of `exponent`. Figures are shifted on their printed
 * digits and converted once, so that 4.35万 is 43500 and never 43499.99.
 */
export interface Decimal {
  readonly digits: string
  readonly exponent: number
}

/** The decimal of printed ASCII digits with an optional point and thousands separators: `1,234.50`. */
export function readDecimal(printed: string): Decimal {
  const plain = printed.replace(/[,，\s]/g, '')
  const point = plain.indexOf('.')
  if (point < 0) return { digits: plain, exponent: 0 }
  return { digits: plain.slice(0, point) + plain.slice(point + 1), exponent: point + 1 - plain.length }
}

export function shiftDecimal(decimal: Decimal, places: number): Decimal {
  return { digits: decimal.digits, exponent: decimal.exponent + places }
}

export function decimalValue(decimal: Decimal): number {
  return Number(`${decimal.digits}e${decimal.exponent}`)
}

/** The worth of the last printed digit: 9.70亿 → 1000000. */
export function decimalResolution(decimal: Decimal): number {
  return Number(`1e${decimal.exponent}`)
}
