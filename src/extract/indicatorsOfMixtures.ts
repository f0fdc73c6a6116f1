import { findCounted } from './countedNouns.ts'
import type { Figure } from './figures.ts'
import { counted, decided, type IndicatorReading, type IndicatorRule, type View } from './indicatorView.ts'

/** Two nouns that one number counts: 讲座及展览共计96场. */
const PAIR =
  /([\u3400-\u9fff]{2,12}?)(?:[、和及与]|以及)([\u3400-\u9fff]{2,10}?)(?:等|各类|系列)?(?:共计|合计|总计|累计|共)(?:近|约|超|超过|达|有|举办|开展|组织)*$/
/** A list that ends in 等: 歌咏大赛、主题文化活动、文艺汇演等，共计12项. */
const LIST =
  /([^。；！？]{4,80})等[，]?(?:各类|多种)?(?:共计|合计|总计|累计|共)(?:近|约|超|超过|达|有|举办|开展|组织)*$/

/** What both of them end in. */
const SUMMED_UP = /[共计](?:近|约|超|超过|达|有|举办|开展|组织)*$/

/** The code that a noun leads to by itself, or null. */
function codeOf(words: string, { reach, dimension, rulebook }: View): string | null {
  const own = { ...reach, head: words, clause: words, item: words }
  return findCounted(words, own, dimension, rulebook, true)?.row.code ?? null
}

/** Whether the words name events of more than one kind. */
function areMixed(words: readonly string[], view: View): boolean {
  const codes = words
    .map((one) => codeOf(one.trim(), view))
    .filter((code) => code?.endsWith('.sessions') || code === 'contest.count')
  return new Set(codes).size >= 2
}

const isOfMixture = (reading: IndicatorReading | null): boolean =>
  reading?.rules.includes('indicator.mixedEvents') === true

export const mixedEvents: IndicatorRule = {
  id: 'indicator.mixedEvents',
  of: ['visit', 'person', 'session', 'item'],
  because:
    'one number of events of several kinds (讲座及展览共计96场) counts cultural activities, and so do the people who came',
  read: (view) => {
    const { figure, dimension, people, context, rulebook } = view
    if (!rulebook.indicators.has('activity.sessions')) return null
    // 共计12项15场，参与群众1.2万人: what follows is of the same activities.
    if (people && view.generic && isOfMixture(context.before))
      return decided('activity.attendance', 'indicator.mixedEvents', '共计', 'topic')
    if (dimension !== 'session' && dimension !== 'item') return null
    if (figure.previous?.quantity.end === figure.quantity.from && isOfMixture(context.before))
      return decided('activity.sessions', 'indicator.mixedEvents', '共计')
    const words = figure.text.slice(figure.sentence.start, figure.quantity.from)
    if (!SUMMED_UP.test(words)) return null
    const pair = PAIR.exec(words)
    if (pair && areMixed([pair[1] ?? '', pair[2] ?? ''], view))
      return decided('activity.sessions', 'indicator.mixedEvents', '共计')
    const list = LIST.exec(words)
    return list && areMixed((list[1] ?? '').split(/[、，和及与]/), view)
      ? decided('activity.sessions', 'indicator.mixedEvents', '共计')
      : null
  },
}

/** The label that the clauses before the figure stand under: 站舍建筑面积：三级站不少于300平方米. */
const UNDER = /(?:^|[。；！？，\s、.])([\u3400-\u9fff（）]{2,16})：[^：。；！？]*$/

export const underLabel: IndicatorRule = {
  id: 'indicator.underLabel',
  of: ['area', 'money', 'book', 'hours', 'person', 'item', 'session'],
  because: 'behind a label only the kinds are told (站舍建筑面积：三级站不少于300平方米): the label names the thing',
  read: (view) => {
    const { figure } = view
    if (view.subject.side === 'after') return null
    const label = UNDER.exec(figure.text.slice(figure.sentence.start, figure.quantity.from))?.[1]
    if (!label || /情况|方面|如下|其中/.test(label)) return null
    const own = { ...view, reach: { ...view.reach, head: label, clause: label, item: label } }
    const reading = counted(own, label, 'topic', true)
    return reading ? { ...reading, rules: ['indicator.underLabel', ...reading.rules] } : null
  },
}

export const classes: IndicatorRule = {
  id: 'indicator.classes',
  because: 'what is counted in classes (14个班, 86班次) is taught',
  read: ({ figure, reach, rulebook }) =>
    /^(?:个班|期班|个班级)$/.test(figure.quantity.unit) &&
    reach.inDomain &&
    rulebook.indicators.has('training.sessions')
      ? decided('training.sessions', 'indicator.classes', '班')
      : null,
}

export const divisions: IndicatorRule = {
  id: 'indicator.divisions',
  because:
    'villages, quarters and towns that are counted without any noun (我镇32村) are what a region is divided into',
  read: ({ figure, subject, rulebook }) =>
    /^(?:村|社区|乡镇|镇|乡|街道|行政村|自然村|村居|镇街|市|州|盟|旗|区|县市|地市|县|县区|县市区|区县|乡（镇）)$/.test(
      figure.quantity.unit,
    ) &&
    (subject.side !== 'after' || figure.after.startsWith('（')) &&
    /^(?:（[市区县、旗]+）)?(?:$|[，、；。）\d]|全部|均|都)/.test(figure.after) &&
    rulebook.indicators.has('region.divisions')
      ? decided('region.divisions', 'indicator.divisions', figure.quantity.unit)
      : null,
}

