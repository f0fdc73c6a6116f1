const DIGITS = '〇一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/**
 * A number as a Word numbering format writes it (the names are those of `w:numFmt`): chineseCounting 12 → 十二,
 * decimalEnclosedCircle 3 → ③, upperRoman 4 → IV. A format that we do not know is written in digits.
 */
export function formatNumber(format: string, value: number): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return inChinese(value, DIGITS, ['', '十', '百', '千'], '万')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return inChinese(value, LEGAL_DIGITS, ['', '拾', '佰', '仟'], '万')
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
    case 'koreanDigital2':
      return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return inSigns(value, [
        [1, 20, 0x2460],
        [21, 35, 0x3251],
        [36, 50, 0x32b1],
      ])
    case 'decimalEnclosedParen':
      return inSigns(value, [[1, 20, 0x2474]])
    case 'decimalEnclosedFullstop':
      return inSigns(value, [[1, 20, 0x2488]])
    case 'ideographEnclosedCircle':
      return inSigns(value, [[1, 10, 0x3280]])
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value)
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value)
    case 'upperLetter':
      return inLetters(value)
    case 'lowerLetter':
      return inLetters(value).toLowerCase()
    case 'upperRoman':
      return inRoman(value)
    case 'lowerRoman':
      return inRoman(value).toLowerCase()
    default:
      return String(value)
  }
}

function inChinese(value: number, digits: string, places: readonly string[], wan: string): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const gap = rest > 0 && rest < 1000 ? digits[0]?.replace('〇', '零') : ''
    return `${inChinese(Math.floor(value / 10_000), digits, places, wan)}${wan}${gap}${rest > 0 ? inChinese(rest, digits, places, wan) : ''}`
  }
  if (value === 0) return digits[0] ?? ''
  const written = [...String(value)].map(Number)
  let text = ''
  for (const [at, digit] of written.entries()) {
    const place = places[written.length - 1 - at] ?? ''
    if (digit > 0) text += `${digits[digit]}${place}`
    else if (written.slice(at).some((later) => later > 0) && !text.endsWith('零')) text += '零'
  }
  return text.replace(/^一十/, '十')
}

function inSigns(value: number, ranges: readonly (readonly [first: number, last: number, code: number])[]): string {
  const range = ranges.find(([first, last]) => first <= value && value <= last)
  return range === undefined ? String(value) : String.fromCodePoint(range[2] + value - range[0])
}

/** Word doubles the letter after Z: 27 → AA, 28 → BB. */
function inLetters(value: number): string {
  if (value < 1) return String(value)
  return String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 10))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function inRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}
