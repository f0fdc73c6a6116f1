import { GOES_ON, ONLINE, PLAIN_COLUMN, VERBAL } from './bareWords.ts'
import { findCounted, type Reach } from './countedNouns.ts'
import { counted, decided, type IndicatorReading, type IndicatorRule, inherited, type View } from './indicatorView.ts'
import { isShareOfList } from './shares.ts'

/** 5%的速度, 10%的税率: the percentage measures what stands behind. */
const OF_MEASURE = /^的(?:速度|目标|增长|增速|增幅|水平|比例|比重|幅度|税率|利率|年均|标准|要求|份额|占比|股|速|高)/

export const share: IndicatorRule = {
  id: 'indicator.share',
  of: ['ratio'],
  because: 'a percentage behind 占, 比重 or 计划的 is a share or a completion, whatever it is of',
  read: (view) => {
    const { figure, head, context, rulebook } = view
    const named = counted(view, head, 'noun', false)
    const ratio = named ? rulebook.indicators.get(named.code) : undefined
    if (named && ratio?.aspect === 'rate' && ratio.unit === '%' && !ratio.code.startsWith('rate.')) return named
    if (
      /(?:计划|任务|目标|预算(?!收入|支出|内))(?:[^，；。]|(?<=\d)，(?=\d)){0,14}的$|占[^，；。]{0,8}(?:计划|任务)(?:总?数|总?量)?$|完成[^，；。占]{1,8}(?:总量|总数|数量)的$/.test(
        head,
      ) ||
      /完成率|完成比例|达标率|执行率/.test(context.columnHeader)
    ) {
      return decided('rate.completion', 'indicator.completion', '计划')
    }
    if (figure.quantity.rules.includes('quantity.ratio')) return decided('rate.share', 'indicator.share', '比')
    // 实现村级100%覆盖
    if (/^(?:的)?全?覆盖(?!率)/.test(figure.after)) return decided('rate.coverage', 'indicator.covered', '覆盖')
    const shareWord =
      /(?:占(?:比|了|到|全[市县区省国]|总)?[^，；。]{0,14}|比重[^，；。]{0,8}|比例[^，；。]{0,6}|(?<!去年|上年|前年|\d年|年底|年末)的(?:只|仅|只有|仅有|不足|不到|超|超过|近|约)?)$(?<!(?:目前|现在|原来|当前|年初|现有)的)/
    // 恢复到2019年的八成和75%: each of them is held against the base that the first one names.
    const recovered =
      /(?:恢复(?:到|至|了)|相当于)[^，；。]{0,16}(?:的|同期|水平)(?:[^，；。]{0,8}[和、与及])?(?:约|近|超|逾)?$/
    // 通水泥路的村达72%: of such places or people so many in a hundred.
    if (OF_SUCH.test(head)) return decided('rate.share', 'indicator.share', '达')
    if (recovered.test(head)) return decided('rate.share', 'indicator.share', '恢复到')
    if (shareWord.test(head) || /占比|比重/.test(context.columnHeader) || isShareOfList(figure))
      return decided('rate.share', 'indicator.share', '占')
    // 通水泥路的村达72%: so many of the villages.
    if (/的(?:行政村|自然村|村|乡镇|社区|农户|户|家庭)(?:已经?|就)?(?:达到?|有|占)(?:近|约|超过?)?$/.test(head))
      return decided('rate.share', 'indicator.share', '的村')
    const words = figure.text.slice(figure.quantity.start, figure.quantity.end)
    // 扩大到全省86%的县: a share of what stands behind.
    const ofCounted = /^的[\u3400-\u9fff]{1,8}/.test(figure.after) && !OF_MEASURE.test(figure.after)
    if (
      !/[成半]|分之/.test(words) &&
      !(ofCounted && /(?:扩大到|推广到|达到|有|使|让|把|将|约|近|超过|全[国省市县区]|[排位居]在?前|前|末)$/.test(head))
    )
      return null
    const ofLevel = /率[^，；。]{0,4}$/.test(head) || /(?:恢复|增长|下降|增|降|相当于)[^，；。]{0,12}$/.test(head)
    return ofLevel ? null : decided('rate.share', 'indicator.fraction', words)
  },
}

