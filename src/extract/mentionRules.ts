import type { MentionClass } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Enclosure } from './enclosures.ts'
import type { Numeral } from './numerals.ts'

/** What a mention rule sees: one numeral in its text. */
export interface MentionView {
  readonly text: string
  readonly numeral: Numeral
  /** Start of the line (paragraph) that the numeral stands in. */
  readonly lineStart: number
  readonly lineEnd: number
  readonly quote: Enclosure | null
  readonly title: Enclosure | null
  readonly chrome: boolean
  readonly rulebook: RuleBook
}

export interface MentionClaim extends Span {
  readonly class: Exclude<MentionClass, 'fact'>
}

export interface MentionRule {
  readonly id: string
  readonly because: string
  claim(view: MentionView): MentionClaim | null
}

const BOUNDARY = /[。；！？：，、“”’）》\s…>]/

const before = (view: MentionView, length: number): string =>
  view.text.slice(Math.max(view.lineStart, view.numeral.start - length), view.numeral.start)
const after = (view: MentionView, length: number): string =>
  view.text.slice(view.numeral.end, Math.min(view.lineEnd, view.numeral.end + length))
const claim = (view: MentionView, kind: MentionClaim['class'], length = 0, back = 0): MentionClaim => ({
  start: view.numeral.start - back,
  end: view.numeral.end + length,
  class: kind,
})
const isHan = (view: MentionView): boolean => view.numeral.script === 'han'
const value = (view: MentionView): number | null => view.numeral.value

const chrome: MentionRule = {
  id: 'mention.chrome',
  because: 'the line is part of the site or viewer that the text was copied from',
  claim: (view) =>
    view.chrome
      ? claim(view, /第$|^共$/.test(before(view, 1)) && /^页/.test(after(view, 1)) ? 'enumeration' : 'reference')
      : null,
}

const title: MentionRule = {
  id: 'mention.title',
  because: 'what stands inside 《…》 is the name of a work or document',
  claim: (view) => (view.title ? { start: view.title.start, end: view.title.end, class: 'name' } : null),
}

const PAGE = /^[ ]?页/
const page: MentionRule = {
  id: 'mention.page',
  because: 'a page number leads to a place in the document',
  claim: (view) =>
    PAGE.test(after(view, 2)) && /[第共]$/.test(before(view, 1)) ? claim(view, 'enumeration', 1, 1) : null,
}

const DOCUMENT_YEAR = /[〔【[（〈﹝]$/
const DOCUMENT_NUMBER = /[〕】\]）〉﹞][ ]?第?$/
const reference: MentionRule = {
  id: 'mention.reference',
  because: 'document numbers, notes, phone numbers, addresses and file sizes point at something and count nothing',
  claim: (view) => {
    const left = before(view, 16)
    const right = after(view, 12)
    if (/^[〕】\]）〉﹞][ ]?第?\d+号/.test(right) && DOCUMENT_YEAR.test(left)) return claim(view, 'reference')
    if (/^号/.test(right) && (DOCUMENT_NUMBER.test(left) || /(?:令|文|函|字|发|办|公告|通知|通告)第?$/.test(left)))
      return claim(view, 'reference', 1)
    if (/\[$/.test(left) && /^\]/.test(right)) return claim(view, 'reference', 1, 1)
    if (/[〔【﹝]$/.test(left) && /^[〕】﹞]/.test(right) && (value(view) ?? 0) < 1000)
      return claim(view, 'reference', 1, 1)
    if (view.numeral.script !== 'digits') return null
    if (/^[ ]?(?:KB|MB|kb|mb)(?![A-Za-z])/.test(right)) return claim(view, 'reference')
    if (
      /(?:QQ|微信|微信号|电话|手机|热线|传真|邮编|编号|备案号|文档号|账号|帐号|证号|代码|许可证|身份证|ISBN|ISSN|ID|id|No\.?|NO\.?|文号)(?:[：: ]{1,2}|号码?[：: ]?)(?:[\d-]*)$/.test(
        left,
      )
    )
      return claim(view, 'reference')
    if (
      /(?:https?|www|\.com|\.cn|\.gov|@)[\w./:?=&%-]*$/.test(left) ||
      /^[\w.-]*(?:@|\.com|\.cn|\.gov|\.net|\.org)/.test(right)
    )
      return claim(view, 'reference')
    if (/\d{3,4}-$/.test(left) && /^\d{7,8}$/.test(view.numeral.text)) return claim(view, 'reference')
    if (/^-\d{7,8}(?!\d)/.test(right) && /^0?\d{2,3}$/.test(view.numeral.text)) return claim(view, 'reference')
    if (/^\d{9,}$/.test(view.numeral.text)) return claim(view, 'reference')
    if (/(?:附件|附表|附图|表|图|专栏|式|例|注)[ ]?$/.test(left) && /^(?:[：:）、。 ]|$|-\d)/.test(right))
      return claim(view, 'reference')
    return null
  },
}

