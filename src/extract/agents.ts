import type { RuleBook } from '../rulebook/rulebook.ts'
import { firstMatch } from '../text/matches.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { trailingNoun } from './nounPhrases.ts'

/** What is between the name of who acts and the verb: times, adverbs. */
const BETWEEN =
  '(?:，|今年|全年|年内|当日|当天|假期|期间|节日期间|[前后]\\d{1,2}天|连续\\d{1,2}天|已|再|又|还|共计?|累计|总计|先后|成功|精心|积极|广泛|隆重|认真|自主|首次|联合[^，。；]{1,12})*'
/** Whoever receives visitors or earns by them: 金桥峡接待游客, 云水公司实现营业收入. */
const RECEIVES = new RegExp(
  `^([\\u4e00-\\u9fffA-Za-z·]{2,16}?)${BETWEEN}(?:接待(?:了)?(?:中?海?[内外境]?外?(?:游客|观众|读者|旅客|宾客|参观者)|过夜游客|[自研]\\S游客|人数|[约近超]?$)|(?:实现|完成)(?:旅游|营业|门票|综合|经营|销售|经济)?(?:总|综合)?收入|实现(?:总)?产值|上[交缴]|门票收入|游客(?:接待)?量)`,
)
/** Places and offices that hold something. */
const HOLDS = new RegExp(
  `^([\\u4e00-\\u9fff]{2,12}?(?:[镇乡村局办院团校]|街道|社区|学校|公司|协会|学会|妇联|工会|团委|文联|残联|服务站))${BETWEEN}(?:组织|举办|开展|承办|举行|主办|开办|排演|创办|自办)`,
)
/** 云岭滑雪馆建成运营，累计接待: what was opened in the clause before receives. */
const OPENED =
  /(?:^|[。；，：])([\u4e00-\u9fffA-Za-z·]{3,16}?)(?:顺利|正式|全面|建成|实现|成功)*(?:运营|开业|开园|开馆|开放|对外开放|投用|投入使用|投入运营|营业|开街)，(?:全年|目前|已|共|累计)*(?:接待|吸引)[^，。；]*$/
/** Kinds of places, the reporting body, and words that the tagger takes for names. */
const NO_AGENT =
  /^(?:全|我|本|该|各|每|此|其|某|整个|上级|有关|相关|年|今|去|明|国内|国外|境|累计|共|预计|力争|乡村旅游|红色旅游|入境|旅游|文旅|景区景点|重点|主要|所有|部分|不少|多|线上|线下|期间|活动|仅|仅仅|平均|日均|年均|月均|周均|场均|最高|直接|间接|参与|组织|指导|帮助|联合|协助|免费|优惠|日常|常年|全天|延时|错时|夜间|周末|暑期|寒假|热情|有序|安全|单日|单月|深入|走进|依托|通过|利用|支持|推动|牵头|乡镇|镇村|街道|社区|村|镇|农村|县乡|村级|镇级|县级|市级|区级|省级|基层|单位|部门|公司|学校|协会|村社区|旅行社)/

/** A village, a company or a site that acts in the clause: 石桥镇举办…, 金桥峡接待游客…; '' where none does. */
export function agentOf(opening: string, rulebook: RuleBook, segmenter: Segmenter, sentence = ''): string {
  const opened = firstMatch(OPENED, sentence)?.[1]
  if (opened && !NO_AGENT.test(opened) && trailingNoun(opened, segmenter, rulebook).words === opened) return opened
  const name = (firstMatch(RECEIVES, opening) ?? firstMatch(HOLDS, opening))?.[1]?.replace(
    /^全[省市县区州镇](?=.{4})/,
    '',
  )
  if (name === undefined || NO_AGENT.test(name) || /^(?:景区|园区|[\u4e00-\u9fff]馆)$/.test(name)) return ''
  return trailingNoun(name, segmenter, rulebook).words === name ? name : ''
}

const LABEL =
  /^[【]?((?:[\u4e00-\u9fff]{1,6}(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道|兵团)|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古))[】：]/

/** The place that a paragraph of a round-up is about (四川：…，【青石县】…); '' where it names none. */
export function labelledPlace(text: string, paragraph: Paragraph): string {
  const place = LABEL.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 16)))?.[1] ?? ''
  return /^(?:[我全各]|社区|街道|景区)/.test(place) ? '' : place
}
