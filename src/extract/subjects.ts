import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { isFirstOfShared, isShared } from './bearers.ts'
import type { Figure } from './figures.ts'
import { behindQualities, isPureNoun, leadingNoun, QUALITIES, trailingNoun } from './nounPhrases.ts'
import { nounOfItem, withoutLabel } from './standardLabels.ts'
import {
  lastWords,
  namedSoon,
  nameOf,
  placeBefore,
  shorten,
  withoutCutVerb,
  withoutDeed,
  withoutLevel,
  withoutOutcome,
} from './subjectNames.ts'

/** The thing counted, with the words around it that help to tell what it is. */
export interface Subject {
  /** As few characters as name it. */
  readonly words: string
  /** The words that the indicator is read from: the noun phrase, or all that stands before the number. */
  readonly phrase: string
  readonly side: 'after' | 'before' | 'attribute' | 'carried' | 'none'
  /** Whether nothing but the noun stands before the number: the predicate is that of the figure before. */
  readonly elided: boolean
  readonly rule: string
}

const LINKS =
  /(?:已经|计划|拟定|将|将要|[ ：:]|\[\d+\]|达到|达|高达|多达|约为|共计|总计|合计|累计|共有|共|计|为|有|分别|分别为|已|了|做到|更新至|更新到|突破|超过|增至|增加到|增长到|提高到|提升到|上升到|上升至|提升至|提高至|下降到|下降至|降至|降到|扩大到|发展到|稳定在|保持在|控制在|减少到|减少至|增加至|增长至|升至|近|仅|只|各|均|约|超|逾|至|到|不少于|不低于|不超过|至少|数|总数|总量|数量|数为|总数达到|人数|的|是|就|还|再|又|全年|就有|也|都|不足|不到|将近|接近|现有|实有|实际|突破至|跃升至|要求|办了|来|(?<![演展支推外进])出|过|(?<![线以])上|首次|占|占有|占去|占了|人均|平均|日均|场均|户均|平均每(?:[团馆站村场家所校镇乡县户屋院人]|个?(?:乡镇|街道|社区|场馆))|站均|村均|馆均|县均|班均|团均|校均|镇均|屋均|净增|每年|每月|每季度|每周|全年共|低于全[国省市县区]|高于全[国省市县区]|应配|应|在|由|从|争取|力争|确保|预计|[≥≤＞＜><])$/
/** Words after the unit that begin a predicate and no noun: 200家以上, 3人获评. */
const NOT_NOUN_START =
  /^(?:大关|门槛|关口|大?台阶|全?覆盖(?![率面])|的?(?:平均水平|平均数|平均值|标准(?!.{0,3}配)|目标|要求|水平|任务)|有(?:明显|较大|大幅|所)|以上|以下|左右|以内|等|并|和|与|及|或|的[，。]|在(?![建谈编册职读校])|由|被|将|已|均|都|也|为|是|占|比(?![较赛武拼])|较|同比|增长|下降|用于|参与|参加|到|于|入选|获|荣获|达成|参观|受益|观看|没有|获得|申报|报名|认领|提升|实现|成为|达|超|完成|深入|走进|奔赴|前往|赶赴|其中|提供|分工|享受)/
/** 每个社区, 各街道: whom each figure is for. */
const DISTRIBUTIVE =
  /^平均每(?:个|座|家|所|处)?[\u3400-\u9fff]{1,2}$|^(?!.*(?:建成|建有|建好|新建|设有|设立|配有|打造)[\u3400-\u9fff]{3})(?:每(?!年|月|季|半年|周|学期|天|日|两年|三年)|各(?!类|种|项|级|界|方|式))(?:个|座|家|所|处|名|位|支)?(?:(?!每)[\u3400-\u9fff（）]){1,10}(?:每(?:年|月|季度?|半年|周|学期|天|日))?$/
/** Words that only tell which part of the carried noun is meant. */
const HELD =
  /^(?:成功|顺利|圆满|集中|分别)?(?:举办|开展|组织(?:开展)?|召开|举行|承办|开办)(?:了|过)?(?=[\u3400-\u9fff])/
