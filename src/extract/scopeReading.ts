import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { withoutOpening } from './namedBodies.ts'
import type { Subject } from './subjects.ts'

/** Whose figure it is, with where that was said, so that later figures can take it over. */
export interface ScopeReading {
  readonly scope: string
  readonly rule: string
  /** What goes on to the following figures: the scope, or the body that this figure counts. */
  readonly carries: string
  /** Whether the body was only counted among what was done (新建书房2家): what it is like goes on, what is done next does not. */
  readonly counted?: boolean
}

export const NO_SCOPE: ScopeReading = { scope: '', rule: 'scope.own', carries: '' }

export interface ScopeContext {
  /** The scope reading of the figure before in the same sentence; null at the head of a sentence. */
  readonly before: ScopeReading | null
  /** The last scope of the sentence before in the same paragraph. */
  readonly sentenceBefore: ScopeReading | null
  readonly issuer: string
  readonly title: string
  readonly region: string
  readonly statistics: boolean
  /** Whether the figure is a norm of a text that sets rules for what its title names. */
  readonly ruled: boolean
  /** The indicator of the figure. */
  readonly code: string
}

/** A figure with the words that the rules of scopes look at. */
export interface ScopeView {
  readonly figure: Figure
  readonly subject: Subject
  readonly context: ScopeContext
  readonly rulebook: RuleBook
  readonly segmenter: Segmenter
  /** The clause up to the number. */
  readonly clauseWords: string
  /** What stands between the figure before (or the beginning of the sentence) and the number. */
  readonly since: string
  /** The words of the clause that are the figure's own, without times and links. */
  readonly opening: string
  /** Whether things or places are counted. */
  readonly isCount: boolean
  /** The reading of a figure that is of `name`, unless that is who reports. */
  readonly scoped: (name: string, rule: string) => ScopeReading
}

/** The name of one hall or station, not of a kind of them. */
const SINGLE = /^(?!.*(?:公共|全国|各级|科技馆|国家[^大])).{1,12}[馆站院]$/

/** Whether a name is that of the reporting body; of several that report together each has figures of its own. */
function isOwn(name: string, { issuer, title }: ScopeContext, text: string): boolean {
  if (name === '') return false
  // 我馆, 我站 in a text whose issuer is not known: the hall that it speaks of.
  if (issuer === '') return SINGLE.test(name) && (title.includes(name) || text.includes(`我${name.slice(-1)}`))
  // 云溪县文化馆、云溪县图书馆 report: what is of one of them is not of both.
  return issuer.split('、').every((body) => body.includes(name)) || name.includes(issuer)
}

export function viewScope(
  figure: Figure,
  subject: Subject,
  context: ScopeContext,
  rulebook: RuleBook,
  segmenter: Segmenter,
): ScopeView {
  const { text, clause, quantity, sentence } = figure
  // 占全省景区总数的9%: the whole that a share is of has no figure here.
  const clauseWords = text.slice(clause.start, quantity.from).replace(/占(?!比|地)[^，。；]*$/, '')
  const since = text.slice(figure.previous?.quantity.end ?? sentence.start, quantity.from)
  return {
    figure,
    subject,
    context,
    rulebook,
    segmenter,
    clauseWords,
    since,
    opening: withoutOpening(since.length < clauseWords.length ? since : clauseWords),
    isCount: quantity.dimension === 'item' || quantity.dimension === 'place',
    scoped: (name, rule) => {
      const scope = isOwn(name, context, text) ? '' : name
      return { scope, rule, carries: scope }
    },
  }
}
