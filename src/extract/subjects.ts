import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter, Token } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'

/** The thing counted, with the words around it that help to tell what it is. */
export interface Subject {
  /** As few characters as name it. */
  readonly words: string
  /** The whole noun phrase or clause part that the indicator is read from. */
  readonly phrase: string
  readonly side: 'after' | 'before' | 'carried' | 'none'
  readonly rule: string
}

const NOMINAL = /^(?:n|vn|an|a$|b|j|l|i|eng|nz|ns|nr|nt|s|f|h|k|ng|vg|tg|g)/
const LINKS =
  /(?:[ ：:]|\[\d+\]|达到|达|高达|多达|约为|共计|总计|合计|累计|共有|共|计|为|有|分别|分别为|已|了|突破|超过|增至|增加到|增长到|提高到|提升到|上升到|上升至|提升至|提高至|下降到|下降至|降至|降到|扩大到|发展到|稳定在|保持在|控制在|减少到|减少至|增加至|增长至|升至|近|仅|只|各|均|约|超|逾|至|到|不少于|不低于|不超过|至少|数|总数|总量|数量|数为|总数达到|人数|的|是|就|还|再|又|全年|就有|也|都|不足|不到|将近|接近|现有|实有|实际|突破至|跃升至|完成|要求|办了|来|出|过|上|占|占有|人均|平均|日均|场均|户均|应配|应|分|在)$/
const NOT_NOUN_START = /^(?:以上|以下|左右|以内|等|并|和|与|及|或|的|在|由|被|将|已|均|都|也|为|是|占|比|较|同比|增长|下降|用于|参与|参加|到|于|入选|获|荣获|达成|参观|受益|观看|没有|获得|申报|报名|认领|提升|实现|成为|达|超|完成|其中)/

/** Trailing particles and linking verbs off: 参与人数达 → 参与人数; 观众人数超 → 观众人数. */
function stripLinks(words: string): string {
  let rest = words
  for (;;) {
    const link = LINKS.exec(rest)
    if (!link || link[0].length === 0) return rest
    // 参与人数, 总数 are subjects by themselves where nothing else names the thing.
    if (/^(?:人数|总数|数量|总量|数)$/.test(link[0]) && rest.length - link[0].length < 3) return rest
    if (/^(?:人数)$/.test(link[0])) return rest
    const shorter = rest.slice(0, rest.length - link[0].length)
    if (shorter.trim().length === 0 && /[\u3400-\u9fff]{2}/.test(link[0])) return shorter
    rest = shorter
  }
}

const isNominal = (token: Token, rulebook: RuleBook): boolean =>
  NOMINAL.test(token.tag) || (token.tag === 'x' && /^[“”‘’《》·A-Za-z\d\-（）]+$|^[\u3400-\u9fff]{2,}$/.test(token.word)) || rulebook.counted.at(token.word, 0).some((match) => match.end === token.word.length)

/** The noun phrase that `words` begin with: 社区书屋安装了… → 社区书屋. */
function leadingNoun(words: string, segmenter: Segmenter, rulebook: RuleBook): string {
  const list = /^([^，。；]{2,40}?、[^，。；]{1,30}?等(?:各类|多种|一批)?)([\u3400-\u9fff]{2,14})/.exec(words)
  if (list && !/\d/.test(list[1] ?? '')) return leadingNoun(list[2] ?? '', segmenter, rulebook)
  const text = words.slice(0, 28).replace(/^(?:的|以上的|左右的)/, '')
  if (text.length === 0) return ''
  const tokens = segmenter.tag(text)
  let phrase = ''
  let depth = 0
  let sawNoun = false
  for (const token of tokens) {
    if (/^[“‘《]$/.test(token.word)) depth++
    else if (/^[”’》]$/.test(token.word)) depth--
    else if (depth === 0 && !isNominal(token, rulebook)) {
      // 拥有核心技术的品牌产品: a verb phrase that ends in 的 qualifies the noun behind it.
      const rest = text.slice(phrase.length)
      const modifier = /^[^，。；、]{1,16}?的(?=[\u3400-\u9fff“])/.exec(rest)
      if (modifier && !sawNoun) return leadingNoun(rest.slice(modifier[0].length), segmenter, rulebook)
      if (token.word === '的' && sawNoun) {
        const head = leadingNoun(rest.slice(1), segmenter, rulebook)
        return head || phrase
      }
      break
    }
    phrase += token.word
    if (/^(?:n|vn|nz|nt|j|eng|x)/.test(token.tag) && depth === 0) sawNoun = true
    if (depth === 0 && /^[”’》]$/.test(token.word)) sawNoun = true
  }
  return phrase
}

/** The noun phrase that `words` end with: 累计为社区群众送出文艺演出 → 文艺演出. */
function trailingNoun(words: string, segmenter: Segmenter, rulebook: RuleBook): string {
  const text = words.slice(-36)
  if (text.length === 0) return ''
  const tokens = segmenter.tag(text)
  let phrase = ''
  let depth = 0
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) break
    if (/^[”’》）]$/.test(token.word)) depth++
    else if (/^[“‘《（]$/.test(token.word)) depth--
    else if (depth === 0 && !isNominal(token, rulebook)) break
    phrase = token.word + phrase
  }
  return phrase
}

const unquote = (words: string): string => words.replace(/^[“‘《]+|[”’》]+$/g, '').trim()

/** Shortens a long noun phrase to the part that names the thing: its last words. */
function shorten(phrase: string): string {
  const clean = unquote(phrase)
  if (clean.length <= 14) return clean
  const tail = clean.split(/的|[“”]/).pop() ?? clean
  return tail.length >= 2 ? tail.slice(-16) : clean.slice(-14)
}

/** The subject of a figure: the noun behind its unit, else the noun before the number, else the one carried over. */
export function readSubject(figure: Figure, carried: Subject | null, rulebook: RuleBook, segmenter: Segmenter): Subject {
  const after = figure.after.replace(/^[ ]+/, '')
  const bare = stripLinks(figure.before)
  const attributive = after.length > 0 && !NOT_NOUN_START.test(after)
  if (attributive) {
    const noun = leadingNoun(figure.after.includes('、') ? figure.after : after, segmenter, rulebook)
    if (noun.length >= 2 || (noun.length === 1 && bare.length === 0)) {
      return { words: shorten(noun), phrase: noun, side: 'after', rule: 'subject.nounAfterUnit' }
    }
  }
  const noun = trailingNoun(bare, segmenter, rulebook)
  if (noun.length >= 2) return { words: shorten(noun), phrase: bare.slice(-40), side: 'before', rule: 'subject.nounBeforeNumber' }
  if (noun.length === 1 && bare.length === 1) return { words: noun, phrase: noun, side: 'before', rule: 'subject.nounBeforeNumber' }
  if (bare.length >= 2 && !/^(?:其中|包括|含)$/.test(bare)) {
    // Only a verb stands there (驻场演出, 立案): it names what was counted.
    const verb = /[\u3400-\u9fff]{2,6}$/.exec(bare)?.[0] ?? ''
    const words = carried && /^(?:国有|非国有|续建|新建|省级|市级|县级|国家级|区级|达标|基本达标|其他|民办|在建|城镇|农村|男|女)/.test(verb) ? verb + carried.words : verb
    if (words) return { words, phrase: bare.slice(-40), side: 'before', rule: 'subject.verbBeforeNumber' }
  }
  if (carried) return { ...carried, side: 'carried', rule: 'subject.carriedOver' }
  return { words: '', phrase: '', side: 'none', rule: 'subject.none' }
}
