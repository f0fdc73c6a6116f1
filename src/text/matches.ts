/**
 * All matches of a global pattern in `text`, in order: what `matchAll` gives, without the copy of the pattern that it
 * makes at every call, which costs more than a short text does.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
