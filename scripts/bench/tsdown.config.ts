import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsdown'

/** What is measured is what is published: bundled code, without the work that a loader of TypeScript adds. */
export default defineConfig({
  entry: { bench: fileURLToPath(new URL('../bench.ts', import.meta.url)) },
  outDir: fileURLToPath(new URL('../../out/bench', import.meta.url)),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  clean: true,
  logLevel: 'error',
  outExtensions: () => ({ js: '.js' }),
})