/** Whom a place receives. */
const GUESTS = /游客|旅游者|观众|读者|参观者/g
const GUESTS_OWN = /游客|旅游者|观众|读者|参观者/
/** 1人（何玉山）: who it was. */
const WHO = /^（[\u4e00-\u9fff、]{2,30}）/
/** 对全体干部进行轮训, 完成了集中培训. */
const DEALT = /^(?:对[^，。；]{2,24})?(?:进行|开展|组织|举办|完成)(?:了)?([\u4e00-\u9fff]{2,8}?)(?=[，。；、（]|$)/
const ATTRIBUTE =
  /^(?:其中|含|包括|内有|内含|里面有|里头有)?[：，]?(?:(?:国有|非国有|民办|公办|民营|续建|新建|新开工|拟建|新增|新创|在建|完工|竣工|建成|开工|已建成|达标|基本达标|不达标|其他|其余|其它|城镇|农村|城市|乡村|城区|镇区|男性?|女性?|[省市州地区县]直|[省市州地区县]属|[国省市区县州乡镇]（[区市县旗]）属|(?:中央|部|省|市|区|县|州|乡镇|街道|国|自治区)属|社会办|集体|私营|个体|市级|县级|区级|省级|国家级|镇级|村级|地级|地市级|地市州级|市州级|地市及以上|市州及以上|[县区市]?[市县区镇乡]及(?:[县区市乡镇]{1,2})?以[上下]|中央级|[县市区州]（[市区县旗州、]+）级|街道|部级|州级|厅级|全国|全省|全市|全区|全县|全镇|全州|市、?县级|(?:达到?)?(?:国家)?[特一二三]级[馆站](?:标准)?|市县级|世界级|联合国|省部级|乡镇级|企业|个人|线上|线下|总数|总量|总计|合计|全[县市区省]总数|全[县市区省]共|[一二三甲]级|\d?A{1,5}级|[一二三四五\d][级类等星]级?)(?:及?以上|及?以下|重点)?(?:的|项目|单位)?)$/

/** 岫城市120场、云川县160场: places among which the carried thing is shared out. */
const PLACE =
  /^(?:其中)?(?!(?:国家|[省市区县部]|联合国)级|中国|全国|特色|千年|最美)(?!.*(?:我们|^为|^(?:下|现|管|共)?辖|为全|覆盖|下乡|进村|入村|到村|返乡|送|进社区|小区|老旧|通航))(?!(?:建设|改造|新建|完成|推进|创建|打造|建成|活化|利用|提升))[\u4e00-\u9fff]{1,5}(?:(?:[市县镇乡州旗省]|(?<![园景校库户业商范验点护能作灌林牧矿片])区)|街道|社区|村)$|^[东西南北中]片$/

const OWN_PREDICATE = /达|为|有|是|增|升|降|突破|超过|累计|总计|共|占|计/
const OWN_VERB =
  /^(?:其中)?(?:新建|新增|新购|新设|新开|新办|更换|改造|举办|开展|组织|建成|完成|实现|接待|培训|发放|配备|安装|推出|创作|引进|检查|出动|立案|查处|争取|投入|放映|演出|修缮|征集|招聘|招录|打造|创建|申报|入选|获|荣获|制定|出台|印发|编印|刊发|刊播|发布|推送|培育|扶持|开设|开办|设立|成立|购置|采购|配送|赠送|落实|签约|实施|启动|建设|建立|拥有|现有|总)/
/** 总投资12亿元的物流园: the measure of the thing behind 的, which is not what is counted. */
const MEASURE_OF =
  /(总投资|投资总?额|计划投资|协议投资|占地面积|占地|建筑面积|总面积|年产值|年产量|总产值|装机容量|总装机|总库容|库容|全长|总长|年?(?:[\u4e00-\u9fff]{2}业务?|营业|主营业务|销售|旅游)?收入|营收|市值|销售额|交易额|营业额|纳税额|税收|票房)(?:约|近|超过?|过|突破|达到?|逾|为|在)*$/

