import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FACT_FIELDS, writeFactsParquet } from '../../src/package/facts.ts'
import { parquetChunks, ROW_GROUP } from '../../src/package/parquet.ts'
import { told } from '../../src/package/records.ts'
import type { TableSpec } from '../../src/package/tables.ts'
import { factOf } from '../compare/facts.ts'

const words = (name: string) => [name, name] as const

const table: TableSpec = {
  name: 'samples',
  schema: z.object({
    text: told(z.string(), words('Text'), words('text')),
    number: told(z.number().nullable(), words('Number'), words('number')),
    count: told(z.int(), words('Count'), words('count')),
    year: told(z.int().nullable(), words('Year'), words('year')),
    flag: told(z.boolean(), words('Flag'), words('flag')),
    list: told(z.array(z.string()).readonly(), words('List'), words('list')),
  }),
  primaryKey: ['text'],
  foreignKeys: [],
}
type Sample = Record<
  'text' | 'number' | 'count' | 'year' | 'flag' | 'list',
  string | number | boolean | string[] | null
>

function bytesOf(chunks: Iterable<Uint8Array>): ArrayBuffer {
  const bytes = Buffer.concat([...chunks])
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

const sample = (over: Partial<Sample> = {}): Sample => ({
  text: '图书',
  number: 1.5,
  count: 3,
  year: null,
  flag: true,
  list: [],
  ...over,
})

describe('a Parquet file', () => {
  it('has typed columns, and nulls only where a value may be missing', () => {
    const { schema } = parquetMetadata(bytesOf(parquetChunks(table, [sample()])))
    expect(schema.map(({ name, type, converted_type, repetition_type }) => [name, type, converted_type, repetition_type]))
      // biome-ignore format: a table
      .toEqual([
      ['samples', undefined, undefined, undefined],
      ['text', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      ['number', 'DOUBLE', undefined, 'OPTIONAL'],
      ['count', 'INT64', undefined, 'REQUIRED'],
      ['year', 'INT64', undefined, 'OPTIONAL'],
      ['flag', 'BOOLEAN', undefined, 'REQUIRED'],
      ['list', 'BYTE_ARRAY', 'UTF8', 'REQUIRED'],
    ])
  })

  it.each([
    [sample(), sample({ count: 3n as never, list: '' })],
    [sample({ year: -1, list: ['a.b', 'c.d'] }), sample({ count: 3n as never, year: -1n as never, list: 'a.b c.d' })],
    [sample({ text: '', number: null }), sample({ text: '', number: null, count: 3n as never, list: '' })],
    [sample({ text: '=1+1' }), sample({ text: '=1+1', count: 3n as never, list: '' })],
    [sample({ count: 9e15 }), sample({ count: 9_000_000_000_000_000n as never, list: '' })],
  ])('gives %j back', async (row, read) => {
    expect(await parquetReadObjects({ file: bytesOf(parquetChunks(table, [row])) })).toEqual([read])
  })

  it('gives any texts and numbers back', async () => {
    const text = fc.string({ unit: 'grapheme' })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ text, number: fc.option(fc.double({ noNaN: true })) })), async (rows) => {
        const samples = rows.map((row) => sample(row))
        const read = await parquetReadObjects({ file: bytesOf(parquetChunks(table, samples)) })
        expect(read.map(({ text, number }) => ({ text, number }))).toEqual(rows)
      }),
      { numRuns: 50 },
    )
  })

  it('is empty and whole without rows', async () => {
    const file = bytesOf(parquetChunks(table, []))
    expect(parquetMetadata(file).num_rows).toBe(0n)
    expect(await parquetReadObjects({ file })).toEqual([])
  })

  it('has row groups of a bounded size, made one after the other', () => {
    let made = 0
    function* rows() {
      for (; made < ROW_GROUP * 2 + 7; made += 1) yield sample({ text: `第${made}条` })
    }
    const chunks = parquetChunks(table, rows())
    const first = chunks.next().value
    expect(made).toBe(ROW_GROUP - 1)
    if (!(first instanceof Uint8Array)) throw new Error('no first piece')
    const file = bytesOf([first, ...chunks])
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([ROW_GROUP, ROW_GROUP, 7])
  })

  it('is the same byte for byte, and says what wrote it', () => {
    const rows = [sample(), sample({ number: null })]
    const once = bytesOf(parquetChunks(table, rows, { rules_version: 'rules-1' }))
    expect(bytesOf(parquetChunks(table, rows, { rules_version: 'rules-1' }))).toEqual(once)
    expect(parquetMetadata(once)).toMatchObject({
      created_by: 'baoshu',
      key_value_metadata: [{ key: 'rules_version', value: 'rules-1' }],
    })
  })

  it('refuses a missing value where one must be', () => {
    expect(() => bytesOf(parquetChunks(table, [{ ...sample(), text: null }]))).toThrow('text')
  })

  it('of facts has the record of the contract', async () => {
    const facts = [factOf({ value: 4.5, year: 2019, rules: ['a.b', 'c.d'] }), factOf({ value: null, year: null })]
    const [first, second] = await parquetReadObjects({ file: bytesOf(writeFactsParquet(facts)) })
    expect(Object.keys(first ?? {})).toEqual(FACT_FIELDS)
    expect(first).toMatchObject({ value: 4.5, year: 2019n, rules: 'a.b c.d', quote: facts[0]?.quote })
    expect(second).toMatchObject({ value: null, year: null })
  })
})
