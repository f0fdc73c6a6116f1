import type { Problem, Table } from './problem.ts'
import type { RuleBook } from './rulebook.ts'
import type { CountedRow, UnitRow } from './schema.ts'
import { TRADITIONAL } from './traditional.ts'

/** Forms that no text can hold, or that can never speak where they stand. */
export function findUnmatchable(rulebook: RuleBook, tables: readonly Table[]): readonly Problem[] {
  return [
    ...tables.flatMap(({ name, rows }) =>
      rows.flatMap((row) =>
        row.forms.flatMap((form) => {
          const why = whyUnread(form)
          return why === null
            ? []
            : [{ place: `${name} ${row.id}`, message: `the form “${form}” can never match: ${why}` }]
        }),
      ),
    ),
    ...rulebook.units.rows.flatMap(unitProblems),
    ...rulebook.counted.rows.flatMap(conditionProblems),
  ]
}

/**
 * Characters that the reading text never holds, because they are read as others before any row is asked (ASCII brackets
 * between Han characters, full-width digits and letters, traditional characters). Beside digits an
 * ASCII comma or colon stays. A test holds them against the reading of characters, which rows may not import.
 */
export const NEVER_READ = new RegExp(
  String.raw`[()"\u3000\u00a0\t\u2002\u2003\u2009\ufeff０-９Ａ-Ｚａ-ｚ％﹪℅﹙﹚－﹣−‐‑｡﹐﹔∶﹕﹑〜∼﹥﹤｜．＋＞＜＝／;［］〖〗﹝﹞參圓${TRADITIONAL.map(([written]) => written).join('')}]|(?<!\d)[,:]|[,:](?!\d)`,
)

function whyUnread(form: string): string | null {
  if (form.trim() === '') return 'it is empty'
  if (form !== form.trim()) return 'it begins or ends with a space'
  const char = NEVER_READ.exec(form)?.[0]
  return char === undefined ? null : `${char} is read as another character before`
}

/** A multiplier at the head of a measure word is read as part of the number, but for 千克, 千米, 百分点 and their like. */
const EATEN_BY_NUMBER = /^(?:[十百万亿余]|千(?![克米瓦伏赫卡帕焦分])|百(?!分))/
const RATIO_UNIT = /^[百千]分/

function unitProblems(row: UnitRow): readonly Problem[] {
  const place = `units ${row.id}`
  const eaten = row.forms
    .filter((form) => EATEN_BY_NUMBER.test(form) && !RATIO_UNIT.test(form))
    .map((form) => ({ place, message: `the form ${form} is swallowed: the number before it takes ${form.charAt(0)}` }))
  const idleGuards = Object.keys(row.not_before ?? {})
    .filter((form) => !row.forms.includes(form))
    .map((form) => ({ place, message: `not_before speaks of ${form}, which is no form of the row` }))
  return [...eaten, ...idleGuards]
}

function conditionProblems(row: CountedRow): readonly Problem[] {
  const place = `counted ${row.id}`
  const barred = (words: string): string | undefined => row.without?.find((word) => words.includes(word))
  const forms = row.forms.flatMap((form) => {
    const word = barred(form)
    return word === undefined ? [] : [{ place, message: `the form ${form} can never match: without forbids ${word}` }]
  })
  const conditions = (row.with ?? []).flatMap((needed) => {
    const word = barred(needed)
    return word === undefined ? [] : [{ place, message: `with asks for ${needed}, but without forbids ${word}` }]
  })
  return [...forms, ...conditions]
}
