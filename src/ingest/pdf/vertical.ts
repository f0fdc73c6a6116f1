import type { Rule, TextItem } from './page-content.ts'

/** A text on an upright page. */
export interface PlacedText extends TextItem {
  /** Whether its font sets it downwards, and how far then. */
  readonly downwards: boolean
  readonly height: number
}

/** Characters set one below the other that make us believe in vertical writing. */
const FEWEST = 8
/** Where a character's square stands about its baseline, in sizes of the type. */
const ABOVE = 0.88
const BELOW = 0.12

/** The forms that signs have in vertical writing, and the signs. */
const FORMS = '︐︑︒︓︔︕︖︰︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄'
const SIGNS = '，、。：；！？：—_（）｛｝〔〕【】《》〈〉「」『』'

/**
 * Whether a page is written in columns from the top to the bottom: most of its Chinese characters stand below the one
 * before, or are set by a font that runs downwards.
 */
export function isVertical(texts: readonly PlacedText[]): boolean {
  let down = 0
  let across = 0
  let before: PlacedText | undefined
  for (const text of texts) {
    const count = text.text.match(/\p{Script=Han}/gu)?.length ?? 0
    if (text.downwards) down += count
    else if (count > 1) across += count
    else if (count === 1) {
      if (before !== undefined && standsBelow(text, before)) down += 1
      else across += 1
      before = text
    }
  }
  return down >= FEWEST && down > across * 2
}

function standsBelow(text: PlacedText, other: PlacedText): boolean {
  const step = text.baseline - other.baseline
  return Math.abs(text.x - other.x) < text.size * 0.3 && step > text.size * 0.7 && step < text.size * 2.5
}

/**
 * The texts of such a page as if its columns were lines, the right one first. Texts that lie on their side in them,
 * such as figures, come in `lying`, already so. Texts set across, such as page numbers, come last.
 */
export function turnColumns(
  texts: readonly PlacedText[],
  lying: readonly TextItem[],
  width: number,
): readonly TextItem[] {
  return [...texts.map((text) => turnText(text, width)), ...lying].map((item) => ({
    ...item,
    text: item.text.replace(/[︐-︖︰-﹄]/g, (form) => SIGNS.charAt(FORMS.indexOf(form)) || form),
  }))
}

function turnText({ text, x, width, baseline, size, downwards, height }: PlacedText, pageWidth: number): TextItem {
  // A font that runs downwards is placed by the middle of the first character's upper side.
  if (downwards) return { text, x: baseline, width: height, baseline: pageWidth - x + size * (0.5 - BELOW), size }
  if (width > size * 1.6) return { text, x: 0, width, baseline: pageWidth + baseline, size }
  return { text, x: baseline - size * ABOVE, width: size, baseline: pageWidth - x - size * BELOW, size }
}

/** Drawn lines turned as the columns are. */
export function turnRules(
  rules: { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] },
  width: number,
): { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] } {
  const ascending = (a: Rule, b: Rule) => a.at - b.at || a.from - b.from
  return {
    horizontal: rules.vertical.map(({ at, from, to }) => ({ at: width - at, from, to })).toSorted(ascending),
    vertical: rules.horizontal
      .map(({ at, from, to }) => ({ at, from: width - to, to: width - from }))
      .toSorted(ascending),
  }
}
