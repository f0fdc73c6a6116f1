import { shownValue } from '../compare/shown.ts'
import type { Fact } from '../model/fact.ts'
import type { FactChange } from '../model/fact-change.ts'
import type { Sheet } from './records.ts'

/** How changes of facts are shown and handed over. */
export const changeSheet: Sheet<FactChange> = {
  fields: ['kind', 'fact', 'document', 'fields', 'earlier', 'later'],
  record: (change) => ({ ...change }),
  columns: [
    { title: { en: 'change', zh: '变化' }, align: 'left', cell: ({ kind }) => kind },
    { title: { en: 'id', zh: '编号' }, align: 'left', cell: ({ fact }) => fact },
    {
      title: { en: 'quote', zh: '原文' },
      align: 'left',
      flexible: true,
      cell: (change) => factOf(change)?.quote ?? '',
    },
    { title: { en: 'was', zh: '原为' }, align: 'left', flexible: true, cell: (change) => told(change, change.earlier) },
    { title: { en: 'is', zh: '现为' }, align: 'left', flexible: true, cell: (change) => told(change, change.later) },
  ],
}

const factOf = ({ earlier, later }: FactChange) => later ?? earlier

/** What a fact says: of an altered one only what changed, of another one its year, indicator and value. */
function told({ kind, fields }: FactChange, fact: Fact | null): string {
  if (fact === null) return ''
  if (kind === 'altered') return fields.map((name) => `${name}: ${fact[name] ?? '∅'}`).join(', ')
  return [fact.year ?? '', fact.indicator, `${shownValue(fact)} ${fact.unit}`].join(' ').trim()
}
