import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BaoshuError } from '../../src/model/error.ts'
import { openArchive } from '../../src/store/open.ts'
import { folderWith, writeInto } from '../folder.ts'
import { baoshu, jsonLines, startBaoshu } from './run.ts'

const REPORT_2019 = '青川市文化馆2019年工作总结\n\n2019年，全年举办文艺演出103场，观众3.2万人次。培训20期。\n'
const REPORT_2020 = '青川市文化馆2020年工作总结\n\n2020年，全年举办文艺演出120场，观众近4万人次。培训25期。\n'

const reports = () => folderWith({ 'reports/2019.txt': REPORT_2019, 'reports/二/2020.txt': REPORT_2020 })

interface Summary {
  readonly files: Readonly<Record<string, number>>
  readonly facts: number
  readonly failures: readonly { readonly path: string; readonly code: string; readonly advice: string }[]
  readonly skipped: Readonly<Record<string, number>>
  readonly interrupted: boolean
}

function imported(
  folder: string,
  args: readonly string[],
): { readonly code: number | null; readonly summary: Summary; readonly stderr: string } {
  const { code, stdout, stderr } = baoshu(folder, ['import', ...args, '--format', 'json'])
  return { code, summary: JSON.parse(stdout) as Summary, stderr }
}

describe('import', () => {
  test('stores a folder and prints a summary; a second run finds all unchanged', () => {
    const folder = reports()
    const first = baoshu(folder, ['import', 'reports'])
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(/^2 files in \d+\.\d s\n/)
    expect(first.stdout).toMatch(/ new +2\n/)
    expect(first.stdout).toMatch(/ facts +[1-9]\d*\n/)
    const second = imported(folder, ['reports'])
    expect(second.code).toBe(0)
    expect(second.summary.files).toEqual({ new: 0, unchanged: 2, replaced: 0, failed: 0 })
  })

  test('prints the summary in Chinese', () => {
    const { stdout } = baoshu(reports(), ['import', 'reports', '--lang', 'zh'])
    expect(stdout).toMatch(/^2 个文件，用时 \d+\.\d 秒\n/)
    expect(stdout).toMatch(/ 新增 +2\n/)
  })

  test('what was imported can be asked for and compared', () => {
    const folder = reports()
    baoshu(folder, ['import', 'reports'])
    const facts = jsonLines(baoshu(folder, ['facts', '--search', '文艺演出', '--format', 'jsonl']).stdout)
    expect(facts.map(({ quote, value, year }) => [quote, value, year]).sort()).toEqual(
      [
        ['103场', 103, 2019],
        ['120场', 120, 2020],
        ['3.2万人次', 32000, 2019],
        ['4万人次', facts.find(({ quote }) => quote === '4万人次')?.value, 2020],
      ].sort(),
    )
    const points = jsonLines(
      baoshu(folder, ['compare', '--indicator', 'performance.sessions', '--format', 'jsonl']).stdout,
    )
    expect(points.map(({ year, value, difference }) => [year, value, difference])).toEqual([
      [2019, 103, null],
      [2020, 120, 17],
    ])
  })

  test('a bad file is told with what to do, the others are in, and the code is 1', () => {
    const folder = reports()
    writeInto(folder, 'reports/empty.txt', '')
    writeInto(folder, 'reports/~$lock.docx', 'x')
    const english = baoshu(folder, ['import', 'reports', 'nowhere'])
    expect(english.code).toBe(1)
    expect(english.stderr).toContain('2 files failed:')
    expect(english.stderr).toMatch(/\[file_empty\] \S*empty\.txt/)
    expect(english.stderr).toMatch(/\[file_not_found\] \S*nowhere/)
    expect(english.stderr).toContain('what to do: ')
    expect(english.stderr).toContain('1 file left aside: lock files 1')
    expect(english.stdout).toMatch(/ new +2\n/)
    expect(english.stdout).toMatch(/ failed +2\n/)
    const chinese = baoshu(folder, ['import', 'reports', '--lang', 'zh'])
    expect(chinese.code).toBe(1)
    expect(chinese.stderr).toContain('[file_empty]')
    expect(chinese.stderr).toContain('文件是空的')
    const { summary } = imported(folder, ['reports'])
    expect(summary.failures).toMatchObject([{ code: 'file_empty', advice: expect.stringMatching(/./) }])
    expect(summary.skipped).toEqual({ lock_file: 1 })
  })

  test('does not take its own database for a report', () => {
    const folder = reports()
    const { summary } = imported(folder, ['.'])
    expect(summary.files).toMatchObject({ new: 2, failed: 0 })
    expect(imported(folder, ['.']).summary).toMatchObject({ files: { unchanged: 2, failed: 0 }, skipped: {} })
  })

  test('an empty folder is told, and no failure', () => {
    const { code, stderr } = baoshu(folderWith({ '.hidden': 'x' }), ['import', '.'])
    expect(code).toBe(0)
    expect(stderr).toContain('no files were found')
  })

  test('a manifest says year and place; a bad one is told by its line before anything is stored', () => {
    const folder = folderWith({
      'a.txt': 'XX区文化馆工作总结\n\n全年举办文艺演出103场。\n',
      'm.csv': '\uFEFFfile,year,region\r\na.txt,2019,云岭省青川市\r\n',
      'bad.csv': 'file,year\na.txt,20_9\n',
    })
    const bad = baoshu(folder, ['import', 'a.txt', '--manifest', 'bad.csv'])
    expect([bad.code, bad.stdout]).toEqual([2, ''])
    expect(bad.stderr).toMatch(/\[manifest_invalid\].*line 2: "20_9" is no year/)
    expect(existsSync(join(folder, 'baoshu.db'))).toBe(false)
    expect(imported(folder, ['a.txt', '--manifest', 'm.csv']).code).toBe(0)
    expect(jsonLines(baoshu(folder, ['documents', '--format', 'jsonl']).stdout)).toMatchObject([
      { year: 2019, region: '云岭省青川市' },
    ])
    const [fact] = jsonLines(baoshu(folder, ['facts', '--format', 'jsonl']).stdout)
    expect(fact).toMatchObject({ quote: '103场', year: 2019 })
  })

  test('documents set says the same afterwards, and the word is kept', () => {
    const folder = folderWith({ 'a.txt': 'XX区文化馆工作总结\n\n全年举办文艺演出103场。\n' })
    imported(folder, ['a.txt'])
    const [document] = jsonLines<{ id: string; year: unknown }>(
      baoshu(folder, ['documents', '--format', 'jsonl']).stdout,
    )
    expect(document?.year).toBeNull()
    const id = document?.id.slice(0, 6) ?? ''
    const set = baoshu(folder, ['documents', 'set', id, '--year', '2019', '--issuer', '青川市文化馆'])
    expect([set.code, set.stdout]).toEqual([0, ''])
    expect(imported(folder, ['a.txt']).summary.files).toMatchObject({ unchanged: 1 })
    expect(jsonLines(baoshu(folder, ['documents', '--format', 'jsonl']).stdout)).toMatchObject([
      { year: 2019, issuer: '青川市文化馆' },
    ])
    expect(jsonLines(baoshu(folder, ['facts', '--year', '2019', '--format', 'jsonl']).stdout)).toHaveLength(1)
  })

  test('a store that cannot be used ends with 3', () => {
    const folder = folderWith({ 'a.txt': REPORT_2019, 'other.db': 'no database at all, but a text of some length' })
    expect(baoshu(folder, ['import', 'a.txt', '--db', 'other.db'])).toMatchObject({ code: 3, stdout: '' })
    expect(baoshu(folder, ['import', 'a.txt', '--db', 'no/folder/x.db'])).toMatchObject({ code: 3, stdout: '' })
  })

  test('Ctrl-C keeps what is finished, ends with 130, and the next run does the rest', async () => {
    const names = Array.from({ length: 200 }, (_, index) => index)
    const long = REPORT_2019.repeat(40)
    const folder = folderWith(
      Object.fromEntries(names.map((n) => [`reports/${n}.txt`, long.replace('103', String(1000 + n))])),
    )
    const { child, ended } = startBaoshu(folder, ['import', 'reports', '--format', 'json'])
    let stdout = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    await untilSomeStored(folder)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 130, signal: null })
    const summary = JSON.parse(stdout) as Summary
    expect(summary.interrupted).toBe(true)
    const done = summary.files.new ?? 0
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(names.length)
    const rest = imported(folder, ['reports'])
    expect(rest.summary.files).toEqual({ new: names.length - done, unchanged: done, replaced: 0, failed: 0 })
  })
})

