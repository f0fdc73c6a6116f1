import { DEED_SENTENCES } from './deedSentences.ts'
import { BASIS, STATUS, YEAR } from './sentences/circumstances.ts'
import { INDICATOR } from './sentences/indicators.ts'

/** Why a rule decided as it did, for a reader who does not program. */
export interface RuleSentence {
  readonly zh: string
  readonly en: string
  /** What to quote from the text: the last match before the figure, in its words. */
  readonly seen?: { readonly side: 'before' | 'quote'; readonly words: RegExp }
}

const before = (words: RegExp): NonNullable<RuleSentence['seen']> => ({ side: 'before', words })

const QUANTITY: Readonly<Record<string, RuleSentence>> = {
  'quantity.recognized': {
    zh: '文字是从扫描页或图片识别出来的，数字可能有误，请对照原件',
    en: 'the words were recognised in a picture, where numbers are easily misread: check the original',
  },
  'quantity.range': {
    zh: '两个数之间有连接符或“至”，是一个区间，不取单一数值',
    en: 'two numbers joined by a dash or 至 give a range, and no single value',
    seen: { side: 'quote', words: /[-—–~～]+|至|到/ },
  },
  'quantity.sharedUnit': {
    zh: '这个数后面没有单位，与并列的下一个数共用单位',
    en: 'no unit stands behind the number; it shares that of the next number in the list',
  },
  'quantity.headerUnit': {
    zh: '表格单元只写了数，单位取自表头',
    en: 'the cell holds a bare number; its unit comes from the heads of the table',
  },
  'quantity.cell': {
    zh: '表格单元里的数，表中没有写单位',
    en: 'the number of a table cell; the table states no unit',
  },
  'quantity.unitOfWhole': {
    zh: '没有写单位，用所属总数的单位',
    en: 'no unit is printed: it is that of the whole that it is part of',
  },
  'quantity.impliedUnit': {
    zh: '数后面没有单位，由所说的事物补上（如人口数的“人”、观众数的“人次”）',
    en: 'no unit stands behind the number; the noun implies one (人 for inhabitants, 人次 for spectators)',
    seen: before(/人次|游客|观众|流通|到馆|人口|人数|用户|粉丝|学员|会员|志愿者|职工|读者|藏书|图书|馆藏/),
  },
  'quantity.compound': {
    zh: '两个单位合写成一个数（两米半、三元五角）',
    en: 'one number is written in two units (two and a half metres)',
  },
  'quantity.ratio': {
    zh: '“A:B:C”各部分合计一百，按百分比计',
    en: 'the parts of a ratio that make 100 are shares of the whole',
  },
  'quantity.half': { zh: '“半数”“一半”按 50% 计', en: 'half is 50 %', seen: { side: 'quote', words: /半数|一半/ } },
}

const SUBJECT: Readonly<Record<string, RuleSentence>> = {
  'subject.nounAfterUnit': { zh: '对象取单位后面的名词', en: 'the thing counted is the noun behind the unit' },
  'subject.nounBeforeNumber': { zh: '对象取数字前面的名词', en: 'the thing counted is the noun before the number' },
  'subject.verbBeforeNumber': {
    zh: '数字前面只有动词，就以它命名所数的事',
    en: 'only a verb stands before the number, and it names what was counted',
  },
  'subject.attribute': {
    zh: '数字前面是限定语（如省级、其中某地），对象是它所限定的前一个名词',
    en: 'an attribute or a place stands before the number; it narrows the noun of the figure before',
  },
  'subject.carriedOver': {
    zh: '本数没有自己的名词，沿用同句前一个数的对象',
    en: 'the figure has no noun of its own and takes over that of the figure before',
  },
  'subject.ofDeed': {
    zh: '数字前面只有“累计建成”“共开展”一类的话，对象是前面已经说过的事物',
    en: 'only a deed stands before the number (built in all, held in all); it was done to what was named before',
  },
  'subject.completed': {
    zh: '自己的词只是做了什么或比了多少，对象是前面说到的',
    en: 'its own words only tell a deed, a rate or a comparison; the thing was named before',
  },
  'subject.beforeBracket': {
    zh: '括号里只有数，对象在括号前',
    en: 'the bracket holds but the number; the thing stands before it',
  },
  'subject.scored': { zh: '得分、扣分是为前面所说的那一项', en: 'the points are for what was told before them' },
  'subject.medal': { zh: '数的是奖牌', en: 'medals are counted' },
  'subject.respective': {
    zh: '“分别”把它与前面同一位置的名词对应起来',
    en: '分别 ties it to the noun at the same place before',
  },
  'subject.rowHeader': { zh: '对象取表格的行首', en: 'the thing counted is named by the head of the table row' },
  'subject.title': {
    zh: '对象是后面引号里的荣誉称号',
    en: 'the thing counted is the title of honour in quotation marks behind it',
  },
  'subject.none': { zh: '附近没有说明对象的名词', en: 'no noun nearby names the thing counted' },
}

