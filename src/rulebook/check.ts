import { findCollisions } from './collisions.ts'
import type { Problem, Table } from './problem.ts'
import type { RuleBook } from './rulebook.ts'
import { findUnmatchable } from './unmatchable.ts'

export type { Problem } from './problem.ts'

/** Codes that the rules give by themselves, from the shape of a sentence and not from a word. */
const CODES_OF_RULES: ReadonlySet<string> = new Set(['other', 'rate.growth', 'change.amount'])

/** All tables of a rule book whose rows have forms. */
export function tablesOf(rulebook: RuleBook): readonly Table[] {
  const { units, hedges, names, idioms, nominals, chrome, sections, statuses, counted, topics } = rulebook
  const { issuers, titles, events } = rulebook
  return [
    { name: 'units', rows: units.rows },
    { name: 'hedges', rows: [...hedges.before.rows, ...hedges.inner.rows, ...hedges.after.rows] },
    { name: 'names', rows: names.rows },
    { name: 'idioms', rows: idioms.rows },
    { name: 'nominals', rows: nominals.rows },
    { name: 'chrome', rows: chrome.rows },
    { name: 'sections', rows: sections.rows },
    { name: 'status', rows: statuses.rows },
    { name: 'counted', rows: counted.rows },
    { name: 'topics', rows: topics.rows },
    { name: 'issuers', rows: issuers.rows },
    { name: 'titles', rows: titles.rows },
    { name: 'events', rows: events.rows },
  ]
}

/**
 * What is wrong between the rows of a rule book: ids used twice, codes that no catalogue has, forms that two rows claim,
 * forms that no text can hold, indicators that no row leads to. Schemas are checked before, when the rows are loaded.
 */
export function checkRuleBook(rulebook: RuleBook): readonly Problem[] {
  const tables = tablesOf(rulebook)
  return [
    ...findRepeatedIds(tables),
    ...findRepeatedForms(tables),
    ...findUnknownCodes(rulebook),
    ...findCollisions(rulebook),
    ...findUnmatchable(rulebook, tables),
    ...findIdleIndicators(rulebook),
  ]
}

function findRepeatedIds(tables: readonly Table[]): readonly Problem[] {
  const seen = new Map<string, string>()
  return tables.flatMap(({ name, rows }) =>
    rows.flatMap((row): readonly Problem[] => {
      const first = seen.get(row.id)
      seen.set(row.id, first ?? name)
      return first === undefined
        ? []
        : [{ place: `${name} ${row.id}`, message: `another row of ${first} has the same id` }]
    }),
  )
}

function findRepeatedForms(tables: readonly Table[]): readonly Problem[] {
  return tables.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const repeated = row.forms.filter((form, index) => row.forms.indexOf(form) !== index)
      return [...new Set(repeated)].map((form) => ({
        place: `${name} ${row.id}`,
        message: `the form ${form} stands in the row twice`,
      }))
    }),
  )
}

function findUnknownCodes({ indicators, counted, topics }: RuleBook): readonly Problem[] {
  const unknown = (table: string, id: string, codes: readonly string[]): readonly Problem[] =>
    codes
      .filter((code) => !indicators.has(code))
      .map((code) => ({ place: `${table} ${id}`, message: `the catalogue has no indicator ${code}` }))
  const topicIds = new Set(topics.rows.map((row) => row.id))
  return [
    ...counted.rows.flatMap((row) => unknown('counted', row.id, [row.code])),
    ...topics.rows.flatMap((row) => unknown('topics', row.id, [...new Set(Object.values(row.codes))])),
    ...topics.rows.flatMap((row) =>
      (row.yields_to ?? [])
        .filter((id) => !topicIds.has(id))
        .map((id) => ({ place: `topics ${row.id}`, message: `it yields to ${id}, which is no topic` })),
    ),
  ]
}

function findIdleIndicators({ catalogue, indicators, counted, topics }: RuleBook): readonly Problem[] {
  const led = new Set([
    ...counted.rows.map((row) => row.code),
    ...topics.rows.flatMap((row) => Object.values(row.codes)),
  ])
  return [...indicators.keys()]
    .filter((code) => !led.has(code) && !CODES_OF_RULES.has(code))
    .map((code) => ({ place: `catalogue ${catalogue} ${code}`, message: 'no row leads to this indicator' }))
}
