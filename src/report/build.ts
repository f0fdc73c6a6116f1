import { changesOf } from '../compare/change.ts'
import { checkClaims } from '../compare/claims.ts'
import type { Figure } from '../compare/figure.ts'
import { planOutcomes } from '../compare/plans.ts'
import { buildSeries, type Series } from '../compare/series.ts'
import { indicatorNames } from '../model/reference.ts'
import { bytesOf, chooseWithin } from './choose.ts'
import {
  CHANGE_FIELDS,
  CLAIM_FIELDS,
  DOCUMENT_FIELDS,
  FIGURE_FIELDS,
  OUTCOME_FIELDS,
  type PageData,
  SERIES_FIELDS,
  type YearCount,
} from './data.ts'
import { createDocumentList, type DocumentList } from './documents.ts'
import { countedFacts, isWithin, type ReportInput } from './input.ts'
import { createTextPool, packRow, type TextPool } from './rows.ts'
import { spotInSentence } from './spot.ts'

/** The data of a page, and what it was made of as far as the page says it. */
export interface BuiltData {
  readonly data: PageData
  readonly documents: DocumentList
  readonly counts: {
    readonly series: number
    /** Series that have figures of two years or more. */
    readonly comparable: number
    readonly outcomes: Readonly<Record<'met' | 'missed' | 'unknown' | 'waiting', number>>
    readonly claims: Readonly<Record<'agree' | 'disagree' | 'cannot_tell', number>>
    readonly leftOut: { readonly series: number; readonly figures: number }
  }
}

/** Bytes that the data of a page may take: with script, style and what is written out it stays under 5 MB. */
const ROOM_BYTES = 4_200_000

/** Everything that the page can show of an archive, each sentence and each name once. */
export function buildPageData(input: ReportInput): BuiltData {
  const { facts, reference } = input
  const options = { by: input.by }
  const all = withinYears(buildSeries(facts, reference, options), input)
  const documents = createDocumentList({ documents: input.documents, facts: countedFacts(input) })
  const listBytes = bytesOf(JSON.stringify(documents.all.map((document) => Object.values(document))))
  const { chosen, leftOut } = chooseWithin(all, (input.roomBytes ?? ROOM_BYTES) - listBytes)
  const pool = createTextPool()
  const sentences = createTextPool()
  const figures = createFigures(input, documents, sentences)
  const series = chosen.map((one) => seriesRow(one, figures, pool))
  const judged = planOutcomes(facts, reference, options).filter(({ year }) => isWithin(year, input))
  const claims = checkClaims(facts, reference, options).filter(({ claim }) => isWithin(claim.year, input))
  return {
    documents,
    counts: {
      series: all.length,
      comparable: all.filter(({ points }) => points.length > 1).length,
      outcomes: countBy(['met', 'missed', 'unknown', 'waiting'], judged, ({ outcome }) => outcome),
      claims: countBy(['agree', 'disagree', 'cannot_tell'], claims, ({ verdict }) => verdict),
      leftOut,
    },
    data: {
      language: input.language,
      indicators: [...indicatorNames(reference.indicators, input.language)],
      years: countYears(input),
      documents: documents.all.map((document) => packRow(document, DOCUMENT_FIELDS, pool)),
      series,
      outcomes: judged.flatMap(({ plan, actual, outcome, reason }) => {
        const [planned, done] = [figures.known(plan.fact), figures.known(actual?.fact)]
        if (planned === null || done === null) return []
        return [packRow({ plan: planned, actual: done, outcome, reason }, OUTCOME_FIELDS, pool)]
      }),
      claims: claims.flatMap(({ claim, from, to, verdict, computed_low, computed_high }) => {
        const [stated, first, second] = [claim, from, to].map((figure) => figures.known(figure?.fact))
        if (verdict === 'cannot_tell' || stated == null || first == null || second == null) return []
        const row = {
          claim: stated,
          to: second,
          from: first,
          verdict,
          computed_low,
          computed_high,
          unit: unitOfGrowth(claim),
        }
        return [packRow(row, CLAIM_FIELDS, pool)]
      }),
      figures: figures.rows(pool),
      sentences: sentences.texts,
      texts: pool.texts,
    },
  }
}

