import type { TableCell } from '../model/document.ts'
import type { Lexicon } from '../rulebook/lexicon.ts'
import type { UnitRow } from '../rulebook/schema.ts'
import { powerOf } from './hanNumber.ts'
import { readUnit, type UnitReading } from './units.ts'

/** A unit that a table's heads give to the bare numbers below: `接待游客（万人次）` → 人次, ×10⁴. */
export interface HeaderUnit {
  readonly unit: UnitReading
  readonly power: number
}

const BRACKETED = /[（(]((?:[^（）()]|[（(][^（）()]*[）)])*)[）)]\s*$/
/** （万元） 年度资金总额: the unit before the name. */
const LEADING = /^[（(]([^（）()]{1,8})[）)]/
const NAMED = /单位[：:]?\s*([^，；。\s]+)/

/** What stands before the words of a row: 一、 （二） 3. 其中： #. */
const ROW_LABEL =
  /^(?:[ ]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、．.](?!\d)|[#＃*★]|其中[：:]?|含[：:]?)+/

/** Columns of points say so without a bracket: 自评得分, 分值. */
const POINTS = /(?:得|标准|自评|考核|扣|加|评|满|复核)分$|分值$/

/** Columns of shares, which may go without their sign. */
const SHARES = /(?:率|占比|比重|比例)$/

function readExpression(words: string, units: Lexicon<UnitRow>): HeaderUnit | null {
  const text = words.trim().replace(/[(]/g, '（').replace(/[)]/g, '）')
  const power = /^[十百千万亿]*/.exec(text)?.[0] ?? ''
  const unit = readUnit(text, power.length, units)
  return unit && unit.end === text.length ? { unit, power: powerOf(power) } : null
}

/** The unit that the heads of a cell state, the nearest head first; null where none does. */
export function readHeaderUnit(cell: TableCell, units: Lexicon<UnitRow>): HeaderUnit | null {
  // 执行率 in a table of money is no money.
  const isShare = isInShares(cell)
  const heads = [
    ...[...cell.columnHeaders].reverse(),
    ...(isShare ? [] : [...cell.rowHeaders].reverse()),
    ...(cell.caption && !isShare ? [cell.caption] : []),
  ]
  for (const head of heads) {
    const bracketed = BRACKETED.exec(head)?.[1]
    for (const words of [
      head,
      bracketed,
      LEADING.exec(head)?.[1],
      NAMED.exec(bracketed ?? '')?.[1],
      NAMED.exec(head)?.[1],
    ]) {
      const found = words === undefined ? null : readExpression(words, units)
      if (found === null) continue
      // 场次（场）: the name of what is counted, and its unit, which is the same.
      const own = bracketed === undefined ? null : readExpression(bracketed, units)
      return own?.unit.row === found.unit.row ? own : found
    }
    const points = POINTS.test(headerWords(head)) ? readExpression('分', units) : null
    if (points) return points
  }
  return null
}

const POINTS_AT =
  /电话|手机|号码?$|编号|代码|邮编|序号|行次|日期|时间|年[份度]$|名次|排名|位次|页码|学历|备注|等级|级别|批次|届/

/** Whether a cell stands in a column of shares, 执行率 or 占比. */
export const isInShares = (cell: TableCell): boolean => SHARES.test(headerWords(cell.columnHeaders.at(-1) ?? ''))

/** Whether the bare numbers of a cell's row and column count something: heads stand above or beside, and point at nothing. */
export const countsInCell = (cell: TableCell): boolean =>
  !cell.header &&
  cell.rowHeaders.length + cell.columnHeaders.length > 0 &&
  ![...cell.columnHeaders, ...cell.rowHeaders].some((head) => POINTS_AT.test(head.trim()))

/** 45万 in a row of 成本: money that goes without its unit. */
const OF_MONEY = /资金|经费|成本|预算|投入|拨款|支出|收入|金额|投资/

/** Whether a number of 万 or 亿 in a cell can only be money, by the heads of its row. */
export const isMoneyInCell = (cell: TableCell, words: string): boolean =>
  /[万亿]$/.test(words) && !cell.header && cell.rowHeaders.some((head) => OF_MONEY.test(head))

/** The words of a row's heads that name the thing: units, brackets, labels and 其中 off. */
export function rowSubject(cell: TableCell, units: Lexicon<UnitRow>): string {
  // In a column of points the points themselves are what is counted.
  const column = cell.columnHeaders[cell.columnHeaders.length - 1]?.trim() ?? ''
  if (POINTS.test(headerWords(column))) return headerWords(column)
  const named = cell.rowHeaders.filter((head) => readExpression(head, units) === null).map(headerWords)
  return named[named.length - 1]?.replace(ROW_LABEL, '') ?? ''
}

/** A head's words without its unit: 接待游客（万人次） → 接待游客. */
export function headerWords(head: string): string {
  return head
    .replace(/[（(][^（）()]*[）)]\s*$/, '')
    .replace(/^[（(][十百千万亿]*[\u3400-\u9fff]{1,3}[）)]\s+/, '')
    .trim()
}
