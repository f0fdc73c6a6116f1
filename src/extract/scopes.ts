import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import { labelledPlace } from './agents.ts'
import { COUNTS_BODIES, isEvent } from './bearers.ts'
import type { Figure } from './figures.ts'
import { OF_ALL, WHOLE } from './namedBodies.ts'
import { NO_SCOPE, type ScopeContext, type ScopeReading, type ScopeView, viewScope } from './scopeReading.ts'
import { countingOf, PROPERTY, readCarriedScope, readToldOf } from './scopesCarried.ts'
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
  const found = readNamedScope(view) ?? readScopeInForce(view)
  // 全县A级旅游景区由6家增加到9家: what is counted is no body of its own.
  const read = isCounted(figure, subject, found.scope) ? { ...found, scope: '' } : found
  if (read.scope !== '') return read
  const ruled = bodyOfRules(view)
  if (ruled !== '') return { ...read, scope: ruled, rule: 'scope.ruled' }
  const place = labelledPlace(figure.text, figure.paragraph)
  return place === '' || context.issuer.includes(place) ? read : { ...read, scope: place, rule: 'scope.label' }
}

/** 乡镇文化站考核办法: the kind of houses that a text of rules is for, where the figure is a norm of theirs; '' elsewhere. */
function bodyOfRules({ figure, context, rulebook }: ScopeView): string {
  const { dimension } = figure.quantity
  if (
    !context.ruled ||
    !/办法|细则|规范|规定|考核/.test(context.title) ||
    COUNTS_BODIES.test(figure.quantity.unit) ||
    dimension === 'score' ||
    dimension === 'money' ||
    dimension === 'ratio'
  )
    return ''
  const body = rulebook.bodies.find(context.title).at(-1)
  return body === undefined || isEvent(body.row.id) || context.issuer.includes(body.form) ? '' : body.form
}

/** Whether a scope is but the thing that is counted, with the place that has it. */
const isCounted = ({ quantity }: Figure, subject: Subject, scope: string): boolean =>
  scope !== '' &&
  /^(?:item|place)$/.test(quantity.dimension ?? '') &&
  !/^[篇条件]/.test(quantity.unit) &&
  scope.replace(/^(?:全[国省市县区镇州]|我[省市县区镇州])/, '') ===
    subject.words.replace(/^(?:全[国省市县区镇州]|我[省市县区镇州])/, '')

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
  // 《盐河谣》获奖，4件作品入选: works that are counted are others.
  const others = view.isCount && topic.includes('《') && /^[件部首篇人名]$/.test(figure.quantity.unit)
  const counts = counting.countsPlaces && !PROPERTY.test(opening)
  if (topic && !held && !others && !organised && !counts && !WHOLE.test(opening) && !ownTopic)
    return view.scoped(topic, 'scope.topic')
  return readCarriedScope(view, counting) ?? readToldOf(view) ?? { scope: '', rule: 'scope.own', ...counting.carries }
}
