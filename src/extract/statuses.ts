import type { Status } from '../model/fact.ts'
import type { ReportKind } from '../model/report.ts'
import { allMatches } from '../text/matches.ts'
import { readYear } from '../text/read-year.ts'
import { whenCompared } from './comparedLevels.ts'
import type { Figure } from './figures.ts'
import { isFramedAsPlan } from './planFrames.ts'
import { PLAN_WORD } from './planWords.ts'
import { readMovement } from './yearMovements.ts'

export interface StatusReading {
  readonly status: Status
  readonly rule: string
}

/** 年初确定的340万人次, 年度计划11亿元, 计划创建2个: what was planned, told beside what came of it. */
const NOMINAL_PLAN =
  /(?:(?:目标|任务|指标|承诺)[：:]?“[\u3400-\u9fff]{2,16}|年初(?:确定|下达|制定|提出|定下|安排)的[\u3400-\u9fff]{0,16}“?|(?<!(?:超|完成|占)[^，。；]{0,6})(?:年度|全年)(?:计划|任务|目标)(?:数)?|预算经费(?:为|共|计)?|年度[\u3400-\u9fff]{0,6}任务(?:为|是)|(?<!完成)(?:下达|分解|核定|安排|承担|交办)(?:给?我?)[^，；。\d]{0,16}(?:任务|指标)(?:数|量)?(?:为|是|共|计)*|(?<!占)(?:目标|指标|任务|计划)(?:数|量)(?:为|是)?|(?<!质量|评价|监测)指标(?:为|是)|(?:场次|放映|演出)任务(?:为|是)?|(?:原计划|计划|拟)(?:创建|新建|举办|放映|演出|完成|接待|引进|打造|培育|实施|建设|申报|新增|开展)|全年该[\u3400-\u9fff]{1,2}|年(?:的)?(?:年度)?计划(?:数)?(?:为|是))$/
const FUTURE_YEAR =
  /(?:^|[，。；：、 ]|(?:计划|力争|确保|预计|争取|目标|努力|规划))到[ ]?((?:19|20)[\d_xX×*]{1,2})年(?:底|末|底前)?/g
const NEW_ACTUAL =
  /(?:已(?!经?定于)|目前|现有|现已|截至|截止|累计|今年以来|(?:本年|当年|年度)(?:实际)?完成|(?<![比较同由从])(?:去年|上年)(?![^，。；]{0,8}基础上)|[\u3400-\u9fff]了(?:近|约|超过?|共|逾)*$|(?<=[，；][^，；]*)共(?:有|计|完成|举办|开展|组织)|(?<!年)实际(?!总投资|投资|平均|年?均|工资|收入|购买力|增长|增速|增幅|利用外资|使用外资|到位))/
const RULE_WORD =
  /(?:(?<![占适相响供对反回效感照呼理成百])应(?![急用对邀聘届运付收交征]|[当该]是)|必须|(?<!必|无)须(?!知)|不得|倡导(?=[^，。；]*每)|(?<!按|按照|计划|草案|规划|所)规定(?:的|不|为|是)?(?=[^，。；\d]{0,8}$)|按(?:照)?(?:国家|全国|省级?|市级?|统一|规定|要求|建设)?标准(?:统一|足额)?配[备置送齐]|标准(?:为|是|不)|(?<![按照合到据达])(?:标准|细则)(?:要求|规定)(?=[\u3400-\u9fff]{2,14}$)|满分|基础分|可?(?:获|得|得分)(?=\d+分)|扣(?=\d)|(?<!增)加(?=\d)|保证(?=每)|限购|凡[^，。；]{2,14}满|每[册件天日本][^，。；]{0,4}(?:收取|扣|奖励)|做到每|原则上|要求每|上限(?:为|是|由|从|上调|提高|调)|(?:每[^，。；]{1,14}|[类级等者]|的)可(?:以)?(?:得到?|获得?|享受|领取|申领)(?:补贴|补助|奖励)?$|可(?:以)?(?:得到?|获得?|享受|领取|申领)(?:补贴|补助|奖励)$)/