const LINE_LABEL = /^[ >]*(?:（)?$/
const LABEL_END_HAN = /^(?:）[、，]?|、(?=[ ]*(?:[\u3400-\u9fff“《]|(?:19|20)[\d_xX]{2}年|$))|[.．](?!\d))/
const LABEL_END_DIGIT = /^(?:）[、，.]?|[、.．](?![\d])|[ ]+(?=[\u3400-\u9fff]))/
const INLINE_COUNT = /^(?:是|要(?!求)|抓|看|靠|强|促|则|为)/
const enumeration: MentionRule = {
  id: 'mention.enumeration',
  because: 'it labels an item of a list',
  claim: (view) => {
    const line = view.text.slice(view.lineStart, view.numeral.start)
    const right = after(view, 6)
    if (line.trim() === '' && right.trim() === '' && isHan(view) && (value(view) ?? 99) <= 30)
      return claim(view, 'enumeration')
    const bracketed = /（$/.test(line) && /^）/.test(right)
    if (/^[①-⑳⑴-⒇㈠-㈩]/.test(view.numeral.text)) return claim(view, 'enumeration')
    if (/^[ ]*(?:（)?$/.test(line) || LINE_LABEL.test(line)) {
      const ends = isHan(view) ? LABEL_END_HAN.exec(right) : LABEL_END_DIGIT.exec(right)
      const small =
        /^\d{1,3}$/.test(view.numeral.text) ||
        (isHan(view) && (value(view) ?? 100) < 100 && !/[万亿半]/.test(view.numeral.text))
      if (
        ends &&
        small &&
        !(ends[0].startsWith(' ') && /^[ ]+(?:年|月|日|[万亿]?(?:个|场|人|名|册|件|次|项|元))/.test(right))
      )
        return claim(view, 'enumeration', ends[0].length, bracketed ? 1 : 0)
    }
    const last = line.slice(-1)
    if (isHan(view) && /^[一二三四五六七八九十]{1,3}$/.test(view.numeral.text)) {
      if (bracketed) return claim(view, 'enumeration', 1, 1)
      if (
        /^、/.test(right) &&
        /[。；！”）\s]/.test(last) &&
        /^、[\u3400-\u9fff“]{2}/.test(right) &&
        !/^、[一二三四五六七八九十]/.test(right)
      )
        return claim(view, 'enumeration', 1)
      if (INLINE_COUNT.test(right) && (line.length === 0 || BOUNDARY.test(last)) && !/^(?:是否|看待)/.test(right)) {
        const times = /^(?:抓|看|靠|强|促|则|为)/.test(right)
        if (!times || /[。；！：]/.test(last) || line.trim().length === 0) return claim(view, 'enumeration', 1)
      }
      if (/其$/.test(last) && /^[，、是]/.test(right)) return claim(view, 'enumeration', 0, 1)
      if (/第$/.test(last) && /^[，、是]/.test(right) && /(?:^|[。；！：，\s])第$/.test(line.slice(-2)))
        return claim(view, 'enumeration', 1, 1)
    }
    if (!isHan(view) && /^\d{1,2}$/.test(view.numeral.text)) {
      if (
        bracketed &&
        /(?:^|[。；！：，、\s\u3400-\u9fff])（$/.test(line.slice(-2)) &&
        /^）[\u3400-\u9fff“《]/.test(right)
      )
        return claim(view, 'enumeration', 1, 1)
      if (/^[、.．）](?=[\u3400-\u9fff“《])/.test(right) && /[。；！：\s]/.test(last) && !/\d/.test(line.slice(-1)))
        return claim(view, 'enumeration', 1)
    }
    return null
  },
}

