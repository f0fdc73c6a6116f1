import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const environment = (language: string) => ({ PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: language })

/** What the real program does with a command line, in a folder of its own. */
export function baoshu(folder: string, args: readonly string[], language = 'en_US.UTF-8'): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(language),
    maxBuffer: 1 << 28,
  })
  return { code: status, stdout, stderr }
}

/** The program as a running process, for what can only be done to one. */
export function startBaoshu(folder: string, args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], {
    cwd: folder,
    env: environment('en_US.UTF-8'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('exit', (code, signal) => resolve({ code, signal })),
  )
  return { child, ended }
}

/** The records of a JSON-lines output. */
export function jsonLines<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
