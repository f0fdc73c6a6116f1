#!/usr/bin/env node
import { COMMANDS } from './commands.ts'
import { plainHelp } from './help.ts'
import { nodeCli } from './nodeCli.ts'

const argv = process.argv.slice(2)
const cli = nodeCli(argv)
try {
  const help = plainHelp(argv, COMMANDS, cli.language)
  if (help !== null) await cli.writeData(help)
  // The parser of command lines is loaded when there is one to parse.
  else process.exitCode = await (await import('./program.ts')).runProgram(argv, COMMANDS, cli)
} catch (error) {
  cli.showProgress(null)
  cli.tell(`baoshu: ${cli.words.trouble.bug}`)
  cli.tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
}
