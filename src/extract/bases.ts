import type { Basis } from '../model/fact.ts'
import type { Figure } from './figures.ts'

export interface BasisReading {
  readonly basis: Basis
  readonly rule: string
}

const AVERAGE =
  /(?:人均|平均每?|户均|馆均|村均|县均|班均|站均|周均|季均|场均|日均|月均|年均|村均|馆均|均|每(?:万|千|百|十万|百万|亿)(?:人|户|名|常住人口|人口|平方公里|册)?[^，；。|]{0,12})[^，；。、|（]{0,10}$/
const NOT_AVERAGE =
  /(?:平均水平|均衡|均居|均为|均已|均达|均获|均有|均按|均|均设|均不|均建|均在|均可|均能|平均分配)[^，；。、|（]{0,8}$/
const EACH =
  /(?:每(?!万|千|百|一批|逢)[^，。；、|]{0,20}|单个[^，。；、|]{0,12}|单馆[^，。；、|]{0,8}|各(?:个)?(?:村|镇|乡|街道|社区|县|市|馆|站|校|班组|点|户|区县|县区|乡镇|镇街|村居)(?:至少|不少于|均不少于)?)$/
/** 每半年在领导小组组织下，开展一次自查: the period stands in the clause before. */
const EACH_CLAUSE =
  /(?:^|[，。；）])[^，。；]{0,14}每(?:半年|季度|月|年|周|日|天|两年|学期)[^，。；]{0,24}，[^，。；]{0,10}$/
const EACH_DISTRIBUTED =
  /各(?:补充|更新|购置|增加|订阅|配送|配备|发放|赠送|补助|奖励|设|建|举办|开展|安排|选派|下派|新建|评选|选出)[^，；。、|]{0,6}$/
/** 各村组建一支文艺队: what each place sets up for itself is told in ones, what all of them did in larger numbers. */
const EACH_SETS_UP =
  /各(?:个)?(?:村|镇|乡|街道|社区|乡镇|镇街|街镇|县区|区县|县市|文化站|分馆|馆站|支部|部门|班级|小区|村居|村（社区）|学校|单位)(?:都|均|分别|至少)*(?:组织|组建|成立|建有|建立|建成|建起|设立|设有|配备|配有|选派|培育|打造|确定|明确|拥有|有|举办|开展|演出|放映)(?:了|起)?$/
/** 各乡镇、街道配齐专干2名; 每个社区、村配备辅导员1名: several kinds of places, each of which is given so many. */
const EACH_OF_LIST =
  /(?:每个?|各)[\u3400-\u9fff]{1,4}(?:、[\u3400-\u9fff]{1,4}){1,3}(?:和[\u3400-\u9fff]{1,4})?(?:均|都|至少|应|要|须)*(?:配[齐好备强]|设[立置]?|建[立成]?|选[派配]|安排|落实|确定)[^，；。|]{0,20}$/
/** 8个社区均建有不低于50平方米的活动室: as large as that in each of those counted. */
const EACH_OF_COUNTED = /[个家所座][^，。；\d]{1,10}(?:均|都|全部)(?:建|配|设|达)[成有到备]{0,2}[^，。；]{0,8}$/
const THRESHOLD =
  /^(?:以上)?(?:的)?(?:企业|项目|景区|乡镇|村|稿件|单位|行政村|产业|集群|文章|场馆|园区|大型|作品|活动|小区|设施|以上的?[\u3400-\u9fff]{2,6})/

/** 平均每馆举办展览12个，教育活动250个，接待观众: items of a list behind what is averaged for each body. */
const AVERAGE_LIST =
  /(?:^|[，；。])平均每(?:个|家|座)?[馆团站村县镇乡校所][^，。；\d]{2,14}[\d.]+[^，。；]{0,10}(?:，(?![^，。；\d]*(?:全|共|总|累计|带动|实现|同比|比|其中|增|占))[^，。；\d]{2,12}[\d.]+[^，。；\d]{0,10}){0,4}，(?![^，。；\d]*(?:全|共|总|累计|带动|实现|同比|比|其中|增|占))[^，。；\d]{2,12}$/