/** A quotation that states something (it holds a full stop, or many clauses) is text and no name. */
function isNamelike(view: MentionView, quote: Enclosure): boolean {
  const inner = view.text.slice(quote.start + 1, quote.end - 1)
  if (/[。；！？\n]/.test(inner)) return false
  const commas = (inner.match(/，/g) ?? []).length
  return inner.length <= 60 && commas <= 3
}
const quoted: MentionRule = {
  id: 'mention.quoted',
  because: 'what stands in quotation marks is a name or a slogan',
  claim: (view) => {
    const { quote } = view
    if (!quote || !isNamelike(view, quote)) return null
    const inner = view.text.slice(quote.start + 1, quote.end - 1)
    const idiom = view.rulebook.idioms.at(inner, 0)[0]
    return { start: quote.start, end: quote.end, class: idiom && idiom.end === inner.length ? 'idiom' : 'name' }
  },
}

const alphanumeric: MentionRule = {
  id: 'mention.alphanumeric',
  because: 'digits joined to letters are a name (5G, 3D, H7N9, PM2.5), unless the letters are a unit',
  claim: (view) => {
    if (view.numeral.script !== 'digits') return null
    const left = before(view, 12)
    const right = after(view, 12)
    if (
      /A{1,5}$/.test(left) === false &&
      /[A-Za-z][-.]?$/.test(left) &&
      !/(?:^|[^A-Za-z])(?:PM|GDP|VR|AR)$/.test(left) &&
      !/[：:=≥≤<>]$/.test(left)
    )
      return claim(view, 'name')
    if (/PM$/.test(left)) return claim(view, 'name')
    const letters = /^[A-Za-z]+/.exec(right)?.[0]
    if (
      letters &&
      !view.rulebook.units.at(view.text, view.numeral.end).length &&
      !/^A{1,5}$/.test(letters) &&
      !/^[xX]$/.test(letters)
    )
      return claim(view, 'name', letters.length)
    if (letters && /^(?:G|D|K|P|S)$/.test(letters)) return claim(view, 'name', 1)
    if (/^[+＋][\dNnXx一-龥]/.test(right) && (value(view) ?? 99) < 30) return claim(view, 'name')
    if (/[\dNnXx][+＋]$/.test(left)) return claim(view, 'name')
    if (/^分钟[\u3400-\u9fff]{0,8}圈/.test(right)) return claim(view, 'name', 2)
    if (/^热线|^市民(?:服务)?热线|^平台/.test(right) && /^(?:1\d{4}|\d{5})$/.test(view.numeral.text))
      return claim(view, 'name')
    return null
  },
}

/** The longest row form that covers the whole numeral, beginning up to five characters before it. */
function coveredBy(view: MentionView, lexicon: RuleBook['names']): Span | null {
  const { numeral, text, lineStart } = view
  for (let start = Math.max(lineStart, numeral.start - 6); start <= numeral.start; start++) {
    for (const match of lexicon.at(text, start)) {
      if (match.end >= numeral.end) return { start: match.start, end: match.end }
    }
  }
  return null
}

