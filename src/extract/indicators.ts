import type { Aspect } from '../model/fact.ts'
import type { LexiconMatch } from '../rulebook/lexicon.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { CountedRow, Dimension, TopicRow } from '../rulebook/schema.ts'
import type { Figure } from './figures.ts'
import type { Subject } from './subjects.ts'

export interface IndicatorReading {
  readonly code: string
  readonly rules: readonly string[]
  /** Words that decided. */
  readonly words: string
  /** How near the deciding words stand to the number, from the counted noun itself to a topic some sentences back. */
  readonly evidence: 'noun' | 'item' | 'clause' | 'topic' | 'none'
}

/** Subjects that name people or a measure only: what they are of, the topic tells. */
const GENERIC =
  /^(?:各类|各级|广大|现场|线下|直接|累计|农村|城镇|其中|场均|日均|平均)?(?:观众|群众|观众人数|参与人数|参与人次|参与群众|受益群众|惠及群众|人次|人数|参加人数|参加群众|参加人次|市民|居民|受益人次|惠及|受益|参与|参加|服务|服务人次|服务群众|现场观众|人员|职工群众|社区群众|听众|师生|青少年|未成年人|少年儿童|村民|干部群众|参与居民|受益人数|参与市民|群众和游客|接待|接待人次|接待群众|接待观众|参观人次|参观人数|受众|接待总量)$/
/** What may stand between the deciding word and the end of the noun without changing what is counted. */
const TAIL =
  /^(?:活动|工作|人数|人次|总数|总量|总|数量|数|次数|场次|建设|服务|工程|项目|业务|总计|合计|情况|任务|面积|类|新馆|量|补充更新|更新|体系|点|（[^）]*）|[“”《》·]|等|各级|单位|以上|作品|开放|总人数|总人次|总面积|藏量|费|经费|资金|额|总额|点位|室|名额|条目|课程|机构|场所|节目|品牌|人员|队伍|团队|骨干|班|参与|覆盖|提升|改造|人均|收入|达标|总人口|总数达|现场|名录|群众|市民|观众|居民|达|共|有|约|近|超|为|的|[ ]){0,4}$/

interface Reach {
  /** Words up to the number and its noun, from where the predicate stands. */
  readonly head: string
  /** The whole clause. */
  readonly clause: string
}

function satisfied(row: CountedRow, reach: Reach): boolean {
  if (row.without?.some((word) => reach.head.includes(word))) return false
  const place = row.with_in === 'clause' ? reach.clause : reach.head
  return !row.with || row.with.some((word) => place.includes(word))
}

/**
 * The row that best names what is counted in `words`: its form stands nearest the end; of several there, one whose
 * condition holds goes before one without, then the longest. With `headOnly`, nothing but a light word may follow it.
 */
function bestCounted(
  words: string,
  reach: Reach,
  dimension: Dimension,
  rulebook: RuleBook,
  headOnly: boolean,
): LexiconMatch<CountedRow> | null {
  let best: LexiconMatch<CountedRow> | null = null
  for (let at = 0; at < words.length; at++) {
    for (const match of allAt(rulebook, words, at)) {
      const { row } = match
      if (!row.dimensions.includes(dimension)) continue
      if (row.noun_only && !headOnly) continue
      if (match.form.length === 1 && match.form.length !== words.length) continue
      if (!satisfied(row, reach)) continue
      if (best && match.end < best.end) continue
      const ranked =
        !best ||
        match.end > best.end ||
        Number(row.with !== undefined) > Number(best.row.with !== undefined) ||
        (Number(row.with !== undefined) === Number(best.row.with !== undefined) && match.form.length > best.form.length)
      if (ranked) best = match
    }
  }
  if (best && headOnly && !TAIL.test(words.slice(best.end))) return null
  return best
}

/** Every form of the catalogue that begins at `at`: the longest, and the shorter ones inside it. */
function allAt(rulebook: RuleBook, words: string, at: number): readonly LexiconMatch<CountedRow>[] {
  const longest = rulebook.counted.at(words, at)
  const first = longest[0]
  if (!first || first.form.length < 3) return longest
  const shorter: LexiconMatch<CountedRow>[] = []
  for (let end = first.end - 1; end > at + 1; ) {
    const next = rulebook.counted.at(words.slice(0, end), at)
    const head = next[0]
    if (!head) break
    shorter.push(...next)
    end = head.end - 1
  }
  return [...longest, ...shorter]
}

/** The nearest topic word in `words`, from the end. */
function lastTopic(words: string, dimension: Dimension, rulebook: RuleBook): LexiconMatch<TopicRow> | null {
  let best: LexiconMatch<TopicRow> | null = null
  const seen: LexiconMatch<TopicRow>[] = []
  for (const match of rulebook.topics.find(words)) {
    if (match.row.codes[dimension] === undefined) continue
    seen.push(match)
    if (!best || match.end > best.end) best = match
  }
  const stronger = best?.row.yields_to
  if (!stronger) return best
  return seen.reverse().find((match) => stronger.includes(match.row.id)) ?? best
}

