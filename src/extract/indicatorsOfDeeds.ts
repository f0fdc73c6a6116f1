import { findCounted } from './countedNouns.ts'
import { decided, type IndicatorRule, inherited } from './indicatorView.ts'

/** Codes of people whom a title does not change: a master who was chosen is still talent. */
const NAMED_PEOPLE = /^(?:talent|heritage)\./

export const voted: IndicatorRule = {
  id: 'indicator.voted',
  of: ['person', 'household'],
  because: 'people who were voted or commended (评出, 选树, 表彰) hold an honour, and so do families',
  read: ({ dimension, head, subject, rulebook }) => {
    if (!/(?:评出|评选出?|选树|推选|评议出|评定|树立|涌现出|表彰|表扬|通报嘉奖|选出)[^，；。]*$/.test(head)) return null
    if (/奖励资金|奖金|参[加与]|投票|评选(?:活动|期间)|评委|观众/.test(head)) return null
    // 评定星级农家乐157户: businesses, however they are counted.
    if (dimension === 'household' && /农家|渔家|牧家|民宿|客栈|商户|商家|经营户|网吧|饭店|酒店/.test(subject.words))
      return null
    const own = rulebook.counted.find(`${subject.phrase}${subject.words}`)
    if (own.some((match) => NAMED_PEOPLE.test(match.row.code) && match.row.with === undefined)) return null
    return decided(dimension === 'household' ? 'civility.units' : 'award.people', 'indicator.voted', '评选')
  },
}

export const serial: IndicatorRule = {
  id: 'indicator.serial',
  because: 'numbers of a periodical and volumes of a titled book are publications (编印《…》4期)',
  read: ({ figure, dimension, head, context, rulebook }) => {
    if (!rulebook.indicators.has('publication.count')) return null
    const { unit } = figure.quantity
    const ends = /》[^，；。《》]{0,6}$/.test(head)
    if (!ends || /播出|播报|栏目|节目|专题|培训|宣讲|讲座|展览|演出|放映|排演|拍摄|创作|推送|连载/.test(head))
      return null
    const made = /编印|编发|编辑|编撰|编写|编纂|编著|出版|印发|刊印|整理|汇编|出刊|出报|发行|创办|主办/.test(head)
    const goesOn = context.previous?.code === 'publication.count'
    if (unit === '期') return made || goesOn ? decided('publication.count', 'indicator.serial', '编印') : null
    return made && /发|印|编|出版|整理/.test(head) && (dimension === 'book' || /^[部种辑卷集]$/.test(unit))
      ? decided('publication.count', 'indicator.serial', '编印')
      : null
  },
}

export const checked: IndicatorRule = {
  id: 'indicator.checked',
  of: ['inspection'],
  because: 'a number of visits to premises (家次) is of inspections of the market',
  read: ({ reach, rulebook }) =>
    reach.inDomain && rulebook.indicators.has('market.inspections')
      ? decided('market.inspections', 'indicator.checked', '家次', 'clause')
      : null,
}

/** 去年同期仅60册, 离国家规定的0.6册: only what the figure before is held against. */
const HELD_AGAINST =
  /^(?:而|但)?(?:[距离比较高低少多超过于到及]|不足|没有达到|达到)*(?:了)?(?:[国省部市县]家?|上级|文件)?(?:规定|标准|要求|任务|目标)?(?:去年|上年|前年|同期|20\d\d年)?(?:同期|规定|标准|要求|任务|目标)(?:为|是|的|仅|只有?|只|不到|不足|近|约|不低于|不少于|最低)*$/

/** 已演68场，完成全年任务120场的56% */
const OF_TASK =
  /^(?:已|共)?(?:完成|占|达到?|超)(?:全年|年度|上级|下达|省定|市定|县定|目标|计划)+(?:任务|目标|计划)?(?:数|为)?$/

