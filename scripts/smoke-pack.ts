/**
 * Installs the package as a stranger would and uses it: `npm run smoke`. Packs the checkout, installs the tarball into an
 * empty folder, imports it from ESM with its types, and runs its commands on the reports that it carries.
 * Ends with 1 at the first thing that does not work; the folder is kept then.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'baoshu-smoke-'))
const home = join(folder, 'user')
const REPORTS = 'node_modules/baoshu/fixtures/reports/archive'

/** Files that the package must carry, and names that none of its files may begin with. */
const CARRIED = [
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/cli/main.js',
  'dist/pipeline/readingProcess.js',
  'dist/report/page.js',
  'schemas/fact.schema.json',
  'schemas/archive.sql',
  'fixtures/reports/archive/manifest.csv',
]
const LEFT_OUT = ['src/', 'tests/', 'scripts/', 'node_modules/', 'out/', 'fixtures/reports/varied/', '.']

const USER_MODULE = `
import { mkdirSync } from 'node:fs'
import { BaoshuError, compare, extractFile, exportArchive, extractText, importPaths, loadManifest, openArchive, openInlineRunner, validateFolder } from 'baoshu'
import type { Fact, PackageProblem } from 'baoshu'

const manifest = await loadManifest('${REPORTS}/manifest.csv')
const archive = openArchive('library.db')
const runner = openInlineRunner()
const { summary } = await importPaths(['${REPORTS}'], archive, { runner, manifest })
await runner.close()
const facts: readonly Fact[] = [...archive.facts({ year: 2023, status: 'actual' })]
mkdirSync('library', { recursive: true })
await exportArchive(archive, 'library', 'csv')
await exportArchive(archive, 'library', 'xlsx')
await exportArchive(archive, 'library', 'datapackage', { parquet: true })
const problems: readonly PackageProblem[] = await validateFolder('library')
const { series } = compare(archive.facts({}), archive.reference())
const { extraction } = await extractText('2023年，举办演出12场。')
archive.close()
const code = await extractFile('no-such-report.docx').then(() => null, (error: unknown) => error instanceof BaoshuError ? error.code : String(error))
console.log(JSON.stringify({ files: summary.files, facts: facts.length, grounded: facts.every((fact) => fact.quote.length === fact.end - fact.start), code, problems: problems.length, series: series.length, value: extraction.facts[0]?.value }))
`

run('pack', ROOT, 'npm', ['pack', '--pack-destination', folder, '--json'])
const tarball = `baoshu-${readVersion()}.tgz`
const carried = run('list the tarball', folder, 'tar', ['-tzf', tarball])
  .split('\n')
  .map((line) => line.replace(/^package\//, ''))
for (const file of CARRIED) check(`the package carries ${file}`, carried.includes(file))
for (const start of LEFT_OUT)
  check(`the package carries nothing of ${start}`, !carried.some((file) => file.startsWith(start)))

mkdirSync(home)
writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
run('install into an empty folder', home, 'npm', ['install', `../${tarball}`, '--no-audit', '--no-fund'])

const help = run('npx baoshu --help', home, 'npx', ['--no-install', 'baoshu', '--help', '--lang', 'en'])
check('help lists the commands', /^ {2}import /m.test(help) && /^ {2}compare /m.test(help))
run('npx baoshu import', home, 'npx', [
  ...['--no-install', 'baoshu', 'import', REPORTS, '--db', 'shell.db'],
  ...['--manifest', `${REPORTS}/manifest.csv`],
])
const again = JSON.parse(
  run('import again', home, 'npx', [
    '--no-install',
    'baoshu',
    'import',
    REPORTS,
    '--db',
    'shell.db',
    '--format',
    'json',
  ]),
) as { readonly files: Readonly<Record<string, number>> }
check('a second import finds all unchanged', again.files.unchanged === 12 && again.files.new === 0)
const compared = run('compare', home, 'npx', [
  '--no-install',
  'baoshu',
  'compare',
  '--region',
  '云溪县',
  '--db',
  'shell.db',
])
check('compare shows years side by side', /2022.*2023.*2024/.test(compared.split('\n')[0] ?? ''))
run('report', home, 'npx', [
  '--no-install',
  'baoshu',
  'report',
  '-o',
  'report.html',
  '--lang',
  'zh',
  '--db',
  'shell.db',
])
const page = readFileSync(join(home, 'report.html'), 'utf8')
check('the report is one page with its script', page.startsWith('<!doctype html>') && page.includes('Observable, Inc.'))
run('export', home, 'npx', ['--no-install', 'baoshu', 'export', 'package', '--to', 'datapackage', '--db', 'shell.db'])
const descriptor = JSON.parse(readFileSync(join(home, 'package/datapackage.json'), 'utf8')) as { resources: object[] }
check('the data package has resources', descriptor.resources.length > 0)
run('validate', home, 'npx', ['--no-install', 'baoshu', 'validate', 'package'])
run('workbook', home, 'npx', ['--no-install', 'baoshu', 'export', 'book', '--to', 'xlsx', '--db', 'shell.db'])
check('the workbook is there', readFileSync(join(home, 'book/baoshu.xlsx')).subarray(0, 2).toString() === 'PK')

writeFileSync(join(home, 'user.ts'), USER_MODULE)
writeFileSync(
  join(home, 'tsconfig.json'),
  JSON.stringify({
    compilerOptions: {
      ...{ target: 'ES2023', module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true },
      ...{ skipLibCheck: false, types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')], outDir: 'built' },
    },
    files: ['user.ts'],
  }),
)
run('compile against the types', home, process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')])
const said = JSON.parse(run('import from ESM', home, process.execPath, ['built/user.js'])) as {
  readonly files: Readonly<Record<string, number>>
  readonly facts: number
  readonly grounded: boolean
  readonly code: string | null
  readonly problems: number
  readonly series: number
  readonly value: number
}
check('the library imports the reports', said.files.new === 12 && said.facts > 0 && said.grounded)
check('the library compares, exports and checks', said.problems === 0 && said.series > 0 && said.value === 12)
check('the library throws errors with a code', said.code === 'file_not_found')

rmSync(folder, { recursive: true, force: true })
console.log('The packed package installs and works.')

function readVersion(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version
}

/** The stdout of a command. Where it fails, all that it said is shown and the smoke test ends. */
function run(name: string, cwd: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  check(name, status === 0 && error === undefined, `${stdout}\n${stderr}\n${error ?? ''}`)
  return stdout
}

function check(name: string, holds: boolean, details = ''): void {
  console.log(`${holds ? 'ok' : 'FAILED'}: ${name}`)
  if (holds) return
  console.error(details)
  console.error(`kept: ${folder}`)
  process.exit(1)
}
