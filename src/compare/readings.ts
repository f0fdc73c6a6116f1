import { FACT_FIELDS, type Fact } from '../model/fact.ts'
import type { FactChange } from '../model/fact-change.ts'

/** What a fact says: how it came to be is left out, as another rule with the same result alters nothing. */
const SAID = FACT_FIELDS.filter((name) => !['id', 'document', 'block', 'confidence', 'rules'].includes(name))

/**
 * What a later reading of a document's bytes changed in its facts, in the order of the text: facts of the same span are
 * the same fact. Only what a fact says counts, not its confidence or its rules.
 */
export function changesBetweenReadings(earlier: readonly Fact[], later: readonly Fact[]): readonly FactChange[] {
  const before = new Map(earlier.map((fact) => [fact.id, fact]))
  const after = new Map(later.map((fact) => [fact.id, fact]))
  const changes: FactChange[] = []
  for (const fact of after.values()) {
    const was = before.get(fact.id)
    const { id, document } = fact
    if (was === undefined) {
      changes.push({ kind: 'added', fact: id, document, fields: [], earlier: null, later: fact })
      continue
    }
    const fields = fieldsThatDiffer(was, fact)
    if (fields.length > 0) changes.push({ kind: 'altered', fact: id, document, fields, earlier: was, later: fact })
  }
  for (const fact of before.values()) {
    if (after.has(fact.id)) continue
    const { id, document } = fact
    changes.push({ kind: 'removed', fact: id, document, fields: [], earlier: fact, later: null })
  }
  return changes.sort((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ earlier, later }: FactChange): number {
  return (later ?? earlier)?.start ?? 0
}

function fieldsThatDiffer(earlier: Fact, later: Fact): readonly (keyof Fact)[] {
  return SAID.filter((name) => earlier[name] !== later[name])
}
