import { describe, expect, test } from 'vitest'
import { chooseLanguage } from '../../src/cli/language.ts'
import { timeLeft } from '../../src/cli/progress.ts'
import { exitCodeOf, troubleLines } from '../../src/cli/trouble.ts'
import { BaoshuError, ERROR_CODES } from '../../src/model/error.ts'

describe('chooseLanguage', () => {
  const cases: readonly [argv: string[], environment: Record<string, string>, system: string, language: string][] = [
    [[], {}, 'en-US', 'en'],
    [[], {}, 'zh-CN', 'zh'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
    [[], { LANG: 'zh_TW.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'zh-CN', 'en'],
    [[], { LC_ALL: '', LANG: 'zh_CN' }, 'en-US', 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh-CN', 'en'],
    [['facts', '--lang', 'zh'], { LANG: 'en_US' }, 'en-US', 'zh'],
    [['--lang=en', 'facts'], { LANG: 'zh_CN' }, 'zh-CN', 'en'],
    [['--lang', 'fr'], { LANG: 'zh_CN' }, 'en-US', 'zh'],
    [['--lang'], {}, 'en-US', 'en'],
  ]
  test.each(cases)('%j with %j on %s → %s', (argv, environment, system, language) => {
    expect(chooseLanguage(argv, environment, () => system)).toBe(language)
  })
})

describe('timeLeft', () => {
  const cases: readonly [elapsed: number, done: number, total: number, left: string | null][] = [
    [0, 0, 10, null],
    [1000, 1, 10, '0:09'],
    [60_000, 1, 62, '61:00'],
    [5000, 10, 10, null],
    [900, 9, 10, '0:01'],
  ]
  test.each(cases)('%i ms for %i of %i → %s', (elapsed, done, total, left) => {
    expect(timeLeft(elapsed, done, total)).toBe(left)
  })
})

describe('every error code', () => {
  test.each(ERROR_CODES)(
    '%s is told in both languages, with what to do, and ends with a code of the contract',
    (code) => {
      const error = new BaoshuError(code, 'what happened', { place: 'a.txt', advice: 'Do this.' })
      const english = troubleLines(error, 'en').join('\n')
      expect(english).toContain(`[${code}] a.txt: what happened`)
      expect(english).toContain('what to do: Do this.')
      const chinese = troubleLines(error, 'zh').join('\n')
      expect(chinese).toContain(`[${code}]`)
      expect(chinese).toContain('what happened')
      expect([1, 2, 3]).toContain(exitCodeOf(error))
    },
  )
})
