import type { BenchFigure } from './figure.ts'
import { runNothing, runProgram } from './program.ts'

const ROUNDS = 9

/** What the program takes before it does anything, against Node that does nothing: processor time of whole processes. */
export async function benchStartup(): Promise<readonly BenchFigure[]> {
  const nothing: number[] = []
  const help: number[] = []
  // In turn, so that a busy moment of the machine falls on both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    nothing.push(runNothing().cpu_ms)
    help.push(runProgram(['--help']).cpu_ms)
  }
  return [
    {
      name: 'startup.help',
      what: 'baoshu --help against node -e 0, processor time',
      is: Math.min(...help) / Math.min(...nothing),
      wants: { at: 'most', bound: 3 },
      from: { help_ms: Math.min(...help), node_ms: Math.min(...nothing) },
    },
  ]
}
