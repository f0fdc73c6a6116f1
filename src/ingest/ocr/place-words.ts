import type { TextItem } from '../pdf/page-content.ts'
import type { RecognizedLine, RecognizedWord } from './recognizer.ts'

/** A gap wider than this many heights of the line parts two columns. */
const COLUMN_GAP = 1.2

/**
 * The text of recognised lines, placed as the text of a page is: one item for what stands together, on a baseline of its
 * line. `scale` is pixels a point.
 */
export function placeWords(lines: readonly RecognizedLine[], scale: number): readonly TextItem[] {
  return lines.flatMap(({ words, top, bottom }) => {
    const size = (bottom - top) / scale
    return groupByGap(words, (bottom - top) * COLUMN_GAP).map((group) => {
      const left = Math.min(...group.map((word) => word.left))
      const right = Math.max(...group.map((word) => word.right))
      return {
        text: mendNumbers(joinWords(group)),
        x: left / scale,
        width: (right - left) / scale,
        baseline: bottom / scale,
        size,
      }
    })
  })
}

function groupByGap(words: readonly RecognizedWord[], gap: number): readonly (readonly RecognizedWord[])[] {
  const groups: RecognizedWord[][] = []
  for (const word of words.filter(({ text }) => text.trim() !== '')) {
    const last = groups.at(-1)?.at(-1)
    if (last === undefined || word.left - last.right > gap) groups.push([word])
    else groups.at(-1)?.push(word)
  }
  return groups
}

/** Chinese has no spaces: only Latin words keep one between them. */
function joinWords(words: readonly RecognizedWord[]): string {
  return words.reduce((line, { text }) => {
    const latin = /[A-Za-z]$/.test(line) && /^[A-Za-z]/.test(text)
    return line + (latin ? ' ' : '') + text.trim()
  }, '')
}

/** A full stop of the Latin kind between digits is a decimal point, however the recogniser set it. */
function mendNumbers(text: string): string {
  return text.replace(/(?<=\d)\s*[.．]\s*(?=\d)/g, '.').replace(/(?<=\d)\s*[,，]\s*(?=\d{3}(?!\d))/g, ',')
}
