import type { Modifier } from '../model/fact.ts'
import type { Lexicon, LexiconRow } from '../rulebook/lexicon.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Dimension } from '../rulebook/schema.ts'

/** The words around a figure that a row's form may stand in. */
export interface FigureWords {
  /** Of the sentence, before the figure. */
  readonly before: string
  readonly quote: string
  readonly after: string
  /** Of the paragraphs before the sentence, as far as topics reach. */
  readonly earlier: string
  /** Heads of the table and headings above, nearest last. */
  readonly heads: readonly string[]
  /** The thing counted, where it is known. */
  readonly subject: string
}

/** What a row says of a figure, with the words of the text that it was found by (null where they are not in sight). */
export interface RowSentence {
  readonly zh: string
  readonly en: string
  readonly words: string | null
}

const DIMENSION: Readonly<Record<Dimension, readonly [zh: string, en: string]>> = {
  session: ['场次', 'events'], visit: ['人次', 'visits'], person: ['人', 'persons'], household: ['户', 'households'],
  item: ['件、个一类', 'things'], inspection: ['检查的家次', 'places inspected'], place: ['地方、单位', 'places'],
  book: ['书', 'books'], money: ['钱', 'money'], area: ['面积', 'area'], length: ['长度', 'length'], mass: ['重量', 'weight'],
  volume: ['体积', 'volume'], energy: ['能量、功率', 'energy'], ratio: ['百分数', 'percentages'],
  point: ['百分点', 'percentage points'], multiple: ['倍数', 'multiples'], hours: ['时长', 'hours'], score: ['得分', 'scores'],
  data: ['数据量', 'data'], temperature: ['温度、声级', 'temperature'], place_rank: ['名次', 'ranks'], age: ['年龄', 'ages'],
  land: ['土地', 'land'], episode: ['集', 'episodes'], duration: ['时间长短', 'durations'],
} // biome-ignore format: a table reads better in rows

const MODIFIER: Readonly<Record<Modifier, readonly [zh: string, en: string]>> = {
  exact: ['是准确数', 'the number is exact'],
  about: ['是约数：上下都可能', 'the number is approximate, either way'],
  over: ['实际更多：这是下限', 'there are more: the number is a lower bound'],
  under: ['实际不到：这是上限', 'there are fewer: the number is an upper bound'],
  at_least: ['至少这么多：这是下限', 'at least that many: a lower bound'],
  at_most: ['至多这么多：这是上限', 'at most that many: an upper bound'],
  range: ['在两个数之间', 'it lies between two numbers'],
  several: ['只说了大致的数量级', 'only the order is told'],
  masked: ['有数字被遮去', 'digits are masked'],
} // biome-ignore format: a table reads better in rows

/** The last of `forms` in `words`, the longest where several end at one place; null where none stands there. */
function lastForm(words: string, forms: readonly string[]): string | null {
  let best: { readonly end: number; readonly form: string } | null = null
  for (const form of forms) {
    const at = words.lastIndexOf(form)
    const end = at + form.length
    if (at >= 0 && (!best || end > best.end || (end === best.end && form.length > best.form.length)))
      best = { end, form }
  }
  return best?.form ?? null
}

const firstFound = (places: readonly string[], forms: readonly string[]): string | null => {
  for (const words of places) {
    const found = lastForm(words, forms)
    if (found !== null) return found
  }
  return null
}

const rowIn = <Row extends LexiconRow>(lexicon: Lexicon<Row>, id: string): Row | undefined =>
  lexicon.rows.find((row) => row.id === id)

function unitSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const row = rowIn(rulebook.units, id)
  if (!row) return null
  const [zh, en] = DIMENSION[row.dimension]
  return {
    zh: `计量单位，所数的是${zh}`,
    en: `the unit of measure; it counts ${en}`,
    words: firstFound([words.quote, ...[...words.heads].reverse(), words.after, words.before], row.forms),
  }
}

function hedgeSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const { before, inner, after } = rulebook.hedges
  const row = rowIn(before, id) ?? rowIn(inner, id) ?? rowIn(after, id)
  if (!row) return null
  const [zh, en] = MODIFIER[row.modifier]
  const places = row.side === 'before' ? [words.before.slice(-12)] : [words.quote, words.after.slice(0, 8)]
  return {
    zh: `限定词，${zh}`,
    en: `a word that bounds the number; ${en}`,
    words: firstFound(places, row.forms),
  }
}

/** Where the words that lead to an indicator are looked for: nearest first. */
const nearestFirst = (words: FigureWords): readonly string[] => [
  words.subject, words.before.slice(-30), words.after.slice(0, 30), words.before, ...[...words.heads].reverse(), words.earlier, words.after,
] // biome-ignore format: an order to read

function countedSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const row = rowIn(rulebook.counted, id)
  if (!row) return null
  const name = rulebook.indicators.get(row.code)?.name ?? row.code
  return {
    zh: `这个词指向指标“${name}”（${row.code}）`,
    en: `this word leads to the indicator ${row.code} (${name})`,
    words: firstFound(nearestFirst(words), row.forms),
  }
}

function topicSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const row = rowIn(rulebook.topics, id)
  if (!row) return null
  return {
    zh: '数字自己没有说明是什么，由前面的话题决定指标',
    en: 'the figure does not say what it is of; the topic before it decides the indicator',
    words: firstFound([words.before, ...[...words.heads].reverse(), words.earlier], row.forms),
  }
}

function sectionSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const row = rowIn(rulebook.sections, id)
  if (!row) return null
  const heading = [...words.heads].reverse().find((head) => row.forms.some((form) => head.includes(form)))
  const role = {
    plan: ['计划', 'plans'],
    problem: ['问题', 'problems'],
    summary: ['总结', 'what was done'],
    rules: ['规定', 'rules'],
  }[row.role]
  return {
    zh: `所在部分的标题表明这里讲的是${role[0]}`,
    en: `the heading above says that this part tells of ${role[1]}`,
    words: heading?.trim().slice(0, 40) ?? lastForm(words.earlier + words.before, row.forms),
  }
}

const TABLES = {
  unit: unitSentence,
  hedge: hedgeSentence,
  counted: countedSentence,
  topic: topicSentence,
  section: sectionSentence,
} as const

/** What the row with this id says of a figure; null where the rule book has no such row. */
export function rowSentence(id: string, words: FigureWords, rulebook: RuleBook): RowSentence | null {
  const table = id.slice(0, id.indexOf('.'))
  return table in TABLES ? TABLES[table as keyof typeof TABLES](id, words, rulebook) : null
}

/** The last word of a status that stands in `words`: 计划, 应, 已. */
export function statusWord(status: 'plan' | 'rule' | 'actual', words: string, rulebook: RuleBook): string | null {
  return lastForm(
    words,
    rulebook.statuses.rows.filter((row) => row.status === status).flatMap((row) => row.forms),
  )
}
