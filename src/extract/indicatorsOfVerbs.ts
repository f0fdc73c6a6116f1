import {
  counted,
  decided,
  type IndicatorReading,
  type IndicatorRule,
  inherited,
  topic,
  type View,
} from './indicatorView.ts'

/** What is done to a place that stands already. */
const RENEWED =
  '(?:改造提升|提升改造|改造升级|升级改造|提档升级|提质升级|提质改造|提质增效|维修改造|改建扩建|改扩建|改建|扩建|翻建|翻新|翻修|改造|提升|维修|整修|修葺|更新改造|改陈|布展提升)'
const RENEWED_BEFORE = new RegExp(
  `(?:^|[^建设])(?:完成|实施|新|对|已|共|累计|再|全面|集中|启动|推进|计划|投资|安排)*${RENEWED}(?:了|完成)?(?![后前过的])[^，。；\\d]{2,24}$`,
)
/** 对4个文化站进行提升改造, 100个文化广场改造任务. */
const RENEWED_BEHIND = new RegExp(
  `^([^，。；、\\d]{2,16}?)(?:的?(?:进行|实施|开展|完成)?了?(?:全面|整体|集中|统一)?)${RENEWED}(?:任务|工程|项目|工作)?(?:[，。；、]|$|[已均全顺基按如]|竣工|完成|完工)`,
)
const NEWLY_BUILT = /(?:新建|新改建|新（改|新、改|新改扩建|建设|兴建)[^，。；\d]*$/
const IS_FACILITY = /^facility\.(?!renovated|area|open_hours|visits|broadcast_point|institutions)/

export const renewed: IndicatorRule = {
  id: 'indicator.renewed',
  of: ['item', 'place'],
  because:
    'places that were rebuilt or improved (改造提升文化站5个) are counted as such, and not as places that there are',
  read: (view) => {
    const { figure, subject, head, reach, rulebook } = view
    if (!/^[个处家座所间]$/.test(figure.quantity.unit) || !reach.inDomain) return null
    const item = figure.text.slice(Math.max(figure.item.start, figure.clause.start), figure.quantity.from)
    const told =
      subject.side === 'after'
        ? (RENEWED_BEHIND.exec(figure.text.slice(figure.quantity.end, figure.clause.end))?.[1] ??
          (RENEWED_DIRECTLY.test(head) ? subject.phrase : ''))
        : subject.side === 'before' && RENEWED_BEFORE.test(item) && !NEWLY_BUILT.test(item)
          ? subject.phrase
          : ''
    const place = told === '' ? null : counted(view, told, 'noun', false)
    return place &&
      (IS_FACILITY.test(place.code) || place.code === 'facility.renovated') &&
      rulebook.indicators.has('facility.renovated')
      ? decided('facility.renovated', 'indicator.renewed', '改造', 'item')
      : null
  },
}
/** 改造文化站的 is no deed on the number behind it; 改造12个文化站 is. */
const RENEWED_DIRECTLY = new RegExp(`(?<!新建[、或和及]?)${RENEWED}(?:了|完成|全[市县区镇]|城区|农村|基层|老旧)*$`)

const BOUGHT =
  /(?:新购|购入|购进|采购|购置|购买|新增|增加了|补充|更新|添置|增补|新入藏|入藏|新进|购书|进书|添书|补书|购新书|增订)[^。；]{0,24}$/
const HAS_NOW =
  /(?:馆藏|藏书|藏量|存书|图书总[数量])[^，。；\d]{0,6}(?:达到?|为|共|有|增加到|增至|突破|超过)[^，。；\d]{0,4}$|(?:增加到|增至|达到|总计达)$/
const GIVEN = /赠|配送|发放|送书|捐|流转|借|归还|阅读量|展出|电子|数字|有声|收缴|盗版|销售|出版|编印|下架|剔除/
const IS_BOOKS = /^(?:图书|书籍|新书|书刊|文献|书|纸质图书|少儿图书|各类图书|各类书籍|图书文献|新图书)?$/

