import { TRADITIONAL } from '../rulebook/traditional.ts'

/** Characters that are read as another one, whatever stands around them: pairs of written and read. */
const SAME: readonly (readonly [string, string])[] = [
  ['\u3000\u00a0\t\u2002\u2003\u2009\ufeff', '       '],
  ['()﹙﹚℅﹪％．＋＞＜＝／', '（）（）%%%.+><=/'],
  ['－﹣−‐‑', '-----'],
  ['｡﹐﹔∶﹕﹑〜∼﹥﹤｜', '。，；：：、～～><|'],
  ['［］〖〗﹝﹞', '[][]〔〕'],
  ...TRADITIONAL,
]

const READ_AS = new Uint16Array(0x10000)
for (const [written, read] of SAME) {
  for (let index = 0; index < written.length; index++) READ_AS[written.charCodeAt(index)] = read.charCodeAt(index)
}
for (let code = 0xff10; code <= 0xff19; code++) READ_AS[code] = code - 0xfee0
for (let code = 0xff21; code <= 0xff3a; code++) READ_AS[code] = code - 0xfee0
for (let code = 0xff41; code <= 0xff5a; code++) READ_AS[code] = code - 0xfee0

const QUOTE = '"'.charCodeAt(0)
const LINE_END = '\n'.charCodeAt(0)
const COMMA = ','.charCodeAt(0)
const SEMICOLON = ';'.charCodeAt(0)
const COLON = ':'.charCodeAt(0)
const THREE = '參'.charCodeAt(0)
const ROUND = '圓'.charCodeAt(0)
/** Codes that may be read as another one, so that a text is copied in the stretches between them. */
const MAY_CHANGE = new Uint8Array(0x10000)
for (const [code, read] of READ_AS.entries()) if (read) MAY_CHANGE[code] = 1
for (const code of [QUOTE, LINE_END, COMMA, SEMICOLON, COLON, THREE, ROUND]) MAY_CHANGE[code] = 1

/** 二О一一年, 二0一一年: letters and digits that stand for 〇 in a year of Han digits. */
const HAN_YEAR = /[一二][〇○0OОoο九八七][〇○0OОoο一二三四五六七八九]{2}(?=年)/g
/** 4·3%, 12·5万: a decimal point that was printed in the middle of the line; “1·24”事故 is a date. */
const MIDDLE_POINT = /[·・•](?<=\d.)(?=\d+(?:[%‰万亿倍]|个百分点))/g
const FOR_ZERO = /[○0OОoο]/g

const isDigit = (char: string): boolean => char >= '0' && char <= '9'

/** What an ASCII sign is read as between its neighbours: a comma between digits stays, between Han characters it is ，. */
function signAt(text: string, index: number, code: number): string | null {
  const between = (): boolean => isDigit(text.charAt(index - 1)) && isDigit(text.charAt(index + 1))
  switch (code) {
    case COMMA:
      return between() ? null : '，'
    case SEMICOLON:
      return '；'
    case COLON:
      return between() || text.charAt(index + 1) === '/' ? null : '：'
    // 參仟 is three thousand, 參與 takes part.
    case THREE:
      return /[仟佰拾萬万億亿元角]/.test(text.charAt(index + 1)) || /[仟佰拾萬万億亿元零]/.test(text.charAt(index - 1))
        ? '叁'
        : '参'
    // 三百圓 is money, 圓滿 is round.
    case ROUND:
      return /[\d一二三四五六七八九十百千萬万億亿餘余多]/.test(text.charAt(index - 1)) ? '元' : '圆'
    default:
      return null
  }
}

/**
 * The text with full-width digits, letters and signs read as ASCII, and ASCII punctuation between Han characters as
 * Chinese punctuation. Character for character: offsets stay what they were.
 */
export function normalizeCharacters(text: string): string {
  const pieces: string[] = []
  let copied = 0
  let quoteOpen = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (MAY_CHANGE[code] === 0) continue
    const same = READ_AS[code]
    let read: string | null
    if (same) read = String.fromCharCode(same)
    else if (code === QUOTE) {
      read = quoteOpen ? '”' : '“'
      quoteOpen = !quoteOpen
    } else {
      if (code === LINE_END) quoteOpen = false
      read = signAt(text, index, code)
    }
    if (read === null) continue
    pieces.push(text.slice(copied, index), read)
    copied = index + 1
  }
  pieces.push(text.slice(copied))
  return pieces
    .join('')
    .replace(MIDDLE_POINT, '.')
    .replace(HAN_YEAR, (year) => year.replace(FOR_ZERO, '〇'))
}
