import type { Language } from './language.ts'
import type { Messages } from './messages/messages.ts'

/** What a command is given of the world around it. */
export interface Cli {
  readonly language: Language
  readonly words: Messages
  /** Writes data; waits while the reader is slow. */
  writeData(text: string): Promise<void>
  /** Says one line to the person at the terminal. */
  tell(line: string): void
  /** Shows a passing state on the terminal, in place of the one before; null takes it away. Nothing without a terminal. */
  showProgress(line: string | null): void
  /** Columns of the terminal that data goes to; null where it goes elsewhere. */
  readonly columns: number | null
  /** From this call on the first Ctrl-C aborts the signal instead of ending the process. */
  interruptSignal(): AbortSignal
  /** Milliseconds since the command began. */
  elapsed(): number
}
