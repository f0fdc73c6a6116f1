import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter, Token } from '../text/segmenter.ts'

const NOMINAL = /^(?:n|zg|vn|an|a$|b|j|l|i|eng|nz|ns|nr|nt|s|f|h|k|ng|vg|tg|g)/
const HEAD_NOUN = /^(?:n|vn|nz|nt|j|eng|x)/
function isNominal(token: Token, rulebook: RuleBook): boolean {
  if (PREDICATE.test(token.word)) return false
  // 老年书画室: the tagger takes an age for a time.
  if (NOMINAL.test(token.tag) || /^(?:中?老年|青年|少年|中年|成年)$/.test(token.word)) return true
  if (
    token.tag === 'x' &&
    (/^[“”‘’《》·A-Za-z\d\-（）]+$/.test(token.word) || /^[\u3400-\u9fff]{2,}$/.test(token.word))
  )
    return true
  const whole = (end: number): boolean => end === token.word.length
  return (
    rulebook.counted.at(token.word, 0).some((match) => whole(match.end)) ||
    rulebook.nominals.at(token.word, 0).some((match) => whole(match.end))
  )
}

/** Verbs that end a noun phrase even where the tagger calls them nouns: 2项目申报, 3家企业参加. */
const PREDICATE =
  /^(?:申报|参加|参与|参观|获得|获|入选|享受|提供|分工|合作|报名|认领|达成|签约|接待|受益|通过|提升|增长|下降|就读|从事)$/

/** Verbs that tell which ones: 参演乐团, 参赛选手, 馆藏文物. */
const ATTRIBUTIVE_VERB = /^(?:参演|参赛|参展|参会|参评|参训|出土|馆藏|在编|在册|持证|入驻)$/

const isOnlyNominalVerb = (token: Token, rulebook: RuleBook): boolean =>
  !NOMINAL.test(token.tag) && rulebook.nominals.at(token.word, 0).some((match) => match.end === token.word.length)

const DESCRIBED =
  /^[\u3400-\u9fff]{2,3}(?:齐全|完备|完善|丰富|多样|鲜明|良好|较好|优良|先进|突出|优秀|活跃|规范|健全|浓郁|新颖|独立|各异|不等|到位|过硬|扎实|特色|多彩|纷呈|乐见|一格|人口)的(?=[\u3400-\u9fff])/
/** 声乐、舞蹈培训班: of what kinds the classes are. */
const KINDS =
  /^([\u3400-\u9fff]{1,6})(?:(?:、|和|及|与)[\u3400-\u9fff]{1,6})*(?:、|和|及|与)([\u3400-\u9fff]{2,8}(?:班|课|课程|培训|讲座|展览|[画影书]展|比赛|大赛|演出|活动))(?=[，。；、（]|$)/

/** 县（市、区）, 镇（街道） */
const DIVISIONS = /^(?:行政村|县|市|区|镇|乡镇|乡|村|街道|社区)（[市区县旗、街道社居乡镇办及和或]{1,8}）/

/** 收藏单位中符合标准的…, 乡镇（街道）中专职…: only some of them are told of. */
const AMONG =
  /^(?:当|之)?中(?:$|位|排|居|名列|，|符合|达到|达标|具备|具有|拥有|只有|仅有|有|没有|未|尚|仍|已|还|真正|能够?|被|属于|超过|不足|专职(?!业)|就)|^[里内](?:$|，|排|居|列|位[居列]|名列|倒数|只|仅)/
/** 刺绣、银器企业, 剪纸和泥塑工坊: of what trades the firms are. */
const TRADES =
  /^([\u3400-\u9fff]{1,4})(?:、[\u3400-\u9fff]{1,4})*(?:、|和|及|与)([\u3400-\u9fff]{1,4}(?:企业|工坊|作坊|合作社|商户|店铺|门店))(?=[，。；（]|$|[列被入获参进到在均已共])/

/** 8个展区以及文艺演出等系列活动: what else there was. */
const BESIDES = /^([\u3400-\u9fff]{2,10}?)(?:以及|并且)[^，。；]+$/s

