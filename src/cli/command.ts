import type { Cli } from './cli.ts'
import type { Words } from './language.ts'

/** Exit codes of the contract. */
export const EXIT = { done: 0, someFailed: 1, usage: 2, storeUnusable: 3, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** One option of a command: how it is written, what it means, and how its text becomes a value. */
export interface Option<Value> {
  readonly flag: `--${string}`
  readonly short?: `-${string}`
  /** What stands for the value in help (`FILE`); null for a switch. */
  readonly value: string | null
  readonly summary: Words
  /** The words that the value is one of; absent where it is free. */
  readonly choices?: readonly string[]
  /** What the value has to be, for the message when it is not. */
  readonly expected: Words
  /** Value where the option is not given. */
  readonly fallback: Value
  /** The value that a text stands for; undefined where it stands for none. A switch reads ''. */
  read(text: string): Value | undefined
}

export type OptionTable = Readonly<Record<string, Option<unknown>>>

/** The values of a table of options, by the same names. */
export type OptionValues<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer Value> ? Value : never
}

export interface Argument {
  /** As help shows it: `PATH`. */
  readonly name: string
  readonly many: boolean
  /** Whether the command does without it; left out: it is needed. */
  readonly optional?: boolean
  readonly summary: Words
}

export interface Example {
  readonly command: string
  readonly summary: Words
}

/** One command: help, the docs page and the check that nothing is undocumented are made from it. */
export interface Command<Options extends OptionTable = OptionTable> {
  /** Words typed after `baoshu`: `import`, `documents set`. */
  readonly name: string
  readonly summary: Words
  /** Paragraphs on what the command does and what its output means. */
  readonly details: readonly Words[]
  readonly arguments: readonly Argument[]
  readonly options: Options
  readonly examples: readonly Example[]
  run(input: { readonly args: readonly string[]; readonly options: OptionValues<Options> }, cli: Cli): Promise<ExitCode>
}

/** The same command; lets the compiler infer what its options are read into. */
export function defineCommand<Options extends OptionTable>(command: Command<Options>): Command<Options> {
  return command
}
