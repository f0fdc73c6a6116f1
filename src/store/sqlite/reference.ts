import { readUnitForms } from '../../compare/measure.ts'
import type { CatalogueRow, Reference, UnitRow } from '../../model/reference.ts'
import type { Connection } from './connection.ts'

interface IndicatorRow extends Omit<CatalogueRow, 'nameEn' | 'bySubject' | 'growth'> {
  readonly name_en: string
  readonly growth: 'real' | 'nominal'
  readonly number: number
  readonly by_subject: number
}

interface StoredUnitRow extends Omit<UnitRow, 'forms' | 'canonical'> {
  readonly canonical: string | null
  readonly forms: string
}

/** Reference rows of the archive: in the order that they were given in; codes that only facts brought last. */
export function readReference(connection: Connection): Reference {
  const indicators = connection
    .prepare<[], IndicatorRow>('select * from indicator order by number, code')
    .all()
    .map(({ by_subject, growth, name_en, number: _, ...row }) => ({
      ...row,
      ...(name_en === '' ? {} : { nameEn: name_en }),
      bySubject: by_subject === 1,
      ...(growth === 'real' ? { growth } : {}),
    }))
  const units = connection
    .prepare<[], StoredUnitRow>('select id, dimension, canonical, forms from unit order by number')
    .all()
    .map(({ canonical, forms, ...row }) => ({
      ...row,
      ...(canonical === null ? {} : { canonical }),
      forms: JSON.parse(forms) as readonly string[],
    }))
  const version = connection
    .prepare<[], { value: string }>(`select value from setting where name = 'rules_version'`)
    .get()
  return { indicators, units, rulesVersion: version?.value ?? '' }
}

/**
 * Brings the reference rows up to date where they differ. Indicators that the catalogue no longer has stay: stored facts
 * may name them. Units are replaced whole.
 */
export function saveReference(connection: Connection, reference: Reference): void {
  const stored = connection.prepare<[], { value: string }>(`select value from setting where name = 'reference'`).get()
  const wanted = JSON.stringify(reference)
  if (stored?.value === wanted) return
  const indicator = connection.prepare(`
    insert into indicator (code, number, catalogue, name, name_en, unit, aspect, description, by_subject, goal, growth)
    values (:code, :number, :catalogue, :name, :nameEn, :unit, :aspect, :description, :bySubject, :goal, :growth)
    on conflict (code) do update set number = excluded.number, catalogue = excluded.catalogue, name = excluded.name,
      name_en = excluded.name_en, unit = excluded.unit, aspect = excluded.aspect, description = excluded.description, by_subject = excluded.by_subject, goal = excluded.goal,
      growth = excluded.growth`)
  const unit = connection.prepare(`
    insert into unit (id, number, dimension, canonical, forms) values (:id, :number, :dimension, :canonical, :forms)`)
  const form = connection.prepare(
    'insert into unit_form (form, unit, measure, nature) values (:form, :unit, :measure, :nature)',
  )
  const setting = connection.prepare('insert or replace into setting (name, value) values (?, ?)')
  connection
    .transaction(() => {
      reference.indicators.forEach((row, number) => {
        const { nameEn = '', bySubject = row.code === 'other', goal = 'reach', growth = 'nominal' } = row
        indicator.run({ ...row, number, nameEn, bySubject: bySubject ? 1 : 0, goal, growth })
      })
      connection.exec('delete from unit_form; delete from unit')
      reference.units.forEach((row, number) => {
        unit.run({ ...row, number, canonical: row.canonical ?? null, forms: JSON.stringify(row.forms) })
      })
      for (const row of readUnitForms(reference.units).values()) form.run(row)
      setting.run('rules_version', reference.rulesVersion)
      setting.run('reference', wanted)
    })
    .immediate()
}