/** What a township or village puts its money into: 投资100多万元，新建了文化活动室. */
const BUILT =
  /^[^。；]{0,24}(?:新建|建设|改造|修建|建成|建起|兴建|添置|购置|配备|装修|扩建|改建|提升|完善|翻修|维修|更新|修缮)[^。；]{0,24}(?:文化站|活动室|书屋|书房|文化广场|文体广场|文化中心|服务中心|活动中心|文化大院|文化礼堂|文化馆|图书馆|戏台|舞台|健身器材|文体设施|文化设施|音响|阅览室|综合楼|实践站|实践所|图书|剧场|剧院|影剧院|排练厅|排练场|展厅|陈列|库房|馆舍|新馆|文化长廊|非遗馆|博物馆|美术馆|纪念馆|灯光|演出设备|演出车|文化公园|阅读空间)/

export const builtWith: IndicatorRule = {
  id: 'indicator.builtWith',
  of: ['money'],
  because: 'money by which cultural places are built or furnished is put into culture (投资100多万元，新建文化活动室)',
  read: ({ figure, item, reach, rulebook }) =>
    reach.inDomain &&
    ((/(?<!总|完成|计划|概算|协议)(?:投资|投入|出资|花费|花|耗资|斥资|筹资)(?:了|近|约|超|达|共|资金)*$/.test(item) &&
      BUILT.test(figure.text.slice(figure.quantity.end, figure.sentence.end))) ||
      (/(?:花|花费|耗资|用去|共用|花去|投入)(?:了|近|约|超|达|共|资金)*$/.test(item) &&
        BUILT.test(`，${figure.text.slice(figure.sentence.start, figure.item.start).slice(-40)}`))) &&
    !/旅游|文旅|景区|产业|企业|招商|奖补|补助/.test(reach.sentence) &&
    rulebook.indicators.has('finance.investment')
      ? decided('finance.investment', 'indicator.builtWith', '投资')
      : null,
}

/** Rooms and places of culture, by their last character. */
const ROOM = /(?:室|厅|馆|楼|学校|中心|舞台|基地|空间|书屋|礼堂|广场|站|吧|长廊|角|场地|用房|场馆|剧场|大院|教室|库房)$/
const NO_CULTURE = /球|健身|体育|泳|住宅|辖区|耕地|绿化|绿地|厂|商业|酒店|医院|卫生/

/** 一楼是多功能厅（130平方米）, 改建成文化广场，有800平方米: the room stands right before its bare area. */
function isBehindRoom({ text, sentence, quantity }: Figure): boolean {
  const room =
    /([\u4e00-\u9fff]{2,8})(?:（(?:规划|设计|新建|拟建|建筑|占地|总)*(?:面积)?|，(?:共?有|共|总?面积|计|总计|合计|约)+|，)$/.exec(
      text.slice(sentence.start, quantity.from).replace(/(?:近|约|超过?)$/, ''),
    )?.[1]
  return room !== undefined && ROOM.test(room) && !NO_CULTURE.test(room)
}

/** 每个社区不少于100平方米: the room that each place is to have. */
const isOfEachPlace = ({ before }: Figure): boolean =>
  /(?:每个?|各|单个)[\u3400-\u9fff]{0,8}(?:社区|行政村|村|乡镇|街道|[馆站院室]|中心|书屋|广场)(?:建设|配备|设有|建有)?(?:面积)?$/.test(
    before.replace(/(?:[不至]?[少低]于|达到?|约)+$/, '').trim(),
  )

/** 新建传习中心4个，每个不小于500平方米 */
const EACH_ROOM =
  /^[，、（]每[个座处家所站馆室间](?:建筑)?(?:面积)?(?:均|都|应|要)?(?:不少于|不小于|不低于|不少于|约|近|达)*$/

export const roomArea: IndicatorRule = {
  id: 'indicator.roomArea',
  of: ['area'],
  because:
    'an area whose noun is a room or place (110余平米的老年书画室), or right behind the number of places (活动室24个3000平方米), is that of a cultural facility',
  read: ({ figure, subject, reach, rulebook, context, since }) =>
    ((reach.inDomain && subject.side === 'after' && ROOM.test(subject.words) && !NO_CULTURE.test(subject.words)) ||
      (reach.inDomain && (isBehindRoom(figure) || isOfEachPlace(figure))) ||
      ((since.trim() === '' || EACH_ROOM.test(since.trim())) && /^facility\./.test(context.before?.code ?? ''))) &&
    rulebook.indicators.has('facility.area')
      ? decided('facility.area', 'indicator.roomArea', subject.words)
      : null,
}

export const lessons: IndicatorRule = {
  id: 'indicator.lessons',
  because: 'what is counted in 班次 or lessons and has no noun of its own is taught',
  read: ({ figure, reach, rulebook }) =>
    /^(?:个班次|班次|节课|课次)$/.test(figure.quantity.unit) &&
    reach.inDomain &&
    rulebook.indicators.has('training.sessions')
      ? decided('training.sessions', 'indicator.lessons', '班')
      : null,
}
