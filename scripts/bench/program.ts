import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is published; this file stands bundled in `out/bench/` when it runs. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
export const MAIN = join(DIST, 'cli', 'main.js')

const TELL_AT_EXIT = `data:text/javascript,${encodeURIComponent(`
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write('\\n' + JSON.stringify({ memory_MB: maxRSS / 1024, cpu_ms: (userCPUTime + systemCPUTime) / 1000 }))
})`)}`

/** What one whole process took, by the account of its own system. */
export interface ProcessTaking {
  /** The most that it held at once. */
  readonly memory_MB: number
  readonly cpu_ms: number
}

/** What a run of the built program took. Throws where it fails: that would be fast. */
export function runProgram(args: readonly string[]): ProcessTaking {
  if (!existsSync(MAIN)) throw new Error('there is no built program: npm run build')
  return runNode([MAIN, ...args])
}

/** What a run of Node that does nothing took. */
export function runNothing(): ProcessTaking {
  return runNode(['-e', '0'])
}

function runNode(args: readonly string[]): ProcessTaking {
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_AT_EXIT, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`)
  return JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as ProcessTaking
}