export const ofLevel: IndicatorRule = {
  id: 'indicator.ofLevel',
  because: 'a level that a figure is held against (低于全省1.02册的平均水平) is of the same thing',
  read: (view) =>
    /^的?(?:平均)?水平|^的?平均数/.test(view.figure.after) ||
    HELD_AGAINST.test(view.item.trim()) ||
    OF_TASK.test(view.item.trim()) ||
    /(?:平均(?:水平|数|值)|全[国省市县区州]平均)(?:为|是|约)?$/.test(view.item)
      ? view.context.previousUnit === view.figure.quantity.unit
        ? inherited(view, 'indicator.ofLevel')
        : null
      : null,
}

/** What the people are who stand right behind a figure without a noun of their own. */
const PEOPLE_BEHIND: Readonly<Record<string, string>> = {
  'contest.entrants': 'contest.entrants',
  'contest.count': 'contest.entrants',
  'region.divisions': 'region.population',
  'region.population': 'region.population',
}

export const peopleBehind: IndicatorRule = {
  id: 'indicator.peopleBehind',
  of: ['visit', 'person', 'household'],
  because: 'people right behind teams took part with them (参演队伍48支、2600人), behind places they live there',
  read: ({ people, dimension, context, figure, since, subject, rulebook }) => {
    const code = PEOPLE_BEHIND[context.before?.code ?? '']
    const settled = dimension === 'household' && code === 'region.population'
    if ((!people && !settled) || !code || !rulebook.indicators.has(code)) return null
    const bare = subject.side === 'carried' || subject.side === 'none'
    // 带动就业5200人，其中低收入农户614户1033人: the people of these households have work as well.
    if (dimension === 'person' && bare && context.previous?.code === 'industry.jobs') return null
    const joined = /^[\u4e00-\u9fff（）]{0,8}[、，（]?(?:共|计|共计|近|约|超|[^，；。]{0,4}有)?$/.test(since)
    const watch = /观看|观众|受益|惠及|旁听|观摩/.test(figure.after.slice(0, 6))
    return bare && joined && !watch ? decided(code, 'indicator.peopleBehind', '') : null
  },
}

/** Project words that a heritage list has as well. */
export const listedProject: IndicatorRule = {
  id: 'indicator.listedProject',
  because: '项目 behind 非遗项目 of the same sentence are of the same list',
  read: (view) =>
    /^(?:[国省市县区州]家?级)?(?:代表性)?项目(?:总数)?$/.test(
      view.subject.words.replace(/^.*?(?=[国省市县区州]家?级)/, ''),
    ) &&
    (view.context.previous?.code === 'heritage.items' ||
      view.context.before?.code === 'heritage.items' ||
      /^[^。；]{0,16}\d+[个名人位](?:[国省市县区]家?级)?(?:非遗)?(?:代表性)?传承人/.test(
        view.figure.text.slice(view.figure.quantity.end, view.figure.sentence.end),
      ))
      ? decided('heritage.items', 'indicator.listedProject', '项目')
      : null,
}

/** A grade, an age or a bare verb: words that tell which part or what became of the thing, and not what it is. */
const NO_THING =
  /^(?:其中|目前|现)?[，：]?(?:[国省市县区州乡镇村]家?级(?:及?以上|以下)?(?:的)?|\d+岁(?:以上|以下)(?:的)?|男性?|女性?|(?:今年|当年|年内|全年|[上下]半年|本年|累计|已|共|总数|总量|新)*(?:新增|新招募|新招|招募|入库|在库|在册|入册|登记|备案|累计|现有|共有|共|计|达|已达|达到|共计|总计|合计|扩充到|增加到|发展到|增至|离世|去世|退休|在编|到岗|上岗|持证|(?:评估|考核|考评|评定)?为?(?:优秀|良好|合格|基本合格|不合格))(?:的)?(?:就)?(?:有|约|近|超|超过|达|共|仅)*)$/