export interface IndicatorContext {
  /** Words of the paragraph before the figure, nearest last: where a topic is looked for. */
  readonly topicWords: string
  /** Words of the table row's head without units; empty outside tables. */
  readonly rowHeader: string
  readonly columnHeader: string
  /** Where the predicate of the figure begins: its clause, or an earlier one that it shares. */
  readonly reachStart: number
  /** The reading of the figure before in the same sentence, where both have the same kind of unit. */
  readonly previous: IndicatorReading | null
  /** The subject in force before this figure. */
  readonly carried: Subject | null
  /** The reading of the figure that this one answers to under 分别. */
  readonly respective: IndicatorReading | null
}

/**
 * The indicator of a figure: what its counted noun says, else the head of its table row, else its item of the list, its
 * clause, the figure that it is a part of, or the topic of the sentences before; `other` where nothing decides.
 */
export function readIndicator(
  figure: Figure,
  subject: Subject,
  context: IndicatorContext,
  rulebook: RuleBook,
): IndicatorReading {
  const dimension = figure.quantity.dimension ?? 'item'
  const { text, clause, quantity } = figure
  const afterNoun =
    subject.side === 'after'
      ? figure.after.slice(0, figure.after.indexOf(subject.phrase) + subject.phrase.length)
      : figure.after.slice(0, 6)
  const reach: Reach = {
    head: text.slice(context.reachStart, quantity.end) + afterNoun,
    clause: text.slice(context.reachStart, clause.end),
  }
  const people = dimension === 'visit' || dimension === 'person'
  const generic = people && (GENERIC.test(subject.words) || subject.words === '')
  const counted = (
    words: string,
    evidence: IndicatorReading['evidence'],
    headOnly: boolean,
  ): IndicatorReading | null => {
    const match = words.length > 0 ? bestCounted(words, reach, dimension, rulebook, headOnly) : null
    return match ? { code: match.row.code, rules: [match.row.id], words: match.form, evidence } : null
  }
  const topic = (words: string): IndicatorReading | null => {
    const match = lastTopic(words, dimension, rulebook)
    const code = match?.row.codes[dimension]
    return match && code ? { code, rules: [match.row.id], words: match.form, evidence: 'topic' } : null
  }
  const inherited = (): IndicatorReading | null =>
    context.previous && context.previous.code !== 'other'
      ? { ...context.previous, rules: ['indicator.carriedOver', ...context.previous.rules], evidence: 'item' }
      : null
  const head = text.slice(clause.start, quantity.from)
  if (dimension === 'ratio') {
    const share = readShare(figure, context.columnHeader)
    if (share) return share
  }
  if (context.respective && people) {
    const answered = rulebook.topics.rows.find((row) => row.codes.session === context.respective?.code)
    const code = answered?.codes[dimension]
    if (answered && code)
      return { code, rules: ['indicator.respective', answered.id], words: '分别', evidence: 'topic' }
  }
  if (context.columnHeader && !/情况|标准|完成|目标|指标|单位|数值|数据|结果|年/.test(context.columnHeader)) {
    const column = counted(context.columnHeader, 'noun', true)
    if (column) return column
  }
  if (subject.side === 'attribute') {
    const whole = inherited()
    if (whole) return whole
  }
  if (!generic && (subject.side === 'after' || subject.side === 'before')) {
    const own = counted(subject.phrase, 'noun', true) ?? counted(subject.words, 'noun', true)
    if (own) return own
  }
  if (
    subject.rule === 'subject.verbBeforeNumber' &&
    context.carried &&
    figure.previous?.quantity.dimension === dimension
  ) {
    // 藏书3.2万册，新增1800册: a new verb for the thing counted before.
    const own: Reach = { head: text.slice(figure.item.start, quantity.end), clause: reach.clause }
    const match = bestCounted(context.carried.words, own, dimension, rulebook, true)
    if (match)
      return {
        code: match.row.code,
        rules: ['indicator.carriedNoun', match.row.id],
        words: match.form,
        evidence: 'item',
      }
  }
  if (context.rowHeader) {
    const row = counted(context.rowHeader, 'noun', false)
    if (row) return row
  }
  const item = text.slice(figure.item.start, quantity.from) + afterNoun
  const since = text.slice(figure.previous?.quantity.end ?? figure.sentence.start, quantity.from)
  const part = /(?:^|[，；。（])其中/.test(since) || (figure.previous !== null && /（[^）]*$/.test(since))
  if (part && generic) {
    const whole = inherited()
    if (whole) return whole
  }
  if (generic) {
    const specific = counted(item, 'item', false)
    if (
      specific &&
      specific.code !== 'activity.attendance' &&
      !(specific.code === 'tourism.visits' && /群众/.test(item))
    )
      return specific
    const near = topic(head) ?? topic(context.topicWords)
    return (
      near ??
      specific ?? {
        code: 'activity.attendance',
        rules: ['indicator.attendance'],
        words: subject.words,
        evidence: 'none',
      }
    )
  }
  if (subject.side === 'carried' || subject.side === 'attribute') {
    const whole = inherited()
    if (whole) return whole
  }
  const found = counted(item, 'item', false)
  if (found) return found
  if (part) {
    const whole = inherited()
    if (whole) return whole
  }
  const wider = counted(text.slice(context.reachStart, quantity.from), 'clause', false)
  if (wider && (subject.side !== 'before' || dimension === 'ratio')) return wider
  const verbal = subject.rule === 'subject.verbBeforeNumber' || subject.side === 'none' || subject.side === 'carried'
  if (verbal && (dimension === 'visit' || dimension === 'session' || dimension === 'inspection')) {
    const near = topic(head) ?? topic(context.topicWords)
    if (near) return near
  }
  if (
    people &&
    /(?:组织|发动|吸引|带动|参与|参加)/.test(head) &&
    /活动/.test(reach.clause + context.topicWords.slice(-60))
  ) {
    return { code: 'activity.attendance', rules: ['indicator.attendance'], words: '参与', evidence: 'topic' }
  }
  return { code: 'other', rules: ['indicator.other'], words: '', evidence: 'none' }
}

