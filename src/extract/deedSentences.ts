import type { RuleSentence } from './ruleSentences.ts'

/** Sentences for the rules of `indicatorsOfDeeds.ts`, by id. */
export const DEED_SENTENCES: Readonly<Record<string, RuleSentence>> = {
  'indicator.voted': {
    zh: '是评选、表彰出来的人或家庭',
    en: 'people or families who were voted or commended',
  },
  'indicator.serial': {
    zh: '编印、出版的刊物期数或书的册数',
    en: 'numbers of a periodical, or volumes of a book, that were published',
  },
  'indicator.checkedToo': {
    zh: '“检查”后面并列的场所都是检查过的',
    en: 'the premises listed behind 检查 were all checked',
  },
  'indicator.givenTo': {
    zh: '为这些人做了报告、上了课或演出，他们是听众、学员或观众',
    en: 'something was given for these people: they listened, learned or watched',
  },
  'indicator.cameTo': { zh: '来到馆里、景区的人次', en: 'people who came to a library, a museum or a sight' },
  'indicator.nationalTitle': {
    zh: '引号里是全国或省里授予的称号',
    en: 'the words in quotation marks are a title of the country or a province',
  },
  'indicator.titlesWon': { zh: '“获评”“荣获”后面一列数的是称号', en: 'a list under 获评 or 荣获 counts titles' },
  'indicator.dealtWith': { zh: '是受到处理的经营单位', en: 'premises against which something was done' },
  'indicator.checked': { zh: '家次说的是市场检查', en: '家次 counts inspections of premises' },
  'indicator.contestNamed': { zh: '名称以“赛”结尾，是一项赛事', en: 'a name that ends in 赛 is that of a contest' },
  'indicator.perHead': {
    zh: '紧跟在文化投入后面的人均数，是人均文化经费',
    en: '人均 behind money that was put into culture is that money per head',
  },
  'indicator.ofPlaces': {
    zh: '百分之几的村或社区有了某样东西，是覆盖率',
    en: 'a part of the villages or quarters that has something is a coverage',
  },
  'indicator.wonOf': { zh: '前面所说作品中获奖、入展的', en: 'those of the works told before that won something' },
  'indicator.ofLevel': {
    zh: '是前面那个数拿来对照的水平，指标与它相同',
    en: 'it is the level that the figure before is held against',
  },
  'indicator.peopleBehind': {
    zh: '紧跟在队伍或地方后面的人数，是这些队伍、这些地方的人',
    en: 'people right behind teams or places are those of them',
  },
  'indicator.listedProject': {
    zh: '同一句里说的是非遗项目，这里的“项目”也是',
    en: 'the sentence tells of heritage items: these 项目 are such too',
  },
  'indicator.peopleOfEvent': {
    zh: '人数紧跟在活动场次后面，是参加这些活动的人',
    en: 'a bare number of people right behind events is of those who were there',
  },
  'indicator.shownTo': {
    zh: '前面点了一个展览的名称，这里的观众是来看这个展览的',
    en: 'visitors told behind one exhibition by its name came to see it',
  },
  'indicator.enjoyed': {
    zh: '后面说这些居民享受、观看了本句所说的活动',
    en: 'the inhabitants are said to have enjoyed what the sentence tells of',
  },
  'indicator.attendedEvent': {
    zh: '人数后面有“参加”“观看”，是参加这一分句里活动的人',
    en: '参加 or 观看 behind the people: they were at the event that the clause names',
  },
  'indicator.unnamedEvent': {
    zh: '举办的是目录里没有列名的活动，归入群众文化活动',
    en: 'events of a kind that the catalogue does not name are counted as activities',
  },
  'indicator.broughtInto': {
    zh: '“进军营”“进校园”只说送到哪里，送的是前文所说的演出、电影或展览',
    en: 'words such as 进军营 say only where something was brought: what was brought is told before',
  },
  'indicator.home.served': {
    zh: '在博物馆、纪念馆的报告里，没有说是活动时，服务人数就是参观人数',
    en: 'in the report of a museum or memorial hall those served are its visitors, where no activity is told of',
  },
  'indicator.cameToSee': {
    zh: '人数后面说来博物馆、纪念馆参观，是参观博物馆的人',
    en: 'behind the people it says that they came to see a museum or memorial hall',
  },
  'indicator.home.hall': {
    zh: '发文单位是文化馆，进馆和笼统的“服务群众”是文化馆接待的人次',
    en: 'the report is a cultural centre’s: who comes in, and whom it serves, are its visitors',
  },
  'indicator.home.guests': {
    zh: '发文单位是博物馆、纪念馆，来的游客就是参观者',
    en: 'the report is a museum’s: its guests are its visitors',
  },
  'indicator.home.collection': {
    zh: '发文单位是博物馆，馆藏的件数是文物藏品',
    en: 'the report is a museum’s: what it keeps, counted in pieces, is its collection',
  },
  'indicator.covered': {
    zh: '百分数后面说“覆盖”，是覆盖率',
    en: '覆盖 stands behind the percentage: how much is covered',
  },
  'indicator.guestsOfMeeting': {
    zh: '各方面的人“等”一共多少人参加会议，不归入其中哪一类',
    en: 'people of many kinds came to a meeting: they are none of these kinds',
  },
  'indicator.incomeOfVisits': {
    zh: '紧跟在游客、演出后面的“收入”，是旅游收入、演出收入',
    en: 'a bare income right behind visitors or shows is what they brought in',
  },
  'indicator.partners': {
    zh: '“与”多少家签订、合作，数的是合作方，不是本地的设施',
    en: 'houses with which something was agreed are partners, and none of the place’s own',
  },
  'indicator.headcount': {
    zh: '这里只说“人数”，是前一分句所说那群人的数目',
    en: 'a bare number of people is the size of the group that the clauses before tell of',
  },
  'indicator.staffOfHouse': {
    zh: '前文说编制、人员，这里只有单位名称，是该单位的人员',
    en: 'words of posts stand before, and nothing but a house: its staff',
  },
  'indicator.lengthOfText': {
    zh: '字数说的是篇幅，不是作品件数',
    en: 'characters tell how long a text is and count no works',
  },
  'indicator.namedBefore': {
    zh: '数字前只有级别或动词，所数的东西在前一分句里',
    en: 'only a grade or a verb stands before the number: the clause before names the thing',
  },
  'indicator.thresholdPassed': {
    zh: '“门槛”“大关”是前面那个数跨过的',
    en: 'a threshold or round number that the figure before has passed',
  },
  'indicator.takenUp': {
    zh: '“就占”“占去”说的是前面那个数里的一部分',
    en: 'what something takes up is a part of what is counted before',
  },
  'indicator.volumesPerHead': {
    zh: '“人均”多少册，是前面所说藏量按人口平均',
    en: 'volumes a head: the stock told before, for each inhabitant',
  },
  'indicator.someOfThem': {
    zh: '只说了时间和做什么，是前面那群人里的一部分',
    en: 'only when and what they did is told: they are some of the people before',
  },
  'indicator.moreFollowers': {
    zh: '接着说另一个账号，数的还是粉丝',
    en: 'another account is told of: its followers are counted as well',
  },
  'indicator.seenOnline': {
    zh: '观看、点击的人次是线上参与',
    en: 'those who watched and clicked were there online',
  },
  'indicator.eachOfThem': {
    zh: '“每村每月”多少场，说的还是前面那种活动',
    en: 'so many for each place and time: of the events told before',
  },
  'indicator.yearsPlan': {
    zh: '总投资后面的“年度计划”，说的还是投资',
    en: 'the plan of the year behind a total investment: a part of it',
  },
  'indicator.piecesGathered': {
    zh: '征集、收到的几类东西“等”一共多少件，是新入藏的',
    en: 'pieces of several kinds that were gathered came into the collection',
  },
  'indicator.gradedScenic': {
    zh: '评上A级的是景区',
    en: 'what won a grade of A is a sight',
  },
  'indicator.fundListed': {
    zh: '接着前一笔经费往下列，还是同一类经费',
    en: 'the list of funds goes on',
  },
  'indicator.fundGranted': {
    zh: '“下达”“拨付”的是前文所说的专项资金',
    en: 'money handed down is of the fund named before',
  },
}
