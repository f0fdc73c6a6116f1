import type { Span } from '../../model/span.ts'
import type { RuleBook } from '../../rulebook/rulebook.ts'
import { isHanCode, setOf } from '../../text/charSets.ts'
import type { Enclosure } from '../enclosures.ts'
import { after, before, claim, isHan, isPartOfCount, type MentionRule, type MentionView, value } from './view.ts'

/** A quotation that states something (it holds a full stop, or many clauses) is text and no name. */
function isNamelike(view: MentionView, quote: Enclosure): boolean {
  const inner = view.text.slice(quote.start + 1, quote.end - 1)
  if (/[。；！？\n]/.test(inner)) return false
  const commas = (inner.match(/，/g) ?? []).length
  return inner.length <= 60 && commas <= 3
}

/** A few words with a single 一 are a manner of speaking (一张网, 一房难求), where 一馆一策 and 一主两翼 are names. */
const PROVERB = /^一(?!个[^人]|件事|.通$)[^〇零一二两三四五六七八九十百千万亿半数几双多\d]{1,3}$/

/** “一间屋、一块牌、一把锁”, “一个萝卜一个坑”: a saying of things, one by one. */
const THINGS_ONE_BY_ONE =
  /^(?:一[间块把张支条本台口杯盏碗根面双][\u3400-\u9fff]{1,3}(?:[、，]?一[间块把张支条本台口杯盏碗根面双][\u3400-\u9fff]{1,3})+|一个[\u3400-\u9fff]{1,3}[，、]?[一几]个坑)$/

/** “一手抓防控、一手抓服务”: both at once. */
const BOTH_HANDS = /^一(手|边|头|面|方面)[\u3400-\u9fff]{1,10}[、，]?一\1/

/** “85万人次、50万册次”, “接待人数220万人次，旅游收入6.5亿元”: targets are quoted, and name nothing. */
const LARGE_QUANTITIES =
  /^(?:[\u4e00-\u9fff]{0,12}[\d.]+(?:[余多])?(?:[万亿](?:人次|人|册次|册|元|平方米|场次|场)|%|个百分点)(?:以上|左右)?(?:[、和，；]|$))+$/

/** 县里定的目标“新建村级文化站29个”: what was to be done is quoted with its number. */
const QUOTED_TARGET =
  /^(?:新建|建成|建设|完成|举办|开展|创建|培训|改造|放映|演出|打造|新增|接待)[\u4e00-\u9fff]{2,14}\d+(?:余)?(?:个|场|场次|家|处|人次|人|次|期|座|项)(?:以上)?$/
/** “人均年新增0.03册”的要求: what is asked is quoted with its number. */
const QUOTED_NORM =
  /^[\u4e00-\u9fff]{2,12}(?:\d+\.\d+|\d{2,})万?(?:册|件|平方米|场次?|人次?|元|小时|%|个百分点|次)(?:以上)?$/
const OF_TARGETS = /(?:目标|任务|指标|承诺|实事)[：:]?$/

export const quoted: MentionRule = {
  id: 'mention.quoted',
  because: 'what stands in quotation marks is a name or a slogan',
  claim: (view) => {
    const { quote } = view
    if (!quote || !isNamelike(view, quote)) return null
    const inner = view.text.slice(quote.start + 1, quote.end - 1)
    if (LARGE_QUANTITIES.test(inner)) return null
    if (QUOTED_TARGET.test(inner) && OF_TARGETS.test(view.text.slice(quote.start - 6, quote.start))) return null
    if (
      QUOTED_NORM.test(inner) &&
      /^的?(?:要求|标准|目标|指标|任务|规定)/.test(view.text.slice(quote.end, quote.end + 4))
    )
      return null
    const idiom = view.rulebook.idioms.at(inner, 0)[0]
    const named = view.rulebook.names.at(inner, 0).some((match) => match.end === inner.length)
    const proverb =
      !named &&
      (BOTH_HANDS.test(inner) || idiom?.end === inner.length || PROVERB.test(inner) || THINGS_ONE_BY_ONE.test(inner))
    return { start: quote.start, end: quote.end, class: proverb ? 'idiom' : 'name' }
  },
}

/** Whether digits behind an abbreviation count what it stands for: KTV14家, LED屏 as LED6块; not CCTV13套, A4纸. */
function countsAbbreviation(view: MentionView): boolean {
  const letters = /(?<![A-Za-z])(?:[A-Z]{2,}|[A-Za-z]*[a-z]{2,})$/.exec(before(view, 12))?.[0]
  if (letters === undefined || /^(?:CCTV|BTV|TV|PM|No|NO|QQ|ID)$/.test(letters)) return false
  return /^[余多]?[万亿]?(?:个|家|台|处|块|部|间|场|人|元|辆|份|条|平方米)/.test(after(view, 6))
}

/** Han characters that go on with a number that is a name: 15分钟阅读圈, 12345热线. */
const ENDS_NAME = setOf('分小热市平里公')

