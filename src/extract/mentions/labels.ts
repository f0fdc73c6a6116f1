import { after, before, claim, isHan, type MentionRule, type MentionView, value } from './view.ts'

const BOUNDARY = /[。；！？：，、“”’）》\s…>]/

const LINE_LABEL = /^[ >]*(?:（)?$/

const LABEL_END_HAN =
  /^(?:）[、，]?|，(?=[\u3400-\u9fff“《]{3})|、(?=[ ]*(?:[\u3400-\u9fff“《A-Za-z（]|(?:19|20)[\d_xX]{2}年|\d{1,2}(?:[-—–~～至到]\d{1,2})?[月日]|$))|[.．](?!\d))/

const LABEL_END_DIGIT =
  /^(?:）[、，.]?|，(?=[\u3400-\u9fff“《]{3})|[、.．](?![\d])|[.．](?=(?:1[0-2]|[1-9])月(?!均))|[ ]+(?=[\u3400-\u9fff]))/

const INLINE_COUNT = /^(?:是|要(?![求素件点闻领务害道地])|抓|看|靠|强|促|则|为)/

const SECTION = /^(?!\d{1,2}\.(?:1[0-2]|[1-9])月)\d{1,2}(?:\.\d{1,2}){1,3}[ ]?[\u3400-\u9fff“]/
const LEVELS = /^(?:\.\d{1,2})+/

/** What a plan, an evaluation or a list of questions numbers. */
const NUMBERED_ITEM = /(?:指标|目标|任务|问题|措施|建议|案例|项目|举措|工程|实事|步骤|活动|主题|内容)$/

const PIECE_OF_TITLE = /(?:公报|总结|报告|计划|规划|汇报|要点|方案|材料|概况|简介|综述|范文)（$/

/** 1.5万人 at the head of a line counts; 1.1.2 does not. */
const hasUnit = ({ text, numeral, rulebook }: MentionView): boolean =>
  /^\d+\.\d+$/.test(numeral.text) &&
  !/^\./.test(text.slice(numeral.end)) &&
  rulebook.units.at(text, numeral.end).length > 0

/** 2、5月组织…: months follow each other as labels do; a line with the label before or behind tells which it is. */
function countsLines({ text, lineStart, lineEnd, numeral }: MentionView): boolean {
  const own = Number(numeral.text)
  const last = text.slice(Math.max(0, text.lastIndexOf('\n', lineStart - 2) + 1), lineStart)
  const next = text.slice(lineEnd, lineEnd + 8)
  return last.trimStart().startsWith(`${own - 1}、`) || next.trimStart().startsWith(`${own + 1}、`)
}

/** 一、基本情况1、…: nothing but a heading stands before the first of a list. */
const HEADING = /^[ ]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；，：、]{2,24}$/

/** How many lines a row of a table without borders may run over. */
const SERIAL_LINES = 12

/** 1粤剧下乡…⏎2歌舞下乡…, and numbers alone on lines that count up: rows of a list or table that lost its borders. */
function isSerial({ text, numeral, lineStart, lineEnd, inCell, rulebook }: MentionView, right: string): boolean {
  if (inCell || !/^[1-9]\d?$/.test(numeral.text)) return false
  const alone = right.trim() === ''
  if (!alone && (!/^[\u3400-\u9fff“《]/.test(right) || /^[年月日号时点余多几万亿成]/.test(right))) return false
  if (!alone && rulebook.units.at(text, numeral.end).length > 0) return false
  const own = Number(numeral.text)
  const lines = (stretch: string): readonly string[] => stretch.split('\n').map((one) => one.trim())
  const labelled = (number: number) => (one: string) =>
    alone ? one === String(number) : new RegExp(`^${number}[\\u3400-\\u9fff“《]`).test(one)
  return own === 1
    ? lines(text.slice(lineEnd, lineEnd + ITEM_REACH))
        .slice(0, SERIAL_LINES)
        .some(labelled(2))
    : lines(text.slice(Math.max(0, lineStart - ITEM_REACH), lineStart))
        .slice(-SERIAL_LINES)
        .some(labelled(own - 1))
}

