import type { Fact } from '../model/fact.ts'
import type { Reference } from '../model/reference.ts'
import type { ReportedFact } from '../model/reported-fact.ts'
import { hasOtherBase, OTHER_PERIOD } from './base.ts'
import { type Nature, readUnitForms } from './measure.ts'
import { placeOf } from './place.ts'

/** Indicators and units, as far as comparing needs them. */
export type Rows = Pick<Reference, 'indicators' | 'units'>
export const NO_ROWS: Rows = { indicators: [], units: [] }

/** What makes two figures members of one series. */
export interface Identity {
  readonly place: string
  readonly scope: string
  readonly indicator: string
  readonly of: string | null
  /** The subject, where the indicator says nothing without it, and a word for growth over other times than a year; else ''. */
  readonly topic: string
  readonly status: Fact['status']
  readonly basis: Fact['basis']
  readonly aspect: Fact['aspect']
  /** What its unit measures: figures of another measure cannot be compared. */
  readonly measure: string
}

/** A dated fact as series see it: the SQL view `figure` has the same columns. */
export interface Figure extends Identity {
  /** Id of the fact. */
  readonly fact: string
  readonly document: string
  readonly start: number
  readonly year: number
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly resolution: number | null
  /** How far a figure printed so may be off its true value: half of the last digit, nothing for a count in ones. */
  readonly rounding: number
  /** Lowest and highest true value that words and printed digits allow; null where they set no bound. */
  readonly low: number | null
  readonly high: number | null
  readonly modifier: Fact['modifier']
  readonly unit: string
  readonly nature: Nature
  readonly subject: string
  readonly part_of: string | null
  readonly region: string
  readonly issuer: string
  readonly report_year: number | null
  /** Whether the unit is the one that the catalogue gives the indicator. */
  readonly usual_unit: boolean
  readonly confidence: number
  readonly quote: string
  readonly sentence: string
  /** Whether it is a growth that is told against another time than the year before it. */
  readonly other_base: boolean
}

export interface FigureOptions {
  /** `place` joins what several issuers of one place report; `issuer` keeps them apart. */
  readonly by?: 'place' | 'issuer'
}

/** Half of the last printed digit; nothing for a count that was printed to the last one. */
export function roundingOf(resolution: number | null, nature: Nature): number {
  return resolution === null || (nature === 'count' && resolution <= 1) ? 0 : resolution / 2
}

/**
 * Lowest and highest true value behind a printed figure. An exact one was rounded at its last digit (3.5万 → 34500 to
 * 35500), except a count printed to the last one; other words bound it as they say (1000余 → at least 1000); 约 sets no
 * bound.
 */
export function boundsOf(
  figure: Pick<Fact, 'value' | 'min' | 'max' | 'resolution' | 'modifier'>,
  nature: Nature,
): { readonly low: number | null; readonly high: number | null } {
  const { value, min, max, resolution, modifier } = figure
  if (modifier !== 'exact' || value === null) return { low: min, high: max }
  const rounding = roundingOf(resolution, nature)
  return { low: value - rounding, high: value + rounding }
}

/**
 * Of which of total, each and average a figure is, as series see it. The level of a ratio (失业率5.1%) over a year is an
 * average whether its report says so or not: 平均为5.1% stands in one series with 5.2%.
 */
function basisOf(fact: ReportedFact, measure: string): Fact['basis'] {
  return fact.basis === 'average' && fact.aspect === 'rate' && measure === '%' ? 'total' : fact.basis
}

/** A function from facts to figures; facts without a year give null. */
export function createFigureReader(rows: Rows, options: FigureOptions = {}): (fact: ReportedFact) => Figure | null {
  const units = readUnitForms(rows.units)
  const indicators = new Map(rows.indicators.map((row) => [row.code, row]))
  const bySubject = (code: string | null) => code !== null && (indicators.get(code)?.bySubject ?? code === 'other')

  return (fact) => {
    if (fact.year === null) return null
    const unit = units.get(fact.unit)
    const nature = unit?.nature ?? 'count'
    const place = placeOf(fact)
    const other_base = hasOtherBase(fact)
    const measure = unit?.measure ?? fact.unit
    return {
      fact: fact.id,
      document: fact.document,
      start: fact.start,
      place: options.by === 'issuer' && fact.issuer !== '' && place !== fact.issuer ? `${place} ${fact.issuer}` : place,
      scope: fact.scope,
      indicator: fact.indicator,
      of: fact.of,
      topic: (bySubject(fact.indicator) || bySubject(fact.of) ? fact.subject : '') + (other_base ? OTHER_PERIOD : ''),
      status: fact.status,
      basis: basisOf(fact, measure),
      aspect: fact.aspect,
      measure,
      year: fact.year,
      value: fact.value,
      min: fact.min,
      max: fact.max,
      resolution: fact.resolution,
      rounding: roundingOf(fact.resolution, nature),
      ...boundsOf(fact, nature),
      modifier: fact.modifier,
      unit: fact.unit,
      nature,
      subject: fact.subject,
      part_of: fact.part_of,
      region: fact.region,
      issuer: fact.issuer,
      report_year: fact.report_year,
      usual_unit: indicators.get(fact.indicator)?.unit === fact.unit,
      confidence: fact.confidence,
      quote: fact.quote,
      sentence: fact.sentence,
      other_base,
    }
  }
}

/** The name of the series that a figure belongs to: its identity, joined by `|`. */
export function seriesName(figure: Identity): string {
  const { place, scope, indicator, of, topic, status, basis, aspect, measure } = figure
  return [place, scope, indicator, of ?? '', topic, status, basis, aspect, measure].join('|')
}
