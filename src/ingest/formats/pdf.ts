import type { Content } from '../content.ts'
import type { IngestLimits } from '../limits.ts'
export async function readPdf(_bytes: Uint8Array, _name: string, _limits: IngestLimits): Promise<Content> {
  throw new Error('not yet')
}
