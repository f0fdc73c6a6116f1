const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
} // biome-ignore format: a table reads better in rows
const POWERS: Readonly<Record<string, number>> = {
  十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8,
} // biome-ignore format: a table reads better in rows

/** Powers of ten from 万 on multiply everything before them; those below belong to one digit. */
const SECTION = 4
const PRINTED = /\d+(?:\.\d+)?/y
const POSITIONAL = /^[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2,}$/
const FRACTION_PART = /^([〇零○一二两三四五六七八九\d]+)([十百千万亿]*)$/

/** Worth in powers of ten of a run of multipliers: `万` → 4, `万亿` → 12, `百万` → 6. */
export function powerOf(multipliers: string): number {
  let power = 0
  for (const char of multipliers) power += POWERS[char] ?? 0
  return power
}

export interface HanNumber {
  readonly value: number
  /** Worth of the last printed place: 三百二 → 10, 一千二百 → 100, 三百万 → 1000000. */
  readonly resolution: number
}

/**
 * The number that Chinese numerals spell, or null where they spell none (百千万). Reads positional digits (二〇二三),
 * places (一百零五), colloquial ends (四百五 → 450), digits among them (3万5千4百) and decimals (三点五).
 */
export function readHanNumber(text: string): HanNumber | null {
  const alone = text.length === 1 ? ALONE.get(text.charCodeAt(0)) : undefined
  if (alone) return alone
  const written = /[ \u3000]/.test(text) ? text.replace(/[ \u3000]/g, '') : text
  const point = written.indexOf('点')
  if (point > 0) return readWithPoint(written.slice(0, point), written.slice(point + 1))
  if (POSITIONAL.test(written)) {
    return { value: Number(Array.from(written, (char) => DIGITS[char]).join('')), resolution: 1 }
  }
  return readPlaces(written)
}

function readWithPoint(whole: string, fraction: string): HanNumber | null {
  const head = readHanNumber(whole)
  const tail = FRACTION_PART.exec(fraction)
  if (!head || !tail) return null
  const places = Array.from(tail[1] ?? '', (char) => DIGITS[char] ?? char).join('')
  const power = powerOf(tail[2] ?? '')
  return { value: Number(`${head.value}.${places}e${power}`), resolution: Number(`1e${power - places.length}`) }
}

/** What the characters mean by their codes: a digit, or one of `POWERS`; -1 for the others. */
const tableOf = (worths: Readonly<Record<string, number>>): Int8Array => {
  const table = new Int8Array(0x10000).fill(-1)
  for (const [char, worth] of Object.entries(worths)) table[char.charCodeAt(0)] = worth
  return table
}
const DIGIT_OF = tableOf(DIGITS)
const POWER_OF = tableOf(POWERS)

/** Reads places from the left: `total` is settled, `section` waits for a 万 or 亿, `pending` is the digit that waits for its place. */
function readPlaces(written: string): HanNumber | null {
  if (written === '') return null
  if (written.length === 1 && DIGIT_OF[written.charCodeAt(0)] === 0) return { value: 0, resolution: 1 }
  let total = 0
  let section = 0
  let pending = NONE
  /** Worth of the smallest place of the section so far, 1 for a bare digit. */
  let place = 10 ** SECTION
  /** Power of the last 万 or 亿; what follows must be worth less. */
  let big = NONE
  let last = 0
  /** Whether a zero stands since the last place: 四百零五 is no 450. */
  let zero = false
  let resolution = 1
  for (let at = 0; at < written.length; ) {
    const power = POWER_OF[written.charCodeAt(at)] ?? NONE
    if (power === NONE) {
      const end = digitEnd(written, at)
      const digit = end > at ? Number(written.slice(at, end)) : (DIGIT_OF[written.charCodeAt(at)] ?? NONE)
      if (digit === NONE || pending !== NONE) return null
      if (digit === 0 && end <= at + 1) zero = true
      else pending = digit
      at = Math.max(end, at + 1)
      continue
    }
    at++
    if (power < SECTION) {
      // A 十, 百 or 千: smaller than the place before it. A digit left out at the head is a one (十五, 百三).
      const worth = 10 ** power
      const leads = total + section === 0 || zero || power === 1
      if (worth >= place || (pending === NONE && !leads)) return null
      section += (pending === NONE ? 1 : pending) * worth
      place = worth
      resolution = worth
    } else {
      // A 万 or 亿 multiplies its section; what follows a 万 multiplies that too (四万亿, 一万五千亿, 六万万).
      const worth = 10 ** power
      const carried = section + (pending === NONE ? 0 : pending)
      const own = (pending !== NONE || carried === 0 ? 1 : place) * worth
      if (big === SECTION && (power === 8 || carried === 0)) {
        total = (total + carried) * worth
        resolution = carried === 0 ? resolution * worth : own
      } else {
        const term = (carried === 0 && big === NONE ? 1 : carried) * worth
        const ceiling = big === NONE ? Number.POSITIVE_INFINITY : Math.max(10 ** big, lowest(total))
        if (term === 0 || term >= ceiling) return null
        total += term
        resolution = own
      }
      section = 0
      place = 10 ** SECTION
      big = power
    }
    pending = NONE
    last = power
    zero = false
  }
  if (pending === NONE) return { value: exact(total + section), resolution }
  if (last > 0 && pending >= 10 ** last) return null
  // 四百五 → 450, 九万四 → 94000; but 四百零五 → 405.
  const colloquial = last >= 2 && !zero && pending < 10
  const worth = colloquial ? 10 ** (last - 1) : 1
  return { value: exact(total + section + pending * worth), resolution: worth }
}

const NONE = -1

/** Where the printed digits at `at` end, with their decimals; `at` where none stand there. */
function digitEnd(written: string, at: number): number {
  const code = written.charCodeAt(at)
  if (code < 0x30 || code > 0x39) return at
  PRINTED.lastIndex = at
  PRINTED.test(written)
  return PRINTED.lastIndex
}

/** Worth of the last 亿 of 亿s in a total: 1万亿 leaves room for 2000亿. */
const lowest = (total: number): number => (total >= 1e12 && total % 1e12 === 0 ? 1e12 : 0)

/** Sums of decimals without their binary dust: 1.1亿5万 → 110050000. */
const exact = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

/** The numbers of single characters, of which most numerals are. */
const ALONE: ReadonlyMap<number, HanNumber> = new Map(
  [...Object.keys(DIGITS), ...Object.keys(POWERS)].flatMap((char) => {
    const number = readPlaces(char)
    return number ? [[char.charCodeAt(0), number] as const] : []
  }),
)
