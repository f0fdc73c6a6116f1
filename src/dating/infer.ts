import type { Evidence } from '../model/report.ts'
import type { DatedPiece } from './events.ts'

/** A year that dated events agree on, or why they do not. */
export interface InferredYear {
  readonly year: number | null
  readonly confidence: number
  /** The pieces that speak for the year, or all where they do not agree. */
  readonly evidence: readonly Evidence[]
  /** Pieces that speak against it. */
  readonly against: readonly DatedPiece[]
}

/** So much agreement dates a report: two events of the year, or one and a half with a bound that meets it. */
const ENOUGH = 1.5
const HIGHEST = 0.9
/** What 今年是改革开放45周年 adds, so that alone it is worth 0.8. */
const PRESENT = 0.17

/** What a piece adds to the belief in a year; a bound only where it meets the year itself. */
function support(piece: DatedPiece, year: number): number {
  if (piece.year !== year) return 0
  return piece.says === 'in' ? piece.weight : 0.5
}

/**
 * The year that dated events speak for. Events of a year lie in the report's past or present, so the latest year that one
 * of them names is the only candidate, and bounds may not contradict it; it is taken where at least two pieces meet it, or
 * one that the text says to be of this year.
 */
export function inferYear(pieces: readonly DatedPiece[]): InferredYear {
  const all = pieces.map(({ evidence }) => evidence)
  const undated: InferredYear = { year: null, confidence: 0, evidence: all, against: [] }
  const certain = pieces.filter(({ says, weight }) => says === 'in' && weight === 1)
  const candidates = certain.length > 0 ? certain : pieces.filter(({ says }) => says === 'in')
  if (candidates.length === 0) return undated
  const year = Math.max(...candidates.map((piece) => piece.year))
  const against = pieces.filter(
    (piece) => (piece.says === 'from' && piece.year > year) || (piece.says === 'to' && piece.year < year),
  )
  const meeting = pieces.filter((piece) => support(piece, year) > 0)
  const agreement = meeting.reduce((sum, piece) => sum + support(piece, year), 0)
  if (against.length > 0) return { ...undated, against }
  const present = meeting.some((piece) => piece.present)
  if (!present && (meeting.length < 2 || agreement < ENOUGH)) return undated
  const bounds = pieces.filter((piece) => piece.says !== 'in' && piece.year !== year)
  const older = pieces.filter((piece) => piece.says === 'in' && piece.year < year).length
  const confidence = Math.min(
    HIGHEST,
    0.5 + (present ? PRESENT : 0) + 0.13 * agreement + (bounds.length > 0 ? 0.05 : 0) - 0.05 * Math.min(older, 3),
  )
  return {
    year,
    confidence: Math.round(confidence * 100) / 100,
    evidence: [...meeting, ...bounds].map(({ evidence }) => evidence),
    against,
  }
}
