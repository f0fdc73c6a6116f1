/** One word with its part of speech in jieba's tag set (n noun, v verb, vn verbal noun, m numeral, q measure …). */
export interface Token {
  readonly word: string
  readonly tag: string
}

/** Cuts text into words. Costly: ask for clauses that hold a figure only. */
export interface Segmenter {
  tag(text: string): readonly Token[]
}

let loaded: Promise<Segmenter> | null = null

/**
 * The segmenter of this process. Loads its dictionaries (about one second, 250 MB) at the first call only; `idfDict` is a
 * file of word weights instead of its own.
 */
export function loadSegmenter(idfDict?: string): Promise<Segmenter> {
  loaded ??= import('nodejieba').then((module) => {
    const jieba = module.default ?? module
    jieba.load(idfDict === undefined ? {} : { idfDict })
    return withVocabulary(jieba)
  })
  return loaded
}

/** What the library offers of which a segmenter is made. */
export interface Jieba {
  cut(text: string, withUnknownWords: boolean): readonly string[]
  tag(text: string): readonly Token[]
}

/** Words are remembered up to so many, which no archive of reports reaches; beyond, all are forgotten. */
const MOST_WORDS = 100_000

/**
 * A segmenter that cuts at every call and asks for tags only where a word is new: the tag of a word is the same wherever
 * it stands, and bringing it over from the library takes longer than cutting does.
 */
export function withVocabulary(jieba: Jieba, most = MOST_WORDS): Segmenter {
  const known = new Map<string, Token>()
  const learn = (text: string): readonly Token[] => {
    if (known.size > most) known.clear()
    const tokens = jieba.tag(text)
    for (const token of tokens) known.set(token.word, token)
    return tokens
  }
  return {
    tag: (text) => {
      const tokens: Token[] = []
      for (const word of jieba.cut(text, true)) {
        const token = known.get(word)
        if (token === undefined) return learn(text)
        tokens.push(token)
      }
      return tokens
    },
  }
}

/**
 * The same segmenter, asked once for each text: the figures of a report ask for the same words again and again. What it
 * remembers grows, so that each report has one of its own.
 */
export function rememberWords(segmenter: Segmenter): Segmenter {
  const known = new Map<string, readonly Token[]>()
  return {
    tag: (text) => {
      const tokens = known.get(text) ?? segmenter.tag(text)
      known.set(text, tokens)
      return tokens
    },
  }
}