const OF_SUCH =
  /[\u3400-\u9fff]{2}的(?:行政村|自然村|村|社区|乡镇|农?户|家庭|企业|场馆|学校|学生|居民|读者|观众|游客|干部|职工|党员|群众)(?:已?达到?|已有|只有|仅有)$/

/** 为58个贫困村各配送…, 走进22所学校: places for whom something is done, not what a region is divided into. */
const SERVED =
  /(?:(?:为|向|给|在|走进|深入|进入|走入|尚有|约谈)(?:全[市县区省]|其中|近|约|超过)?|(?:为|向|给)[\u4e00-\u9fff、]{2,24}等|(?:下乡|送戏|送书|送电影|送文化|巡演|巡展|演出|放映|配送)[\u4e00-\u9fff]{0,4}[到至])$/

const PLACES =
  /^[\u4e00-\u9fff]{0,3}?(?:村|社区|乡镇|镇（|镇街|街道|县（|区县|县区|市州|学校|军营|工地|敬老院|养老院|福利院|景区|园区|小区|部队)/

export const placesServed: IndicatorRule = {
  id: 'indicator.placesServed',
  because:
    'places for which or in which something is done are counted as places, and those that all have one thing as that thing',
  read: (view) => {
    const { figure, subject, head, reach } = view
    if (subject.side !== 'after' || !reach.inDomain) return null
    // 在全省21个市州中位列第六: what a rank is among.
    if (/^[\u4e00-\u9fff（、）]{1,8}?(?:当中|之中|中|里)(?:位|排|居|名列|列|率先|最)/.test(figure.after)) return null
    // 为23个乡镇文化站配备桌椅: they are stations, whatever is done for them.
    const own = counted(view, subject.phrase, 'noun', true)
    if (own !== null && /^facility\.(?!other|area|renovated)/.test(own.code)) return null
    const listed =
      /^(?:[\u4e00-\u9fff（）]{0,5}[、和及与]?)$/.test(view.since) &&
      view.context.before?.rules[0] === 'indicator.placesServed'
    return (SERVED.test(head) || listed) && PLACES.test(figure.after) && view.rulebook.indicators.has('facility.other')
      ? decided('facility.other', 'indicator.placesServed', subject.words)
      : null
  },
}

export const moneyPerHead: IndicatorRule = {
  id: 'indicator.moneyPerHead',
  of: ['money'],
  because: 'money of culture told per head (人均不低于8元安排经费)',
  read: ({ head, reach, rulebook }) =>
    rulebook.indicators.has('finance.per_capita') &&
    /(?:人均|每口?人(?:头上)?|平均每人)[^，；。]{0,6}$/.test(head) &&
    /经费|事业费|文化投入|文化支出/.test(reach.sentence) &&
    !/消费|花费|收入|工资|购书|购置/.test(reach.clause)
      ? decided('finance.per_capita', 'indicator.moneyPerHead', '人均')
      : null,
}

export const lentVolumes: IndicatorRule = {
  id: 'indicator.lentVolumes',
  because: 'what is counted in 册次 went over the desk of a library, unless it was loaded down',
  read: ({ figure, reach, rulebook }) =>
    figure.quantity.unit === '册次' &&
    rulebook.indicators.has('library.loans') &&
    !/下载|点击|浏览|阅读量|电子/.test(reach.item) &&
    !/(?:馆藏|藏书|入藏|新增|新购|采购|购置|藏量)[^，；。借还阅流]*$/.test(reach.item)
      ? decided('library.loans', 'indicator.lentVolumes', '册次')
      : null,
}

export const columnHead: IndicatorRule = {
  id: 'indicator.columnHead',
  because: 'the head of the column names what is counted',
  read: (view) => {
    const { columnHeader } = view.context
    // 全年执行数 beside 全年预算数
    if (view.dimension === 'money' && /预算数/.test(columnHeader))
      return decided('finance.investment', 'indicator.budgetColumn', '预算数')
    if (view.dimension === 'money' && /执行数|支出数/.test(columnHeader))
      return decided('finance.expenditure', 'indicator.spentColumn', '执行数')
    return columnHeader && !PLAIN_COLUMN.test(columnHeader) ? counted(view, columnHeader, 'noun', true) : null
  },
}

