import { Command as CommanderCommand, CommanderError, Option as CommanderOption } from 'commander'
import { BaoshuError } from '../model/error.ts'
import type { Cli } from './cli.ts'
import { type Command, EXIT, type ExitCode, type OptionTable, type OptionValues } from './command.ts'
import { commandHelp, optionForm, programHelp } from './help.ts'
import { LANGUAGES } from './language.ts'
import { exitCodeOf, troubleLines, usageError } from './trouble.ts'
import { version } from './version.ts'

/**
 * The exit code of one call of the program. Troubles that the user can act on are told on stderr; any other error is our
 * bug and is thrown.
 */
export async function runProgram(argv: readonly string[], commands: readonly Command[], cli: Cli): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done
  const program = buildProgram(commands, cli, (code) => {
    exitCode = code
  })
  try {
    if (argv.length === 0) {
      cli.tell(programHelp(commands, cli.language).trimEnd())
      return EXIT.usage
    }
    const [first, ...rest] = argv
    await program.parseAsync(first === 'help' ? [...rest, '--help'] : argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof HelpAsked) {
      await cli.writeData(error.text)
      return EXIT.done
    }
    const trouble =
      error instanceof CommanderError ? readCommanderError(error, askedCommand(argv, commands), cli) : error
    if (!(trouble instanceof BaoshuError)) throw error
    cli.showProgress(null)
    for (const line of troubleLines(trouble, cli.language)) cli.tell(line)
    return exitCodeOf(trouble)
  }
}

/** Thrown by commander's callbacks to leave the parsing: the text goes to stdout. */
class HelpAsked extends Error {
  readonly text: string
  constructor(text: string) {
    super('help')
    this.text = text
  }
}

function buildProgram(commands: readonly Command[], cli: Cli, finish: (code: ExitCode) => void): CommanderCommand {
  const root = prepared(new CommanderCommand('baoshu'), programHelp(commands, cli.language))
  root.option('-V, --version').on('option:version', () => {
    throw new HelpAsked(`${version}\n`)
  })
  root.helpCommand(false)
  for (const command of commands) {
    const [group = '', name] = command.name.split(' ')
    const parent = name === undefined ? root : groupOf(root, group, commands, cli)
    const node = prepared(new CommanderCommand(name ?? group), commandHelp(command, cli.language))
    for (const argument of command.arguments) {
      const name = argument.many ? `${argument.name}...` : argument.name
      node.argument(argument.optional === true ? `[${name}]` : `<${name}>`)
    }
    for (const option of Object.values(command.options))
      node.addOption(
        new CommanderOption(optionForm({ ...option, value: option.value === null ? null : `<${option.value}>` })),
      )
    node.action(async () => {
      const options = readOptions(command, node, cli)
      finish(await command.run({ args: node.args, options }, cli))
    })
    parent.addCommand(node)
  }
  return root
}

/** The command that a two-word command hangs under; made where it is no command of its own (`rules`). */
function groupOf(root: CommanderCommand, name: string, commands: readonly Command[], cli: Cli): CommanderCommand {
  const found = root.commands.find((one) => one.name() === name)
  if (found !== undefined) return found
  const members = commands.filter((command) => command.name.startsWith(`${name} `))
  const group = prepared(new CommanderCommand(name), programHelp(members, cli.language))
  root.addCommand(group)
  return group
}

function prepared(node: CommanderCommand, help: string): CommanderCommand {
  return node
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({ formatHelp: () => help })
    .enablePositionalOptions()
    .helpOption(false)
    .option('-h, --help')
    .on('option:help', () => {
      throw new HelpAsked(help)
    })
    .addOption(new CommanderOption('--lang <LANGUAGE>').choices(LANGUAGES))
}

/** The options as the command's own table reads them; throws `usage` for a value that it cannot read. */
function readOptions(command: Command, node: CommanderCommand, cli: Cli): OptionValues<OptionTable> {
  const given: Readonly<Record<string, unknown>> = node.optsWithGlobals()
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(command.options)) {
    const text = given[new CommanderOption(option.flag).attributeName()]
    if (text === undefined) {
      values[name] = option.fallback
      continue
    }
    const value = option.read(text === true ? '' : String(text))
    if (value === undefined)
      throw usageError(
        cli.words.usage.wrongValue(option.flag, String(text), option.expected[cli.language]),
        cli.words.usage.seeHelp(`baoshu ${command.name}`),
      )
    values[name] = value
  }
  return values
}

/** What commander found wrong, by its code, in the words of the user's language. */
function readCommanderError(error: CommanderError, asked: string, cli: Cli): BaoshuError {
  const words = cli.words.usage
  const [subject = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1]
  const advice = suggestion === undefined ? words.seeHelp(asked) : words.suggestion(suggestion)
  const flag = /--[\w-]+/.exec(subject)?.[0] ?? subject
  switch (error.code) {
    case 'commander.unknownCommand':
      return usageError(words.unknownCommand(subject), advice)
    case 'commander.unknownOption':
      return usageError(words.unknownOption(subject), advice)
    case 'commander.missingArgument':
      return usageError(words.missingArgument(subject), advice)
    case 'commander.optionMissingArgument':
      return usageError(words.missingValue(flag), advice)
    case 'commander.excessArguments':
      return usageError(words.tooManyArguments, advice)
    case 'commander.invalidArgument':
      return usageError(words.wrongValue(flag, second, LANGUAGES.join(', ')), advice)
    case 'commander.help':
      return usageError(words.missingArgument('COMMAND'), advice)
    default:
      return usageError(error.message, advice)
  }
}

/** The command that a call seems to mean, as it is typed: the one whose name it begins with, else the program. */
function askedCommand(argv: readonly string[], commands: readonly Command[]): string {
  const typed = `${argv.join(' ')} `
  const names = commands.map(({ name }) => name).filter((name) => typed.startsWith(`${name} `))
  return ['baoshu', ...names.sort((a, b) => b.length - a.length).slice(0, 1)].join(' ')
}