const fixedName: MentionRule = {
  id: 'mention.fixedName',
  because: 'it is part of a fixed name',
  claim: (view) => {
    const span = coveredBy(view, view.rulebook.names)
    return span ? { ...span, class: 'name' } : null
  },
}

const idiom: MentionRule = {
  id: 'mention.idiom',
  because: 'it is part of a word and does not count',
  claim: (view) => {
    if (
      !isHan(view) ||
      /^季度/.test(after(view, 2)) ||
      (/^番/.test(after(view, 1)) && /翻[了过]?$/.test(before(view, 2)))
    )
      return null
    const span = coveredBy(view, view.rulebook.idioms)
    if (!span) return null
    // 五星级, 一批次 and the like go on past the word.
    return /^[级]/.test(view.text.slice(span.end, span.end + 1)) && /星$/.test(view.text.slice(span.start, span.end))
      ? null
      : { ...span, class: 'idiom' }
  },
}

const PER_PEOPLE = /^[人口户名常]/
const perPeople: MentionRule = {
  id: 'mention.perPeople',
  because: '万 in 每万人 is the base of a rate',
  claim: (view) => {
    if (!/每$/.test(before(view, 1)) || !/^(?:[百千万亿十]+|\d+(?:万)?)$/.test(view.numeral.text)) return null
    const right = after(view, 3)
    if (!PER_PEOPLE.test(right) && !/^(?:平方公里|个?常住)/.test(right)) return null
    return /[百千万亿]/.test(view.numeral.text) || (value(view) ?? 0) >= 100 ? claim(view, 'idiom', 1) : null
  },
}

const TIME_UNIT =
  /^[ ]?[多余几来]?(?:个半?[多余]?月|个(?:多|半)?(?:季度|星期|世纪|年头|昼夜|工作日|交易日|自然日|周末|小时内|时期|阶段)|年(?!级)|月(?![球饼])|日(?!报|均|语|本|常)|天(?!津|然|河|地|安|台)|周(?!边|报|刊|密|期|转|长)|星期|季度|世纪|年代|旬|昼夜|时许|时整|时(?=\d)|点钟|点半|点整|工作日|学年|财年|夜)/
const RANGE_TIME =
  /^[ ]?(?:年|月|日)?[ ]?(?:[-—–~～至到、和与及或/]+|——)[ ]?(?:今年|去年)?[\d_xX〇零一二两三四五六七八九十]{1,4}(?:[-—–~～至到、和与及或/]+[\d_xX〇零一二两三四五六七八九十]{1,4}){0,6}[ ]?(?:多|余)?(?:个月|年(?!级)|月|日(?!报|均)|天|季度|周(?!边)|时|点(?=[^个位]))/
const HALF_TIME = /^(?:年|个?月|天|日|个?小时|学期|夜|程)/
const TIME_TAIL = /^(?:度|底|末|初|间|代|以来|来|前|后|内|之内|上半年|下半年|里)/
const CLOCK_CONTEXT = /(?:上午|下午|凌晨|晚上?|早上?|中午|每[天日晚]|日)$/

/** Whether the numeral is a year number: four digits, a masked year, or Han digits one by one (二〇二三). */
function isYearNumber(view: MentionView): boolean {
  const { text } = view.numeral
  return (
    /^(?:19|20)\d{2}$/.test(text) ||
    (/^[12][\d_xX×*]{1,3}$/.test(text) && /[_xX×*]/.test(text)) ||
    /^[一二][〇零一二三四五六七八九]{3}$/.test(text)
  )
}

