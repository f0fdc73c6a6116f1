import { compileLexicon, type Lexicon } from './lexicon.ts'
import type { RegionRow } from './schema.ts'

export type RegionLevel = 'province' | 'city' | 'county'

/** An administrative division with the ways to write it. */
export interface Region {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: RegionLevel
  /** The name without the word that says what it is (潍坊, 内蒙古); the name itself where nothing would stay. */
  readonly stem: string
  readonly forms: readonly string[]
}

/** The divisions of the country, found by what is written. */
export interface RegionIndex {
  /** Full names of all divisions; provinces and cities also by their stems. */
  readonly names: Lexicon<Region>
  /** Stems of counties, which are often words of their own (和平, 朝阳): they tell only with other evidence. */
  readonly countyStems: Lexicon<Region>
  /** The divisions that hold this one, outermost first. */
  parentsOf(region: Region): readonly Region[]
}

const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各)(?:族)+/
const STEM_END = /(?:特别行政区|自治[区州县旗]|地区|林区|特区|省|市|州|盟|县|区|旗)$/
const AUTONOMOUS: Readonly<Record<string, string>> = {
  内蒙古自治区: '内蒙古', 广西壮族自治区: '广西', 西藏自治区: '西藏', 宁夏回族自治区: '宁夏', 新疆维吾尔自治区: '新疆',
} // biome-ignore format: a table reads better in rows

/** 山东省 → 山东, 延边朝鲜族自治州 → 延边, 东区 → 东区. */
function stemOf(name: string): string {
  const known = AUTONOMOUS[name]
  if (known) return known
  const short = name.replace(STEM_END, '')
  const people = /自治[州县旗]$/.test(name) ? PEOPLES.exec(short) : null
  const stem = people && people.index >= 2 ? short.slice(0, people.index) : short
  return stem.length >= 2 ? stem : name
}

function toRegion({ code, name }: RegionRow): Region {
  const level: RegionLevel = code.length === 2 ? 'province' : code.length === 4 ? 'city' : 'county'
  const stem = stemOf(name)
  // 恩施州, 焉耆县: autonomous divisions without their peoples.
  const short = /自治[州县旗]$/.test(name) && stem !== name ? [stem + name.slice(-1)] : []
  return { id: `region.${code}`, code, name, level, stem, forms: [...new Set([name, ...short, stem])] }
}

/** Finds divisions by their names; the matchers are built when they are first asked for. */
export function compileRegions(rows: readonly RegionRow[]): RegionIndex {
  const regions = rows.map(toRegion)
  const byCode = new Map(regions.map((region) => [region.code, region]))
  let names: Lexicon<Region> | null = null
  let countyStems: Lexicon<Region> | null = null
  return {
    get names() {
      names ??= compileLexicon(
        regions.map((region) =>
          region.level === 'county'
            ? { ...region, forms: region.forms.filter((form) => form !== region.stem || form === region.name) }
            : region,
        ),
      )
      return names
    },
    get countyStems() {
      countyStems ??= compileLexicon(
        regions
          .filter(({ level, name, stem }) => level === 'county' && stem !== name)
          .map((region) => ({ ...region, forms: [region.stem] })),
      )
      return countyStems
    },
    parentsOf: ({ code }) =>
      [code.slice(0, 2), code.slice(0, 4)]
        .filter((parent) => parent.length < code.length)
        .flatMap((parent) => byCode.get(parent) ?? []),
  }
}
