import type { UnitRow } from '../model/reference.ts'

/**
 * What a printed number of a unit can stand between: a `count` is a whole number, exact where printed to the last one;
 * an `amount` was rounded at its last digit; a `ratio` too, and the change of one is told in points, never in percent.
 */
export type Nature = 'count' | 'amount' | 'ratio'

/** One way to write a unit: figures of one measure count alike and may be compared. */
export interface UnitForm {
  readonly form: string
  /** Id of the row that has the form. */
  readonly unit: string
  readonly measure: string
  readonly nature: Nature
}

/**
 * Dimensions whose measure words only say what shape of thing is counted: what is counted is said by the indicator, so
 * 34家 and 36个 of one indicator may be compared. 人 and 人次 are two dimensions: persons and visits never are.
 */
const COUNTED = new Set([
  'session',
  'visit',
  'person',
  'household',
  'item',
  'inspection',
  'place',
  'book',
  'place_rank',
])
const RATIOS = new Set(['ratio', 'point', 'multiple'])

function natureOf(dimension: string): Nature {
  if (COUNTED.has(dimension)) return 'count'
  return RATIOS.has(dimension) ? 'ratio' : 'amount'
}

/** Every form of the rows with its measure, in the order of the rows; a form that two rows claim belongs to the first. */
export function readUnitForms(units: readonly UnitRow[]): ReadonlyMap<string, UnitForm> {
  const forms = new Map<string, UnitForm>()
  for (const row of units) {
    const nature = natureOf(row.dimension)
    for (const form of row.forms) {
      if (forms.has(form)) continue
      // 公里 and 米 are of one dimension, but not of one size.
      const measure = nature === 'count' ? row.dimension : (row.canonical ?? form)
      forms.set(form, { form, unit: row.id, measure, nature })
    }
  }
  return forms
}
