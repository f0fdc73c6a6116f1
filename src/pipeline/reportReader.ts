import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SourceDocument } from '../model/document.ts'
import type { Extraction } from '../model/extraction.ts'
import type { GivenProfile } from '../model/report.ts'
import { loadRuleBook } from '../rulebook/load.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import type { Reference } from '../store/port.ts'
import { readReport } from './readReport.ts'
import { referenceOf } from './reference.ts'

/** The core with its knowledge loaded: a document in, what it says out. */
export interface ReportReader {
  /** Rows and version of the rules, as the store keeps them. */
  readonly reference: Reference
  /** The dictionaries of the segmenter are loaded at the first call, so that nothing waits for them in vain. */
  read(document: SourceDocument, given: GivenProfile): Promise<Extraction>
}

/** The reader of reports by the rules of a catalogue; the built-in one where none is named. */
export function loadReportReader(options: { readonly catalogue?: string | null } = {}): ReportReader & {
  readonly rulebook: RuleBook
} {
  const rulebook = loadRuleBook(options.catalogue ?? undefined)
  return {
    rulebook,
    reference: referenceOf(rulebook),
    async read(document, given) {
      const { loadSegmenter } = await import('../text/segmenter.ts')
      return readReport(document, rulebook, { given, segmenter: await loadSegmenter(noKeywords()) })
    },
  }
}

/**
 * Weights of words for the extraction of keywords, which nothing here asks for: one word instead of 260,000 saves 20 MB and
 * a third of a second. Beside this file in the sources, above it in the built package; undefined where it is in neither.
 */
function noKeywords(): string | undefined {
  const places = ['./no-keywords.idf.utf8', '../no-keywords.idf.utf8']
  return places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path))
}