/** What a growth computed from figures is told in: points where the claim has points, percent for other ratios. */
function unitOfGrowth({ nature, unit }: Figure): string {
  return nature === 'ratio' && !unit.includes('百分点') ? '%' : unit
}

interface FigureList {
  /** The number of a figure on the page; it is put there if it is not yet. */
  put(figure: Figure): number
  /** The number of the figure of a fact; null where it is not on the page. */
  known(fact: string | undefined): number | null
  rows(pool: TextPool): PageData['figures']
}

function createFigures(input: ReportInput, documents: DocumentList, sentences: TextPool): FigureList {
  const facts = new Map(input.facts.map((fact) => [fact.id, fact]))
  const numbers = new Map<string, number>()
  const put = (figure: Figure): number => {
    const known = numbers.get(figure.fact)
    if (known !== undefined) return known
    numbers.set(figure.fact, numbers.size)
    return numbers.size - 1
  }
  const rowOf = (id: string, pool: TextPool) => {
    const fact = facts.get(id)
    if (fact === undefined) throw new Error(`a figure of no fact: ${id}`)
    const bounds = lowHigh.get(id) ?? { low: null, high: null }
    const { start, modifier, unit, subject, value, min, max, page, year } = fact
    const figure = {
      ...{ document: documents.numberOf(fact), sentence: sentences.placeOf(fact.sentence) },
      ...{ at: spotInSentence(fact, input.sourceOf), length: fact.quote.length, start, year: year ?? 0 },
      ...{ modifier, unit, subject, confidence: fact.confidence, ...bounds, value, min, max, page },
    }
    return packRow(figure, FIGURE_FIELDS, pool)
  }
  const lowHigh = new Map<string, Pick<Figure, 'low' | 'high'>>()
  return {
    put: (figure) => {
      lowHigh.set(figure.fact, { low: figure.low, high: figure.high })
      return put(figure)
    },
    known: (fact) => (fact === undefined ? null : (numbers.get(fact) ?? null)),
    rows: (pool) => [...numbers.keys()].map((id) => rowOf(id, pool)),
  }
}

function seriesRow(series: Series, figures: FigureList, pool: TextPool) {
  const { place, scope, indicator, of, topic, status, basis, aspect, measure, points } = series
  const others = points.map(({ year }) => (series.others.get(year) ?? []).map((figure) => figures.put(figure)))
  const changes = changesOf(series).map((change) =>
    packRow({ ...change, caution: change.caution.join(' ') }, CHANGE_FIELDS, pool),
  )
  const row = {
    ...{ place, scope, indicator, of, topic, status, basis, aspect, measure },
    points: points.map((point) => figures.put(point)),
    others: others.some((one) => one.length > 0) ? others : [],
    changes,
  }
  return packRow(row, SERIES_FIELDS, pool)
}

function withinYears(all: readonly Series[], input: ReportInput): readonly Series[] {
  return all
    .map((series) => ({ ...series, points: series.points.filter(({ year }) => isWithin(year, input)) }))
    .filter(({ points }) => points.length >= input.minYears)
}

function countYears(input: ReportInput): readonly YearCount[] {
  const counts = new Map<number, { actual: number; plan: number; rule: number }>()
  for (const { year, status } of countedFacts(input)) {
    if (year === null) continue
    const count = counts.get(year) ?? { actual: 0, plan: 0, rule: 0 }
    count[status] += 1
    counts.set(year, count)
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, { actual, plan, rule }]) => [year, actual, plan, rule])
}

function countBy<T, Key extends string>(
  keys: readonly Key[],
  items: readonly T[],
  keyOf: (item: T) => Key,
): Readonly<Record<Key, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const item of items) counts[keyOf(item)] += 1
  return counts
}
