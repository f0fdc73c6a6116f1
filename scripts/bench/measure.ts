import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** What one action took. */
export interface Taking {
  /** Of the wall clock. */
  readonly milliseconds: number
  /** Of the processors, in this process with all its threads; less shaken by what else the machine does. */
  readonly cpu: number
}

export async function timed<T>(action: () => T | Promise<T>): Promise<Taking & { readonly result: T }> {
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  const result = await action()
  const milliseconds = performance.now() - before
  const { user, system } = process.cpuUsage(cpuBefore)
  return { milliseconds, cpu: (user + system) / 1000, result }
}

/**
 * The least wall time of each action over several rounds, in milliseconds: the actions take turns, so that a busy
 * moment of the machine falls on all of them alike.
 */
export async function leastTimes<Name extends string>(
  rounds: number,
  actions: Readonly<Record<Name, () => unknown>>,
): Promise<Readonly<Record<Name, number>>> {
  const least = Object.fromEntries(Object.keys(actions).map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Name,
    number
  >
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(actions) as Name[]) {
      const { milliseconds } = await timed(actions[name])
      least[name] = Math.min(least[name], milliseconds)
    }
  return least
}

/** What the processors gave to all processes that this one started and that have ended, in seconds; 0 where no one tells. */
export function childrenSeconds(): number {
  return secondsOf('self', 14)
}

/** What the processors gave to this process and to all that it started, in seconds; of this one alone where no one tells more. */
export function familySeconds(): number {
  const { user, system } = process.cpuUsage()
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  const running = (stdout ?? '').split('\n').filter((pid) => pid.trim() !== '')
  return (user + system) / 1_000_000 + running.reduce((sum, pid) => sum + secondsOf(pid.trim(), 12), childrenSeconds())
}

/** Two neighbouring times of a process, counted in the fields behind its name: of itself (12), of those that it waited for (14). */
function secondsOf(pid: string, field: 12 | 14): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 0
  const stat = readFileSync(path, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')'))
    .split(' ')
    .slice(field, field + 2)
    .map(Number)
  return (user + system) / TICKS_A_SECOND
}

const TICKS_A_SECOND = 100
