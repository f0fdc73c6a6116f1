import { topicWords } from '../../compare/base.ts'
import { chineseNumber, englishNumber, plainNumber, type ShowNumber, shownValue } from '../../compare/shown.ts'
import type { PageLanguage } from '../data.ts'
import type { Archive, Entry, Figure, Variant } from './model.ts'

/** How numbers are written in a language. */
export function numberIn(language: PageLanguage): ShowNumber {
  return language === 'zh' ? chineseNumber : englishNumber
}

/** A figure with the sign of what is known of it: ≥ 1,000. */
export function figureText(figure: Figure, language: PageLanguage): string {
  return shownValue(figure, numberIn(language))
}

/** The same with its unit: ≥ 1,000 场. */
export function valueWithUnit(figure: Figure, language: PageLanguage): string {
  const value = figureText(figure, language)
  return figure.unit.startsWith('%') ? value + figure.unit : `${value} ${figure.unit}`
}

/** How the numbers of an axis are written: in what worth, named beside its unit, so that the numbers stay short. */
export interface AxisScale {
  /** The number in that worth, no digit rounded away. */
  readonly shown: ShowNumber
  /** What it is worth with the unit: 万亿元. */
  readonly unit: string
}

const WORTHS: Readonly<Record<PageLanguage, readonly (readonly [worth: number, name: string])[]>> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, 'trillion '],
    [1e9, 'billion '],
    [1e6, 'million '],
  ],
}

/** The worth that the greatest number of an axis is written in. */
export function axisScale(greatest: number, unit: string, language: PageLanguage): AxisScale {
  const [worth, name] = WORTHS[language].find(([one]) => Math.abs(greatest) >= one * 2) ?? [1, '']
  return { shown: (value) => plainNumber(Number((value / worth).toPrecision(12))), unit: name + unit }
}

/** A figure with the sign of what is known of it, as an axis writes its numbers. */
export function scaledText(figure: Figure, scale: AxisScale): string {
  return shownValue(figure, scale.shown)
}

/** Room in pixels for the widest of some texts in the type of a chart. */
export function roomFor(texts: readonly string[]): number {
  const widths = texts.map((text) => [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 13 : 7.3), 0))
  return Math.max(0, ...widths)
}

/** Where a figure is drawn: at its number, else in the middle of its bounds, else at the one that it has. */
export function heightOf({ value, min, max }: Pick<Figure, 'value' | 'min' | 'max'>): number | null {
  if (value !== null) return value
  return min !== null && max !== null ? (min + max) / 2 : (min ?? max)
}

/** The name of an indicator at a place: of what it is the growth, and what is counted where the indicator does not say. */
export function entryName({ indicator, of, topic }: Entry, archive: Archive): string {
  const { language, nameOf, words } = archive
  const told = topicWords(topic, words.explorer.otherPeriod)
  const name = indicator === 'other' ? (topic === '' ? words.explorer.otherIndicator : '') : nameOf(indicator)
  // The subject says more than that no indicator fits.
  const grown = of === null || (of === 'other' && told.length > 0) ? '' : nameOf(of)
  if (language === 'zh') return [grown, name, ...told].filter((part) => part !== '').join(' · ')
  const named = `${grown} ${name}`.trim()
  return [named.charAt(0).toUpperCase() + named.slice(1), ...told].filter((part) => part !== '').join(' · ')
}

/** The codes of an indicator, which the English page shows beside its name and filters look in. */
export function entryCodes({ indicator, of }: Entry): string {
  return of === null ? indicator : `${indicator} (${of})`
}

/** The name of a place; one that is known by its document only says so. */
export function placeName(place: string, archive: Archive): string {
  return place.startsWith('document ') ? archive.words.unknownPlace(place.slice('document '.length)) : place
}

/** What sets a variant of an entry apart from the others. */
export function variantName(variant: Variant, entry: Entry, archive: Archive): string {
  const { words } = archive
  const differ = (of: (one: Variant) => string) => new Set(entry.variants.map(of)).size > 1
  const parts = [
    variant.scope === '' ? words.variant.own : variant.scope,
    differ(({ basis }) => basis) || variant.basis !== 'total' ? words.variant.basis[variant.basis] : '',
    differ(({ aspect }) => aspect) ? words.variant.aspect[variant.aspect] : '',
    differ(({ measure }) => measure) ? words.variant.measured(unitsOf(variant, archive).join('/')) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** The units of the figures of a variant, the commonest first. */
export function unitsOf(variant: Variant, archive: Pick<Archive, 'figure'>): readonly string[] {
  const counts = new Map<string, number>()
  for (const series of Object.values(variant.series))
    for (const point of series.points) {
      const { unit } = archive.figure(point)
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  return [...counts].sort(([, a], [, b]) => b - a).map(([unit]) => unit)
}
