/**
 * Writes `fixtures/scans/` anew: reports of `fixtures/reports/gold/` printed, and drawn as black and white pictures, the
 * way an office scanner leaves them: `npx tsx scripts/render-scans.ts`. Needs soffice (LibreOffice), pdftoppm (Poppler)
 * and a Chinese font, and what they print differs from version to version: the files are committed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderDocx } from './reports/docx.ts'
import { readOutline } from './reports/outline.ts'
import { type Bitmap, readGreyPicture, renderScan } from './reports/scan.ts'

const REPORTS = ['淮津市图书馆2022年度工作总结', '云溪县2023年国民经济和社会发展统计公报（文化旅游部分）']
const RESOLUTION = 300

const gold = fileURLToPath(new URL('../fixtures/reports/gold/', import.meta.url))
const scans = fileURLToPath(new URL('../fixtures/scans/', import.meta.url))
mkdirSync(scans, { recursive: true })
for (const report of REPORTS) {
  const bytes = renderScan(drawPages(readFileSync(join(gold, `${report}.txt`), 'utf8')))
  writeFileSync(join(scans, `${report}.pdf`), bytes)
  console.error(`${report}.pdf: ${bytes.length} bytes`)
}

/** The pages that a text prints on as a Word document, as pictures. */
function drawPages(text: string): readonly Bitmap[] {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-scan-'))
  try {
    writeFileSync(join(folder, 'report.docx'), renderDocx(readOutline(text), 'typed', ''))
    run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')])
    run('pdftoppm', ['-r', String(RESOLUTION), '-gray', join(folder, 'report.pdf'), join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'))
    return pages.toSorted().map((name) => readGreyPicture(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, options: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, options, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr}`)
}
