import type { IndicatorRule } from './indicatorView.ts'
import { nounsOfList } from './respectiveFigures.ts'
import { codeOfNoun } from './respectiveNouns.ts'

export const levelOfList: IndicatorRule = {
  id: 'indicator.levelOfList',
  because: 'under 分别 each of several levels is of the noun at its place: 城乡居民收入分别达到4.2万元和2.1万元',
  read: ({ figure, rulebook }) => {
    const list = nounsOfList(figure)
    if (list === null) return null
    const clause = figure.text.slice(figure.clause.start, figure.clause.end)
    const asked = { dimension: figure.quantity.dimension, inDomain: true }
    const codes = list.nouns.map((_, place) => codeOfNoun(list.nouns, place, clause, asked, rulebook))
    const code = codes[list.place]
    // Where all are one, the usual rules find it as well.
    if (!code || new Set(codes).size === 1) return null
    return { code, rules: ['indicator.levelOfList'], words: list.nouns[list.place] ?? '', evidence: 'noun' }
  },
}
