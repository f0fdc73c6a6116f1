import type { ScopeContext, ScopeReading, ScopeView } from './scopeReading.ts'

/** Divisions by their size: who reports for one tells of larger ones only to compare. */
const SIZES: readonly (readonly [size: number, form: RegExp])[] = [
  [0, /[镇乡]|街道/],
  [1, /县|旗|(?<!自治|开发|[地新园景])区/],
  [2, /市|州(?![省市])|盟|地区/],
  [3, /省|自治区/],
]
const WHOLES: ReadonlyMap<string, number> = new Map([
  ['全镇', 0], ['全乡', 0], ['全街道', 0], ['全县', 1], ['全区', 1], ['全旗', 1], ['全市', 2], ['全州', 2], ['全省', 3], ['全国', 4],
]) // biome-ignore format: a table

/** 全省接待游客, but no 全国重点文物保护单位, 全国人大, 全省第一. */
const WHOLE =
  /^(?:，|同期|目前|而|去年|同时|据[^，]{0,6}，)*(全[国省市县区州旗镇乡])(?!第|性|级|首|优秀|先进|各|最|唯一|领先|人大|政协|劳动|重点|文明|百|十|[“《、]|中小|美术|青少年|范围|上下|系统|[\u4e00-\u9fff]{0,6}最)/
/** 较全国人均（66元）: beside whose figure one's own is set. */
const BESIDE = /(?:较|比|与|低于|高于|超过?|达到)(全[国省市县区州])(?:人均|平均)[^，。；（]{0,8}（$/

/** 老城片区人均设施面积0.09平方米: a part of the place. */
const DISTRICT =
  /^(?:，|其中|而|在)*((?:[东西南北中]|老城|新城|主城|中心城)(?:片区|城区)|[老新主]城区)(?=[\u4e00-\u9fff])(?!的|建设|改造|更新)/

/** The size of the place that a report is of; null where neither issuer nor region tells it. */
function sizeOf({ issuer, region }: ScopeContext): number | null {
  for (const place of [issuer, region]) {
    if (/国家|国务院|全国|中华|中国|中央/.test(place)) return 4
    const size = SIZES.find(([, form]) => form.test(place))?.[0]
    if (size !== undefined) return size
  }
  return null
}

/** 同期全国出游人次增长93%, in the report of a city: the larger whole that a figure is of; null elsewhere. */
export function readLargerWhole({ figure, context, opening, isCount }: ScopeView): ScopeReading | null {
  const district = DISTRICT.exec(opening)?.[1]
  if (district !== undefined)
    return { scope: district, rule: 'scope.district', carries: /人均|率/.test(opening) ? district : '' }
  if (isCount || figure.quantity.dimension === 'session') return null
  const whole = (WHOLE.exec(opening) ?? BESIDE.exec(opening))?.[1]
  const size = whole === undefined ? undefined : WHOLES.get(whole)
  if (whole === undefined || size === undefined) return null
  const own = sizeOf(context)
  if (own === null) return null
  // 全县人均藏书0.5册, told by the library of the county: more than the hall's own.
  const isHall = /[馆站]$/.test(context.issuer) && size === own && /人均/.test(opening)
  return size > own || isHall ? { scope: whole, rule: 'scope.largerWhole', carries: '' } : null
}
