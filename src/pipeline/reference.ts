import type { Reference } from '../model/reference.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'

/** The rows of a rule book that an archive carries, so that its figures can be read and compared without the rules. */
export function referenceOf(rulebook: RuleBook): Reference {
  return {
    rulesVersion: rulebook.version,
    indicators: [...rulebook.indicators.values()].map(
      ({ code, name, name_en, unit, aspect, description, by_subject, goal, growth }) => ({
        code,
        catalogue: rulebook.catalogue,
        name,
        nameEn: name_en,
        unit,
        aspect: aspect ?? '',
        description,
        ...(by_subject === undefined ? {} : { bySubject: by_subject }),
        ...(goal === undefined ? {} : { goal }),
        ...(growth === undefined ? {} : { growth }),
      }),
    ),
    units: rulebook.units.rows.map(({ id, dimension, forms, canonical }) => ({
      id,
      dimension,
      forms,
      ...(canonical === undefined ? {} : { canonical }),
    })),
  }
}