/** The noun phrase that `words` begin with: 社区书屋安装了… → 社区书屋. */
export function leadingNoun(words: string, segmenter: Segmenter, rulebook: RuleBook, sessional = false): string {
  const first = BESIDES.exec(words.slice(0, 28).replace(/[，。；].*$/s, ''))
  if (first) return leadingNoun(first[1] ?? '', segmenter, rulebook)
  const list =
    /^([^，。；]{2,40}?、[^，。；]{1,30}?等(?:各类|多种|一批)?|[\u3400-\u9fff]{2,10}等(?:各类|多种|一批)?(?=[\u3400-\u9fff]{2,6}(?:[，。；、]|$)))([\u3400-\u9fff]{2,14})/.exec(
      words,
    )
  if (list && !/\d/.test(list[1] ?? '')) return leadingNoun(list[2] ?? '', segmenter, rulebook)
  const kinds = sessional ? KINDS.exec(words) : null
  if (kinds && rulebook.counted.endingAt(kinds[1] ?? '', kinds[1]?.length ?? 0).length === 0) return kinds[2] ?? ''
  const text = words
    .slice(0, 28)
    .replace(/^(?:的|以上的|左右的)/, '')
    // 25个功能齐全的文化站: how they are.
    .replace(DESCRIBED, '')
    .replace(/[、，。；](?![^（]*）).*$/s, '')
  if (text.length === 0) return ''
  // 非遗传习基地 is a form of the catalogue, wherever the tagger cuts it.
  const [known] = rulebook.counted.at(text, 0)
  if (
    known &&
    known.form.length >= 4 &&
    /^(?:$|[与和及共均已将]|开展|举办|接待|服务(?:读者|群众|居民|市民)|建成|投入|对外|正式|累计|全部|免费|实现|完成)/.test(
      text.slice(known.end),
    )
  )
    return known.form
  // 63个自然村全覆盖, 14个乡镇全联网: what all of them have is said behind the noun.
  if (
    known &&
    /^(?:全覆盖|全部覆盖|全联网|全部联网|全通|通(?:上|了|光缆|公路|广播|电|水|网))/.test(text.slice(known.end))
  )
    return known.form
  // 9个县（市、区）中, 8个县（市）建有: divisions, where no body of theirs is named behind them.
  const divisions = DIVISIONS.exec(text)?.[0]
  if (divisions && rulebook.counted.at(text, divisions.length).length === 0) return divisions
  // 15个村先行试点: what is tried out there.
  const tried =
    /^(?:行政村|自然村|村|乡镇|镇|乡|县区|县|区|社区|街道)(?=先行|率先|先期|首批|先试|推开|推行|试行|试点(?!村|县|镇|社区|工作))/.exec(
      text,
    )?.[0]
  if (tried) return tried
  // 28家收藏单位中符合标准的库房: what some of them have is said behind the noun.
  const among = known?.form ?? divisions ?? ''
  if (among.length >= 2 && AMONG.test(text.slice(among.length))) return among
  const tokens = segmenter.tag(text)
  let phrase = ''
  let depth = 0
  let sawNoun = false
  // 召开一次创建示范区联络员工作会议: a verb may open the noun that names a meeting.
  const opener =
    (sessional || ATTRIBUTIVE_VERB.test(tokens[0]?.word ?? '')) &&
    /^v$/.test(tokens[0]?.tag ?? '') &&
    tokens[1] !== undefined &&
    isNominal(tokens[1], rulebook)
      ? 1
      : 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) break
    if (index < opener) {
      phrase += token.word
      continue
    }
    // 推进会 is one word of the catalogue though the tagger cuts it: the whole form is taken.
    const [form] = depth === 0 && !isNominal(token, rulebook) ? rulebook.counted.at(text, phrase.length) : []
    if (form && form.form.length > token.word.length && form.start === phrase.length) {
      phrase += form.form
      sawNoun = true
      for (let covered = token.word.length; covered < form.form.length; )
        covered += tokens[++index]?.word.length ?? form.form.length
      continue
    }
    // 38家文艺院团采购演出850场, 27个贫困村配送图书: what is done to them is no part of their name.
    if (
      sawNoun &&
      depth === 0 &&
      /^(?:采购|购买|配送|赠送|安装|登台|受到|进行|开展|举办|举行|巡展|巡演|展出)$/.test(token.word)
    )
      break
    // 20多家新闻单位报道了这次展演.
    if (depth === 0 && token.word === '报道' && /(?:单位|媒体|报社|电视台|机构)$/.test(phrase)) break
    // 行政村“村村有戏”: a quotation behind the noun is no part of it.
    if (sawNoun && depth === 0 && /^[“‘《]$/.test(token.word)) break
    if (/^[“‘《]$/.test(token.word)) depth++
    else if (/^[”’》]$/.test(token.word)) depth--
    else if (depth === 0) {
      const next = tokens[index + 1]
      // A verb inside the phrase needs a noun behind it: 展示示范点, but 书屋|安装了.
      const carried =
        isNominal(token, rulebook) &&
        !(isOnlyNominalVerb(token, rulebook) && sawNoun && !(next && isNominal(next, rulebook)) && next !== undefined)
      if (!carried) {
        const rest = text.slice(phrase.length)
        const modifier = /^[^，。；、]{1,16}?的(?=[\u3400-\u9fff“])/.exec(rest)
        // 拥有核心技术的品牌产品: a verb phrase that ends in 的 qualifies the noun behind it.
        if (modifier && !sawNoun) return leadingNoun(rest.slice(modifier[0].length), segmenter, rulebook)
        if (
          token.word === '的' &&
          sawNoun &&
          /^的(?:任务|基础|情况|过程|同时|前提|要求|标准|规定|时候|背景|[\u3400-\u9fff]{0,6}(?:工作|普查|调查|改造|验收|检查|任务|放映|巡演|巡展|采集|审核|登记|录入|修复|拍摄|检测|鉴定|著录|编目|扫描|数字化|修缮|评审|记录|口述史|采录|录制|建档|访谈)(?:$|[，。；、]|已|均|全部|都|顺利|圆满|基本))/.test(
            rest,
          )
        )
          return phrase
        // 299个行政村的对口联系: the villages are counted.
        if (
          token.word === '的' &&
          /^(?:贫困|边远|偏远)?(?:行政村|自然村|乡镇|村|社区|街道|镇|县区|村居|镇街|区县|县|乡)(?:（[^）]{1,8}）)?$/.test(
            phrase,
          )
        )
          return phrase
        if (token.word === '的' && sawNoun) {
          const head = leadingNoun(rest.slice(1), segmenter, rulebook)
          return head || phrase
        }
        break
      }
    }
    phrase += token.word
    if (depth === 0 && (HEAD_NOUN.test(token.tag) || /^[”’》]$/.test(token.word))) sawNoun = true
  }
  // 183个行政村每村每月1场, 9个县（区）中仍有3个: what each of them has is said behind the noun.
  phrase = phrase.replace(/(?<=.{2})(?:每.+|中(?:仍|还|尚|只|已|仅)?有?)$/, '')
  // 34名干部人人联系一个村: what each of them does.
  phrase = phrase.replace(/(?<=.{2})(?:人人|个个|户户|家家|村村|站站|馆馆|场场|件件).*$/, '')
  // 1097个行政村全部通广播: all of them.
  phrase = phrase.replace(/(?<=.{2})(?:全部|全都|均已|都已)$/, '')
  // 14部宣传片点击量达18万次: what is measured of them is told next.
  phrase = phrase.replace(
    /(?<=.{2})(?:总藏量|馆藏量|藏书量|总藏书|点击量|阅读量|播放量|浏览量|观看量|访问量|总投资|总面积|建筑面积|占地面积|平均年龄|票价|上座率|平均票价).*$/,
    '',
  )
  // 33个支中心建设任务: what had to be done with them.
  phrase = phrase.replace(/(?<=[\u3400-\u9fff]{3})(?:新?建设|改造|维修|提升|升级|修缮)(?:项目)?(?:任务|工作)$/, '')
  const body = bodyBeforePredicate(phrase, rulebook)
  if (body) return body
  return phrase.length > 2
    ? phrase.replace(/(?:中|内|里|间|之中|之间)$/, '')
    : phrase.replace(/^(县|市|州|区|镇|乡|村|旗)[里中内]$/, '$1')
}