const CHANGE: Readonly<Record<string, RuleSentence>> = {
  'change.growthNoun': { zh: '“涨幅”“增速”一类的名词说明是增长率', en: 'a noun such as 涨幅 or 增速 tells a growth' },
  'change.fallOfStock': {
    zh: '“减少”后面跟着存量的名词，说的是减少多少',
    en: 'a verb of falling before a standing quantity tells how much it fell',
  },
  'change.otherBase': {
    zh: '与上年以外的时期相比，不列入逐年增速',
    en: 'it is told against another time than the year before: no growth of one year',
  },
  'change.growth': {
    zh: '百分数前有表示增减的词，是增长率而不是水平；下降记负数',
    en: 'a word of rising or falling stands before the percentage: it is growth, not a level; a fall is negative',
    seen: before(/增长率?|增加|上升|提高|提升|上涨|增幅|增速|涨幅|下降|减少|降低|回落|下滑|下跌|降幅|增|降|减/),
  },
  'change.points': {
    zh: '百分点表示两个比率之差；下降记负数',
    en: 'percentage points tell the difference of two rates; a fall is negative',
    seen: before(/增长|增加|上升|提高|提升|下降|减少|降低|回落|高|低/),
  },
  'change.multiple': { zh: '倍数或“翻番”表示增长', en: 'a multiple tells growth', seen: before(/增长|增加|提高|翻/) },
  'change.amount': {
    zh: '与另一时间或地方相比多出或少了这么多，不是总量',
    en: 'it is how much more or less than at another time or place, not how much there is',
    seen: before(/同比|环比|相比|比|较|高于|低于|同期/),
  },
  'change.amountBehindLevel': {
    zh: '紧跟在总量后面的增减量，不是总量',
    en: 'right behind a level it tells by how much that rose or fell',
    seen: before(/增加|减少|增长|下降|增|减/),
  },
  'change.raised': {
    zh: '说的是标准、价格提高或降低了多少',
    en: 'a rate that is paid was raised or lowered by so much',
  },
  'change.cut': {
    zh: '减少、精简的东西在动词和百分数之间，是减少的幅度',
    en: 'what became less stands between the verb and the percentage',
  },
  'change.column': { zh: '所在的列是增减或同比', en: 'its column holds changes' },
  'change.against': {
    zh: '与别处或另一时间比较，高出或低于多少',
    en: 'it is by how much it is above or below another place or time',
    seen: before(/高于|低于|优于|快于|好于|慢于|少于|多于|领先|超过|高出|低/),
  },
  'change.net': { zh: '“净增”“净减”说的是变动量', en: 'net growth or fall is a change' },
  'change.gap': {
    zh: '是与目标或标准相差的数',
    en: 'it is the distance to a target or standard',
    seen: before(/缺口|尚缺|还缺|超计划|超额/),
  },
}

const ASPECT: Readonly<Record<string, RuleSentence>> = {
  'aspect.change': { zh: '说的是变化多少', en: 'it tells a change' },
  'aspect.average': { zh: '平均数一律作为比率', en: 'averages are rates' },
  'aspect.ratio': { zh: '百分数是比率', en: 'a percentage is a rate' },
  'aspect.indicator': { zh: '该指标按定义就属于这一类', en: 'the indicator is of this kind by definition' },
  'aspect.flowWord': {
    zh: '分句里有表示当年发生的词',
    en: 'a word of the clause tells that it happened within the period',
    seen: before(
      /新增|新建|打造|配送|引进|推出|创建|完成|开展|组织|举办|获得?|发放|成立|建设|创作|改造|选派|培养|购置|实施/,
    ),
  },
  'aspect.stockWord': {
    zh: '分句里有表示现存数的词',
    en: 'a word of the clause tells that it stands at a moment',
    seen: before(/现有|共有|拥有|建有|总数|年末|目前|截至|总量|馆藏|藏有|常住|达到|累计|已有|设有|开放/),
  },
  'aspect.flowUnit': {
    zh: '例、起、笔之类的量词数的是发生的事',
    en: 'cases, orders and the like happen; nothing of the kind stands',
  },
  'aspect.default': { zh: '没有明显的词，按单位的惯例判定', en: 'no word tells; the kind of unit decides' },
}

