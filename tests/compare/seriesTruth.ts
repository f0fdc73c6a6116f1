import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Series, SeriesPoint } from '../../src/compare/series.ts'
import { MODIFIERS, STATUSES } from '../../src/model/fact.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'

const COLUMNS = ['indicator', 'of', 'year', 'status', 'value', 'unit', 'modifier', 'report'] as const

const truthRow = z.strictObject({
  indicator: z.string().min(1),
  of: z.string(),
  year: z.coerce.number().int().min(1949).max(2100),
  status: z.enum(STATUSES),
  /** One number in base units, a fall negative, or the two ends of a range: 6.5..7. */
  value: z.string().regex(/^-?\d+(?:\.\d+)?(?:\.\.-?\d+(?:\.\d+)?)?$/),
  unit: z.string().min(1),
  modifier: z.enum(MODIFIERS),
  /** Name of the file that states it. */
  report: z.string().min(1),
})

/** What a report states for one indicator and year: the figure as a careful reader writes it down. */
export type SeriesTruth = z.infer<typeof truthRow>

/** The rows of a table of figures under fixtures/series. Throws where a line is not of the agreed form. */
export function loadSeriesTruth(name: string): readonly SeriesTruth[] {
  const [head, ...lines] = readFileSync(new URL(`../../fixtures/series/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  if (head !== COLUMNS.join('\t')) throw new Error(`${name}: the columns are ${COLUMNS.join(', ')}`)
  return lines.map((line) => {
    const cells = line.split('\t')
    if (cells.length !== COLUMNS.length) throw new Error(`${name}: ${line}`)
    return truthRow.parse(Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index]])))
  })
}

export const describeTruth = ({ indicator, of, year, status, value, unit, modifier }: SeriesTruth): string =>
  `${indicator}${of === '' ? '' : ` of ${of}`} ${year} ${status}: ${modifier} ${value} ${unit}`

type Stated = Pick<ReportedFact, 'value' | 'min' | 'max' | 'unit' | 'modifier'>

const equal = (a: number | null, b: number | undefined): boolean =>
  a !== null && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

function statesTruth(stated: Stated, truth: SeriesTruth): boolean {
  const [first, second] = truth.value.split('..').map(Number)
  if (stated.unit !== truth.unit || stated.modifier !== truth.modifier) return false
  return second === undefined ? equal(stated.value, first) : equal(stated.min, first) && equal(stated.max, second)
}

/** Whether a report's facts hold the figure with its indicator, year, status, unit and hedge. */
export function isExtracted(facts: readonly ReportedFact[], truth: SeriesTruth): boolean {
  return facts.some(
    (fact) =>
      fact.indicator === truth.indicator &&
      (fact.of ?? '') === truth.of &&
      fact.year === truth.year &&
      fact.status === truth.status &&
      statesTruth(fact, truth),
  )
}

/**
 * Whether the series that a reader would look at has the figure for its year: of the reporting body as a whole, the
 * total where there is one, else the average.
 */
export function isChosen(series: readonly Series[], truth: SeriesTruth): boolean {
  const points = series
    .filter(
      (one) =>
        one.indicator === truth.indicator &&
        (one.of ?? '') === truth.of &&
        one.status === truth.status &&
        one.scope === '' &&
        one.topic === '',
    )
    .flatMap((one): readonly SeriesPoint[] => one.points)
    .filter((point) => point.year === truth.year && point.unit === truth.unit)
  const total = points.filter((point) => point.basis === 'total')
  const stands = total.length > 0 ? total : points
  return stands.length === 1 && stands.every((point) => statesTruth(point, truth))
}
