import type { RegionIndex } from '../rulebook/regions.ts'

/** Sorts before every code: the whole country. */
const WHOLE_COUNTRY = '全国'
/** Sorts behind every code: a place that the table of divisions does not know. */
const UNKNOWN = '～'

/**
 * An order of places as statistics have it, by the code of their division, what holds others first: 北京市, 河北省,
 * 河北省石家庄市. Places of no division come last, by their names.
 */
export function createPlaceOrder(regions: RegionIndex): (a: string, b: string) => number {
  const codes = new Map<string, string>()
  const codeOf = (place: string): string => {
    const known = codes.get(place)
    if (known !== undefined) return known
    const code = place === WHOLE_COUNTRY ? '' : (regions.names.find(place).at(-1)?.row.code ?? UNKNOWN)
    codes.set(place, code)
    return code
  }
  return (a, b) => {
    const [codeA, codeB] = [codeOf(a), codeOf(b)]
    return codeA < codeB ? -1 : codeA > codeB ? 1 : a < b ? -1 : a > b ? 1 : 0
  }
}
