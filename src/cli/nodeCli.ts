import { once } from 'node:events'
import type { Cli } from './cli.ts'
import { EXIT } from './command.ts'
import { chooseLanguage } from './language.ts'
import { messagesIn } from './messages/messages.ts'

const CLEAR_LINE = '\r\u001b[K'

/** The world of a command in a Node process: its streams, signals, locale and clock. */
export function nodeCli(argv: readonly string[]): Cli {
  const { stdout, stderr } = process
  const language = chooseLanguage(argv, process.env, () => Intl.DateTimeFormat().resolvedOptions().locale)
  const began = performance.now()
  let shown = false
  const clear = () => {
    if (shown) stderr.write(CLEAR_LINE)
    shown = false
  }
  // Whoever read our output has gone (`| head`): there is no one left to work for, and nothing is wrong.
  stdout.on('error', leaveQuietly)
  stderr.on('error', leaveQuietly)
  return {
    language,
    words: messagesIn(language),
    async writeData(text) {
      clear()
      if (!stdout.write(text)) await once(stdout, 'drain')
    },
    tell(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    showProgress(line) {
      if (!stderr.isTTY) return
      if (line === null) return clear()
      stderr.write(`${CLEAR_LINE}${line}`)
      shown = true
    },
    columns: stdout.isTTY ? stdout.columns : null,
    interruptSignal,
    elapsed: () => performance.now() - began,
  }
}

function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  throw error
}

/** From now on the first Ctrl-C (or SIGTERM) aborts the signal, and the second one ends the process at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted)
    controller.abort()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return controller.signal
}
