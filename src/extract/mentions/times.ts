import { after, before, claim, isHan, type MentionRule, type MentionView, value } from './view.ts'

const TIME_UNIT =
  /^[ ]?[多余几来]?(?:个半?[多余]?月|个(?:多|半)?(?:季度|星期|世纪|年头|昼夜|工作日|交易日|自然日|周末|小时内|时期|阶段)|年(?!级)|月(?![球饼])|日(?!报|均|语|本|常)|天(?!津|然|河|地|安|台)|周(?!边|报|刊|密|期|转|长|岁)|星期|季度|世纪|年代|旬|昼夜|时许|时整|时(?=\d)|点钟|点半|点整|工作日|学年|财年|夜)/

const RANGE_TIME =
  /^[ ]?(?:年|月|日)?[ ]?(?:[-—–~～至到、和与及或/]+|——)[ ]?(?:今年|去年)?[\d_xX〇零一二两三四五六七八九十]{1,4}(?:[-—–~～至到、和与及或/]+[\d_xX〇零一二两三四五六七八九十]{1,4}){0,6}[ ]?(?:多|余)?(?:个月|年(?!级)|月|日(?!报|均)|天|季度|周(?!边)|时|点(?=[^个位]))/

const HALF_TIME = /^(?:年|个?多?世纪|个?月|天|日|个?小时|学期|夜|程)/

const TIME_TAIL = /^(?:度|底|末|初|间|代|以来|来|前|后|内|之内|上半年|下半年|里)/

const CLOCK_CONTEXT = /(?:上午|下午|凌晨|晚上?|早上?|中午|夜里|夜间|深夜|半夜|午夜|清晨|傍晚|每[天日晚]|日)$/

/** Whether the numeral is a year number: four digits, a masked year, or Han digits one by one (二〇二三). */
function isYearNumber(view: MentionView): boolean {
  const { text } = view.numeral
  return (
    /^(?:19|20)\d{2}$/.test(text) ||
    (/^[12][\d_xX×*]{1,3}$/.test(text) && /[_xX×*]/.test(text)) ||
    /^[一二][〇零一二三四五六七八九]{3}$/.test(text)
  )
}

/** 每周开放42小时, 每周至少开三天: how long something is open or runs in each period is counted. */
const isOpeningTime = (left: string, right: string): boolean =>
  /^[余多]?(?:个?小时|天)(?![内前后])/.test(right) &&
  (/每(?:周|天|日|月|星期|[人名馆站][^，。；、]{0,6}每?年|[期班])[^，。；、]{0,8}$|周开放(?:时间)?[^，。；、]{0,6}$/.test(
    left,
  ) ||
    (/^[余多]?天/.test(right) &&
      /(?:实际|全年|免费|夜间|共|已|累计|对外|年|错时|延时|节假日|馆)开(?:放|馆)(?:天数|日数|时间|至晚[^，。；]{0,3}的)?(?:达到?|约|共|了|累计|超过?|不少于|不低于|近|为|均|有)*$/.test(
        left,
      )) ||
    // 坚持全年365天免费开放, 每年参加培训不少于5天
    (/^[余多]?天(?:免费|对外|全部|正常|全天候?|不间断)*开(?:放|馆)/.test(right) &&
      /(?:全年|每年|年均|累计)$/.test(left)) ||
    (/^[余多]?(?:天|个工作日)/.test(right) &&
      /(?:培训|学习|轮训|进修|辅导|驻村|蹲点|值班|坐班|服务|开放)[^，。；、]{0,6}(?:不少于|不低于|至少|不得少于|累计|达到?)$/.test(
        left,
      )) ||
    // 全年闭馆46天，开放252天
    (/^[余多]?天/.test(right) && /(?:全年|实际|累计)[^。；]{0,11}(?:开放|开馆|闭馆)$/.test(left)) ||
    // ≥360天 in a table of targets
    /[≥≤≧≦][ ]?$/.test(left) ||
    (/^个?小时/.test(right) && /(?:时长|开放时间)[^，。；、\d]{0,6}$/.test(left)))

