import type { PackageContent } from '../rows.ts'
import type { WorkbookLanguage } from './sheet.ts'
import { workbookSheets } from './sheets.ts'
import { xlsxBytes } from './xlsx.ts'

/** A workbook made of an archive, and in how many cells a text was cut at the limit of Excel. */
export interface Workbook {
  readonly bytes: Uint8Array
  readonly shortened: number
}

/**
 * A function that writes the workbook of the content, which is read at once: facts with their sentences, series, changes,
 * plans, claims, findings, reports, indicators and units, one sheet each. The same content gives the same bytes. Throws
 * `workbook_too_large`.
 */
export function readWorkbook(content: PackageContent, language: WorkbookLanguage): () => Promise<Workbook> {
  const sheets = workbookSheets(content, language)
  return () => xlsxBytes(sheets, language === 'zh' ? '编号' : 'Id')
}
