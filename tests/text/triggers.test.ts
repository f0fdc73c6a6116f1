import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allMatches, mayMatch } from '../../src/text/matches.ts'
import { triggersOf } from '../../src/text/triggers.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const filesOf = (folder: string, suffix: string): readonly string[] =>
  readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(suffix))
    .sort()
    .map((path) => readFileSync(join(inProject(folder), path), 'utf8'))

describe('triggers of a pattern', () => {
  it.each([
    ['预计|拟定', '预拟'],
    ['(?:将(?=于|在)|拟(?!定了))举?', '将拟'],
    ['(?<!虚)拟', '拟'],
    ['(?<=今年)', '今'],
    ['[由从][^，。]{0,16}$', '由从'],
    ['(?<year>19|20)末', '末'],
    ['\\.\\u5e74', '.'],
    ['截{1,2}', '截'],
    // Nothing is sure, or what is sure stands everywhere.
    ['截{0,2}', ''],
    ['截?', ''],
    ['截*|至', ''],
    ['预|\\d', ''],
    ['预|', ''],
    ['[^预]', ''],
    ['[预-计]', ''],
    ['(?!预)', ''],
    ['(预)?\\1', ''],
    ['', ''],
  ])('%s → %s', (source, triggers) => {
    expect(triggersOf(source)).toBe(triggers)
  })

  it('stand in every match of every pattern of the rules', () => {
    const literals = [...filesOf('src/extract', '.ts'), ...filesOf('src/text', '.ts')].flatMap((code) =>
      [
        ...code.matchAll(/(?<=[(=,:&|?\s])\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\n\\[])+)\/[gsy]*(?=[.,;)\s])/g),
      ].map(([literal]) => literal),
    )
    const patterns = literals.flatMap((literal) => {
      const end = literal.lastIndexOf('/')
      const source = literal.slice(1, end)
      return triggersOf(source) === '' ? [] : [new RegExp(source, literal.slice(end + 1).replace(/[gy]/g, ''))]
    })
    expect(patterns.length).toBeGreaterThan(600)
    const sentences = filesOf('fixtures/reports/gold', '.txt').flatMap((text) => text.split(/(?<=[。\n])/))
    let matched = 0
    const missed = new Set<string>()
    for (const pattern of patterns)
      for (const sentence of sentences) {
        if (!pattern.test(sentence)) continue
        matched++
        if (!mayMatch(pattern, sentence)) missed.add(pattern.source)
      }
    expect(matched).toBeGreaterThan(5000)
    expect([...missed]).toEqual([])
  })
})

describe('all matches', () => {
  it.each([
    [/预计/g, '预计完成，预计接待', [0, 5]],
    [/预计/g, '计划完成', []],
    [/\d/g, '1和2', [0, 2]],
    [/[\]^-]/g, 'a-b]', [1, 3]],
  ])('%s in %s', (pattern, text, starts) => {
    expect(allMatches(pattern, text).map(({ index }) => index)).toEqual(starts)
  })
})
