import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baoshu } from '../cli/run.ts'
import { folderWith } from '../folder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGES = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md']
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8')

/** The blocks of a Markdown page that are written in a language. */
function blocks(page: string, language: string): readonly string[] {
  return [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  )
}

/** The words of a command line as a shell takes them. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map((match) => match[1] ?? match[0])
}

const lines = blocks('README.md', 'sh').flatMap((block) => block.split('\n').filter((line) => line !== ''))
const commands = lines.filter((line) => line.startsWith('baoshu '))

describe('README', () => {
  test('shows the same code in both languages', () => {
    for (const language of ['sh', 'ts', 'csv'])
      expect(blocks('README.zh-CN.md', language)).toEqual(blocks('README.md', language))
  })

  test('begins with the two commands', () => {
    expect(lines.slice(0, 2)).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  })

  test('shows a manifest that is the bundled one', () => {
    expect(blocks('README.md', 'csv')[0]).toBe(
      readFileSync(join(ROOT, 'fixtures/reports/archive/manifest.csv'), 'utf8'),
    )
  })

  test('shows a library example that runs', () => {
    const [code = ''] = blocks('README.md', 'ts')
    const example = code.replace("'baoshu'", JSON.stringify(new URL('../../src/index.ts', import.meta.url).href))
    const folder = folderWith({ 'example.ts': example, 'package.json': '{"type":"module"}' })
    cpSync(join(ROOT, 'fixtures/reports/archive'), join(folder, 'fixtures/reports/archive'), { recursive: true })
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), 'example.ts'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^54场 54 场 film\.screenings 2022$/m)
    expect(stdout).toMatch(/new: 12/)
  })
})

describe('every command of README works, in the order of the page', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baoshu-readme-'))
    cpSync(join(ROOT, 'fixtures/reports/archive'), join(folder, 'fixtures/reports/archive'), { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(commands)('%s', (line) => {
    const { code, stdout, stderr } = baoshu(folder, words(line).slice(1))
    expect(stderr).not.toMatch(/error|fault/)
    expect(code).toBe(0)
    const writes = /(?:-o|export) (\S+)/.exec(line)?.[1]
    if (writes === undefined) expect(stdout.split('\n').length).toBeGreaterThan(2)
    else expect(existsSync(join(folder, writes))).toBe(true)
  })

  test.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh'],
  ])('%s shows what compare prints', (page, language) => {
    const [, command = ''] = commands.filter((line) => line.startsWith('baoshu compare'))
    const { stdout } = baoshu(folder, [...words(command).slice(1), '--lang', language])
    expect(blocks(page, 'text')).toEqual([stdout.slice(0, stdout.indexOf('\n\n') + 1)])
  })
})

describe.each(PAGES)('%s', (page) => {
  test('links to files that are there', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '')
    const missing = links.filter((link) => !existsSync(new URL(link, new URL(page, `file://${ROOT}`))))
    expect(missing).toEqual([])
  })

  test('names files of the repository that are there', () => {
    const named = [...read(page).matchAll(/`((?:src|scripts|tests|fixtures|docs|schemas|scores)\/[\w./-]*[\w/])`/g)]
    const missing = named.map((match) => match[1] ?? '').filter((path) => !existsSync(join(ROOT, path)))
    expect(missing).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md')

  test('has a section for every room, named as its folder', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
    const sections = [...page.matchAll(/^## `(\w+)`/gm)].map((match) => match[1] ?? '')
    expect([...sections].sort()).toEqual(rooms)
  })

  test('names source files that are there', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((file) => `/${file}`)
    const named = [...page.matchAll(/`([\w./-]+\.(?:ts|json))`/g)].map((match) => match[1] ?? '')
    const missing = named.filter(
      (name) => !files.some((file) => file.endsWith(`/${name}`)) && !existsSync(join(ROOT, name)),
    )
    expect(missing.filter((name) => !['datapackage.json'].includes(name))).toEqual([])
  })
})
