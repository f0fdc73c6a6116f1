import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { folderWith } from '../folder.ts'
import { baoshu } from './run.ts'

describe('help', () => {
  test('lists every command, on stdout', () => {
    const { code, stdout, stderr } = baoshu(folderWith(), ['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toContain(`  ${name} `)
      expect(stdout).toContain(summary.en)
    }
  })

  test('is told in Chinese by locale', () => {
    const { stdout } = baoshu(folderWith(), ['--help'], 'zh_CN.UTF-8')
    for (const { summary } of COMMANDS) expect(stdout).toContain(summary.zh)
  })

  test('--lang wins over the locale, before or after the command', () => {
    const folder = folderWith()
    expect(baoshu(folder, ['--lang', 'zh', 'text', '--help']).stdout).toContain('用法')
    expect(baoshu(folder, ['text', '--help', '--lang=zh']).stdout).toContain('用法')
    expect(baoshu(folder, ['text', '--help', '--lang', 'en'], 'zh_CN.UTF-8').stdout).toContain('Usage')
  })

  test('"help COMMAND" is the help of the command', () => {
    const folder = folderWith()
    expect(baoshu(folder, ['help', 'documents', 'set']).stdout).toBe(
      baoshu(folder, ['documents', 'set', '--help']).stdout,
    )
  })

  test('no command at all is wrong usage: help goes to stderr', () => {
    const { code, stdout, stderr } = baoshu(folderWith(), [])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('import')
  })

  test('--version prints the version of the package', () => {
    expect(baoshu(folderWith(), ['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})

describe('wrong usage ends with 2, nothing on stdout, and says what to do', () => {
  const cases: readonly [args: readonly string[], told: RegExp, advice: RegExp][] = [
    [['impor', 'x'], /no command "impor"/, /did you mean import/],
    [['facts', '--yeer', '3'], /no option --yeer/, /did you mean --year/],
    [['facts', '--colour', 'red'], /no option --colour/, /"baoshu facts --help"/],
    [['facts', '--year', '20x9'], /--year "20x9": expected a whole number/, /"baoshu facts --help"/],
    [['facts', '--format', 'xml'], /--format "xml": expected one of table, json, jsonl, csv/, /--help/],
    [['facts', '--min-confidence', '2'], /--min-confidence "2": expected a number from 0 to 1/, /--help/],
    [['facts', '--db'], /--db needs a value/, /"baoshu facts --help"/],
    [['import'], /PATH is missing/, /"baoshu import --help"/],
    [['explain', 'a.txt'], /QUOTE is missing/, /"baoshu explain --help"/],
    [['text', 'a.txt', 'b.txt'], /more arguments/, /"baoshu text --help"/],
    [['documents', 'set', 'abc'], /nothing is said/, /--year/],
    [['import', '.', '--limit', 'bytes'], /--limit "bytes"/, /"baoshu import --help"/],
    [['--lang', 'fr', 'facts'], /--lang "fr": expected zh, en/, /--help/],
    [['extract', 'a.txt', '--mentions', '--findings'], /--mentions and --findings/, /"baoshu extract --help"/],
  ]
  test.each(cases)('%j', (args, told, advice) => {
    const { code, stdout, stderr } = baoshu(folderWith(), args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(told)
    expect(stderr).toMatch(advice)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('in Chinese too', () => {
    const { code, stderr } = baoshu(folderWith(), ['facts', '--year', 'x'], 'zh_CN.UTF-8')
    expect(code).toBe(2)
    expect(stderr).toContain('--year “x”不可用：应为 1900 到 2100 的整数')
    expect(stderr).toContain('处理办法')
  })
})

describe('text', () => {
  test('prints the source text and nothing else', () => {
    const folder = folderWith({ '报告.txt': '\uFEFF全年演出103场。\r\n培训20期。\r\n' })
    expect(baoshu(folder, ['text', '报告.txt'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^全年演出103场。\n培训20期。\n?$/),
      stderr: '',
    })
  })

  test('-o writes the same to a file and leaves stdout empty', () => {
    const folder = folderWith({ 'a.txt': '全年演出103场。' })
    expect(baoshu(folder, ['text', 'a.txt', '-o', 'out.txt'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(baoshu(folder, ['text', 'out.txt']).stdout).toBe(baoshu(folder, ['text', 'a.txt']).stdout)
  })

  const bad: readonly [name: string, file: string, code: string][] = [
    ['a file that is not there', 'none.txt', 'file_not_found'],
    ['an empty file', 'empty.txt', 'file_empty'],
    ['a folder', 'folder', 'not_a_file'],
    ['a damaged document', 'broken.docx', 'docx_damaged|format_unsupported'],
  ]
  test.each(bad)('%s ends with 1 and says what to do, in both languages', (_, file, code) => {
    const folder = folderWith({ 'empty.txt': '', 'folder/a.txt': 'x', 'broken.docx': 'PK\u0003\u0004 broken' })
    const english = baoshu(folder, ['text', file])
    expect([english.code, english.stdout]).toEqual([1, ''])
    expect(english.stderr).toMatch(new RegExp(`\\[(${code})\\]`))
    expect(english.stderr).toContain('what to do: ')
    const chinese = baoshu(folder, ['text', file, '--lang', 'zh'])
    expect(chinese.code).toBe(1)
    expect(chinese.stderr).toMatch(new RegExp(`错误 \\[(${code})\\]`))
    expect(chinese.stderr).toContain('处理办法: ')
  })

  test('output that cannot be written ends with 2 and leaves nothing behind', () => {
    const folder = folderWith({ 'a.txt': '全年演出103场。' })
    const { code, stderr } = baoshu(folder, ['text', 'a.txt', '-o', 'no/such/folder.txt'])
    expect(code).toBe(2)
    expect(stderr).toContain('[output_unwritable]')
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })
})

describe('a database that cannot be used ends with 3', () => {
  test.each(['facts', 'documents', 'runs'])('%s without a database', (command) => {
    const { code, stdout, stderr } = baoshu(folderWith(), [command])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain('[store_unusable]')
  })

  test('a file of another program is left as it is', () => {
    const folder = folderWith({ 'notes.db': 'these are notes, and no database at all' })
    const { code, stderr } = baoshu(folder, ['facts', '--db', 'notes.db'])
    expect(code).toBe(3)
    expect(stderr).toContain('[store_foreign]')
    expect(baoshu(folder, ['text', 'notes.db']).stdout).toContain('these are notes')
  })
})
