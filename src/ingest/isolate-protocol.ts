import type { SourceDocument } from '../model/document.ts'
import type { ErrorCode } from '../model/error.ts'
import type { IngestLimits } from './limits.ts'

/** What the reading process is asked. */
export interface ReadRequest {
  readonly path: string
  readonly limits: Partial<IngestLimits>
}

/** What it answers, one answer a request. */
export type ReadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly document: SourceDocument; readonly usedBytes: number }
  | {
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly place: string | null
      readonly advice: string
      readonly usedBytes: number
    }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string }