/** 特色鲜明、带动作用明显的非遗工坊: qualities in a row, and the noun behind the last 的. */
export const QUALITIES =
  /^[\u3400-\u9fff]{2,10}(?:鲜明|明显|突出|完善|齐全|良好|丰富|优美|完备|深厚|独特|显著|健全|精湛|浓郁|较高|较强|较好|较大)(?:、[\u3400-\u9fff]{2,14})*的([\u3400-\u9fff]{2,12})/

/** 管理规范、服务符合标准的旅游点, 标准化、规范化的文化中心: what in a row qualifies, and the noun behind it. */
const QUALIFIED_BY_LIST = /^((?:[\u3400-\u9fff]{2,8}、){1,5}[\u3400-\u9fff]{2,10})的([\u3400-\u9fff]{2,14})/

/** The words of the clause from the noun on where a list of qualities stands before it, else the words of the item. */
export function behindQualities(item: string, clause: string, rulebook: RuleBook): string {
  const trades = clause.includes('、') || /^.{1,5}[和及与]/.test(clause) ? TRADES.exec(clause) : null
  if (trades && !/[馆站院所校队户店司园区关]$/.test(trades[1] ?? ''))
    return clause.slice(trades[0].length - (trades[2]?.length ?? 0))
  const row = clause.includes('、') ? QUALIFIED_BY_LIST.exec(clause) : null
  const [first = ''] = row?.[1]?.split('、') ?? []
  const isNoun =
    rulebook.counted.endingAt(first, first.length).length > 0 ||
    /^(?:景区|[\u3400-\u9fff]{1,6}[馆站村户家员])|[对为在向由将与及和给把]/.test(first)
  const noun = row && !isNoun ? clause.slice((row[1]?.length ?? 0) + 1) : ''
  return noun !== '' && rulebook.counted.find(row?.[2] ?? '').length > 0 ? noun : item
}