const PERIODIC_NORM =
  /每(?:季度|月|半年|周|两月|两个月|学期|年)[^，。；]{0,10}?(?:召开|组织|开展|进行|举行|开会|报送|调度|通报|研究|督查|检查)(?:一|\d)?[^，。；]{0,4}$/
/** The times ahead that open a sentence. */
const COMING =
  /^\s*(?:“?十[一二三四五六]五”?(?:规划)?(?:期)?末|(?:今年)?下半年|下一?步|明年|来年|今后|接下来|下一阶段)[，：]$/
/** 按照“每月一次集中学习、每季度一次讲座”的安排: a norm that is quoted without a verb of its own. */
const PERIODIC_IN_RULE = /(?:按照?|执行|落实|实行|建立)[^。；]{0,60}每(?:季度|月|半年|周|两月|年|天)[^，。；、\d]{0,8}$/
/** Words by which a plan turns to what was done, and back. */
const TURN = /过去(?:的)?一年|今年|明年|下一步/g
const ANY_YEAR = /((?:19|20)\d{2}|[一二][〇零○九八七][〇零○一二三四五六七八九]{2})年/g
const STATED_YEAR = /((?:19|20)\d{2})年/g
const COLUMN_RULE = /标准|规定|指标值|要求|分值|基本标准|考核标准/
/** 年度指标值, 预期指标值: what a project was to reach, beside what it did. */
const COLUMN_TARGET = /(?:年度|全年|年初|预期|目标|计划|预算)[^ ]{0,4} ?(?:指标)?(?:值|数)/
const COLUMN_PLAN = /目标|计划|预计|预期|任务数|预算数/
const COLUMN_ACTUAL = /完成|实际|实绩|现状|结果|自评|得分|执行数|执行率/

/** 年初确定的36项任务: the tasks that there are, not how much of them was planned. */
const SET_TASKS = /^[个项件][\u3400-\u9fff]{0,8}(?:项目|任务|工作|工程|实事|事项|指标|目标)/
/** 完成全年任务120场的56.7%: what the share is of. */
const TASK_BEFORE =
  /(?:完成|占|达到?|为|实现)(?:了)?(?:全年|年度|年初|计划|目标|任务|序时|(?:调整)?预算(?!收入|支出|内))[^，。；、\d]{0,8}$/
const SHARE_BEHIND = /^(?:的?(?:计划|任务|目标)数?)?的(?:[\d.]+%|百分之)/
const TRADITIONAL = '預計將劃爭達應須規擬確標準領濟'
const SIMPLIFIED = '预计将划争达应须规拟确标准领济'
/** The words with the characters that plans are announced in as they are written today; texts of the fifties have 預計 and 將. */
const simplified = (words: string): string =>
  /[預計將劃爭擬]/.test(words)
    ? words.replace(/[預計將劃爭達應須規擬確標準領濟]/g, (char) => SIMPLIFIED.charAt(TRADITIONAL.indexOf(char)))
    : words

/** 3.标准：…: the label that stands last in the paragraph says whether it tells of standards or of results. */
const LABEL =
  /(?:^|[。；\s\d.、）])(?:[（(]?[一二三四五六七八九十\d]*[）).、]?[ ]*)(?:([创建设考核评估验收国家省定市]{0,4}标准(?:要求)?|指标(?:要求|标准)?|[规创]?[定建]?要求)|((?:自评|自查|完成|达标|实际|落实|建设|创建)(?:情况|结果|完成)?|现状|存在差距))(?:（[^（）]{1,14}）)?[：:]/g
/** How far back such a label holds, in characters: longer than any item that is held against a standard. */
const LABEL_REACH = 600
const labelOf = (words: string): 'standard' | 'result' | null => {
  const label = /[：:]/.test(words) ? allMatches(LABEL, words).pop() : undefined
  return label === undefined ? null : label[1] === undefined ? 'result' : 'standard'
}

/** All ends of a pattern's matches in `words`, as offsets. */
function ends(pattern: RegExp, words: string): number[] {
  return allMatches(pattern, words).map((match) => match.index + match[0].length)
}

function yearsAhead(words: string, reportYear: number | null): number[] {
  return allMatches(FUTURE_YEAR, words)
    .filter((match) => {
      const year = match[1] ?? ''
      return !/^\d{4}$/.test(year) || reportYear === null || Number(year) > reportYear
    })
    .map((match) => match.index + match[0].length)
}

