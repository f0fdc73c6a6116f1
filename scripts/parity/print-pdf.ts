import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Whether the office program is there that prints Word documents to PDF. */
export function hasOffice(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0
}

const MILLISECONDS_EACH = 60_000

/** The PDFs that LibreOffice prints of some Word documents, in their order. Throws where it fails on one of them. */
export function printPdfs(documents: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'baoshu-parity-'))
  try {
    mkdirSync(join(folder, 'pdf'))
    const paths = documents.map((bytes, at) => {
      const path = join(folder, `${at}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    // A profile of its own: an office that is open elsewhere would take the work and end at once.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = ['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf')]
    const { status, stderr } = spawnSync('soffice', [profile, ...options, ...paths], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: MILLISECONDS_EACH * documents.length,
    })
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
    return documents.map((_, at) => new Uint8Array(readFileSync(join(folder, 'pdf', `${at}.pdf`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
