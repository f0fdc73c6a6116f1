import type { Predicted } from '../../scripts/score/agreement.ts'
import { type GoldReport, readGold } from '../../scripts/score/gold.ts'

type GoldFields = Readonly<Record<string, string | number | null>>

const EXACT: GoldFields = {
  nth: 1,
  value: 103,
  min: 103,
  max: 103,
  unit: '场',
  modifier: 'exact',
  status: 'actual',
  basis: 'total',
  aspect: 'flow',
  indicator: 'performance.sessions',
  subject: '文艺演出',
  scope: '',
  year: 'R',
}

/** A report whose gold holds the given facts, each described by what differs from 103 performances done this year. */
export function goldReport(
  text: string,
  facts: readonly GoldFields[],
  others: readonly GoldFields[] = [],
  reportYear: number | null = 2023,
): GoldReport {
  const gold = { report_year: reportYear, facts: facts.map((fact) => ({ ...EXACT, ...fact })), others }
  return readGold('report', 'report.txt', text, JSON.stringify(gold))
}

/** A found fact, described by what differs from 103 performances done in 2023. */
export function foundFact(text: string, quote: string, differing: Partial<Predicted> = {}): Predicted {
  const start = text.indexOf(quote)
  return {
    start,
    end: start + quote.length,
    quote,
    value: 103,
    min: 103,
    max: 103,
    unit: '场',
    modifier: 'exact',
    status: 'actual',
    basis: 'total',
    aspect: 'flow',
    indicator: 'performance.sessions',
    subject: '文艺演出',
    scope: '',
    year: 2023,
    year_offset: 0,
    confidence: 0.9,
    ...differing,
  }
}
