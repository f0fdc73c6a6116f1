import type { Paragraph, Sentence } from '../text/paragraphs.ts'
import { type Section, sectionAt } from '../text/sections.ts'
import { type Figure, itemEnd, itemStart } from './figures.ts'
import { leadsTo, movementHead } from './movements.ts'
import type { Quantity } from './quantities.ts'

/** 5期声乐、舞蹈培训班: the kinds are told before their noun. */
const KINDS =
  /^[\u3400-\u9fff]{1,6}(?:、[\u3400-\u9fff]{1,6})*(?:、|和|及|与)[\u3400-\u9fff]{2,8}(?:班|课|课程|培训|讲座|展览|比赛|大赛|演出|活动)(?:[，。；]|$)/

/** The figures of the text in order, each with its neighbours and the words around it. */
export function placeFigures(
  source: string,
  paragraphs: readonly Paragraph[],
  sections: readonly Section[],
  quantities: readonly Quantity[],
): readonly Figure[] {
  const figures: Figure[] = []
  let index = 0
  let next = 0
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.sentences) {
      for (const clause of sentence.clauses) {
        let previous: Figure | null = null
        while (next < quantities.length && (quantities[next]?.start ?? 0) < clause.end) {
          const quantity = quantities[next]
          next++
          if (!quantity || quantity.start < clause.start) continue
          const following = quantities[next]
          const floor = previous ? Math.max(previous.quantity.end, clause.start) : clause.start
          const ceiling = Math.min(
            following && following.from < clause.end ? following.from : clause.end,
            paragraph.end,
          )
          const start = itemStart(source, quantity.from, floor)
          const end = itemEnd(source, quantity.end, ceiling)
          // 5大类10项审批事项: both figures are of the noun behind the second.
          const adjacent = following && following.from === quantity.end && following.from < clause.end
          const listed =
            end < ceiling &&
            (/、[^，。；|]{0,40}等/.test(source.slice(end, ceiling)) || KINDS.test(source.slice(quantity.end, ceiling)))
          const listEnd = listed ? ceiling : end
          const before = source.slice(start, quantity.from)
          const after =
            adjacent && following
              ? source.slice(following.end, itemEnd(source, following.end, clause.end))
              : source.slice(quantity.end, listEnd)
          const head = movementHead(before, source.slice(quantity.end, sentence.end))
          const earlier: Figure | null = previous ?? lastInSentence(figures, sentence)
          const arrives = earlier?.movement === 'from' && leadsTo(source.slice(earlier.quantity.end, quantity.from))
          const figure: Figure = {
            index: index++,
            quantity,
            text: source,
            paragraph,
            sentence,
            clause,
            section: sectionAt(sections, quantity.start),
            previous: earlier,
            item: { start, end },
            before: arrives && earlier ? earlier.before : (head ?? before),
            movement: arrives ? 'to' : head === null ? null : 'from',
            after: head === null ? after : '',
          }
          figures.push(figure)
          previous = figure
        }
      }
    }
  }
  return figures
}

function lastInSentence(figures: readonly Figure[], sentence: Sentence): Figure | null {
  const last = figures[figures.length - 1]
  return last && last.sentence === sentence ? last : null
}