/** 按照年度协商计划安排，…组织了18名委员: a plan that is followed announces none. */
const FOLLOWED = /(?:按照?|根据|依据|遵照|对照|围绕)[^，。；]{0,24}(?:计划|规划|安排|方案)$/
const isFollowed = (words: string, end: number): boolean =>
  FOLLOWED.test(words.slice(0, end)) && /^[^，。；\d]{0,6}，/.test(words.slice(end))

/** 总产值计划完成102.6%: how far a plan was fulfilled, which plans nothing. */
const isFulfilled = (words: string, end: number): boolean =>
  (/(?:完成|占|达)了?(?:全年|年度|年初|本年)?计划$/.test(words.slice(0, end)) &&
    /^[^，。；]{0,8}的/.test(words.slice(end))) ||
  (words.slice(0, end).endsWith('计划') &&
    /^完成了?(?:[\d.]+%(?!的)|百分之[一-龥]{1,8}[，；。])/.test(words.slice(end)))

/**
 * Where in the sentence before the figure a plan was announced that still holds at it, or -1. A plan goes on over
 * clauses until something is said to be done; a clause that plans no figure (预计年底竣工，…) plans nothing for the next.
 */
function announcedPlan(figure: Figure, reportYear: number | null, previous: Status | null): number {
  const { text, sentence, quantity } = figure
  // What is only forecast in a bracket announces nothing for the next figure.
  const words = simplified(text.slice(sentence.start, quantity.start)).replace(/（预计）/g, '（〇〇）')
  const told = text.slice(sentence.start, quantity.end + 1)
  const marks = [...ends(PLAN_WORD, words), ...yearsAhead(words, reportYear)]
    .filter((mark) => !isFollowed(words, mark) && !isFulfilled(told, mark))
    .sort((a, b) => a - b)
  const last = marks[marks.length - 1]
  if (last === undefined) return -1
  const since = words.slice(last)
  // 投入预计增长10.5%；…: an estimate ends with its own part of the sentence.
  if (since.includes('；') && !since.split('；', 1)[0]?.includes('：') && words.slice(0, last).endsWith('预计'))
    return -1
  if (NEW_ACTUAL.test(since)) return -1
  const markAt = sentence.start + last
  if (markAt > figure.clause.start) return markAt
  const clauseOfMark = sentence.clauses.find((clause) => clause.start < markAt && markAt <= clause.end)
  if (!clauseOfMark) return markAt
  // 将为群众拓展知识面，书屋开放了100场，有1000人次阅读: what a figure told as done turns the sentence back.
  if (previous === 'actual' && isTurned(figure, markAt)) return -1
  if (clauseOfMark === sentence.clauses[0]) return markAt
  // 下半年，将从各村选节目…，共计12场: the plan is that of the whole sentence.
  if (COMING.test(text.slice(sentence.start, clauseOfMark.start))) return markAt
  if (clauseOfMark.end - markAt <= 3 && clauseOfMark.end === figure.clause.start) return markAt
  if (!figure.previous || figure.previous.quantity.start < markAt)
    return text.slice(markAt, clauseOfMark.end).endsWith('基础上，') ? markAt : -1
  // 将由42%，提高到60%: what it started from was reached, and plans go on behind it.
  return previous === 'plan' || (figure.movement === 'to' && figure.previous.movement === 'from') ? markAt : -1
}

/** Whether the figure before stands behind the place `from` and tells of a thing done (…了…场). */
const isTurned = ({ text, previous }: Figure, from: number): boolean =>
  previous !== null &&
  previous.quantity.start > from &&
  /[\u3400-\u9fff]了(?:近|约|超过?|共|逾)*$/.test(text.slice(from, previous.quantity.start))