export const namedBefore: IndicatorRule = {
  id: 'indicator.namedBefore',
  of: ['person', 'household', 'item', 'book', 'place'],
  because: 'only a grade or a verb stands before the number; the clause before names the thing (传承人中，国家级3人)',
  read: (view) => {
    const { figure, dimension, context, subject, reach, rulebook } = view
    if (context.previous) return null
    if (subject.side === 'after' || figure.clause.start === figure.sentence.start) return null
    if (!NO_THING.test(figure.text.slice(figure.clause.start, figure.quantity.from))) return null
    const before = figure.text.slice(figure.sentence.start, figure.clause.start).replace(/占[^，；。]*/g, '')
    const match = findCounted(
      before,
      { ...reach, head: before, clause: before, item: before },
      dimension,
      rulebook,
      false,
    )
    return match
      ? { code: match.row.code, rules: ['indicator.namedBefore', match.row.id], words: match.form, evidence: 'topic' }
      : null
  },
}

const CLASS_NAMED = /[\u4e00-\u9fff]{2}班$/
/** 专班, 自乐班: bodies and troupes. */
const NO_CLASS = /(?:专|值|领导|乐|戏|家|秦腔|川剧|唱|鼓|锣鼓|工作|流水|毕业|中|大|小|先锋|突击|读书)班$/

export const classNamed: IndicatorRule = {
  id: 'indicator.classNamed',
  of: ['session', 'item'],
  because: 'a name that ends in 班 is that of a class, whatever is taught (书画班4个)',
  read: ({ subject, rulebook, figure, reach }) =>
    reach.inDomain &&
    subject.side !== 'carried' &&
    /^[个期]$/.test(figure.quantity.unit) &&
    CLASS_NAMED.test(subject.words) &&
    !NO_CLASS.test(subject.words) &&
    rulebook.indicators.has('training.sessions')
      ? decided('training.sessions', 'indicator.classNamed', '班', 'noun')
      : null,
}

export const contestNamed: IndicatorRule = {
  id: 'indicator.contestNamed',
  of: ['session', 'item'],
  because: 'a name that ends in 赛 is that of a contest, whatever is contested (全民K歌赛18场)',
  read: ({ subject, rulebook }) =>
    subject.side !== 'carried' &&
    /[\u4e00-\u9fffA-Za-z]{2}赛[”』]?$/.test(subject.words) &&
    !/(?:参|球|田径|马拉松|体育|竞走|象棋|围棋|跑|泳|龙舟)赛?[”』]?$/.test(subject.words) &&
    rulebook.indicators.has('contest.count')
      ? decided('contest.count', 'indicator.contestNamed', '赛', 'noun')
      : null,
}

export const ofPlaces: IndicatorRule = {
  id: 'indicator.ofPlaces',
  of: ['ratio'],
  because: 'a part of the villages or quarters that has something (85%的行政村建有) is a coverage',
  read: ({ figure, rulebook }) =>
    /^(?:以上)?(?:的)(?:行政村|自然村|村|乡镇|镇|街道|社区|县|区|村（社区）|乡镇（街道）|县（市、区）|村居|县区|乡|县市|区县)(?:[、和及](?:乡镇|镇|街道|社区|村|乡|村居|县区))*(?:都|均|已|就|也)?(?:建有|建立了?|设立了?|建成|建起|建了|拥有|设有|有了|实现|做到|配备|通上|开通|开展|成立)/.test(
      figure.text.slice(figure.quantity.end, figure.clause.end),
    ) && rulebook.indicators.has('rate.coverage')
      ? decided('rate.coverage', 'indicator.ofPlaces', '的村')
      : null,
}

export const reachedBy: IndicatorRule = {
  id: 'indicator.reachedBy',
  of: ['ratio'],
  because: 'a part of the institutions that meets a standard (90%的文化站达到三级站标准) is how far it is met',
  read: ({ figure, rulebook }) =>
    /^(?:以上)?的[^，。；]{0,14}(?:馆|站|室|书屋|中心|场馆|设施|单位|乡镇|街道|社区|村)(?:都|均|已|全部|要|应|能)*(?:达到|达标|符合|通过|完成|具备)/.test(
      figure.after + figure.text.slice(figure.item.end, figure.item.end + 12),
    ) && rulebook.indicators.has('rate.completion')
      ? decided('rate.completion', 'indicator.reachedBy', '达到')
      : null,
}

