import { SCORED_FIELDS, type ScoredField } from './agreement.ts'
import { calibrationError, type Measures, measure, measureClasses, measureReliability } from './measures.ts'
import type { Pair, ReportScore } from './tally.ts'

/** A set of reports and how they were read. */
export interface ScoredSet {
  readonly name: string
  readonly scores: readonly ReportScore[]
}

/** Lines of a table: the first column to the left, the others to the right. Cells are ASCII. */
function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const percent = (value: number): string => value.toFixed(1)

/** The measures of several columns side by side. */
export function measureLines(
  columns: readonly { readonly name: string; readonly measures: Measures }[],
): readonly string[] {
  const row = (name: string, of: (measures: Measures) => string) => [
    name,
    ...columns.map(({ measures }) => of(measures)),
  ]
  return tableLines([
    ['', ...columns.map(({ name }) => name)],
    row('reports', ({ reports }) => String(reports)),
    row('facts in gold', ({ gold }) => String(gold)),
    row('facts found', ({ predicted }) => String(predicted)),
    row('precision', ({ precision }) => percent(precision)),
    row('recall', ({ recall }) => percent(recall)),
    row('fact F1', ({ factF1 }) => percent(factF1)),
    row('record F1', ({ recordF1 }) => percent(recordF1)),
    row('ungrounded', ({ ungrounded }) => String(ungrounded)),
    ...SCORED_FIELDS.map((field) => row(`  ${field}`, ({ fields }) => percent(fields[field]))),
    row('accounted', ({ accounted }) => percent(accounted)),
    row('classed', ({ classed }) => percent(classed)),
  ])
}

/** One line a report: its own measures. */
export function reportLines(scores: readonly ReportScore[]): readonly string[] {
  return scores.map((score) => {
    const { gold, factF1, recordF1, classed } = measure([score])
    return `  ${percent(factF1).padStart(5)} ${percent(recordF1).padStart(5)} ${percent(classed).padStart(5)}  ${String(gold).padStart(4)}  ${score.report.name}`
  })
}

/** How each class of numerals fared. */
export function classLines(scores: readonly ReportScore[]): readonly string[] {
  return tableLines([
    ['class', 'numerals', 'right %', 'taken for'],
    ...measureClasses(scores).map(({ class: kind, numerals, right, taken }) => [
      kind,
      String(numerals),
      percent((100 * right) / numerals),
      taken.map(({ as, times }) => `${as} ${times}`).join(', '),
    ]),
  ])
}

/** What confidence was worth. */
export function reliabilityLines(scores: readonly ReportScore[]): readonly string[] {
  const bins = measureReliability(scores)
  return [
    ...tableLines([
      ['confidence', 'facts', 'said %', 'right %'],
      ...bins.map(({ from, to, facts, said, right }) => [
        `${from.toFixed(2)}-${to.toFixed(2)}`,
        String(facts),
        percent(said),
        percent(right),
      ]),
    ]),
    `off by ${percent(calibrationError(bins))} points on average`,
  ]
}

/** Every list of what went wrong, at most `limit` lines each, with the words around. */
export function troubleLines({ scores }: ScoredSet, limit: number): readonly string[] {
  const around = (score: ReportScore, span: { readonly start: number; readonly end: number }) => {
    const { text } = score.report
    const words = `${text.slice(Math.max(0, span.start - 24), span.start)}【${text.slice(span.start, span.end)}】${text.slice(span.end, span.end + 14)}`
    return `${score.report.name}@${span.start}  ${words.replace(/\n/g, '⏎')}`
  }
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${title}: ${lines.length}`, ...lines.slice(0, limit).map((line) => `  ${line}`)]
  return [
    ...list(
      'missed',
      scores.flatMap((score) =>
        score.missed.map((gold) => `${around(score, gold)}  ${gold.indicator} ${gold.subject}`),
      ),
    ),
    ...list(
      'spurious',
      scores.flatMap((score) =>
        score.spurious.map((fact) => `${around(score, fact)}  ${fact.indicator} ${fact.subject}`),
      ),
    ),
    ...list(
      'wrong record',
      scores.flatMap((score) =>
        score.pairs
          .filter(({ right }) => !right)
          .map(
            (pair) => `${around(score, pair.gold)}  ${pair.wrong.map((field) => difference(pair, field)).join('; ')}`,
          ),
      ),
    ),
    ...list(
      'wrong class',
      scores.flatMap((score) =>
        score.numerals
          .filter(({ gold, got }) => !got.includes(gold.class))
          .map(({ gold, got }) => `${around(score, gold)}  ${gold.class} ≠ ${got.join('+') || 'lost'}`),
      ),
    ),
    ...list(
      'ungrounded',
      scores.flatMap((score) => score.ungrounded.map((fact) => `${around(score, fact)}  “${fact.quote}”`)),
    ),
  ]
}

/** `field gold ≠ found`. */
function difference({ gold, fact }: Pair, field: ScoredField): string {
  switch (field) {
    case 'value':
      return `value ${[gold.value, gold.min, gold.max].join('|')} ≠ ${[fact.value, fact.min, fact.max].join('|')}`
    case 'year':
      return `year ${gold.year} ≠ ${fact.year} (R${fact.year_offset ?? '?'})`
    default:
      return `${field} ${gold[field] ?? '–'} ≠ ${fact[field] ?? '–'}`
  }
}
