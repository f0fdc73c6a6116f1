import { after, before, claim, isHan, type MentionClaim, type MentionRule, type MentionView, value } from './view.ts'

/** 一分部署、九分落实; 三分靠建七分靠管: parts of ten, of which both halves are told. */
const TENTHS_AHEAD = /^分(?!钟|之|馆)[\u3400-\u9fff]{1,4}[、，]?([一二三四五六七八九十])分[\u3400-\u9fff]/
const TENTHS_BEHIND = /([一二三四五六七八九])分(?!钟|之|馆)[\u3400-\u9fff]{1,4}[、，]?$/

/** 讲两段、唱两段, 露两手: a little of it. */
const A_LITTLE_OF = /[讲说唱聊吼喊弹跳露写画走练学演舞]$/
const A_LITTLE = /^(?:段|句|手|嗓子|笔|步|招|下|首)(?:[，。；、！”）]|$)/

/** 十个游客八个走, 十户人家九户姓陈: of ten so many. */
const OF_TEN = /^([个户家人])[\u3400-\u9fff]{0,5}[五六七八九]\1/
const BEHIND_TEN = /十([个户家人])[\u3400-\u9fff]{0,5}$/

/** 平均1人要管58处: how much falls to one. */
const FALLS_TO_ONE =
  /^(?:个)?(?:人|名[\u3400-\u9fff]{2,4}|个人)(?:就|大约|约|还|需|得)*要?(?:管|看|跑|守护?|负责|联系|服务|承担)[\u3400-\u9fff]{0,4}[\d一二两三四五六七八九十]/

function tenths(view: MentionView): boolean {
  const order = value(view) ?? 0
  const other = TENTHS_AHEAD.exec(after(view, 8))?.[1] ?? TENTHS_BEHIND.exec(before(view, 7))?.[1]
  return other !== undefined && order + ('一二三四五六七八九'.indexOf(other) + 1 || 10) === 10
}

/** What a saying takes a number for; null where none is spoken. */
function spoken(view: MentionView): MentionClaim | null {
  const right = after(view, 12)
  const left = before(view, 8)
  const order = value(view)
  if (right.startsWith('分')) {
    // 一分不列, 一分没花: nothing at all.
    if (order === 1 && /^分(?:也|都)?(?:不|没|未)/.test(right)) return claim(view, 'idiom', 1)
    return (order === 1 && /一分[\u3400-\u9fff]{1,3}[、，]?$/.test(left)) || tenths(view)
      ? claim(view, 'idiom', 1)
      : null
  }
  if (view.numeral.text === '两' && A_LITTLE_OF.test(left) && A_LITTLE.test(right)) return claim(view, 'idiom', 1)
  if (view.numeral.text === '十' && OF_TEN.test(right)) return claim(view, 'idiom', 1)
  const ten = BEHIND_TEN.exec(left)
  if (ten && /^[五六七八九]$/.test(view.numeral.text) && right.startsWith(ten[1] ?? '')) return claim(view, 'idiom', 1)
  // 岭头村就是一例。
  if (order === 1 && /[是举为]$/.test(left) && /^例(?:[，。；：]|$)/.test(right)) return claim(view, 'idiom', 1)
  // 一门就占去9.8万人次: that one alone.
  if (order === 1 && /^(?:门课?|[门家项处个场馆县市村])就(?:占|有|接待|达|吸引|带|卖)/.test(right))
    return claim(view, 'idiom', 1)
  // 三代匠人, 两代人: one after the other.
  if (/^代(?:人(?!次)|徒弟|弟子|同堂|匠人|师徒|艺人|接力)/.test(right)) return claim(view, 'idiom', 1)
  return null
}

export const saying: MentionRule = {
  id: 'mention.saying',
  script: 'han',
  behind: '分段句手嗓笔步招下首个户家人例门项处场馆县市村代',
  because: 'it stands in a manner of speaking: 一分部署、九分落实, 十个游客八个走',
  claim: (view) => (view.numeral.form === 'plain' && (value(view) ?? 11) <= 10 ? spoken(view) : null),
}

export const burden: MentionRule = {
  id: 'mention.burden',
  behind: '个人名',
  because: 'how much falls to one (平均1人要管58处): the one is no count',
  claim: (view) =>
    value(view) === 1 && /平均(?:每)?$/.test(before(view, 3)) && FALLS_TO_ONE.test(after(view, 14))
      ? claim(view, 'idiom', 1)
      : null,
}

export const scenery: MentionRule = {
  id: 'mention.scenery',
  script: 'han',
  behind: '户亩里',
  because: '千户苗寨, 万亩梯田, 百里画廊: a sight is called by its size',
  claim: (view) =>
    /^[百千万]$/.test(view.numeral.text) &&
    /^(?:户[\u3400-\u9fff]{0,2}(?:寨|古村|大村|古镇)|亩[\u3400-\u9fff]{0,2}(?:梯田|花海|茶园|茶海|竹海|林海|草原|果园|桃园|荷塘|油菜花|湿地|良田|稻田)|里[\u3400-\u9fff]{0,2}(?:长廊|画廊|花海|竹海|林海|[侗苗瑶]寨|花廊|滨江|江堤))/.test(
      after(view, 7),
    ) &&
    !/[过超逾破近约达到有上数几]$/.test(before(view, 1))
      ? claim(view, 'name', 1)
      : null,
}

/** 一、二、三产之比, 三产服务业, 二本以上: classes in a series. */
const INDUSTRY = /^(?:[、和][二三])*产(?:业)?(?:之?比|占比|增加值|投资|融合|服务业|结构|比重|比例|分别|[，。、）])/

export const series: MentionRule = {
  id: 'mention.series',
  script: 'han',
  behind: '、和产本',
  because: 'classes of the economy and of colleges are numbered: 一、二、三产, 二本以上',
  claim: (view) => {
    if (!isHan(view) || !/^[一二三]$/.test(view.numeral.text)) return null
    const right = after(view, 10)
    if (/^本(?:及?以上|上线|批次?|线|院校|录取|达线|率)/.test(right)) return claim(view, 'ordinal', 1)
    if (!INDUSTRY.test(right) || /第$/.test(before(view, 1))) return null
    return claim(view, 'ordinal', right.startsWith('产业') ? 2 : right.startsWith('产') ? 1 : 0)
  },
}
