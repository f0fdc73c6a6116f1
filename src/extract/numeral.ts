import type { Span } from '../model/span.ts'

/**
 * How a numeral states its number:
 * `plain` 103, 三十; `masked` 20_0; `approximate` 两三, 七八十; `several` 数十, 几百; `order` 上百, 上万;
 * `fraction` 三分之二, 1/3; `date` 2023-05-18; `clock` 18:30.
 */
export type NumeralForm = 'plain' | 'masked' | 'approximate' | 'several' | 'order' | 'fraction' | 'date' | 'clock'

/** What a run of characters says as a number, up to `end`. */
export interface NumeralReading {
  readonly end: number
  readonly form: NumeralForm
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  /** The worth of the last printed digit; null where the writing names no such place. */
  readonly resolution: number | null
  /** A vague word inside the number: 10余万, 二十几万, 10万+ → over; 10来万, 百十 → about. */
  readonly inner: 'over' | 'about' | null
  /** `%` or `‰` where the numeral itself is a ratio (百分之三十), else null. */
  readonly unit: string | null
}

/** A maximal run that writes one number, with the bounds that the writing itself gives. */
export interface Numeral extends Span, NumeralReading {
  readonly text: string
  readonly script: 'digits' | 'han'
}

const SILENT: NumeralReading = {
  end: 0, form: 'plain', value: null, min: null, max: null, resolution: null, inner: null, unit: null,
} // biome-ignore format: a record that the others start from

/** A reading that states no number: a date, a clock time, 百千万. */
export const withoutValue = (form: NumeralForm, end: number): NumeralReading => ({ ...SILENT, form, end })

/** A reading that states one number; with `inner` at least or about that much. */
export function plain(
  end: number,
  value: number,
  resolution: number | null,
  inner: NumeralReading['inner'] = null,
): NumeralReading {
  const [min, max] = [inner === 'about' ? null : value, inner === null ? value : null]
  // Written out: most numerals are made here, and a record spread from another takes several times as long.
  return { end, form: 'plain', value, min, max, resolution, inner, unit: null }
}

/** A reading that gives two bounds and no number. */
export function between(
  form: 'masked' | 'approximate' | 'several',
  end: number,
  min: number,
  max: number,
): NumeralReading {
  return { ...SILENT, form, end, min, max }
}

/** A share of the whole in percent. */
export function fraction(end: number, percent: number): NumeralReading {
  return { ...SILENT, form: 'fraction', end, value: percent, min: percent, max: percent, unit: '%' }
}

/** What a vague word says of the number that it stands in: 来 is about, 余, 多 and 几 are over. */
export const innerOf = (word: string): 'over' | 'about' => (word === '来' ? 'about' : 'over')

/** The match of a sticky pattern right at `at`, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