export const wonOf: IndicatorRule = {
  id: 'indicator.wonOf',
  of: ['item'],
  because: 'of works told before, those that 入展 or 获奖 won something (创作作品420件，入展36件)',
  read: ({ subject, context, rulebook }) =>
    /^(?:其中)?(?:入展|获奖|得奖|入围|入选|中奖)$/.test(subject.words) &&
    /^works\./.test(context.previous?.code ?? '') &&
    rulebook.indicators.has('award.count')
      ? decided('award.count', 'indicator.wonOf', subject.words)
      : null,
}

const FACILITY =
  /^[\u4e00-\u9fff（）]{0,8}(?:书屋|文化站|文化室|活动室|图书馆|文化馆|广场|服务中心|实践站|实践所|村|社区|乡镇|街道)/

export const dealtWith: IndicatorRule = {
  id: 'indicator.dealtWith',
  of: ['item', 'place'],
  because:
    'premises against which something was done (对2家网吧下达告知书) are cases where they were punished, else no code',
  read: ({ figure, head, reach, rulebook }) => {
    const { unit } = figure.quantity
    if (!/^[家户个处]$/.test(unit) || !reach.inDomain) return null
    if (!/(?:对|给予|责令)(?:[^，。；\d]{1,24}的|其中)?$/.test(head) || !rulebook.indicators.has('market.cases'))
      return null
    // 对常年关门的11个书屋逐一整改: a facility is no premises of the trade.
    if (FACILITY.test(figure.after)) return null
    const told = figure.text.slice(figure.quantity.end, figure.quantity.end + 50).replace(/[。；].*$/s, '')
    if (/处罚|罚款|立案|查处|取缔|吊销|停业/.test(told)) return decided('market.cases', 'indicator.dealtWith', '处罚')
    return /整改|警告|约谈|催办|通知书|告知书|批评|改正/.test(told)
      ? decided('other', 'indicator.dealtWith', '整改')
      : null
  },
}

const CAME_TO: readonly (readonly [place: RegExp, code: string])[] = [
  [/图书馆|少儿馆|书城/, 'library.visits'],
  [/博物[馆院]|纪念馆|陈列馆/, 'museum.visits'],
  [/文化馆|文化站|文化中心|美术馆|艺术馆/, 'facility.visits'],
  [/景区|景点|古[镇城村]|度假区|公园/, 'tourism.visits'],
]

const HOST =
  /^(?:其中)?[\u4e00-\u9fff]{0,6}?(图书馆|少儿馆|博物[馆院]|纪念馆|陈列馆|文化馆|文化站|美术馆|景区|度假区)(?:共|累计|全年|日均|平均每天|假期|期间)*(?:接待)(?:了|近|约|超|共)*$/

export const cameTo: IndicatorRule = {
  id: 'indicator.cameTo',
  of: ['visit', 'person'],
  because: 'people who came to a library, a museum or a sight (17万人次来到区图书馆) visited it',
  read: ({ figure, rulebook }) => {
    // 市图书馆开馆以来6.4万人到馆: which house, the sentence told.
    if (/^(?:读者|市民|群众)?(?:到|进|入)馆/.test(figure.after)) {
      const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
      const house = CAME_TO.find(([form]) => form.test(told))?.[1]
      return house && rulebook.indicators.has(house) ? decided(house, 'indicator.cameTo', '到馆', 'noun') : null
    }
    // 博物馆接待3.6万人次，图书馆接待1.2万人次: each house says so by itself.
    const host = HOST.exec(figure.text.slice(figure.item.start, figure.quantity.from))?.[1]
    const own = host ? CAME_TO.find(([form]) => form.test(host))?.[1] : undefined
    if (own && rulebook.indicators.has(own)) return decided(own, 'indicator.cameTo', '接待', 'noun')
    const place =
      /^(?:读者|观众|游客|群众|市民)?(?:先后|陆续)?(?:来到|走进|到访|步入|涌入|光顾)了?([^，。；]{2,14})/.exec(
        figure.text.slice(figure.quantity.end, figure.clause.end),
      )?.[1]
    const code = place ? CAME_TO.find(([form]) => form.test(place))?.[1] : undefined
    return code && rulebook.indicators.has(code) ? decided(code, 'indicator.cameTo', '来到', 'noun') : null
  },
}