export const boughtBooks: IndicatorRule = {
  id: 'indicator.boughtBooks',
  of: ['book'],
  because: 'books behind 新购, 补充 or 更新 came in, whatever the noun before them was (藏书3万册，当年新购1200册)',
  read: (view) => {
    const { figure, subject, since, reach, rulebook, context } = view
    if (!/^(?:余)?(?:册|本)/.test(figure.quantity.unit) || !reach.inDomain) return null
    if (subject.side === 'after' && !IS_BOOKS.test(subject.words)) return null
    const told = since.slice(since.search(/[^；]*$/))
    if (!BOUGHT.test(told) || HAS_NOW.test(told) || GIVEN.test(told) || /人均|每万人|平均每人/.test(told)) return null
    const own = counted(view, subject.phrase, 'noun', true)
    if (own?.code === 'library.acquisitions') return own
    if (context.previous !== null || /书|册|文献/.test(told) || subject.side === 'after')
      return rulebook.indicators.has('library.acquisitions')
        ? decided('library.acquisitions', 'indicator.boughtBooks', BOUGHT.exec(told)?.[0].slice(0, 2) ?? '')
        : null
    return null
  },
}

/** Deeds by whose verb the number of times or works is of one kind. */
const DEEDS: readonly (readonly [deed: RegExp, units: RegExp, code: string])[] = [
  [
    /(?:放映|播放|(?<![开播发])放)(?:了|过)?[^，。；\d]{0,16}(?:片|电影)(?:等)?(?:各类影片|各类电影)?$|放映(?:了|过|共|累计|等)*$/,
    /^场/,
    'film.screenings',
  ],
  [
    /(?:访问|浏览|点击|点播|播放|阅读|曝光|转发)(?:总?量|总?数|次数|达|超过?|突破|近|共|累计)*$/,
    /^(?:余)?次$/,
    'media.views',
  ],
  [/(?:开讲|宣读讲授|主讲)(?:了|过|共|累计|已)*$/, /^[场期讲次]/, 'lecture.sessions'],
  [
    /(?:^|[^表导排参扮主讲])(?:来|去|共|已|又|再|加|公|巡|展|义|汇|首|下乡|登台|献|上)?演(?:了|过|出过|出了)?$/,
    /^[场次]/,
    'performance.sessions',
  ],
  [
    /(?:创作|创排|编创|创编|原创|新创|自创|编排|编演|自编)(?:了|出|并[^，。；\d]{2,4})?[^，。；\d]{2,30}$/,
    /^(?:件|首|部|幅|篇|支|台|出|折|集|段|曲|本|组)$/,
    'works.count',
  ],
  [
    /征集(?:到了?|了)?(?![^，。；\d]*(?:文物|文献|藏品|实物|史料|线索|意见|建议|问题|需求|档案|古籍|图书|书籍|资料|标本|项目|族谱|家谱|照片|物件|展品|民俗|物品|遗物|信件))[^，。；\d]{2,16}$/,
    /^(?:件|首|幅|篇|副|则|张)$/,
    'works.submitted',
  ],
  [
    /(?:文物|文保单位|文物保护单位|古建筑?|文物点|古墓葬?|旧址|故居)[^，。；\d]{0,4}(?:抢修|修缮|维修|修复|加固)(?:了|完成|完)?$/,
    /^[处座]$/,
    'relic.projects',
  ],
]

export const deedDone: IndicatorRule = {
  id: 'indicator.deedDone',
  of: ['session', 'item', 'place'],
  because: 'the verb tells what was done so many times (放映戏曲片420场, 来演过2场) or made (创作农民画31件)',
  read: (view) => {
    const { figure, subject, reach, rulebook } = view
    if (!reach.inDomain || subject.side === 'after') return null
    const item = figure.text.slice(figure.clause.start, figure.quantity.from)
    const { unit } = figure.quantity
    const deed = DEEDS.find(([words, units]) => units.test(unit) && words.test(item))
    if (!deed || !rulebook.indicators.has(deed[2])) return null
    // The noun says the same by itself.
    const own = counted(view, subject.phrase, 'noun', true)
    if (own?.code === deed[2]) return own
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const inForce = view.dimension === 'session' ? topic(view, told) : null
    if (inForce?.code === deed[2]) return inForce
    if (deed[2] === 'works.count' && /版权|标准|规范|展出|征集|获奖|入选|获|参展|视频号|推送|发布/.test(item))
      return null
    return decided(deed[2], 'indicator.deedDone', deed[0].exec(item)?.[0].slice(0, 4) ?? '')
  },
}

/** 机关120场、农村430场、民营院团平均每团107场: only where or by whom is told. */
const WHERE =
  /^(?:其中)?(?:全[市县区]|本地)?(?:[^进送下到，。；]{0,4})(?:机关|农村|乡村|学校|校园|中小学|高校|社区|企业|乡镇|镇街|街道|城区|城市|村居|院团|剧团|剧院|剧场|景区|军营|部队|网络|广场|敬老院|养老院|工地|园区|馆内|馆外|基层|国外|境外|省外|市外|县外|外地|本地|室内|室外|寺庙|牧区|[省市县区镇乡村]直|工厂|车间|农家书屋|书屋|分馆|总馆|文化站)(?:平均)?$/

