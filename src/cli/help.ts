import type { Argument, Command, Option } from './command.ts'
import type { Language } from './language.ts'
import { messagesIn } from './messages/messages.ts'
import { version } from './version.ts'
import { displayWidth, fitted } from './width.ts'

/** How an option is typed: `-o, --output FILE`. */
export function optionForm(option: Pick<Option<unknown>, 'flag' | 'short' | 'value'>): string {
  const short = option.short === undefined ? '' : `${option.short}, `
  return `${short}${option.flag}${option.value === null ? '' : ` ${option.value}`}`
}

/** How an argument is typed: `PATH…`. */
export function argumentForm(argument: Argument): string {
  const name = argument.many ? `${argument.name}…` : argument.name
  return argument.optional ? `[${name}]` : name
}

/** How a command is typed: `baoshu import PATH… [options]`. */
export function commandForm(command: Command): string {
  return ['baoshu', command.name, ...command.arguments.map(argumentForm), '[options]'].join(' ')
}

/** What an option means, with the value it has where it is not given. */
export function optionMeaning(option: Option<unknown>, language: Language): string {
  const words = messagesIn(language).help
  const choices = option.choices === undefined ? '' : ` (${option.expected[language]})`
  const fallback =
    typeof option.fallback === 'string' || typeof option.fallback === 'number'
      ? ` (${words.byDefault(String(option.fallback))})`
      : ''
  return `${option.summary[language]}${choices}${fallback}`
}

/** The help text of one command. */
export function commandHelp(command: Command, language: Language): string {
  const words = messagesIn(language).help
  const options = [
    ...Object.values(command.options).map((option) => [optionForm(option), optionMeaning(option, language)] as const),
  ]
  return [
    command.summary[language],
    '',
    `${words.usage}: ${commandForm(command)}`,
    ...command.details.flatMap((paragraph) => ['', paragraph[language]]),
    ...section(
      words.arguments,
      command.arguments.map((argument) => [argumentForm(argument), argument.summary[language]]),
    ),
    ...section(words.options, [...options, ...commonOptions(language)]),
    '',
    `${words.examples}:`,
    ...command.examples.flatMap((example) => [`  ${example.command}`, `      ${example.summary[language]}`]),
    '',
  ].join('\n')
}

/** The help text of the program: its commands in a list. */
export function programHelp(commands: readonly Command[], language: Language): string {
  const words = messagesIn(language).help
  return [
    words.tagline,
    '',
    `${words.usage}: baoshu COMMAND [options]`,
    ...section(
      words.commands,
      commands.map((command) => [command.name, command.summary[language]]),
    ),
    ...section(words.options, [...commonOptions(language), ['-V, --version', words.showVersion]]),
    ...section(
      words.exitCodes,
      Object.entries(words.exitCodeList).map(([code, meaning]) => [code, meaning]),
    ),
    '',
    words.more,
    '',
  ].join('\n')
}

/** The help that a bare `--help` or `--version` asks for; null for a command line that must be parsed. */
export function plainHelp(argv: readonly string[], commands: readonly Command[], language: Language): string | null {
  const [only = '', ...more] = argv
  if (more.length > 0) return null
  if (['--help', '-h', 'help'].includes(only)) return programHelp(commands, language)
  return ['--version', '-V'].includes(only) ? `${version}\n` : null
}

/** Options that every command has. */
export function commonOptions(language: Language): readonly (readonly [form: string, meaning: string])[] {
  const words = messagesIn(language).help
  return [
    ['--lang LANGUAGE', words.language],
    ['-h, --help', words.showHelp],
  ]
}

function section(title: string, rows: readonly (readonly [form: string, meaning: string])[]): readonly string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([form]) => displayWidth(form)))
  return ['', `${title}:`, ...rows.map(([form, meaning]) => `  ${fitted(form, width, 'left')}  ${meaning}`)]
}
