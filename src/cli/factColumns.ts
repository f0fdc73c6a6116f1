import type { Fact } from '../model/fact.ts'
import type { Column } from './records.ts'

/** A figure as a person reads it, with the sign of what is known of it: ≥ 1,000, ~ 300, 20–30. */
export function shownValue(
  fact: Pick<Fact, 'value' | 'min' | 'max' | 'modifier'>,
  shownNumber: (value: number) => string = plainNumber,
): string {
  const { value, min, max, modifier } = fact
  if (modifier === 'exact' && value !== null) return shownNumber(value)
  if (modifier === 'about' && value !== null) return `~ ${shownNumber(value)}`
  if (min !== null && max !== null) return min === max ? shownNumber(min) : `${shownNumber(min)}–${shownNumber(max)}`
  if (min !== null) return `≥ ${shownNumber(min)}`
  if (max !== null) return `≤ ${shownNumber(max)}`
  return value === null ? '?' : `~ ${shownNumber(value)}`
}

/** A number with thousands set off; no digit is rounded away. */
export function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 })
}

/** A number as Chinese reports print it, in 万 or 亿 where that is shorter; no digit is rounded away: 875000000 → 8.75亿. */
export function chineseNumber(value: number): string {
  const plain = plainNumber(value)
  const scaled = SCALES.filter(([worth]) => Math.abs(value) >= worth).map(
    ([worth, name]) => `${plainNumber(Number((value / worth).toPrecision(15)))}${name}`,
  )
  return scaled.reduce((shortest, one) => (one.length < shortest.length ? one : shortest), plain)
}

const SCALES: readonly (readonly [worth: number, name: string])[] = [
  [1e8, '亿'],
  [1e4, '万'],
]

/** The columns that a fact has in every table. */
export const factColumns: readonly Column<Fact>[] = [
  { title: { en: 'year', zh: '年份' }, align: 'right', cell: ({ year, year_offset }) => shownYear(year, year_offset) },
  {
    title: { en: 'indicator', zh: '指标' },
    align: 'left',
    cell: ({ indicator, of }) => (of ? `${indicator} (${of})` : indicator),
  },
  { title: { en: 'value', zh: '数值' }, align: 'right', cell: (fact) => shownValue(fact) },
  { title: { en: 'unit', zh: '单位' }, align: 'left', cell: ({ unit }) => unit },
  { title: { en: 'status', zh: '状态' }, align: 'left', cell: ({ status }) => status },
  { title: { en: 'subject', zh: '对象' }, align: 'left', flexible: true, cell: ({ subject }) => subject },
  { title: { en: 'scope', zh: '范围' }, align: 'left', flexible: true, cell: ({ scope }) => scope },
  { title: { en: 'quote', zh: '原文' }, align: 'left', flexible: true, cell: ({ quote }) => quote },
  { title: { en: 'sentence', zh: '原句' }, align: 'left', flexible: true, cell: ({ sentence }) => sentence },
]

function shownYear(year: number | null, offset: number | null): string {
  if (year !== null) return String(year)
  if (offset === null) return ''
  return offset === 0 ? 'R' : `R${offset > 0 ? '+' : ''}${offset}`
}
