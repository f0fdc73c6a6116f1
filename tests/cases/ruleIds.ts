import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RuleBook } from '../../src/rulebook/rulebook.ts'
import { normalizeCharacters } from '../../src/text/normalize.ts'
import { findRepairs } from '../../src/text/repair.ts'
import type { CaseReading } from './readCase.ts'

const SOURCES = ['extract', 'text'].map((room) => fileURLToPath(new URL(`../../src/${room}/`, import.meta.url)))
/** Files that tell of rules and hold none. */
const TELLERS = new Set(['explain.ts', 'ruleSentences.ts'])
const RULE_ID =
  /'((?:mention|quantity|subject|change|indicator|aspect|basis|status|year|scope|section|repair|part)\.[A-Za-z]+(?:\.[A-Za-z]+)*)'/g

/** Rules and rows that no case can show, each with the reason. */
export const UNREACHED: ReadonlyMap<string, string> = new Map([
  ...['noun', 'item', 'clause', 'columnHead', 'rowHead', 'topic', 'participants', 'visitsOfTopic'].map(
    (reader) => [`indicator.${reader}`, 'the trace names the row that decided, not its reader'] as const,
  ),
  ['quantity.recognized', 'only pictures have it: tests/ingest/ocr.test.ts'],
  ['subject.rowHeader', 'the trace says subject.carriedOver'],
  ['status.plan.will', 'the words of this row are not read yet'],
  ['status.actual.done', 'the words of this row are not read yet'],
  ['status.rule.norm', 'the words of this row are not read yet'],
  ['topic.inspection', 'its people and sessions are taken by rows of counted nouns first'],
])

const lexicons = (rulebook: RuleBook) => [
  rulebook.units, rulebook.hedges.before, rulebook.hedges.inner, rulebook.hedges.after, rulebook.names, rulebook.idioms,
  rulebook.chrome, rulebook.sections, rulebook.statuses, rulebook.counted, rulebook.topics,
] // biome-ignore format: a list

/** The ids of all rows of the rule book and of all rules in the rooms that read text. */
export function allRuleIds(rulebook: RuleBook): readonly string[] {
  const rows = lexicons(rulebook).flatMap((lexicon) => lexicon.rows.map((row) => row.id))
  const rules = SOURCES.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !TELLERS.has(file))
      .flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(RULE_ID)].map((match) => match[1] ?? ''),
      ),
  )
  return [...new Set([...rows, ...rules])].sort()
}

/** Ids of the rows that leave no trace in facts, found by their words. */
function rowsInWords(words: string, rulebook: RuleBook): readonly string[] {
  return [rulebook.names, rulebook.idioms, rulebook.chrome, rulebook.sections].flatMap((lexicon) =>
    lexicon.find(words).map((match) => match.row.id),
  )
}

/** The ids of the rules and rows that had a part in what a case asks about. */
export function idsOf({ document, fact, mentions }: CaseReading, rulebook: RuleBook): readonly string[] {
  const base = normalizeCharacters(document.source)
  const repairs = findRepairs(base, document.blocks).map((edit) => edit.rule)
  return [
    ...(fact?.rules ?? []),
    ...mentions.map((mention) => mention.rule),
    ...repairs,
    ...rowsInWords(base, rulebook),
  ]
}
