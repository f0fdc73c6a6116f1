export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One thing said in both languages. */
export type Words = Readonly<Record<Language, string>>

/**
 * The language of messages: `--lang` of the command line, else the locale of the environment, else that of the system.
 * Asked before the command line is parsed, so that trouble with the parsing is told in it.
 */
export function chooseLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  systemLocale: () => string,
): Language {
  const asked = askedLanguage(argv)
  if (asked !== null) return asked
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (one) => one !== undefined && one !== '',
  )
  return (locale ?? systemLocale()).toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

function askedLanguage(argv: readonly string[]): Language | null {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  if (at < 0) return null
  const text = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length)
  return LANGUAGES.find((language) => language === text) ?? null
}
