import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'

/** The quotes around a name off; 文物进校园”活动 gets back the one that was cut off before it. */
function unquote(words: string): string {
  const bare = words.replace(/^[“‘《]+|[”’》]+$/g, '').trim()
  return /^[^“”]+”/.test(bare) ? `“${bare}` : bare
}

/** Shortens a long noun phrase to the part that names the thing: its last words. */
export function shorten(phrase: string): string {
  const clean = unquote(phrase)
  if (clean.length <= 14) return clean
  const tail = clean.split(/的|[“”]/).pop() ?? clean
  return tail.length >= 2 ? tail.slice(-16) : clean.slice(-14)
}

/** 32件作品获奖, 5个小品荣获二等奖: what became of a thing is no part of its name. */
const OUTCOME_BEHIND =
  /(?<=[\u3400-\u9fff]{2})(?:获奖|入选|入围|参展|参赛|参评|完工|竣工|落成|开工|达标|获批|立项|结项)$|(?<=[\u3400-\u9fff]{2})(?:荣获|获评|喜获|斩获|入选)[\u3400-\u9fff]{2,}$/

/** The level of a thing at the head of its name, which another level takes the place of: 国家级, 省级以上, 全县. */
const LEVEL =
  /^(?:国家级|世界级|全[国省市县区镇街州]?\d?A{1,5}级|\d?A{1,5}级|[一二三四五]星级|[国省市县区镇街州]级|全[国省市县区镇街州]|[国省市县区镇街](?!家|域|民|场|镇|道))(?:以上)?(?=[\u4e00-\u9fff]{2})/
/** 全区现有, 我馆共有: who has it and that it is there are no part of a name. */
const STANDING =
  /^(?:全[国省市县区镇州]|我[馆局市县区镇院]|[馆站局]内?|目前|现|区内|辖区内?)*(?:现有|共有|拥有|实有|已有|设有|建有|现存|累计有)(?=[\u3400-\u9fff]{2})/
/** 47个村配送器材每村8000元: to whom things were given is no part of their name. */
const GIVEN_TO = /^[村站馆户镇乡街校](?:配送|发放|赠送|安装|配备|采购)(?=[\u3400-\u9fff]{2})/
/** The second character of a verb that the tagger took for the first of the noun: 累计|消费券, 完成|拍摄. */
const CUT_VERB = /(?:累计|完成|共计|合计|总计|建成|达成|组成|形成)$/

/** 24小时 of a reading room that is open day and night, cut off from its noun by its digits. */
const DAY_AND_NIGHT = /(24|２４|二十四)小时$/

/** Places that no catalogue counts and that events are brought to: 5个国家演出18场. */
const LARGE_PLACE =
  /^(?:国家(?:和地区)?|省份|省市|城市|地区|学校|高校|校园|企业|单位|部队|军营|营区|景区|工地|厂矿|自然村)/

/** 126个行政村巡回演出168场: how many characters of such words name the places that the number before counts; 0 where none do. */
export function placeBefore(words: string, rulebook: RuleBook): number {
  const place = rulebook.counted
    .at(words, 0)
    .find(({ row }) => /^(?:region\.divisions|facility\.other)$/.test(row.code))
  const end = place?.end ?? LARGE_PLACE.exec(words)?.[0].length ?? 0
  if (end === 0) return 0
  const event = rulebook.counted.find(words.slice(end)).at(-1)
  return event && end + event.end === words.length && /\.(?:sessions|screenings)$/.test(event.row.code) ? end : 0
}

/** A noun right behind the figure before, without the places that stand between. */
const withoutPlace = (noun: string, { previous, item, before }: Figure, rulebook: RuleBook): string =>
  previous && previous.quantity.end === item.start && before === noun ? noun.slice(placeBefore(noun, rulebook)) : noun

/** The noun as it is called: with its 24 hours, without 计划 before it and what is left there of a list (中央、省、市媒体). */
export function nameOf(noun: string, bare: string, figure: Figure, rulebook: RuleBook): string {
  const { text, item } = figure
  const open = bare.slice(0, bare.length - noun.length + 2)
  const digits = noun.startsWith('小时') ? (DAY_AND_NIGHT.exec(open)?.[1] ?? '') : ''
  const isListed = noun === bare && /(?:中央|国家|[部省市州县区])级?、$/.test(text.slice(0, item.start).slice(-4))
  return shorten(
    (/不可$/.test(bare.slice(0, bare.length - noun.length)) ? '不可' : '') +
      digits +
      withoutPlace(withoutCutVerb(noun, bare), figure, rulebook)
        .replace(/^(?:计划(?!生育)|力争|争取|确保|预计)(?=[\u3400-\u9fff]{2})/, '')
        .replace(/^(?:但|而且?|并且?|同时|另有|另外|还有|以及|其中|内有|内含)(?=[\u3400-\u9fff]{3})/, '')
        .replace(/^[\u3400-\u9fff]{0,3}发表(?=[\u3400-\u9fff]{2})/, '')
        .replace(STANDING, '')
        .replace(GIVEN_TO, '')
        .replace(/(?<=[\u3400-\u9fff]{3})完成$/, '')
        .replace(/^[省市州县区镇](?=[\u3400-\u9fff]{2})/, (level) => (isListed ? '' : level)),
  )
}

