import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNumerals } from '../../src/extract/numerals.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'

const TABLE = 'numerals.tsv'
const COLUMNS = ['text', 'numeral', 'form', 'value', 'min', 'max', 'resolution', 'note'] as const

interface NumeralCase {
  readonly line: number
  readonly text: string
  /** The numeral as it stands in the normalised text; empty where the text has none. */
  readonly numeral: string
  readonly form: string
  readonly numbers: readonly (number | null)[]
}

function readCases(): readonly NumeralCase[] {
  const source = readFileSync(new URL(`../../fixtures/cases/${TABLE}`, import.meta.url), 'utf8')
  const [head = '', ...lines] = source.trimEnd().split('\n')
  if (head !== COLUMNS.join('\t'))
    throw new Error(`fixtures/cases/${TABLE}:1 has other columns than ${COLUMNS.join(', ')}`)
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const [text = '', numeral = '', form = ''] = cells
    if (cells.length !== COLUMNS.length)
      throw new Error(`fixtures/cases/${TABLE}:${index + 2} has ${cells.length} cells`)
    const numbers = cells.slice(3, 7).map((cell) => (cell === '-' || cell === '' ? null : Number(cell)))
    return { line: index + 2, text, numeral, form, numbers }
  })
}

const cases = readCases()

describe(`fixtures/cases/${TABLE}`, () => {
  it.each(cases)(`${TABLE}:$line $text → $numeral`, ({ text, numeral, form, numbers }) => {
    const found = findNumerals(normalizeCharacters(text))
    if (numeral === '') {
      expect(found.map((one) => one.text)).toEqual([])
      return
    }
    const read = found.find((one) => one.text === numeral)
    expect(found.map((one) => one.text)).toContain(numeral)
    expect([read?.form, read?.value, read?.min, read?.max, read?.resolution]).toEqual([form, ...numbers])
  })

  it('holds two hundred rows, some of them without a numeral', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
    expect(cases.filter(({ numeral }) => numeral === '').length).toBeGreaterThanOrEqual(10)
  })
})

describe('findNumerals', () => {
  const text = normalizeCharacters(cases.map((one) => one.text).join('\n'))
  const found = findNumerals(text)

  it('gives slices of the text, in order, none overlapping', () => {
    expect(found.filter((one) => text.slice(one.start, one.end) !== one.text)).toEqual([])
    expect(found.filter((one, index) => one.start < (found[index - 1]?.end ?? 0))).toEqual([])
  })

  it('leaves no digit and no plain Chinese numeral outside', () => {
    const covered = new Set(
      found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    )
    const missed = [...text.matchAll(/[\d〇零一二两三四五六七八九十百千万亿①-⑳]/g)].filter(
      ({ index }) => !covered.has(index),
    )
    expect(missed.map(({ index }) => text.slice(Math.max(0, index - 5), index + 5))).toEqual([])
  })

  it('reads the same number whether full-width or not', () => {
    const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(findNumerals(normalizeCharacters(wide)).map((one) => one.value)).toEqual(found.map((one) => one.value))
  })
})
