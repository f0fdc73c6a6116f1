import type { ReportedFact } from '../model/reported-fact.ts'

/**
 * Where in its sentence a figure stands. The same words may stand in it several times: then the source text tells which
 * of them are meant. Null where it cannot be told.
 */
export function spotInSentence(
  fact: Pick<ReportedFact, 'quote' | 'sentence' | 'start' | 'document'>,
  sourceOf: (document: string) => string,
): number | null {
  const first = fact.sentence.indexOf(fact.quote)
  if (first < 0) return null
  if (fact.sentence.indexOf(fact.quote, first + 1) < 0) return first
  const source = sourceOf(fact.document)
  const earliest = Math.max(0, fact.start - fact.sentence.length)
  for (
    let at = source.indexOf(fact.sentence, earliest);
    at >= 0 && at <= fact.start;
    at = source.indexOf(fact.sentence, at + 1)
  ) {
    const spot = fact.start - at
    if (fact.sentence.startsWith(fact.quote, spot)) return spot
  }
  return null
}
