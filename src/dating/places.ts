import type { Span } from '../model/span.ts'
import type { Region, RegionIndex } from '../rulebook/regions.ts'

/** One step of a place: 潍坊, 高新区, 浔美街道, XX区. */
export interface PlaceUnit {
  readonly words: string
  /** Divisions that the words may be; empty where none is of that name. */
  readonly regions: readonly Region[]
  readonly masked: boolean
}

/** A place as written, outermost first. */
export interface Place extends Span {
  readonly units: readonly PlaceUnit[]
}

const MASKED = /^[Xx×*＊]{1,4}(?:省|自治区|市|州|县区|区县|高新区|经开区|开发区|新区|区|县|旗|街道|镇|乡)/
/** Zones that have a government of their own below a city and are no division. */
const ZONE =
  /^(?:国家级?)?(?:高新技术产业开发区|高新技术开发区|高新技术产业园区|高新区|经济技术开发区|经济开发区|经开区|工业园区|综合保税区|保税区|旅游度假区|度假区|生态城|管理区|新区|开发区)/
const GENERIC = /^(?<name>[\u3400-\u9fff]{2,7}?)(?<kind>省|自治区|自治州|自治县|地区|市|州|盟|县|区|旗|街道|苏木|镇|乡)/
const NO_NAME =
  /[的和与及在为对从把被将年月日是我全各本该推创围深做开打进优]|文化|旅游|图书|工作|关于|中国|全国|公共|乡镇|综合|城市|社会|国家|基层|群众|文明|卫生|各级|街道|重点|服务|示范|模范|有关/
/** Words that end like places and are none. */
const NO_PLACE =
  /(?:地区|社区|园区|景区|小区|校区|片区|辖区|街区|(?:^|主|老|新|旧|中心|建成|全)城区|库区|山区|牧区|农区|灾区|矿区|厂区|馆区|展区|专区|战区|老区|特区|分区|市区|郊区|县区|市州|超市|门市|夜市|上市|集市|城镇|村镇|老家乡|家乡|下乡|返乡|城乡|故乡)$/

const isMunicipality = (region: Region): boolean => /^(?:11|12|31|50)$/.test(region.code)

/** The division that a stem most plainly means: 吉林 is the province before it is the city. */
function plainest(regions: readonly Region[]): readonly Region[] {
  const province = regions.filter(({ level }) => level === 'province')
  return province.length > 0 ? province : regions
}

function unitAt(
  words: string,
  at: number,
  before: readonly PlaceUnit[],
  index: RegionIndex,
): { readonly unit: PlaceUnit; readonly end: number } | null {
  const rest = words.slice(at)
  const masked = MASKED.exec(rest)
  if (masked) return { unit: { words: masked[0], regions: [], masked: true }, end: at + masked[0].length }
  const zone = ZONE.exec(rest)
  if (zone && before.length > 0)
    return { unit: { words: zone[0], regions: [], masked: false }, end: at + zone[0].length }
  const found = index.names.at(words, at)
  const [first] = found
  if (first) {
    const regions = found.map(({ row }) => row)
    const named = regions.filter(({ name }) => name === first.form)
    const chosen = named.length > 0 ? named : plainest(regions)
    return { unit: { words: first.form, regions: chosen, masked: false }, end: first.end }
  }
  const generic = GENERIC.exec(rest)
  const name = generic?.groups?.['name'] ?? ''
  if (!generic || NO_NAME.test(name) || (NO_PLACE.test(generic[0]) && generic.groups?.['kind'] !== '地区')) return null
  return { unit: { words: generic[0], regions: [], masked: false }, end: at + generic[0].length }
}

/** The place that stands at `at`, or null: 济南市钢城区, 潍坊高新区, 鹭滨区浔美街道, XX区. */
export function placeAt(words: string, at: number, index: RegionIndex): Place | null {
  const units: PlaceUnit[] = []
  let end = at
  for (let next = unitAt(words, at, units, index); next; next = unitAt(words, end, units, index)) {
    const last = units[units.length - 1]
    // 上海市民文化节: no city stands below a city by its stem alone; a smaller place follows a larger one.
    if (last && !below(last, next.unit)) break
    units.push(next.unit)
    end = next.end
    if (units.length >= 5) break
  }
  return units.length > 0 ? { units, start: at, end } : null
}

