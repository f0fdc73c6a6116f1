import { setOf } from '../text/charSets.ts'

/** The words cut behind each mark that ends a clause. */
export function piecesOf(words: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at < words.length; at++) {
    if (CLAUSE_ENDS[words.charCodeAt(at)] !== 1) continue
    pieces.push(words.slice(start, at + 1))
    start = at + 1
  }
  if (start < words.length || words === '') pieces.push(words.slice(start))
  return pieces
}

const CLAUSE_ENDS = setOf('，；：。\n')