const EACH_OF_NAMED =
  /[\u3400-\u9fff]{2}[、和][\u3400-\u9fff]{2,10}各(?:办|举办|开展|组织|演出|放映|搞|有|为|约|设|建|培训|评选|推出|获)[了约近]*$/
/** 每年进村演戏100场左右，放映公益电影400多场: what is done every year goes on over commas, verb by verb. */
const YEARLY =
  /(?:^|[。；：，\n])[ ]*[^，。；\d]{0,12}每年[^，。；\d]{0,12}(?:送|举办|开展|组织|放映|演出|新增|补充|购置|培训)[^。；]*$/
const NEXT_DEED = /^[^，。；]{0,6}，(?:送|举办|开展|组织|放映|演出|新增|补充|购置|培训)[^，。；\d共累已全今其]{0,12}$/
/** 缺一室扣2分, 每少1场扣1分, 刊发一次得50分: so many points for one. */
const POINTS_FOR_ONE =
  /(?:[少缺差漏迟每]|未|不)[^，。；]{0,4}[一1][\u3400-\u9fff]{1,10}(?:扣|减|加|得)$|[一1][次条篇项件](?:得|得分|扣|加|计|奖)$|[一1][次条篇项件][\u3400-\u9fff]{2,8}扣$/
/** 展厅每天开放11小时，其中白天8小时，夜场3小时; 夏天晚上多开1.5小时. */
const PART_OF_DAY = /(?:白天|晚上|夜间|上午|下午|中午|周末|双休日|节假日|夏季|冬季|夏天|冬天)[^，。；\d]{0,6}$/
/** 4个设区市营收均超过200亿元: what all of them reach, one by one. */
const ALL_REACH = /(?:均|都)(?:超过?|突破|在|达到?|不低于|不少于|不足|低于|高于|保持在)$/

/** What ends a norm that holds for each (每个乡镇…): a bound or sum of its own. */
const OF_ALL = /最多|最高|共|满分|合计|总分|全[县市区省镇街]/
/** Places of which there are many: 乡镇综合文化站, 村（社区）. */
const KIND_OF_PLACE =
  /(?:^|[，。；：、 ])(?:农村|城市)?(?:[一二三特]级[站馆]|乡镇|镇|村|社区|街道|行政村|乡)(?:（[\u3400-\u9fff]{1,4}）)?(?:级|综合|文化|文体|设|有|图书|农家|编制|不少|不低|应|须|面积)[^。；]*$/
const MEASURED: ReadonlySet<string> = new Set(['area', 'person', 'hours', 'book', 'item', 'session'])
/** 1-2名/镇: so many for each. */
const PER = /^\/(?:个)?(?:镇|乡|村|社区|街|人|场|户|馆|站|年|月|天|次|县|校|周|处|台|平方米)/
/** 500张以上床位医院12个, 100～199张床位医院31个: how large those are that are counted behind. */
const SIZE_OF_COUNTED =
  /^的?[\u3400-\u9fff（）]{2,10}(?:共?有?|达)(?:近|约|超)?(?:\d|[一二三四五六七八九十百]{1,4}[个家所座])/
const HELD_BY_COUNTED =
  /^的[“\u3400-\u9fff]{2,12}(?:书屋|书房|图书室|阅览室|文化站|活动室|文化中心|服务中心|广场|大院|礼堂|场馆|分馆|戏台|舞台)”?共?(?:\d+|[一二三四五六七八九十百两]{1,4})[个家所座处间]/
/** 每千人口三岁以下婴幼儿托位数达到3.9个: the age before the number does not end what is per head. */
const PER_HEAD =
  /每(?:万|千|百|十万|百万)(?:名?常住)?(?:人口|人|户|名|职工|劳动力)[^，；。、\d]{0,6}[\d一二三四五六七八九十]{1,3}(?:岁|周岁)[^，；。、\d]{1,14}$/
/** 平均每人全年用于生活费的收入为500元; 按人口平均，每人收入85元: a mean, however long it is told. */
const EACH_ON_AVERAGE =
  /(?:平均每[人户个名][^，；。]{0,24}|按[^，。；]{2,14}平均，[^，；。]{0,10}每[人户][^，；。]{0,10})$/
