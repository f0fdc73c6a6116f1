import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Segmenter } from '../text/segmenter.ts'
import type { Figure } from './figures.ts'
import { trailingNoun } from './nounPhrases.ts'

const NAMES =
  '(?:(?:创建|建设|考核|评估|验收|国家|省定|市定)?标准(?:要求)?|指标值|指标(?:要求|标准)|要求|现状|完成值|实际|(?:完成|实际|自评|自查|达标|落实)情况)(?:（[^（）]{1,14}）)?'
const ITEM_MARK = '(?:[（(]?[\\d一二三四五六七八九十]{1,3}[）).．、]+)?[ ]*'
const AT_HEAD = new RegExp(`^[ ]*${NAMES}[：:]`)
const ALONE = new RegExp(`^[ ]*${NAMES}[：:]?$`)
const AT_END = new RegExp(`[ 　\\t]+${NAMES}[：:]?$`)
/** 2．文体广场 标准：不少于6个: the item and its label, apart by a space, at the head of a sentence. */
const ITEM_AT_HEAD = new RegExp(`^[ ]*${ITEM_MARK}([^，。；：\\d ]{2,18})[ 　\\t]+${NAMES}[：:]`)
const ITEM_BEFORE = new RegExp(`(?:^|[。；])${ITEM_MARK}([^，。；：\\d]{2,18})[。：]?$`)

/** Words without the label of an item that is held against a standard (标准：每社区12场；现状：9处), which names nothing. */
export const withoutLabel = (words: string): string =>
  words.replace(ALONE, '').replace(AT_HEAD, '').replace(ITEM_AT_HEAD, '').replace(AT_END, '')

/** 2．群众活动。标准：不少于12场: what the item is of, told in a few words before its label; '' where none stands there. */
export function nounOfItem({ text, sentence, paragraph }: Figure, rulebook: RuleBook, segmenter: Segmenter): string {
  const told = text.slice(sentence.start, sentence.end).trimStart()
  const words =
    ITEM_AT_HEAD.exec(told)?.[1] ??
    (AT_HEAD.test(told) ? ITEM_BEFORE.exec(text.slice(paragraph.start, sentence.start).trim())?.[1] : undefined) ??
    ''
  return words !== '' && trailingNoun(words, segmenter, rulebook).words === words ? words : ''
}