/** 未完成扣4分, 完成得5分, （4分）: what points are given or taken for, and no result. */
function isPointsNorm({ text, clause, quantity, section }: Figure): boolean {
  const words = text.slice(clause.start, quantity.from)
  if (/自评|实得|被扣|获得?|考核得|得分[为是：]?$|共得|总分为?$|排名|评为/.test(words) || section.role === 'problem')
    return false
  if (/(?:扣|加|计|奖|减)[ ]?$/.test(words)) return true
  if (/(?:完成|达标|落实|参加|符合|满足|具备|的|达到|建立|有|合格|每[\u3400-\u9fff]{1,4})得[ ]?$/.test(words))
    return true
  return /[（(][ ]?$/.test(words) && /^[ ]?[）)]/.test(text.slice(quantity.end, quantity.end + 2))
}

/** 翻两番的宏伟目标, 提出了钢产量1800万吨、煤产量3.8亿吨的两项指标: the figure is what the target says. */
const OF_TARGET = /^(?:以上|左右)?的[\u3400-\u9fff]{0,4}(?:目标|设想|规划)(?!完成|实现|任务完成)/
const OF_TARGETS = /^[^。；]{0,80}?的[\u3400-\u9fff\d]{0,6}(?:目标|指标)/
const REACHED = /(?:完成|实现|达到|超过|高于|低于|优于|突破)[^，。；]{0,30}$/
const FAR_TARGET = /^[^，。；]{0,8}(?:宏伟|奋斗|战略|远景|规划)/
function isOfTarget({ text, sentence, quantity, after }: Figure, clauseWords: string): boolean {
  if (OF_TARGET.test(after)) return FAR_TARGET.test(after) || !REACHED.test(clauseWords)
  return (
    // …实际回落到6.1%，低于目标, 23个指标: what came of it, and the targets that there are.
    /(?:提出|确定|制定|定下)了?(?:(?!实际|结果|已)[^。；])*$/.test(text.slice(sentence.start, quantity.from)) &&
    !/^[\u3400-\u9fff]{0,2}(?:指标|目标|任务)/.test(after) &&
    OF_TARGETS.test(text.slice(quantity.end, sentence.end))
  )
}

/** 高于1955年至1980年平均每年递增4.3%的水平: what is surpassed has been, whatever is planned. */
const SURPASSED = /(?:[高低优]于|[快慢]于|超过)(?<when>[^，。；]{4,40})$/
const isSurpassedLevel = (clauseWords: string, after: string, reportYear: number | null): boolean => {
  if (!/^的(?:水平|速度|幅度|增速)/.test(after)) return false
  const when = SURPASSED.exec(clauseWords)?.groups?.['when'] ?? ''
  return allMatches(ANY_YEAR, when).some((match) => {
    const year = readYear(match[1] ?? '')
    return year !== null && reportYear !== null && year <= reportYear
  })
}

/** 上座率不超过75%, 接待量不超过最大承载量的75%: how many may be let in. */
const CROWD_LIMIT =
  /(?:上座率|接待量|客流量?|入[场馆园]人数|聚集人数)[^，。；\d]{0,6}不得?(?:超过|高于)[^，。；\d]{0,10}$/

const PAST_RESULT =
  /((?:19|20)\d{2})年度?[^，。；]{0,14}(?:考核|检查|评估|评审|验收|试点|创建|工作|活动|评选|统计)[\u3400-\u9fff]{0,4}[中里]，/g
const isOfPastYear = (words: string, reportYear: number | null): boolean =>
  reportYear !== null && allMatches(PAST_RESULT, words).some((match) => Number(match[1]) < reportYear)

