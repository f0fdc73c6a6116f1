import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const INDEX = JSON.stringify(new URL('../../src/index.ts', import.meta.url).href)

/** The examples of the page, each with the heading that it stands under. */
function examples(page: string): readonly { readonly title: string; readonly code: string }[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^## (?<title>.+)\n(?<body>[\s\S]*?)(?=^## |(?![\s\S]))/gm)].flatMap(({ groups }) => {
    const code = /^```ts\n([\s\S]*?)^```$/m.exec(groups?.body ?? '')?.[1]
    return code === undefined ? [] : [{ title: groups?.title ?? '', code }]
  })
}

const english = examples('docs/library.md')

/** What each example prints. */
const PRINTED: readonly RegExp[] = [
  /^6\.4平方公里 6\.4 平方公里 true\n120场 120 场 performance\.sessions 2023\n3\.2万人次 32000 人次 /,
  /^12 0\n3 [12]\n$/,
  /^true true\n(?:20\d\d \S+ 20\d\d \S+ \S+ \S+\n){3}$/,
  /^\[\]\n$/,
]

describe('docs/library.md', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'baoshu-library-'))
    cpSync(join(ROOT, 'fixtures/reports/archive'), join(folder, 'fixtures/reports/archive'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('has an example for each thing that is printed', () => {
    expect(english).toHaveLength(PRINTED.length)
  })

  test.each(english.map((example, index) => ({ ...example, index })))('$title', ({ code, index }) => {
    writeFileSync(join(folder, 'example.ts'), code.replace("'baoshu'", INDEX))
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), 'example.ts'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toMatch(PRINTED[index] ?? /nothing/)
  })

  test('shows the same code in both languages', () => {
    expect(examples('docs/library.zh-CN.md').map(({ code }) => code)).toEqual(english.map(({ code }) => code))
  })
})
