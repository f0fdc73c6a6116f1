import type { ReportInput } from '../report/input.ts'
import { renderReport } from '../report/render.ts'
import type { Archive, FactQuery } from '../store/port.ts'
import { loadPageScript } from './pageScript.ts'

export interface ReportOptions {
  readonly language?: ReportInput['language']
  /** Heading of the page; left out: made of the places and years. */
  readonly title?: string
  /** Which facts the page is made of; left out: all. */
  readonly query?: Pick<FactQuery, 'region' | 'issuer' | 'indicator' | 'of' | 'status' | 'scope'>
  /** Years that the page shows, both included. */
  readonly from?: number
  readonly to?: number
  /** Only series with figures of so many years. */
  readonly minYears?: number
}

/**
 * One HTML file, as text, that shows an archive: overview, charts and tables of its series, plans against outcomes,
 * contradictions, and for every figure its sentence. It asks nothing of any network. The same archive and options give
 * the same text.
 */
export async function reportArchive(archive: Archive, options: ReportOptions = {}): Promise<string> {
  const script = await loadPageScript()
  const { query = {}, from = null, to = null } = options
  return archive.snapshot(() => {
    const sources = new Map<string, string>()
    const sourceOf = (document: string): string => {
      const known = sources.get(document) ?? archive.document(document)?.document.source ?? ''
      sources.set(document, known)
      return known
    }
    const facts = [...archive.facts(query)]
    const holding = new Set(facts.map(({ document }) => document))
    const isChosen = documentFilter(query, holding)
    const documents = archive.documents().filter(isChosen)
    const input: ReportInput = {
      language: options.language ?? 'zh',
      title: options.title ?? null,
      facts,
      documents,
      findings: documents.flatMap(({ id }) => archive.findings(id)),
      reference: archive.reference(),
      sourceOf,
      filters: filtersOf(options),
      by: query.issuer === undefined ? 'place' : 'issuer',
      from,
      to,
      minYears: options.minYears ?? 1,
    }
    return renderReport(input, script)
  })
}

/** Without filters all documents count, also those without facts; with filters those that hold a fact of them. */
function documentFilter(query: ReportOptions['query'] & object, holding: ReadonlySet<string>) {
  const isFree = Object.values(query).every((value) => value === undefined)
  return ({ id }: { readonly id: string }) => isFree || holding.has(id)
}

function filtersOf({ query = {}, from, to, minYears }: ReportOptions): readonly string[] {
  return Object.entries({ ...query, from, to, 'min-years': minYears }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  )
}