/** 电影放映120场，农民工专场16场; 征集文物120件，接受捐赠36件: a general word goes on with what is told before. */
function isOneOfThose({ code, words }: IndicatorReading, { context, figure }: View): boolean {
  if (plainUnit(context.previousUnit) !== plainUnit(figure.quantity.unit)) return false
  const before = context.previous?.code
  if (words === '专场') return before === 'film.screenings' || before === 'lecture.sessions'
  return code === 'library.acquisitions' && before === 'relic.items' && !/书|文献|报刊/.test(words)
}

/** 件（套） counts as 件 does. */
const plainUnit = (unit: string): string => unit.replace(/（.*$/, '')

/** 其中线上活动, 其中骨干, 展出文物…其中一级文物: a noun as general as that of the whole, or the same, tells only which part. */
function isPlainPart({ code, words }: IndicatorReading, { subject, people, context, figure }: View): boolean {
  if (code === 'activity.sessions') return true
  // 专业技术人员19名（中级职称人员4名）: a grade of their own.
  if (/^staff\.(?:senior|intermediate)$/.test(code)) return false
  if (plainUnit(context.previousUnit) !== plainUnit(figure.quantity.unit)) return false
  // 阅览座席326个，其中总馆185个: where the part is.
  if (/^(?:总馆|分馆|新馆|老馆|主馆|本馆)$/.test(subject.words))
    return !/^facility\./.test(context.previous?.code ?? '')
  if (people && /^(?:其中)?[，：]?(?:文艺|业务)?骨干$/.test(subject.words)) return true
  const whole = context.carried?.words ?? ''
  // 财政赤字…，其中中央财政赤字8500亿元: the catalogue knows these very words, and those of the whole are in them.
  if (words.length >= subject.words.length && whole.length >= 4 && subject.words.endsWith(whole)) return false
  if (/争取|新增|新购|购置|捐赠|征集|接受|配送|培训|获/.test(figure.before)) return false
  return whole.length >= 2 && subject.words !== whole && subject.words.endsWith(whole.slice(-2))
}

const isSaidAgain = (words: string, { context, figure }: View): boolean =>
  /^(?:队伍|团队|项目|场馆|设施|展览|讲座|活动|作品|节目|书屋|书房|广场|演出|工坊|基地|文物|图书)$/.test(words) &&
  !/新增|新购|新入|采购|购置|入藏|补充|捐赠|征集/.test(figure.before) &&
  context.previousUnit === figure.quantity.unit &&
  context.previousSubject.length > words.length &&
  (context.previousSubject.endsWith(words) ||
    (/^(?:队伍|团队)$/.test(words) && /(?:队伍?|团队?)$/.test(context.previousSubject)))

/** 文艺演出进社区: where it was brought, behind the name of an event. */
function broughtEvent(view: View): IndicatorReading | null {
  const kind =
    /^(.*[\u3400-\u9fff]{2})(?:走进|进|下|到)(?:校园|社区|军营|企业|农村|乡村|机关|景区|园区|工地|学校|基层|部队|村)(?:活动)?$/.exec(
      view.subject.phrase.trim(),
    )?.[1]
  const own = kind ? counted(view, kind, 'noun', true) : null
  return own && kind?.endsWith(own.words) && EVENT.test(own.code) ? own : null
}

/** 文艺汇演活动: 活动 says nothing of its own behind the name of an event. */
function kindOfActivity(view: View): IndicatorReading | null {
  const kind = /^(.*[\u3400-\u9fff]{2})活动(?:[）”]|[，、：]?(?:共计?|累计|合计|总计))?$/.exec(
    view.subject.phrase.trim(),
  )?.[1]
  const own = kind ? counted(view, kind, 'noun', true) : null
  return own && kind?.endsWith(own.words) && EVENT.test(own.code) ? own : null
}

const EVENT = /^(?:performance|exhibition|lecture|training|reading|talk)\.sessions$|^contest\.count$|^film\.screenings$/

