import type { Cli } from './cli.ts'

/** Redrawing more often than this is seen by nobody. */
const REDRAW_AFTER = 100

/** How far an import is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly facts: number
  readonly failed: number
  /** Files a second. */
  readonly rate: string | null
  /** Time left, as `m:ss`. */
  readonly left: string | null
}

/** Counts files as they are done and keeps one line of it on the terminal. */
export function createProgress(cli: Cli): {
  start(total: number): void
  file(outcome: string, facts: number): void
  /** An archive was one file of the total; it has so many. */
  archive(members: number): void
} {
  let total = 0
  let done = 0
  let facts = 0
  let failed = 0
  let drawn = Number.NEGATIVE_INFINITY
  let began = 0
  const draw = () => {
    const now = cli.elapsed()
    if (now - drawn < REDRAW_AFTER && done < total) return
    drawn = now
    const [rate, left] = [filesASecond(now - began, done), timeLeft(now - began, done, total)]
    cli.showProgress(cli.words.import.progress({ done, total, facts, failed, rate, left }))
  }
  return {
    start(files) {
      total = files
      began = cli.elapsed()
      draw()
    },
    archive(members) {
      total += members - 1
      draw()
    },
    file(outcome, found) {
      done += 1
      facts += found
      if (outcome === 'failed') failed += 1
      draw()
    },
  }
}

/** Files done in a second, as `12.3`; null while nothing can be said. */
export function filesASecond(elapsed: number, done: number): string | null {
  return done === 0 || elapsed <= 0 ? null : ((done / elapsed) * 1000).toFixed(1)
}

/** Time until the last file is done, as `m:ss`, if the others take as long; null while nothing can be said. */
export function timeLeft(elapsed: number, done: number, total: number): string | null {
  if (done === 0 || done >= total) return null
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
