import type { Figure } from './figures.ts'

export interface ScopeReading {
  readonly scope: string
  readonly rule: string
}

const INSTITUTION =
  /(?<=^|[，。；、：\s“”（）》]|其中|由|在|是|对|与|和|打造|建设|做强|推进|依托)((?:[\u4e00-\u9fffA-Za-z·]|“[^”]{1,12}”){1,14}?(?:图书馆|文化馆|博物馆|美术馆|纪念馆|档案馆|大剧院|剧院|艺术中心|文化中心|配送中心|服务中心|软件园|产业园|文创园|园区|智慧城|科技馆|景区|艺术团|集团|有限公司|文化节|艺术节))(?=[，。；、：（\s]|新馆|全年|今年|已|共|累计|举办|开展|组织|办理|接待|现|年|建筑|占地|平均|总|入驻|投资|拥有|藏书|馆藏|文献|开放|实现|完成|主营|营业|$)/g
const LEVEL_SCOPE = /(?:^|[，。；、：\s])(全国|全省|我省|我国|省级|市级|全市)(?=[^，。；、]{0,10}$)/

/** Whose figure it is, where the words name an institution or project other than the reporting body. */
export function readScope(figure: Figure, issuer: string, carried: string): ScopeReading {
  const { text, clause, quantity, sentence } = figure
  const clauseWords = text.slice(clause.start, quantity.from)
  const institutions = (words: string): string | null => {
    let last: string | null = null
    for (const match of words.matchAll(INSTITUTION)) {
      const name = match[1] ?? ''
      if (
        name.length >= 3 &&
        !issuer.includes(name) &&
        !/^(?:各|每|全|乡镇|社区|基层|公共|综合性|新建|等|\d)/.test(name) &&
        !/(?:^|等)(?:图书馆|文化馆|博物馆|美术馆)$/.test(name)
      )
        last = name
    }
    return last
  }
  // An institution that is the thing counted (图书馆4个) is no scope: words must stand between it and the number.
  const own = institutions(
    clauseWords.slice(0, Math.max(0, clauseWords.length - figure.before.length)) +
      (figure.item.start === clause.start ? figure.before.replace(/[\u4e00-\u9fff]{0,6}$/, '') : ''),
  )
  if (own) return { scope: own, rule: 'scope.institution' }
  const earlier = institutions(text.slice(sentence.start, clause.start))
  if (earlier) return { scope: earlier, rule: 'scope.institutionEarlier' }
  if (carried) return { scope: carried, rule: 'scope.carried' }
  const level = LEVEL_SCOPE.exec(clauseWords)
  if (level && issuer !== '' && !/^全国|^国务院/.test(issuer) && /^(?:全国|全省)$/.test(level[1] ?? ''))
    return { scope: level[1] ?? '', rule: 'scope.wider' }
  return { scope: '', rule: 'scope.own' }
}
