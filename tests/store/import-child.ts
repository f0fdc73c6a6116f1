import { openArchive } from '../../src/store/open.ts'
import { recordOf } from './records.ts'

/** The records that a child process imports: `count` documents of its own `series`, with many figures each. */
export function recordsOf(series: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    recordOf({
      year: 2000 + index,
      title: `${series}${index}`,
      figures: Array.from({ length: 200 }, (_, figure) => ({
        quote: `${index * 1000 + figure}场`,
        value: index * 1000 + figure,
        indicator: 'film.screenings',
        ...(figure % 2 === 1 ? { partOf: figure - 1 } : {}),
      })),
    }),
  )
}

// Run as a program: database, name of the series, number of documents. Tells each document once it is stored.
if (process.argv[1]?.endsWith('import-child.ts') === true) {
  const [, , path = '', series = '', count = '0'] = process.argv
  const archive = openArchive(path)
  const run = archive.startRun({ paths: [series], rulesVersion: 'rules-1' })
  for (const record of recordsOf(series, Number(count))) {
    archive.saveDocument(run, record)
    process.stdout.write(`${record.document.id}\n`)
  }
  archive.finishRun(run)
  archive.close()
}
