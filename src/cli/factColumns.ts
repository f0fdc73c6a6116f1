import { shownValue } from '../compare/shown.ts'
import type { Fact } from '../model/fact.ts'
import type { Column } from './records.ts'

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