/** What may stand behind a label, and before one that begins its line or stands in brackets. */
const BEHIND_LABEL = new Set('、.．），：:是要抓看靠强促则为')
const BEFORE_LABEL = /[\s>（]/
const LABEL_SIGN = /^[①-⒛㈠-㈩]/

const mayLabel = ({ text, numeral, lineStart }: MentionView): boolean =>
  BEHIND_LABEL.has(text.charAt(numeral.end)) ||
  numeral.start <= lineStart ||
  BEFORE_LABEL.test(text.charAt(numeral.start - 1)) ||
  LABEL_SIGN.test(numeral.text)

export const enumeration: MentionRule = {
  id: 'mention.enumeration',
  because: 'it labels an item of a list',
  claim: (view) => {
    if (!mayLabel(view)) return null
    const line = view.text.slice(view.lineStart, view.numeral.start)
    const right = after(view, 6)
    if (line.trim() === '' && right.trim() === '' && isHan(view) && (value(view) ?? 99) <= 30)
      return claim(view, 'enumeration')
    // 1.1.2室外场地, 1.1设施建设: a label of several levels.
    if (
      line.trim() === '' &&
      /^[\d.]+$/.test(view.numeral.text) &&
      SECTION.test(view.text.slice(view.numeral.start, view.lineEnd)) &&
      !hasUnit(view)
    )
      return claim(view, 'enumeration', LEVELS.exec(view.text.slice(view.numeral.end, view.lineEnd))?.[0].length ?? 0)
    if (line.trim() === '' && /^\d{1,2}$/.test(view.numeral.text) && /^、\d/.test(right) && countsLines(view))
      return claim(view, 'enumeration', 1)
    // 01 项目名称, 02：…: no count is written with a leading zero.
    if (line.trim() === '' && /^0\d$/.test(view.numeral.text) && !/^[.．/:：-]?\d|^[年月日]/.test(right))
      return claim(view, 'enumeration')
    if (line.trim() === '' && isSerial(view, right)) return claim(view, 'enumeration')
    // 指标1：…, 任务2：…: what the text numbers and then tells.
    if (NUMBERED_ITEM.test(line.slice(-4)) && /^\d{1,2}$/.test(view.numeral.text) && /^[：:]/.test(right))
      return claim(view, 'enumeration')
    const bracketed = line.endsWith('（') && right.startsWith('）')
    // 统计公报（2）: the second piece of a text that a site cut up.
    if (bracketed && right.trim() === '）' && PIECE_OF_TITLE.test(line)) return claim(view, 'enumeration', 1, 1)
    if (LABEL_SIGN.test(view.numeral.text)) return claim(view, 'enumeration')
    if (/^[ ]*(?:（)?$/.test(line) || LINE_LABEL.test(line)) {
      const ends = isHan(view) ? LABEL_END_HAN.exec(right) : LABEL_END_DIGIT.exec(right)
      const small =
        /^\d{1,3}$/.test(view.numeral.text) ||
        (isHan(view) && (value(view) ?? 100) < 100 && !/[万亿半]/.test(view.numeral.text))
      if (
        ends &&
        small &&
        !(ends[0].startsWith(' ') && /^[ ]+(?:年|月|日|[万亿]?(?:个|场|人|名|册|件|次|项|元))/.test(right))
      )
        return claim(view, 'enumeration', ends[0].length, bracketed ? 1 : 0)
    }
    const last = line.slice(-1)
    // 五一、国庆期间: no label is written with two digits side by side.
    if (
      isHan(view) &&
      /^[一二三四五六七八九十]{1,3}$/.test(view.numeral.text) &&
      !/[一二三四五六七八九]{2}/.test(view.numeral.text)
    ) {
      if (bracketed) return claim(view, 'enumeration', 1, 1)
      if (
        /^、(?:[\u3400-\u9fff“]{2}|(?:19|20)\d\d年)/.test(right) &&
        !/^、[一二三四五六七八九十]/.test(right) &&
        (/[。；！：”）\s]/.test(last) || hasNeighbour(view))
      )
        return claim(view, 'enumeration', 1)
      if (INLINE_COUNT.test(right) && (line.length === 0 || BOUNDARY.test(last)) && !/^(?:是否|看待)/.test(right)) {
        const times = /^(?:抓|看|靠|强|促|则|为)/.test(right)
        if (!times || /[。；！：]/.test(last) || line.trim().length === 0) return claim(view, 'enumeration', 1)
      }
      if (/其$/.test(last) && /^[，、是]/.test(right)) return claim(view, 'enumeration', 0, 1)
      if (/第$/.test(last) && /^[，、是]/.test(right) && /(?:^|[。；！：，\s])第$/.test(line.slice(-2)))
        return claim(view, 'enumeration', 1, 1)
    }
    if (!isHan(view) && /^\d{1,2}$/.test(view.numeral.text)) {
      if (
        bracketed &&
        /(?:^|[。；！：，、\s\u3400-\u9fff])（$/.test(line.slice(-2)) &&
        /^）、?[\u3400-\u9fff“《]/.test(right)
      )
        return claim(view, 'enumeration', right.startsWith('）、') ? 2 : 1, 1)
      if (
        /^(?:[、）]|[.．][ ]?)(?=[\u3400-\u9fff“《])/.test(right) &&
        (/[。；！：\s]/.test(last) || (value(view) === 1 && HEADING.test(line)) || hasNeighbour(view))
      )
        return claim(view, 'enumeration', 1)
    }
    return null
  },
}

