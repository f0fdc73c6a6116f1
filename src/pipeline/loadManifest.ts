import { resolve } from 'node:path'
import { decodeText } from '../ingest/decode-text.ts'
import { readFileBytes } from '../ingest/ingest.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** The manifest in a CSV file, in UTF-8 with or without BOM, UTF-16 or GB18030. Throws `manifest_invalid` or a file error. */
export async function loadManifest(path: string): Promise<Manifest> {
  const { bytes } = await readFileBytes(path)
  return readManifest(decodeText(bytes, path).text, resolve(path))
}
