import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import type { Fact } from '../../src/model/fact.ts'
import { overlaps } from '../../src/model/span.ts'
import type { ReportReader } from '../../src/pipeline/reportReader.ts'
import { type GoldReport, loadGoldSet } from '../score/gold.ts'
import { compareFacts, type FactParity, isSame } from './compare.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Annotated by other hands than ours and not part of the repository. */
export const OUTSIDE_REPORTS = '../shared/gold/dev'
const FOLDERS = [OUTSIDE_REPORTS, 'fixtures/reports/gold', 'fixtures/reports/varied/dev']

/** The reports that are there, and the folders that are not. */
export function loadParityReports(): { readonly reports: readonly GoldReport[]; readonly absent: readonly string[] } {
  const there = FOLDERS.filter((folder) => existsSync(resolve(ROOT, folder)))
  return {
    reports: there.flatMap((folder) => loadGoldSet(resolve(ROOT, folder))),
    absent: FOLDERS.filter((folder) => !there.includes(folder)),
  }
}

/** A report as its plain text is read: what every rendering is held to. */
export interface Original {
  readonly report: GoldReport
  readonly facts: readonly Fact[]
}

export async function readOriginal(report: GoldReport, reader: ReportReader): Promise<Original> {
  const { facts } = await readBytes(new TextEncoder().encode(report.text), `${report.name}.txt`, reader)
  return { report, facts }
}

/** A rendering of a report: what was read, and how its facts compare. */
export interface RenderingParity {
  readonly facts: readonly (FactParity & { readonly inGold: boolean })[]
  /** Facts that only the rendering has. */
  readonly added: readonly Fact[]
  readonly report: string
  readonly way: string
  readonly document: SourceDocument
  /** Of the facts that gold and the plain text share, those that were found with the same record. */
  readonly gold: { readonly all: number; readonly same: number }
}

export async function compareRendering(
  { report, facts }: Original,
  way: string,
  bytes: Uint8Array,
  ending: 'docx' | 'pdf',
  reader: ReportReader,
): Promise<RenderingParity> {
  const rendered = await readBytes(bytes, `${report.name}.${ending}`, reader)
  const parity = compareFacts(facts, rendered.facts)
  const all = parity.facts.map((fact) => ({
    ...fact,
    inGold: report.facts.some((gold) => overlaps(gold, fact.original)),
  }))
  const inGold = all.filter((fact) => fact.inGold)
  return {
    facts: all,
    added: parity.added,
    report: report.name,
    way,
    document: rendered.document,
    gold: { all: inGold.length, same: inGold.filter(isSame).length },
  }
}

async function readBytes(bytes: Uint8Array, name: string, reader: ReportReader) {
  const document = await ingestBytes(bytes, basename(name))
  const { facts } = await reader.read(document, {})
  return { document, facts }
}

/** Share of the gold facts of some renderings that were found with the same record. */
export function shareSame(renderings: readonly RenderingParity[]): number {
  const all = renderings.reduce((sum, { gold }) => sum + gold.all, 0)
  const same = renderings.reduce((sum, { gold }) => sum + gold.same, 0)
  return all === 0 ? 1 : same / all
}

/** One line for a person who looks for the reason why a fact is not the same. */
export function describeDifference({ original, rendered, differing }: FactParity): string {
  const place = `${original.quote} in “${original.sentence.trim().slice(0, 60)}”`
  if (rendered === null) return `lost: ${place}`
  const fields = differing.map((field) => `${field} ${original[field]} → ${rendered[field]}`)
  return `${fields.join(', ')}: ${place} ⇒ “${rendered.sentence.trim().slice(0, 60)}”`
}