const RANK: readonly (readonly [RegExp, number])[] = [
  [/(?:省|自治区|特别行政区)$/, 1],
  [/(?:自治州|州|地区|盟|市)$/, 2],
  [/(?:街道|镇|乡|苏木)$/, 5],
  [/(?:县|区|旗)$/, 3],
]

/** How deep a unit lies: 1 province … 5 street. */
export function rankOf(unit: PlaceUnit): number {
  const [region] = unit.regions
  if (region) return region.level === 'province' ? (isMunicipality(region) ? 2 : 1) : region.level === 'city' ? 2 : 3
  return RANK.find(([pattern]) => pattern.test(unit.words))?.[1] ?? 4
}

function below(upper: PlaceUnit, lower: PlaceUnit): boolean {
  const full = lower.regions.length === 0 || lower.regions.some(({ name }) => name === lower.words)
  return (
    full &&
    (rankOf(lower) > rankOf(upper) || (rankOf(upper) === 3 && /(?:高新|经开|开发|保税|度假|新)区$/.test(lower.words)))
  )
}

/** The full name of a place, and which divisions decided it. */
export interface FullPlace {
  readonly name: string
  readonly regions: readonly Region[]
  /** The place is one of several of its name, and nothing tells which. */
  readonly ambiguous: boolean
}

/**
 * The place with the divisions that hold it: 钢城区 → 山东省济南市钢城区. A name that several divisions bear is completed
 * only where `mentions` counts one of their parents in the text and no other.
 */
export function completePlace(place: Place, index: RegionIndex, mentions: (words: string) => number): FullPlace {
  const [first, ...rest] = place.units
  const written = place.units.map(({ words }) => words).join('')
  if (!first || first.masked || first.regions.length === 0) return { name: written, regions: [], ambiguous: false }
  const inner = rest.flatMap((unit) => unit.regions)
  const fits = first.regions.filter(
    (region) => inner.every((row) => row.code.startsWith(region.code)) || inner.length === 0,
  )
  // 靖川市城关区: a division below a place that is in no list belongs to that place.
  const candidates = fits.length > 0 ? fits : first.regions
  const named = ({ name, stem }: Region): boolean => mentions(name) + mentions(stem) > 0
  // The city tells more than the province: 江苏省 holds two 鼓楼区, 徐州市 one.
  const byCity = candidates.filter((region) => index.parentsOf(region).slice(-1).some(named))
  const evident = byCity.length > 0 ? byCity : candidates.filter((region) => index.parentsOf(region).some(named))
  const chosen = candidates.length === 1 ? candidates : evident.length === 1 ? evident : []
  const [region] = chosen
  if (!region) return { name: written, regions: [], ambiguous: true }
  const tail = completeTail(region, rest, index)
  const parents = index.parentsOf(region)
  return {
    name: [...parents.map(({ name }) => name), region.name, ...tail.names].join(''),
    regions: [...parents, region, ...tail.regions],
    ambiguous: false,
  }
}

/** 山东省钢城区 → 济南市 belongs between them. */
function completeTail(
  region: Region,
  rest: readonly PlaceUnit[],
  index: RegionIndex,
): { readonly names: readonly string[]; readonly regions: readonly Region[] } {
  const names: string[] = []
  const regions: Region[] = []
  let upper = region
  for (const unit of rest) {
    const own = unit.regions.filter((row) => row.code.startsWith(upper.code))
    const [only] = own
    if (only && own.length === 1) {
      const between = index.parentsOf(only).filter((parent) => parent.code.length > upper.code.length)
      names.push(...between.map(({ name }) => name), only.name)
      regions.push(...between, only)
      upper = only
    } else names.push(unit.words)
  }
  return { names, regions }
}
