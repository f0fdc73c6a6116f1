import type { ErrorCode } from '../../src/model/error.ts'
import type { SkipReason } from '../../src/pipeline/walk.ts'

/** What an import must make of a file: take it in, name what is wrong with it, or leave it aside. */
export type Expected =
  | { readonly kind: 'in' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly limit?: string }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }

/** A file of the hostile folder. */
export interface HostileFile {
  /** Path below the folder. */
  readonly name: string
  /** Paths that the import tells of, where they are not the name: the members of an archive. */
  readonly expected: Readonly<Record<string, Expected>>
  readonly make: (path: string) => void
}

export const IN: Expected = { kind: 'in' }
export const failed = (code: ErrorCode): Expected => ({ kind: 'failed', code })
export const overLimit = (limit: string): Expected => ({ kind: 'failed', code: 'limit_exceeded', limit })
export const skipped = (reason: SkipReason): Expected => ({ kind: 'skipped', reason })