/** The last words of a clause without a noun of its own, whole ones: up to six characters, or a rate with what it is of. */
export function lastWords(words: string, segmenter: Segmenter): string {
  const han = /[\u3400-\u9fff]{2,16}$/.exec(words)?.[0] ?? ''
  if (han.length <= 6) return han
  const most = /[率比量额度]$/.test(han) ? 14 : 6
  const tokens = segmenter.tag(han)
  let last = ''
  for (let at = tokens.length - 1; at >= 0; at--) {
    const word = tokens[at]?.word ?? ''
    if (last.length + word.length > most) break
    last = word + last
  }
  return last.length >= 2 ? last : han.slice(-6)
}

/** The name of a thing without what became of it: 作品获奖 → 作品. */
export const withoutOutcome = (noun: string): string => noun.replace(OUTCOME_BEHIND, '')

/** The name of a thing without its level: 国家级非遗项目 → 非遗项目. */
export const withoutLevel = (name: string): string => name.replace(LEVEL, '')

/** The last words of `words` without the end of a verb that was cut in two: 成拍摄 of 完成拍摄 → 拍摄. */
export const withoutCutVerb = (last: string, words: string): string =>
  last.length > 2 && CUT_VERB.test(words.slice(0, words.length - last.length + 1)) ? last.slice(1) : last

/** 58个预脱贫村综合文化服务中心: a noun of the catalogue soon behind the unit, where the tagger sees none at once; '' else. */
export function namedSoon(words: string, rulebook: RuleBook): string {
  if (/^(?:走进|进入|深入|来自|分布|位于|参加|前往|实施|进行|开展|能|可|没|未|不|共|分|前|后|正)/.test(words)) return ''
  const han = /^[\u3400-\u9fff]*/.exec(words)?.[0].slice(0, 16) ?? ''
  const forms = rulebook.counted.find(han)
  // 13个涉农区县展开: a division is one however few its characters are.
  const named =
    forms.find(({ form, start }) => form.length >= 4 && start <= 6) ??
    forms.find(({ row, start }) => row.code === 'region.divisions' && start > 0 && start <= 3)
  return named ? han.slice(0, named.end) : ''
}

/** 评分工作每半年进行一次, 评比在两年周期内开展一次: how often a thing is done is no part of its name. */
const HOW_OFTEN =
  /(?:，?(?:原则上)?每(?:半|[一两三])?(?:年|个?季度?|个?月|周|学期|天|日)|在[\u4e00-\u9fff]{1,10}[内中])(?:至少|必须|应当?|要|各)?(?:进行|举行|召开|开展|组织|更新)$/
/** 按常住人口计算人均…: how it was reckoned is no part of it. */
const RECKONED = /[，、]?按[\u4e00-\u9fff]{2,8}(?:计算|测算|折算|口径|算)$/
/** 城市书房今年又开, 旅游厕所新建改建, 村集体收入三年间: when and what was done behind the noun. */
const DEED_BEHIND =
  /(?<=[\u3400-\u9fff]{3})(?:(?:今年|当年|年内|去年|明年|本年度?|上半年|下半年|[一二两三四五六七八九十]{1,2}年(?:间|来|里))(?:又|再|还|另|也|新|已|将|累计|先后)*(?:新?建改建|新改建|建成|开|建|办|增|添|设|新建|改建|扩建|新增|新添|增设|开办|开设)?|(?:新建改建|新建、改建|新改建|新建和改建|再建|又建|又开|再开|新开|新添|又添|再添|增开|新办))$/

const DEED_ALONE =
  /^[，、；]?(?:今年|当年|年内|去年|明年|上半年|下半年)(?:又|再|还)(?:新?[添增]|新?[建开办](?:成)?|增设|增建|新增)$/

/** The words before a number without how it was reckoned, and without the deed behind a noun of the catalogue. */
export function withoutDeed(words: string, { quantity }: Figure, rulebook: RuleBook): string {
  const told = words.replace(HOW_OFTEN, '').replace(RECKONED, '')
  // 旅游厕所86座，今年又添11座: the deed is done to what was told before.
  if (DEED_ALONE.test(told)) return ''
  const noun = told.replace(DEED_BEHIND, '')
  if (noun.length === told.length || quantity.dimension === null) return told
  const { dimension } = quantity
  return rulebook.counted.endingAt(noun, noun.length).some(({ row }) => row.dimensions.includes(dimension))
    ? noun
    : told
}