/** 每吨钢的综合能耗由2.5吨煤降到2.3吨: what is used or yielded for each is a mean. */
const FOR_EACH_UNIT =
  /每(?:吨|度|公斤|亩|公顷|万元|千瓦时)[^，。；]{0,8}(?:能耗|耗[煤电水油能]量?|消耗|产量|单产|成本|产值)[^。；\d]{0,8}(?:[\d.]+[\u3400-\u9fff]{1,3}，?[^。；\d]{0,8})?$/
/** 对新评定的景区一次性奖励50万元: so much for each of them. */
const AWARDED = /对[^，。；]{2,24}(?:分别|各|一次性|每[家个名])(?:给予)?(?:一次性)?(?:奖励|补助|补贴|奖补)(?:资金)?$/

/** 各配送图书1000册，报刊100种: what is handed out to each goes on over a comma; 每周开放48小时，培训300期 does not. */
const isHandedOut = ({ text, clause, previous }: Figure): boolean =>
  previous !== null &&
  /(?:各|每[^，。；]{1,8})(?:配送|配备|发放|赠送|补助|补贴|奖励|增配|安排)[^，。；]{0,12}$/.test(
    text.slice(Math.min(clause.start, previous.clause.start), previous.quantity.from),
  )

/** Whether the figure is a total, holds for each of several, or is an average. */
export function readBasis(
  figure: Figure,
  shared: BasisReading | null,
  previous: { readonly basis: BasisReading; readonly isNorm: boolean } | null,
  isNorm: boolean,
): BasisReading {
  const clauseHead = figure.text.slice(figure.sentence.start, figure.quantity.from)
  const { quantity, text } = figure
  const before = previous?.basis ?? null
  const norm = previous?.isNorm ? previous.basis : null
  // 人均经费由2015年的5元增加到8元: the words that both ends of a movement share.
  const head = figure.movement ? figure.before : text.slice(figure.item.start, quantity.from)
  const clause = text.slice(figure.clause.start, quantity.from)
  // 每个县（市、区）扶持10支: a bracket parts nothing.
  const since = (figure.previous ? text.slice(figure.previous.quantity.end, quantity.from) : clause).replace(
    /（[^（）\d]*）/g,
    '',
  )
  // 平均每馆举办展览12个，教育活动250个: the average goes on over a list of bare nouns.
  if (AVERAGE_LIST.test(text.slice(figure.sentence.start, quantity.from)))
    return { basis: 'average', rule: 'basis.average' }
  // 人均藏书：0.8册 1.0册: two figures of one label.
  if (shared && figure.previous && since.trim() === '') return shared
  if (quantity.dimension === 'age' && quantity.modifier !== 'exact' && !/平均|寿命/.test(clause))
    return { basis: 'each', rule: 'basis.threshold' }
  if (FOR_EACH_UNIT.test(clauseHead)) return { basis: 'average', rule: 'basis.average' }
  if ((PER_HEAD.test(clause) || EACH_ON_AVERAGE.test(clauseHead)) && quantity.dimension !== 'ratio')
    return { basis: 'average', rule: 'basis.average' }
  if (quantity.dimension === 'area' && EACH_OF_COUNTED.test(clause)) return { basis: 'each', rule: 'basis.each' }
  // 低于全区1.12册的平均水平
  if (/^的平均水平/.test(figure.after)) return { basis: 'average', rule: 'basis.average' }
  if (/平均水平/.test(head.slice(-12)) || /^(?:以上|以下)?的?平均水平/.test(figure.after))
    return { basis: 'total', rule: 'basis.total' }
  if (
    AVERAGE.test(head) &&
    !(
      NOT_AVERAGE.test(head) &&
      !/(?:人均|平均|户均|馆均|村均|县均|班均|站均|(?<!每)周均|季均|场均|日均|(?<!每)月均|(?<!每)年均)/.test(head)
    )
  ) {
    return { basis: 'average', rule: 'basis.average' }
  }
  if (/(?:人均|平均|日均|场均|年均)[^，；。、|]{0,12}$/.test(since) && !/平均水平/.test(since))
    return { basis: 'average', rule: 'basis.average' }
  if (
    !figure.previous &&
    EACH_CLAUSE.test(text.slice(figure.sentence.start, quantity.from)) &&
    quantity.dimension === 'session'
  )
    return { basis: 'each', rule: 'basis.each' }
  if (EACH.test(since) && !/每(?:年|季度?|月)?(?:以来)/.test(since)) return { basis: 'each', rule: 'basis.each' }
  if (PER.test(text.slice(quantity.end, quantity.end + 8)) || AWARDED.test(clause))
    return { basis: 'each', rule: 'basis.each' }
  // 炼铁和炼钢各300万吨, 市树市花各6个品种
  if (
    /[\u3400-\u9fff”》]{3}各[约近]?$/.test(since) ||
    /[\u3400-\u9fff](?:和|、|与)[\u3400-\u9fff]{1,14}各$/.test(since)
  )
    return { basis: 'each', rule: 'basis.each' }
  // 档案柜、文件柜各2组: so many of each kind that was named.
  // 两馆各20万元; 端午节包粽子、重阳节敬老各办1场.
  if (
    /[两二三四五六七八九十\d]+[个家所座处]?[馆站院团村镇乡县市区校社班]各[约近为]*$/.test(since) ||
    EACH_OF_NAMED.test(since)
  )
    return { basis: 'each', rule: 'basis.each' }
  if (/[\u3400-\u9fff]{2}(?:柜|架|桌|椅|机|箱|台|室|馆|站|队|社|班|村|校|类|种)各[约近]?$/.test(since))
    return { basis: 'each', rule: 'basis.each' }
  if (quantity.dimension === 'score' && POINTS_FOR_ONE.test(clause)) return { basis: 'each', rule: 'basis.each' }
  if (quantity.dimension === 'hours' && before?.basis === 'each' && PART_OF_DAY.test(since)) return before
  if (
    quantity.dimension === 'hours' &&
    /(?:每天|晚上|夜间|中午|周末|节假日)[^，。；]{0,4}(?:多开|延长|延时|增开)[^，。；\d]{0,4}$/.test(clause)
  )
    return { basis: 'each', rule: 'basis.each' }
  if (
    quantity.dimension !== 'ratio' &&
    ALL_REACH.test(since + text.slice(quantity.from, quantity.start)) &&
    /\d|[一二三四五六七八九十]/.test(clauseHead.slice(0, -since.length))
  )
    return { basis: 'each', rule: 'basis.each' }
  if (before?.basis === 'each' && NEXT_DEED.test(since) && YEARLY.test(clauseHead)) return before
  if (/^，(?:去年|上年)同期[^，。；\d]{0,4}$/.test(since) && before?.basis === 'each') return before
  // 人均藏书0.31册，离国家规定的0.6册: the standard is a mean as well.
  if (
    before?.basis === 'average' &&
    /^，[^，。；\d]{0,6}(?:规定|标准|要求)(?:的|为|是)?$/.test(since) &&
    quantity.dimension !== 'ratio'
  )
    return before
  // 街道1.02万册，社区（村）1200—2300册, in a cell.
  if (
    figure.paragraph.cell !== null &&
    /^(?:range|at_least)$/.test(quantity.modifier) &&
    /(?:社区|行政村|村|乡镇)$/.test(since.trim())
  )
    return { basis: 'each', rule: 'basis.each' }
  if (EACH_OF_LIST.test(since)) return { basis: 'each', rule: 'basis.each' }
  if (EACH_DISTRIBUTED.test(since)) return { basis: 'each', rule: 'basis.each' }
  if ((quantity.value ?? 9) <= 3 && EACH_SETS_UP.test(since)) return { basis: 'each', rule: 'basis.each' }
  if (
    figure.quantity.dimension === 'money' &&
    /(?:过|超|超过|以上)$/.test(text.slice(quantity.start - 2, quantity.start)) &&
    THRESHOLD.test(figure.after)
  )
    return { basis: 'each', rule: 'basis.threshold' }
  if (
    /以上$|以下$/.test(quantity.numerals.length ? text.slice(quantity.start, quantity.end) : '') &&
    /^的?(?:企业|项目|景区|村|行政村|乡镇|产业|集群|人口|老年人|老人|工业)/.test(figure.after) &&
    ['money', 'age', 'area', 'person'].includes(quantity.dimension ?? '')
  )
    return { basis: 'each', rule: 'basis.threshold' }
  if (
    /^(?:range|at_least|at_most)$/.test(quantity.modifier) &&
    ['item', 'area', 'person', 'book', 'money', 'energy', 'mass'].includes(quantity.dimension ?? '') &&
    !/(?:达到?|为|有|在|不少于|不低于|不超过|至少|控制在|保持在|稳定在)$/.test(
      text.slice(quantity.from - 3, quantity.start),
    ) &&
    SIZE_OF_COUNTED.test(text.slice(quantity.end, quantity.end + 20))
  )
    return { basis: 'each', rule: 'basis.threshold' }
  // 藏书1700余册的标准化农家书屋六个, 面积300平方米的文化站5个: as much in each of those counted behind.
  if (
    /^(?:book|area|land)$/.test(quantity.dimension ?? '') &&
    HELD_BY_COUNTED.test(text.slice(quantity.end, quantity.end + 24))
  )
    return { basis: 'each', rule: 'basis.threshold' }
  // 12个中心，面积最大700平方米，最小200平方米: of one of them each.
  if (
    quantity.dimension === 'area' &&
    /最[大小][为达约仅有]*$/.test(clause) &&
    /最大[^。]*最小|最小[^。]*最大/.test(text.slice(figure.sentence.start, figure.sentence.end))
  )
    return { basis: 'each', rule: 'basis.each' }
  if (quantity.dimension === 'hours' && /(?:周|每天|每日|日)(?:开放|开馆)/.test(clause))
    return { basis: 'each', rule: 'basis.each' }
  if (/在每[^，。；]{1,20}(?:期间|时|中|前|后)，$/.test(text.slice(figure.sentence.start, figure.clause.start)))
    return { basis: 'each', rule: 'basis.each' }
  // 藏书过10万册的分馆, 阅读量超过10万次的稿件: a threshold that qualifies what follows.
  if (
    /^(?:over|at_least)$/.test(quantity.modifier) &&
    /^的(?:[\u3400-\u9fff]{2,8}|有?$)/.test(figure.after.trim()) &&
    /[有共达]?[\d一二三四五六七八九十两]/.test(text.slice(quantity.end, figure.clause.end + 12)) &&
    /(?:过|超|超过|以上|逾|突破)/.test(text.slice(quantity.from - 2, quantity.end)) &&
    quantity.dimension !== 'ratio'
  )
    return { basis: 'each', rule: 'basis.threshold' }
  // 每日推送微信1条、微博1条: the bare noun shares what was said of the one before.
  if (
    shared &&
    shared.basis === 'each' &&
    shared.rule === 'basis.each' &&
    (!since.includes('，') || isHandedOut(figure))
  )
    return shared
  // 医师日均担负诊疗6人次、住院2床日: so does an average.
  if (
    shared?.basis === 'average' &&
    /^[、和及与]/.test(since) &&
    quantity.dimension !== 'ratio' &&
    !/[共总]/.test(since)
  )
    return shared
  // 乡镇文化站面积不少于300平方米: what is required of a kind of places holds for each of them.
  if (isNorm && KIND_OF_PLACE.test(clauseHead) && MEASURED.has(quantity.dimension ?? ''))
    return { basis: 'each', rule: 'basis.eachOfKind' }
  // 每个乡镇文化站面积不低于300平方米，配备图书3000册，…: a norm goes on for each of them.
  if (norm?.basis === 'each' && !/^(?:ratio|score)$/.test(quantity.dimension ?? '') && !OF_ALL.test(since))
    return { basis: 'each', rule: 'basis.eachOfNorm' }
  const row = figure.paragraph.cell?.rowHeaders.join(' ') ?? ''
  if (/^每(?!万|千|百)/.test(row) && quantity.dimension !== 'score') return { basis: 'each', rule: 'basis.header' }
  if (
    /^(?:人均|平均|每万人|每百人|每千人)/.test(row) ||
    (/率$/.test(row) && quantity.dimension !== 'ratio' && quantity.dimension !== 'score')
  )
    return { basis: 'average', rule: 'basis.header' }
  return { basis: 'total', rule: 'basis.total' }
}