/** 4·23世界读书日, 5·18国际博物馆日: a day that a name begins with. */
const DAY_OF_NAME = /^[·•・](?:[12]?\d|3[01])(?=[\u3400-\u9fff]{2,8}(?:日|节|周|活动|运动|大?地震|事故|专案))/

export const alphanumeric: MentionRule = {
  id: 'mention.alphanumeric',
  because: 'digits joined to letters are a name (5G, 3D, H7N9, PM2.5), unless the letters are a unit',
  claim: (view) => {
    const next = view.text.charCodeAt(view.numeral.end)
    const between = isHanCode(view.text.charCodeAt(view.numeral.start - 1)) && isHanCode(next)
    if (between && ENDS_NAME[next] !== 1 && !/^20\d\d$/.test(view.numeral.text)) return null
    const left = before(view, 12)
    const right = after(view, 12)
    if (/^(?:分钟|小时|里|公里)[\u3400-\u9fff]{0,8}圈/.test(right)) return claim(view, 'name', 2)
    if (view.numeral.script !== 'digits') return null
    // 文物保护2030国家科技重大专项: a programme that bears the year that it ends in.
    if (/^20\d\d$/.test(view.numeral.text) && /^(?:国家)?(?:科技)?(?:创新)?重大(?:专项|项目|工程)/.test(right))
      return claim(view, 'name')
    const day = DAY_OF_NAME.exec(right)?.[0]
    if (day && !/\d[·.]?$/.test(left) && (value(view) ?? 99) <= 12) return claim(view, 'name', day.length)
    if (
      /A{1,5}$/.test(left) === false &&
      /[A-Za-z][-.]?$/.test(left) &&
      !/(?:^|[^A-Za-z])(?:PM|GDP|VR|AR)$/.test(left) &&
      !/[：:=≥≤<>]$/.test(left) &&
      !countsAbbreviation(view)
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

export const fixedName: MentionRule = {
  id: 'mention.fixedName',
  because: 'it is part of a fixed name',
  claim: (view) => {
    const span = coveredBy(view, view.rulebook.names)
    // 十一, 八一 and 五一 are holidays, but 十一年 and 八一个 count.
    const counts =
      span !== null &&
      span.end === view.numeral.end &&
      span.start === view.numeral.start &&
      (/^[年月日届]/.test(after(view, 1)) || view.rulebook.units.at(view.text, span.end).length > 0)
    return span && !counts ? { ...span, class: 'name' } : null
  },
}

/** 占了大半, 大半面积: a share. */
const GREATER_HALF =
  /占[了去据到]?一?大$|占[了去据到]?一?大(?:[，。；、]|的)|大(?:面积|人口|收入|经费|资金|产量|观众|游客|读者|乡镇|村)/

export const idiom: MentionRule = {
  id: 'mention.idiom',
  script: 'han',
  because: 'it is part of a word and does not count',
  claim: (view) => {
    if (
      /^季度/.test(after(view, 2)) ||
      (/^番/.test(after(view, 1)) && /翻[了过]?(?:近|约|将近|超|超过|逾)?$/.test(before(view, 4)))
    )
      return null
    if (view.numeral.text === '半' && GREATER_HALF.test(before(view, 4) + after(view, 3))) return null
    const span = coveredBy(view, view.rulebook.idioms)
    if (!span || isPartOfCount(view)) return null
    // 五星级, 一批次 and the like go on past the word.
    return /^[级]/.test(view.text.slice(span.end, span.end + 1)) && /星$/.test(view.text.slice(span.start, span.end))
      ? null
      : { ...span, class: 'idiom' }
  },
}

/** 百亿企业, 千亿级产业集群: what size they are of is part of what they are called. */
export const sizeClass: MentionRule = {
  id: 'mention.sizeClass',
  because: '百亿 and the like right before a kind of business or place tell of what size it is called',
  claim: (view) =>
    /^[十百千]?[亿万]$|^[百千]亿$/.test(view.numeral.text) &&
    (/^(?:吨|千瓦|平方米|标箱)级(?!别|[以及])/.test(after(view, 5)) ||
      /^(?:元)?级?(?:特色|优势|主导|支柱|龙头|重点|大)?(?:产业|企业|县|园区|集群|项目|市场|强[县镇市区]|工程|开发区|经济|板块|链条|集团|商圈|物流|能源|镇)/.test(
        after(view, 10),
      )) &&
    !/[过超逾破近约达到]$/.test(before(view, 1))
      ? claim(view, 'name')
      : null,
}

const PER_PEOPLE = /^[人口户名常]/
const PER_MEASURE = /^(?:[斤元亩吨辆台件册头家只]|公斤|公里|立方)/

export const perPeople: MentionRule = {
  id: 'mention.perPeople',
  because: '万 in 每万人 is the base of a rate',
  claim: (view) => {
    // 万人发明专利拥有量: 每 is left out.
    if (view.numeral.text === '万' && /^人口?[\u3400-\u9fff]{0,12}(?:拥有|占有|保有)/.test(after(view, 18)))
      return claim(view, 'idiom', 1)
    if (!/每$/.test(before(view, 1)) || !/^(?:[百千万亿十]+|\d+(?:万)?)$/.test(view.numeral.text)) return null
    const right = after(view, 3)
    // 每百斤油料出油37斤, 每万元产值的能耗.
    if (/^[百千万亿]+$/.test(view.numeral.text) && PER_MEASURE.test(right)) return claim(view, 'idiom', 1)
    if (!PER_PEOPLE.test(right) && !/^(?:平方公里|个?常住)/.test(right)) return null
    return /[百千万亿]/.test(view.numeral.text) || (value(view) ?? 0) >= 100 ? claim(view, 'idiom', 1) : null
  },
}

/** 三泉镇, 五里村: what stands before 镇 is no measure of it. */
const NAMED_PLACE =
  /^([\u3400-\u9fff](?<![个座处条大小级类种批保委乡镇县区市省州村多余几万亿千百名户星队组新老古名重强特国中全街代届次年月日人家所年]))(?:镇|乡|街道|村委会|文化站|综合文化站)(?![\u3400-\u9fff]?(?:共|都))/
const COUNTS_BEFORE = /(?:辖|共|有|等|全部|其他|其余|各|每|第|[\d一二三四五六七八九十百千])$/

export const namedPlace: MentionRule = {
  id: 'mention.namedPlace',
  because: 'it is part of the name of a place or a road (三泉镇, 308省道, 三县两区)',
  claim: (view) => {
    const right = after(view, 12)
    const left = before(view, 6)
    if (/^(?:省道|国道|县道|乡道)/.test(right)) return claim(view, 'name', 2)
    if (isHan(view) && /^[县区市][一二两三四五六七八九]{1,2}[县区市](?!全覆盖|[\u3400-\u9fff]*[共都])/.test(right))
      return claim(view, 'name', 3)
    if (isHan(view) && /[一二两三四五六七八九][县区市]$/.test(left) && /^[县区市](?!全覆盖)/.test(right))
      return claim(view, 'name', 1)
    if (isHan(view) && (value(view) ?? 99) <= 10 && NAMED_PLACE.test(right) && !COUNTS_BEFORE.test(left))
      return claim(view, 'name', 1)
    return isNumberedPlace(view) ? claim(view, 'name', 2) : null
  },
}

/** 42社区, twice in a text: quarters that are numbered and not counted. */
function isNumberedPlace({ text, numeral, lineStart }: MentionView): boolean {
  if (numeral.script !== 'digits' || !/^\d{1,3}$/.test(numeral.text)) return false
  const name = `${numeral.text}社区`
  if (
    !text.startsWith(name, numeral.start) ||
    /[辖有共等全余]$/.test(text.slice(Math.max(lineStart, numeral.start - 1), numeral.start))
  )
    return false
  const first = text.indexOf(name)
  return text.indexOf(name, first + 1) > 0
}

/** 万人广场舞大赛, 千人诵读: what a crowd does together is called by its size. */
const CROWD_SHOW =
  /^人(?!参加|参与|观看|报名)(?:[\u3400-\u9fff]{0,6}?)(?:大赛|比赛|合唱|徒步|健步走|健身|展演|诵读|朗诵|签名|马拉松|骑行|秧歌|广场舞|太极|瑜伽|赏月|长桌宴|评选|评馆|评站)/

export const namedShow: MentionRule = {
  id: 'mention.namedShow',
  behind: '人家位',
  because: '十人展, 15人邀请展, 万人广场舞大赛: the number is part of the name of a show',
  claim: (view) =>
    /^(?:人|家|位)(?:邀请|联|作品|书法|美术|书画|摄影|油画)?展(?!览|出|品|演|示)/.test(after(view, 6)) ||
    (/^[百千万]$/.test(view.numeral.text) &&
      CROWD_SHOW.test(after(view, 16)) &&
      !/[近超过逾上达数几约]$/.test(before(view, 1)))
      ? claim(view, 'name', 1)
      : null,
}

export const divisions: MentionRule = {
  id: 'mention.divisions',
  script: 'han',
  behind: '县市区旗',
  because: '三县两区, 四县一市: a city called by the number of its divisions',
  claim: (view) =>
    /^[一二三四五六七八九十两]$/.test(view.numeral.text) &&
    !/^[县市区旗](?:[一二三四五六七八九两][县市区旗])?(?:全覆盖|[均都共])/.test(after(view, 6)) &&
    (/^[县市区旗][一二三四五六七八九两][县市区旗]/.test(after(view, 3)) ||
      (/^[县市区旗]/.test(after(view, 1)) && /[一二三四五六七八九两][县市区旗]$/.test(before(view, 2))))
      ? claim(view, 'name', 1)
      : null,
}