/** Whether the figure was reached, is planned, or is a standing norm. */
export function readStatus(
  figure: Figure,
  kind: ReportKind,
  reportYear: number | null,
  previous: Status | null,
): StatusReading {
  const { text, quantity, section } = figure
  const clauseWords = text.slice(figure.clause.start, quantity.from).slice(-60)
  const headers = figure.paragraph.cell?.columnHeaders.join(' ') ?? ''
  const label = labelOf(text.slice(Math.max(figure.paragraph.start, quantity.from - LABEL_REACH), quantity.from))
  // 标准：每社区1处；现状：9处, in one cell: its own labels go before what heads the column.
  if (figure.paragraph.cell && label !== null)
    return { status: label === 'standard' ? 'rule' : 'actual', rule: 'status.standardLabel' }
  if (headers) {
    if (COLUMN_ACTUAL.test(headers) && !/标准分/.test(headers)) {
      return /应配|应有|应达|规定/.test(clauseWords)
        ? { status: 'rule', rule: 'status.ruleWord' }
        : { status: 'actual', rule: 'status.column' }
    }
    if (COLUMN_TARGET.test(headers)) return { status: 'plan', rule: 'status.column' }
    if (COLUMN_RULE.test(headers)) return { status: 'rule', rule: 'status.column' }
    if (COLUMN_PLAN.test(headers)) return { status: 'plan', rule: 'status.column' }
  }
  if (kind === 'rules' || section.role === 'rules') {
    // 2011年度试点考核中，126个站有31个优秀: rules tell what an earlier year brought.
    if (
      /已|现有|目前|实际|共同获得|适用于|现辖/.test(clauseWords) ||
      isOfPastYear(text.slice(figure.sentence.start, quantity.from), reportYear)
    )
      return { status: 'actual', rule: 'status.actualWord' }
    return yearsAhead(clauseWords, reportYear).length > 0 ||
      yearsAhead(text.slice(figure.sentence.start, quantity.from), reportYear).length > 0
      ? { status: 'plan', rule: 'status.planWord' }
      : { status: 'rule', rule: 'status.rulesText' }
  }
  const standard = label === 'standard'
  if (section.role === 'plan' && standard) return { status: 'rule', rule: 'status.standardLabel' }
  // 将达到5亿吨，比1958年的3亿吨增长36%: the base of a comparison was reached, whatever is planned.
  const stood =
    figure.movement === 'from' ||
    (/分别[由从]/.test(clauseWords) && readMovement(figure) === 'from') ||
    whenCompared(clauseWords, figure.after) !== null ||
    isSurpassedLevel(clauseWords, figure.after, reportYear)
  if (section.role === 'plan') {
    if (stood) return { status: 'actual', rule: 'status.movedFrom' }
    // 今年1—5月货运量完成104%。: how far the plan has been fulfilled.
    if (
      kind !== 'plan' &&
      quantity.unit === '%' &&
      /完成了?(?:(?:全?年度?|季度|原定|国家)?(?:计划|任务)的?)?$/.test(clauseWords) &&
      /^[，；。]/.test(text.slice(quantity.end, quantity.end + 1)) &&
      !/[要将]|确保|力争|目标|争取|预计/.test(text.slice(figure.sentence.start, quantity.from))
    )
      return { status: 'actual', rule: 'status.pastInPlan' }
    const told = allMatches(
      TURN,
      text.slice(Math.max(figure.paragraph.start, quantity.from - 800), quantity.from),
    ).pop()
    if (told && /过去/.test(told[0]) && !/[要将]/.test(clauseWords))
      return { status: 'actual', rule: 'status.pastInPlan' }
    const sameTime =
      /(?:比|较)(?:去年|上年)同期/.test(clauseWords) && !/[将要拟]|力争|确保|计划|预计|目标/.test(clauseWords)
    const past = /(?:(?<![比较按同于超过由从])(?:去年|上年)|过去|已(?:有|经|建|完成|达)|目前已|截至|现有)/.test(
      clauseWords,
    )
    const pastYear = allMatches(STATED_YEAR, clauseWords).some(
      (match) =>
        reportYear !== null &&
        Number(match[1]) < reportYear + (kind === 'plan' ? 0 : 1) &&
        !/[到至]$/.test(clauseWords.slice(0, match.index)),
    )
    const done = /已(?!定)[^。；将要拟再基]*$/.test(text.slice(figure.sentence.start, quantity.from))
    if (
      sameTime ||
      past ||
      done ||
      (pastYear && /^[\u3400-\u9fff]{0,4}的水平/.test(figure.after)) ||
      (pastYear && /(?:建成|完成|达到|实现|举办|获|创建|开展|(?:只|仅)?[\u3400-\u9fff]了)/.test(clauseWords))
    )
      return { status: 'actual', rule: 'status.pastInPlan' }
    return { status: 'plan', rule: section.rule }
  }
  if (
    /^的?[\u3400-\u9fff]{0,4}(?:要求|标准|规定)(?!化|的)/.test(figure.after) &&
    !/(?:达到|符合|高于|超过)[^，]{0,6}$/.test(clauseWords)
  )
    return { status: 'rule', rule: 'status.ruleWord' }
  if (quantity.dimension === 'score' && isPointsNorm(figure)) return { status: 'rule', rule: 'status.points' }
  // 每村12场次任务, 演出任务（每村每年1场）: what each has to do.
  const clauseEach = /每(?!万|千|百)[^，。；]*$/.test(clauseWords)
  if (
    clauseEach &&
    (/^[\u3400-\u9fff]{0,6}任务/.test(figure.after) || /(?:任务|标准|要求|目标)（[^（）]*$/.test(clauseWords))
  )
    return { status: 'rule', rule: 'status.taskOfEach' }
  // 计划投产项目118个，实际投产128个: what was planned beside what came of it.
  if (
    /计划[^，。；\d]{2,16}$/.test(clauseWords) &&
    /^[^，。；\d]{0,8}，实际/.test(text.slice(quantity.end, quantity.end + 12))
  )
    return { status: 'plan', rule: 'status.nominalPlan' }
  const isTask = TASK_BEFORE.test(clauseWords) && SHARE_BEHIND.test(text.slice(quantity.end, figure.clause.end))
  const isSet = SET_TASKS.test(text.slice(quantity.numerals[0]?.end ?? quantity.end, figure.clause.end))
  const isShare = quantity.unit === '%' && /计划完成了?$/.test(clauseWords) && !figure.after.startsWith('的')
  if (isTask || (NOMINAL_PLAN.test(clauseWords) && !isSet && !isShare))
    return { status: 'plan', rule: 'status.nominalPlan' }
  if (standard) return { status: 'rule', rule: 'status.standardLabel' }
  if (/统计(?:范围|口径)(?:为|是)/.test(text.slice(figure.sentence.start, quantity.from)))
    return { status: 'rule', rule: 'status.definition' }
  // 到馆读者52万人次（预计）: a forecast says so in a bracket.
  if (/^（预计）/.test(text.slice(quantity.end, quantity.end + 5))) return { status: 'plan', rule: 'status.planWord' }
  if (quantity.modifier === 'at_most' && CROWD_LIMIT.test(text.slice(figure.clause.start, quantity.start)))
    return { status: 'rule', rule: 'status.ruleWord' }
  // 标准1500册以上，实有2300册: the norm stands right before its number.
  if (
    /(?:^|[，；：、])(?:[\u3400-\u9fff]{0,8})(?:标准|指标值)(?:为|是)?(?:[≥≤]|不[少低]于|不超过|至少)?$/.test(
      clauseWords,
    ) &&
    /^(?:at_|exact)/.test(quantity.modifier) &&
    !/^[项个部条]$/.test(quantity.unit) &&
    !/(?:达到?|超过|按|照|符合|高于|低于|提高|国家|一级|二级|三级)[^，；]{0,10}标准/.test(clauseWords)
  )
    return { status: 'rule', rule: 'status.standardLabel' }
  if (RULE_WORD.test(clauseWords) && !/(?:已|实际|共)[^，；]{0,8}$/.test(clauseWords))
    return { status: 'rule', rule: 'status.ruleWord' }
  if (PERIODIC_IN_RULE.test(text.slice(figure.sentence.start, quantity.from)) && (quantity.value ?? 9) <= 2)
    return { status: 'rule', rule: 'status.periodicNorm' }
  if (PERIODIC_NORM.test(clauseWords) && quantity.dimension === 'session' && (quantity.value ?? 9) <= 2)
    return { status: 'rule', rule: 'status.periodicNorm' }
  if (stood) return { status: 'actual', rule: 'status.movedFrom' }
  if (announcedPlan(figure, reportYear, previous) >= 0) return { status: 'plan', rule: 'status.planWord' }
  if (isOfTarget(figure, clauseWords)) return { status: 'plan', rule: 'status.ofTarget' }
  if (section.role !== 'problem' && isFramedAsPlan(figure, reportYear))
    return { status: 'plan', rule: 'status.planFrame' }
  return { status: 'actual', rule: section.role === 'problem' ? 'status.problemSection' : 'status.default' }
}
