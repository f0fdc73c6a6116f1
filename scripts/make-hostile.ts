/**
 * Writes a folder of hostile and broken files, with some good reports among them: `npx tsx scripts/make-hostile.ts DIR`.
 * What an import must make of each stands beside it in `scripts/hostile/`; a test holds it.
 */
import { HOSTILE } from './hostile/all.ts'
import { writeHostile } from './hostile/folders.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npx tsx scripts/make-hostile.ts DIR')
  process.exit(2)
}
for (const file of HOSTILE) writeHostile(folder, file)
console.error(`${HOSTILE.length} files in ${folder}`)
