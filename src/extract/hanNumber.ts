const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
} // biome-ignore format: a table reads better in rows
const POWERS: Readonly<Record<string, number>> = {
  十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8,
} // biome-ignore format: a table reads better in rows

/** Powers of ten from 万 on multiply everything before them; those below belong to one digit. */
const SECTION = 4
const ATOM = /\d+(?:\.\d+)?|./gu
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
  const written = text.replace(/[ \u3000]/g, '')
  const point = written.indexOf('点')
  if (point > 0) return readWithPoint(written.slice(0, point), written.slice(point + 1))
  if (POSITIONAL.test(written)) {
    return { value: Number(Array.from(written, (char) => DIGITS[char]).join('')), resolution: 1 }
  }
  return readPlaces(written.match(ATOM) ?? [])
}

function readWithPoint(whole: string, fraction: string): HanNumber | null {
  const head = readHanNumber(whole)
  const tail = FRACTION_PART.exec(fraction)
  if (!head || !tail) return null
  const places = Array.from(tail[1] ?? '', (char) => DIGITS[char] ?? char).join('')
  const power = powerOf(tail[2] ?? '')
  return { value: Number(`${head.value}.${places}e${power}`), resolution: Number(`1e${power - places.length}`) }
}

/** A number under way: `total` is settled, `section` waits for a 万 or 亿, `pending` is the digit that waits for its place. */
interface Places {
  readonly total: number
  readonly section: number
  readonly pending: number | null
  /** Worth of the smallest place of the section so far, 1 for a bare digit. */
  readonly place: number
  /** Power of the last 万 or 亿; what follows must be worth less. */
  readonly big: number | null
  readonly last: number
  /** Whether a zero stands since the last place: 四百零五 is no 450. */
  readonly zero: boolean
  readonly resolution: number
}

const NOTHING: Places = {
  total: 0,
  section: 0,
  pending: null,
  place: 10 ** SECTION,
  big: null,
  last: 0,
  zero: false,
  resolution: 1,
}

function readPlaces(atoms: readonly string[]): HanNumber | null {
  if (atoms.length === 0) return null
  if (atoms.length === 1 && DIGITS[atoms[0] ?? ''] === 0) return { value: 0, resolution: 1 }
  let places: Places | null = NOTHING
  for (const atom of atoms) {
    places = addAtom(places, atom)
    if (!places) return null
  }
  return settle(places)
}

function addAtom(places: Places, atom: string): Places | null {
  const power = POWERS[atom]
  if (power !== undefined) return power < SECTION ? addPlace(places, power) : addBig(places, power)
  const digit = DIGITS[atom] ?? Number(atom)
  if (Number.isNaN(digit)) return null
  if (digit === 0 && atom.length === 1) return places.pending === null ? { ...places, zero: true } : null
  return places.pending === null ? { ...places, pending: digit } : null
}

/** A 十, 百 or 千: smaller than the place before it. A digit left out at the head is a one (十五, 百三). */
function addPlace(places: Places, power: number): Places | null {
  const place = 10 ** power
  const coefficient = places.pending ?? 1
  const leads = places.total + places.section === 0 || places.zero || power === 1
  if (place >= places.place || (places.pending === null && !leads)) return null
  return {
    ...places,
    section: places.section + coefficient * place,
    pending: null,
    place,
    last: power,
    zero: false,
    resolution: place,
  }
}

/** A 万 or 亿 multiplies its section; what follows a 万 multiplies that too (四万亿, 一万五千亿, 六万万). */
function addBig(places: Places, power: number): Places | null {
  const worth = 10 ** power
  const carried = places.section + (places.pending ?? 0)
  const resolution = (places.pending !== null || carried === 0 ? 1 : places.place) * worth
  const next = { section: 0, pending: null, place: 10 ** SECTION, last: power, zero: false }
  const multiplies = places.big === SECTION && (power === 8 || carried === 0)
  if (multiplies) {
    const finer = carried === 0 ? places.resolution * worth : resolution
    return { ...next, total: (places.total + carried) * worth, big: power, resolution: finer }
  }
  const term = (carried === 0 && places.big === null ? 1 : carried) * worth
  const ceiling = places.big === null ? Number.POSITIVE_INFINITY : Math.max(10 ** places.big, lowest(places.total))
  if (term === 0 || term >= ceiling) return null
  return { ...next, total: places.total + term, big: power, resolution }
}

/** Worth of the last 亿 of 亿s in a total: 1万亿 leaves room for 2000亿. */
const lowest = (total: number): number => (total >= 1e12 && total % 1e12 === 0 ? 1e12 : 0)

function settle(places: Places): HanNumber | null {
  const { total, section, pending, last, zero } = places
  if (pending === null) return { value: exact(total + section), resolution: places.resolution }
  if (last > 0 && pending >= 10 ** last) return null
  // 四百五 → 450, 九万四 → 94000; but 四百零五 → 405.
  const colloquial = last >= 2 && !zero && pending < 10
  const place = colloquial ? 10 ** (last - 1) : 1
  return { value: exact(total + section + pending * place), resolution: place }
}

/** Sums of decimals without their binary dust: 1.1亿5万 → 110050000. */
const exact = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
