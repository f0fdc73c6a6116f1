import { triggersOf } from './triggers.ts'

const SPECIAL = /[\\\]^-]/g

/** By pattern: what finds its triggers; null where it has none. */
const triggers = new WeakMap<RegExp, RegExp | null>()

/**
 * Whether a pattern may match in `text`: false where none of the characters stands there of which every match has one.
 * Costs a fraction of trying the pattern at each place of the text, which is what most patterns are asked in vain.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let finds = triggers.get(pattern)
  if (finds === undefined) {
    const chars = triggersOf(pattern.source)
    finds = chars === '' ? null : new RegExp(`[${chars.replace(SPECIAL, '\\$&')}]`)
    triggers.set(pattern, finds)
  }
  return finds === null || finds.test(text)
}

/**
 * All matches of a global pattern in `text`, in order: what `matchAll` gives, without the copy of the pattern that it
 * makes at every call, which costs more than a short text does.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  if (!mayMatch(pattern, text)) return found
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}

/** The first match of a pattern that is neither global nor sticky; null where there is none. */
export const firstMatch = (pattern: RegExp, text: string): RegExpExecArray | null =>
  mayMatch(pattern, text) ? pattern.exec(text) : null
