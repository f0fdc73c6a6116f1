import { changesOf } from '../compare/change.ts'
import { checkClaims } from '../compare/claims.ts'
import { readUnitForms } from '../compare/measure.ts'
import { planOutcomes } from '../compare/plans.ts'
import { buildSeries } from '../compare/series.ts'
import type { Finding } from '../model/finding.ts'
import type { Mention } from '../model/mention.ts'
import type { Reference } from '../model/reference.ts'
import type { ReportProfile } from '../model/report.ts'
import type { ReportedFact } from '../model/reported-fact.ts'
import type { Cell } from './csv.ts'
import type { TableName } from './tables.ts'

/** A document as a package lists it. */
export interface PackagedDocument {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
  readonly reports: readonly ReportProfile[]
  readonly facts: number
  readonly mentions: number
  readonly findings: number
  readonly rulesVersion: string
}

/** All that a package is written from: what an archive gives. The functions are called once for each pass. */
export interface PackageContent {
  readonly documents: readonly PackagedDocument[]
  /** Rows of every indicator that a fact names. */
  readonly reference: Reference
  facts(): Iterable<ReportedFact>
  /** The same facts place by place: what can be compared with each other stands together. */
  factsByPlace(): Iterable<readonly ReportedFact[]>
  findings(document: string): readonly Finding[]
  /** Left out: the package has no table of mentions. */
  mentions?(document: string): readonly Mention[]
}

export type Row = Readonly<Record<string, Cell>>

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Rows of every table, in an order that the content alone decides. */
export function packageRows(content: PackageContent): Readonly<Record<TableName, () => Iterable<Row>>> {
  const documents = [...content.documents].sort((a, b) => byText(a.id, b.id))
  const { reference } = content
  return {
    documents: () => documents.map(({ reports: _, rulesVersion, ...row }) => ({ ...row, rules_version: rulesVersion })),
    reports: () =>
      documents.flatMap(({ id, reports }) =>
        reports.map(({ yearBasis, yearConfidence, evidence: _, ...row }) => ({
          ...row,
          document: id,
          year_basis: yearBasis,
          year_confidence: yearConfidence,
        })),
      ),
    indicators: () =>
      reference.indicators.map(({ nameEn = '', bySubject, goal, growth: _, ...row }) => ({
        ...row,
        name_en: nameEn,
        by_subject: bySubject ?? row.code === 'other',
        goal: goal ?? 'reach',
      })),
    units: () => {
      const dimensions = new Map(reference.units.map((row) => [row.id, row.dimension]))
      return [...readUnitForms(reference.units).values()].map((row) => ({
        ...row,
        dimension: dimensions.get(row.unit),
      }))
    },
    facts: () => factRows(content.facts()),
    series: () =>
      eachPlace(content, (facts) =>
        buildSeries(facts, reference).flatMap(({ points }) => points.map((point) => ({ ...point }))),
      ),
    changes: () =>
      eachPlace(content, (facts) =>
        buildSeries(facts, reference).flatMap((series) =>
          changesOf(series).map(({ from, to, ...change }) => ({
            ...change,
            ...identityOf(to),
            from_year: from.year,
            to_year: to.year,
            from_fact: from.fact,
            to_fact: to.fact,
          })),
        ),
      ),
    plans: () =>
      eachPlace(content, (facts) =>
        planOutcomes(facts, reference).map(({ plan, actual, change, series, year, outcome, reason }) => ({
          ...change,
          series,
          year,
          outcome,
          reason,
          plan_fact: plan.fact,
          done_fact: actual?.fact ?? null,
        })),
      ),
    claims: () =>
      eachPlace(content, (facts) =>
        checkClaims(facts, reference).map(({ claim, from, to, ...check }) => ({
          ...check,
          claim_fact: claim.fact,
          from_fact: from?.fact ?? null,
          to_fact: to?.fact ?? null,
        })),
      ),
    findings: () =>
      documents.flatMap(({ id }) =>
        content.findings(id).map((finding, number) => ({ ...finding, document: id, number })),
      ),
    mentions: () =>
      documents.flatMap(({ id }) => (content.mentions?.(id) ?? []).map((mention) => ({ ...mention, document: id }))),
  }
}

/** Rows that the facts of one place give, one place after the other. */
function* eachPlace(
  content: PackageContent,
  rowsOf: (facts: readonly ReportedFact[]) => readonly Row[],
): Generator<Row, void, undefined> {
  for (const facts of content.factsByPlace()) yield* rowsOf(facts)
}

function* factRows(facts: Iterable<ReportedFact>): Generator<Row, void, undefined> {
  for (const fact of facts) yield { ...fact }
}

function identityOf(point: ReturnType<typeof buildSeries>[number]['points'][number]): Row {
  const { series, place, scope, indicator, of, topic, status, basis, aspect, measure } = point
  return { series, place, scope, indicator, of, topic, status, basis, aspect, measure }
}
