import { COUNTED_PEOPLE } from './people.ts'
import type { Quantity } from './quantities.ts'
import { sharesOfRatio } from './ratios.ts'

const withUnit = (quantity: Quantity, unit: string, dimension: Quantity['dimension'], rule: string): Quantity => ({
  ...quantity,
  unit,
  dimension,
  rules: [...quantity.rules, rule],
})

/** Nouns whose bare number has a unit of its own: 观众超12万 → 人次, 常住人口7.42万 → 人. */
const IMPLIED: readonly (readonly [RegExp, RegExp, string, 'visit' | 'person' | 'book' | 'session' | 'money'])[] = (
  [
    ['人次|接待|观看|收看|游客|观众|观众人数|流通|到馆|客流量|接待量', 10, '人次', 'visit'],
    [
      '人口|人数|用户|粉丝|吸粉|涨粉|增粉|订阅数|订阅量|关注数|关注量|学员|会员|志愿者|从业人员|职工|读者|就业',
      10,
      '人',
      'person',
    ],
    ['外借册次|借阅册次|借还册次|流通册次|外借量|借阅量', 8, '册次', 'book'],
    ['藏书|图书|藏量|馆藏', 8, '册', 'book'],
    ['收入|票房|投资|产值|销售额|营业额|经费|资金|成交额|交易额|消费', 8, '元', 'money'],
    ['阅读量|播放量|点击量|浏览量|点击率|访问量|曝光量|点赞量|转发量|评论量|点赞|获赞', 8, '次', 'session'],
  ] as const
).map(([nouns, reach, unit, dimension]) => [
  new RegExp(`(?:${nouns})[^，。；、\\d]{0,${reach}}$`),
  new RegExp(nouns),
  unit,
  dimension,
])

/** 人员编制：16, 实有人数：14: labels of a form, however few are counted. */
const POSTS_LABEL =
  /(?:人员编制|编制数|编制人数|核定编制|事业编制|实有人数|实有人员|在编人数|在职人数|在岗人数|职工人数|从业人员数?)(?:（人）)?[：:] ?$/

/** 经费八千块钱，其中三千是县里补的: a part of money goes without its unit. */
function isPartOfMoney(text: string, whole: Quantity, part: Quantity): boolean {
  const since = text.slice(whole.end, part.from)
  return (
    whole.dimension === 'money' &&
    /^[，（][^。；\d]{0,6}其中[^，。；]{0,6}$/.test(since) &&
    /^(?:是|为|由|来自|用于|用在|归|[，。；])/.test(text.slice(part.end, part.end + 2))
  )
}

/** A number without a measure word that all the same counts something, given a unit by its noun; null where it does not. */
export function impliedUnit(
  text: string,
  lineStart: number,
  quantity: Quantity,
  whole: Quantity | undefined,
): Quantity | null {
  const [numeral] = quantity.numerals
  if (!numeral) return null
  // 三次产业之比由31.2:38.4:30.4调为…: shares of a whole.
  if (numeral.script === 'digits' && sharesOfRatio(text, quantity))
    return withUnit(quantity, '%', 'ratio', 'quantity.ratio')
  if (whole && isPartOfMoney(text, whole, quantity)) {
    return withUnit(quantity, whole.unit, whole.dimension, 'quantity.unitOfWhole')
  }
  // 依次为241.9万、267.3万和286.5万: the list goes on in the unit of its first.
  const listed = whole && /^[ ]*(?:、|和|及|与)[ ]*$/.test(text.slice(whole.end, quantity.from))
  if (listed && whole.rules.includes('quantity.impliedUnit')) {
    return withUnit(quantity, whole.unit, whole.dimension, 'quantity.impliedUnit')
  }
  // 粉丝由5.3万增至8.8万
  const grown =
    whole &&
    /^(?:增加?[到至]|增长[到至]|上升[到至]|提[高升][到至]|扩大[到至]|发展到|突破[到至]|[减降][少]?[到至])[近约超]?$|^[，（][ ]*(?:年?净增|年增|全年增加?|新增|增加|减少|(?:总计|总数|累计|合计|共)(?:达到?|为)?|较[^，。；]{1,6}(?:净增|增加|减少))[了近约超]?$/.test(
      text.slice(whole.end, quantity.from),
    )
  // 粉丝增加到8.7万，抖音号也攒下了2.4万: the accounts of one house go on.
  const gathered =
    whole?.unit === '人' &&
    /^，(?:而|但|新开(?:通|设)?的?)?(?:抖音|微博|视频|快手|微信|头条|小红书|公众)(?:订阅)?[号账]?[^，。；\d条篇期部]{0,12}(?:攒下|积累|收获|圈粉|涨粉|吸粉|达到?|有|突破|增至|增加到)了?(?:粉丝)?[近约超]?$/.test(
      text.slice(whole.end, quantity.from),
    )
  if ((grown || gathered) && whole.rules.includes('quantity.impliedUnit')) {
    return withUnit(quantity, whole.unit, whole.dimension, 'quantity.impliedUnit')
  }
  if (/^(?:大关|门槛|关口)/.test(text.slice(quantity.end, quantity.end + 2))) {
    const clauses = /[^。；]{0,40}$/.exec(text.slice(lineStart, quantity.from))?.[0] ?? ''
    const implied = IMPLIED.find(([, noun]) => noun.test(clauses))
    if (implied) return withUnit(quantity, implied[2], implied[3], 'quantity.impliedUnit')
  }
  // 八亿农民, 100多万大军: people counted without a measure word.
  const countsPeople =
    /[万亿]/.test(numeral.text) ||
    (numeral.script === 'digits' && (numeral.value ?? 0) >= 100 && !/^(?:19|20)\d\d$/.test(numeral.text))
  if (countsPeople && COUNTED_PEOPLE.test(text.slice(quantity.end, quantity.end + 8))) {
    return withUnit(quantity, '人', 'person', 'quantity.impliedUnit')
  }
  const left = text.slice(Math.max(lineStart, quantity.from - 14), quantity.from)
  const right = text.slice(quantity.end, quantity.end + 2)
  if (POSTS_LABEL.test(left) && /^(?:[，；。、\s|]|$)/.test(right)) {
    return withUnit(quantity, '人', 'person', 'quantity.impliedUnit')
  }
  // 阅读量过1万的文章
  const isThreshold = quantity.modifier === 'over' && /^的[\u3400-\u9fff\d]/.test(right)
  const large = /[万亿]/.test(numeral.text) || (numeral.script === 'digits' && (numeral.value ?? 0) >= 100)
  const rises =
    /[由从](?:(?:[去上今]?年|原来|[\u4e00-\u9fff]{1,2})?[初底末前时]|[去上前]年|原来|原先|过去|[去上]年同期)?的?$/.test(
      left,
    ) && /^(?:增|上升|提|扩|发展|减|降)/.test(right)
  if (!large || (!/^(?:[，。；、）（！\s|]|$|以上|左右|余|多|之多|来算|计算)/.test(right) && !isThreshold && !rises))
    return null
  if (/(?:第|编号|号|[A-Za-z])$/.test(left)) return null
  for (const [pattern, , unit, dimension] of IMPLIED) {
    if (pattern.test(left)) return withUnit(quantity, unit, dimension, 'quantity.impliedUnit')
  }
  return null
}
