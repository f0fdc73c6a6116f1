import { describe, expect, test } from 'vitest'
import { calibrationError, measure, measureClasses, measureReliability } from '../../scripts/score/measures.ts'
import { scoreReport } from '../../scripts/score/tally.ts'
import type { Mention } from '../../src/model/mention.ts'
import { foundFact, goldReport } from './gold-facts.ts'

const TEXT = '第十届艺术节演出103场，观众3万人，一批作品获奖。'
const GOLD = goldReport(
  TEXT,
  [{ quote: '103场' }, { quote: '3万人', value: 30000, min: 30000, max: 30000, unit: '人', subject: '观众' }],
  [
    { quote: '第十届', class: 'ordinal' },
    { quote: '一批', class: 'idiom' },
  ],
)

function mention(quote: string, kind: Mention['class']): Mention {
  const start = TEXT.indexOf(quote)
  return { start, end: start + quote.length, quote, class: kind, rule: 'test' }
}

describe('a reading against gold', () => {
  test('found, missed and spurious facts', () => {
    const score = scoreReport(GOLD, { facts: [foundFact(TEXT, '103场'), foundFact(TEXT, '一批')], mentions: [] })
    expect(score.pairs.map(({ gold, right }) => [gold.quote, right])).toEqual([['103场', true]])
    expect(score.missed.map(({ quote }) => quote)).toEqual(['3万人'])
    expect(score.spurious.map(({ quote }) => quote)).toEqual(['一批'])
    const { precision, recall, factF1, recordF1 } = measure([score])
    expect({ precision, recall, factF1, recordF1 }).toEqual({ precision: 50, recall: 50, factF1: 50, recordF1: 50 })
  })

  test('a wrong record counts as a fact, not as a record', () => {
    const score = scoreReport(GOLD, { facts: [foundFact(TEXT, '103场', { status: 'plan' })], mentions: [] })
    const { factF1, recordF1, fields } = measure([score])
    expect(factF1).toBeCloseTo(66.67, 1)
    expect(recordF1).toBe(0)
    expect([fields.status, fields.value]).toEqual([0, 100])
  })

  test('wrong words of subject and scope leave the record right', () => {
    const fact = foundFact(TEXT, '103场', { subject: '观众', scope: '区图书馆', aspect: 'stock' })
    expect(scoreReport(GOLD, { facts: [fact], mentions: [] }).pairs[0]?.right).toBe(true)
  })

  test('the fact that shares more characters is the partner', () => {
    const half = foundFact(TEXT, '103')
    const whole = foundFact(TEXT, '103场', { value: 1 })
    const score = scoreReport(GOLD, { facts: [half, whole], mentions: [] })
    expect(score.pairs.map(({ fact }) => fact.quote)).toEqual(['103场'])
  })

  test('of two that share as many, the one with the right value', () => {
    const wrong = foundFact(TEXT, '103场', { value: 1, min: 1, max: 1 })
    const right = foundFact(TEXT, '103场')
    expect(scoreReport(GOLD, { facts: [wrong, right], mentions: [] }).pairs[0]?.right).toBe(true)
    expect(scoreReport(GOLD, { facts: [right, wrong], mentions: [] }).pairs[0]?.right).toBe(true)
  })

  test('a fact partners one gold fact only', () => {
    const both = foundFact(TEXT, '103场，观众3万人')
    const score = scoreReport(GOLD, { facts: [both], mentions: [] })
    expect([score.pairs.length, score.missed.length]).toEqual([1, 1])
  })

  test('a quote that does not stand at its place is ungrounded', () => {
    const shifted = { ...foundFact(TEXT, '103场'), quote: '104场' }
    expect(measure([scoreReport(GOLD, { facts: [shifted], mentions: [] })]).ungrounded).toBe(1)
  })

  test('numerals are accounted for and classed', () => {
    const mentions = [mention('十', 'ordinal'), mention('103场', 'fact'), mention('一', 'name')]
    const score = scoreReport(GOLD, { facts: [], mentions })
    const { accounted, classed } = measure([score])
    expect([accounted, classed]).toEqual([75, 50])
    expect(measureClasses([score])).toEqual([
      { class: 'fact', numerals: 2, right: 1, taken: [{ as: 'lost', times: 1 }] },
      { class: 'ordinal', numerals: 1, right: 1, taken: [] },
      { class: 'idiom', numerals: 1, right: 0, taken: [{ as: 'name', times: 1 }] },
    ])
  })

  test('confidence is held against what was right; a spurious fact is wrong', () => {
    const facts = [
      foundFact(TEXT, '103场', { confidence: 0.96 }),
      foundFact(TEXT, '一批', { confidence: 1 }),
      foundFact(TEXT, '3万人', { confidence: 0.62 }),
    ]
    const bins = measureReliability([scoreReport(GOLD, { facts, mentions: [] })])
    expect(bins).toEqual([
      { from: 0.6, to: 0.7, facts: 1, said: 62, right: 0 },
      { from: 0.95, to: 1, facts: 2, said: 98, right: 50 },
    ])
    expect(calibrationError(bins)).toBeCloseTo((62 + 2 * 48) / 3)
  })

  test('nothing found, nothing to find', () => {
    const { factF1, recordF1, accounted } = measure([scoreReport(goldReport('无', []), { facts: [], mentions: [] })])
    expect([factF1, recordF1, accounted]).toEqual([0, 0, 0])
  })
})

describe('gold that cannot be used', () => {
  test('a quote that is not in the text', () => {
    expect(() => goldReport(TEXT, [{ quote: '103场', nth: 2 }])).toThrow('103场')
  })

  test('an unknown class', () => {
    expect(() => goldReport(TEXT, [], [{ quote: '第十届', class: 'rank' }])).toThrow('class')
  })
})
