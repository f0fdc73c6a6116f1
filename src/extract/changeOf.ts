import type { RuleBook } from '../rulebook/rulebook.ts'
import { findCounted } from './countedNouns.ts'
import type { Figure } from './figures.ts'
import { type Asked, codeOfNoun, moneyOnly, respectiveNouns } from './respectiveNouns.ts'
import type { Subject } from './subjects.ts'

/** What a later figure may be the growth of: an earlier figure of the sentence and its indicator. */
export interface Grown {
  readonly figure: Figure
  readonly code: string
  readonly isChange: boolean
}

const VERB = /(?:增长|增加|上升|提高|提升|上涨|下降|减少|降低|回落|下跌|下滑|增幅|降幅|翻)/

function listPlace(figure: Figure): { readonly first: Figure; readonly place: number } {
  let first = figure
  let place = 0
  while (
    first.previous &&
    /^[ ]*(?:、|和|及|与|，)[ ]*(?:近|约|超|下降|增长)?$/.test(
      first.text.slice(first.previous.quantity.end, first.quantity.from),
    )
  ) {
    first = first.previous
    place++
  }
  return { first, place }
}

/** Money of a thing is not the thing: 居民收入, 图书经费. */
const MONEY_TAIL = /收入|经费|资金|费用|[额费]$/

/** The code of the noun that a growth is of, where that noun ends the words; null where the catalogue knows none. */
function codeOf(words: string, clause: string, asked: Asked, rulebook: RuleBook): string | null {
  if (words.length === 0) return null
  const match = findCounted(
    words,
    { head: clause, clause, sentence: clause, item: words, inDomain: asked.inDomain },
    moneyOnly(asked.dimension),
    rulebook,
    true,
  )
  if (!match) return null
  const money = MONEY_TAIL.test(words.slice(match.end)) && !match.row.dimensions.includes('money')
  return money ? null : match.row.code
}

/**
 * The indicator that a growth or change is of: the noun before its verb, else the figure at the same place of the list
 * that 分别 ties it to, else the figure before it; `other` where nothing is known.
 */
export function readChangeOf(
  figure: Figure,
  subject: Subject,
  own: string,
  earlier: readonly Grown[],
  inDomain: boolean,
  rulebook: RuleBook,
): string {
  const { text, clause, quantity } = figure
  const { first, place } = listPlace(figure)
  const asked: Asked = { dimension: quantity.dimension, inDomain }
  const lead = text.slice(clause.start, first.quantity.from)
  const listed = place > 0 || /^[ ]*(?:、|和)[ ]*\d/.test(text.slice(quantity.end, clause.end))
  const respective =
    /^(.*?)(?:比[^，；。]{1,14}|较[^，；。]{1,12}|同比|环比)?分别/s.exec(lead) ??
    (listed
      ? /^(.*?)(?:比[^，；。]{1,14}|较[^，；。]{1,12}|同比|环比)?(?:年均)?(?:实际)?(?:增长|下降|提高|上升|减少|降低)$/s.exec(
          lead,
        )
      : null)
  if (respective) {
    const nouns = respectiveNouns(respective[1] ?? '')
    if (nouns.length > 1 && nouns[place])
      return codeOfNoun(nouns, place, text.slice(clause.start, clause.end), asked, rulebook) ?? 'other'
    // 接待游客860万人次、实现旅游收入68亿元，同比分别增长12.4%、15.6%: the figures before, in order.
    const tail = text.slice(quantity.end, clause.end)
    const length = place + 1 + (tail.match(/(?:、|和|及|与)(?:下降|增长)?[\d]/g) ?? []).length
    const levels = earlier.filter(
      (grown) =>
        !grown.isChange &&
        grown.figure.quantity.dimension !== 'duration' &&
        grown.figure.quantity.end <= first.quantity.from,
    )
    const answered = levels[levels.length - length + place]
    if (answered && levels.length >= length) return answered.code
  }
  const before = text.slice(Math.max(clause.start, figure.item.start), quantity.from)
  const verb = before.search(VERB)
  const noun =
    verb > 0
      ? before
          .slice(0, verb)
          .replace(/(?:比|较|与|同)[\u4e00-\u9fff\d]{1,14}$|(?:同比|环比|年均|分别|实际|名义|略|将|均|平均)+$/g, '')
      : ''
  const named = codeOf(noun, text.slice(clause.start, clause.end), asked, rulebook)
  if (named) return named
  if (own !== 'other' && !own.startsWith('rate.growth') && subject.side !== 'carried') return own
  // 巡演168场，观众12万人次，比上年增加20场: of what was counted in that unit.
  const last =
    (sameUnit(quantity) && earlier.findLast(({ figure: one }) => one.quantity.unit === quantity.unit)) || earlier.at(-1)
  return last ? last.code : own
}

/** Whether a change is told in a unit of things, not as a rate. */
export const sameUnit = ({ dimension }: Figure['quantity']): boolean =>
  !/^(?:ratio|point|multiple)$/.test(dimension ?? 'ratio')
