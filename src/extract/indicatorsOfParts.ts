import { decided, type IndicatorRule, inherited } from './indicatorView.ts'

export const thresholdPassed: IndicatorRule = {
  id: 'indicator.thresholdPassed',
  of: ['money', 'visit', 'person', 'book', 'session'],
  because: 'a threshold that is passed (首次跨过百亿元门槛) is one of the figure before',
  read: (view) =>
    /^(?:大关|门槛|关口|大?台阶)/.test(view.figure.after) && view.context.previousUnit === view.figure.quantity.unit
      ? inherited(view, 'indicator.thresholdPassed')
      : null,
}

export const takenUp: IndicatorRule = {
  id: 'indicator.takenUp',
  of: ['session', 'item', 'visit', 'person', 'book', 'money', 'place'],
  because: 'what something takes up (线上就占142项, 一门就占去3万人次) is a part of what is counted before',
  read: (view) =>
    /(?:就|便|即|也)占(?:去|了|到)?(?:约|近|超过?)?$|占去(?:了)?(?:约|近|超过?)?$/.test(view.head) &&
    view.context.previousUnit === view.figure.quantity.unit
      ? inherited(view, 'indicator.takenUp')
      : null,
}

/** 从案件类型看，…, 查处案件231件：… : what follows is told of cases by their kind. */
const CASES_BY_KIND = /案件(?:类[型别]|性质|来源|构成)(?:上|来)?(?:看|分|为|：|，)|(?:从|按)案件/

export const casesByKind: IndicatorRule = {
  id: 'indicator.casesByKind',
  of: ['item'],
  because: 'where cases are told by their kind (从案件类型看，擅自经营28件、出版物24件), each number is of cases',
  read: ({ figure, rulebook }) =>
    /^[件起宗]$/.test(figure.quantity.unit) &&
    CASES_BY_KIND.test(figure.text.slice(figure.sentence.start, figure.quantity.from)) &&
    rulebook.indicators.has('market.cases')
      ? decided('market.cases', 'indicator.casesByKind', '案件')
      : null,
}

export const volumesPerHead: IndicatorRule = {
  id: 'indicator.volumesPerHead',
  of: ['book'],
  because: '人均 behind a stock of books (总藏量67万册，按常住人口计算人均0.9册) is that stock for each inhabitant',
  read: (view) =>
    /^[，、；（]?(?:按[^，；。\d]{2,12})?人均(?:仅|只|达|为|约|不足|不到|近|超)*(?:有|为)?$/.test(view.item.trim()) &&
    /^library\.(?:holdings|acquisitions)$/.test(view.context.previous?.code ?? '')
      ? inherited(view, 'indicator.volumesPerHead')
      : null,
}

export const moreFollowers: IndicatorRule = {
  id: 'indicator.moreFollowers',
  of: ['person'],
  because: 'a bare number of an account behind followers (粉丝5.4万，抖音号也攒下1.8万) counts followers',
  read: (view) =>
    view.context.previous?.code === 'media.followers' && view.figure.quantity.rules.includes('quantity.impliedUnit')
      ? inherited(view, 'indicator.moreFollowers')
      : null,
}

export const seenOnline: IndicatorRule = {
  id: 'indicator.seenOnline',
  of: ['visit'],
  because: 'those who watched and clicked (累计观看、点击860万人次) were there online',
  read: ({ head, rulebook }) =>
    /(?:观看|收看)(?:[、和及与]|以及)?(?:点击|浏览|点播)(?:总?人[次数])?[达为共超近约]*$|(?:点击|浏览)(?:[、和及与]|以及)?(?:观看|收看)(?:总?人[次数])?[达为共超近约]*$/.test(
      head,
    ) && rulebook.indicators.has('activity.online_attendance')
      ? decided('activity.online_attendance', 'indicator.seenOnline', '观看')
      : null,
}

/** Groups of which some people do something. */
const GROUPS = /^(?:volunteer\.count|staff\.total|heritage\.inheritors)$/
/** 带动就业1800人，其中脱贫人口640人 */
const SORTS = /脱贫|贫困|低收入|困难|残疾|妇女|返乡|留守|搬迁|监测对象|本地|当地/
const ONLY_WHEN =
  /^[，；](?:[其当]中)?(?:[\u4e00-\u9fff]{1,6}(?:期间|以来|时|后|期|假|节))?(?:，)?(?:有|已有|共有|就有)?$/

export const someOfThem: IndicatorRule = {
  id: 'indicator.someOfThem',
  of: ['person'],
  because: 'people of whom only a time and a deed is told (志愿者820人，汛期有94人报名值守) are some of those before',
  read: (view) =>
    (view.part && view.context.previous?.code === 'industry.jobs' && SORTS.test(view.subject.words)) ||
    (GROUPS.test(view.context.previous?.code ?? '') &&
      ONLY_WHEN.test(view.since) &&
      /^(?:先后|主动|自愿)?(?:报名|参加|参与|投身|投入|上岗|值守|奔赴|支援|请战)(?!培训|学习)/.test(view.figure.after))
      ? inherited(view, 'indicator.someOfThem')
      : null,
}

/** What came in, told by a list of kinds that ends in 等. */
const GATHERED =
  /(?:征集|收集|收到|接收|接受捐赠|受赠|征得|获赠|入藏|征购)[^。；\d]*等(?:各类|各种|珍贵|一批)?(?:共计?|计|合计)?$/
const OF_LIBRARY = /文献|古籍|[家族宗]谱|方志|志书|书/
const OF_MUSEUM = /文物|藏品|实物|革命|遗物/

