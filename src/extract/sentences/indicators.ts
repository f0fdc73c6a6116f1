import type { RuleSentence } from '../ruleSentences.ts'

const before = (words: RegExp): NonNullable<RuleSentence['seen']> => ({ side: 'before', words })

/** Sentences for the rules that choose an indicator. */
export const INDICATOR: Readonly<Record<string, RuleSentence>> = {
  'indicator.lookedOn': {
    zh: '围观、观灯的人，是本句所说活动的观众',
    en: 'those who looked on were at what the sentence tells of',
  },
  'indicator.goesOn': {
    zh: '数字前只有动词，说的还是前面那种事物',
    en: 'only a verb stands before the number: it tells more of the thing before',
  },
  'indicator.putToUse': { zh: '预算、资金中已经执行或支付的数', en: 'what was executed or paid of a budget or fund' },
  'indicator.classNamed': { zh: '名称以“班”结尾，是一个培训班', en: 'a name that ends in 班 is that of a class' },
  'indicator.renewed': {
    zh: '前后有“改造”“提升”“改扩建”，数的是改造过的设施',
    en: 'the places were rebuilt or improved: they are counted as such',
  },
  'indicator.boughtBooks': {
    zh: '前面有“新购”“补充”“更新”等词，是新增的图书',
    en: 'words such as 新购 or 补充 stand before the books: they came in',
  },
  'indicator.casesByKind': {
    zh: '本句按类型说的是案件，以“件”计的都是案件',
    en: 'the sentence tells of cases by their kind, so that each number is of cases',
  },
  'indicator.heldThere': {
    zh: '数字前只说在哪里或由谁办的，办的是前文所说的事',
    en: 'only where it was, or by whom, stands before the number: what it was is told before',
  },
  'indicator.deedDone': { zh: '动词说明做的是什么', en: 'the verb tells what was done or made' },
  'indicator.amongWhich': {
    zh: '前面那些村镇中有这么多建有这种设施，数的是设施',
    en: 'of the places told before so many have the thing: the thing is counted',
  },
  'indicator.tookPart': {
    zh: '句中说的是比赛，这些队伍、人员是参赛的',
    en: 'the sentence tells of a contest: these teams or people were in it',
  },
  'indicator.eachLess': {
    zh: '“每少”“每增加”之后的数与前面的标准是同一件事',
    en: 'each unit more or less of what the norm before counts',
  },
  'indicator.spentOn': {
    zh: '括号里的金额说明钱花在了哪里',
    en: 'the sum in brackets tells what money was spent on',
  },
  'indicator.ofThem': {
    zh: '“……的”说的是前面那些事物中的一部分',
    en: 'words that end in 的 tell which of the things before are counted',
  },
  'indicator.mixedEvents': {
    zh: '一个数合计了几种活动，按群众文化活动计',
    en: 'one number counts events of several kinds: cultural activities',
  },
  'indicator.underLabel': { zh: '冒号前的标签说明数的是什么', en: 'the label before the colon names what is counted' },
  'indicator.classes': { zh: '按“个班”计的是培训班', en: 'what is counted in classes is taught' },
  'indicator.lessons': {
    zh: '按“班次”“节课”计而没有写明是什么的，是培训',
    en: 'what is counted in lessons and has no noun of its own is taught',
  },
  'indicator.divisions': {
    zh: '只有“村”“社区”等单位，数的是辖区单元',
    en: 'villages or quarters without a noun: what a region is divided into',
  },
  'indicator.builtWith': {
    zh: '用来建设或添置文化设施的钱，是文化投入',
    en: 'money by which cultural places are built or furnished is put into culture',
  },
  'indicator.roomArea': {
    zh: '面积后面的名词是房间或场所，按设施面积计',
    en: 'an area whose noun is a room or place is that of a facility',
  },
  'indicator.reachedBy': {
    zh: '达到标准的机构占多少，是达标率',
    en: 'the part of the institutions that meets a standard tells how far it is met',
  },
  'indicator.leadingBody': {
    zh: '所数的是单位后面先说到的设施，再后面是对它做的事',
    en: 'the bodies that stand first behind the unit are counted; what follows was done with them',
  },
  'indicator.learners': { zh: '参加学习、参加培训的人算培训人次', en: 'people who took part in lessons were trained' },
  'indicator.earlierClause': {
    zh: '只有“总产量”“达到”一类的词，说的是前一分句里的事',
    en: 'a bare measure is of the thing told in the clause before',
  },
  'indicator.other': {
    zh: '目录中没有与之相符的指标，归入 other',
    en: 'no indicator of the catalogue fits: it is filed under other',
  },
  'indicator.attendance': {
    zh: '只说了人，没有说参加什么：按活动参与人次计',
    en: 'people are counted without saying at what: attendance of activities',
  },
  'indicator.participants': {
    zh: '被活动吸引或惠及的人按活动参与人次计',
    en: 'people who were brought to an activity took part in it',
    seen: before(/参与|参加|惠及|受益|吸引/),
  },
  'indicator.awarded': {
    zh: '后面说获奖或获得称号，数的是奖项或获奖的人',
    en: 'what follows tells of awards: it counts those or who won them',
  },
  'indicator.sameMeasure': {
    zh: '与同句另一个面积或时长说的是同一样东西',
    en: 'an area or a time beside another of the sentence is of the same thing',
  },
  'indicator.share': {
    zh: '“占”“比重”后面的百分数是占比',
    en: 'a percentage behind 占 or 比重 is a share',
    seen: before(/占比?|比重|比例/),
  },
  'indicator.fraction': { zh: '几分之几、半数一类的说法是占比', en: 'a fraction of a whole is a share' },
  'indicator.completion': {
    zh: '“计划的”百分之几是完成率',
    en: 'a percentage of a plan is its completion',
    seen: before(/计划|任务|目标|完成/),
  },
  'indicator.levelOfList': {
    zh: '“分别”后的几个数依次对应前面并列的几个名词',
    en: 'under 分别 each of several levels is of the noun at its place in the list before',
  },
  'indicator.respective': {
    zh: '“分别”把它与前面同一位置的项目对应起来',
    en: '分别 ties it to the item at the same place of the list before',
    seen: before(/分别|依次/),
  },
  'indicator.carriedOver': {
    zh: '没有自己的名词，指标沿用前一个数的',
    en: 'without a noun of its own it is of the indicator of the figure before',
  },
  'indicator.carriedNoun': { zh: '所数的仍是前面提到的那样东西', en: 'what is counted is still the noun named before' },
  'indicator.online': { zh: '线上的人次另算线上参与', en: 'who took part online is counted apart' },
  'indicator.shortName': {
    zh: '只写了名称的最后一字，与前面同类设施算在一起',
    en: 'only the last word of the name is told: it is of the same kind as the figure before',
  },
  'indicator.disclosed': {
    zh: '信息公开年报中按类别数的信息，不算文化指标',
    en: 'a report on the opening of information counts its pieces: no indicator of culture',
  },
  'indicator.accounts': {
    zh: '在收支、决算一类标题之下，记为单位的收入、支出',
    en: 'under a heading of accounts: what the body took in or spent',
  },
  'indicator.budgetColumn': { zh: '列首是预算数，记为投入', en: 'the column is of what was budgeted' },
  'indicator.spentColumn': {
    zh: '列首是执行数、支出数，记为支出',
    en: 'the column is of what was spent',
  },
  'indicator.columnHead': { zh: '列首说明了数的是什么', en: 'the head of the column names what is counted' },
  'indicator.rowHead': { zh: '行首说明了数的是什么', en: 'the head of the table row names what is counted' },
  'indicator.noun': { zh: '所数的名词直接说明了指标', en: 'the counted noun itself names the indicator' },
  'indicator.item': { zh: '同一并列项里的词说明了指标', en: 'a word of the same item of the list names the indicator' },
  'indicator.clause': { zh: '同一分句里的词说明了指标', en: 'a word of the clause names the indicator' },
  'indicator.topic': { zh: '前文的主题说明了指标', en: 'the topic of the words before names the indicator' },
  'indicator.sameThing': {
    zh: '数字前没有别的词，接着说前一个数的事',
    en: 'nothing stands before the number: it goes on with the thing before',
  },
  'indicator.points': { zh: '考核的分数', en: 'points of an assessment' },
  'indicator.partOfWhole': {
    zh: '总数的一部分，指标与总数相同',
    en: 'a part of a whole is of the indicator of the whole',
  },
  'indicator.placesServed': {
    zh: '是为其做事或在其中做事的地方，按地方计数，不是辖区单元',
    en: 'places for which or in which something is done, not divisions of a region',
  },
  'indicator.moneyPerHead': { zh: '按人头算的文化经费', en: 'money of culture told per head' },
  'indicator.lentVolumes': { zh: '以“册次”计的是书刊借还', en: 'what is counted in 册次 is lent and returned' },
  'indicator.visitsOfTopic': {
    zh: '只有名称和人次，是前文所说事物的人次',
    en: 'visits without a noun of their own are those of the topic before',
  },
  'indicator.home.museum': {
    zh: '在博物馆的报告里，进馆的人次是参观博物馆',
    en: 'in the report of a museum it is the museum that is visited',
  },
  'indicator.home.library': {
    zh: '在图书馆的报告里，只说“活动”是读者活动',
    en: 'in the report of a library plain activities are those for readers',
  },
  'indicator.home.culturalCenter': {
    zh: '在文化馆的报告里，分馆是文化馆分馆',
    en: 'in the report of a cultural centre its branches are cultural centres',
  },
  'indicator.home.street': {
    zh: '在街道、乡镇和文化馆的报告里，文艺团队是业余团队',
    en: 'in the report of a street, a township or a cultural centre the teams are amateurs',
  },
}