const SCOPE: Readonly<Record<string, RuleSentence>> = {
  'scope.own': { zh: '没有另说是谁的，就是报告单位自己的', en: 'nobody else is named: it is the reporting body’s own' },
  'scope.named': {
    zh: '分句开头点明了是哪个单位的',
    en: 'the body named at the head of the clause is the one that it is of',
  },
  'scope.agent': { zh: '说的是某个地方或单位办的、接待的', en: 'a place or body named there held it or received them' },
  'scope.label': { zh: '这一段开头点明了是哪个地方的', en: 'the paragraph opens with the place that it is about' },
  'scope.pronoun': {
    zh: '“园区”“该馆”一类的称呼，指前文说到的单位',
    en: 'a word like 园区 or 该馆 stands for the body named before',
  },
  'scope.carried': { zh: '接着说前面点明的单位', en: 'the text goes on about the body named before' },
  'scope.bulletin': {
    zh: '公报里接着说前一句所数的机构',
    en: 'in a bulletin the figures go on about the bodies counted before',
  },
  'scope.place': { zh: '说的是其中的一个地方', en: 'it is of one of several places' },
  'scope.topic': {
    zh: '同一句前面说的就是这件作品、这项活动或这个单位',
    en: 'an earlier clause of the sentence names the work, the activity or the body',
  },
  'scope.levels': { zh: '说明了是哪几级的', en: 'the levels of government that share it are named' },
  'scope.media': { zh: '说明了是哪一级媒体', en: 'the level of the media is named' },
  'scope.occasion': { zh: '说明了是在哪一届赛会上', en: 'the event at which it was won is named' },
  'scope.bearer': { zh: '数字前只有单位名称，是其中一家的', en: 'only the body that holds this part stands before it' },
  'scope.each': { zh: '说了每一个是哪一类', en: 'the words say of what kind each of them is' },
  'scope.counted': {
    zh: '前面数过的这类场所、团体，接着说它们的面积、藏书、人员等',
    en: 'the places or groups counted before it have the area, books or staff that follow',
  },
  'scope.channel': { zh: '说明了是哪个公众号、网站等平台的', en: 'the account or site by which it was told is named' },
  'scope.event': { zh: '说的是这项展览、比赛或节庆', en: 'it is of the exhibition, contest or feast named there' },
  'scope.measured': {
    zh: '钱或面积后面说明了是哪个项目的',
    en: 'the house or project that the money or area is of stands behind it',
  },
  'scope.ruled': {
    zh: '标题说明了这些规定是对哪一类单位的',
    en: 'the title says for what kind of houses these rules are',
  },
  'scope.district': { zh: '说的是其中的一个片区', en: 'it is of one district of the place' },
  'scope.largerWhole': {
    zh: '说的是比报告单位更大的地方，用来对比',
    en: 'it is of a larger place than that of the report, told to compare',
  },
  'scope.columnHead': { zh: '列首说明了是谁的', en: 'the head of the table column says whose it is' },
  'scope.rowHead': { zh: '行首说明了是谁的', en: 'the head of the table row says whose it is' },
}

/** In place of `indicator.other`, for a growth or change that follows its level. */
export const CHANGE_WITHOUT_NOUN: RuleSentence = {
  zh: '这个增减没有自己的名词，说的是前一个数的增减',
  en: 'the change has no noun of its own: it is the change of the figure before',
}

/** A sentence for each rule that can stand in a fact, by id. */
export const RULE_SENTENCES: Readonly<Record<string, RuleSentence>> = {
  ...QUANTITY,
  ...SUBJECT,
  ...CHANGE,
  ...INDICATOR,
  ...DEED_SENTENCES,
  ...ASPECT,
  ...BASIS,
  ...STATUS,
  ...YEAR,
  ...SCOPE,
}
