import { readPartSections, readProfiles } from '../dating/profile.ts'
import { extractFigures } from '../extract/extract.ts'
import { findNumerals } from '../extract/numerals.ts'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Mention } from '../model/mention.ts'
import type { GivenProfile } from '../model/report.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { normalizeCharacters } from '../text/normalize.ts'
import { type Paragraph, readParagraphs } from '../text/paragraphs.ts'
import { readText } from '../text/reading.ts'
import { findRepairs } from '../text/repair.ts'
import type { Segmenter } from '../text/segmenter.ts'

export interface ReadOptions {
  readonly given?: GivenProfile
  readonly segmenter: Segmenter
}

const LONGEST_CHROME = 600
const LONGEST_FURNITURE = 80

/** Whether a paragraph is part of the site or viewer that the text was copied from. */
function isChrome(text: string, paragraph: Paragraph, rulebook: RuleBook): boolean {
  const length = paragraph.end - paragraph.start
  if (paragraph.cell !== null || length > LONGEST_CHROME) return false
  const found = rulebook.chrome.find(text, paragraph.start, paragraph.end)
  if (found.some((match) => match.row.strength === 'strong')) return true
  return length <= LONGEST_FURNITURE && found.length > 0 && !text.slice(paragraph.start, paragraph.end).includes('。')
}

/** Everything that a document says in figures. Pure: the same document, rules and word of the user give the same. */
export function readReport(document: SourceDocument, rulebook: RuleBook, options: ReadOptions): Extraction {
  const base = normalizeCharacters(document.source)
  const reading = readText(base, findRepairs(base, document.blocks))
  const paragraphs = readParagraphs(reading, document.blocks)
  // Asked by dating and for every numeral of the paragraph.
  const known = new Map<Paragraph, boolean>()
  const chrome = (paragraph: Paragraph): boolean => {
    const is = known.get(paragraph) ?? isChrome(reading.text, paragraph, rulebook)
    known.set(paragraph, is)
    return is
  }
  const dating = readProfiles(document, reading, paragraphs, chrome, rulebook, options.given ?? {})
  const { reports } = dating
  const figures = extractFigures(
    { document, reading, ...readPartSections(reading, paragraphs, rulebook, dating), chrome, reports },
    rulebook,
    options.segmenter,
  )
  const removed: Mention[] = reading.edits.flatMap((edit) =>
    edit.numerals === null
      ? []
      : findNumerals(base.slice(edit.start, edit.end)).map((numeral) => {
          const start = edit.start + numeral.start
          const end = edit.start + numeral.end
          return {
            start,
            end,
            quote: document.source.slice(start, end),
            class: edit.numerals ?? 'reference',
            rule: edit.rule,
          }
        }),
  )
  const mentions = [...figures.mentions, ...removed].sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    document: document.id,
    reports,
    facts: figures.facts,
    mentions,
    findings: [...document.findings, ...dating.findings, ...figures.findings],
  }
}
