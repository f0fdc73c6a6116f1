/**
 * Writes `fixtures/reports/archive/` anew from the texts in `fixtures/reports/gold/`: `npx tsx scripts/render-reports.ts`.
 * What it writes is committed; a test renders again in memory and compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { archiveName, RENDITIONS } from './reports/archive.ts'
import { renderReport } from './reports/render.ts'

const reports = new URL('../fixtures/reports/', import.meta.url)
const archive = new URL('archive/', reports)

mkdirSync(archive, { recursive: true })
for (const rendition of RENDITIONS) {
  const text = readFileSync(new URL(`gold/${encodeURIComponent(rendition.source)}.txt`, reports), 'utf8')
  const bytes = renderReport(rendition, text)
  writeFileSync(new URL(encodeURIComponent(archiveName(rendition)), archive), bytes)
  console.error(`${archiveName(rendition)}: ${bytes.length} bytes`)
}
