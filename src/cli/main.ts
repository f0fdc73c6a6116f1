#!/usr/bin/env node
import { COMMANDS } from './commands.ts'
import { nodeCli } from './nodeCli.ts'
import { runProgram } from './program.ts'

const argv = process.argv.slice(2)
const cli = nodeCli(argv)
try {
  process.exitCode = await runProgram(argv, COMMANDS, cli)
} catch (error) {
  cli.showProgress(null)
  cli.tell(`baoshu: ${cli.words.trouble.bug}`)
  cli.tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
}
