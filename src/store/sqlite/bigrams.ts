/** Marks and letters of ASCII are moved here: the index's tokenizer would part words at them and fold their case. */
const PRIVATE_AREA = 0xe000
const ASCII_END = 0x80

/**
 * Every two neighbouring characters of a text, each pair once, as words for the search index: Chinese is written without
 * spaces, so that any two characters can be a word. `图书馆5%` → `图书 书馆 馆5 5%`, ASCII characters in disguise. Empty
 * for a text of one character.
 */
export function bigramsOf(text: string): string {
  const pairs = new Set<string>()
  let previous = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const letter = code < ASCII_END ? String.fromCodePoint(PRIVATE_AREA + code) : character
    if (previous !== '') pairs.add(previous + letter)
    previous = letter
  }
  return [...pairs].join(' ')
}

/** The query that finds all texts with every pair of `words` in them; null for words of one character. */
export function matchOf(words: string): string | null {
  const pairs = bigramsOf(words)
  return pairs === ''
    ? null
    : pairs
        .split(' ')
        .map((pair) => `"${pair}"`)
        .join(' AND ')
}
