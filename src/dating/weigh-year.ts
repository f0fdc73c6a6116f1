import type { Finding } from '../model/finding.ts'
import type { GivenProfile } from '../model/report.ts'
import { type DatedPiece, lastYearOf } from './events.ts'
import { inferYear } from './infer.ts'
import type { PartText } from './part-text.ts'
import type { Title } from './title.ts'
import type { YearReading } from './year.ts'

export interface WeighedYear {
  readonly year: YearReading
  readonly findings: readonly Finding[]
}

/** How much a stated year is worth that something dated contradicts. */
const CONTRADICTED = 0.5

const listOf = (pieces: readonly { readonly evidence: { readonly quote: string; readonly says: string } }[]): string =>
  pieces.map(({ evidence }) => `${evidence.quote.replace(/\s+/g, '')} (${evidence.says})`).join(', ')

/**
 * The report's own year out of what is given, stated and told by dated events, in that order: events date a report only
 * where nothing else does, and where they contradict what is stated that is a finding.
 */
export function weighYear(
  part: PartText,
  stated: YearReading,
  told: { readonly pieces: readonly DatedPiece[]; readonly latest: DatedPiece | null },
  issuer: string,
  title: Title,
  given: GivenProfile,
): WeighedYear {
  const document = part.document.id
  const place = part.reading.toSource(title.span ?? { start: part.start, end: part.start + 1 })
  if (given.year !== undefined) {
    return { year: { ...stated, year: given.year, basis: 'given', confidence: 1 }, findings: [] }
  }
  if (stated.year !== null) {
    const findings = contradictions(stated, stated.year, told.pieces, issuer, part, document)
    const confidence = findings.length > 0 ? Math.min(stated.confidence, CONTRADICTED) : stated.confidence
    return { year: { ...stated, confidence }, findings }
  }
  const pieces = told.latest ? [...told.pieces, told.latest] : told.pieces
  const inferred = inferYear(pieces)
  const evidence = [...inferred.evidence, ...stated.evidence]
  if (inferred.year === null) {
    const findings = inferred.against.map(
      (piece): Finding => ({
        document,
        start: piece.evidence.start,
        end: piece.evidence.end,
        kind: 'conflict',
        message: `Dated events contradict each other, so the report is not dated by them: ${listOf(pieces)}`,
      }),
    )
    return { year: { ...stated, evidence }, findings: findings.slice(0, 1) }
  }
  const speaking = inferred.evidence.flatMap((one) => pieces.filter((piece) => piece.evidence === one))
  const finding: Finding = {
    document,
    ...place,
    kind: 'inferred_year',
    message: `The report's year is inferred as ${inferred.year} from: ${listOf(speaking)}`,
  }
  return {
    year: { ...stated, year: inferred.year, basis: 'inferred', confidence: inferred.confidence, evidence },
    findings: [finding],
  }
}

/** What speaks against a stated year: an event that had not happened yet, or a body that was no more. */
function contradictions(
  stated: YearReading,
  year: number,
  pieces: readonly DatedPiece[],
  issuer: string,
  part: PartText,
  document: string,
): readonly Finding[] {
  // A report given in the next spring knows of what happened until then.
  const published = stated.published === null ? year : Number(stated.published.slice(0, 4))
  const latest = Math.max(year, published)
  const early = pieces.filter(
    ({ says, weight, present, year: told }) =>
      (says === 'from' && weight === 1 && told > latest) || (present === true && told !== year && told !== latest),
  )
  const findings = early.map(
    ({ evidence, says }): Finding => ({
      document,
      start: evidence.start,
      end: evidence.end,
      kind: 'conflict',
      message: `The report is dated ${year}, but ${evidence.quote} is of ${evidence.says}${says === 'from' ? ' or later' : ''}`,
    }),
  )
  const last = lastYearOf(issuer, part)
  const [dated] = stated.evidence
  if (last && dated && latest > last.year) {
    findings.push({
      document,
      start: dated.start,
      end: dated.end,
      kind: 'conflict',
      message: `The report is dated ${year}, but its issuer ${issuer} ended in ${last.year}`,
    })
  }
  return findings
}
