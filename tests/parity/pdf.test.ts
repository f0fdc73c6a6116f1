import { describe, expect, it } from 'vitest'
import { isSame } from '../../scripts/parity/compare.ts'
import {
  compareRendering,
  describeDifference,
  loadParityReports,
  type RenderingParity,
  readOriginal,
  shareSame,
} from '../../scripts/parity/measure.ts'
import { hasOffice, printPdfs } from '../../scripts/parity/print-pdf.ts'
import { renderDocx } from '../../scripts/parity/render-docx.ts'
import { PDF_WAYS } from '../../scripts/parity/ways.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'

const WANTED = 0.98
const MINUTES = 60_000

const office = hasOffice()
const title = office
  ? 'as PDFs printed by LibreOffice'
  : 'as PDFs: SKIPPED, soffice is not installed (Debian: libreoffice-writer-nogui fonts-noto-cjk fonts-wqy-zenhei)'

describe.skipIf(!office)(title, () => {
  const reader = loadReportReader()
  const { reports } = loadParityReports()
  const all: RenderingParity[] = []

  it.each(PDF_WAYS)(
    '$name: the facts of the plain texts',
    async (way) => {
      const files = printPdfs(reports.map(({ text }) => renderDocx(text, way)))
      const renderings: RenderingParity[] = []
      for (const [at, report] of reports.entries()) {
        const original = await readOriginal(report, reader)
        renderings.push(await compareRendering(original, way.name, files[at] ?? new Uint8Array(), 'pdf', reader))
      }
      all.push(...renderings)
      const differing = renderings.flatMap(({ report, facts }) =>
        facts.filter((fact) => !isSame(fact)).map((fact) => `${report}: ${describeDifference(fact)}`),
      )
      expect(shareSame(renderings), differing.join('\n')).toBeGreaterThanOrEqual(WANTED)
    },
    5 * MINUTES,
  )

  it('of all gold facts of the plain texts, enough have the same record', () => {
    expect(all).toHaveLength(PDF_WAYS.length * reports.length)
    expect(shareSame(all)).toBeGreaterThanOrEqual(WANTED)
  })
})
