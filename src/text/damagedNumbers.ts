import type { Finding } from '../model/finding.ts'
import { allMatches } from './matches.ts'
import type { Edit } from './reading.ts'
import type { RepairRule } from './repair.ts'

const UNIT = '(?:册|场|人|名|个|种|件|次|项|家|处|支|期|篇|份|张|本|元|座|台|套|户|所|部|亩|吨|公里|平方米|立方米|㎡|%)'

interface Damage {
  /** Some of these characters stand in every match: a text without them is not looked through. */
  readonly signs: readonly string[]
  readonly pattern: RegExp
  /** What the match is read as. */
  readonly read: (match: RegExpExecArray) => string
  readonly finding: Finding['kind'] | null
}

const withoutSpaces = ([all]: RegExpExecArray): string => all.replace(/ /g, '')

const DAMAGES: readonly Damage[] = [
  // 8.6干平方米, 4.5力册, 4万佘人次: characters that look like multipliers or 余.
  {
    signs: ['干', '力', '佘'],
    pattern: new RegExp(`[干力](?<=\\d.)(?=${UNIT}(?![部事警群]))|佘(?<=\\d[十百千万亿]?佘)(?=[万亿]?${UNIT})`, 'g'),
    read: ([all]) => (all === '干' ? '千' : all === '力' ? '万' : '余'),
    finding: 'ocr_repair',
  },
  // 1.2.亿元: a point that closes the digits.
  {
    signs: ['.'],
    pattern: new RegExp(`(?<![\\d.])\\d{1,4}\\.\\d{1,3}\\.(?=[万亿]${UNIT}|%)`, 'g'),
    read: ([all]) => all.slice(0, -1),
    finding: 'ocr_repair',
  },
  // 3.1 8亿元, 1,2 85人: a space inside decimals or a group of thousands.
  {
    signs: [' '],
    pattern: new RegExp(
      `\\d(?<=[\\u3400-\\u9fff] ?\\d)(?<![表图附节章条] ?\\d)(?:\\d{0,3}\\.\\d \\d{1,2}(?=[万亿%])|\\d{0,2}[,，](?:\\d \\d\\d|\\d\\d \\d|\\d \\d \\d)(?= ?[余多]?${UNIT}))`,
      'g',
    ),
    read: withoutSpaces,
    finding: 'ocr_repair',
  },
  // 增长一3.2%: a minus that was read as 一.
  {
    signs: ['一'],
    pattern: /一(?<=(?:增长|增幅|增速|涨幅|增加|同比) ?一)(?=\d{1,3}(?:\.\d{1,2})?(?:%|个百分点))/g,
    read: () => '-',
    finding: 'ocr_repair',
  },
  // 粉丝1.2w, 阅读量突破100W: ten thousands as the web writes them.
  {
    signs: ['w', 'W'],
    pattern:
      /[wW](?<=(?:粉丝|阅读|点赞|播放|浏览|点击|观看|关注|转发|曝光|流量|人气|累计|评论|收听|在线)[\u3400-\u9fff]{0,6}\d{1,5}(?:\.\d{1,2})?[wW])(?![A-Za-z\d])/g,
    read: () => '万',
    finding: null,
  },
  // 读者12、6万人次: a decimal point read as the mark of a list, where the clause lists nothing.
  {
    signs: ['、'],
    pattern: new RegExp(
      `\\d(?<=(?:^|[，。；：\\n])[^，。；：、和与及分各依\\n]{2,14}[\\u3400-\\u9fff]\\d)(?<![第前]\\d)\\d{0,2}、\\d(?=[万亿]${UNIT}次?(?:[，。；\\n]|$))`,
      'g',
    ),
    read: ([all]) => all.replace('、', '.'),
    finding: 'ocr_repair',
  },
]

/** `4.5力册` → 4.5万册, `3.1 8亿元` → 3.18亿元: numbers whose signs a scan or a hand has spoilt. */
export const damagedNumbers: RepairRule = {
  id: 'repair.damagedNumbers',
  because: 'a sign that makes no sense inside a number with a unit is a misread or misplaced one',
  find: (text) =>
    DAMAGES.filter(({ signs }) => signs.some((sign) => text.includes(sign))).flatMap(
      ({ pattern, read, finding }): readonly Edit[] =>
        allMatches(pattern, text).map((match) => {
          const replacement = read(match)
          const message = `A number is damaged: ${match[0]} is read as ${replacement}`
          return {
            start: match.index,
            end: match.index + match[0].length,
            replacement,
            rule: 'repair.damagedNumbers',
            finding: finding ? { kind: finding, message } : null,
            numerals: null,
          }
        }),
    ),
}