/** 岫城区完成168场 */
const PLACE_DID =
  /^(?:其中)?[\u4e00-\u9fff]{1,5}(?:[市县区镇乡州旗]|街道)(?:分别|各|已|累计|共)*(?:完成|举办|开展|放映|演出)?(?:了|共|累计)*$/

export const heldThere: IndicatorRule = {
  id: 'indicator.heldThere',
  of: ['session'],
  because: 'only where it was or by whom stands before the number (机关12场、农村40场): what it was is told before',
  read: (view) => {
    const { subject, figure, context } = view
    // The rules of parts and attributes say the same.
    if (view.part || subject.side === 'attribute') return null
    const there = figure.before.trim().replace(/平均每[团馆站村场家个所]$/, '')
    if (subject.side === 'after' || !(WHERE.test(there) || (PLACE_DID.test(there) && !/下乡|送|进|到/.test(there))))
      return null
    if (context.previousUnit === figure.quantity.unit) {
      const before = inherited(view, 'indicator.heldThere')
      if (before) return before
    }
    const told = figure.text.slice(figure.sentence.start, figure.item.start)
    const named = told.length > 0 ? topic(view, told) : null
    return named ? { ...named, rules: ['indicator.heldThere', ...named.rules] } : null
  },
}

/** 131个乡镇中已有104个办起文化站: so many of the places have it. */
const HAS_IT =
  /^(?:村|乡镇|镇|街道|社区|县|区)?(?:都|均|已|全部)?(?:办起|建有|建成|建起|建了|建立了?|设有|设立了?|拥有|配有|有了|开办了?|办有)([^，。；\d]{2,14})/

/** 16个村都有了文化活动室，其中11个达到标准: the parts are of the rooms that all of the villages have. */
function partOfThoseThatHave(view: View): IndicatorReading | null {
  const { figure, context, since } = view
  if (context.previous?.code !== 'region.divisions' || context.previousUnit !== figure.quantity.unit) return null
  const thing =
    /^[\u4e00-\u9fff（）]{0,8}?(?:都|均|全部|已)(?:有了|有|建有|建起了?|建成了?|设有|配有|办起了?)([^，。；\d]{2,12})，其中(?:有|已)*$/.exec(
      since,
    )?.[1]
  const behind = figure.text.slice(figure.quantity.end, figure.clause.end)
  if (
    !thing ||
    !/^(?:已|均|都|还|仍)?(?:达到|达标|符合|面积|没有|未|不足|评为|获评|被评|超过|建在|设在|为)/.test(behind)
  )
    return null
  const code = counted(view, thing, 'item', true)
  return code && IS_FACILITY.test(code.code) ? { ...code, rules: ['indicator.amongWhich', ...code.rules] } : null
}

export const amongWhich: IndicatorRule = {
  id: 'indicator.amongWhich',
  of: ['item', 'place'],
  because:
    'of the villages or towns told before so many have the thing (131个乡镇中104个办起文化站): the thing is counted',
  read: (view) => {
    const { figure, context } = view
    const had = partOfThoseThatHave(view)
    if (had) return had
    if (context.previous?.code !== 'region.divisions' && context.previous?.code !== 'facility.other') return null
    if (
      !/(?:中(?:，)?(?:已经?|现|仅|只|就|共|目前)?(?:有|仅|已)*|^[\u4e00-\u9fff]{1,4}(?:已|现|就)?有)$/.test(view.since)
    )
      return null
    const thing = HAS_IT.exec(figure.text.slice(figure.quantity.end, figure.clause.end))?.[1]
    const code = thing ? counted(view, thing, 'item', true) : null
    return code && IS_FACILITY.test(code.code) ? { ...code, rules: ['indicator.amongWhich', ...code.rules] } : null
  },
}

const CONTEST = /大赛|比赛|竞赛|[\u4e00-\u9fff]赛(?!的评委|评委)|擂台|海选|选拔|争霸/
const TAKES_PART =
  /^[^，。；\d]{0,14}?(?:参加(?!培训|学习|开幕)|参赛|参与答题|答题|作答|报名|参与角逐|参与|角逐|同台竞技|同台|比拼|过招|登台|亮相|晋级|进入(?:决|复|半决)赛|入围)/