/** Resolves once the import that runs in another process has stored its first document. */
async function untilSomeStored(folder: string): Promise<void> {
  const path = join(folder, 'baoshu.db')
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (!existsSync(path)) continue
    try {
      const archive = openArchive(path, { readonly: true })
      const stored = archive.documents().length
      archive.close()
      if (stored > 0) return
    } catch (error) {
      // Asked between the making of the file and that of its tables.
      if (!(error instanceof BaoshuError)) throw error
    }
  }
}

describe('extract and explain', () => {
  test('extract prints the facts of the contract, mentions cover every number, and nothing else is on stdout', () => {
    const folder = folderWith({ 'a.txt': REPORT_2019 })
    const run = baoshu(folder, ['extract', 'a.txt', '--format', 'jsonl'])
    expect([run.code, run.stderr]).toEqual([0, ''])
    const source = baoshu(folder, ['text', 'a.txt']).stdout
    const facts = jsonLines<{ start: number; end: number; quote: string; id: string }>(run.stdout)
    expect(facts.map(({ quote }) => quote)).toEqual(['103场', '3.2万人次', '20期'])
    for (const { start, end, quote } of facts) expect(source.slice(start, end)).toBe(quote)
    const mentions = jsonLines<{ quote: string; class: string; fact?: string }>(
      baoshu(folder, ['extract', 'a.txt', '--mentions', '--format', 'jsonl']).stdout,
    )
    expect(mentions.filter((mention) => mention.class === 'time').map(({ quote }) => quote)).toContain('2019年')
    expect(mentions.flatMap(({ fact }) => (fact === undefined ? [] : [fact]))).toEqual(facts.map(({ id }) => id))
    expect(existsSync(join(folder, 'baoshu.db'))).toBe(false)
  })

  test('extract takes what the user says of the report', () => {
    const folder = folderWith({ 'a.txt': '全年举办文艺演出103场。\n' })
    const [fact] = jsonLines(baoshu(folder, ['extract', 'a.txt', '--year', '2019', '--format', 'jsonl']).stdout)
    expect(fact).toMatchObject({ quote: '103场', year: 2019 })
  })

  test('explain says in sentences why, in both languages', () => {
    const folder = folderWith({ 'a.txt': REPORT_2019 })
    const english = baoshu(folder, ['explain', 'a.txt', '103场'])
    expect([english.code, english.stderr]).toEqual([0, ''])
    expect(english.stdout).toContain('occurrence 1 of 1, line 3')
    expect(english.stdout).toMatch(/103场/)
    const chinese = baoshu(folder, ['explain', 'a.txt', '103场', '--lang', 'zh'])
    expect(chinese.stdout).toContain('第 1 处（共 1 处），第 3 行')
  })

  test('explain tells of a number that is no fact, and of words without one', () => {
    const folder = folderWith({ 'a.txt': REPORT_2019 })
    expect(baoshu(folder, ['explain', 'a.txt', '2019', '--nth', '2']).stdout).toMatch(
      /is no quantity but a time \(rule /,
    )
    expect(baoshu(folder, ['explain', 'a.txt', '全年举办']).stdout).toContain('No number stands in these words.')
  })

  test('explain of words that do not stand there ends with 1', () => {
    const folder = folderWith({ 'a.txt': REPORT_2019 })
    expect(baoshu(folder, ['explain', 'a.txt', '999场'])).toMatchObject({ code: 1, stdout: '' })
    expect(baoshu(folder, ['explain', 'a.txt', '103场', '--nth', '2']).stderr).toContain('there is no occurrence 2')
  })
})

describe('rules', () => {
  test('list prints the catalogue', () => {
    const rows = jsonLines<{ table: string; id: string }>(
      baoshu(folderWith(), ['rules', 'list', 'indicators', '--format', 'jsonl']).stdout,
    )
    expect(rows.map(({ id }) => id)).toContain('performance.sessions')
    expect(new Set(rows.map(({ table }) => table))).toEqual(new Set(['indicators']))
  })

  test('list of a table that is not there names those that are', () => {
    const { code, stderr } = baoshu(folderWith(), ['rules', 'list', 'unit'])
    expect(code).toBe(2)
    expect(stderr).toContain('indicators, units')
  })

  test('check finds the built-in rules in order', () => {
    expect(baoshu(folderWith(), ['rules', 'check'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'the rules are in order\n',
    })
  })

  test('an unknown catalogue is wrong usage', () => {
    expect(baoshu(folderWith(), ['rules', 'list', '--catalogue', 'weather'])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('import --refresh', () => {
  test('reads again what other rules had read and says what the facts say anew, once', () => {
    const folder = folderWith({ 'a.txt': '青川市文化馆2019年工作总结\n\n2019年，全年举办文艺演出103场。\n' })
    baoshu(folder, ['import', 'a.txt'])
    const archive = openArchive(join(folder, 'baoshu.db'))
    const [stored] = archive.documents().flatMap(({ id }) => archive.document(id) ?? [])
    const file = archive.storedFile(join(folder, 'a.txt'))
    if (stored === undefined || file === null) throw new Error('nothing was stored')
    const facts = stored.extraction.facts.map((fact) => ({ ...fact, value: 100 }))
    const run = archive.startRun({ paths: [], rulesVersion: 'old' })
    const record = { ...stored, extraction: { ...stored.extraction, facts }, given: {} }
    archive.saveDocument(run, { ...record, file: { ...file, path: join(folder, 'a.txt') } })
    archive.finishRun(run)
    archive.close()

    const previewed = baoshu(folder, ['import', '--refresh', '--dry-run'])
    expect([previewed.code, previewed.stdout]).toEqual([0, expect.stringContaining('a.txt')])
    const { code, stdout } = baoshu(folder, ['import', '--refresh'])
    expect(code).toBe(0)
    expect(stdout).toContain('1 document had been read by other rules')
    expect(stdout).toContain('facts of known files: 0 added, 0 removed, 1 altered')
    expect(stdout).toMatch(/altered +\w+:\d+-\d+ +103场 +value: 100 +value: 103/)
    const listed = baoshu(folder, ['runs', 'changes', '3', '--format', 'jsonl'])
    expect(jsonLines(listed.stdout)).toMatchObject([
      { kind: 'altered', fields: ['value'], earlier: { value: 100 }, later: { value: 103 } },
    ])

    const again = baoshu(folder, ['import', '--refresh', '--format', 'json'])
    expect(again.code).toBe(0)
    expect(JSON.parse(again.stdout)).toEqual({
      stale: 0,
      fromStoredText: 0,
      interrupted: false,
      imported: null,
      factChanges: [],
    })
    expect(again.stderr).toContain('nothing to do')
  })

  test.each([
    [['import', '--refresh', 'a.txt'], '--refresh'],
    [['import', '--refresh', '--year', '2019'], '--refresh'],
    [['import'], 'PATH'],
    [['runs', 'changes', 'x'], 'RUN'],
  ])('%j is wrong usage', (args, word) => {
    const { code, stderr } = baoshu(folderWith({ 'a.txt': '演出103场' }), args)
    expect(code).toBe(2)
    expect(stderr).toContain(word)
  })
})

test('what was said of a document can be taken back', () => {
  const folder = folderWith({ 'a.txt': '青川市文化馆2019年工作总结\n\n全年举办文艺演出103场。\n' })
  baoshu(folder, ['import', 'a.txt', '--year', '2030'])
  const year = () => jsonLines(baoshu(folder, ['facts', '--format', 'jsonl']).stdout).map((fact) => fact.year)
  expect(year()).toEqual([2030])
  const [document] = jsonLines<{ id: string }>(baoshu(folder, ['documents', '--format', 'jsonl']).stdout)
  expect(baoshu(folder, ['documents', 'set', document?.id ?? '', '--clear', 'year']).code).toBe(0)
  expect(year()).toEqual([2019])
  expect(baoshu(folder, ['documents', 'set', document?.id ?? '', '--clear', 'colour']).code).toBe(2)
  expect(baoshu(folder, ['documents', 'set', document?.id ?? '', '--clear', 'year', '--year', '2020']).code).toBe(2)
})
