import type { ErrorCode } from '../model/error.ts'

/** What a process of a pool answers, one answer a request and one more when it is ready. */
export type ProcessAnswer<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Result; readonly usedBytes: number }
  | {
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly message: string
      readonly place: string | null
      readonly advice: string
      readonly usedBytes: number
    }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string }
