import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, csvLines, inChunks, neutraliseCell } from '../../src/package/csv.ts'
import { FACT_FIELDS, writeFactsCsv, writeFactsJsonl } from '../../src/package/facts.ts'
import { createCsvParser, parseCsv } from '../../src/package/parse-csv.ts'
import { factOf } from '../compare/facts.ts'

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-场', "'-场"],
    ['@名单', "'@名单"],
    ['＝1', "'＝1"],
    ['\tx', "'\tx"],
    ['-5', '-5'],
    ['+3.2%', '+3.2%'],
    ['-1,234.5', '-1,234.5'],
    ['--5', "'--5"],
    ['-', "'-"],
    ['5=5', '5=5'],
    ['', ''],
  ])('%j is written as %j', (text, safe) => {
    expect(neutraliseCell(text)).toBe(safe)
  })

  it('is quoted where it must be', () => {
    expect(csvLine(['a,b', '"c"', 'd\ne', 'f', null, 1.5, -2, true, ['x', 'y']])).toBe(
      '"a,b","""c""","d\ne",f,,1.5,-2,true,x y\r\n',
    )
  })
})

it('any rows come back from the file as they were', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const text = [
        ...csvLines(
          ['a', 'b'],
          rows.map(([a, b]) => ({ a, b })),
        ),
      ].join('')
      expect(parseCsv(text).slice(1)).toEqual(rows)
    }),
  )
})

it('a file that comes in pieces reads as one that comes whole', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '图', '\uFEFF'), maxLength: 30 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(30)), (whole, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length]
      const parser = createCsvParser()
      const rows = places.slice(1).flatMap((end, index) => parser.push(whole.slice(places[index], end)))
      expect([...rows, ...parser.end()]).toEqual(parseCsv(whole))
    }),
  )
})

it('chunks lose nothing', () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `${index} ${'x'.repeat(index % 100)}\n`)
  const chunks = [...inChunks(lines)]
  expect(chunks.join('')).toBe(lines.join(''))
  expect(chunks.length).toBeGreaterThan(2)
  expect(chunks.length).toBeLessThan(10)
  expect([...inChunks([])]).toEqual([])
})

describe('facts', () => {
  const facts = [
    factOf({ rules: ['a.b', 'c.d'], part_of: null }),
    factOf({ quote: '"8"场', modifier: 'about', min: null }),
  ]

  it('as CSV have the columns of the contract', () => {
    const [heads, ...rows] = parseCsv([...writeFactsCsv(facts, { bom: true })].join(''))
    expect(heads).toEqual(FACT_FIELDS)
    expect(heads?.slice(0, 5)).toEqual(['id', 'document', 'part', 'start', 'end'])
    expect(rows.map((row) => row[FACT_FIELDS.indexOf('rules')])).toEqual(['a.b c.d', ''])
    expect(rows.map((row) => row[FACT_FIELDS.indexOf('quote')])).toEqual([facts[0]?.quote, '"8"场'])
  })

  it('as JSON lines are the records of the contract', () => {
    const lines = [...writeFactsJsonl(facts)].join('').trimEnd().split('\n')
    const { region: _, issuer: __, report_year: ___, title: ____, path: _____, ...first } = facts[0] ?? factOf()
    expect(lines).toHaveLength(2)
    expect(JSON.parse(lines[0] ?? '')).toEqual(first)
  })
})