/** 回款天数平均96天, 出院者平均住院日7天: how long on an average, which is counted. */
const isAverageDuration = (left: string, right: string): boolean =>
  /^(?:天|日|个工作日|小时|分钟)(?![内前后])/.test(right) &&
  /(?:(?:办理|审批|办结|服务|承诺|处理|办案)?(?:时[限长间]|期限|周期)(?:总体|平均|由[^，。；]{1,8})?(?:压缩|缩短|缩减|提速|压减)|平均(?!每)[^，。；、\d]{0,10}(?:天数|日数?|时[间长限]|周期|工期)|(?:天数|住院日|床日|时长|周期)(?:平均|均))(?:为|达|约|由|从|是|到|至|了)*$/.test(
    left,
  )

/** 周六, 本周五, 每周六举办; not 每周一次, 一周五天, 每周一歌. */
const isWeekday = (view: MentionView, left: string, right: string): boolean =>
  /^[一二三四五六]$/.test(view.numeral.text) &&
  /(?:(?<![四\d一二两三五六七八九十])周|星期|礼拜)$/.test(left) &&
  (/^(?:[，。、；：）至到—-]|上午|下午|晚|早|全天|闭馆|休|开讲|对[外公社]|$)/.test(right) ||
    /[周星期]\d?[一二三四五六日][、和及与](?:每?周|星期|礼拜)$/.test(left) ||
    (view.rulebook.units.at(view.text, view.numeral.end).length === 0 &&
      !/^[天日多余几个]/.test(right) &&
      (view.numeral.text !== '一' ||
        /^(?:\d|例会|夜|都|为|举[办行]|开[展放课设馆]|组织|推出|不?对外|正常|定期|固定|召开|演出|放映|播出)/.test(
          right,
        ))))

const YEAR_OF_TITLE =
  /^(?:文化|文旅|旅游|全[国省市县区])[\u3400-\u9fff]{0,8}(?:统计|数据|公报|年报|年鉴|概况|情况)|^(?:最新|群众文化|公共文化|群文|乡镇|社区|街道|村级?|镇|学校|文化|图书|宣传|党支部|个人|新时代|上半年|下半年|第[一二三四]季度)[^，。；\d]{0,14}(?:总结|计划|报告|汇报|方案|要点|范文|小结)/

/** 初三 and, behind one, 十五: days of the lunar month. */
const LUNAR_DAY = /^(?:十|[一二三四五六七八九]|十[一二三四五六七八九]|二十[一二三四五六七八九]?)$/

/** What a time goes on with, and what a day of the month or week stands behind; most numerals have neither. */
const GOES_ON_BEHIND = new Set(' 多余几来个年月日天周星季世旬昼时点工学财夜华寿小分钟秒号-—–~～至到、和与及或/')
const STANDS_BEHIND = new Set('初月到至周期拜')

const mayBeTime = (view: MentionView): boolean =>
  GOES_ON_BEHIND.has(view.text.charAt(view.numeral.end)) ||
  STANDS_BEHIND.has(view.text.charAt(view.numeral.start - 1)) ||
  view.numeral.text === '半' ||
  isYearNumber(view)

