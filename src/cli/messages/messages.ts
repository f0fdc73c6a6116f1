import type { Language } from '../language.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Every message of the program: a text, or a function that makes one of the things that it speaks of. */
export type Messages = typeof en

/** The catalogue of a language. */
export function messagesIn(language: Language): Messages {
  return language === 'zh' ? zh : en
}
