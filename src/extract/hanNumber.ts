const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9, 幺: 1, 俩: 2,
} // biome-ignore format: a table reads better in rows
const POWERS: Readonly<Record<string, number>> = {
  十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, 兆: 12,
} // biome-ignore format: a table reads better in rows

export const isHanDigit = (char: string): boolean => char in DIGITS
export const isHanPower = (char: string): boolean => char in POWERS

/** Worth in powers of ten of a run of multipliers: `万` → 4, `万亿` → 12, `百万` → 6. */
export function powerOf(multipliers: string): number {
  let power = 0
  for (const char of multipliers) power += POWERS[char] ?? 0
  return power
}

export interface HanNumber {
  readonly value: number
  /** Worth of the last printed place: 三百二 → 10, 一千二百 → 100, 三千 → 1000 reads as 1000. */
  readonly resolution: number
}

/**
 * The number that Chinese numerals spell, or null where they spell none. Reads positional digits (二〇二三), places
 * (一百零五), colloquial ends (四百五 → 450), mixed coefficients (3万5千4百) and decimals (三点五).
 */
export function readHanNumber(text: string): HanNumber | null {
  const point = text.search(/[点點]/)
  if (point > 0) {
    const whole = readHanNumber(text.slice(0, point))
    const tail = /^([〇零一二两三四五六七八九\d]+)([十百千万亿]*)$/.exec(text.slice(point + 1))
    if (!whole || !tail) return null
    const places = [...(tail[1] ?? '')].map((char) => DIGITS[char] ?? char).join('')
    const power = powerOf(tail[2] ?? '')
    return { value: Number(`${whole.value}.${places}e${power}`), resolution: Number(`1e${power - places.length}`) }
  }
  if (/^[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{2,}$/.test(text)) {
    return { value: Number([...text].map((char) => DIGITS[char]).join('')), resolution: 1 }
  }
  let total = 0
  let section = 0
  let pending: number | null = null
  let lastPower = 0
  let sawZero = false
  let resolution = 1
  const parts = text.match(/\d+(?:\.\d+)?|./gu) ?? []
  for (const part of parts) {
    if (/^\d/.test(part)) {
      if (pending !== null) return null
      pending = Number(part)
      resolution = 1
      continue
    }
    const digit = DIGITS[part]
    if (digit !== undefined) {
      if (digit === 0) {
        sawZero = true
        if (parts.length === 1) pending = 0
        continue
      }
      if (pending !== null) return null
      pending = digit
      resolution = 1
      continue
    }
    const power = POWERS[part]
    if (power === undefined) return null
    if (power >= 4) {
      const carried = section + (pending ?? 0)
      if (power === 8) total = (total + carried || 1) * 1e8
      else total += (carried || (total === 0 ? 1 : 0)) * 10 ** power
      section = 0
    } else {
      section += (pending ?? 1) * 10 ** power
    }
    pending = null
    lastPower = power
    sawZero = false
    resolution = 10 ** power
  }
  if (pending !== null) {
    // 四百五 → 450, 九万四 → 94000; but 四百零五 → 405.
    const colloquial = lastPower >= 2 && !sawZero && pending < 10
    section += colloquial ? pending * 10 ** (lastPower - 1) : pending
    resolution = colloquial ? 10 ** (lastPower - 1) : 1
  }
  return { value: total + section, resolution }
}