export const time: MentionRule = {
  id: 'mention.time',
  because: 'it is a date, a year, a period or a duration',
  claim: (view) => {
    const { numeral } = view
    if (numeral.form === 'date' || numeral.form === 'clock') return claim(view, 'time')
    if (!mayBeTime(view)) return null
    const right = after(view, 24)
    const left = before(view, 16)
    if (LUNAR_DAY.test(numeral.text) && /初$/.test(left) && !/[年当最]初$/.test(left) && !/^[年级个中高步]/.test(right))
      return claim(view, 'time', 0, 1)
    if (/[正腊冬]月$|初[一二三四五六七八九十][^，。；]{0,3}[到至]$/.test(left) && LUNAR_DAY.test(numeral.text))
      return claim(view, 'time')
    if (numeral.text === '半') {
      if (/[上下前后]$/.test(left) && /^年|^[月旬]/.test(right)) return claim(view, 'time', 1, 1)
      return HALF_TIME.test(right) ? claim(view, 'time', 1) : null
    }
    if (numeral.unit) return null
    if (isOpeningTime(left, right) || isAverageDuration(left, right)) return null
    if (isWeekday(view, left, right)) return claim(view, 'time', 0, 1)
    if (/^季(?![度节刊])/.test(right) && /[春夏秋冬]$/.test(left)) return claim(view, 'time', 1)
    if (/^季(?![度节刊稻作粮菜熟])/.test(right) && /^[两二三]$/.test(numeral.text)) return claim(view, 'time', 1)
    const fullDay =
      /^小时/.test(right) &&
      !/(?:规定|标准|要求|法定|承诺)(?:时限|时间|时长)?(?:的|为|是)?$/.test(left) &&
      (value(view) === 24 || /^小时(?:之?内|以内|制|不间断|值班|值守|自助|在线|全天)/.test(right))
    if (fullDay) return claim(view, /^小时(?:自助|书房|城市书房|图书馆|书屋|阅读)/.test(right) ? 'name' : 'time', 2)
    if (
      /^(?:个)?(?:小时|分钟|钟头|秒钟?)/.test(right) &&
      (isHan(view) || /(?:提前|历时|用时|耗时|仅用|缩短|等候|排队|持续|不到|每隔)(?:了|约|近)?$/.test(left))
    )
      return claim(view, 'time', 2)
    // 90秒抢光: how fast it went.
    if (/^(?:秒钟?|分钟)[^，。；]{0,2}(?:抢|售罄|告罄|订满|约满|爆满|报满)/.test(right))
      return claim(view, 'time', right.startsWith('分') ? 2 : 1)
    if (/^分钟(?:之?内|以内)/.test(right) || /^(?:小时|分钟)[^，。]{0,6}(?:响应|到达|送达)/.test(right))
      return claim(view, 'time', 2)
    if (/\.\d/.test(numeral.text) && /^[ ]?(?:天|日|年|个月|岁)/.test(right)) return null
    const unit = TIME_UNIT.exec(right)
    if (unit) {
      // 3 年级 and 第 3 天 are told apart by other rules; 10 日均 is no date.
      const rest = right.slice(unit[0].length)
      const tail = /年$/.test(unit[0]) ? (TIME_TAIL.exec(rest)?.[0].length ?? 0) : 0
      const prefix = /第$/.test(left) ? 1 : 0
      if (prefix && !/(?:季度|年|天|个月|周|日)$/.test(unit[0])) return null
      if (/[万亿]/.test(numeral.text) && /^[ ]?天/.test(right)) return null
      return claim(view, 'time', unit[0].length + tail, prefix)
    }
    if (RANGE_TIME.test(right) && /^[\d_xX〇零一二两三四五六七八九十×*]{1,4}$/.test(numeral.text))
      return claim(view, 'time')
    if (/^(?:周年|华诞|寿辰)/.test(right)) return claim(view, 'time', 2)
    if (/^个周年/.test(right)) return claim(view, 'time', 3)
    if (/^号(?:[上下]午|至|到|，|前|后|—|-|。|$)/.test(right) && /月$/.test(left)) return claim(view, 'time', 1)
    if (/^[点时]/.test(right) && (CLOCK_CONTEXT.test(left) || /开放[至到]$/.test(left)) && (value(view) ?? 99) <= 24)
      return claim(view, 'time', 1)
    if (/^[点]\d{0,2}(?:分|许|钟|整|半|前|后)/.test(right) && (value(view) ?? 99) <= 24) return claim(view, 'time', 1)
    if (/^分(?!钟|馆|之)/.test(right) && /[时点]$/.test(left)) return claim(view, 'time', 1)
    if (isYearNumber(view) && numeral.script === 'digits') {
      // 2022社区工作总结: a title whose 年 is left out.
      if (YEAR_OF_TITLE.test(right) || /^(?:全年|上半年|下半年)/.test(right)) return claim(view, 'time')
      const bare =
        !view.rulebook.units.at(view.text, numeral.end).length && !/^[\u3400-\u9fff]{0,1}(?:个|元|人)/.test(right)
      if (
        bare &&
        (/^[ ]*(?:[-—–~～至到/、|]|$|）|，|。|年|度|春|夏|秋|冬|同期)/.test(right) || /[至到\-—–~～自从于]$/.test(left))
      )
        return claim(view, 'time')
    }
    return null
  },
}
