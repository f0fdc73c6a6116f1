import { setOf } from '../text/charSets.ts'
import { readDigitNumeral, shareOf } from './digitNumeral.ts'
import { powerOf, readHanNumber } from './hanNumber.ts'
import { readHanNumeral } from './hanNumeral.ts'
import { between, fraction, matchAt, type Numeral, type NumeralReading, plain, withoutValue } from './numeral.ts'

export type { Numeral, NumeralForm } from './numeral.ts'

/** What a character can begin. */
type Begins = 'digit' | 'point' | 'han' | 'half' | 'several' | 'order' | 'sign' | 'label'

const BEGINNINGS: readonly (readonly [string, Begins])[] = [
  ['0123456789', 'digit'],
  ['.', 'point'],
  ['〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟', 'han'],
  ['半', 'half'],
  ['数几好', 'several'],
  ['上成', 'order'],
  ['-负', 'sign'],
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', 'label'],
  ['⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', 'label'],
  ['⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', 'label'],
  ['㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩', 'label'],
]
const LABELS = BEGINNINGS.filter(([, begins]) => begins === 'label').map(([chars]) => chars)

/** By character code: 0 for a character that begins no numeral, else one more than its index in `READERS`. */
const KIND_OF = new Uint8Array(0x10000)

const SEVERAL = /(?:好几|[数几])([十百千万亿]+)(?![克米瓦伏赫卡帕焦分])/y
/** Characters that make 数 the end of another word: 人数百余, 次数上千. */
const ENDS_IN_COUNT = /[人次总件户多少半指岁倍无参函整系代分基位个篇册家项场期点字页票]/
const ORDER = /(?:上|成百[上成]|成千[上成])([百千万亿]+)/y
/** Characters that make 上 part of another word or of a hedge: 以上十项, 网上万人, 迈上万亿元台阶. */
const NOT_ORDER = /[以之历会网线路马晚早加跟赶班史身世基街楼海车报书迈跨站登跃]/
/** 3个亿: the multiplier with a measure word; not 3个亿元村, villages of such a size. */
const HUNDRED_MILLIONS = /个亿(?!元?(?:以上)?(?:级|企业|项目|村|镇|乡|产业|园|集群|县|工程|品牌|店|楼|吨|人))/y
/** 几个, 几年, 几次: some of something, without a number. */
const FEW =
  /几(?=个|名|位|人(?!称)|次|场|家|年|天|日(?!本)|月|种|件|条|项|大|点(?!了|钟)|处|所|届|代|句|番|轮|周|支|幅|户|村|里地|方面|分钟|小时|季度|学期|世纪|星期|钟头)/y
