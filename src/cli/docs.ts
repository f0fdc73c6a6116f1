import type { Command } from './command.ts'
import { argumentForm, commandForm, commonOptions, optionForm, optionMeaning } from './help.ts'
import type { Language, Words } from './language.ts'
import { messagesIn } from './messages/messages.ts'

const TITLE: Words = { en: 'The command line', zh: '命令行' }
const NOTE: Words = {
  en: 'Made from the command objects in `src/cli/commands/`; `UPDATE=1 npx vitest run tests/cli/docs.test.ts` writes it anew.',
  zh: '由 `src/cli/commands/` 中的命令对象生成；`UPDATE=1 npx vitest run tests/cli/docs.test.ts` 可重新生成。',
}
const STREAMS: Words = {
  en: 'Data goes to stdout (or to the file of `-o`), everything for people to stderr. Messages are in Chinese or English by the locale, or by `--lang`.',
  zh: '数据写到 stdout（或 `-o` 指定的文件），给人看的信息写到 stderr。提示语言随系统区域设置，也可用 `--lang` 指定。',
}

/** The Markdown page that documents every command, in one language. */
export function docsPage(commands: readonly Command[], language: Language): string {
  const words = messagesIn(language).help
  return [
    `# ${TITLE[language]}`,
    '',
    `<!-- ${NOTE[language]} -->`,
    '',
    STREAMS[language],
    '',
    ...table(
      [words.commands, ''],
      commands.map(({ name, summary }) => [`[\`${name}\`](#${anchor(name)})`, summary[language]]),
    ),
    `## ${words.exitCodes}`,
    '',
    ...table(['', ''], Object.entries(words.exitCodeList)),
    `## ${words.options}`,
    '',
    ...table(
      ['', ''],
      commonOptions(language).map(([form, meaning]) => [`\`${form}\``, meaning]),
    ),
    ...commands.flatMap((command) => commandSection(command, language)),
  ].join('\n')
}

function commandSection(command: Command, language: Language): readonly string[] {
  const words = messagesIn(language).help
  const options = Object.values(command.options)
  return [
    `## ${command.name}`,
    '',
    `${command.summary[language]}${language === 'en' ? '.' : '。'}`,
    '',
    '```sh',
    commandForm(command),
    '```',
    '',
    ...command.details.flatMap((paragraph) => [paragraph[language], '']),
    ...(command.arguments.length === 0
      ? []
      : table(
          [words.arguments, ''],
          command.arguments.map((argument) => [`\`${argumentForm(argument)}\``, argument.summary[language]]),
        )),
    ...(options.length === 0
      ? []
      : table(
          [words.options, ''],
          options.map((option) => [`\`${optionForm(option)}\``, optionMeaning(option, language)]),
        )),
    `${words.examples}:`,
    '',
    '```sh',
    ...command.examples.flatMap((example) => [`# ${example.summary[language]}`, example.command]),
    '```',
    '',
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

function anchor(name: string): string {
  return name.replaceAll(' ', '-')
}
