import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OUTSIDE = fileURLToPath(new URL('../../../shared/corpus/archive', import.meta.url))

/** Texts of the archive that lies beside the project; none in a clone. */
export function readOutside(): readonly string[] {
  if (!existsSync(OUTSIDE)) return []
  return readdirSync(OUTSIDE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt'))
    .sort()
    .map((path) => readFileSync(join(OUTSIDE, path), 'utf8'))
}

const DOCUMENTS = fileURLToPath(new URL('../../../shared/corpus/documents', import.meta.url))

/** Paths of the DOCX and PDF documents that lie beside the project; none in a clone. */
export function findOutsideDocuments(): readonly string[] {
  if (!existsSync(DOCUMENTS)) return []
  return readdirSync(DOCUMENTS)
    .filter((path) => /\.(?:docx|pdf)$/.test(path))
    .sort()
    .map((path) => join(DOCUMENTS, path))
}
