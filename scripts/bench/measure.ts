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
