import { describe, expect, it } from 'vitest'
import { readCompound } from '../../src/extract/compounds.ts'
import { findNumerals } from '../../src/extract/numerals.ts'
import { readUnit } from '../../src/extract/units.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'

const { units } = loadRuleBook()

/** The compound that begins with the first numeral of a text, as `value unit, words`. */
function readFirst(words: string): string | null {
  const text = normalizeCharacters(words)
  const numerals = findNumerals(text)
  const [head] = numerals
  const unit = head && readUnit(text, head.end, units)
  const compound = unit && readCompound(text, numerals, 0, unit, units)
  return compound ? `${compound.value} ${compound.unit.unit}, ${text.slice(head.start, compound.end)}` : null
}

describe('readCompound', () => {
  it.each([
    ['两米半', '2.5 米, 两米半'],
    ['三米九', '3.9 米, 三米九'],
    ['1米8', '1.8 米, 1米8'],
    ['增长一倍半', '1.5 倍, 一倍半'],
    ['一倍半以上', '1.5 倍, 一倍半'],
    ['两个半小时', '2.5 小时, 两个半小时'],
    ['8个半小时的课', '8.5 小时, 8个半小时'],
    ['123元1角1分', '123.11 元, 123元1角1分'],
    ['壹佰捌拾壹圆柒角', '181.7 元, 壹佰捌拾壹圆柒角'],
    ['一块二', '1.2 元, 一块二'],
    ['一块二角', '1.2 元, 一块二角'],
    ['三块四分', '3.04 元, 三块四分'],
  ])('%s is %s', (words, expected) => {
    expect(readFirst(words)).toBe(expected)
  })

  it.each([
    ['演出3场', 'no second number'],
    ['三场半决赛', '半决赛 is a word'],
    ['投入5元2023年', 'a year follows'],
    ['3米5名队员', 'the second number has its own unit'],
    ['一块三角地', '三角 is no money behind a piece of land'],
    ['两个半年', 'half a year twice'],
    ['5大类10项', 'two counts'],
    ['一块两', 'no end of the words in a digit'],
    ['10余米半', 'a vague number has no half'],
  ])('%s is none: %s', (words) => {
    expect(readFirst(words)).toBeNull()
  })
})
