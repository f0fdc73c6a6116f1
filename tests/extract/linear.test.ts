import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEnclosures } from '../../src/extract/enclosures.ts'
import { findNumerals } from '../../src/extract/numerals.ts'
import { sharedUnits } from '../../src/extract/quantities.ts'
import { compileLexicon } from '../../src/rulebook/lexicon.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import type { RuleBook } from '../../src/rulebook/rulebook.ts'
import { allMatches } from '../../src/text/matches.ts'
import { rememberWords } from '../../src/text/segmenter.ts'

/** The rule book, with the number of times that its units were looked for. */
function countLooks(): { readonly rulebook: RuleBook; readonly looks: () => number } {
  const rulebook = loadRuleBook()
  let looks = 0
  const units: RuleBook['units'] = {
    ...rulebook.units,
    at: (text, at) => {
      looks += 1
      return rulebook.units.at(text, at)
    },
  }
  return { rulebook: { ...rulebook, units }, looks: () => looks }
}

describe('the unit that a list shares', () => {
  const unitsOf = (text: string, rulebook = loadRuleBook()) =>
    sharedUnits(text, findNumerals(text), rulebook).map((unit) => unit?.unit ?? null)

  it.each([
    ['2.1万、0.4万和3.5万人次', ['人次', '人次', null]],
    ['12、约13、14册', ['册', '册', null]],
    ['12册、13、14', [null, null, null]],
    ['12、13。14册', [null, null, null]],
    ['12、甲13、14册', [null, '册', null]],
  ])('%s', (text, units) => {
    expect(unitsOf(text)).toEqual(units)
  })

  it('is looked for once a number, however long the list', () => {
    const { rulebook, looks } = countLooks()
    const numbers = 5_000
    unitsOf('1、'.repeat(numbers), rulebook)
    expect(looks()).toBeGreaterThan(0)
    expect(looks()).toBeLessThanOrEqual(2 * numbers)
  })
})

it('the words of a sentence are cut once a text', () => {
  const asked: string[] = []
  const words = rememberWords({
    tag: (text) => {
      asked.push(text)
      return [{ word: text, tag: 'n' }]
    },
  })
  for (const text of ['图书馆', '文化馆', '图书馆']) expect(words.tag(text)).toEqual([{ word: text, tag: 'n' }])
  expect(asked).toEqual(['图书馆', '文化馆'])
})

it('matches are those of matchAll, however often a pattern is asked', () => {
  const pattern = /甲+(?<=乙甲)|乙(?=甲)/g
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('甲', '乙', ' ') }), (text) => {
      const found = allMatches(pattern, text).map((match) => [match.index, match[0]])
      expect(found).toEqual(Array.from(text.matchAll(pattern), (match) => [match.index, match[0]]))
    }),
  )
})

describe('a lexicon', () => {
  const forms = ['甲', '甲乙', '甲乙丙丁', '乙丙', '丙丁甲']
  const lexicon = compileLexicon(forms.map((form) => ({ id: form, forms: [form] })))

  it('finds at every place the forms that stand there, the longest first', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '戊') }), (text) => {
        for (let at = 0; at <= text.length; at++) {
          const expected = forms.filter((form) => text.startsWith(form, at)).sort((a, b) => b.length - a.length)
          expect(lexicon.allAt(text, at).map(({ form }) => form)).toEqual(expected)
          expect(lexicon.at(text, at).map(({ form }) => form)).toEqual(expected.slice(0, 1))
          const ending = forms.filter((form) => text.slice(0, at).endsWith(form)).sort((a, b) => b.length - a.length)
          expect(lexicon.endingAt(text, at).map(({ form }) => form)).toEqual(ending.slice(0, 1))
        }
        expect(lexicon.has(text)).toBe(forms.some((form) => text.includes(form)))
      }),
    )
  })
})

describe('marks in pairs', () => {
  it.each([
    ['“甲《乙》丙”', ['《乙》', '“甲《乙》丙”']],
    ['“甲《乙”丙》', ['“甲《乙”']],
    ['甲》“乙”', ['“乙”']],
    ['“甲\n\n乙”', []],
    ['《甲\n乙》', ['《甲\n乙》']],
  ])('%j', (text, quotes) => {
    expect(findEnclosures(text).map(({ start, end }) => text.slice(start, end))).toEqual(quotes)
  })
})