const time: MentionRule = {
  id: 'mention.time',
  because: 'it is a date, a year, a period or a duration',
  claim: (view) => {
    const { numeral } = view
    if (numeral.form === 'date' || numeral.form === 'clock') return claim(view, 'time')
    const right = after(view, 24)
    const left = before(view, 8)
    if (numeral.text === '半') {
      if (/[上下前后]$/.test(left) && /^年|^[月旬]/.test(right)) return claim(view, 'time', 1, 1)
      return HALF_TIME.test(right) ? claim(view, 'time', 1) : null
    }
    if (numeral.unit) return null
    const fullDay =
      /^小时/.test(right) &&
      (value(view) === 24 || /^小时(?:之?内|以内|制|不间断|值班|值守|自助|在线|全天)/.test(right))
    if (fullDay) return claim(view, /^小时(?:自助|书房|城市书房|图书馆|书屋|阅读)/.test(right) ? 'name' : 'time', 2)
    if (
      /^(?:个)?(?:小时|分钟|钟头|秒钟?)/.test(right) &&
      (isHan(view) || /(?:提前|历时|用时|耗时|仅用|缩短|等候|排队|持续|不到|每隔)(?:了|约|近)?$/.test(left))
    )
      return claim(view, 'time', 2)
    if (/^分钟(?:之?内|以内)/.test(right) || /^(?:小时|分钟)[^，。]{0,6}(?:响应|到达|送达)/.test(right))
      return claim(view, 'time', 2)
    if (/\.\d/.test(numeral.text) && /^[ ]?(?:天|年|个月|岁)/.test(right)) return null
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
    if (/^周年/.test(right)) return claim(view, 'time', 2)
    if (/^个周年/.test(right)) return claim(view, 'time', 3)
    if (/^号(?:[上下]午|至|到|，|前|后|—|-|。|$)/.test(right) && /月$/.test(left)) return claim(view, 'time', 1)
    if (/^[点时]/.test(right) && CLOCK_CONTEXT.test(left) && (value(view) ?? 99) <= 24) return claim(view, 'time', 1)
    if (/^[点]\d{0,2}(?:分|许|钟|整|半|前|后)/.test(right) && (value(view) ?? 99) <= 24) return claim(view, 'time', 1)
    if (/^分(?!钟|馆|之)/.test(right) && /[时点]$/.test(left)) return claim(view, 'time', 1)
    if (isYearNumber(view) && numeral.script === 'digits') {
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

const ordinalPrefix: MentionRule = {
  id: 'mention.ordinal.prefixed',
  because: '第 makes it a rank or a number in a series',
  claim: (view) => {
    if (!/第[ ]?$/.test(before(view, 2))) return null
    const right = after(view, 6)
    if (/^(?:[ ]?[一二三四1234])?(?:个)?(?:季度|个?年头?|天|周|个月)(?!级|奖)/.test(right) && !/^年级/.test(right))
      return null
    const back = view.numeral.start - view.text.lastIndexOf('第', view.numeral.start)
    const unit =
      /^(?:[ ]?(?:届|批次?|次|名|位|个|期|轮|类|三方|责任人|书记|产业|人民医院|中学|小学|幼儿园|方阵|梯队|等级|代|套|版|项|场|组|站|部|章|节|条|款|集|卷|号|位次|阶段|步|时间|线|现场|课堂|书记))?/.exec(
        right,
      )?.[0].length ?? 0
    return claim(view, 'ordinal', unit, back)
  },
}

const strongOrdinal: MentionRule = {
  id: 'mention.ordinal.award',
  because: 'prizes, star ratings and tiers of cities are grades',
  claim: (view) => {
    const right = after(view, 4)
    if (/^(?:等奖|等功|线城市)/.test(right)) return claim(view, 'ordinal', 2)
    if (/^届[一二三四五六七]中全会/.test(right)) return claim(view, 'name', 5)
    if (/^部分/.test(right) && /第$/.test(before(view, 1))) return claim(view, 'enumeration', 2, 1)
    if (/^星级/.test(right)) return claim(view, 'ordinal', 2)
    return null
  },
}

const namedShow: MentionRule = {
  id: 'mention.namedShow',
  because: '十人展, 15人邀请展: the number is part of the name of a show',
  claim: (view) =>
    /^(?:人|家|位)(?:邀请|联|作品|书法|美术|书画|摄影|油画)?展(?!览|出|品|演|示)/.test(after(view, 6))
      ? claim(view, 'name', 1)
      : null,
}

const ordinal: MentionRule = {
  id: 'mention.ordinal',
  because: 'it is a grade, a class, a stage or a number in a series',
  claim: (view) => {
    const right = after(view, 10)
    const left = before(view, 10)
    const small = (value(view) ?? 99) <= 30
    if (/^(?:等奖|等功|等品|等座|等舱|等侨)/.test(right)) return claim(view, 'ordinal', 2)
    if (/^楼(?!盘|宇|房|市)/.test(right) && small) return claim(view, 'ordinal', 1)
    if (/^A{1,5}(?:级|景区|$|[^A-Za-z])/.test(right) && !isHan(view))
      return claim(view, 'ordinal', /^A+级?/.exec(right)?.[0].length ?? 0)
    if (/^线(?:城市|品牌|地区)/.test(right) && small) return claim(view, 'ordinal', 1)
    if (/^(?:星级|星(?=酒店|饭店|宾馆|场馆))/.test(right) && small) return claim(view, 'ordinal', 2)
    if (/^年级/.test(right)) return claim(view, 'ordinal', 2)
    if (
      /^(?:届|次)(?=[一二三四五六七八九]中全会|全国人大|全国人民代表大会|人大|代表大会|党代会|会议|政协|全会)/.test(
        right,
      ) &&
      isHan(view) &&
      (value(view) ?? 0) >= 1 &&
      !/[共开议召了]$|先后$/.test(left)
    )
      return claim(view, 'ordinal', 1)
    if (/^届/.test(right) && isHan(view) && (value(view) ?? 0) > 2 && !/[办开了续]$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^(?:中全会|次会议|次全体会议)/.test(right) && isHan(view) && /[届大会]$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^(?:中全会)/.test(right)) return claim(view, 'ordinal', 1)
    if (
      /^(?:次(?:党代会|代表大会|全国(?:文物|人口|经济|农业|地名|国土)?(?:普查|调查))|普(?:$|[^及]))/.test(right) &&
      isHan(view)
    )
      return claim(view, 'ordinal', 1)
    if (/^级/.test(right) && small) {
      const rest = right.slice(1)
      if (isHan(view) && value(view) === 2 && numeralIs(view, '两')) return claim(view, 'structure', 1)
      if (
        /[、省市县区乡镇村街居国中央部]$/.test(left) &&
        /^(?:联动|联创|网络|体系|服务|管理|责任|平台|财政|书记|党组织|干部|公共|文化|书院|共建|共管|总分馆|投入|政府|非遗|$|[，。、）])/.test(
          rest,
        ) &&
        /(?:[省市县区乡镇村街居国][、和级]?){2,}$/.test(left)
      )
        return claim(view, 'structure', 1)
      if (/^(?:联动|网络|网格|书记|架构|管理|体系|责任|服务网络|公共文化|调解|党组织)/.test(rest))
        return claim(view, 'structure', 1)
      return claim(view, 'ordinal', 1)
    }
    if (
      /^期(?=工程|项目|建设|开工|竣工|规划|改造|场馆|地块|启动|主体|投|用|、[一二三四五]期)/.test(right) &&
      isHan(view)
    )
      return claim(view, 'ordinal', 1)
    if (/^期/.test(right) && isHan(view) && small && /(?:工程|项目|园区|基地|中心|公园|小镇|[山城馆园])$/.test(left))
      return claim(view, 'ordinal', 1)
    if (/^号(?!召|称|角)/.test(right) && !/月$/.test(left)) return claim(view, 'ordinal', 1)
    if (
      /^类(?!别|似|型)/.test(right) &&
      isHan(view) &&
      (value(view) ?? 9) <= 3 &&
      !/[等共分的]$/.test(left) &&
      /^类(?:[\u3400-\u9fff])/.test(right) &&
      /[、，。国家为评]$|^$/.test(left.slice(-1))
    )
      return claim(view, 'ordinal', 1)
    if (/^产(?:业)?(?:[，、。]|增加值|融合)/.test(right) && isHan(view) && small) return claim(view, 'ordinal', 1)
    if (/^(?:把手)/.test(right)) return claim(view, 'idiom', 2)
    if (/^(?:路|号线)(?=公交|地铁|车)/.test(right)) return claim(view, 'reference', 1)
    return null
  },
}
const numeralIs = (view: MentionView, text: string): boolean => view.numeral.text === text

const STRUCTURE_NOUNS =
  /(?:方面|原则|到位|环节|机制|体系|关键|抓手|转变|突破|坚持|必须|确保|统一|结合|并重|同步|注重|强化|聚焦|维度|层面|步骤|目标|任务|举措|措施|工程|行动|计划|战略|优势|特点|特色|主题|板块|重点|核心|理念|意识|自信|维护|确立|务必|领域|关系|难点|要素|底线|红线|防线|经验|启示|不足|篇章|文章|课题|提升|定位|要求|部署|安排|关口|难题|清单|办法|路径|模式|载体|功能|支撑|保障|重大|导向|方针|纪律|精神|阶段|环境|整治|攻坚|体制|建设|平台|品牌|制度)/
const structure: MentionRule = {
  id: 'mention.structure',
  because: 'it counts the points of the text or of a programme, and nothing in the world',
  claim: (view) => {
    if (view.numeral.form !== 'plain' || view.numeral.inner || view.numeral.unit) return null
    const worth = value(view)
    if (worth === null || worth < 2 || worth > 20) return null
    const right = after(view, 14)
    const phrase = /^[^，。；：、！？（）“”《》\s]*/.exec(right)?.[0] ?? ''
    if (isHan(view)) {
      if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)/.test(phrase))
        return claim(view, 'structure', 1)
      const counted = /^(?:个|项|条|种|类|大类|点|方面|重|句)?/.exec(phrase)?.[0] ?? ''
      const noun = phrase.slice(counted.length)
      if (/^方面/.test(counted)) return claim(view, 'structure', 2)
      if (counted === '' && STRUCTURE_NOUNS.test(noun.slice(0, 3))) return claim(view, 'structure')
      if (
        counted !== '' &&
        worth <= 15 &&
        STRUCTURE_NOUNS.test(noun.slice(0, 8)) &&
        !/^(?:国家|省|市|县|区|全国|新|亿元|在建|重点项目|文旅|重点文|民生)/.test(noun)
      )
        return claim(view, 'structure', counted.length)
      return null
    }
    if (/^(?:个|大|项)?(?:方面|原则|到位|环节|维度|层面|坚持|必须|转变|关键词)/.test(phrase))
      return claim(view, 'structure')
    if (/^大(?!于|约|型|中|小|多|力|赛|会|学|家|批|幅|量|队|类|宗|众|楼)[\u3400-\u9fff]/.test(phrase) && worth <= 12)
      return claim(view, 'structure', 1)
    return null
  },
}

const ARTICLE =
  /^(?:批|系列|种|些|支|份|项|部|个|条|张|片|股|座|套|款|道|幅|块|场|次|本|代|件|类|把|轮|堂|台|名|位|家|处|所|人|间|首|篇|户|期|组|对|站|曲|户|层|番|笔|颗|缕|声|杯|方|滴|句|盏|面|扇|桌|根|盘|支|艘|届|段|届|环|圈|轴|带|核|心|网|图|码|库|馆|园)/
const COUNTING =
  /(?:每(?:个|年|月|季度?|周|日|天|村|社区|街道|乡镇?|镇|县区?|区县?|市|人|户|半年|馆|校|班|学期|两年|[\u3400-\u9fff]{1,6})(?:[^，。；]{0,10})|各[^，。；]{0,10}|不少于|不低于|至少|不超过|配备|选派|配齐|确定|排练|选定|指定|明确|落实|共|仅|只有|新增|增加|减少|新建|建成|建有|建立|建设|创建|设立|成立|下设|举办|召开|开展|组织|完成|荣获|获得|获|入选|评选|辖|现有|拥有|培养|引进|查处|立案|收缴|招聘|招录|聘请|推出|创作|编印|编发|出版|打造|达到|有|增至|设|派|培育|发放|赠送|捐赠|印发|申报|实施|扶持|签约|落户)$/
const oneAsArticle: MentionRule = {
  id: 'mention.oneAsArticle',
  because: '一 with a measure word stands for an article, no count is stated',
  claim: (view) => {
    if (!numeralIs(view, '一')) return null
    const right = after(view, 12)
    const left = before(view, 24)
    if (/^番/.test(right) && /翻[了过]?$/.test(left)) return null
    if (/^(?:批|系列|些|种|股|番|整套|揽子)/.test(right)) return claim(view, 'idiom', 1)
    if (/^(?:倍|成(?!功|员|立)|半)/.test(right)) return null
    if (!ARTICLE.test(right)) return null
    const counts = COUNTING.test(left.replace(/[了着过]$/, ''))
    const verbs =
      /(?:每|各)[^，。；]{0,14}$/.test(left) ||
      /(?:不少于|不低于|至少|不超过|仅|只有|选派|配备|配齐|确定|指定|明确|排练)(?:了)?$/.test(left)
    if (
      /^(?:支|份|部|片|套|幅|张|道|座|代|把|条|颗|项|个|轮|环|网|图|码|方|次性|步|层|段|句|声|面|块|张网|盏)/.test(
        right,
      )
    ) {
      if (verbs) return null
      // 新建一座图书馆, 创建一个国家级…: a count after a verb of making, where the noun ends the clause.
      const phrase = /^[^，。；：、！？]*/.exec(right)?.[0] ?? ''
      const made = /(?:新建|建成|新增|创建|设立|成立|荣获|获得|查处|立案|增加|减少|引进|收缴|建|获)(?:了)?$/.test(left)
      return made && phrase.length <= 11 && !/^(?:支|份|部|片|道|轮|次性)/.test(right) && !/的/.test(phrase)
        ? null
        : claim(view, 'idiom', 1)
    }
    return counts || verbs ? null : claim(view, 'idiom', 1)
  },
}

const UNIT_CELL = /^[（(]?[十百千万亿]+[\u3400-\u9fff]{1,3}(?:[（(][\u3400-\u9fff]{1,2}[）)])?[）)]?$/
const headerUnit: MentionRule = {
  id: 'mention.headerUnit',
  because: '万 in the unit of a table head is a multiplier, not a number',
  claim: (view) => {
    if (!/^[十百千万亿]+$/.test(view.numeral.text)) return null
    const line = view.text.slice(view.lineStart, view.lineEnd).trim()
    const bracketed =
      /[（(：]$/.test(before(view, 1)) &&
      /^[\u3400-\u9fff]{1,3}(?:[（(][\u3400-\u9fff]{1,2}[）)])?(?:[）)]|$|[，；。 ])/.test(after(view, 8))
    return UNIT_CELL.test(line) || (bracketed && line.length <= 30) || /单位：$/.test(before(view, 3))
      ? claim(view, 'idiom')
      : null
  },
}

/** First answer wins: the order is part of the meaning. */
export const MENTION_RULES: readonly MentionRule[] = [
  chrome, headerUnit, title, page, reference, enumeration, quoted, alphanumeric, perPeople, strongOrdinal, ordinalPrefix, namedShow,
  fixedName, idiom, time,
  ordinal, structure, oneAsArticle,
] // biome-ignore format: an order to read
