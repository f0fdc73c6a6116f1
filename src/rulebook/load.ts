import { z } from 'zod'
import { BaoshuError } from '../model/error.ts'
import { compileLexicon } from './lexicon.ts'
import { compileRegions } from './regions.ts'
import type { RuleBook } from './rulebook.ts'
import {
  chromeRow,
  countedRow,
  eventRow,
  hedgeRow,
  indicatorRow,
  issuerRow,
  regionRow,
  sectionRow,
  statusRow,
  titleRow,
  topicRow,
  unitRow,
  wordRow,
} from './schema.ts'
import bodies from './zh/bodies.json' with { type: 'json' }
import culture from './zh/catalogues/culture.json' with { type: 'json' }
import economy from './zh/catalogues/economy.json' with { type: 'json' }
import chrome from './zh/chrome.json' with { type: 'json' }
import events from './zh/events.json' with { type: 'json' }
import hedges from './zh/hedges.json' with { type: 'json' }
import idioms from './zh/idioms.json' with { type: 'json' }
import issuers from './zh/issuers.json' with { type: 'json' }
import names from './zh/names.json' with { type: 'json' }
import nominals from './zh/nominals.json' with { type: 'json' }
import regions from './zh/regions.json' with { type: 'json' }
import sections from './zh/sections.json' with { type: 'json' }
import status from './zh/status.json' with { type: 'json' }
import titles from './zh/titles.json' with { type: 'json' }
import units from './zh/units.json' with { type: 'json' }

/** Raised by hand when the behaviour of a rule changes; a change of rows shows by itself. */
const RULES_REVISION = 6

const catalogueFile = z.strictObject({
  catalogue: z.string(),
  domain: wordRow.optional(),
  indicators: z.array(indicatorRow),
  counted: z.array(countedRow),
  topics: z.array(topicRow),
})
export type Catalogue = z.infer<typeof catalogueFile>

const CATALOGUES: Readonly<Record<string, unknown>> = { culture, economy }

function parseRows<Schema extends z.ZodType>(file: string, schema: Schema, rows: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(rows)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BaoshuError('rulebook_invalid', `${file}: ${issue?.path.join('.')}: ${issue?.message}`, {
    place: file,
    advice: 'Correct the row; the schema of each table stands in src/rulebook/schema.ts.',
    cause: parsed.error,
  })
}

/** A short hash of what the rows say (FNV-1a over their JSON). */
function hashOf(value: unknown): string {
  const text = JSON.stringify(value)
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

export const catalogueNames = (): readonly string[] => Object.keys(CATALOGUES)

const loaded = new Map<string, RuleBook>()

/**
 * The compiled rule book with the named catalogue of indicators. Rows are checked once, at the first call; throws
 * `rulebook_invalid` where a row breaks its schema and `usage` for an unknown catalogue.
 */
export function loadRuleBook(catalogue = 'culture'): RuleBook {
  const known = loaded.get(catalogue)
  if (known) return known
  const file = CATALOGUES[catalogue]
  if (!file) {
    throw new BaoshuError('usage', `There is no catalogue named ${catalogue}.`, {
      place: catalogue,
      advice: `Choose one of: ${catalogueNames().join(', ')}.`,
    })
  }
  const rows = parseRows(`catalogues/${catalogue}.json`, catalogueFile, file)
  const hedgeRows = parseRows('hedges.json', z.array(hedgeRow), hedges)
  const rulebook: RuleBook = {
    catalogue,
    version: `${RULES_REVISION}.${catalogue}.${hashOf([rows, hedges, idioms, names, sections, status, units, chrome, nominals, bodies, regions, issuers, titles, events])}`,
    indicators: new Map(rows.indicators.map((row) => [row.code, row])),
    units: compileLexicon(parseRows('units.json', z.array(unitRow), units)),
    hedges: {
      before: compileLexicon(hedgeRows.filter((row) => row.side === 'before')),
      inner: compileLexicon(hedgeRows.filter((row) => row.side === 'inner')),
      after: compileLexicon(hedgeRows.filter((row) => row.side === 'after')),
    },
    names: compileLexicon(parseRows('names.json', z.array(wordRow), names)),
    idioms: compileLexicon(parseRows('idioms.json', z.array(wordRow), idioms)),
    bodies: compileLexicon(parseRows('bodies.json', z.array(wordRow), bodies)),
    nominals: compileLexicon(parseRows('nominals.json', z.array(wordRow), nominals)),
    chrome: compileLexicon(parseRows('chrome.json', z.array(chromeRow), chrome)),
    sections: compileLexicon(parseRows('sections.json', z.array(sectionRow), sections)),
    statuses: compileLexicon(parseRows('status.json', z.array(statusRow), status)),
    domain: rows.domain ? compileLexicon([rows.domain]) : null,
    counted: compileLexicon(rows.counted),
    topics: compileLexicon(rows.topics),
    regions: compileRegions(parseRows('regions.json', z.array(regionRow), regions)),
    issuers: compileLexicon(parseRows('issuers.json', z.array(issuerRow), issuers)),
    titles: compileLexicon(parseRows('titles.json', z.array(titleRow), titles)),
    events: compileLexicon(parseRows('events.json', z.array(eventRow), events)),
  }
  loaded.set(catalogue, rulebook)
  return rulebook
}
