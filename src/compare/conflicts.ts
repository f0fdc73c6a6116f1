import type { ReportedFact } from '../model/reported-fact.ts'
import { type Figure, type FigureOptions, NO_ROWS, type Rows } from './figure.ts'
import { meet } from './interval.ts'
import { buildSeries, type Series } from './series.ts'

/** Two documents that state the same figure of the same year differently. */
export interface Conflict {
  readonly series: string
  readonly year: number
  readonly subject: string
  /** The better one by the rules of choice: most often that of the report of that year. */
  readonly figure: Figure
  /** What another document states; none of its own figures of this thing and year fits the first. */
  readonly other: Figure
}

/**
 * Figures of one thing and one year that two documents state differently, beyond words and rounding, ordered by series
 * and year. Within one document figures of one subject are often of different things (获金牌5个 … 获银牌3个), so that they
 * are never called a conflict. Parts are left out.
 */
export function findConflicts(
  facts: Iterable<ReportedFact>,
  rows: Rows = NO_ROWS,
  options: FigureOptions = {},
): readonly Conflict[] {
  return buildSeries(facts, rows, options).flatMap((series) =>
    series.points.flatMap(({ year }) => conflictsOf(series, year)),
  )
}

function conflictsOf(series: Series, year: number): readonly Conflict[] {
  const chosen = series.points.find((point) => point.year === year)
  if (chosen === undefined) return []
  const candidates = [chosen, ...(series.others.get(year) ?? [])].filter(({ part_of }) => part_of === null)
  const subjects = [...new Set(candidates.map(({ subject }) => subject))]
  return subjects.flatMap((subject) => {
    const told = candidates.filter((candidate) => candidate.subject === subject)
    const [figure] = told
    if (figure === undefined) return []
    const documents = [...new Set(told.map(({ document }) => document))].slice(1)
    return documents.flatMap((document) => {
      const theirs = told.filter((candidate) => candidate.document === document)
      const ours = told.filter((candidate) => candidate.document === figure.document)
      const [other] = theirs
      if (other === undefined || theirs.some((each) => meet(each, figure)) || ours.some((each) => meet(each, other))) {
        return []
      }
      return [{ series: series.series, year, subject, figure, other }]
    })
  })
}
