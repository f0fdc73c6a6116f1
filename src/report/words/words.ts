import type { PageLanguage } from '../data.ts'
import { en } from './en.ts'
import { type PageWords, zh } from './zh.ts'

export type { PageWords }

/** What the page says, in a language. */
export function wordsIn(language: PageLanguage): PageWords {
  return language === 'zh' ? zh : en
}
