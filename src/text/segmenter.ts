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
    return { tag: (text) => jieba.tag(text) }
  })
  return loaded
}

/**
 * The same segmenter, asked once for each text: the figures of a sentence ask for the same words again and again. What it
 * remembers grows, so that each sentence has one of its own.
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