/** 乡镇综合文化站建设项目125个: what is built is a station, and no project of the trade. */
function builtByProject(view: View): IndicatorReading | null {
  const place = /^(.*[\u3400-\u9fff]{3}?)(?:新建|建设|改造|提升|改扩建|标准化建设)(?:项目|工程)$/.exec(
    view.subject.phrase.trim(),
  )?.[1]
  const own = place ? counted(view, place, 'noun', true) : null
  return own && /^facility\.(?!other|area|renovated)/.test(own.code) ? own : null
}

export const ownNoun: IndicatorRule = {
  id: 'indicator.noun',
  because: 'the counted noun itself names it',
  read: (view) => {
    const { subject, generic, part, context } = view
    const bare = subject.side !== 'after' && subject.side !== 'before'
    if (generic || (bare && (!isOfDeed(view) || context.previous))) return null
    // 学员总数达 is looked at before the links are taken off: 学员总数 may be a form of its own.
    const whole = subject.side === 'before' ? counted(view, view.figure.before.trim(), 'noun', true) : null
    const own =
      kindOfActivity(view) ??
      broughtEvent(view) ??
      builtByProject(view) ??
      whole ??
      counted(view, subject.phrase, 'noun', true) ??
      counted(view, subject.words, 'noun', true)
    // 业余文艺团队4120支…平均每村2.5支队伍: the last word of the noun before says it again.
    if (own && context.previous && isSaidAgain(subject.words, view))
      return inherited(view, 'indicator.carriedNoun') ?? own
    // 其中线上活动214场: a general word for a part does not change what the whole is.
    // 送戏到村53场、到学校6场、进社区8场: the parts go on after 其中.
    const isPart = part || (own?.code === 'activity.sessions' && context.previousIsPart && /^[、，]/.test(view.since))
    if (own && context.previous && isOneOfThose(own, view)) return inherited(view, 'indicator.carriedNoun') ?? own
    if (own && isPart && context.previous && isPlainPart(own, view))
      return inherited(view, 'indicator.partOfWhole') ?? own
    return own
  },
}

/** 23个乡镇文化站电子档案建设: what is done with them stands behind the bodies that are counted. */
export const leadingBody: IndicatorRule = {
  id: 'indicator.leadingBody',
  because: 'the noun behind the unit begins with a body of the catalogue, and what follows tells what was done with it',
  read: (view) => {
    const { subject, figure, rulebook, dimension } = view
    if (subject.side !== 'after' || !/^[个家所座处]$/.test(figure.quantity.unit)) return null
    const own = counted(view, subject.phrase, 'noun', true)
    if (own && own.words.length >= 3) return null
    const longest = [...rulebook.counted.allAt(subject.phrase, 0)]
      .filter(
        ({ row, form }) =>
          form.length >= 3 &&
          /^facility\./.test(row.code) &&
          row.dimensions.includes(dimension) &&
          row.with === undefined,
      )
      .sort((a, b) => b.form.length - a.form.length)[0]
    const rest = subject.phrase.slice(longest?.form.length ?? 0)
    return longest && rest.length >= 2 && !/(?:人员|队伍|团队|活动|作品|管理员|项目|读者|学员)$/.test(rest)
      ? {
          code: longest.row.code,
          rules: ['indicator.leadingBody', longest.row.id],
          words: longest.form,
          evidence: 'noun',
        }
      : null
  },
}

/** 办结, 累计入驻: a verb that tells more of the thing before, and no noun. */
function isGoingOn(words: string): boolean {
  const verb = words.replace(
    /^(?:全年|年内|当年|上半年|下半年|共计?|累计|总计|合计|其中|已|现|另|又|再|均|还|全部)+(?=.)/,
    '',
  )
  return verb.length <= 4 && GOES_ON.test(verb)
}

/** 累计建成: the deed is done to what was counted before. */
const isOfDeed = ({ subject }: View): boolean => subject.rule === 'subject.ofDeed' && subject.side === 'carried'

