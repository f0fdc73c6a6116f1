import type { Finding } from '../model/finding.ts'
import type { Span } from '../model/span.ts'
import { allMatches } from '../text/matches.ts'

/** A place where a number should stand and none does. */
interface Gap extends Span, Pick<Finding, 'kind' | 'message'> {}

const UNIT =
  '(?:场(?![地馆所])|人次|人(?![民才员])|名(?![师家校人单])|册|件|家(?![园庭具])|个(?![人体别性])|项|次|元|座(?![谈位])|支(?!部)|台|篇|%|平方米)'
/** **场, XX人, □□次, 新建_家: all digits are masked. */
const MASKED = new RegExp(
  `(?<![A-Za-z\\d_*×□])(?:[Xx]{2,4}|[×*＊□]{1,4}|_{1,4})(?=[余多]?${UNIT})(?<=[\\u3400-\\u9fff][Xx×*＊□_]+)`,
  'g',
)
/** 全县共有个行政村, 增长%: the digits are lost. */
const MISSING =
  /个(?<=(?:共有|现有|拥有|建成|建有|设有|下?辖|新增|新建|增设)个)(?=(?:行政|自然)?[乡村镇街社]|文化|图书|县|书屋|分馆|场馆)|%(?<=(?:增长|下降|减少|提高|[成盖意占]率达?到?|占比)%)/g

/** The numbers that are masked or missing as a whole: no numeral stands there, so that nothing else would tell of them. */
export function findGaps(text: string): readonly Gap[] {
  const told = (pattern: RegExp, kind: Gap['kind'], say: (words: string) => string): readonly Gap[] =>
    allMatches(pattern, text).map((match) => {
      const end = match.index + match[0].length
      return { start: match.index, end, kind, message: say(text.slice(match.index, end + 2)) }
    })
  return [
    ...told(MASKED, 'masked_number', (words) => `A number is masked as a whole: ${words}`),
    ...told(MISSING, 'missing_number', (words) => `A number is missing before ${words}`),
  ]
}
