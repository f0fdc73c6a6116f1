import { runAt, setOf } from '../text/charSets.ts'
import { readHanNumber } from './hanNumber.ts'
import { between, innerOf, matchAt, type NumeralReading, plain, withoutValue } from './numeral.ts'

const RUN = setOf('〇零○一二两三四五六七八九十百千万亿')
const FORMAL_RUN = setOf('〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟')
const FORMAL_DIGIT = /[壹贰叁肆伍陆柒捌玖拾佰仟]/
const POWER = /[十百千万亿拾佰仟]/
/** Words that end in a formal numeral: 队伍百余支, 登陆万里, 放肆. */
const FORMAL_WORD = /(?:[队入退为行落]伍|[大登着内水海上三着空]陆|[放大酒茶书市]肆|收拾)/
const AFTER_PART_OF = /之[ ]*$/
/** Letter-spaced numbers of cover pages: two or more single characters, each behind one space. */
const SPACED = /(?:[ ][〇零○一二两三四五六七八九十百千万亿](?![〇零○一二两三四五六七八九十百千万亿])){2,}/y
const POINT =
  /点(?=[〇零一二三四五六七八九])[〇零一二三四五六七八九]+(?:[百千]?[万亿]+)?(?![〇零一二三四五六七八九十百千]|刻|分(?!之))/y
const INNER = /([余多几来])([十百千万亿]+)/y
const FEW_AT_END = /(?<=[十零])几/y
/** 一九八一、一九八二两年: a year by its digits, and two of them. */
const YEAR_BEFORE_TWO = /^[〇零○一二三四五六七八九]{4}(?=两)/
const UNIT_OF_THOUSANDS = /[克米瓦伏赫卡帕焦]/
const LOW = '一二三四五六七八'
const HIGH = '二三四五六七八九'
const ONES = '〇零○一二两三四五六七八九'

/** What the Chinese numeral at `at` begins, or null where it is part of another word (陆地, 队伍). */
export function readHanNumeral(text: string, at: number): NumeralReading | null {
  return readFormal(text, at) ?? readRun(text, at)
}

/** Bankers' numerals: 壹佰捌拾壹, 十万柒仟. One alone counts only before money. */
function readFormal(text: string, at: number): NumeralReading | null {
  const written = runAt(FORMAL_RUN, text, at)
  if (!FORMAL_DIGIT.test(written)) return null
  const end = at + written.length
  const alone = written.length === 1 || !(POWER.test(written) || /^[壹贰叁肆伍陆柒捌玖]+$/.test(written))
  if (alone && !/[元圆圓角]/.test(text.charAt(end)) && !AFTER_PART_OF.test(text.slice(Math.max(0, at - 3), at)))
    return null
  if (FORMAL_WORD.test(text.slice(Math.max(0, at - 1), at + 1))) return null
  const number = readHanNumber(written)
  return number && plain(end, number.value, number.resolution)
}

function readRun(text: string, at: number): NumeralReading | null {
  const run = text.charAt(at) === '○' ? '' : runAt(RUN, text, at)
  if (run === '') return null
  const spaced = text.charAt(at + run.length) === ' ' ? readSpaced(text, at, run) : null
  if (spaced) return spaced
  const year = run.length > 4 ? YEAR_BEFORE_TWO.exec(run)?.[0] : undefined
  const written = year ?? withoutUnit(run, text.charAt(at + run.length))
  const end = at + written.length
  return (
    readVague(text, at, written) ??
    readPoint(text, at, end) ??
    readListedNeighbours(text, at, end) ??
    readWords(written, end)
  )
}

/** 二 〇 二 四 年, 三 百 五 十: one number where the characters spell one that holds a zero or a hundred. */
function readSpaced(text: string, at: number, run: string): NumeralReading | null {
  const rest = matchAt(SPACED, text, at + run.length)?.[0]
  const written = rest ? run + rest.replace(/ /g, '') : ''
  const number = /[〇零○百千万亿]/.test(written) ? readHanNumber(written) : null
  return number && plain(at + run.length + (rest?.length ?? 0), number.value, number.resolution)
}

/** 三百千瓦 → 三百: a 千 that no number can end with belongs to the unit; 三千米 and 一万五千米 keep theirs. */
function withoutUnit(run: string, next: string): string {
  if (run.length < 2 || !run.endsWith('千') || !UNIT_OF_THOUSANDS.test(next)) return run
  return readHanNumber(run) ? run : run.slice(0, -1)
}

