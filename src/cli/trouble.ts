import { BaoshuError, type ErrorCode } from '../model/error.ts'
import { EXIT, type ExitCode } from './command.ts'
import type { Language } from './language.ts'
import { messagesIn } from './messages/messages.ts'
import { zhErrors } from './messages/zhErrors.ts'

/** A trouble as it is told: where, what and what to do. */
export interface Trouble {
  readonly code: ErrorCode
  readonly place: string | null
  readonly message: string
  readonly advice: string
}

/** Codes whose words are made by the commands, in the language of the user already. */
const SPOKEN: ReadonlySet<ErrorCode> = new Set(['usage', 'not_found'])

/** The words of a trouble in a language. English is what the rooms say; Chinese goes by the code and keeps their words. */
export function wordTrouble(trouble: Trouble, language: Language): Pick<Trouble, 'message' | 'advice'> {
  if (language === 'en' || SPOKEN.has(trouble.code)) return trouble
  const { title, advice } = zhErrors[trouble.code]
  return { message: `${title}（${trouble.message}）`, advice }
}

/** The lines that tell a person of an error that they can act on. */
export function troubleLines(trouble: Trouble, language: Language): readonly string[] {
  const { error, advice } = messagesIn(language).trouble
  const words = wordTrouble(trouble, language)
  const place = trouble.place === null || words.message.startsWith(trouble.place) ? '' : `${trouble.place}: `
  return [`baoshu: ${error} [${trouble.code}] ${place}${words.message}`, `  ${advice}: ${words.advice}`]
}

/** The exit code that a trouble ends a command with. */
export function exitCodeOf(error: BaoshuError): ExitCode {
  if (error.code.startsWith('store_')) return EXIT.storeUnusable
  const wrongUsage: readonly ErrorCode[] = ['usage', 'manifest_invalid', 'output_unwritable', 'rulebook_invalid']
  return wrongUsage.includes(error.code) ? EXIT.usage : EXIT.someFailed
}

/** A usage error in the words of the user's language. */
export function usageError(message: string, advice: string): BaoshuError {
  return new BaoshuError('usage', message, { advice })
}
