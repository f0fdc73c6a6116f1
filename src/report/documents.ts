import type { ReportedFact } from '../model/reported-fact.ts'
import type { PageDocument } from './data.ts'
import type { ReportInput } from './input.ts'

/** The reports of a page, in the order in which it lists them. */
export interface DocumentList {
  readonly all: readonly PageDocument[]
  /** The number of the report that a fact stands in. */
  numberOf(fact: Pick<ReportedFact, 'document' | 'part'>): number
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** All reports of the documents, one a row also where a document bundles several; by place (that of most reports first), year and title. */
export function createDocumentList({ documents, facts }: Pick<ReportInput, 'documents' | 'facts'>): DocumentList {
  const keyOf = (document: string, part: number) => `${document}:${part}`
  const counts = new Map<string, number>()
  for (const { document, part } of facts) {
    const key = keyOf(document, part)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const places = new Map<string, number>()
  for (const { region } of documents.flatMap(({ reports }) => reports)) {
    places.set(region, (places.get(region) ?? 0) + 1)
  }
  const rows = documents
    .flatMap(({ id, name, format, reports }) =>
      reports.map(({ part, title, issuer, region, kind, year, yearBasis, published }) => {
        const key = keyOf(id, part)
        const told = { title, issuer, region, kind, year, yearBasis, published, facts: counts.get(key) ?? 0 }
        return { key, document: { id, name, format, ...told } }
      }),
    )
    .sort(
      ({ key: keyA, document: a }, { key: keyB, document: b }) =>
        (places.get(b.region) ?? 0) - (places.get(a.region) ?? 0) ||
        byText(a.region, b.region) ||
        (a.year ?? 0) - (b.year ?? 0) ||
        byText(a.title, b.title) ||
        byText(keyA, keyB),
    )
  const numbers = new Map(rows.map(({ key }, index) => [key, index]))
  return {
    all: rows.map(({ document }) => document),
    numberOf: ({ document, part }) => {
      const number = numbers.get(keyOf(document, part))
      if (number === undefined) throw new Error(`a fact of no listed report: ${document}, part ${part}`)
      return number
    },
  }
}
