import type { IndicatorReading } from './indicatorView.ts'

/** What a plain word means in the report of a body of one kind. */
interface Home {
  readonly id: string
  readonly because: string
  /** Names of the bodies. */
  readonly issuer: RegExp
  /** The words that are plain, as the subject of the figure. */
  readonly words: RegExp
  /** Words shortly before the figure in the sentence that make it one of somebody else. */
  readonly unless?: RegExp
  /** Words there that must stand there. */
  readonly when?: RegExp
  /** What the words are read as elsewhere, and what they are there. */
  readonly codes: Readonly<Record<string, string>>
}

export const HOMES: readonly Home[] = [
  {
    id: 'indicator.home.museum',
    because: 'who comes into a museum visits the museum, and what it is given are pieces of its collection',
    issuer: /博物[馆院]|纪念[馆园]|文物局|烈士陵园/,
    words: /^(?!.*(?:读者|游客|图书|书籍|报刊)).*$/,
    codes: {
      'library.visits': 'museum.visits',
      'facility.visits': 'museum.visits',
      'tourism.visits': 'museum.visits',
      'library.acquisitions': 'relic.items',
    },
  },
  {
    id: 'indicator.home.guests',
    because:
      'guests of a museum or memorial hall, however they are called, visit it, and so does who looks at what it shows',
    issuer: /博物[馆院]$|纪念[馆园]$|陈列馆$|故居$|烈士陵园|文物管理所$/,
    words: /(?:游客|来宾|游人|参观[^，]{0,2}(?:人数|人次|群众|者|总人数|总量)?|接待人数|接待总量)$/,
    unless: /全[市县省区国]|景区|旅游|古镇|展览|展会|过夜|[临特巡联题]展|陈列(?!馆)/,
    codes: {
      'tourism.visits': 'museum.visits',
      'exhibition.attendance': 'museum.visits',
    },
  },
  {
    id: 'indicator.home.served',
    because: 'whom a museum served is whom it received, where no activity is told',
    issuer: /博物[馆院]$|纪念[馆园]$|陈列馆$|故居$|烈士陵园/,
    words: /^(?:累计|共|全年)*服务(?:总?人数|总?人次|观众|公众)$/,
    unless: /活动|教育|讲解|志愿|全[市县省区国]/,
    codes: { 'activity.attendance': 'museum.visits' },
  },
  {
    id: 'indicator.home.collection',
    because: 'what a museum has in its stores, counted in pieces, is its collection',
    issuer: /博物[馆院]$|纪念馆$|陈列馆$/,
    words: /^(?!.*(?:书|文献|报刊|古籍|善本)).*$/,
    codes: { 'library.holdings': 'relic.items' },
  },
  {
    id: 'indicator.home.library',
    because: 'plain activities of a library are those for its readers',
    issuer: /图书馆$|少儿馆$/,
    words:
      /^(?:举办|开展|组织|累计|场均|到场|共|全年|各类|各种|各项|主题|线上|线下|品牌|系列|特色|其他|其它|大型|参与|参加|读者|推广|宣传推广|文化|公益|服务)*(?:活动|系列活动|人次|人数|读者|参与|参加)?$|(?:公益|书香|漂流|书车|流动车|读者|图书|绘本|亲子|少儿|科普|国学|经典|英语|手工|益智|猜灯谜|有奖)[\u4e00-\u9fff]{0,4}活动$/,
    codes: { 'activity.sessions': 'reading.sessions', 'activity.attendance': 'reading.attendance' },
  },
  {
    id: 'indicator.home.culturalCenter',
    because: 'branches of a cultural centre are cultural centres',
    issuer: /文化馆$|群[众]?艺[术]?馆$/,
    words: /^(?!.*图书).*分馆$/,
    codes: { 'facility.library': 'facility.cultural_center' },
  },
  {
    id: 'indicator.home.hall',
    because: 'who comes into a cultural centre visits it, and whom it serves, where nothing else is told, it received',
    issuer: /文化馆$|群[众]?艺[术]?馆$|文化活动中心$|综合文化站$/,
    words:
      /^(?!.*(?:读者|图书|游客))(?:累计|共|全年|总|年)*(?:进馆|到馆|入馆|服务|接待)(?:群众|市民|观众|总?人[次数])?(?:总?[数量]|人[次数])?$/,
    unless: /活动|培训|演出|展览|讲座|辅导|课|直播|宣讲|送|赛|配送/,
    when: /全年|累计|[总进到入]馆|年共|全馆/,
    codes: { 'library.visits': 'facility.visits', 'activity.attendance': 'facility.visits' },
  },
  {
    id: 'indicator.home.street',
    because: 'the teams of a street, a township or a cultural centre are amateurs',
    issuer: /(?:街道|[镇乡]|社区|文化站|文化馆|艺术馆|街道办事处|[镇乡]人民政府)$/,
    words:
      /^(?:各类|各种|特色|备案|现有|社区|辖区|新增|常年|基层|业余)*(?:文艺|文化|文体|辅导|群文|馆办|舞蹈|合唱)(?:团队|队伍)(?:总数)?$|^团队总数$/,
    codes: { 'team.count': 'team.amateur' },
  },
]

/** A reading as the issuer means it: 入馆 in a museum's report, 分馆 in that of a cultural centre. */
export function readAtHome(
  reading: IndicatorReading,
  issuer: string,
  subject: string,
  clause: string,
): IndicatorReading {
  // 参观人数, where the segmenter leaves only 人数 of it.
  const counted = /^总?人[数次]$/.test(subject) ? reading.words : subject
  const home = HOMES.find(
    (one) =>
      one.codes[reading.code] !== undefined &&
      one.issuer.test(issuer) &&
      one.words.test(counted) &&
      !one.unless?.test(clause) &&
      one.when?.test(clause) !== false,
  )
  const code = home?.codes[reading.code]
  return home && code ? { ...reading, code, rules: [...reading.rules, home.id] } : reading
}