export const carriedNoun: IndicatorRule = {
  id: 'indicator.carriedNoun',
  because:
    'only a verb or an attribute stands before the number; the thing is that of the figure before (藏书3.2万册，新增1800册)',
  read: (view) => {
    const { figure, subject, context, dimension, reach, rulebook } = view
    const bare =
      subject.rule === 'subject.verbBeforeNumber' ||
      isOfDeed(view) ||
      subject.side === 'attribute' ||
      VERBAL.test(subject.words) ||
      isGoingOn(subject.words)
    if (!bare || view.generic || !context.carried || !context.previous) return null
    const own: Reach = { ...reach, head: figure.text.slice(figure.item.start, figure.quantity.end) }
    const match = findCounted(context.carried.words, own, dimension, rulebook, true)
    // 文化站22个，其中达标18个: said of the same unit, it is what the figure before is of, unless the verb tells otherwise.
    if (
      subject.side !== 'attribute' &&
      !match?.row.with &&
      context.previousUnit === figure.quantity.unit &&
      (isOfDeed(view) || isGoingOn(subject.words) || VERBAL.test(subject.words))
    ) {
      const before = inherited(view, 'indicator.carriedNoun')
      if (before) return before
    }
    if (!match || (subject.side === 'attribute' && !match.row.with)) return null
    return { code: match.row.code, rules: ['indicator.carriedNoun', match.row.id], words: match.form, evidence: 'item' }
  },
}

export const shortName: IndicatorRule = {
  id: 'indicator.shortName',
  because: 'in 文明实践中心1个、所14个、站196个 only the last word of each name is told again',
  read: (view) =>
    /^[所站点馆室]$/.test(view.subject.words) &&
    view.context.previous !== null &&
    NAMED_SHORT.test(view.context.previous.code) &&
    /^[、，和及]/.test(view.since)
      ? inherited(view, 'indicator.shortName')
      : null,
}

/** Facilities of several levels with names of one stem. */
const NAMED_SHORT = /^facility\.(?:civilization_center|heritage_site|broadcast_point|e_reading_room)$/

export const attribute: IndicatorRule = {
  id: 'indicator.carriedOver',
  because: 'an attribute (省级, 国有) or a place names a part of what was counted before',
  read: (view) => {
    if (view.subject.side !== 'attribute') return null
    if (view.people && ONLINE.test(view.figure.before))
      return decided('activity.online_attendance', 'indicator.online', '线上')
    return inherited(view, 'indicator.carriedOver')
  },
}

export const rowHead: IndicatorRule = {
  id: 'indicator.rowHead',
  because: 'the head of the table row names what is counted',
  read: (view) => (view.context.rowHeader ? counted(view, view.context.rowHeader, 'noun', false) : null),
}

export const itemWords: IndicatorRule = {
  id: 'indicator.item',
  because: 'a word of the same item of the list names it',
  // A noun behind the unit is the head: words before the number name something else.
  read: (view) => counted(view, view.subject.side === 'after' ? view.subject.phrase : view.item, 'item', false),
}

export const clauseWords: IndicatorRule = {
  id: 'indicator.clause',
  because: 'a word of the clause names it, and no noun of its own stands before the number',
  read: (view) => {
    if (view.subject.side === 'before' && view.dimension !== 'ratio') return null
    const named = counted(
      view,
      view.figure.text.slice(view.context.reachStart, view.figure.quantity.from),
      'clause',
      false,
    )
    // 开设培训、演出等10余项免费服务: a thing of its own stands behind the unit, and an event before makes no event of it.
    const isThing = view.subject.side === 'after' && /^(?:item|place)$/.test(view.dimension)
    return isThing && named && view.subject.words.length >= 3 && /\.(?:sessions|screenings)$/.test(named.code)
      ? null
      : named
  },
}

export const sameThing: IndicatorRule = {
  id: 'indicator.sameThing',
  because: 'nothing stands before the number: the figure goes on with the thing before',
  read: (view) => (view.subject.side === 'carried' ? inherited(view, 'indicator.sameThing') : null),
}

export const partOfWhole: IndicatorRule = {
  id: 'indicator.partOfWhole',
  because: 'a part of a whole is of the indicator of the whole',
  read: (view) =>
    view.part || (view.context.previousIsPart && /^[、，]/.test(view.since))
      ? inherited(view, 'indicator.partOfWhole')
      : null,
}
