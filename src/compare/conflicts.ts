import type { ReportedFact } from '../model/reported-fact.ts'
import { createFigureReader, type Figure, type FigureOptions, NO_ROWS, type Rows, seriesName } from './figure.ts'
import { meet } from './interval.ts'

/** Two documents that state the same figure of the same year differently: a row of the SQL view `conflict`. */
export interface Conflict {
  readonly series: string
  readonly year: number
  readonly subject: string
  /** What the report of that very year states. */
  readonly figure: Figure
  /** What a later report states; none of its own figures of this thing and year fits the first. */
  readonly other: Figure
}

/** What a subject is beside 全馆, 全市, 全年: the same thing. */
export function plainSubject(subject: string): string {
  return subject.startsWith('全') && subject.length > 2 ? subject.slice(2) : subject
}

/** Whether a number stands before its noun (5家分馆: some of them) or ends a stretch of years (从3.16万亿元增加到). */
function isToldInPassing({ sentence, quote, subject }: Figure): boolean {
  return sentence.includes(quote + subject) || sentence.includes(`从${quote}`) || sentence.includes(`由${quote}`)
}

/**
 * Figures of one thing and one year that the report of that year and a later one state differently, beyond words and
 * rounding, ordered by series, year and document. Within one document figures of one subject are often of different
 * things (获金牌5个 … 获银牌3个), so that a document that states two is left out. Parts are left out, and so is what
 * says nothing without its subject (`other`, a share): the words of two reports are too rarely of one thing there. What
 * a report calls a part of a figure of another year is no part: 103.7万人次（2023年为91.5万人次）.
 */
export function findConflicts(
  facts: Iterable<ReportedFact>,
  rows: Rows = NO_ROWS,
  options: FigureOptions = {},
): readonly Conflict[] {
  const read = createFigureReader(rows, options)
  const years = new Map<string, number>()
  const groups = new Map<string, Figure[]>()
  const figures: Figure[] = []
  for (const fact of facts) {
    const figure = read(fact)
    if (figure === null) continue
    years.set(figure.fact, figure.year)
    if (figure.status === 'actual' && figure.topic === '' && !isToldInPassing(figure)) figures.push(figure)
  }
  for (const figure of figures) {
    if (figure.part_of !== null && (years.get(figure.part_of) ?? figure.year) === figure.year) continue
    const key = JSON.stringify([seriesName(figure), figure.year, plainSubject(figure.subject)])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [figure])
    else group.push(figure)
  }
  return [...groups.values()].flatMap(conflictsIn).sort(compareConflicts)
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compareConflicts(a: Conflict, b: Conflict): number {
  return (
    byText(a.series, b.series) ||
    a.year - b.year ||
    byText(a.figure.document, b.figure.document) ||
    byText(a.other.document, b.other.document) ||
    a.figure.start - b.figure.start ||
    a.other.start - b.other.start
  )
}

function conflictsIn(told: readonly Figure[]): readonly Conflict[] {
  const isAlone = (figure: Figure) =>
    told.every((other) => other.document !== figure.document || other.fact === figure.fact)
  const alone = told.filter(isAlone)
  return alone
    .filter((figure) => figure.report_year === figure.year)
    .flatMap((figure) =>
      alone
        .filter((other) => other.report_year !== null && other.report_year > other.year && !meet(figure, other))
        .map((other) => ({
          series: seriesName(figure),
          year: figure.year,
          subject: plainSubject(figure.subject),
          figure,
          other,
        })),
    )
}