/** Firms and projects that a sum picks out: 收入过亿元企业30家, 收入超1亿元的企业6家. */
const PICKED =
  /^(?:的|以上的?)?[\u4e00-\u9fff]{0,4}(?:企业|项目|园区|景区|乡镇|村|商户|公司)(?:[\d，。；、（超达有只仅近共]|$)/

/** Trailing particles and linking verbs off: 参与人数达 → 参与人数; 观众人数超 → 观众人数. */
function stripLinks(words: string): string {
  let rest = words
  for (;;) {
    const link = LINKS.exec(rest)
    if (!link || link[0].length === 0) return rest
    if (/^(?:人数|总数|数量|总量|数)$/.test(link[0]) && rest.length - link[0].length < 3) return rest
    if (link[0] === '人数') return rest
    const shorter = rest.slice(0, rest.length - link[0].length)
    if (shorter.trim().length === 0 && /[\u3400-\u9fff]{2}/.test(link[0])) return shorter
    rest = shorter
  }
}

/** The comparison and verb of a change off: 旅游综合收入比上年增长 → 旅游综合收入. */
const CHANGE_TAIL =
  /(?:[，、]?(?:扣除[\u4e00-\u9fff]{2,12}?(?:因素|影响)后?|按[\u4e00-\u9fff]{2,6}(?:价格|口径)(?:计算)?)，?)?(?:[，、]?(?:比|较|与|同)[\u4e00-\u9fff\d“”×xX_]{1,16}?)?(?:同比|环比|年均|[两三四五六]年|平均每年|每年平均|每年|递|分别|平均|实际|净|再|又|均|各|可比|同口径|按可比口径|名义|累计|逐年)*(?:增长率?|增加|上升|提高|提升|上涨|增幅|增速|涨幅|下降|减少|降低|回落|下跌|下滑|降幅|翻了?|增产|减产|增|[高低多少快慢])(?:了|约|近|达|达到|为|超过|幅度|全国|全省|全市)*$/

/** 总产值1982年预计: the year behind the noun is no part of it. */
const YEAR_TAIL =
  /(?:而|又|在|到|至|由)?(?:[一二][〇零○九八七][〇零○一二三四五六七八九]{2}|(?:19|20)\d\d)年(?:已经?|预计|计划|底|末|又|将|实际|可能?|达到?|只)*(?:比)?$/
/** 在校学生的人数: such words name nothing without what they are of. */
const OF_SOMETHING = /^(?:人数|数量|总数|总额|总量|产量|规模|品种)$/

/** 占全县的38.5%, 恢复到2019年的81%, 相当于上年同期的八成: what the share is of, and no noun that is counted. */
const OF_WHOLE =
  /(?:[已仅均约近]|首次|基本|分别|总体)*(?:占(?!比|地|有|用)|(?:恢复|回升)(?:[到至]|了)|相当于)[^，。；]*$/
/** 4A级以上旅游景区: the grade in front of a noun is no part of its name. */
const GRADE =
  /^(?:(?:\d?A{1,5}|[一二三四五]星)级?(?:（含[^）]{0,6}）)?(?:及?以上)(?:（含）)?的?|(?:国家|[省市县区州])[一二三特]级(?![站馆])(?=[\u3400-\u9fff]{2}))/
/** 52万人次（预计）: a remark in a bracket is no noun. */
const REMARK = /^（(?:预计|估算|估计|累计|初步|按|含|不含|其中|同比|增长|下同|包括|截至)[^）]*）/
/** 18个点，7个点进行辅导: places called by one character. */
const SINGLE_PLACE =
  /^[点站馆村镇乡县户校园店](?=[，。；、（]|$|进行|开展|同时|全部|均|都|举办|参加|实现|配送|发放|赠送|安装|新建|配备|放映|提供|配备)/
/** 具有高级职称的人员6966人: what they have tells who they are. */
const QUALIFIED =
  /(?:具有|具备|拥有|持有|取得)([^，。；的]{2,12})的(?:专业)?(?:技术|工作)?(?:人员|人|职工|干部)(?:共|有|达|为)*$/
