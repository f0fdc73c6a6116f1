import { bearerOf, COUNTS_BODIES } from './bearers.ts'
import { bodyOfClause, withoutOpening } from './namedBodies.ts'
import type { ScopeReading, ScopeView } from './scopeReading.ts'
import { headerWords } from './tableUnits.ts'

/** 每个社区不少于3支 in a cell: what each of them is to have. */
const EACH =
  /^(?:平均)?每(?:个|座|家|所)?([\u4e00-\u9fff]{1,6}?(?:（[^）]{1,4}）)?)(?:每[年月周天季]|不少于|不低于|至少|应|须|要|配|达|平均|有|≥|$)/

const PLACE = /^[\u4e00-\u9fff]{1,5}(?:[市县区镇乡片]|街道|社区|村)$/

/** A figure in a table: of the body that its own words name, of each of a kind, or of the body or place that heads its row or column. */
export function readCellScope({
  figure,
  clauseWords,
  isCount,
  rulebook,
  segmenter,
  scoped,
}: ScopeView): ScopeReading | null {
  const { quantity, paragraph } = figure
  const words = clauseWords.trim()
  const own = bodyOfClause(words, rulebook, segmenter, !isCount)
  if (own) return scoped(own, 'scope.named')
  const each = EACH.exec(withoutOpening(words))
  if (
    each?.[1] &&
    !COUNTS_BODIES.test(quantity.unit) &&
    /(?:馆|站|中心|社区|村|镇|乡|街道|书屋|书房|分馆|企业|单位)(?:（[^）]{1,4}）)?$/.test(each[1])
  )
    return scoped(each[1], 'scope.each')
  const bearer = bearerOf(figure, rulebook, segmenter)
  if (bearer !== '') return scoped(bearer, 'scope.bearer')
  const head = headerWords(paragraph.cell?.rowHeaders[0] ?? '')
  const body = bodyOfClause(head, rulebook, segmenter, !isCount || !COUNTS_BODIES.test(quantity.unit))
  if (body && quantity.dimension !== 'score' && !/覆盖率|达标率|普及率/.test(words))
    return scoped(body, 'scope.rowHead')
  if (PLACE.test(head)) return scoped(head, 'scope.rowHead')
  const column = paragraph.cell?.columnHeaders.map(headerWords).find((header) => PLACE.test(header))
  return column === undefined || /^[全本我]/.test(column) ? null : scoped(column, 'scope.columnHead')
}
