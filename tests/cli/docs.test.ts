import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { docsPage } from '../../src/cli/docs.ts'
import { LANGUAGES } from '../../src/cli/language.ts'

const PAGES = { en: '../../docs/cli.md', zh: '../../docs/cli.zh-CN.md' }

describe('docs', () => {
  test.each(LANGUAGES)('the page in %s is what the command objects make', (language) => {
    const page = new URL(PAGES[language], import.meta.url)
    if (process.env.UPDATE === '1') writeFileSync(page, docsPage(COMMANDS, language))
    expect(readFileSync(page, 'utf8')).toBe(docsPage(COMMANDS, language))
  })
})

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s is documented', (name, command) => {
  test('has examples that call it, and a paragraph', () => {
    expect(command.examples.length).toBeGreaterThan(0)
    expect(command.details.length).toBeGreaterThan(0)
    for (const example of command.examples) expect(`${example.command} `).toContain(`baoshu ${name} `)
  })

  test('uses only its own options in its examples', () => {
    const known = Object.values(command.options).flatMap(({ flag, short }) => [flag, short])
    const used = command.examples.flatMap((example) => example.command.match(/(?<= )--?[a-z][\w-]*/g) ?? [])
    expect(used.filter((flag) => !known.some((one) => one === flag))).toEqual([])
  })

  test('says everything in both languages', () => {
    const said = [
      command.summary,
      ...command.details,
      ...command.arguments.map(({ summary }) => summary),
      ...Object.values(command.options).flatMap(({ summary, expected }) => [summary, expected]),
      ...command.examples.map(({ summary }) => summary),
    ]
    for (const { en, zh } of said) {
      expect(en).toMatch(/[a-z]/)
      expect(en).not.toMatch(/[，。；：]/)
      expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })

  test('has one meaning for each flag', () => {
    const flags = Object.values(command.options).flatMap(({ flag, short }) =>
      short === undefined ? [flag] : [flag, short],
    )
    expect(new Set(flags).size).toBe(flags.length)
  })
})