/** 25个功能齐全的文化站: how they are stands before what they are. */
const QUALITY =
  /^[\u4e00-\u9fff、]{1,12}?(?:齐全|完善|较好|突出|优秀|完备|健全|鲜明|良好|丰富|先进|规范|独特|薄弱|滞后|不全|老旧|浓郁|浓厚|成熟|一流|达标|合格|以上)的(?=[\u4e00-\u9fff“])/
/** 三次较大的文艺演出, 18场有影响的展览: how large or good they were. */
const SIZED =
  /^(?:规模|影响|水平)?(?:比?较|最|很|特别|颇)?(?:大型|[大高好强新]|有影响力?|高水平|高质量|高规格|重要|重大|像样)的(?=[\u4e00-\u9fff“]{2})/
/** 张三、李四等11人入选省级代表性传承人: what people who were named became. */
const BECAME =
  /^(?:均|分别|先后)?(?:入选|当选|获评|(?:被)?(?:评|评选|认定|命名|公布|确定|聘任?|增补)为|晋升|加入)(?:为|了)?(?:第[\u4e00-\u9fff]{1,3}[批届])?([\u4e00-\u9fff]{3,22}?)(?:名[录单])?(?=[，。；、（]|$)/
const FUND =
  /^的?([\u4e00-\u9fff、]{0,22}?(?:专项资金|补助资金|奖补资金|扶持资金|补助经费|专项经费|工作经费|补贴资金|引导资金|发展资金|保护资金))(?![的管使])/
/** 投资437万元新建…: what the money was spent on stands behind it, and is not what was counted. */
const SPENT = /(?:投资|投入|斥资|耗资|出资|筹资|捐资|集资|融资)了?(?:资金)?$/

/** Whether a noun of the catalogue ends the words before the number, and what stands behind is a verb. */
function isDeedBehind(bare: string, noun: string, figure: Figure, segmenter: Segmenter, rulebook: RuleBook): boolean {
  const { dimension } = figure.quantity
  if (
    dimension === null ||
    !rulebook.counted.endingAt(bare, bare.length).some(({ row }) => row.dimensions.includes(dimension))
  )
    return false
  const tokens = segmenter.tag(figure.after.slice(0, 10))
  const first = tokens[0]
  const isVerbal = tokens.length > 0 && tokens.every(({ tag }) => /^(?:v|d|ad)/.test(tag))
  if (first === undefined || !(isVerbal || /^(?:v|d|vd|vi)$/.test(first.tag))) return false
  return rulebook.counted.endingAt(noun, noun.length).length === 0
}

const isPerson = ({ quantity }: Figure): boolean => quantity.dimension === 'person'

