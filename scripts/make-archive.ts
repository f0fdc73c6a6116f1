/**
 * Writes an archive of invented reports whose figures are known: `npx tsx scripts/make-archive.ts DIR`.
 *
 *   --files NUMBER       files (100)
 *   --characters NUMBER  characters of text a file in the mean (6500); each has another length
 *   --figure-every NUMBER  characters for each figure (126, as real reports have them; 30 is as dense as can be)
 *   --formats LIST       docx,pdf,txt, taken in turn
 *   --layout NAME        office (as office software lays files out) or plain (with as little as a file can have)
 *   --seed NUMBER        another seed gives other reports (1)
 *
 * `facts.jsonl` beside the reports tells every figure: {path, quote, value, unit, indicator, year, status}. The same
 * options give the same bytes.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  ARCHIVE_FORMATS,
  type ArchiveFormat,
  CHARACTERS,
  LAYOUTS,
  type Layout,
  writeArchive,
} from './archive/write-archive.ts'
import { CHARACTERS_A_FIGURE } from './archive/write-report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '100' },
    characters: { type: 'string', default: String(CHARACTERS) },
    'figure-every': { type: 'string', default: String(CHARACTERS_A_FIGURE.real) },
    formats: { type: 'string', default: ARCHIVE_FORMATS.join(',') },
    layout: { type: 'string', default: 'office' },
    seed: { type: 'string', default: '1' },
  },
})
const [folder] = positionals
if (folder === undefined || positionals.length > 1) throw new Error('name one folder to write into')

mkdirSync(folder, { recursive: true })
const known = openSync(join(folder, 'facts.jsonl'), 'w')
const counts = { files: 0, bytes: 0, facts: 0 }
const shape = {
  files: readNumber('files', values.files),
  characters: readNumber('characters', values.characters),
  charactersAFigure: readNumber('figure-every', values['figure-every']),
  formats: values.formats.split(',').map(readFormat),
  layout: readLayout(values.layout),
  seed: readNumber('seed', values.seed),
}
for (const { path, bytes, facts } of writeArchive(folder, shape)) {
  for (const fact of facts) writeSync(known, `${JSON.stringify({ path, ...fact })}\n`)
  counts.files += 1
  counts.bytes += bytes
  counts.facts += facts.length
}
closeSync(known)
console.log(`${counts.files} files, ${counts.bytes} bytes, ${counts.facts} known facts in ${folder}`)

function readNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${option} wants a whole number: ${text}`)
  return Number(text)
}

function readFormat(name: string): ArchiveFormat {
  const format = ARCHIVE_FORMATS.find((each) => each === name)
  if (format === undefined) throw new Error(`--formats knows ${ARCHIVE_FORMATS.join(', ')}, not ${name}`)
  return format
}

function readLayout(name: string): Layout {
  const layout = LAYOUTS.find((each) => each === name)
  if (layout === undefined) throw new Error(`--layout knows ${LAYOUTS.join(', ')}, not ${name}`)
  return layout
}
