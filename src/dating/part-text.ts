import type { SourceDocument } from '../model/document.ts'
import type { Evidence } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { normalizeCharacters } from '../text/normalize.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading.ts'

/** A line of a report that is neither empty, nor a table cell, nor part of the site that it was copied from. */
export interface Line extends Span {
  readonly words: string
  readonly heading: boolean
}

/** One report of a document, as dating reads it: spans are of the reading text. */
export interface PartText extends Span {
  readonly document: SourceDocument
  readonly reading: ReadingText
  readonly rulebook: RuleBook
  readonly lines: readonly Line[]
  readonly paragraphs: readonly Paragraph[]
  /** File name without its suffix, characters normalised; the name of the bundle in a part of one. */
  readonly fileName: string
  /** Whether this is one of several reports that only a number names. */
  readonly numbered: boolean
}

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g

/** The words of a stretch without invisible characters, stray quote signs and the spaces that set Han characters apart. */
export function cleanWords(words: string): string {
  return words
    .replace(INVISIBLE, '')
    .replace(/[>\n]/g, '')
    .replace(/ (?<=[\u3400-\u9fff] ) *(?=[\u3400-\u9fff])/g, '')
    .replace(/ (?<=[\u3400-\u9fff] ) *(?=\d)| (?<=\d ) *(?=[\u3400-\u9fff])/g, '')
    .trim()
}

/** The part of `document` between the offsets `span` of its reading text. */
export function partText(
  document: SourceDocument,
  reading: ReadingText,
  paragraphs: readonly Paragraph[],
  chrome: (paragraph: Paragraph) => boolean,
  rulebook: RuleBook,
  span: Span,
  bundle: string | null = null,
): PartText {
  const inside = paragraphs.filter((paragraph) => paragraph.start < span.end && paragraph.end > span.start)
  const lines = inside
    .filter((paragraph) => paragraph.cell === null && !chrome(paragraph))
    .map((paragraph) => {
      const start = Math.max(paragraph.start, span.start)
      const end = Math.min(paragraph.end, span.end)
      return { start, end, words: cleanWords(reading.text.slice(start, end)), heading: paragraph.kind === 'heading' }
    })
    .filter(({ words }) => words !== '')
  const fileName = bundle ?? normalizeCharacters(document.name.normalize('NFC').replace(/\.[A-Za-z]{2,5}$/, '')).trim()
  const { start, end } = span
  return { start, end, document, reading, rulebook, lines, paragraphs: inside, fileName, numbered: bundle !== null }
}

/** A piece of evidence at a stretch of the reading text; its quote is of the source. */
export function evidenceAt(part: PartText, span: Span, says: string, rule: string): Evidence {
  const { start, end } = part.reading.toSource(span)
  return { start, end, quote: part.document.source.slice(start, end), says, rule }
}

/** A piece of evidence that the file name gives: it stands nowhere in the text. */
export function evidenceOfName(says: string, rule: string): Evidence {
  return { start: 0, end: 0, quote: '', says, rule }
}
