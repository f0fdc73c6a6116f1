import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadManifest } from '../../src/pipeline/loadManifest.ts'
import { indexManifest, readManifest } from '../../src/pipeline/manifest.ts'
import { folderWith } from '../folder.ts'

const rowsOf = (text: string) => readManifest(text, '/data/m.csv').rows

describe('readManifest', () => {
  test('reads all columns', () => {
    expect(rowsOf('file,year,region,issuer,kind\na.txt,2019,山东省,文化馆,summary\n')).toEqual([
      { line: 2, file: 'a.txt', given: { year: 2019, region: '山东省', issuer: '文化馆', kind: 'summary' } },
    ])
  })

  const good: readonly [name: string, text: string, given: object, file: string][] = [
    ['an empty field says nothing', 'file,year,region\na.txt,,山东省', { region: '山东省' }, 'a.txt'],
    ['columns in another order', 'year,file\n2019,a.txt', { year: 2019 }, 'a.txt'],
    ['a byte order mark', '\uFEFFfile,year\na.txt,2019', { year: 2019 }, 'a.txt'],
    ['line ends of Windows', 'file,year\r\na.txt,2019\r\n', { year: 2019 }, 'a.txt'],
    [
      'quoted fields with commas and quotes',
      'file,issuer\n"a,b.txt","文化馆 ""总馆"""',
      { issuer: '文化馆 "总馆"' },
      'a,b.txt',
    ],
    ['a line end within quotes', 'file,issuer\na.txt,"文化\n馆"', { issuer: '文化\n馆' }, 'a.txt'],
    ['spaces around values', 'file , year\n a.txt , 2019 ', { year: 2019 }, 'a.txt'],
    ['fewer fields than columns', 'file,year,region\na.txt', {}, 'a.txt'],
    ['empty lines', 'file,year\n\na.txt,2019\n\n', { year: 2019 }, 'a.txt'],
  ]
  test.each(good)('%s', (_, text, given, file) => {
    expect(rowsOf(text)).toMatchObject([{ file, given }])
    expect(rowsOf(text)[0]?.given).toEqual(given)
  })

  const bad: readonly [name: string, text: string, line: number][] = [
    ['nothing at all', '', 1],
    ['no column file', 'year,region\n2019,x', 1],
    ['an unknown column', 'file,jahr\na.txt,2019', 1],
    ['a column twice', 'file,year,year\na.txt,2019,2019', 1],
    ['a year that is none', 'file,year\na.txt,2019\nb.txt,20_9', 3],
    ['a year out of bounds', 'file,year\na.txt,1066', 2],
    ['a kind that is none', 'file,kind\na.txt,报告', 2],
    ['no file named', 'file,year\n,2019', 2],
    ['too many fields', 'file,year\na.txt,2019,more', 2],
    ['a file twice', 'file,year\na.txt,2019\n./a.txt,2020', 3],
    ['an open quote', 'file,year\na.txt,2019\n"b.txt,2019\nc.txt,2019', 3],
    ['text after a quote', 'file,year\n"a"b.txt,2019', 2],
    ['a line counted past a line end within quotes', 'file,issuer,year\na.txt,"x\ny",2019\nb.txt,,none', 4],
  ]
  test.each(bad)('%s is told with its line', (_, text, line) => {
    expect(() => rowsOf(text)).toThrow(
      expect.objectContaining({ code: 'manifest_invalid', place: `/data/m.csv:${line}` }),
    )
  })
})

describe('indexManifest', () => {
  const rowOf = indexManifest(
    readManifest(
      'file,year\n2019/总结.txt,2019\n总结.txt,2000\n/elsewhere/x.txt,2001\nsub\\win.txt,2002\ne\u0301.txt,2003',
      '/data/m.csv',
    ),
  )
  const cases: readonly [file: string, year: number | null][] = [
    ['/data/2019/总结.txt', 2019],
    ['/data/总结.txt', 2000],
    ['/data/deep/总结.txt', 2000],
    ['/elsewhere/x.txt', 2001],
    ['/data/x.txt', null],
    ['/data/sub/win.txt', 2002],
    ['/data/\u00e9.txt', 2003],
    ['/data/else.txt', null],
  ]
  test.each(cases)('%s → %s', (file, year) => {
    expect(rowOf(file)?.given.year ?? null).toBe(year)
  })
})

describe('loadManifest', () => {
  test('reads GB18030', async () => {
    const bytes = [...Buffer.from('file,region\na.txt,'), 0xc9, 0xbd, 0xb6, 0xab, 0xca, 0xa1, 0x0a]
    const folder = folderWith({ 'm.csv': Uint8Array.from(bytes) })
    expect((await loadManifest(join(folder, 'm.csv'))).rows[0]?.given).toEqual({ region: '山东省' })
  })

  test('tells of a manifest that is not there', async () => {
    await expect(loadManifest(join(folderWith(), 'none.csv'))).rejects.toMatchObject({ code: 'file_not_found' })
  })
})
