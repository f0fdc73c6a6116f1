/**
 * Tells whether reports give the same facts as Word documents and PDFs as they give as plain text: `npm run parity`.
 *
 *   --docx        Word documents only (the PDFs are printed by LibreOffice)
 *   --report TEXT only reports whose name holds TEXT
 *   --way TEXT    only ways whose name holds TEXT
 *   --show        with a line for each fact that differs
 *   --keep DIR    writes the renderings and the text that was read out of them there
 *
 * Ends with 1 where fewer facts than wanted are the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadReportReader } from '../src/pipeline/reportReader.ts'
import { isSame } from './parity/compare.ts'
import {
  compareRendering,
  describeDifference,
  loadParityReports,
  type Original,
  type RenderingParity,
  readOriginal,
  shareSame,
} from './parity/measure.ts'
import { hasOffice, printPdfs } from './parity/print-pdf.ts'
import { renderDocx } from './parity/render-docx.ts'
import { DOCX_WAYS, PDF_WAYS, type Way } from './parity/ways.ts'

const WANTED = { docx: 0.99, pdf: 0.98 } as const

const { values } = parseArgs({
  options: {
    docx: { type: 'boolean', default: false },
    report: { type: 'string', default: '' },
    way: { type: 'string', default: '' },
    show: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})

const reader = loadReportReader()
const { reports, absent } = loadParityReports()
for (const folder of absent) console.log(`SKIPPED: ${folder} is not there.`)
const originals: Original[] = []
for (const report of reports.filter(({ name }) => name.includes(values.report)))
  originals.push(await readOriginal(report, reader))

const chosen = (ways: readonly Way[]) => ways.filter(({ name }) => name.includes(values.way))
let holds = true
tell('docx', await renderAll('docx', chosen(DOCX_WAYS), (documents) => documents))
if (!values.docx && hasOffice()) tell('pdf', await renderAll('pdf', chosen(PDF_WAYS), printPdfs))
else if (!values.docx) console.log('SKIPPED: PDF, because soffice is not installed (libreoffice-writer).')
process.exitCode = holds ? 0 : 1

async function renderAll(
  ending: 'docx' | 'pdf',
  ways: readonly Way[],
  print: (documents: readonly Uint8Array[]) => readonly Uint8Array[],
): Promise<readonly RenderingParity[]> {
  const renderings: RenderingParity[] = []
  for (const way of ways) {
    const files = print(originals.map(({ report }) => renderDocx(report.text, way)))
    for (const [at, original] of originals.entries()) {
      const bytes = files[at] ?? new Uint8Array()
      const rendering = await compareRendering(original, way.name, bytes, ending, reader)
      if (values.keep !== undefined) keep(values.keep, rendering, bytes, ending)
      renderings.push(rendering)
    }
  }
  return renderings
}

function keep(folder: string, { report, way, document }: RenderingParity, bytes: Uint8Array, ending: string): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${report}, ${way}.${ending}`)
  writeFileSync(path, bytes)
  writeFileSync(`${path}.txt`, document.source)
}

function tell(format: keyof typeof WANTED, renderings: readonly RenderingParity[]): void {
  for (const way of new Set(renderings.map(({ way }) => way))) {
    const own = renderings.filter((rendering) => rendering.way === way)
    const facts = own.flatMap(({ facts }) => facts)
    const added = own.reduce((sum, { added }) => sum + added.length, 0)
    const all = `${facts.filter(isSame).length} of all ${facts.length} facts, ${added} added`
    console.log(`${format}, ${way}: ${percent(shareSame(own))} of the gold facts; ${all}`)
    if (!values.show) continue
    for (const rendering of own) {
      for (const fact of rendering.facts.filter((fact) => !isSame(fact)))
        console.log(`  ${rendering.report}: ${describeDifference(fact)}`)
      for (const fact of rendering.added)
        console.log(`  ${rendering.report}: added: ${fact.quote} in “${fact.sentence.trim().slice(0, 60)}”`)
    }
  }
  const share = shareSame(renderings)
  if (share < WANTED[format]) holds = false
  console.log(`${format}: ${percent(share)} of the gold facts are the same; wanted: ${percent(WANTED[format])}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
