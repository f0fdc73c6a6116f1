import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsdown'
import { bundlePage } from './scripts/bundle-page.ts'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    // Started by path as a process of its own, so that it must stand in a file of its own.
    'pipeline/readingProcess': 'src/pipeline/readingProcess.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  clean: true,
  logLevel: 'warn',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  hooks: {
    // The segmenter reads files by path; the script of the HTML report is for browsers: a file of its own, read when a report is written.
    'build:done': async () => {
      await copyFile('src/pipeline/no-keywords.idf.utf8', 'dist/no-keywords.idf.utf8')
      await mkdir('dist/report', { recursive: true })
      await writeFile('dist/report/page.js', await bundlePage())
    },
  },
})
