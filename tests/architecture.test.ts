import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** The import table: which rooms each room may know. `model` is known by all; a room knows itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'everything'>> = {
  model: [],
  rulebook: [],
  ingest: [],
  text: ['rulebook'],
  extract: ['rulebook', 'text'],
  dating: ['rulebook', 'text', 'extract'],
  compare: [],
  store: ['compare'],
  package: ['compare', 'store/port.ts'],
  report: ['compare'],
  pipeline: 'everything',
  cli: 'everything',
  'index.ts': 'everything',
}

/** Rooms that touch no disk, clock or process: they import nothing of Node. */
const PURE = ['model', 'text', 'extract', 'dating', 'compare', 'package', 'report']

/** Libraries that are used in one place only. */
const ONLY_IN: Readonly<Record<string, string>> = {
  nodejieba: 'text',
  'better-sqlite3': 'store/sqlite',
  mammoth: 'ingest',
  'pdf-parse': 'ingest',
  yauzl: 'ingest',
  fflate: 'ingest',
  hyparquet: 'package',
  'hyparquet-writer': 'package',
  'tesseract.js': 'ingest/ocr',
  'write-excel-file': 'package/workbook',
  commander: 'cli',
  'p-limit': 'pipeline',
  '@observablehq/plot': 'report/page',
}

/** What is built into one file for browsers. */
const BUNDLED = 'report/page/'

/** Commands that only ask the database. */
const QUERIES = ['facts', 'compare', 'documents', 'runs', 'report']

const LONGEST_FILE = 400
/** Files that are longer, each with the reason why it reads better whole. */
const LONGER_FILES: Readonly<Record<string, string>> = {}

interface Import {
  readonly from: string
  /** Path below src for our own modules, package name for others. */
  readonly to: string
  readonly own: boolean
  /** Whether nothing is loaded for it. */
  readonly typeOnly: boolean
  /** Whether it is loaded with the module: neither a type alone nor `import()`. */
  readonly eager: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const add = (specifier: string, when: 'eager' | 'later' | 'never') => {
    const own = specifier.startsWith('.')
    const to = own ? relative(SRC, join(SRC, dirname(file), specifier)).replaceAll('\\', '/') : packageName(specifier)
    found.push({ from: file, to, own, typeOnly: when === 'never', eager: when === 'eager' })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause) ? 'never' : 'eager')
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, node.isTypeOnly ? 'never' : 'eager')
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal))
      add(node.argument.literal.text, 'never')
    if (ts.isCallExpression(node) && loads(node)) {
      const [argument] = node.arguments
      if (argument !== undefined && ts.isStringLiteral(argument)) add(argument.text, 'later')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const bindings = clause.namedBindings
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  )
}

/** Whether a call loads a module: `import(…)`, `require(…)`, `require.resolve(…)`. */
function loads(call: ts.CallExpression): boolean {
  const callee = call.expression
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  if (ts.isIdentifier(callee)) return callee.text === 'require'
  return (
    ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'require'
  )
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path
}

const isNode = ({ to, own }: Import) => !own && (to.startsWith('node:') || builtinModules.includes(to))
const shown = ({ from, to }: Import) => `${from} → ${to}`

describe('rooms', () => {
  test('every folder of src is a room of the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([])
  })

  test.each(Object.entries(MAY_IMPORT))('%s imports only what it may know', (room, known) => {
    const allowed = (to: string) =>
      known === 'everything' ||
      roomOf(to) === room ||
      ['model', ...known].some((one) => to === one || to.startsWith(`${one}/`))
    expect(imports.filter(({ from, own, to }) => own && roomOf(from) === room && !allowed(to)).map(shown)).toEqual([])
  })

  test.each(PURE)('%s is pure: it imports nothing of Node', (room) => {
    expect(imports.filter((one) => roomOf(one.from) === room && isNode(one)).map(shown)).toEqual([])
  })

  test.each(PURE)('%s asks neither clock nor chance nor locale', (room) => {
    const asking =
      /\b(Math\.random|Date\.now|new Date\(\)|performance\.now|process\.\w|localeCompare|toLocale\w+|Intl\.)/
    const asks = files.filter((file) => roomOf(file) === room && asking.test(readFileSync(join(SRC, file), 'utf8')))
    expect(asks).toEqual([])
  })

  test('every import of our own names a file that is there', () => {
    const there = new Set(files)
    const missing = imports.filter(({ own, to }) => own && to.endsWith('.ts') && !there.has(to))
    expect(missing.map(shown)).toEqual([])
  })

  test('no two modules load each other in a circle', () => {
    expect(findCircle()).toEqual([])
  })

  test('no two rooms know each other', () => {
    const known = new Map<string, Set<string>>()
    for (const { from, to, own } of imports) {
      if (!own || roomOf(from) === roomOf(to)) continue
      known.set(roomOf(from), (known.get(roomOf(from)) ?? new Set()).add(roomOf(to)))
    }
    const mutual = [...known].flatMap(([room, others]) =>
      [...others].filter((other) => known.get(other)?.has(room)).map((other) => `${room} ↔ ${other}`),
    )
    expect(mutual).toEqual([])
  })
})

