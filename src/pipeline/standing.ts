import type { FindingKind } from '../model/finding.ts'
import type { GivenProfile } from '../model/report.ts'
import type { Archive } from '../store/port.ts'
import type { Runner } from './runner.ts'

/** Whether what the archive holds of a document stands, so that an import with this runner leaves it as it is. */
export function stands(
  archive: Archive,
  { ocr, reference }: Pick<Runner, 'ocr' | 'reference'>,
  document: string,
  said: GivenProfile,
): boolean {
  if (archive.hasDocument(document, reference.rulesVersion, said))
    return !(ocr && hasFinding(archive, document, 'no_text_layer'))
  // A scan whose text was recognised stands until it is recognised again: read without, it would lose its facts.
  return !ocr && archive.hasDocument(document, null, said) && hasFinding(archive, document, 'recognized_text')
}

/** Whether a stored document has a finding of a kind: pages that only recognition can read, or text that it has read. */
export function hasFinding(archive: Archive, document: string, kind: FindingKind): boolean {
  return archive.findings(document).some((finding) => finding.kind === kind)
}
