import type { RuleSentence } from '../ruleSentences.ts'

const before = (words: RegExp): NonNullable<RuleSentence['seen']> => ({ side: 'before', words })
/** Sentences of what a figure holds for. */
export const BASIS: Readonly<Record<string, RuleSentence>> = {
  'basis.eachOfKind': {
    zh: '标准里说的是一类地方，是每个的',
    en: 'a standard for a kind of places holds for each of them',
  },
  'basis.eachOfNorm': {
    zh: '接着前面“每个……”的规定，仍是每个的',
    en: 'it goes on with what is required of each',
  },
  'basis.total': { zh: '没有“每”“各”“平均”一类的词，是总数', en: 'no 每, 各 or 平均 stands before it: it is a total' },
  'basis.each': {
    zh: '“每”“各”使它成为每一个的数，而不是合计',
    en: '每 or 各 makes it the figure of each one, not a sum',
    seen: before(/每[^，。；、\d]{0,6}|各[^，。；、\d]{0,6}|单[个场馆]/),
  },
  'basis.average': {
    zh: '有表示平均的词',
    en: 'a word says that it is an average',
    seen: before(/人均|户均|场均|日均|月均|年均|平均|均|每[万千百][^，。；、\d]{0,4}/),
  },
  'basis.threshold': {
    zh: '它说明另一样东西的规格（如过亿元的企业），不是合计',
    en: 'it is the size of each of several things (firms of over 100 million), not a sum',
  },
  'basis.header': {
    zh: '表头说明是每个的数或平均数',
    en: 'the heads of the table say that it is of each or an average',
  },
}

/** Sentences of whether a figure was reached, is planned or is a norm. */
export const STATUS: Readonly<Record<string, RuleSentence>> = {
  'status.standardLabel': { zh: '段首写明是标准', en: 'the label of the paragraph says that it is a standard' },
  'status.definition': { zh: '说的是统计范围，是标准', en: 'it says what the statistics cover: a standard' },
  'status.taskOfEach': { zh: '“每……N任务”是对每一个的规定任务', en: 'so much is the task of each: a norm' },
  'status.points': { zh: '说的是怎样得分、扣分', en: 'it tells what points are given or taken for' },
  'status.eachAtLeast': { zh: '“每……不少于”是常年的要求', en: 'a lower bound for each of many is a norm' },
  'status.thisYear': {
    zh: '在年初作的政府工作报告里，今年的数字是计划',
    en: 'in a report given in spring, figures of this year are planned',
  },
  'status.planFrame': {
    zh: '所在段落说的是计划（草案）的规定，或者说的是还没有到的年份',
    en: 'the paragraph tells what a plan or draft sets, or the year is yet to come',
  },
  'status.ofTarget': { zh: '后面说它是目标、指标、设想，是计划数', en: 'it is what a target behind it says' },
  'status.comingYear': {
    zh: '写明的年份在报告年度之后，又没有说已经做到',
    en: 'the year that it names comes after that of the report, and nothing says that it was reached',
  },
  'status.ofWhole': {
    zh: '“其中”之后与前一句的总数相同',
    en: 'behind 其中 it is as the whole of the sentence before',
  },
  'status.ofLevel': {
    zh: '变化数随它前面的总量，同为实际或计划',
    en: 'a change shares the status of the level before it',
  },
  'status.default': {
    zh: '没有表示计划或规定的词，是已经做到的',
    en: 'no word of plan or rule stands before it: it was reached',
  },
  'status.problemSection': { zh: '在讲问题的部分，说的是现状', en: 'it stands among the problems and tells what is' },
  'status.planWord': { zh: '前面有表示打算的词，是计划数', en: 'a word of planning stands before it: it is planned' },
  'status.nominalPlan': {
    zh: '它是所说的计划、任务或目标本身的数',
    en: 'it is the figure of the plan, task or target itself',
    seen: before(/计划|任务|目标|指标/),
  },
  'status.pastInPlan': {
    zh: '虽在计划部分，说的却是已经完成的事',
    en: 'though among plans, it tells what was done',
    seen: before(/去年|上年|过去|已[有经建完成达]?|目前|截至|现有|(?:19|20)\d{2}年/),
  },
  'status.movedFrom': {
    zh: '“由…提高到…”的起点是已有的水平',
    en: 'the start of a planned 由…到… is the level that stands',
    seen: before(/由|从/),
  },
  'status.column': {
    zh: '列首说明是计划、规定还是完成',
    en: 'the head of the column says whether it is planned, required or done',
  },
  'status.ruleWord': {
    zh: '前后有表示规定的词，是应达到的标准',
    en: 'a word of obligation stands by it: it is a standard',
  },
  'status.rulesText': { zh: '文字是办法、标准一类，数字都是规定', en: 'the text sets rules, and so do its figures' },
  'status.actualWord': {
    zh: '虽是办法、标准一类的文字，这里说的是实际情况',
    en: 'though the text sets rules, here it tells what is',
    seen: before(/已|现有|目前|实际|共同获得/),
  },
  'status.periodicNorm': {
    zh: '每隔一段时间做几次，是长期的规定',
    en: 'so many times in each period is a standing rule',
    seen: before(/每[季月周年半两学][^，。；]{0,4}/),
  },
  'section.targetsLabel': {
    zh: '在“项目内容”“目标任务”一类标签之下，旁边另有进展与成效：是要做的',
    en: 'under a label of tasks beside one of outcomes: what was to be done',
  },
  'section.targets': { zh: '写的是绩效目标，是计划数', en: 'targets that a grant was given for: planned' },
  'section.base': { zh: '按全文的性质判定', en: 'the kind of the whole text decides' },
  'section.laterYear': {
    zh: '所在部分的标题写着报告年度之后的年份，是计划',
    en: 'the heading above names a year after the report’s own: a plan',
  },
  'section.goesOn': {
    zh: '政府工作报告里，讲过今年的部署之后各部分都讲计划',
    en: 'in a report of a government, the parts behind the plans for this year are plans as well',
  },
  'section.transition': {
    zh: '从前面某句起，文字转为说下一步的打算',
    en: 'from an earlier sentence on, the text turns to what comes next',
  },
}

