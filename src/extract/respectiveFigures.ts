import type { Figure } from './figures.ts'
import type { IndicatorReading } from './indicatorView.ts'
import { respectiveNouns } from './respectiveNouns.ts'
import type { Subject } from './subjects.ts'

/** What is asked of a figure that was read before. */
interface Answered {
  readonly figure: Figure
  readonly subject: Subject
  readonly indicator: IndicatorReading
  readonly change: object | null
}

/** A list that figures of one kind make (1.2万和0.8万人次), seen from one of them. */
interface FigureList {
  readonly first: Figure
  readonly place: number
  readonly length: number
}

function listOf(figure: Figure): FigureList {
  let first = figure
  let place = 0
  const isListed = (one: Figure, before: Figure): boolean =>
    /^[ ]*(?:、|和|及|与|，)[ ]*(?:近|约|超)?$/.test(one.text.slice(before.quantity.end, one.quantity.from))
  while (first.previous && isListed(first, first.previous)) {
    first = first.previous
    place++
  }
  const tail = figure.text.slice(figure.quantity.end, figure.clause.end)
  return { first, place, length: place + 1 + (tail.match(/(?:、|和|及|与)[近约超]?\d/g) ?? []).length }
}

const headOf = ({ first }: FigureList): string => first.text.slice(first.clause.start, first.quantity.from)

/**
 * 演出12场、电影30场，观众分别达1.2万和0.8万人次: the reading of the figure that this one answers to, counted from the
 * ends of both lists; null where no 分别 or 依次 ties them.
 */
export function respectiveReading(figure: Figure, sentence: readonly Answered[]): IndicatorReading | null {
  if (!/分别|依次/.test(figure.text.slice(figure.sentence.start, figure.quantity.from))) return null
  const list = listOf(figure)
  if (!/(?:分别|依次)[^，。；]{0,8}$/.test(headOf(list))) return null
  const answered = sentence[sentence.length - list.length]
  return answered && answered.figure.quantity.dimension !== figure.quantity.dimension ? answered.indicator : null
}

/** The nouns before 分别, as many as the figures of the list behind it, and the place of this one; null elsewhere. */
export function nounsOfList(figure: Figure): { readonly nouns: readonly string[]; readonly place: number } | null {
  if (!/分别|依次/.test(figure.text.slice(figure.sentence.start, figure.quantity.from))) return null
  const list = listOf(figure)
  const words = /^([^，；：]+?)(?:同比|环比|[比较][^，。；]{1,12})?(?:分别|依次)/.exec(headOf(list))?.[1] ?? ''
  const nouns = list.length > 1 ? respectiveNouns(words) : []
  return nouns.length > 0 && nouns.length === list.length ? { nouns, place: list.place } : null
}

/** 自来水普及率、厕所普及率分别提高3.0和1.9个百分点: the noun at the place of a change under 分别; null elsewhere. */
export function respectiveSubject(figure: Figure): Subject | null {
  const list = nounsOfList(figure)
  const noun = list?.nouns[list.place]
  if (noun === undefined) return null
  const phrase = noun.replace(/^(?:接待|实现|完成|全年|全[国省市县区])+/, '')
  return { words: phrase.slice(-16), phrase, side: 'before', elided: false, rule: 'subject.respective' }
}

/**
 * What a share or a change without words of its own is of: of as many levels as there are rates, the one at the same
 * place (游客210万人次，收入8亿元，增长33%和68%); else what was counted last.
 */
export function subjectOfRate(figure: Figure, sentence: readonly Answered[], last: Subject | null): Subject | null {
  const list = listOf(figure)
  if (list.length < 2) return last
  const levels = sentence.filter(
    (one) =>
      one.change === null &&
      (one.figure.quantity.dimension !== figure.quantity.dimension ||
        one.figure.quantity.end <= list.first.quantity.from) &&
      one.figure.quantity.dimension !== 'duration',
  )
  const answered = levels[levels.length - list.length + list.place]
  return answered && levels.length >= list.length ? answered.subject : last
}
