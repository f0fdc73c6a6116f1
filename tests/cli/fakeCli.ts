import type { Cli } from '../../src/cli/cli.ts'
import { messagesIn } from '../../src/cli/messages/messages.ts'

/** A world that keeps what a command says: its data, its lines to the person, and the states of its progress. */
export function fakeCli(world: Partial<Cli> = {}) {
  const said = { data: '', lines: [] as string[], progress: [] as (string | null)[] }
  const cli: Cli = {
    language: 'en',
    words: messagesIn(world.language ?? 'en'),
    writeData: async (text) => {
      said.data += text
    },
    tell: (line) => said.lines.push(line),
    showProgress: (line) => said.progress.push(line),
    columns: null,
    interruptSignal: () => new AbortController().signal,
    elapsed: () => 0,
    ...world,
  }
  return { cli, said }
}
