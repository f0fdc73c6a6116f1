import type { LexiconRow } from './lexicon.ts'
import type { Problem } from './problem.ts'
import type { RuleBook } from './rulebook.ts'
import type { CountedRow, TopicRow } from './schema.ts'

/** Forms that two rows claim with different answers, where nothing tells which of them is meant. */
export function findCollisions(rulebook: RuleBook): readonly Problem[] {
  const { units, hedges, names, idioms, sections, statuses, counted, topics } = rulebook
  const always = () => 'both match wherever it stands'
  return [
    ...collide('units', units.rows, always),
    ...[hedges.before, hedges.inner, hedges.after].flatMap((side) => collide('hedges', side.rows, always)),
    ...collide('sections', sections.rows, (one, other) =>
      one.role === other.role ? null : 'they give different roles',
    ),
    ...collide('status', statuses.rows, (one, other) =>
      one.status === other.status ? null : 'they give different statuses',
    ),
    ...collide('counted', counted.rows, countedClash),
    ...collide('topics', topics.rows, topicClash),
    ...hiddenIdioms(names.rows, idioms.rows),
  ]
}

/** Pairs of rows that share a form and clash; `clash` says how, or null where they do not. */
function collide<Row extends LexiconRow>(
  table: string,
  rows: readonly Row[],
  clash: (one: Row, other: Row, form: string) => string | null,
): readonly Problem[] {
  const claims = new Map<string, Row[]>()
  const problems: Problem[] = []
  for (const row of rows) {
    for (const form of new Set(row.forms)) {
      const before = claims.get(form) ?? []
      for (const other of before) {
        const how = clash(other, row, form)
        if (how !== null) {
          problems.push({ place: `${table} ${row.id}`, message: `the form ${form} stands in ${other.id} too: ${how}` })
        }
      }
      claims.set(form, [...before, row])
    }
  }
  return problems
}

/**
 * Two rows of counted words clash over a form where they lead to different codes for the same kind of unit and one clause
 * can satisfy both: a row with a condition goes before one without, so both must have one, or neither.
 */
function countedClash(one: CountedRow, other: CountedRow, form: string): string | null {
  const dimensions = one.dimensions.filter((dimension) => other.dimensions.includes(dimension))
  if (one.code === other.code || dimensions.length === 0) return null
  const allowed = (words: string): boolean =>
    ![...(one.without ?? []), ...(other.without ?? [])].some((word) => words.includes(word))
  const kinds = dimensions.join(', ')
  // A row for certain units goes before one for all of them.
  if (one.units || other.units) {
    const apart = !one.units || !other.units || !one.units.some((unit) => other.units?.includes(unit))
    if (apart) return null
  }
  if (!one.with && !other.with) {
    return allowed(form)
      ? `for ${kinds} it leads to ${one.code} and to ${other.code}, and no condition tells which`
      : null
  }
  if (!one.with || !other.with) return null
  const shared = one.with.find((word) => other.with?.includes(word) && allowed(form + word))
  return shared ? `for ${kinds} beside ${shared} it leads to ${one.code} and to ${other.code}` : null
}

function topicClash(one: TopicRow, other: TopicRow): string | null {
  if (one.yields_to?.includes(other.id) || other.yields_to?.includes(one.id)) return null
  for (const [dimension, code] of Object.entries(one.codes)) {
    const rival = other.codes[dimension as keyof typeof other.codes]
    if (rival !== undefined && rival !== code) return `for ${dimension} they lead to ${code} and to ${rival}`
  }
  return null
}

/** Names are asked before idioms: the same form in both is a name, and the idiom never speaks. */
function hiddenIdioms(names: readonly LexiconRow[], idioms: readonly LexiconRow[]): readonly Problem[] {
  const owner = new Map(names.flatMap((row) => row.forms.map((form) => [form, row.id] as const)))
  return idioms.flatMap((row) =>
    row.forms
      .filter((form) => owner.has(form))
      .map((form) => ({
        place: `idioms ${row.id}`,
        message: `the form ${form} stands in ${owner.get(form)} too, which is asked first`,
      })),
  )
}
