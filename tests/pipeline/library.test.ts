import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as baoshu from '../../src/index.ts'
import { folderWith } from '../folder.ts'

const INDEX = fileURLToPath(new URL('../../src/index.ts', import.meta.url))

describe('the public names', () => {
  test('are listed one by one', () => {
    expect(readFileSync(INDEX, 'utf8')).not.toMatch(/export \*/)
  })

  test('every function and class says what it gives', () => {
    const program = ts.createProgram([INDEX], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
    })
    const checker = program.getTypeChecker()
    const file = program.getSourceFile(INDEX)
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
    const names = module === undefined ? [] : checker.getExportsOfModule(module)
    expect(names.length).toBeGreaterThan(30)
    const silent = names
      .map((name) => (name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name))
      .filter((symbol) => symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class))
      .filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    expect(silent.map((symbol) => symbol.name)).toEqual([])
  })
})

describe('the library', () => {
  const report = '青川市文化馆2019年工作总结\n\n2019年，全年举办文艺演出103场，观众3.2万人次。\n'

  test('reads a file without a database', async () => {
    const folder = folderWith({ 'a.txt': report })
    const { document, extraction } = await baoshu.extractFile(join(folder, 'a.txt'))
    expect(extraction.facts.map(({ quote, value, year }) => [quote, value, year])).toEqual([
      ['103场', 103, 2019],
      ['3.2万人次', 32000, 2019],
    ])
    for (const { start, end, quote } of extraction.facts) expect(document.source.slice(start, end)).toBe(quote)
    expect(structuredClone(extraction)).toEqual(extraction)
    expect(JSON.parse(JSON.stringify(extraction))).toEqual(extraction)
  })

  test('the same document, rules and word of the user give the same', async () => {
    const folder = folderWith({ 'a.txt': report })
    const [one, other] = [
      await baoshu.extractFile(join(folder, 'a.txt')),
      await baoshu.extractFile(join(folder, 'a.txt')),
    ]
    expect(other.extraction).toEqual(one.extraction)
  })

  test('imports, queries, compares and exports', async () => {
    const folder = folderWith({
      '2019.txt': report,
      '2020.txt': report.replaceAll('2019', '2020').replace('103', '120'),
    })
    const archive = baoshu.openArchive(':memory:')
    onTestFinished(() => archive.close())
    const { summary } = await baoshu.importPaths([folder], archive, { runner: baoshu.openInlineRunner() })
    expect(summary.files).toEqual({ new: 2, unchanged: 0, replaced: 0, failed: 0 })
    const series = baoshu.buildSeries(archive.facts({ indicator: 'performance.sessions' }), archive.reference())
    expect(series.map((one) => baoshu.changesOf(one).map(({ difference }) => difference))).toEqual([[17]])
    const { files } = await baoshu.exportArchive(archive, join(folder, 'out'), 'jsonl')
    expect(
      readFileSync(files[0] ?? '', 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(4)
  })

  test('a stored document is read again with the word of the user, without its file', async () => {
    const folder = folderWith({ 'a.txt': 'XX区文化馆工作总结\n\n全年举办文艺演出103场。\n' })
    const archive = baoshu.openArchive(':memory:')
    onTestFinished(() => archive.close())
    await baoshu.importPaths([folder], archive, {
      runner: baoshu.openInlineRunner(),
      given: { region: '云岭省青川市' },
    })
    expect([...archive.facts({})].map(({ year }) => year)).toEqual([null])
    const [document] = archive.documents()
    if (document === undefined) throw new Error('no document was stored')
    const done = await baoshu.setGiven(archive, [document], { given: { year: 2019 } }, baoshu.loadReportReader())
    expect(done).toEqual([{ id: document.id, facts: 1 }])
    expect([...archive.facts({})].map(({ year, region }) => [year, region])).toEqual([[2019, '云岭省青川市']])
  })

  test('throws what the user can act on with a code', async () => {
    await expect(baoshu.extractFile(join(folderWith(), 'none.txt'))).rejects.toBeInstanceOf(baoshu.BaoshuError)
    await expect(baoshu.extractFile(join(folderWith(), 'none.txt'))).rejects.toMatchObject({ code: 'file_not_found' })
  })
})