/** How far off the label before or after is looked for: about as long as the items of a list are. */
const ITEM_REACH = 2000

const TENS = '一二三四五六七八九十'

/**
 * Whether the label before this one (or, of a first one, the label after it) stands near: texts that have lost their line
 * ends run 基本情况1、文化设施…2、文化活动… together.
 */
function hasNeighbour(view: MentionView): boolean {
  const { text, numeral, lineStart, lineEnd } = view
  if (!/[\u3400-\u9fff：，”）]/.test(text.charAt(numeral.start - 1))) return false
  if (/[第卷图表附号至到]/.test(text.charAt(numeral.start - 1))) return false
  const order = value(view)
  const sign = text.charAt(numeral.end)
  if (order === null || order < 1) return false
  const label = (number: number) => (isHan(view) ? TENS.charAt(number - 1) : String(number)) + sign
  if (isHan(view) && order >= 10) return false
  return order === 1
    ? hasLabel(text, label(2), numeral.end, Math.min(lineEnd, numeral.end + ITEM_REACH))
    : hasLabel(text, label(order - 1), Math.max(lineStart, numeral.start - ITEM_REACH), numeral.start)
}

function hasLabel(text: string, label: string, from: number, to: number): boolean {
  const stretch = text.slice(from, to)
  for (let at = stretch.indexOf(label); at >= 0; at = stretch.indexOf(label, at + 1)) {
    const [before, after] = [stretch.charAt(at - 1), stretch.charAt(at + label.length)]
    if (!/[\d.一二三四五六七八九十百]/.test(before) && /[\u3400-\u9fff“《]/.test(after)) return true
  }
  return false
}

const UNIT_CELL = /^[（(]?[十百千万亿]+[\u3400-\u9fff]{1,3}(?:[（(][\u3400-\u9fff]{1,2}[）)])?[）)]?$/

export const headerUnit: MentionRule = {
  id: 'mention.headerUnit',
  script: 'han',
  because: '万 in the unit of a table head is a multiplier, not a number',
  claim: (view) => {
    if (!/^[十百千万亿]+$/.test(view.numeral.text)) return null
    const line = view.text.slice(view.lineStart, view.lineEnd).trim()
    const bracketed =
      /[（(：]$/.test(before(view, 1)) &&
      /^[\u3400-\u9fff]{1,3}(?:[（(][\u3400-\u9fff]{1,2}[）)])?(?:[）)]|$|[，；。 ])/.test(after(view, 8))
    return UNIT_CELL.test(line) || (bracketed && line.length <= 30) || /单位：$/.test(before(view, 3))
      ? claim(view, 'idiom')
      : null
  },
}