const NATIONAL_TITLE =
  /(?:建成|创建|创成|打造|培育|拥有|建有)[^。；]*“(?:全国|中国|国家|[\u4e00-\u9fff]{2,3}[省市])[^”，。；]{3,24}(?:点|村|镇|户|乐|基地|县|区|街区|单位|品牌)”$/

/** 获评省级“最美公共文化空间”3处 */
const TITLE_WON =
  /(?:获评|荣获|荣膺|斩获|喜获|获授|获颁|被授予|被评为|被命名为|入选|上榜|跻身)[^，。；\d“”]{0,14}“(?!.*(?:名录|非遗|项目库|展览|巡演|工程|计划))[^”，。；]{3,24}”$/

/** 获全省十大精品陈列1项 */
const PLAIN_TITLE =
  /(?:获评?|荣获|斩获|喜获|荣膺)[^，。；\d]{0,4}(?:全[国省市]|国家|[省市区县]级?)[^，。；\d]{0,4}(?:十大|十佳|百佳|优秀|最佳|最美|精品)[^，。；\d]{2,10}$/

export const nationalTitle: IndicatorRule = {
  id: 'indicator.nationalTitle',
  of: ['item', 'place'],
  because:
    'what has a title of the country or a province in quotation marks (创建“全国乡村旅游示范点”1个) holds an honour',
  read: ({ figure, rulebook }) =>
    (figure.text.charAt(figure.quantity.from - 1) === '”'
      ? TITLE_WON.test(figure.text.slice(figure.clause.start, figure.quantity.from)) ||
        NATIONAL_TITLE.test(figure.text.slice(figure.sentence.start, figure.quantity.from))
      : PLAIN_TITLE.test(figure.text.slice(figure.clause.start, figure.quantity.from))) &&
    rulebook.indicators.has('award.count')
      ? decided('award.count', 'indicator.nationalTitle', '“')
      : null,
}

export const titlesWon: IndicatorRule = {
  id: 'indicator.titlesWon',
  of: ['item', 'place'],
  because: 'what a list under 获评 or 荣获 counts are titles, whatever they are called (获评中国美丽休闲乡村1处)',
  read: ({ figure, rulebook, subject }) =>
    subject.side === 'before' &&
    /(?:^|[，；。：])[^，。；、]{0,8}(?:获评|荣获|喜获|获授|成功获批|斩获)[^，。；]*$/.test(
      figure.text.slice(figure.sentence.start, figure.quantity.from),
    ) &&
    rulebook.indicators.has('award.count')
      ? decided('award.count', 'indicator.titlesWon', '获评', 'clause')
      : null,
}

/** What a report on the opening of information counts by its kinds. */
const DISCLOSURE = /信息公开|公开(?:各类|各项)?(?:政府|政务)?信息|主动公开|依申请公开|政务公开/
/** What went out over channels of its own is counted as posts. */
const OF_CHANNELS = /微信|微博|抖音|快手|公众号|视频号|新媒体|媒体|推文|稿|小红书|头条/

