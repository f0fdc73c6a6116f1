/** Characters that take two columns on a terminal: Han, kana, hangul, full-width forms, emoji (East Asian Wide). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
/** Characters that take none: combining marks, joiners, variation selectors, format characters. */
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u
/** Control characters: they would move the cursor or colour the screen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** Columns that a text takes on a terminal: 图书 → 4. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** A text without line ends and control characters, so that a report cannot move the cursor of whoever reads it. */
export function onOneLine(text: string): string {
  return text.replace(CONTROL, ' ')
}

/** A text of exactly `width` columns: padded on the given side, or cut and ended with `…`. */
export function fitted(text: string, width: number, align: 'left' | 'right'): string {
  const shown = displayWidth(text) > width ? cut(text, width) : text
  const padding = ' '.repeat(Math.max(0, width - displayWidth(shown)))
  return align === 'left' ? shown + padding : padding + shown
}

function cut(text: string, width: number): string {
  let shown = ''
  let used = 0
  for (const character of text) {
    used += characterWidth(character)
    if (used > width - 1) break
    shown += character
  }
  return `${shown}…`
}

function characterWidth(character: string): number {
  if (ZERO.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
