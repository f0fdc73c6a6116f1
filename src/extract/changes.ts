import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Figure } from './figures.ts'

/** A figure that tells how much something grew or fell, not how much there is. */
export interface Change {
  readonly kind: 'growth' | 'amount'
  readonly sign: 1 | -1
  readonly rule: string
}

const RISE =
  '高出|多出|增长|增加|上升|提高|提升|上涨|增幅|增速|涨幅|增|涨|升|扩大|多|高|快|翻|翻了|增长率|上浮|跃升|攀升|新增长|环比增长|同比增长|增产|增收|增支'
const FALL = '下降|减少|降低|回落|缩减|下跌|下滑|降幅|降|减|跌|收窄|缩短|负增长|压减|压缩|减产|减收|减支|下浮'
const VERB = new RegExp(
  `(${RISE}|${FALL}|低|少|慢|多)(?:了|约|达|为|近|幅|幅度|率|约为|将近|超过|超|不到|逾|分别|分别为|分别达|分别达到|均|各|均为|高达|达到|不足|至少|只|仅|就|到|：|近乎|不低于|不少于|以上|在|保持在|[、和与及]|[ ])*$`,
)
const FALLS = new RegExp(`^(?:${FALL}|少|低)$`)
const LEVEL =
  /(?:增长到|增加到|提高到|提升到|上升到|上升至|提升至|提高至|增至|增加至|增长至|升至|降至|降到|下降到|下降至|下降为|降为|上升为|增加为|提高为|减少为|减少到|减少至|回落到|回落至|扩大到|发展到|达到|降低到|降低至|压减到|多到|升到|增到|减到|跌到|涨到|[涨跌减缩]至|缩[到短][到至]|压[缩减][到至]|收窄[到至])[^，；。、]{0,4}$/
const GROWTH_NOUN =
  /(涨幅|增幅|降幅|跌幅|增速|增长率|增长速度|增长幅度|下降幅度|增长目标|增长预期目标|增长预期|预期增长目标|上涨幅度)(?:[^，；。、\d]{0,4}(?:控制|保持|稳定|回落|拟|定|设定|收窄|扩大|提高|降)[^，；。、\d]{0,4}|由(?:上年|去年|\d{4}年)?的?|从(?:上年|去年|\d{4}年)?的?|为|达|达到|在|约|超过|超|近)?$/
const COMPARED = /(?:比|较|同比|环比|与[^，。；]{1,8}(?:相比|比较)|相比|同期|高于|低于|优于|快于|好于|领先|超出)/

const RAISED =
  /(?:标准|工资|养老金|退休金|津贴|补贴|价格|单价|[电水气票油]价|额度|限额|起付线|待遇|救助金|抚恤金|低保金)[^，；。\d]{0,12}(提高|上调|增加|提升|上涨|下调|降低|下降|调高|调低)(?:了|约|近|超)?$/
/** 人均纯收入增加200元: of what a head earns so much more. */
const EARNED =
  /人均[^，。；\d]{0,10}(?:收入|消费支出|消费)(?:力争|要|将|再|年均|稳定)*(提高|增加|提升|减少)(?:了|约|近|超)?$/
const CUT =
  /(?:减|减少|压减|压缩|精简|缩短|节约|节省|削减)[\u3400-\u9fff]{0,4}(?:时间|材料|环节|时限|次数|跑动|成本|费用|能耗|用时|负担)$/
const YEARLY = /(?:平均每年|每年平均|年均|年平均)(?:净)?(?:增加|减少)(?:约|近|超过|了)?$/
/** 人口自然增长率为3‰: a level, as a birth rate is. */
const NATURAL_RATE = /自然增长率(?:降到|降至|降为|下降到|下降至|控制到|升到|为|达|达到|是|由|从|约|控制在|保持在|在)*$/
/** A column of changes: 增减, 同比（%）, 比上年增长. */
const COLUMN_CHANGE = /增减|同比|增长|增幅|涨幅|降幅|比上年|较上年|±/

const LISTED_GROWTH = /(增长速度|增长率|增速|增幅|降幅|涨幅)，[^。；，]*(?:[，；][^。；，]*)*$/
const LINKED_LEVEL =
  /^(?:而|又|则)?(?:[一二三四五六七八九〇零○\d]{4}年)?(?:计划|实际|预计|原定|结果)?(?:可以?|可能|将|只|仅|又|也)?(?:为|是|达到?)?(?:约|近)?$/
/** 同比增幅居全市第一，达18.2%: the noun of growth at the head of the clause before. */
function growthBefore({ text, sentence, clause, quantity }: Figure): RegExpExecArray | null {
  // 总产值的增长速度，1981年计划为3.7%，实际达到4.6%: the list of years goes on with it.
  const listed = LISTED_GROWTH.exec(text.slice(sentence.start, clause.start))
  if (listed && LINKED_LEVEL.test(text.slice(clause.start, quantity.from))) return listed
  if (!/^(?:为|达到?|仅|约|高达)*$/.test(text.slice(clause.start, quantity.from))) return null
  return /(增幅|降幅|涨幅|跌幅|增速)[^，。；\d]{2,20}，$/.exec(text.slice(sentence.start, clause.start))
}

