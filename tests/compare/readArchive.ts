import { ingestFile } from '../../src/ingest/ingest.ts'
import type { ReportedFact } from '../../src/model/reported-fact.ts'
import { readReport } from '../../src/pipeline/readReport.ts'
import { loadRuleBook } from '../../src/rulebook/load.ts'
import { loadSegmenter } from '../../src/text/segmenter.ts'

/** The facts of reports in a folder, read by the catalogue economy, each named by its file. */
export async function readArchive(folder: string, names: Iterable<string>): Promise<readonly ReportedFact[]> {
  const rulebook = loadRuleBook('economy')
  const segmenter = await loadSegmenter()
  const read: ReportedFact[] = []
  for (const name of new Set(names)) {
    const document = await ingestFile(`${folder}${name}`)
    const { reports, facts } = readReport(document, rulebook, { segmenter })
    const [report] = reports
    if (report === undefined) throw new Error(`${name} is no report`)
    const { region, issuer, year, title } = report
    for (const fact of facts) read.push({ ...fact, region, issuer, report_year: year, title, path: name })
  }
  return read
}
