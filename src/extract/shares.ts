import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'
import { sharesOfRatio } from './ratios.ts'
import type { Subject } from './subjects.ts'

/** 占X的N%, and 占X的比重为N%: what stands before 占 has the share, what stands behind is the whole. */
const SHARE = /^(.*?)(?:约|只|仅|已|共|所|还|均|大约|将)?占(?!地|用|领|据)(?:到|了)?([^，；。]{1,24})$/s
/** Words that link the share to the clause before, and name nothing that has it. */
const LINK = /^(?:其中|合计|总计|共|各|均|分别|约|并|也|还)+$/
/** …占全省的比重分别为：东片31%，…；西片…: the shares of several, in a list. */
const LIST = /(?:占比|比重|比例)(?:分别|依次)?(?:为|是)?：[^。]*$/
const LISTED = /(?:[：；，、]|同期|其中)[\u3400-\u9fff]{2,12}(?:为|约)?$/

/** Whether a percentage is one of a list of shares (比重分别为：东片31%；西片…). */
export const isShareOfList = ({ text, sentence, quantity }: Figure): boolean => {
  const told = text.slice(sentence.start, quantity.from)
  return LIST.test(told) && LISTED.test(told)
}

/** 一、二、三产之比, 三次产业结构: the parts that three shares are of, in their order. */
const INDUSTRIES = /(?:第?一、(?:第)?二、(?:第)?三(产业?)|三次产业)[^，。；\d]{0,8}/

/** Of what a share of a ratio tells: 一产, 二产 and 三产 in turn; null where the parts are not named. */
function partOfRatio({ text, sentence, quantity }: Figure): Subject | null {
  const ratio = quantity.rules.includes('quantity.ratio') ? sharesOfRatio(text, quantity) : null
  const named = ratio?.shares.length === 3 ? INDUSTRIES.exec(text.slice(sentence.start, quantity.from)) : null
  const order = '一二三'.charAt(ratio?.place ?? 0)
  if (!named) return null
  const words = named[1] === '产' ? `${order}产` : `第${order}产业`
  return { words, phrase: words, side: 'before', elided: false, rule: 'subject.respective' }
}

/**
 * The thing that has the share that the figure tells: what stands before 占, or what the figure before counts where
 * nothing does (产值86亿元，占全市的12%). Null where the words tell no share of a whole.
 */
export function shareSubject(
  figure: Figure,
  before: Subject | null,
  rulebook: RuleBook,
  segmenter: Segmenter,
): Subject | null {
  const part = partOfRatio(figure)
  if (part) return part
  const { text, quantity, clause, previous } = figure
  if (quantity.dimension !== 'ratio' || /^的?[\u3400-\u9fff]/.test(figure.after.replace(/^左右|^以[上下]/, '')))
    return null
  const from = Math.max(previous?.quantity.end ?? 0, clause.start)
  const found = SHARE.exec(text.slice(from, quantity.from))
  if (!found) return null
  const lead = (found[1] ?? '').replace(/^.*[，；：（(、）]/s, '').trim()
  if (lead === '' || LINK.test(lead))
    return before && { ...before, side: 'carried', elided: true, rule: 'subject.carriedOver' }
  // 中成药占14%: the plain reading takes the noun already.
  if (/^[ ]*(?:约|近|超过?|不足|不到|了|到)*$/.test(found[2] ?? '')) return null
  const { words } = trailingNoun(lead, segmenter, rulebook)
  return words.length >= 2
    ? { words, phrase: lead.slice(-40), side: 'before', elided: false, rule: 'subject.nounBeforeNumber' }
    : null
}
