import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/cli/options.ts'
import { printRows, type Sheet } from '../../src/cli/records.ts'
import { displayWidth } from '../../src/cli/width.ts'
import { fakeCli } from './fakeCli.ts'

interface Row {
  readonly name: string
  readonly value: number | null
  readonly rules: readonly string[]
}

const sheet: Sheet<Row> = {
  fields: ['name', 'value', 'rules'],
  record: ({ name, value, rules }) => ({ name, value, rules }),
  columns: [
    { title: { en: 'name', zh: '名称' }, align: 'left', flexible: true, cell: ({ name }) => name },
    { title: { en: 'value', zh: '数值' }, align: 'right', cell: ({ value }) => String(value) },
  ],
}

async function printed(rows: readonly Row[], format: Format, more: { bom?: boolean; columns?: number } = {}) {
  const { cli, said } = fakeCli({ columns: more.columns ?? null })
  const number = await printRows(rows, sheet, { format, bom: more.bom ?? false, output: null }, cli)
  expect(number).toBe(rows.length)
  return said.data
}

const row = (name: string, value: number | null = 1, rules: readonly string[] = []): Row => ({ name, value, rules })

describe('json', () => {
  test('is one array, also of nothing', async () => {
    expect(JSON.parse(await printed([row('a'), row('b', null)], 'json'))).toEqual([row('a'), row('b', null)])
    expect(await printed([], 'json')).toBe('[]\n')
  })
})

describe('jsonl', () => {
  test('is one record a line, line ends within it escaped', async () => {
    expect(await printed([row('a\nb'), row('c')], 'jsonl')).toBe(
      '{"name":"a\\nb","value":1,"rules":[]}\n{"name":"c","value":1,"rules":[]}\n',
    )
    expect(await printed([], 'jsonl')).toBe('')
  })
})

describe('csv', () => {
  const cells: readonly [name: string, cell: string, written: string][] = [
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['a formula', '=1+2', "'=1+2"],
    ['a text that begins with a sign', '-a', "'-a"],
    ['plain words', '图书', '图书'],
  ]
  test.each(cells)('%s', async (_, cell, written) => {
    expect(await printed([row(cell)], 'csv')).toBe(`name,value,rules\r\n${written},1,\r\n`)
  })

  test('a number keeps its sign, nothing is empty, a list is told by spaces', async () => {
    expect(await printed([row('a', -5, ['x.y', 'z']), row('b', null)], 'csv')).toBe(
      'name,value,rules\r\na,-5,x.y z\r\nb,,\r\n',
    )
  })

  test('has its header also of nothing, and a byte order mark where asked', async () => {
    expect(await printed([], 'csv', { bom: true })).toBe('\uFEFFname,value,rules\r\n')
  })
})

describe('table', () => {
  test('sets Chinese in columns of equal width', async () => {
    const lines = (await printed([row('图书馆', 5), row('ab', 1234)], 'table')).trimEnd().split('\n')
    expect(lines).toEqual(['name    value', '──────  ─────', '图书馆      5', 'ab       1234'])
  })

  test('gives way in flexible columns where the terminal is narrow', async () => {
    const text = await printed([row('一'.repeat(100))], 'table', { columns: 40 })
    for (const line of text.trimEnd().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40)
    expect(text).toContain('…')
  })

  test('of nothing is nothing', async () => {
    expect(await printed([], 'table')).toBe('')
  })
})
