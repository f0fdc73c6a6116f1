import type { Span } from '../model/span.ts'
import { type FlatTable, gapAt, shapeOf } from './flat-tables.ts'
import { readLineKind } from './line-label.ts'
import type { TextLine, TextRow } from './text-lines.ts'

/** Heads behind the figures: what a row says of itself in words. */
const REMARK = /备注|原因|措施|说明|依据|佐证|方法|标准$|来源/
/** Heads before the figures. */
const ROW_HEAD = /名称|项目|指标$|序号|编号|代码|内容|单位|类别|类型|地区|乡镇|街道|县区|一级|二级|三级|科目/
/** Heads of figures, where no head names the rows. */
const VALUE_HEAD =
  /预算数|执行数|执行率|目标值|指标值|完成值|分值|得分|实际|计划数?$|完成数?$|年初|数量$|金额$|占比|比重|同比|增长/
/** 自评得分 and the like close a row; what is missing before them was told in words. */
const CLOSES = /得分|分值|分数/
const LONGEST_HEAD = 14
const LONGEST_ROW = 160
/** Rows that are told in words alone may stand between those with figures, so many in a row. */
const MOST_BETWEEN = 4

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The cells of a line that hold words: what stands between bars where it has any, else between spaces. */
function tokensOf(line: TextLine): readonly Token[] {
  const cell = /[|｜]/.test(line.text) ? /[^\s|｜](?:[^|｜]*[^\s|｜])?/g : /[^\s\u3000]+/g
  return [...line.text.matchAll(cell)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
}

interface Head {
  readonly names: readonly Token[]
  readonly values: readonly Token[]
  /** Whether rows may go on in words behind their figures. */
  readonly remarks: boolean
}

const withoutBrackets = (text: string): string => text.replace(/[（(][^（）()]*[）)]/g, '')

/** The heads of a table that spaces divide: those of the rows, and those of the figures; null where the line is none. */
function readHead(line: TextLine): Head | null {
  if (line.text.length > 120 || !/[\s|｜]/.test(line.text)) return null
  if (/\d{2}|[。；，！？：:]/.test(withoutBrackets(line.text))) return null
  const tokens = tokensOf(line)
  if (tokens.length < 3) return null
  const words = tokens.map(({ text }) => withoutBrackets(text).trim())
  if (words.some((text) => text.length > LONGEST_HEAD || shapeOf(text) === 'figure')) return null
  const kept = words.findLastIndex((text) => !REMARK.test(text)) + 1
  const named = words.slice(0, kept).findLastIndex((text) => ROW_HEAD.test(text)) + 1
  const names = named > 0 ? named : words.findIndex((text) => VALUE_HEAD.test(text))
  const values = tokens.slice(names, kept)
  const closes = words.slice(names, kept).some((text) => CLOSES.test(text))
  const fewest = /单位$/.test(words[names - 1] ?? '') && names > 1 ? 1 : 2
  if (names < 0 || values.length < fewest || (names === 0 && !closes)) return null
  return { names: tokens.slice(0, names), values, remarks: kept < tokens.length }
}

/** The cell that names a row: the last of its names, with a unit in brackets before it; and one for a unit of its own. */
function nameCells(names: readonly Token[], at: number, head: Head): TextRow {
  const own = /单位$/.test(head.names.at(-1)?.text ?? '') && names.length > 1
  const last = names.at(own ? -2 : -1)
  const before = names.at(own ? -3 : -2)
  const unit = names.at(-1)
  const label: Span = last
    ? { start: before && /^[（(].*[）)]$/.test(before.text) ? before.start : last.start, end: last.end }
    : gapAt(at)
  if (!/单位$/.test(head.names.at(-1)?.text ?? '')) return [label]
  return [label, own && unit ? unit : gapAt(label.end)]
}

/** The names before that cell, which say what the row is part of. */
function outerNames(line: TextLine, cells: TextRow): readonly TextLine[] {
  const start = cells.find((cell) => cell.end > cell.start)?.start ?? line.start
  const text = line.text.slice(0, start - line.start).replace(/[\s|｜]+$/, '')
  return text === '' ? [] : [{ ...line, text, end: line.start + text.length }]
}

/** What a row says behind its figures. */
function remarksOf(line: TextLine, cells: TextRow): readonly TextLine[] {
  const last = cells.reduce((end, cell) => Math.max(end, cell.end), line.start)
  const rest = line.text.slice(last - line.start)
  const text = rest.replace(/^[\s|｜]+/, '')
  const start = line.end - text.length
  return text.replace(/[\s|｜]/g, '') === '' ? [] : [{ ...line, text, start }]
}

/** The last run of figures among the cells of a row, of as many as there are heads where words stand behind it. */
function figuresOf(tokens: readonly Token[], head: Head): { readonly from: number; readonly to: number } | null {
  const isFigure = (at: number): boolean => shapeOf(tokens[at]?.text ?? '') !== 'words'
  let to = tokens.length
  if (head.remarks) while (to > 0 && !isFigure(to - 1)) to -= 1
  let from = to
  while (from > 0 && isFigure(from - 1)) from -= 1
  while (head.remarks && to - from > head.values.length && shapeOf(tokens[to - 1]?.text ?? '') === 'none') to -= 1
  if (from === to || (to < tokens.length && to - from !== head.values.length)) return null
  return { from, to }
}

/** The cells of a line below such heads: its words, then its figures under their heads; null where they do not fit. */
function readRow(line: TextLine, head: Head): TextRow | null {
  const tokens = tokensOf(line)
  const run = figuresOf(tokens, head)
  if (!run) return null
  const figures = tokens.slice(run.from, run.to)
  const told = line.text.slice(0, (figures[0]?.start ?? line.start) - line.start)
  if (told.length > LONGEST_ROW || /。/.test(told)) return null
  const { values } = head
  const missing = values.length - figures.length
  if (missing < 0) return null
  const closes = CLOSES.test(values.at(-1)?.text ?? '')
  const gaps = Array.from({ length: Math.max(0, missing) }, () => gapAt(line.start))
  // ≥95% 98%: no points are among them, which were told of the row above.
  if (missing > 0 && closes && !/^[\d.]+分?$/.test(figures.at(-1)?.text ?? ''))
    return [...nameCells(tokens.slice(0, run.from), line.start, head), ...figures, ...gaps]
  if (missing > 0 && (!closes || (figures.length < 2 && tokens.length <= values.length))) return null
  // 市级 市级 7 7: what stands before the points was told in words.
  const inWords = missing > 0 && tokens.length > values.length ? tokens.slice(run.from - missing, run.from) : []
  const names = tokens.slice(0, run.from - inWords.length)
  return [...nameCells(names, line.start, head), ...gaps.slice(inWords.length), ...inWords, ...figures]
}

/** 指标值 完成值 below 年度 实际: a second line of heads, word for word under the first. */
function readMoreHeads(line: TextLine, head: Head): TextRow | null {
  const more = tokensOf(line)
  const { length } = head.values
  if (more.length > length || more.some(({ text }) => text.length > 8 || /\d/.test(text))) return null
  return [
    ...nameCells([], line.start, head),
    ...more,
    ...Array.from({ length: length - more.length }, () => gapAt(line.end)),
  ]
}

/** The table that begins with line `at`, its cells divided by spaces or by bars of any number; null where none does. */
export function findSpacedTable(lines: readonly TextLine[], at: number): FlatTable | null {
  const line = lines[at]
  const head = line ? readHead(line) : null
  if (!line || !head) return null
  const next = lines[at + 1]
  const more = next ? readMoreHeads(next, head) : null
  const first: TextRow = [...nameCells(head.names, line.start, head), ...head.values]
  const heads: readonly TextRow[] = [first, ...(more ? [more] : [])]
  const rows: TextRow[] = []
  const between: TextLine[] = [...outerNames(line, first), ...remarksOf(line, first)]
  let last = at + heads.length
  for (let end = last; end < lines.length && end - last < MOST_BETWEEN; end += 1) {
    const below = lines[end]
    if (!below || readHead(below) !== null || readLineKind(below.text).kind === 'heading') break
    const cells = readRow(below, head)
    if (cells === null) continue
    rows.push(cells)
    between.push(...lines.slice(last, end), ...outerNames(below, cells), ...remarksOf(below, cells))
    last = end + 1
  }
  if (rows.length < (head.values.length > 3 ? 1 : 2)) return null
  return {
    start: at,
    end: last,
    rows: [...heads.map((cells) => ({ cells, marked: true })), ...rows.map((cells) => ({ cells, marked: false }))],
    between,
  }
}

/** 得分, 执行数: heads that the forms of evaluations set again in the middle of a table. */
const OF_FORM = /得分|执行数|完成值/

/**
 * The first line after the head of a table, up to `end`, where such a form begins anew with heads of its own; `end` where
 * none does.
 */
export function nextForm(lines: readonly TextLine[], at: number, end: number): number {
  for (let inner = at + 2; inner < end; inner += 1) {
    const line = lines[inner]
    if (line && OF_FORM.test(line.text) && readHead(line) !== null && findSpacedTable(lines, inner) !== null)
      return inner
  }
  return end
}

const OF_MONEY = /预算|执行数|金额|资金|经费|支出|收入|拨款/
const UNIT_LINE = /单位[:：]\s*([十百千万亿]*元)/
const UNIT_REACH = 12

/** The unit of money that stands above a table of money, on a line further up or in the head of its rows; null without. */
export function moneyAbove(lines: readonly TextLine[], table: FlatTable, source: string): string | null {
  const heads = table.rows.filter(({ marked }) => marked).flatMap(({ cells }) => cells)
  if (!heads.some(({ start, end }) => OF_MONEY.test(source.slice(start, end)))) return null
  const above = lines.slice(Math.max(0, table.start - UNIT_REACH), table.start + 1).map(({ text }) => text)
  const told = above.map((text) => UNIT_LINE.exec(text)?.[1]).findLast((unit) => unit !== undefined)
  const own = /[（(]([十百千万亿]*元)[）)]/.exec(lines[table.start]?.text ?? '')?.[1]
  const unit = own ?? told
  return unit === undefined ? null : `单位：${unit}`
}
