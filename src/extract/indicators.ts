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
const GENERIC = /^(?:观众|群众|观众人数|参与人数|参与人次|参与群众|受益群众|惠及群众|人次|人数|参加人数|市民|居民|受益人次|惠及|受益|参与|服务人次|服务群众|现场观众|各类人员|职工群众|社区群众|广大群众|听众|师生|青少年|未成年人|少年儿童|村民|干部群众)/

function satisfied(row: CountedRow, clause: string): boolean {
  if (row.without?.some((word) => clause.includes(word))) return false
  return !row.with || row.with.some((word) => clause.includes(word))
}

/** The rows whose forms stand in `words`, the best first: nearest the end, longest, those with a condition before those without. */
function bestCounted(words: string, clause: string, dimension: Dimension, rulebook: RuleBook, atNoun: boolean): LexiconMatch<CountedRow> | null {
  let best: LexiconMatch<CountedRow> | null = null
  for (let at = 0; at < words.length; at++) {
    for (const match of rulebook.counted.at(words, at)) {
      if (!match.row.dimensions.includes(dimension)) continue
      if (match.row.noun_only && !atNoun) continue
      if (!satisfied(match.row, clause)) continue
      const better =
        !best ||
        match.end > best.end ||
        (match.end === best.end && match.form.length > best.form.length) ||
        (match.end === best.end && match.form.length === best.form.length && (match.row.with?.length ?? 0) > 0 && !best.row.with)
      if (better) best = match
    }
  }
  return best
}

/** The nearest topic word in `words`, from the end. */
function lastTopic(words: string, dimension: Dimension, rulebook: RuleBook): LexiconMatch<TopicRow> | null {
  let best: LexiconMatch<TopicRow> | null = null
  for (const match of rulebook.topics.find(words)) {
    if (match.row.codes[dimension] === undefined) continue
    if (!best || match.end > best.end || (match.end === best.end && match.form.length > best.form.length)) best = match
  }
  return best
}

const dimensionsFor = (dimension: Dimension | null): Dimension => dimension ?? 'item'

/**
 * The indicator of a figure: what its counted noun says, else its item of the list, else its clause, else the topic of
 * the sentences before; `other` where nothing decides.
 */
export function readIndicator(figure: Figure, subject: Subject, topicWords: string, rulebook: RuleBook): IndicatorReading {
  const dimension = dimensionsFor(figure.quantity.dimension)
  const { text, clause, quantity } = figure
  const clauseWords = text.slice(clause.start, Math.min(clause.end, quantity.end + figure.after.length))
  const item = text.slice(figure.item.start, quantity.from) + figure.after
  const generic = (dimension === 'visit' || dimension === 'person') && GENERIC.test(subject.words)
  const counted = (words: string, evidence: IndicatorReading['evidence'], atNoun: boolean): IndicatorReading | null => {
    const match = bestCounted(words, clauseWords, dimension, rulebook, atNoun)
    return match ? { code: match.row.code, rules: [match.row.id], words: match.form, evidence } : null
  }
  if (!generic && subject.phrase.length > 0) {
    const found = counted(subject.words, 'noun', true) ?? counted(subject.phrase, 'noun', true)
    if (found && !(subject.side === 'carried' && (dimension === 'visit' || dimension === 'person'))) return found
  }
  const topic = (words: string): IndicatorReading | null => {
    const match = lastTopic(words, dimension, rulebook)
    const code = match?.row.codes[dimension]
    return match && code ? { code, rules: [match.row.id], words: match.form, evidence: 'topic' } : null
  }
  const head = text.slice(clause.start, quantity.from)
  if (generic) {
    const specific = counted(item, 'item', false)
    if (specific && specific.code !== 'activity.attendance') return specific
    const near = topic(head) ?? topic(topicWords)
    if (near) return near
    if (specific) return specific
    return { code: 'activity.attendance', rules: ['indicator.attendance'], words: subject.words, evidence: 'none' }
  }
  const found = counted(item, 'item', false) ?? counted(head, 'clause', false)
  if (found) return found
  if (dimension === 'visit' || dimension === 'session' || dimension === 'inspection') {
    const near = topic(head) ?? topic(topicWords)
    if (near) return near
  }
  return { code: 'other', rules: ['indicator.other'], words: '', evidence: 'none' }
}

const FLOW_WORD =
  /(?:新增|新建|新购|新设|打造|配送|引进|推出|创建|完成|培育|开展|组织|举办|安装|签约|入选|获评|荣获|获得|获|发放|赠送|下达|成立|建设|申报|评选|表彰|选派|招聘|新创|创作|改造|升级|维修|修缮|续建|选出|培养|编印|查处|购置|落户|启动|实施|推荐|支持|制定|筛选|争取|新开|新评|新认定|备案登记|年内|全年|今年新|征集|发展|新入|新招|扶持|开工)/
const STOCK_WORD = /(?:现有|共有|拥有|累计登记|已建成|建有|总数|年末|目前有|目前已有|截至|在册|总量|馆藏|藏有|常住|下辖|达到|增至|全县有|全市有|全区有|全省有|设有|实有|已入驻|入驻|累计|已获评|现存|登记在册|已有|全国共有|我国有|建成(?!了)|保有|开放)/

/** Whether the figure happened within the period, stands at a moment, is a ratio or a change. */
export function readAspect(figure: Figure, code: string, isChange: boolean, isAverage: boolean, rulebook: RuleBook): { readonly aspect: Aspect; readonly rule: string } {
  if (isChange) return { aspect: 'change', rule: 'aspect.change' }
  if (isAverage) return { aspect: 'rate', rule: 'aspect.average' }
  const { text, quantity, clause } = figure
  if (quantity.dimension === 'ratio') return { aspect: 'rate', rule: 'aspect.ratio' }
  const own = rulebook.indicators.get(code)?.aspect ?? null
  if (own === 'rate') return { aspect: 'rate', rule: 'aspect.indicator' }
  const words = text.slice(clause.start, quantity.from)
  const flow = FLOW_WORD.test(words)
  const stock = STOCK_WORD.test(words)
  if (own === 'stock') return flow && !stock ? { aspect: 'flow', rule: 'aspect.flowWord' } : { aspect: 'stock', rule: 'aspect.indicator' }
  if (own === 'flow') return { aspect: 'flow', rule: 'aspect.indicator' }
  if (stock && !flow) return { aspect: 'stock', rule: 'aspect.stockWord' }
  return { aspect: flow || figure.quantity.dimension === 'session' || figure.quantity.dimension === 'visit' || figure.quantity.dimension === 'money' ? 'flow' : 'stock', rule: 'aspect.default' }
}
