import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsdown'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The script of the HTML report as one text: `src/report/page/` with the library that draws its charts, after the
 * licences of what is in it. Throws where the text could not stand in a `<script>`.
 */
export async function bundlePage(): Promise<string> {
  const [bundle] = await build({
    config: false,
    cwd: ROOT,
    entry: { page: 'src/report/page/main.ts' },
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    dts: false,
    write: false,
    clean: false,
    logLevel: 'warn',
    tsconfig: 'src/report/page/tsconfig.json',
    deps: { onlyBundle: false },
  })
  const [chunk, ...more] = bundle?.chunks ?? []
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the script of the page is not one file')
  const script = `/*\n${licencesOf(chunk.moduleIds)}\n*/\n${chunk.code.trim()}\n`
  if (/<\/script|<!--/i.test(script)) throw new Error('the script of the page would end the element that it stands in')
  return script
}

/** The licences of the packages that modules are of, each text once, with the packages that it is of. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((module) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? []))
  const texts = new Map<string, string[]>()
  for (const folder of [...folders].sort()) {
    const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    if (file === undefined) throw new Error(`${name} has no licence to be given with it`)
    const text = readFileSync(join(folder, file), 'utf8').trim().replaceAll('*/', '* /')
    texts.set(text, [...(texts.get(text) ?? []), name])
  }
  return [...texts].map(([text, names]) => `${names.join(', ')}:\n${text}`).join('\n\n')
}
