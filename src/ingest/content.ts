import type { Block, DocumentFormat, Page } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'

/** A finding of a document whose id is not yet known. */
export type LocalFinding = Omit<Finding, 'document'>

/** What one format's reader returns: the source text and what stands where in it. */
export interface Content {
  readonly format: DocumentFormat
  readonly encoding: string | null
  readonly source: string
  readonly blocks: readonly Block[]
  readonly pages: readonly Page[]
  readonly findings: readonly LocalFinding[]
}