/** What a body does, behind its name: 博物馆|延时开放, 公共图书馆|接待读者. */
const BODY_PREDICATE =
  /^(?:延时|免费|错时|正常|全部|均|共|累计|全年|已|先后)*(?:接待|开放|对外开放|举办|承办|组织|开展|实现|完成|新增|带动|推出|投入|演出|放映|服务)/

/** The body that a phrase begins with where the rest of it says what the body does; '' else. */
function bodyBeforePredicate(phrase: string, rulebook: RuleBook): string {
  for (const match of rulebook.bodies.find(phrase)) {
    if (BODY_PREDICATE.test(phrase.slice(match.end)) && match.end < phrase.length) {
      const rest = phrase.slice(match.end)
      // 图书馆服务体系, 博物馆开放日 are names.
      if (/^(?:服务|演出|开放|放映)(?![\u4e00-\u9fff])|^(?:服务|演出)(?!群众|观众|读者|居民)/.test(rest)) continue
      return phrase.slice(0, match.end)
    }
  }
  return ''
}

/** The noun phrase that `words` end with: 累计为社区群众送出文艺演出 → 文艺演出; `whole` holds marks that it begins with too. */
export function trailingNoun(
  words: string,
  segmenter: Segmenter,
  rulebook: RuleBook,
): { readonly words: string; readonly whole: string } {
  const text = words.slice(-36)
  if (text.length === 0) return { words: '', whole: '' }
  const tokens = segmenter.tag(text)
  let phrase = ''
  let depth = 0
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) break
    if (/^[”’》）]$/.test(token.word)) depth++
    else if (/^[“‘《（]$/.test(token.word)) depth--
    else if (depth === 0 && !isNominal(token, rulebook)) break
    phrase = token.word + phrase
  }
  return { words: phrase.replace(/^[（）”’》]+/, ''), whole: phrase }
}

/** Whether a noun phrase holds no predicate of its own: 检查经营单位 begins with one, 公益电影 with none. */
export function isPureNoun(whole: string, segmenter: Segmenter, rulebook: RuleBook): boolean {
  const first = whole === '' ? undefined : segmenter.tag(whole.slice(0, 8))[0]
  return first !== undefined && !(isOnlyNominalVerb(first, rulebook) || /^v$/.test(first.tag))
}