/** Sentences of the year that a figure is for. */
export const YEAR: Readonly<Record<string, RuleSentence>> = {
  'year.ofLevel': { zh: '变化数随它前面的总量，年份相同', en: 'a change shares the year of the level before it' },
  'year.yearlyAverage': { zh: '年均增长跨越多年，不归某一年', en: 'a yearly average spans years' },
  'year.planPeriod': { zh: '写的是五年规划期的目标，不归某一年', en: 'it is a target of a five-year period' },
  'year.frame': { zh: '前文在讲若干年的总成绩，不归某一年', en: 'the text tells of several years together' },
  'year.report': { zh: '没有写明年份，按报告本年计', en: 'no year is named: the report’s own year' },
  'year.stated': {
    zh: '前面写明了年份',
    en: 'a year is named before it',
    seen: before(/(?:19|20)\d{2}年?|[一二][〇零○九八七][〇零○一二三四五六七八九]{2}年/),
  },
  'year.this': {
    zh: '前面有指本年的词',
    en: 'a word names the report’s own year',
    seen: before(/今年|本年度?|全年|年内|目前|当前|现有|年末|年底前|年初以来/),
  },
  'year.last': {
    zh: '前面有指上一年的词',
    en: 'a word names the year before',
    seen: before(/去年|上年[度末]?|上一年度?/),
  },
  'year.beforeLast': { zh: '前面有“前年”', en: 'a word names the year before last', seen: before(/前年/) },
  'year.next': { zh: '前面有指下一年的词', en: 'a word names the next year', seen: before(/明年|来年|下一?年度?/) },
  'year.withinOne': {
    zh: '前面说在一年之内，按下一年计',
    en: 'it is to be done within a year: the next one',
    seen: before(/一年内|1年内|一年之内/),
  },
  'year.laterThisYear': { zh: '所在部分说的是本年余下的时间', en: 'the part tells of the rest of this year' },
  'year.span': {
    zh: '说的是几年合计，没有单一年份',
    en: 'it sums several years: no single one',
    seen: before(/[一二三四五六七八九十两几\d]{1,2}年[来间内]?|十[一二三四五]五|近年来|历年来?|以来|期间/),
  },
  'year.header': { zh: '年份取自表头', en: 'the year stands in the heads of the table' },
  'year.columnLast': { zh: '列首写着上年', en: 'the head of the column says: last year' },
  'year.columnThis': { zh: '列首写着本年', en: 'the head of the column says: this year' },
  'year.asOf': {
    zh: '“截至”某日的数，年份被遮去，按报告本年计',
    en: 'it is as of a day whose year is masked: the report’s own year',
    seen: before(/截[至止][^，。；]{0,12}/),
  },
  'year.masked': {
    zh: '写了年份但被遮去几位，年份不明',
    en: 'a year is named, but digits of it are masked',
    seen: before(/[12][\d_xX×*]{1,3}年?/),
  },
  'year.maskedPlan': {
    zh: '计划所说的年份被遮去几位，按下一年计',
    en: 'the year of the plan is masked: the next year',
    seen: before(/[12][\d_xX×*]{1,3}年?/),
  },
  'year.compared': {
    zh: '写明了是哪一年的数，拿来与后来的数相比',
    en: 'the words name the year of the level that a later one is held against',
    seen: before(/[比较同][^，。；]{0,12}年/),
  },
  'year.movedWithin': {
    zh: '“由年初的…”：变化在本年之内，起点也是本年',
    en: '由年初: the movement begins in the year itself',
    seen: before(/年[初中]/),
  },
  'year.movedFrom': {
    zh: '“由…到…”的起点，是上一年的数',
    en: 'the start of 由…到… is the figure of the year before',
    seen: before(/由|从/),
  },
  'year.movedFromNamed': {
    zh: '前一个“由…到…”写明的起始年份，也是这一个的起始年份',
    en: 'it begins in the year that the 由…到… before it names',
    seen: before(/由|从/),
  },
  'year.none': { zh: '规定不属于某一年', en: 'a rule belongs to no year' },
  'year.planDocument': { zh: '本文就是该年的计划', en: 'the text is the plan of its year' },
  'year.planFrame': {
    zh: '段落前面说了计划到哪一年',
    en: 'the paragraph said before what year it plans for',
  },
  'year.ofWhole': {
    zh: '“其中”之后与前一句的总数是同一年',
    en: 'behind 其中 it is of the year of the whole before',
  },
  'year.planOfSummary': {
    zh: '总结里的计划，没有写年份，按下一年计',
    en: 'a plan within a summary that names no year: the next year',
  },
  'year.planBesideOutcome': {
    zh: '与完成数并列的计划数，属于报告本年',
    en: 'a plan beside its outcome is of the report’s own year',
  },
}