export const tookPart: IndicatorRule = {
  id: 'indicator.tookPart',
  of: ['item', 'person', 'visit', 'household'],
  because: 'teams and people behind whom 参加 or 角逐 stands, in a sentence that tells of a contest, were in it',
  read: ({ figure, context, subject, dimension, rulebook }) => {
    if (!rulebook.indicators.has('contest.entrants')) return null
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const near = told.slice(-60)
    if (!CONTEST.test(near) || /展演|展览|培训|讲座|演出活动|阅读|体育|球赛|田径|马拉松|运动会/.test(near)) return null
    const isTeam =
      dimension !== 'item' || (/^[支个]$/.test(figure.quantity.unit) && /队|团|组合|班|社/.test(subject.words))
    if (!isTeam || /观众|群众|市民|居民|评委|观看|围观/.test(subject.words)) return null
    const behind = figure.text.slice(figure.quantity.end, figure.sentence.end)
    // 邀请赛请来14个县的52支歌队
    const isInvited =
      dimension === 'item' &&
      figure.quantity.unit === '支' &&
      /(?:请来|邀请(?!赛)|邀来|迎来|吸引|汇聚|云集|来自)[^，。；]*$/.test(
        figure.text.slice(figure.clause.start, figure.quantity.from),
      )
    const isDirect = isInvited || TAKES_PART.test(behind)
    // 有11支队伍260多人参加: the people of the teams take part as well.
    const withPeople =
      dimension === 'item' &&
      /^[^，。；\d]{0,6}[\d一二三四五六七八九十百千万]+[多余]?[人名位][^，。；]{0,4}(?:参加|参赛|参与|角逐)/.test(
        behind,
      )
    return (isDirect && !/获|奖|评为/.test(figure.text.slice(figure.clause.start, figure.quantity.from))) || withPeople
      ? decided('contest.entrants', 'indicator.tookPart', '参加', context.before ? 'item' : 'clause')
      : null
  },
}

export const eachLess: IndicatorRule = {
  id: 'indicator.eachLess',
  because: 'each unit more or less of what the norm before counts (每少1场扣1分) is of the same thing',
  read: (view) => {
    const { head, figure, dimension, rulebook } = view
    if (
      !/每(?:少|多|增|减|缺|超|差|增加|减少|超过|低于)(?:办|出|开|于)?$/.test(head) ||
      !/^(?:，)?(?:扣|加|得|减|倒扣|再扣|再加)/.test(figure.text.slice(figure.quantity.end))
    )
      return null
    const area = dimension === 'area' && rulebook.indicators.has('facility.area')
    return inherited(view, 'indicator.eachLess') ?? (area ? decided('facility.area', 'indicator.eachLess', '每') : null)
  },
}

/** 主要花在活动（2.9万元）、购书（1.3万元）: what money went to, with the sums in brackets or behind 用于. */
const WENT_TO = /(?:花在|用在|用于|主要支出|主要开支|支出包括|支付|开支主要)[^。；]*$/

export const spentOn: IndicatorRule = {
  id: 'indicator.spentOn',
  of: ['money'],
  because: 'sums that tell what money went to (主要花在活动（2.9万元）、购书（1.3万元）) were spent',
  read: ({ figure, rulebook, reach, context }) => {
    if (!reach.inDomain || !rulebook.indicators.has('finance.expenditure')) return null
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    if (!/（$/.test(told) || !/^）/.test(figure.text.slice(figure.quantity.end))) return null
    return WENT_TO.test(told) && /^(?:finance\.|other)/.test(context.previous?.code ?? 'other')
      ? decided('finance.expenditure', 'indicator.spentOn', '用于')
      : null
  },
}

const DEALT =
  /宣传|反馈|咨询|约谈|责令|警告|整改|取缔|关停|处罚|劝阻|劝返|投诉|化解|调解|慰问|走访|帮扶|问题|隐患|罚|偿|还款|贷|退|税|利润|损失|价值/

/** What happens to things that stand there: 抽查42个, 闲置6个. */
const GOING_ON =
  /^(?:实际|已|现|共|全年|其中)*(?:抽查|抽检|抽样|巡查|回访|验收|评估|采用|选用|启用|投用|到位|拨付|下达|认领|认养|签订|结对|开门|开馆|开放|运行|闲置|关门|停用|空置|关闭|在用|可用|完好|损坏|破损|缺失|联网|上网|挂牌|授牌|达标)$/

