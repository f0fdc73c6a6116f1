import type { Lexicon } from '../rulebook/lexicon.ts'
import type { Dimension, UnitRow } from '../rulebook/schema.ts'

/** A measure word found behind a number. */
export interface UnitReading {
  readonly start: number
  readonly end: number
  /** As printed: 篇（条）. */
  readonly printed: string
  readonly unit: string
  readonly dimension: Dimension
  readonly worth: number
  readonly row: string
}

const BRACKET = /[ ]?（([^（）]{1,4})）/y

/** The measure word at `at`, with a bracketed second one (册（张）), or null. */
export function readUnit(text: string, at: number, units: Lexicon<UnitRow>): UnitReading | null {
  const start = text.charAt(at) === ' ' ? at + 1 : at
  const [match] = units.at(text, start)
  if (!match) return null
  let { form, row } = match
  let end = match.end
  const guard = row.not_before?.[form]
  // 名师 and 位居 are words, 10名师生 and 30位居民 count.
  const isPeople = /^(?:师[生徒]|居民)/.test(text.slice(end, end + 2)) && /^[名位]$/.test(form)
  // 还剩2处在山里, 以0.6分之差: no 处在 and no 分之.
  const counts =
    (form === '处' &&
      text.charAt(end) === '在' &&
      (/^[建售编施册岗]/.test(text.charAt(end + 1)) ||
        /[剩有余][\d一二两三四五六七八九十百]+$/.test(text.slice(Math.max(0, start - 6), start)))) ||
    (form === '分' && text.startsWith('之差', end))
  if (guard?.includes(text.charAt(end)) && text.charAt(end) !== '' && !isPeople && !counts) {
    // 分 in 分馆 is no measure word; a shorter form may still be one (人 in 人次 is not asked: the longest was).
    const [shorter] = form.length > 1 ? units.at(text.slice(0, end - 1), start) : []
    if (!shorter) return null
    form = shorter.form
    row = shorter.row
    end = shorter.end
  }
  let printed = form
  BRACKET.lastIndex = end
  const bracket = BRACKET.exec(text)
  if (bracket) {
    const [inner] = units.at(bracket[1] ?? '', 0)
    if (inner && inner.end === (bracket[1] ?? '').length) {
      printed = form + bracket[0]
      end = BRACKET.lastIndex
    }
  }
  return {
    start,
    end,
    printed,
    unit: printed === form ? (row.canonical ?? form) : printed,
    dimension: row.dimension,
    worth: row.worth ?? 1,
    row: row.id,
  }
}
