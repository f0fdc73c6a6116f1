/** Stable codes of the troubles that a user can act on. */
export const ERROR_CODES = [
  'file_not_found',
  'file_unreadable',
  'not_a_file',
  'file_empty',
  'file_too_large',
  'file_changed_while_read',
  'format_unknown',
  'format_unsupported',
  'docx_damaged',
  'docx_encrypted',
  'doc_damaged',
  'doc_encrypted',
  'pdf_damaged',
  'pdf_encrypted',
  'ocr_unavailable',
  'archive_damaged',
  'archive_encrypted',
  'text_undecodable',
  'no_text',
  'limit_exceeded',
  'manifest_invalid',
  'given_conflict',
  'rulebook_invalid',
  'store_unusable',
  'store_foreign',
  'store_newer',
  'store_locked',
  'output_unwritable',
  'workbook_too_large',
  'usage',
  'not_found',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** A trouble that the user can act on. Callers match `code`, never the message. */
export class BaoshuError extends Error {
  readonly code: ErrorCode
  /** File, table row or option that the trouble is with. */
  readonly place: string | null
  /** What to do about it, one sentence. */
  readonly advice: string

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly place?: string; readonly advice: string; readonly cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'BaoshuError'
    this.code = code
    this.place = options.place ?? null
    this.advice = options.advice
  }
}