/** The subject of a figure: the noun behind its unit, else the noun before the number, else the one carried over. */
export function readSubject(
  figure: Figure,
  carried: Subject | null,
  rulebook: RuleBook,
  segmenter: Segmenter,
  isChange = false,
): Subject {
  const praised = QUALITIES.exec(figure.text.slice(figure.quantity.end, figure.clause.end))?.[1]
  const behind = (praised ?? figure.after)
    .replace(/^[ ]+/, '')
    .replace(/^(?:为期|历时|长达)[\d一二三四五六七八九十半多余]{1,4}(?:天|周|个?月|年|小时)的/, '')
  // 分两期成功举办了公益课程: what was held is told behind the verb.
  const held = figure.quantity.dimension === 'session' ? HELD.exec(behind) : null
  const after = held
    ? behind.slice(held[0].length)
    : behindQualities(behind, figure.text.slice(figure.quantity.end, figure.clause.end), rulebook)
  // 分3期对领导干部进行轮训: what was done to them in so many terms.
  const dealt = /(?:^|[，。；])(?:先后|分别)?分$/.test(figure.before) ? DEALT.exec(figure.after)?.[1] : undefined
  if (dealt) return { words: dealt, phrase: dealt, side: 'after', elided: false, rule: 'subject.nounAfterUnit' }
  // 7项目, 2项目: the measure word and the noun share a character.
  const fused =
    /项$/.test(figure.quantity.unit) && /^目/.test(after)
      ? `项${after}`
      : after
          .replace(GRADE, '')
          .replace(QUALITY, '')
          .replace(SIZED, '')
          .replace(REMARK, '')
          .replace(WHO, (who) => (isPerson(figure) ? '' : who))
  const share = figure.quantity.dimension === 'ratio' && !isChange
  // 一是群众文化活动: the label of the item is no part of the noun.
  const told = isChange
    ? figure.before.replace(CHANGE_TAIL, '')
    : share
      ? figure.before.replace(OF_WHOLE, '')
      : figure.before
  const stripped = withoutDeed(
    withoutLabel(stripLinks(withoutLabel(told)))
      .trim()
      .replace(/^(?:其?[一二三四五六七八九十]{1,2}是)/, '')
      .replace(YEAR_TAIL, '')
      .replace(/(?<=[\u3400-\u9fff]{2})每[村站馆户人所校镇乡街家]$/, '')
      .replace(/(?<=[\u3400-\u9fff]{2}(?:数量|总数|总量)?)(?:数量)?全[国省市县区州]$/, ''),
    figure,
    rulebook,
  )
  if ((isChange || told !== figure.before) && stripped.replace(/^[，、：]/, '') === '' && carried)
    return { ...carried, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  // 较2013年的573.7万册增长1倍: nothing is left but the word of comparison.
  if (carried && /^[，、]?(?:比|较)$/.test(stripped))
    return { ...carried, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  // 是上年的2.3倍: of what was told before.
  if (
    carried &&
    figure.quantity.dimension === 'multiple' &&
    /(?:是|为|相当于|达到?|约)(?:上年|去年|往年|前年|平时|同期|上年同期|去年同期)的?$/.test(figure.before.trim())
  )
    return { ...carried, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  // 较“十三五”末的620亿元: the base of a comparison is of the same thing.
  if (carried && /^[，、]?(?:比|较|同)[^，。；]{2,14}(?:年|末|底|期|年度)$/.test(stripped))
    return { ...carried, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  const bare =
    DISTRIBUTIVE.test(stripped) || /^(?:.{0,12}(?:中|里))?(?:还|仍|已|尚|就|也|仅)*$/.test(stripped) ? '' : stripped
  const title =
    /^(?:均|都|先后|分别)?(?:被)?(?:评为|获得?|荣获|荣膺|获评|入选|授予|评选为)了?[^，。；、]{0,8}?[“‘]([^”’]{2,24})[”’]/.exec(
      fused,
    )
  if (title && /^(?:人|名|位)$/.test(figure.quantity.unit) && bare.length <= 4) {
    return {
      words: (title[1] ?? '').slice(-16),
      phrase: `获“${title[1] ?? ''}`,
      side: 'after',
      elided: false,
      rule: 'subject.title',
    }
  }
  // 软件收入过亿元企业: what is picked out by a threshold, without 的.
  const picked = figure.quantity.dimension === 'money' && PICKED.test(fused)
  const measure = picked || /^的/.test(fused) ? MEASURE_OF.exec(figure.before.trim()) : null
  if (measure?.[1])
    return {
      words: measure[1],
      phrase: measure[1],
      side: 'before',
      elided: false,
      rule: 'subject.nounBeforeNumber',
    }
  const became = isPerson(figure) && /[\u4e00-\u9fff]等$/.test(figure.before) ? BECAME.exec(fused)?.[1] : undefined
  if (became) return { words: shorten(became), phrase: became, side: 'after', elided: false, rule: 'subject.title' }
  if (/^[金银铜]$/.test(figure.quantity.unit))
    return {
      words: `${figure.quantity.unit}牌`,
      phrase: bare.slice(-40),
      side: bare === '' ? 'carried' : 'before',
      elided: bare === '',
      rule: 'subject.medal',
    }
  // 4000万元的文化事业和产业发展专项资金: the money is what the phrase ends with.
  const fund = figure.quantity.dimension === 'money' ? FUND.exec(fused)?.[1] : undefined
  if (fund)
    return {
      words: shorten(fund),
      phrase: fund,
      side: 'after',
      elided: stripped.length === 0,
      rule: 'subject.nounAfterUnit',
    }
  const spent = figure.quantity.dimension === 'money' && SPENT.test(stripped)
  const places = /^[近约超]?\d/.test(figure.text.slice(figure.quantity.end + figure.after.length).trimStart())
    ? placeBefore(fused, rulebook)
    : 0
  if (places > 0)
    return {
      words: fused.slice(0, places),
      phrase: fused.slice(0, places),
      side: 'after',
      elided: stripped.length === 0,
      rule: 'subject.nounAfterUnit',
    }
  const steps = figure.quantity.unit === '个' && /^大?台阶/.test(fused)
  if (fused.length > 0 && !spent && (steps || !NOT_NOUN_START.test(fused))) {
    const noun =
      leadingNoun(fused, segmenter, rulebook, figure.quantity.dimension === 'session') || namedSoon(fused, rulebook)
    const counts = noun.length === 1 && rulebook.counted.at(noun, 0).length > 0
    // 文物保护单位两处修缮竣工: behind the unit stands what was done with them.
    const done = bare.length >= 2 && isDeedBehind(bare, noun, figure, segmenter, rulebook)
    const single = SINGLE_PLACE.test(fused) && noun.length <= 1
    if (!done && (noun.length >= 2 || (noun.length === 1 && (bare.length === 0 || counts)) || single)) {
      return {
        words: noun === '' ? fused.charAt(0) : shorten(withoutOutcome(noun)),
        phrase: noun === '' ? fused.charAt(0) : noun,
        side: 'after',
        elided: stripped.length === 0,
        rule: 'subject.nounAfterUnit',
      }
    }
  }
  const qualified = isPerson(figure) ? QUALIFIED.exec(stripped)?.[1] : undefined
  if (qualified)
    return {
      words: qualified,
      phrase: bare.slice(-40),
      side: 'before',
      elided: false,
      rule: 'subject.nounBeforeNumber',
    }
  // 事业单位9个，企业3个: firms of their own, where others before are counted.
  const isNoun = /^企业$/.test(bare) && figure.quantity.dimension === 'item'
  const qualifier = ATTRIBUTE.test(figure.before.trim()) ? figure.before.trim() : bare
  if (
    carried &&
    !isNoun &&
    bare.length > 0 &&
    (ATTRIBUTE.test(qualifier) ||
      isShared(figure, qualifier, rulebook, segmenter) ||
      (PLACE.test(qualifier) && !rulebook.counted.find(qualifier).some((match) => match.form.length >= 3)))
  ) {
    const words = qualifier.replace(/^(?:其中|含|包括)[：，]?/, '')
    if (!ATTRIBUTE.test(qualifier)) return { ...carried, side: 'attribute', elided: true, rule: 'subject.attribute' }
    // 一级馆6个: the grade names the kind of place itself.
    if (/级[馆站所院]$/.test(words))
      return { ...carried, words, side: 'attribute', elided: true, rule: 'subject.attribute' }
    return {
      ...carried,
      words: (/^(?:总数|总量|总计|合计)$/.test(words) || carried.words.startsWith(words)
        ? carried.words
        : words + withoutLevel(carried.words)
      ).slice(0, 24),
      side: 'attribute',
      elided: true,
      rule: 'subject.attribute',
    }
  }
  const firstOfShared = isFirstOfShared(figure, rulebook, segmenter)
  // 组织送戏下乡，岫城市120场: the first of the places has what the clause before names.
  if (
    (firstOfShared || (!carried && (PLACE.test(bare) || ATTRIBUTE.test(bare)))) &&
    figure.item.start > figure.sentence.start &&
    !rulebook.counted.find(bare).some((match) => match.form.length >= 3)
  ) {
    const lead = figure.text
      .slice(figure.sentence.start, figure.item.start)
      .replace(/(?:[，：；、\s]|(?<=.{3})中[，：]?)+$/, '')
    const clause = lead.slice(lead.search(/[^，；：]*$/))
    const named = [...rulebook.counted.find(clause)].pop()
    const shared = named?.end === clause.length ? named.form : trailingNoun(clause, segmenter, rulebook).words
    if (shared.length >= 2)
      return {
        words: shorten(shared),
        phrase: lead.slice(-40),
        side: 'before',
        elided: false,
        rule: 'subject.attribute',
      }
  }
  // 数字阅览平台建设（掌上阅览）47万元: what a bracket adds is no part of the noun.
  const unbracketed = bare.replace(/(?<=[\u4e00-\u9fff]{4})（[^（）\d]{4,20}）$/, '')
  const tail = trailingNoun(unbracketed, segmenter, rulebook)
  const of =
    OF_SOMETHING.test(tail.words) && bare.endsWith(`的${tail.words}`) ? bare.slice(0, -tail.words.length - 1) : ''
  const owner = of === '' ? '' : trailingNoun(of, segmenter, rulebook).words
  const noun = owner.length >= 2 ? `${owner}的${tail.words}` : tail.words
  // 总藏书达到3.9万册 has a predicate of its own: nothing is taken over from the figure before.
  const linked =
    OWN_PREDICATE.test(figure.before.slice(figure.before.indexOf(bare) + bare.length)) || OWN_VERB.test(bare)
  const elided =
    !linked &&
    noun.length > 0 &&
    noun.length >= bare.replace(/^(?:其中|含|包括)[：，]?/, '').length &&
    isPureNoun(tail.whole, segmenter, rulebook)
  if (noun.length >= 2 || (noun.length === 1 && bare.length === 1)) {
    return {
      words: nameOf(noun, bare, figure, rulebook),
      phrase: bare.slice(-40),
      side: 'before',
      elided,
      rule: 'subject.nounBeforeNumber',
    }
  }
  // 黄石景区前4天累计接待6.5万人: whom it received, the figure before named.
  if (carried && /(?:接待|参观|到访)$/.test(bare) && /客|观众|读者|参观者/.test(carried.words))
    return { ...carried, side: 'carried', elided: false, rule: 'subject.carriedOver' }
  // 岫溪景区接待2.6万人次: whom such places receive was told before.
  const received =
    figure.quantity.dimension === 'visit' && /接待$/.test(bare) && !GUESTS_OWN.test(bare)
      ? figure.text.slice(figure.paragraph.start, figure.quantity.from).match(GUESTS)?.pop()
      : undefined
  if (received)
    return { words: received, phrase: bare.slice(-40), side: 'before', elided: false, rule: 'subject.nounBeforeNumber' }
  if (bare.length >= 2 && !/^(?:其中|包括|含)$/.test(bare)) {
    // Only a verb stands there (立案, 完工): it names what was counted.
    const end = lastWords(bare.replace(/^.*\d(?:[天日年月]|个月)/, ''), segmenter)
    const verb = withoutCutVerb(end, bare)
    if (verb)
      return { words: verb, phrase: bare.slice(-40), side: 'before', elided: false, rule: 'subject.verbBeforeNumber' }
  }
  if (carried) return { ...carried, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  const named = nounOfClauseBefore(figure, rulebook, segmenter) || nounOfItem(figure, rulebook, segmenter)
  return named === ''
    ? { words: '', phrase: '', side: 'none', elided: false, rule: 'subject.none' }
    : { words: shorten(named), phrase: named, side: 'before', elided: true, rule: 'subject.nounBeforeNumber' }
}

/** 进出口总额，由355亿元增加到…: what a short clause without a figure of its own names before the one that tells of it; '' where none. */
function nounOfClauseBefore({ text, sentence, clause }: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const lead =
    /(?:^|[，；：])([^，；：、]{2,18})[，：:]$/.exec(text.slice(sentence.start, clause.start).trimStart())?.[1] ?? ''
  const words = lead
    .replace(/^[ 　]*(?:我国|全国|全[省市县区])?/, '')
    .replace(/的?(?:增长速度|增长率|增速|增幅|情况|方面)$/, '')
  // 实有人数：14 in a form.
  if (/^(?:实有|现有|在编|在职|在岗)人[数员]$/.test(words)) return words
  if (words.length < 2 || OWN_PREDICATE.test(words)) return ''
  const tail = trailingNoun(words, segmenter, rulebook)
  return tail.words.length >= 2 && tail.whole.length >= words.length ? tail.words : ''
}
