import { z } from 'zod'
import { ASPECTS, MODIFIERS, STATUSES } from '../model/fact.ts'
import { REPORT_KINDS } from '../model/report.ts'

const id = z.string().regex(/^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/)
const forms = z.array(z.string().min(1)).min(1)

export const DIMENSIONS = [
  'session', 'visit', 'person', 'household', 'item', 'inspection', 'place', 'book', 'money', 'area', 'length', 'mass',
  'volume', 'energy', 'ratio', 'point', 'multiple', 'hours', 'score', 'data', 'temperature', 'place_rank', 'age', 'land', 'episode', 'duration',
] as const // biome-ignore format: a list
export type Dimension = (typeof DIMENSIONS)[number]

export const unitRow = z.strictObject({
  id,
  dimension: z.enum(DIMENSIONS),
  forms,
  /** Written in facts instead of the form that stands in the text. */
  canonical: z.string().optional(),
  /** Worth in the canonical unit: 成 is 10 %. */
  worth: z.number().positive().optional(),
  /** By form: characters that, following it, make it part of another word (分 before 钟, 馆). */
  not_before: z.record(z.string(), z.string()).optional(),
  note: z.string().optional(),
})
export type UnitRow = z.infer<typeof unitRow>

export const hedgeRow = z.strictObject({
  id,
  side: z.enum(['before', 'inner', 'after']),
  modifier: z.enum(MODIFIERS),
  forms,
})
export type HedgeRow = z.infer<typeof hedgeRow>

export const wordRow = z.strictObject({ id, forms, note: z.string().optional() })
export type WordRow = z.infer<typeof wordRow>

/** Words of sites and viewers; a weak one tells only in a short line that is no sentence. */
export const chromeRow = z.strictObject({ id, strength: z.enum(['strong', 'weak']), forms })
export type ChromeRow = z.infer<typeof chromeRow>

export const statusRow = z.strictObject({ id, status: z.enum(STATUSES), forms })
export type StatusRow = z.infer<typeof statusRow>

export const sectionRow = z.strictObject({ id, role: z.enum(['plan', 'problem', 'summary', 'rules']), forms })

export const indicatorRow = z.strictObject({
  code: z.string().regex(/^[a-z_]+(?:\.[a-z0-9_]+)?$/),
  name: z.string().min(1),
  /** Shown where the language is English. */
  name_en: z.string().min(1),
  unit: z.string(),
  aspect: z.enum(ASPECTS).nullable(),
  description: z.string().default(''),
  /** Figures of it can be compared only where they are of the same subject (coverage of what?). */
  by_subject: z.boolean().optional(),
  /** Whether a plan of it is met from above: deficit ratio, unemployment. */
  goal: z.enum(['reach', 'stay_below']).optional(),
  /** Whether its growth is told at constant prices: 国内生产总值, 增加值, 人均收入. */
  growth: z.literal('real').optional(),
})
export type IndicatorRow = z.infer<typeof indicatorRow>

/**
 * How words lead to an indicator: a figure whose unit is of one of `dimensions` and whose counted noun (or, weaker, whose
 * clause) holds one of `forms` is of indicator `code`, where `with` and `without` allow it.
 */
export const countedRow = z.strictObject({
  id,
  code: z.string(),
  dimensions: z.array(z.enum(DIMENSIONS)).min(1),
  forms,
  /** The unit as printed must be one of these: 戏曲13件 are works, 戏曲13场 performances. */
  units: z.array(z.string().min(1)).optional(),
  /** The unit as printed must be none of these: 报刊38篇 are articles, not titles held. */
  without_units: z.array(z.string().min(1)).optional(),
  /** At least one of these must stand in the clause. */
  with: z.array(z.string().min(1)).optional(),
  /** None of these may stand in the clause. */
  without: z.array(z.string().min(1)).optional(),
  /** Where `with` is looked for: in the item of the list alone, up to the counted noun, in the whole clause, or in the sentence so far as well. */
  with_in: z.enum(['item', 'head', 'clause', 'sentence']).optional(),
  /** Holds only where the text is of the catalogue's subject: 企业, 项目 and 投资 are of every trade. */
  domain_only: z.boolean().optional(),
  /** Only the counted noun itself decides, never another word of the clause. */
  noun_only: z.boolean().optional(),
})
export type CountedRow = z.infer<typeof countedRow>

/** A subject matter that stays in force over the clauses: what 观众, 参与人数 or a bare 累计16场 are of. */
export const topicRow = z.strictObject({
  id,
  forms,
  /** Indicator by dimension of the unit. */
  codes: z.partialRecord(z.enum(DIMENSIONS), z.string()),
  /** Topics that go before this one where both stand in the text before the figure: a museum's exhibitions draw the museum's visitors. */
  yields_to: z.array(id).optional(),
})
export type TopicRow = z.infer<typeof topicRow>

/** An administrative division; `until` is the year in which it was merged into another. */
export const regionRow = z.strictObject({
  code: z.string().regex(/^\d{2}(?:\d{2}){0,2}$/),
  name: z.string().min(2),
  until: z.number().int().optional(),
})
export type RegionRow = z.infer<typeof regionRow>

/** Words that end the name of a body that reports; `national` where it speaks for the whole country. */
export const issuerRow = z.strictObject({ id, forms, national: z.boolean().optional() })
export type IssuerRow = z.infer<typeof issuerRow>

/** Words of titles that tell what kind of report follows. */
export const titleRow = z.strictObject({ id, kind: z.enum(REPORT_KINDS), forms })
export type TitleRow = z.infer<typeof titleRow>

/**
 * Something that has a date and that reports speak of. `tells`: `in` that year and hardly in another (an anniversary, an
 * award of that year), never before it (`since`), or no more after it (`until`). Forms are written without quotation
 * marks and are found whatever marks stand in the text.
 */
export const eventRow = z.strictObject({
  id,
  tells: z.enum(['in', 'since', 'until']),
  year: z.number().int(),
  month: z.number().int().min(1).max(12).optional(),
  forms,
  /** One of these must stand within thirty characters of a form. */
  near: z.array(z.string().min(1)).optional(),
  /** Only reports of this place speak of this very event (首届市民文化节 in Shanghai). */
  region: z.string().optional(),
  /** Who says so. */
  note: z.string().min(4),
})
export type EventRow = z.infer<typeof eventRow>
