import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderDocx } from '../reports/docx.ts'
import { renderOfficeDocx } from '../reports/office-docx.ts'
import { renderOfficePdf } from '../reports/office-pdf.ts'
import { readOutline } from '../reports/outline.ts'
import { renderPdf } from '../reports/pdf.ts'
import { drawFrom } from './random.ts'
import { type WrittenReport, writeReport } from './write-report.ts'

export const ARCHIVE_FORMATS = ['docx', 'pdf', 'txt'] as const
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number]

/**
 * How files are laid out: as office software does, or with as little as a file can have. See docs/performance.md for
 * what was measured of published ones.
 */
export const LAYOUTS = ['office', 'plain'] as const
export type Layout = (typeof LAYOUTS)[number]

/** Characters of a report in the mean: that of five published yearly reports of culture offices. */
export const CHARACTERS = 6500

export interface ArchiveShape {
  readonly files: number
  /** Characters of text a file, about, in the mean; the length of each is drawn between a third of it and five thirds. */
  readonly characters: number
  readonly charactersAFigure?: number
  /** Taken in turn. */
  readonly formats: readonly ArchiveFormat[]
  /** `office` where nothing is said. */
  readonly layout?: Layout
  /** Another seed gives other reports. */
  readonly seed: number
}

/** A file of an invented archive. */
export interface ArchiveFile extends WrittenReport {
  /** Relative to the archive's folder. */
  readonly path: string
  readonly bytes: number
}

const FILES_A_FOLDER = 500

/** The files written into a folder, with the figures that stand in each; the same shape gives the same bytes. */
export function* writeArchive(folder: string, shape: ArchiveShape): Generator<ArchiveFile> {
  for (let number = 0; number < shape.files; number++) {
    const format = shape.formats[number % shape.formats.length] ?? 'txt'
    const seed = shape.seed + number
    const report = writeReport(seed, drawLength(seed, shape.characters), shape.charactersAFigure)
    const inside = String(Math.floor(number / FILES_A_FOLDER)).padStart(3, '0')
    const path = join(inside, `${String(number).padStart(6, '0')} ${report.issuer}${report.year}年工作总结.${format}`)
    const bytes = renderAs(format, shape.layout ?? 'office', report)
    mkdirSync(join(folder, inside), { recursive: true })
    writeFileSync(join(folder, path), bytes)
    yield { ...report, path, bytes: bytes.length }
  }
}

/** Another length for every report, as real archives have them: 2,000 to 9,400 characters where the mean is 6,500. */
function drawLength(seed: number, mean: number): number {
  const draw = drawFrom(seed)
  return Math.round((mean * (340 + draw(1320))) / 1000)
}

function renderAs(format: ArchiveFormat, layout: Layout, report: WrittenReport): Uint8Array {
  if (format === 'txt') return new TextEncoder().encode(report.text)
  const outline = readOutline(report.text)
  const issued = `${report.year}1228`
  if (format === 'docx')
    return layout === 'office' ? renderOfficeDocx(outline, report.issuer) : renderDocx(outline, 'typed', report.issuer)
  return layout === 'office'
    ? renderOfficePdf(outline, report.issuer, issued)
    : renderPdf(outline, report.issuer, issued)
}
