import type { Span } from '../model/span.ts'
import type { PartText } from './part-text.ts'
import { type Place, placeAt, rankOf } from './places.ts'

/** A place that the text tells of in passing, with the words that tell it. */
export interface ToldPlace {
  readonly place: Place
  readonly span: Span
}

const HEAD = 2500
const wordsOf = (place: Place): string => place.units.map(({ words }) => words).join('')

/** Behind a place that something else lies at: 位于松坪县以北, 位于松坪县和潭溪县交界处. */
const OUTSIDE = /^(?:以[东南西北外]|[和与及、]|[^，。；]{0,12}(?:交界|接壤|交汇|之间|毗邻|相邻))/

/** 青石桥镇位于松坪县东北部: the place that holds `own`, a single division, as the report's first pages tell it. */
export function findHolder(own: Place, part: PartText): ToldPlace | null {
  const [unit] = own.units
  if (!unit || own.units.length > 1 || unit.masked) return null
  const head = part.reading.text.slice(part.start, Math.min(part.end, part.start + HEAD))
  for (const match of head.matchAll(/(?:地处|位于|坐落[于在]|隶属于?|处于)[ ]?/g)) {
    const before = head.slice(Math.max(0, match.index - unit.words.length - 4), match.index)
    if (!before.includes(unit.words) && !/[我本](?:镇|乡|街道?|县|区|市|州)$/.test(before)) continue
    const at = part.start + match.index + match[0].length
    const place = placeAt(part.reading.text, at, part.rulebook.regions)
    const [first] = place?.units ?? []
    const last = place?.units[place.units.length - 1]
    if (!place || !first || !last || first.masked || rankOf(last) >= rankOf(unit) || place.end > part.end) continue
    if (OUTSIDE.test(part.reading.text.slice(place.end, place.end + 16))) continue
    return { place, span: { start: part.start + match.index, end: place.end } }
  }
  return null
}

/** 三泉镇位于松坪县东北部 in a report that names its place nowhere else: the place that a paragraph begins with. */
export function findLocated(kind: string | null, part: PartText): ToldPlace | null {
  for (const line of part.lines.slice(0, 12)) {
    const start = line.start + (/^[ ]*/.exec(part.reading.text.slice(line.start, line.end))?.[0].length ?? 0)
    const place = placeAt(part.reading.text, start, part.rulebook.regions)
    if (!place || place.units.some(({ masked }) => masked) || (kind !== null && !wordsOf(place).endsWith(kind)))
      continue
    if (!/^(?:地处|位于|坐落[于在]|隶属)/.test(part.reading.text.slice(place.end, place.end + 4))) continue
    if (place.units.length > 1 || findHolder(place, part)) return { place, span: { start, end: place.end } }
  }
  return null
}

/**
 * 《珑川市公共文化服务实施标准》 in a report that says 我市 and names no city: the one place of that kind whose own rules the
 * report names. Null where it names those of two.
 */
export function findRuledPlace(kind: string, part: PartText): ToldPlace | null {
  const { text } = part.reading
  let found: ToldPlace | null = null
  for (const match of text.slice(part.start, part.end).matchAll(/《([^《》\n]{4,60})》/g)) {
    if (!/(?:条例|办法|规定|细则|标准|规划|方案|意见|规程|制度)(?:（[^（）]*）)?$/.test(match[1] ?? '')) continue
    const at = part.start + match.index + 1
    const place = placeAt(text, at, part.rulebook.regions)
    const words = place ? wordsOf(place) : ''
    if (!place || !words.endsWith(kind) || place.units.some(({ masked }) => masked)) continue
    if (found && wordsOf(found.place) !== words) return null
    found ??= { place, span: { start: at, end: place.end } }
  }
  return found
}

/** The district or county of a street, town or township that names the rules of one (《江澜区…创建标准》), and of no other. */
export function findRuledHolder(own: Place, part: PartText): ToldPlace | null {
  const [unit] = own.units
  if (!unit || own.units.length > 1 || unit.masked || !/(?:街道|镇|乡)$/.test(unit.words)) return null
  const ruled = ['区', '县'].map((kind) => findRuledPlace(kind, part)).filter((found) => found !== null)
  const [only] = ruled
  return only && ruled.length === 1 && rankOf(only.place.units[only.place.units.length - 1] ?? unit) < rankOf(unit)
    ? only
    : null
}
