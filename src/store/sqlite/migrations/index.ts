import { archiveTables } from './0001-archive.ts'
import { seriesViews } from './0002-series.ts'
import { checkViews } from './0003-checks.ts'
import { sentenceSearch } from './0004-search.ts'
import { findingViews } from './0005-contradictions.ts'
import { factChanges } from './0006-fact-changes.ts'
import { baseViews } from './0007-bases.ts'
import { sumViews } from './0008-sums.ts'
import { englishNames } from './0009-english-names.ts'
import { unnamedViews } from './0010-unnamed.ts'
import { unnamedClaims } from './0011-unnamed-claims.ts'
import { fewerIndexes } from './0012-fewer-indexes.ts'

/** A step of the schema: its name is recorded in the database when it has been applied. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** Every step from an empty file to the schema of this version, in order. Append only: a released step never changes. */
export const MIGRATIONS: readonly Migration[] = [
  archiveTables,
  seriesViews,
  checkViews,
  sentenceSearch,
  findingViews,
  factChanges,
  baseViews,
  sumViews,
  englishNames,
  unnamedViews,
  unnamedClaims,
  fewerIndexes,
]
