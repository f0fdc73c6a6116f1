import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, writeInto } from '../folder.ts'
import { storeExample } from '../report/archive.ts'
import { baoshu } from './run.ts'

function archive(): string {
  const folder = folderWith()
  storeExample(folder)
  return folder
}

describe('report', () => {
  test('writes one page in the language of the user, and says so', () => {
    const folder = archive()
    const english = baoshu(folder, ['report', '-o', 'page.html', '--lang', 'en'])
    expect([english.code, english.stdout]).toEqual([0, ''])
    expect(english.stderr).toMatch(/^page\.html: 0\.\d MB written\n$/)
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="en">/)
    const chinese = baoshu(folder, ['report', '--lang', 'zh', '--title', '青川演出', '--region', '青川'])
    expect([chinese.code, chinese.stderr]).toEqual([0, expect.stringContaining('report.html：写入')])
    const page = readFileSync(join(folder, 'report.html'), 'utf8')
    expect(page).toContain('<h1>青川演出</h1>')
    expect(page).toContain('<code>--region 青川</code>')
    expect(page).not.toContain('白石市')
  })

  test('- writes the page to the screen and nothing else', () => {
    const { code, stdout, stderr } = baoshu(archive(), ['report', '-o', '-'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s)
  })

  test('a file that cannot be written ends with 2 and leaves what was there', () => {
    const folder = archive()
    writeInto(folder, 'taken/file', 'x')
    const { code, stderr } = baoshu(folder, ['report', '-o', 'taken'])
    expect(code).toBe(2)
    expect(stderr).toContain('[output_unwritable]')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('without a database ends with 3 and writes nothing', () => {
    const folder = folderWith()
    expect(baoshu(folder, ['report']).code).toBe(3)
    expect(existsSync(join(folder, 'report.html'))).toBe(false)
  })
})
