import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderDocx } from '../reports/docx.ts'
import { readOutline } from '../reports/outline.ts'
import { renderPdf } from '../reports/pdf.ts'
import { drawFrom } from './random.ts'
import { type WrittenReport, writeReport } from './write-report.ts'

export const ARCHIVE_FORMATS = ['docx', 'pdf', 'txt'] as const
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number]

/** Characters of a report in the mean: that of five published yearly reports of culture offices. */
export const CHARACTERS = 6500

export interface ArchiveShape {
  readonly files: number
  /** Characters of text a file, about, in the mean; the length of each is drawn between a third of it and five thirds. */
  readonly characters: number
  readonly charactersAFigure?: number
  /** Taken in turn. */
  readonly formats: readonly ArchiveFormat[]
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
    const bytes = renderAs(format, report)
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

function renderAs(format: ArchiveFormat, report: WrittenReport): Uint8Array {
  switch (format) {
    case 'txt':
      return new TextEncoder().encode(report.text)
    case 'docx':
      return renderDocx(readOutline(report.text), 'typed', report.issuer)
    case 'pdf':
      return renderPdf(readOutline(report.text), report.issuer, `${report.year}1228`)
  }
}