const PART_OF = /[ ]*分[ ]*之[ ]*/y
const AND = /[ ]?又[ ]?(?=[\d壹贰叁一二三四五六七八九十百千万])/y
/** The second digit of 七成六; what counts something of its own (三成五保户) is no part of it. */
const TENTHS = /[ ]?成[ ]?([一二三四五六七八九半])(?=[，。；：、！？）|\s]|以[上下内]|左右|的|$)/y
/** A sign stands at the head of the text, behind a bracket or cell border, or behind a word that a level follows. */
const BEFORE_SIGN = /(?:^|[（(|=≈~～<>≤≥：，长降速率幅为是达比温从至到])[ ]?$/
const SIGN = /(?:-|负[ ]?)(?=[\d.〇零一二两三四五六七八九十百千万亿])/y

type Reader = (text: string, at: number) => NumeralReading | null

const READERS: Readonly<Record<Begins, Reader>> = {
  digit: (text, at) => readOn(text, readDigitNumeral(text, at)),
  point: (text, at) =>
    /\d/.test(text.charAt(at + 1)) && !/[\w.]/.test(text.charAt(at - 1)) ? readDigitNumeral(text, at) : null,
  han: (text, at) => readOn(text, readHanNumeral(text, at)),
  half: (_text, at) => plain(at + 1, 0.5, null),
  several: (text, at) => readSeveral(text, at) ?? readFew(text, at),
  order: readOrder,
  sign: readSigned,
  label: readLabel,
}
const READER_LIST = Object.values(READERS)

for (const [chars, begins] of BEGINNINGS) {
  for (const char of chars) KIND_OF[char.charCodeAt(0)] = Object.keys(READERS).indexOf(begins) + 1
}

/** 数十 and 几百: from twice to ten times the order; the words say no more. */
function readSeveral(text: string, at: number): NumeralReading | null {
  if (text.charAt(at) === '数' && ENDS_IN_COUNT.test(text.charAt(at - 1))) return null
  const powers = matchAt(SEVERAL, text, at)?.[1]
  if (!powers) return null
  const order = 10 ** powerOf(powers)
  return between('several', SEVERAL.lastIndex, 2 * order, 10 * order)
}

/** 几 on its own before a measure word; not 茶几 and not the end of 十几, which its number reads. */
function readFew(text: string, at: number): NumeralReading | null {
  return text.charAt(at - 1) !== '茶' && matchAt(FEW, text, at) ? withoutValue('plain', at + 1) : null
}

/** 上百, 上万, 成百上千: at least the order. */
function readOrder(text: string, at: number): NumeralReading | null {
  const order = NOT_ORDER.test(text.charAt(at - 1)) ? null : matchAt(ORDER, text, at)
  if (!order) return null
  const worth = 10 ** powerOf(order[1] ?? '')
  return { ...plain(ORDER.lastIndex, worth, null, 'over'), form: 'order' }
}

const readUnsigned: Reader = (text, at) =>
  /[\d.]/.test(text.charAt(at)) ? readDigitNumeral(text, at) : readHanNumeral(text, at)

/** What a number goes on with: 个亿, 成, 分之, 又, each maybe behind a space. */
const GOES_ON = setOf('个成分又 ')

/** A number with what goes on behind it: 七成六, 三分之二, 一又二分之一; the number itself where nothing does. */
function readOn(text: string, head: NumeralReading | null): NumeralReading | null {
  if (!head || head.value === null || head.inner) return head
  if (GOES_ON[text.charCodeAt(head.end)] !== 1) return head
  if (head.value < 10_000 && head.resolution !== null && matchAt(HUNDRED_MILLIONS, text, head.end))
    return plain(HUNDRED_MILLIONS.lastIndex, Number((head.value * 1e8).toPrecision(15)), head.resolution * 1e8)
  return readTenths(text, head, head.value) ?? readMixed(text, readFraction(text, head, head.value))
}

/** 七成六 → 76 %, 三成半 → 35 %. */
function readTenths(text: string, head: NumeralReading, tenths: number): NumeralReading | null {
  const hundredths = tenths < 10 && matchAt(TENTHS, text, head.end)?.[1]
  if (!hundredths) return null
  const rest = hundredths === '半' ? 5 : (readHanNumber(hundredths)?.value ?? 0)
  return { ...plain(TENTHS.lastIndex, tenths * 10 + rest, 1), unit: '%' }
}

/** 一又二分之一 → 1.5. */
function readMixed(text: string, head: NumeralReading): NumeralReading {
  if (head.value === null || head.unit || !matchAt(AND, text, head.end)) return head
  const part = readUnsigned(text, AND.lastIndex)
  const share = part?.value ? readFraction(text, part, part.value) : null
  if (!share?.unit || share.value === null) return head
  const sum = head.value + share.value / (share.unit === '‰' ? 1000 : 100)
  return plain(share.end, Number(sum.toPrecision(15)), null)
}

/** `denominator分之numerator`: 百分之三十 → 30 %, 千分之五 → 5 ‰, 三分之二 → 66.7 %; the head itself where none follows. */
function readFraction(text: string, head: NumeralReading, denominator: number): NumeralReading {
  if (denominator <= 1 || !matchAt(PART_OF, text, head.end)) return head
  const from = PART_OF.lastIndex
  const tail = readSeveral(text, from) ?? readUnsigned(text, from)
  if (!tail) return head
  if (denominator === 100) return { ...tail, unit: '%' }
  if (denominator === 1000) return { ...tail, unit: '‰' }
  return tail.value === null ? head : fraction(tail.end, shareOf(tail.value, denominator))
}

/** -3.2, 负十: below zero, where the sign is no dash between two numbers and no bullet. */
function readSigned(text: string, at: number): NumeralReading | null {
  if (!matchAt(SIGN, text, at)) return null
  const from = SIGN.lastIndex
  const lineBefore = text.slice(Math.max(0, at - 2), at)
  if (!BEFORE_SIGN.test(lineBefore)) return null
  const number = readOn(text, readUnsigned(text, from))
  if (!number || number.value === null) return null
  const { value, min, max } = number
  const opposite = (bound: number | null): number | null => (bound === null || bound === 0 ? bound : -bound)
  return { ...number, value: opposite(value), min: opposite(max), max: opposite(min) }
}

/** ①, ⑵, ㈢: a label of a list or a note. */
function readLabel(text: string, at: number): NumeralReading | null {
  const char = text.charAt(at)
  const list = LABELS.find((labels) => labels.includes(char))
  return list ? plain(at + 1, list.indexOf(char) + 1, 1) : null
}

const scriptOf = (text: string): 'digits' | 'han' =>
  HAN_DIGIT[text.charCodeAt(0)] !== 1 && /^[-负 ]*[\d.①-⒛㈠-㈩]/.test(text) ? 'digits' : 'han'
const HAN_DIGIT = setOf('〇零一二两三四五六七八九十百千万亿')

/**
 * All numerals of `text`, in order, none overlapping: every run of digits and every run of Chinese numerals is in one.
 * What each stands for is not decided here. Expects the characters of `normalizeCharacters`.
 */
export function findNumerals(text: string): readonly Numeral[] {
  const found: Numeral[] = []
  for (let at = 0; at < text.length; at++) {
    const kind = KIND_OF[text.charCodeAt(at)] ?? 0
    if (kind === 0) continue
    const reading = READER_LIST[kind - 1]?.(text, at)
    if (!reading) continue
    const written = text.slice(at, reading.end)
    const { end, form, value, min, max, resolution, inner, unit } = reading
    found.push({
      start: at, end, text: written, script: scriptOf(written), form, value, min, max, resolution, inner, unit,
    }) // biome-ignore format: one record
    at = end - 1
  }
  return found
}