/** 一百多亿, 二十几万, 一百几十: at least what the other characters say; 十来万: about; 十几: several. */
function readVague(text: string, at: number, run: string): NumeralReading | null {
  const end = at + run.length
  const next = text.charAt(end)
  const inner = next === '余' || next === '多' || next === '几' || next === '来' ? matchAt(INNER, text, end) : null
  if (inner) {
    const [, word = '', all = ''] = inner
    // 九十多万千瓦: the 千 belongs to the unit.
    const powers = all.length > 1 ? withoutUnit(all, text.charAt(end + inner[0].length)) : all
    const whole = word + powers
    const tens = word === '几' && /[百千万亿]$/.test(run)
    const number = readHanNumber(run + (tens ? powers.replace(/^十/, '') : powers))
    if (number && word === '几' && run === '十') return some(end + whole.length, number)
    return number && plain(end + whole.length, number.value, number.resolution, innerOf(word))
  }
  const few = next === '几' && matchAt(FEW_AT_END, text, end) && readHanNumber(run)
  if (!few) return null
  return run === '十' ? some(end + 1, few) : plain(end + 1, few.value, few.resolution, 'over')
}

/** 十几 → several, 10–20; 十几万 → 100000–200000: as 几十 goes from twice the order to ten times. */
function some(end: number, { value, resolution }: NonNullable<ReturnType<typeof readHanNumber>>): NumeralReading {
  return between('several', end, value, value + resolution)
}

/** 十二点九, 三点五亿; not the time 九点三十分. */
function readPoint(text: string, at: number, end: number): NumeralReading | null {
  const point = text.charAt(end) === '点' && matchAt(POINT, text, end)
  const number = point && readHanNumber(text.slice(at, end) + point[0])
  return number ? plain(POINT.lastIndex, number.value, number.resolution) : null
}

function readWords(written: string, end: number): NumeralReading {
  if (written === '百十') return plain(end, 100, null, 'about')
  const approximate = readApproximate(written)
  if (approximate) return between('approximate', end, approximate.min, approximate.max)
  const number = readHanNumber(written)
  // 百千万 and other strings that spell no number are one mention all the same.
  return number ? plain(end, number.value, number.resolution) : withoutValue('plain', end)
}

/** 两三 → 2–3, 十七八 → 17–18, 三四十万 → 300000–400000, 三五 → 3–5. */
function readApproximate(run: string): { readonly min: number; readonly max: number } | null {
  const at = run.length > 1 ? neighboursIn(run) : -1
  if (at < 0) return null
  const [low, high] = [run.charAt(at), run.charAt(at + 1)]
  const numbers = [low, high].map((digit) => readHanNumber(run.slice(0, at) + digit + run.slice(at + 2)))
  const [one, other] = numbers
  if (!one || !other) return null
  return { min: Math.min(one.value, other.value), max: Math.max(one.value, other.value) }
}

const SECOND = /、([二三四五六七八九])([十百千万亿]*)/y
/** 第五、六届, 前三、四名; 一、二、三 and 一、二级 name one after the other. */
const COUNTS_OFF = /[第前初大高周、期]$/
const NAMES_ONE = /^[、，。；：）】级等线年月期审产季届章节条款号楼环代班组中小队类院厂路连营团楼层审区县市案科所]/

/** 五、六倍 → 5–6, 二、三百户 → 200–300, 十五、六岁 → 15–16: neighbours apart by a mark of listing. */
function readListedNeighbours(text: string, at: number, end: number): NumeralReading | null {
  if (text.charAt(end) !== '、') return null
  const run = text.slice(at, end)
  if (!/^(?:[二三四五六七八九]?十)?[一二两三四五六七八]$/.test(run)) return null
  const second = matchAt(SECOND, text, end)
  if (!second || COUNTS_OFF.test(text.slice(Math.max(0, at - 1), at))) return null
  const after = SECOND.lastIndex
  const next = text.charAt(after)
  // 百分之二、三。: of a hundred, whatever follows.
  const ofHundred = AFTER_PART_OF.test(text.slice(Math.max(0, at - 2), at)) && next !== '、'
  if (!ofHundred && (next === '' || NAMES_ONE.test(next))) return null
  if (/[〇零一二三四五六七八九点]/.test(next)) return null
  const bounds = readApproximate(run + (second[1] ?? '') + (second[2] ?? ''))
  return bounds && between('approximate', after, bounds.min, bounds.max)
}

/** Where the only two digits that stand side by side name neighbours (三四, 三五, 三两), or -1. */
function neighboursIn(run: string): number {
  let found = -1
  for (let at = 0; at + 1 < run.length; at++) {
    if (!ONES.includes(run.charAt(at)) || !ONES.includes(run.charAt(at + 1))) continue
    if (found >= 0) return -1
    found = at
  }
  return found >= 0 && areNeighbours(run.slice(found, found + 2).replace('两', '二')) ? found : -1
}

const areNeighbours = (pair: string): boolean =>
  pair === '三五' ||
  pair === '三二' ||
  (LOW.includes(pair.charAt(0)) && LOW.indexOf(pair.charAt(0)) === HIGH.indexOf(pair.charAt(1)))
