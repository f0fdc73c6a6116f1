/**
 * The main job on the bundled reports: `npm run demo`. Imports fixtures/reports/archive into a database, compares the
 * years on the screen and writes a data package, all under out/. Every command is shown as one would type it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PROGRAM = 'dist/cli/main.js'
const REPORTS = 'fixtures/reports/archive'
const DATABASE = 'out/baoshu.db'

const STEPS: readonly { readonly why: string; readonly args: readonly string[] }[] = [
  {
    why: 'Twelve reports of three places, as DOCX, PDF and TXT; the manifest gives the year that one of them hides.',
    args: ['import', REPORTS, '--manifest', `${REPORTS}/manifest.csv`, '--db', DATABASE],
  },
  {
    why: 'What 云溪县 did, year beside year.',
    args: ['compare', '--region', '云溪县', '--status', 'actual', '--from', '2022', '--to', '2024', '--db', DATABASE],
  },
  {
    why: 'Books lent by the library of 淮津市: what was planned is kept apart from what was done, and ≥ marks what is only a bound.',
    args: ['compare', '--region', '淮津市', '--indicator', 'library.loans', '--db', DATABASE],
  },
  {
    why: 'All of it as a data package: CSV files, and a datapackage.json that describes every column.',
    args: ['export', 'out/package', '--to', 'datapackage', '--db', DATABASE],
  },
]

if (!existsSync(new URL(`../${PROGRAM}`, import.meta.url))) {
  console.error(`${PROGRAM} is not built yet: run npm run build, then npm run demo again.`)
  process.exit(2)
}
mkdirSync(new URL('../out/', import.meta.url), { recursive: true })
for (const { why, args } of STEPS) {
  console.log(`\n# ${why}\n$ baoshu ${args.join(' ')}\n`)
  const { status, error } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
console.log(`\nThe database is ${DATABASE}, the data package out/package/datapackage.json.`)