export const goesOn: IndicatorRule = {
  id: 'indicator.goesOn',
  of: ['item', 'place', 'household', 'book', 'money'],
  because:
    'only a verb stands before the number and no other word decides: it tells more of the thing before (书屋212个，抽查42个)',
  read: (view) => {
    const { subject, context, figure, rulebook } = view
    if (context.previousUnit !== figure.quantity.unit || subject.side === 'after' || DEALT.test(view.item)) return null
    const last = subject.words.slice(-2)
    const verbal =
      subject.rule === 'subject.verbBeforeNumber' ||
      GOING_ON.test(subject.words) ||
      (subject.words.length <= 4 && rulebook.nominals.at(last, 0).some((match) => match.end === last.length))
    return verbal && /^[，、（]/.test(view.since) && view.item.trim().length <= 9
      ? inherited(view, 'indicator.goesOn')
      : null
  },
}

const PUT_TO_USE = /(?:执行|支出|支付|使用|列支)(?:数|金额|资金|额)?(?:了|为|共|达|共计|合计|累计)*$/

export const putToUse: IndicatorRule = {
  id: 'indicator.putToUse',
  of: ['money'],
  because: 'of a budget or fund, what was executed or paid (预算180万元，执行172万元; 用于购书12万元) was spent',
  read: ({ figure, item, reach, rulebook, subject }) => {
    if (!reach.inDomain || !rulebook.indicators.has('finance.expenditure') || subject.side === 'after') return null
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const listed =
      /(?:主要用于|分别用于|其中用于|用于|支付)[^。；]*\d[^。；\d]*[、，][^。；\d]*$/.test(told) &&
      /经费|资金/.test(told)
    return (PUT_TO_USE.test(item) && /预算|资金|经费|专项|补助/.test(told)) || listed
      ? decided('finance.expenditure', 'indicator.putToUse', '支出')
      : null
  },
}

/** 登记规范的37个，没有人管的还有11个: words that end in 的 tell which of the things before. */
const WHICH_OF_THEM =
  /[\u4e00-\u9fff”]{2}的(?:还|仍|只|就|也|共|已|尚|仅|均)?(?:有|占|剩|达到?|为|是)?(?:近|约|不足|不到|超过)?$/
const NO_PART =
  /职称|学历|岁|期间的|[比较][^，。；]*的$|围观|观看|观众|学位|占[^，。；]*的$|(?:计划|任务|总数|总量|去年|上年|同期|规定|要求|标准)的[^，。；]{0,2}$/
/** 2个馆舍面积不足1000平方米: what is measured of two of them. */
const MEASURED = /(?:面积|藏量|藏书量|人均经费|开放时间|建筑面积)$/
/** 两馆各二十万元, 三个村分别 */
const EACH_OF = /^[，、]?[\u4e00-\u9fff]{1,5}(?:各|各有|各得|各拨|分别为?)$/

export const ofThem: IndicatorRule = {
  id: 'indicator.ofThem',
  of: ['item', 'place', 'person', 'book', 'household', 'money'],
  because: 'words that end in 的 tell which of the things before are counted (没有场地的还有11个)',
  read: (view) => {
    const { subject, head, context, figure } = view
    if (context.previousUnit !== figure.quantity.unit) return null
    const told =
      subject.side === 'after'
        ? MEASURED.test(subject.phrase) && subject.phrase.length <= 8
        : (WHICH_OF_THEM.test(head) && !NO_PART.test(head)) || EACH_OF.test(view.item.trim())
    return told ? inherited(view, 'indicator.ofThem') : null
  },
}

/** 围观的不下3000人, 观灯群众八万人: who looked on. */
const LOOKED_ON =
  /(?:围观|观灯|看灯|赏灯|赏花|看热闹|看戏|看演出|赶集|逛庙会|逛灯会|游园|前来观看|到场观看|驻足观看)的?(?:[\u4e00-\u9fff]{0,4}?(?:群众|市民|居民|村民|人群|游人|人))?(?:就|不下|达到?|有|近|约|超过?|多达|逾)*$/

export const lookedOn: IndicatorRule = {
  id: 'indicator.lookedOn',
  of: ['visit', 'person'],
  because: 'people who looked on (围观的不下3000人, 观灯群众八万人) were at what the sentence tells of',
  read: (view) => {
    if (!view.context.inDomain || !LOOKED_ON.test(view.head)) return null
    const seen = topic(
      { ...view, dimension: 'visit' },
      view.figure.text.slice(view.figure.sentence.start, view.figure.quantity.from),
    )
    return seen
      ? { ...seen, rules: ['indicator.lookedOn', ...seen.rules] }
      : decided('activity.attendance', 'indicator.lookedOn', '观看')
  },
}
