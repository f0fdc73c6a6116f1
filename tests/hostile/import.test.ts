import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE } from '../../scripts/hostile/all.ts'
import { writeHostile } from '../../scripts/hostile/folders.ts'
import type { Expected } from '../../scripts/hostile/hostile-file.ts'
import { zhErrors } from '../../src/cli/messages/zhErrors.ts'
import { openArchive } from '../../src/store/open.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const MINUTES = 60_000
/** The limit of the reading process, the importing one beside it, and what grows between two looks at the memory. */
const MOST_MEGABYTES = 2_500

interface Summary {
  readonly files: Readonly<Record<string, number>>
  readonly failures: readonly {
    readonly path: string
    readonly code: string
    readonly message: string
    readonly advice: string
  }[]
  readonly skipped: Readonly<Record<string, number>>
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'baoshu-hostile-')))
const folder = join(root, 'reports')
const database = join(root, 'baoshu.db')
let code: number | null = null
let summary: Summary = { files: {}, failures: [], skipped: {} }
let stderr = ''
let megabytes = 0
let stored: ReadonlySet<string> = new Set()

beforeAll(async () => {
  for (const file of HOSTILE) writeHostile(folder, file)
  // Less time than usual for those files that never end.
  // One reading process, so that what is held at once is what one file may cost.
  const args = ['import', folder, '--db', database, '--format', 'json', '--jobs', '1', '--limit', 'milliseconds=15000']
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'zh_CN.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(child.pid ?? 0))
  }, 100)
  code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(watch)
  if (stdout === '') throw new Error(`the import told nothing: ${stderr}`)
  summary = JSON.parse(stdout)
  const archive = openArchive(database, { readonly: true })
  stored = new Set(archive.documents().flatMap((document) => document.paths))
  archive.close()
}, 10 * MINUTES)

afterAll(() => {
  chmodSync(join(folder, 'odd/unreadable.txt'), 0o600)
  rmSync(root, { recursive: true, force: true })
})

/** Memory of a process and all below it, as Linux tells it; 0 elsewhere. */
function residentMegabytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return (pages * 4096) / 1e6 + children.reduce((sum, child) => sum + residentMegabytes(child), 0)
  } catch {
    // The process has ended between two looks.
    return 0
  }
}

const rows = HOSTILE.flatMap(({ expected }) => Object.entries(expected))
const of = (kind: Expected['kind']) => rows.filter(([, what]) => what.kind === kind)
const shown = ([name, what]: readonly [string, Expected]) => [JSON.stringify(name), name, what] as const

describe('a folder of hostile and broken files', () => {
  it('has 40 of them or more', () => {
    expect(of('failed').length).toBeGreaterThanOrEqual(40)
  })

  it('is imported to its end, with exit code 1', () => {
    expect(stderr).not.toContain('internal')
    expect(code).toBe(1)
  })

  it('takes no more memory than allowed', () => {
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })

  it.each(of('in').map(shown))('%s is in', (_, name) => {
    expect(stored).toContain(join(folder, name))
  })

  it.each(of('failed').map(shown))('%s has its own message, in English and in Chinese', (_, name, expected) => {
    if (expected.kind !== 'failed') throw new Error('not a failure')
    const path = join(folder, name)
    const failure = summary.failures.find((one) => one.path === path)
    expect(failure).toMatchObject({ code: expected.code })
    expect(failure?.advice).not.toBe('')
    if (expected.limit !== undefined) {
      expect(failure?.message).toMatch(new RegExp(`\\b(?:${expected.limit})\\b`))
      expect(failure?.advice).toContain('--limit')
    }
    expect(stored).not.toContain(path)
    expect(stderr).toContain(zhErrors[expected.code].title)
  })

  it('has no failures but these', () => {
    const expected = of('failed').map(([name]) => join(folder, name))
    expect(summary.failures.map(({ path }) => path).sort()).toEqual(expected.sort())
  })

  it('has files that are left aside, each for its reason', () => {
    const counts: Record<string, number> = {}
    for (const [, what] of of('skipped'))
      if (what.kind === 'skipped') counts[what.reason] = (counts[what.reason] ?? 0) + 1
    expect(summary.skipped).toEqual(counts)
  })

  it('writes nothing outside, whatever the names in an archive say', () => {
    expect(readdirSync(root).filter((name) => !name.startsWith('baoshu.db'))).toEqual(['reports'])
    expect(existsSync('/etc/root.txt')).toBe(false)
  })
})
