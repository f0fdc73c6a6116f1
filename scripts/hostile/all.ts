import { ARCHIVES } from './archives.ts'
import { DOCUMENTS } from './documents.ts'
import { FOLDERS } from './folders.ts'
import type { HostileFile } from './hostile-file.ts'
import { PDFS } from './pdfs.ts'
import { TEXTS } from './texts.ts'

/** All files of the hostile folder. */
export const HOSTILE: readonly HostileFile[] = [...FOLDERS, ...TEXTS, ...DOCUMENTS, ...PDFS, ...ARCHIVES]