describe('libraries', () => {
  test.each(Object.entries(ONLY_IN))('%s is used in %s only', (library, place) => {
    const elsewhere = imports.filter(({ from, to }) => to === library && !from.startsWith(`${place}/`))
    expect(elsewhere.map(shown)).toEqual([])
  })

  test('every library that is imported is a dependency of the package', () => {
    const manifest = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as {
      readonly dependencies: object
      readonly devDependencies: object
      readonly optionalDependencies: object
    }
    // An optional one may be missing: it is loaded where it is needed, never with a module. The script of the HTML report
    // carries its libraries in itself.
    const declared = ({ to, eager, from }: Import) =>
      to in manifest.dependencies ||
      (!eager && to in manifest.optionalDependencies) ||
      (from.startsWith(BUNDLED) && to in manifest.devDependencies)
    const undeclared = imports.filter((one) => !one.own && !isNode(one) && !declared(one))
    expect(undeclared.map(shown)).toEqual([])
  })

  test('the command line loads no library before a command line is parsed, and nothing of other rooms that does', () => {
    const loaded = reachable('cli/main.ts', ({ eager }) => eager)
    expect(loaded.files.length).toBeGreaterThan(10)
    expect(loaded.libraries.filter((library) => !library.startsWith('node:'))).toEqual([])
  })

  test.each(QUERIES)('%s can reach neither the segmenter nor the readers of files', (command) => {
    const reached = reachable(`cli/commands/${command}.ts`, () => true)
    expect(reached.libraries).toContain('better-sqlite3')
    expect(reached.libraries.filter((library) => ['nodejieba', 'mammoth', 'pdf-parse'].includes(library))).toEqual([])
  })
})

describe('files', () => {
  test(`no file is longer than ${LONGEST_FILE} lines without a reason`, () => {
    const long = files.filter((file) => lineCount(file) > LONGEST_FILE)
    expect(long.filter((file) => !(file in LONGER_FILES))).toEqual([])
  })

  test('every reason for a longer file is still needed', () => {
    expect(
      Object.keys(LONGER_FILES).filter((file) => !files.includes(file) || lineCount(file) <= LONGEST_FILE),
    ).toEqual([])
  })
})

function lineCount(file: string): number {
  return readFileSync(join(SRC, file), 'utf8').split('\n').length - 1
}

/** All that is loaded, at once or later, from a module on, by imports of the kind that `follows` tells. */
function reachable(
  start: string,
  follows: (one: Import) => boolean,
): { readonly files: readonly string[]; readonly libraries: readonly string[] } {
  const seen = new Set<string>()
  const libraries = new Set<string>()
  const load = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const one of imports) {
      if (one.from !== file || one.typeOnly || !follows(one)) continue
      if (one.own) load(one.to)
      else libraries.add(one.to)
    }
  }
  load(start)
  return { files: [...seen], libraries: [...libraries] }
}

/** The modules of one circle of eager imports, in order; empty where there is none. */
function findCircle(): readonly string[] {
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const { to } of imports.filter(({ from, own, eager }) => from === file && own && eager)) {
      const circle = visit(to, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of files) {
    const circle = visit(file, [])
    if (circle.length > 0) return circle
  }
  return []
}