/** Shares and completions that are told by the words around a percentage. */
function readShare(figure: Figure, columnHeader: string): IndicatorReading | null {
  const { text, quantity, clause } = figure
  const before = text.slice(clause.start, quantity.from)
  const shareWord = /(?:占(?:比|了|到|全[市县区省国]|总)?[^，；。]{0,14}|比重[^，；。]{0,8}|比例[^，；。]{0,6})$/.test(
    before,
  )
  if (/(?:计划|任务|目标|预算)[^，；。]{0,8}的$/.test(before) || /完成率|完成比例|达标率/.test(columnHeader)) {
    return { code: 'rate.completion', rules: ['indicator.completion'], words: '计划', evidence: 'item' }
  }
  if (shareWord || /占比|比重/.test(columnHeader))
    return { code: 'rate.share', rules: ['indicator.share'], words: '占', evidence: 'item' }
  const fraction = /[成半]|分之/.test(text.slice(quantity.start, quantity.end))
  if (fraction && !/率[^，；。]{0,4}$/.test(before) && !/(?:恢复|增长|下降|增|降)[^，；。]{0,8}$/.test(before))
    return {
      code: 'rate.share',
      rules: ['indicator.fraction'],
      words: text.slice(quantity.start, quantity.end),
      evidence: 'item',
    }
  return null
}

const FLOW_WORD =
  /(?:新增|新建|新购|新设|打造|配送|引进|推出|创建|完成|培育|开展|组织|举办|安装|签约|入选|获评|荣获|获得|获|发放|赠送|下达|成立|建设|申报|评选|表彰|选派|招聘|新创|创作|改造|升级|维修|修缮|续建|选出|培养|编印|查处|购置|落户|启动|实施|推荐|支持|制定|筛选|争取|新开|新评|新认定|备案登记|年内|全年|今年新|征集|发展|新入|新招|扶持|开工)/
const STOCK_WORD =
  /(?:现有|共有|拥有|累计登记|已建成|建有|总数|年末|目前有|目前已有|截至|在册|总量|馆藏|藏有|常住|下辖|达到|增至|全县有|全市有|全区有|全省有|设有|实有|已入驻|入驻|累计|已获评|现存|登记在册|已有|全国共有|我国有|建成(?!了)|保有|开放)/

/** Whether the figure happened within the period, stands at a moment, is a ratio or a change. */
export function readAspect(
  figure: Figure,
  code: string,
  isChange: boolean,
  isAverage: boolean,
  rulebook: RuleBook,
): { readonly aspect: Aspect; readonly rule: string } {
  if (isChange) return { aspect: 'change', rule: 'aspect.change' }
  if (isAverage) return { aspect: 'rate', rule: 'aspect.average' }
  const { text, quantity, clause } = figure
  if (quantity.dimension === 'ratio') return { aspect: 'rate', rule: 'aspect.ratio' }
  const own = rulebook.indicators.get(code)?.aspect ?? null
  if (own === 'rate') return { aspect: 'rate', rule: 'aspect.indicator' }
  const words = text.slice(clause.start, quantity.from)
  const flow = FLOW_WORD.test(words)
  const stock = STOCK_WORD.test(words)
  if (own === 'stock')
    return flow && !stock ? { aspect: 'flow', rule: 'aspect.flowWord' } : { aspect: 'stock', rule: 'aspect.indicator' }
  if (own === 'flow') return { aspect: 'flow', rule: 'aspect.indicator' }
  if (stock && !flow) return { aspect: 'stock', rule: 'aspect.stockWord' }
  return {
    aspect:
      flow ||
      figure.quantity.dimension === 'session' ||
      figure.quantity.dimension === 'visit' ||
      figure.quantity.dimension === 'money'
        ? 'flow'
        : 'stock',
    rule: 'aspect.default',
  }
}
