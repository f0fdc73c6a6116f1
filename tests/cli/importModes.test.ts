import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, writeInto } from '../folder.ts'
import { baoshu } from './run.ts'

const REPORT = '青川市文化馆2019年工作总结\n\n2019年，全年举办文艺演出103场，观众3.2万人次。\n'
const LATER = '青川市文化馆2020年工作总结\n\n2020年，全年举办文艺演出120场。\n'

interface Preview {
  readonly files: readonly { readonly path: string; readonly outcome: string }[]
}

function preview(folder: string, args: readonly string[]): readonly (readonly [path: string, outcome: string])[] {
  const { stdout } = baoshu(folder, ['import', ...args, '--dry-run', '--format', 'json'])
  const { files } = JSON.parse(stdout) as Preview
  return files.map(({ path, outcome }) => [path.slice(folder.length + 1), outcome] as const).sort()
}

const counts = (stdout: string) => (JSON.parse(stdout) as { files: object; notRead: number }).files

describe('import --dry-run', () => {
  test('tells what would be done with each file and makes no database', () => {
    const folder = folderWith({ 'reports/a.txt': REPORT, 'reports/empty.txt': '' })
    expect(preview(folder, ['reports'])).toEqual([
      ['reports/a.txt', 'new'],
      ['reports/empty.txt', 'failed'],
    ])
    expect(existsSync(join(folder, 'baoshu.db'))).toBe(false)
  })

  test('knows what is stored, what changed, and what only bears another name', () => {
    const folder = folderWith({ 'reports/a.txt': REPORT, 'reports/b.txt': LATER })
    baoshu(folder, ['import', 'reports'])
    writeInto(folder, 'reports/b.txt', `${LATER}培训25期。\n`)
    writeInto(folder, 'reports/c.txt', REPORT)
    const before = readFileSync(join(folder, 'baoshu.db'))
    expect(preview(folder, ['reports'])).toEqual([
      ['reports/a.txt', 'unchanged'],
      ['reports/b.txt', 'replaced'],
      ['reports/c.txt', 'unchanged'],
    ])
    expect(readFileSync(join(folder, 'baoshu.db')).equals(before)).toBe(true)
    expect(preview(folder, ['reports/a.txt', '--year', '2030'])).toEqual([['reports/a.txt', 'replaced']])
  })

  test('prints a line for each file for people, in their language', () => {
    const folder = folderWith({ 'a.txt': REPORT })
    expect(baoshu(folder, ['import', 'a.txt', '--dry-run', '--lang', 'zh'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^新文件 +\S*a\.txt\n$/),
      stderr: expect.stringContaining('新文件 1'),
    })
  })
})

describe('import --fail-fast', () => {
  test('stops at the first failure, says how much was left, and keeps what was done', () => {
    const later = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`reports/b${String(at).padStart(2, '0')}.txt`, `${LATER}培训${at}期。\n`]),
    )
    const folder = folderWith({ 'reports/a-empty.txt': '', ...later })
    const { code, stdout, stderr } = baoshu(folder, [
      'import',
      'reports',
      '--fail-fast',
      '--jobs',
      '1',
      '--format',
      'json',
    ])
    const { files, notRead } = JSON.parse(stdout) as { files: Record<string, number>; notRead: number }
    expect(code).toBe(1)
    expect(files.failed).toBe(1)
    expect(notRead).toBeGreaterThan(0)
    expect((files.new ?? 0) + notRead).toBe(12)
    expect(stderr).toContain('stopped at the first failure')
    const rest = baoshu(folder, ['import', 'reports', '--format', 'json'])
    expect(rest.code).toBe(1)
    expect(counts(rest.stdout)).toEqual({ new: notRead, unchanged: 12 - notRead, replaced: 0, failed: 1 })
  })

  test('changes nothing where nothing fails', () => {
    const folder = folderWith({ 'a.txt': REPORT, 'b.txt': LATER })
    expect(baoshu(folder, ['import', 'a.txt', 'b.txt', '--fail-fast']).code).toBe(0)
  })
})

describe('import --retry-failed', () => {
  test('reads the files that failed when they were last read, and no others', () => {
    const folder = folderWith({ 'reports/a.txt': REPORT, 'reports/b.txt': '' })
    baoshu(folder, ['import', 'reports'])
    writeInto(folder, 'reports/a.txt', LATER)
    writeInto(folder, 'reports/b.txt', LATER)
    const first = baoshu(folder, ['import', '--retry-failed', '--format', 'json'])
    expect([first.code, counts(first.stdout)]).toEqual([0, { new: 1, unchanged: 0, replaced: 0, failed: 0 }])
    const again = baoshu(folder, ['import', '--retry-failed', '--format', 'json'])
    expect(counts(again.stdout)).toEqual({ new: 0, unchanged: 0, replaced: 0, failed: 0 })
  })

  test('a file that is gone fails again, by name', () => {
    const folder = folderWith({ 'a.txt': REPORT })
    baoshu(folder, ['import', 'a.txt', 'gone.txt'])
    const { code, stderr } = baoshu(folder, ['import', '--retry-failed'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/\[file_not_found\] \S*gone\.txt/)
  })

  test.each([['a.txt'], ['--refresh']])('with %s it is wrong usage', (other) => {
    expect(baoshu(folderWith({ 'a.txt': REPORT }), ['import', '--retry-failed', other]).code).toBe(2)
  })
})
