import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith, writeInto } from '../folder.ts'
import { storeReports } from './storedReports.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')

/** Notes the path of every compiled library that the process, or one that it starts, loads. */
const WATCH = `
const { appendFileSync } = require('node:fs')
const load = process.dlopen
process.dlopen = function (module, path, ...more) {
  appendFileSync(process.env.LOADED, path + '\\n')
  return load.call(this, module, path, ...more)
}`

/** The compiled libraries that the program loads for a command line, by the names of their packages. */
function loadedBy(folder: string, args: readonly string[]): readonly string[] {
  const log = writeInto(folder, 'loaded.txt', '')
  const watch = writeInto(folder, 'watch.cjs', WATCH)
  const { status, stderr } = spawnSync(process.execPath, ['--import', TSX, MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'en_US.UTF-8' },
      ...{ NODE_OPTIONS: `--require ${watch}`, LOADED: log },
    },
  })
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('Error')])
  const paths = readFileSync(log, 'utf8').split('\n').filter(Boolean)
  return paths.map((path) => path.replaceAll('\\', '/').split('/node_modules/').at(-1)?.split('/')[0] ?? path)
}

function archive(): string {
  const folder = folderWith({ 'report.txt': '2019年，举办演出100场。\n' })
  storeReports(folder, [
    { name: '2019.txt', region: '云岭省青川市', year: 2019, facts: [{ quote: '演出100场' }] },
    { name: '2020.txt', region: '云岭省青川市', year: 2020, facts: [{ quote: '演出120场' }] },
  ])
  return folder
}

test.each([
  ['facts', ['facts', '--search', '演出']],
  ['compare', ['compare']],
  ['documents', ['documents']],
  ['check', ['check']],
  ['export', ['export', 'out']],
])('%s loads the database and no segmenter', (_, args) => {
  expect(loadedBy(archive(), args)).toEqual(['better-sqlite3'])
})

test('help loads neither', () => {
  expect(loadedBy(archive(), ['--help'])).toEqual([])
})

test('what reads a text loads the segmenter: the watch sees it', () => {
  const folder = archive()
  expect(loadedBy(folder, ['extract', join(folder, 'report.txt')])).toContain('nodejieba')
})
