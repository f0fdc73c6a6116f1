import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PageScript } from '../report/render.ts'

/** Where the built package has the script, seen from the files that this module may be built into. */
const BUILT = ['./report/page.js', '../report/page.js']

/** The script of the HTML report: in the package the one that was built; in the sources it is bundled anew. */
export async function loadPageScript(): Promise<PageScript> {
  const text = import.meta.url.endsWith('.ts') ? await bundleFromSources() : readBuilt()
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}

function readBuilt(): string {
  const path = BUILT.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file))
  if (path === undefined) throw new Error('The script of the report is missing from the package')
  return readFileSync(path, 'utf8')
}

/** Only a checkout has the bundler; the package never comes here. */
async function bundleFromSources(): Promise<string> {
  const bundler = new URL('../../scripts/bundle-page.ts', import.meta.url).href
  const { bundlePage } = (await import(bundler)) as { readonly bundlePage: () => Promise<string> }
  return bundlePage()
}