export const piecesGathered: IndicatorRule = {
  id: 'indicator.piecesGathered',
  of: ['item', 'book'],
  because: 'pieces behind a list of kinds that were gathered (征集族谱、手稿等240件) came into the library or museum',
  read: ({ figure, reach, rulebook }) => {
    if (!/^(?:余)?(?:件|份|册|张|件（套）|件套)$/.test(figure.quantity.unit) || !reach.inDomain) return null
    const told = figure.text.slice(figure.sentence.start, figure.quantity.from)
    const list = GATHERED.exec(told.slice(told.lastIndexOf('；') + 1))
    if (!list || /作品|意见|建议|问题|线索|需求/.test(list[0])) return null
    const code = OF_MUSEUM.test(told) ? 'relic.items' : OF_LIBRARY.test(told) ? 'library.acquisitions' : ''
    return rulebook.indicators.has(code) ? decided(code, 'indicator.piecesGathered', '等') : null
  },
}

export const gradedScenic: IndicatorRule = {
  id: 'indicator.gradedScenic',
  of: ['item', 'place'],
  because: 'places that won a grade of A (3家通过3A级验收) are sights',
  read: ({ figure, rulebook }) =>
    /^(?:景区|景点)?(?:顺利|成功|已|均|先后|分别)*(?:通过|获评|创成|晋级|晋升|入选|升级为|(?:被)?评定?为)(?:为|了)?(?:国家)?[2-5]?A{1,5}级(?!厕|旅行社)/.test(
      figure.text.slice(figure.quantity.end, figure.clause.end),
    ) && rulebook.indicators.has('tourism.scenic')
      ? decided('tourism.scenic', 'indicator.gradedScenic', 'A级')
      : null,
}

export const fundListed: IndicatorRule = {
  id: 'indicator.fundListed',
  of: ['money'],
  because: 'a list of what funds are for goes on (文物保护经费60万元、非遗40万元)',
  read: (view) =>
    /^[、和及][\u4e00-\u9fff]{2,8}$/.test(view.since) &&
    /^finance\./.test(view.context.previous?.code ?? '') &&
    /(?:经费|资金|补助|补贴|投入|拨款|预算)$/.test(view.context.previousSubject)
      ? inherited(view, 'indicator.fundListed')
      : null,
}

const GRANTED =
  /(?:下达|下拨|拨付|拨入|拨来|划拨|拨款)(?:的)?(?:资金|经费|款项)?(?:至今|目前|还|尚|仍|已|共|累计|就|仅|只|有|了|近|约|超过?|达)*$/
const FROM_ABOVE =
  /(?:中央|国家|上级|[省市州部]里?|[省市]级)(?:财政|厅|局)?(?:下达|下拨|拨付|拨来)(?:的)?(?:资金|经费|款项)/
const FUND = /专项资金|补助资金|保护资金|奖补资金|补助经费|专项经费|扶持资金|争取[^，。；]{0,12}资金/

export const fundGranted: IndicatorRule = {
  id: 'indicator.fundGranted',
  of: ['money'],
  because: 'money that was handed down (今年下达2860万元) is of the fund that the sentences before name',
  read: ({ figure, head, context, reach, rulebook }) =>
    reach.inDomain &&
    GRANTED.test(head) &&
    (FROM_ABOVE.test(head) ||
      FUND.test(context.topicWords.slice(-160) + figure.text.slice(figure.sentence.start, figure.quantity.from))) &&
    rulebook.indicators.has('finance.subsidy')
      ? decided('finance.subsidy', 'indicator.fundGranted', '下达', 'topic')
      : null,
}

export const perHead: IndicatorRule = {
  id: 'indicator.perHead',
  of: ['money'],
  because: '人均 behind money that was put into culture is that money for each inhabitant',
  read: (view) => {
    const { item, context, rulebook } = view
    // 发放帮扶金73万元，人均3000元: so much for each who was helped.
    if (
      /^[，、；（]?(?:[人户家])均(?:仅|只|达|为|约|近|超)*$/.test(item) &&
      context.previous?.code === 'finance.subsidy'
    )
      return inherited(view, 'indicator.perHead')
    return /^[，、；（]?(?:按[^，；。]{2,10})?人均(?:仅|只|达|为|约|不足|不到|近|超)*(?:有|为)?$/.test(item) &&
      /^finance\.(?:investment|operating|expenditure)$/.test(context.previous?.code ?? '') &&
      rulebook.indicators.has('finance.per_capita')
      ? decided('finance.per_capita', 'indicator.perHead', '人均')
      : null
  },
}

const EACH_AND_WHEN =
  /每(?:个|座|家)?(?:行政村|自然村|村|社区|乡镇|镇街|镇|街道|学校|校|站|馆|县)(?:每(?:个)?(?:月|年|周|季度?|学期|半年))?(?:至少|不少于|平均)?$/

export const eachOfThem: IndicatorRule = {
  id: 'indicator.eachOfThem',
  of: ['session'],
  because: 'so many for each place and time (放映电影2184场，每村每月1场) are of the events before',
  read: (view) =>
    EACH_AND_WHEN.test(view.head) &&
    view.context.previousUnit === view.figure.quantity.unit &&
    view.subject.side !== 'after'
      ? inherited(view, 'indicator.eachOfThem')
      : null,
}

export const yearsPlan: IndicatorRule = {
  id: 'indicator.yearsPlan',
  of: ['money'],
  because: 'what is planned for the year behind a total investment (总投资17亿元，年度计划4.2亿元) is a part of it',
  read: (view) =>
    /^[，、；（]?(?:其中)?(?:年度|当年|全年|今年|本年度?|明年)(?:的)?(?:计划|目标|任务)(?:投资)?(?:数|额)?(?:为|是|约|达)?$/.test(
      view.item.trim(),
    ) && view.context.previous?.code === 'industry.investment'
      ? inherited(view, 'indicator.yearsPlan')
      : null,
}
