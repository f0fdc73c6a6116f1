import type { ErrorCode } from '../model/error.ts'
import type { GivenProfile } from '../model/report.ts'
import type { PreparedDocument, Reference } from '../store/port.ts'

/** One file to be read, and what the user says of it. */
export interface FileJob {
  readonly path: string
  /** Its name, where it lies under another on the disk: a member of an archive. */
  readonly name?: string
  readonly given: GivenProfile
}

/** What came of reading one file. Plain data, so that it can cross from another thread or process. */
export type FileReading =
  | { readonly kind: 'read'; readonly prepared: PreparedDocument }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly advice: string }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string }

/** What came of looking at the bytes of one file without reading it. */
export type FileIdentity =
  | { readonly kind: 'known'; readonly document: string }
  /** A ZIP archive, whose members are files of their own. */
  | { readonly kind: 'archive'; readonly bytes: Uint8Array }
  | Exclude<FileReading, { kind: 'read' }>

/**
 * Reads files into documents ready to be stored. It never throws for a file: every trouble is an answer. The inline runner works in this
 * thread, the isolated one in processes of their own.
 */
export interface Runner {
  /** Rows and version of the rules that this runner reads by. */
  readonly reference: Reference
  /** Whether it recognises the text of scanned pages and pictures. */
  readonly ocr: boolean
  /** Id of the document that a file holds, from its bytes alone. */
  identify(path: string): Promise<FileIdentity>
  read(job: FileJob): Promise<FileReading>
  close(): Promise<void>
}