export const disclosed: IndicatorRule = {
  id: 'indicator.disclosed',
  because: 'pieces of information that a report on their opening counts are of no indicator, whatever they tell of',
  read: ({ figure, context, subject, reach, since }) => {
    // 公众号发布信息122篇，其中简报43篇，宣传5篇: the kinds of what went out are posts as well.
    if (
      /^[篇条]$/.test(figure.quantity.unit) &&
      context.previous?.code === 'media.posts' &&
      context.previousUnit === figure.quantity.unit &&
      DISCLOSURE.test(context.topicWords) &&
      /^[，；](?!(?:通过|在|利用)).{0,16}$/.test(since)
    )
      return decided('media.posts', 'indicator.disclosed', '公众号')
    return /^[条件份宗]$/.test(figure.quantity.unit) &&
      DISCLOSURE.test(context.topicWords) &&
      !OF_CHANNELS.test(subject.words) &&
      !OF_CHANNELS.test(reach.clause)
      ? decided('other', 'indicator.disclosed', '公开')
      : null
  },
}

/** What is done for people, behind them, and as what they are counted then. */
const DONE_FOR: readonly (readonly [deed: RegExp, code: string])[] = [
  [/报告|讲座|讲学/, 'lecture.attendance'],
  [/培训|授课|上课|辅导|教学|[\u4e00-\u9fff]{2}课/, 'training.attendance'],
  [/演出|表演|[送唱演]戏/, 'performance.attendance'],
  [/电影|放映/, 'film.attendance'],
  [/宣讲/, 'activity.attendance'],
]
const GIVES =
  /^(?:多|余)?(?:名|位|人次)?[^，。；\d]{1,30}?(?:[作做讲上](?=[了过]?[\u4e00-\u9fff]{0,6}(?:报告|讲座|课))|开展|举办|举行|提供|进行|送上|带去|奉献|讲授|放映|演出)了?过?([^，。；\d]{2,12})/

export const givenTo: IndicatorRule = {
  id: 'indicator.givenTo',
  of: ['person', 'visit', 'household'],
  because: 'people for whom something is given (为3000名党员作过专题报告) are those who were at it',
  read: ({ people, head, figure, rulebook }) => {
    if (!people || !/(?:为|给|向)(?:近|约|超过?|逾|全[市县区省])*$/.test(head)) return null
    const given = GIVES.exec(figure.text.slice(figure.quantity.end, figure.clause.end + 24))
    const code = given ? DONE_FOR.find(([deed]) => deed.test(given[0].slice(-14)))?.[1] : undefined
    return code && rulebook.indicators.has(code) ? decided(code, 'indicator.givenTo', given?.[1] ?? '') : null
  },
}

/** What a body took in and what it spent, told under a heading of its accounts. */
const ACCOUNTS = /收支|决算|部门收入|部门支出|整体支出|收入支出/
const TAKEN_IN = /(?:^|[^游业票出务售乐])收入[为共计了达：:]*$/
const SPENT = /(?:支出|维修（护）费|福利)[为共计了达：:]*$/

export const accounts: IndicatorRule = {
  id: 'indicator.accounts',
  of: ['money'],
  because: 'under a heading of accounts 收入 and 支出 are those of the body',
  read: ({ context, item, rulebook }) => {
    if (!ACCOUNTS.test(context.topicWords) || !rulebook.indicators.has('finance.income')) return null
    if (TAKEN_IN.test(item)) return decided('finance.income', 'indicator.accounts', '收入')
    return SPENT.test(item) ? decided('finance.expenditure', 'indicator.accounts', '支出') : null
  },
}

export const checkedToo: IndicatorRule = {
  id: 'indicator.checkedToo',
  of: ['item', 'place'],
  because: 'a list behind 检查 goes on: 检查网吧140家、娱乐场所72家、电影院23家 are all premises that were checked',
  read: ({ figure, context, since, subject, rulebook }) =>
    context.before?.code === 'market.inspections' &&
    /^(?:余)?[家户处]/.test(figure.quantity.unit) &&
    /^[、，和及]/.test(since) &&
    since.slice(1) === subject.words &&
    !/问题|隐患|案|违|查|督促|整改|收缴|取缔|受理|处$|约谈/.test(since) &&
    rulebook.indicators.has('market.inspections')
      ? decided('market.inspections', 'indicator.checkedToo', '检查')
      : null,
}
