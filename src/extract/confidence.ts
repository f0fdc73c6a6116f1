import type { IndicatorReading } from './indicatorView.ts'
import type { Period } from './periods.ts'
import type { Quantity } from './quantities.ts'
import type { StatusReading } from './statuses.ts'
import type { Subject } from './subjects.ts'

interface Readings {
  readonly quantity: Quantity
  readonly isChange: boolean
  readonly subject: Subject
  readonly indicator: IndicatorReading
  readonly status: StatusReading
  readonly period: Period
}

/** What each kind of evidence is worth; the figures are measured on gold by `npm run score`. */
const EVIDENCE: Readonly<Record<IndicatorReading['evidence'], number>> = {
  noun: 0.95,
  item: 0.86,
  clause: 0.75,
  topic: 0.85,
  none: 0.6,
}

/** How sure a fact's record is, 0…1. */
export function readConfidence({ quantity, isChange, subject, indicator, status, period }: Readings): number {
  // A growth or change is told by its verb: what it is of is another question.
  let confidence = isChange ? EVIDENCE.noun : EVIDENCE[indicator.evidence]
  if (quantity.modifier === 'masked' || quantity.modifier === 'several') confidence *= 0.9
  if (quantity.dimension === null) confidence *= 0.8
  if (subject.side === 'none') confidence *= 0.85
  if (status.rule === 'status.planWord') confidence *= 0.92
  if (period.rule === 'year.masked') confidence *= 0.9
  return Math.round(confidence * 100) / 100
}
