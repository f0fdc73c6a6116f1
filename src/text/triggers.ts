/** One of these must stand in every match; null where nothing is sure. */
type Needed = ReadonlySet<string> | null

/** Characters that stand in most sentences: to ask for them tells little. */
const COMMON: ReadonlySet<string> = new Set(
  '，。、的和业国发展大一建进化加工产人民中全新实设力要经政生年增有地制动在会作高改行重市个%0123456789',
)
const WEIGHT_OF_COMMON = 12
/** More characters than these are in most texts anyway. */
const MOST = 90

const weightOf = (needed: ReadonlySet<string>): number => {
  let weight = 0
  for (const char of needed) weight += COMMON.has(char) ? WEIGHT_OF_COMMON : 1
  return weight
}

/** Of two demands that both hold the one that fewer texts meet. */
const rarer = (one: Needed, other: Needed): Needed =>
  one === null || (other !== null && weightOf(other) < weightOf(one)) ? other : one

const either = (one: Needed, other: Needed): Needed => (one && other ? new Set([...one, ...other]) : null)

/**
 * Characters of which one must stand in a text for a pattern to match there, by its source: 将 and 拟 of
 * (?:将(?=于|在)|拟定)举办; '' where it demands none that many texts lack. Parts that are not understood demand nothing. Not for
 * patterns that fold case.
 */
export function triggersOf(source: string): string {
  let at = 0

  function readAlternatives(): Needed {
    let all: Needed | undefined
    for (;;) {
      const own = readSequence()
      all = all === undefined ? own : either(all, own)
      if (source[at] !== '|') return all
      at++
    }
  }

  function readSequence(): Needed {
    let needed: Needed = null
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const own = readAtom()
      needed = rarer(needed, mayBeMissing() ? null : own)
    }
    return needed
  }

  /** Reads the quantifier behind an atom: whether it allows none of it. */
  function mayBeMissing(): boolean {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))
    if (!quantifier) return false
    at += quantifier[0].length
    return /^[*?]/.test(quantifier[0]) || quantifier[1] === '0'
  }

  function readAtom(): Needed {
    const char = source.charAt(at++)
    if (char === '(') return readGroup()
    if (char === '[') return readClass()
    if (char === '\\') return readEscape()
    return /[.^$]/.test(char) ? null : new Set([char])
  }

  function readGroup(): Needed {
    const opening = /^\?(?:[:=!]|<[=!]|<[A-Za-z]\w*>)/.exec(source.slice(at, at + 40))?.[0] ?? ''
    at += opening.length
    const needed = readAlternatives()
    at++
    return opening.endsWith('!') ? null : needed
  }

  /** A class of single characters; one with a range, a negation or an escape demands nothing. */
  function readClass(): Needed {
    const start = at
    while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
    const chars = source.slice(start, at++)
    return /^\^|[\\-]/.test(chars) ? null : new Set(chars)
  }

  function readEscape(): Needed {
    const char = source.charAt(at++)
    if (char === 'u') at += 4
    if (char === 'x') at += 2
    if (char === 'c') at += 1
    if (char === 'k') at = source.indexOf('>', at) + 1
    if (/\d/.test(char)) while (/\d/.test(source.charAt(at))) at++
    return /[^\w\s]/.test(char) ? new Set([char]) : null
  }

  const needed = readAlternatives()
  return at === source.length && needed !== null && weightOf(needed) <= MOST ? [...needed].join('') : ''
}
