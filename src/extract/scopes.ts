import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { labelledPlace } from './agents.ts'
import type { Figure } from './figures.ts'
import { OF_ALL, WHOLE } from './namedBodies.ts'
import { NO_SCOPE, type ScopeContext, type ScopeReading, type ScopeView, viewScope } from './scopeReading.ts'
import { countingOf, readCarriedScope, readToldOf } from './scopesCarried.ts'
import { readNamedScope } from './scopesNamed.ts'
import { readCellScope } from './scopesOfCells.ts'
import { topicOfSentence } from './sentenceTopics.ts'
import type { Subject } from './subjects.ts'

/** Whose figure it is, where the words name a body, place or event other than the reporting body, or its paragraph does. */
export function readScope(
  figure: Figure,
  subject: Subject,
  context: ScopeContext,
  rulebook: RuleBook,
  segmenter: Segmenter,
): ScopeReading {
  const view = viewScope(figure, subject, context, rulebook, segmenter)
  if (figure.paragraph.cell) return readCellScope(view) ?? NO_SCOPE
  const read = readNamedScope(view) ?? readScopeInForce(view)
  if (read.scope !== '') return read
  const place = labelledPlace(figure.text, figure.paragraph)
  return place === '' || context.issuer.includes(place) ? read : { ...read, scope: place, rule: 'scope.label' }
}

/** The scope that the words before the clause put in force: what the sentence is about, or whom earlier figures are of. */
function readScopeInForce(view: ScopeView): ScopeReading {
  const { figure, opening, since, context, rulebook, segmenter } = view
  const counting = countingOf(view)
  const topic = topicOfSentence(figure, rulebook, segmenter)
  const ownTopic = OF_ALL.test(opening) || /人均|^[^，]*增长/.test(opening)
  // “进社区”活动，组织院团送节目80场: sessions that are organised anew are of the reporting body.
  const organised =
    figure.quantity.dimension === 'session' && /^(?:组织|举办|开展|放映|培训)[\u4e00-\u9fff]{2}/.test(opening)
  // 区图书馆办证7800张，举办“涵芬讲堂”24次: what a body holds is of the body.
  const held =
    topic.startsWith('“') && !opening.startsWith(topic) && (context.before?.scope ?? '') !== '' && !/；/.test(since)
  if (topic && !held && !organised && !counting.countsPlaces && !WHOLE.test(opening) && !ownTopic)
    return view.scoped(topic, 'scope.topic')
  return readCarriedScope(view, counting) ?? readToldOf(view) ?? { scope: '', rule: 'scope.own', ...counting.carries }
}
