import { BaoshuError } from '../model/error.ts'

/** What one file may cost. Every number is a ceiling: a file beyond it is refused, never cut short in silence. */
export interface IngestLimits {
  /** Size of the file. */
  readonly bytes: number
  /** Sum of all that a DOCX or ZIP file unpacks to. */
  readonly unzippedBytes: number
  /** Files in a ZIP archive of reports. */
  readonly members: number
  /** Sum of the parts of a DOCX file that are parsed (text, styles, numbering, notes). */
  readonly xmlBytes: number
  /** Paragraphs and table cells of a DOCX or HTML file. */
  readonly paragraphs: number
  /** Elements inside one another in a DOCX or HTML file: deeper than people write, and readers run out of stack. */
  readonly depth: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Wall-clock time that reading may take: parsing, and where it is done in a process of its own, all of it. */
  readonly milliseconds: number
  /** Memory of the process that reads the file, where it is read in a process of its own. */
  readonly megabytes: number
  /** UTF-16 length of the text that comes out. */
  readonly characters: number
}

export const DEFAULT_LIMITS: IngestLimits = {
  bytes: 100_000_000,
  unzippedBytes: 200_000_000,
  members: 10_000,
  xmlBytes: 40_000_000,
  paragraphs: 100_000,
  depth: 1_000,
  pages: 2_000,
  milliseconds: 50_000,
  megabytes: 1_200,
  characters: 10_000_000,
}

/** What differs where scanned pages are recognised: each takes seconds. */
export const OCR_LIMITS: Partial<IngestLimits> = { milliseconds: 1_800_000 }

/** The error for a file that goes beyond one of its limits: names the limit, its value and how to raise it. */
export function limitError(
  limit: keyof IngestLimits,
  allowed: number,
  found: number | null,
  name: string,
): BaoshuError {
  const what = found === null ? `more than ${allowed} ${limit}` : `${found} ${limit}, over the limit of ${allowed}`
  return new BaoshuError(limit === 'bytes' ? 'file_too_large' : 'limit_exceeded', `${name}: ${what}`, {
    place: name,
    advice: `Raise the limit with --limit ${limit}=NUMBER (limits.${limit} in the library) if the file is to be trusted, or split the file.`,
  })
}

/** Returns nothing where the count is within its limit; throws the limit's error where it is not. */
export function checkLimit(limits: IngestLimits, limit: keyof IngestLimits, found: number, name: string): void {
  if (found > limits[limit]) throw limitError(limit, limits[limit], found, name)
}