/** 增长21.4%和17.9%; 增长13%，力争14%: what stands between figures that share one verb. */
const SHARES_VERB =
  /^[ ]*(?:、|和|与|及|，)[ ]*$|^(?:以上|左右)?[，、](?:并|但|且)?(?:力争|争取|力求|确保|冲刺|奋力|努力|奋斗目标)(?:达到|实现|完成|为|是|[：:])?$/

/** Whether the figure states a change against another time or place, and which way; `before` is what the one before states. */
export function readChange(figure: Figure, before: Change | null): Change | null {
  const { quantity, text, sentence } = figure
  const dimension = quantity.dimension
  // 增长幅度由58.6%回落到27.8%: so is where it came to.
  if (figure.movement === 'to' && dimension === 'ratio' && before?.rule === 'change.growthNoun') return before
  const clauseBefore = text.slice(figure.clause.start, quantity.from)
  const near = clauseBefore.slice(-16)
  // Figures that share one verb: 分别增长118.7%、126.3%; 增长21.4%和17.9%.
  const shared =
    figure.previous &&
    SHARES_VERB.test(text.slice(figure.previous.quantity.end, quantity.from)) &&
    figure.previous.quantity.unit === quantity.unit
      ? before
      : null
  if (
    dimension === 'point' &&
    (/(?:高于|低于|优于|快于|好于|慢于|领先|超过|高出|(?<!降)低)[^，；。]{0,10}$/.test(near) ||
      /(?:高于|低于|快于|慢于|高出|超出|领先)[^，；。]{2,24}(?:速度|增速|增幅|水平|比例|平均|比重)$/.test(
        clauseBefore.slice(-32),
      ))
  )
    return { kind: 'amount', sign: 1, rule: 'change.against' }
  if (
    dimension !== 'ratio' &&
    dimension !== 'multiple' &&
    /(?<!不)(?:低于|高于|少于|多于)(?:全[国省市县区州镇]|上年|去年|同期|周边|[^，；。\d]{0,8}平均)[^，；。\d]{0,10}$/.test(
      near,
    ) &&
    !/^的?(?:平均)?水平/.test(figure.after)
  )
    return { kind: 'amount', sign: 1, rule: 'change.against' }
  if (dimension === 'multiple') {
    if (/(?:是|为|相当于|达到|达)[^，。；]{0,14}的$/.test(near)) return null
    const verb = VERB.exec(near)
    if (!verb && !shared && !/翻/.test(near)) return null
    return { kind: 'growth', sign: 1, rule: 'change.multiple' }
  }
  const column = figure.paragraph.cell?.columnHeaders.join(' ') ?? ''
  if (COLUMN_CHANGE.test(column) && !/增加值|增长点/.test(column)) {
    const sign = /-\s*$/.test(near) || /降幅|下降|减少/.test(column) || (quantity.value ?? 0) < 0 ? -1 : 1
    return {
      kind: dimension === 'ratio' ? 'growth' : 'amount',
      sign: (quantity.value ?? 0) < 0 ? 1 : sign,
      rule: 'change.column',
    }
  }
  const named =
    dimension === 'ratio' && !NATURAL_RATE.test(near) ? (GROWTH_NOUN.exec(near) ?? growthBefore(figure)) : null
  if (named)
    return { kind: 'growth', sign: named[1] === '降幅' || named[1] === '跌幅' ? -1 : 1, rule: 'change.growthNoun' }
  // 保持不低于26.5%的年平均增长率: the noun of growth stands behind.
  if (dimension === 'ratio' && /^(?:以上|左右)?的(?:年均|年平均|平均)?(?:增长率|增长速度|增速|增幅)/.test(figure.after))
    return { kind: 'growth', sign: 1, rule: 'change.growthNoun' }
  if (
    shared?.kind === 'growth' &&
    /力争|争取|力求|努力|确保|冲刺|奋/.test(text.slice(figure.previous?.quantity.end ?? 0, quantity.from))
  )
    return shared
  if (LEVEL.test(near) || NATURAL_RATE.test(near)) return null
  if (
    /(?:缺口|尚缺|还缺|还差|尚差|仍差|超计划|超额)(?:为|达|约)?(?:[\u3400-\u9fff]{2,6})?$/.test(near) &&
    dimension !== 'ratio'
  )
    return { kind: 'amount', sign: 1, rule: 'change.gap' }
  // 场地缺54㎡, 活动少4场, 与先进城市差2分, 以0.6分之差: what is lacking.
  if (
    (dimension === 'area' && /[\u3400-\u9fff]{2}缺$/.test(near)) ||
    (/^(?:session|area|score)$/.test(dimension ?? '') &&
      /[动场地站室积播演训座]少$/.test(near) &&
      !COMPARED.test(clauseBefore)) ||
    (dimension === 'score' && (/(?<![误偏])差(?:了|着|近|约)*$/.test(near) || figure.after.startsWith('之差')))
  )
    return { kind: 'amount', sign: 1, rule: 'change.gap' }
  // 当年新增1.5万册 and 流动率高达三成 tell levels.
  if (dimension !== 'ratio' && /(?:比|较)(?:上年末?|去年底?|年初)[^，。；\d]{0,2}新增$/.test(near))
    return { kind: 'amount', sign: 1, rule: 'change.amount' }
  if (/(?:新增|高达)[^，；。、]{0,2}$/.test(near)) return null
  const net = /净(增|减)(?:加|少|长)?(?:了|近|约|超|逾)?(?:各类|有)?[\u3400-\u9fff]{0,12}$/.exec(near)
  if (net && dimension !== 'ratio') return { kind: 'amount', sign: net[1] === '减' ? -1 : 1, rule: 'change.net' }
  // 比去年多演16场, 比上年少花3万元: the verb stands between.
  const more =
    /(多|少)(?:[演办花放建开增收支销拍接印]|接待|举办|放映|完成|演出|支出|投入|培训)(?:了)?(?:近|约|超|逾)?$/.exec(near)
  if (more && dimension !== 'point' && COMPARED.test(clauseBefore)) {
    return { kind: dimension === 'ratio' ? 'growth' : 'amount', sign: more[1] === '少' ? -1 : 1, rule: 'change.amount' }
  }
  // 补助标准每年提高30元: what is paid is raised by so much.
  const raised =
    dimension === 'money' ? (RAISED.exec(clauseBefore.slice(-32)) ?? EARNED.exec(clauseBefore.slice(-32))) : null
  if (raised) return { kind: 'amount', sign: /[降下低减]/.test(raised[1] ?? '') ? -1 : 1, rule: 'change.raised' }
  // 减时间83%, 精简材料54%: what became less stands between.
  const cut = dimension === 'ratio' ? CUT.exec(near) : null
  if (cut) return { kind: 'growth', sign: -1, rule: 'change.cut' }
  const verb = VERB.exec(near)
  if (!verb) return shared
  const word = verb[1] ?? ''
  const falls = FALLS.test(word)
  // 比全省平均水平低近200元 tells a distance, not a fall.
  const sign = falls && !(word === '低' && /全[国省市县区州]|平均/.test(near)) ? -1 : 1
  if (
    /^(?:多|高|快|低|少|慢|增|涨|升|降|减|跌)$/.test(word) &&
    !COMPARED.test(text.slice(sentence.start, quantity.from)) &&
    !(dimension === 'ratio' || dimension === 'point')
  )
    return null
  if (dimension === 'point') return { kind: 'amount', sign, rule: 'change.points' }
  if (dimension === 'ratio') return { kind: 'growth', sign, rule: 'change.growth' }
  if (/^(?:新增长|扩大|翻|翻了|压缩|缩短)$/.test(word)) return null
  // 所属单位3268个，增加41个: a bare verb behind a level in the same unit compares with the year before.
  const previous = figure.previous
  if (
    previous &&
    previous.quantity.unit === quantity.unit &&
    /^[，、；（]?(?:其中)?(?:分别|各)?(?:净)?(?:增加|减少|上升|下降|提高|降低)(?:了|约|近)?$/.test(
      text.slice(previous.quantity.end, quantity.from),
    )
  ) {
    return { kind: 'amount', sign, rule: 'change.amountBehindLevel' }
  }
  // 平均每年增加12亿元; 参保人数增加736万人: the words say of what time or of what standing number.
  const standing = /(?:人数|户数|总数|数量|总量)(?:又|共|已)?(?:增加|减少)(?:约|近|超|逾)?$/.test(near)
  if (YEARLY.test(near) || (standing && figure.after.trim() === ''))
    return { kind: 'amount', sign, rule: 'change.amount' }
  // 产品的品种增加了2400种。: nothing stands behind that was added.
  const bare =
    /增加了(?:约|近|超|逾)?$/.test(near) &&
    figure.after.trim() === '' &&
    /[\u3400-\u9fff]{2}(?:大约|约|又|已|共)?增加了/.test(near)
  if (bare && !/(?:投入|投资|新|又)增加了/.test(near)) return { kind: 'amount', sign, rule: 'change.amount' }
  if (!COMPARED.test(text.slice(sentence.start, quantity.from)) && !/^(?:减少|下降|降低)$/.test(word)) return null
  // 比上年增加投入30万元 has an object: the figure is of the object.
  return { kind: 'amount', sign, rule: 'change.amount' }
}

/** 减少文化站点12个: a verb of falling in front of a standing quantity tells how much it fell; null elsewhere. */
export function readFallOfStock(figure: Figure, code: string, rulebook: RuleBook): Change | null {
  if (rulebook.indicators.get(code)?.aspect !== 'stock') return null
  const words = figure.text.slice(figure.clause.start, figure.quantity.from)
  return /(?:减少|降低)[^，。；、\d]{2,10}$/.test(words)
    ? { kind: 'amount', sign: -1, rule: 'change.fallOfStock' }
    : null
}
