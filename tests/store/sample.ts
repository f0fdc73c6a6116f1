import { openArchive } from '../../src/store/open.ts'
import type { Archive } from '../../src/store/port.ts'
import { ROWS } from '../compare/facts.ts'
import { type FigureOf, recordOf } from './records.ts'

const films = (value: number, quote: string, more: Partial<FigureOf> = {}): FigureOf => ({
  quote,
  value,
  min: value,
  max: value,
  indicator: 'film.screenings',
  subject: '放映公益电影',
  ...more,
})
const over = (value: number) => ({ modifier: 'over' as const, min: value, max: null })
const growth = (value: number, lead: string, quote: string): FigureOf => ({
  ...films(value, quote),
  subject: '',
  lead,
  joined: true,
  indicator: 'rate.growth',
  of: 'film.screenings',
  unit: '%',
  aspect: 'change',
  resolution: 0.1,
})
const units = (value: number, more: Partial<FigureOf> = {}): FigureOf => ({
  ...films(value, `${value}个`),
  indicator: 'civility.units',
  subject: '文明单位',
  unit: '个',
  aspect: 'stock',
  ...more,
})

/** The archive that the examples of docs/sql.md are run on: two invented towns over three years, and a broken file. */
export function openSampleArchive(path: string): Archive {
  const archive = openArchive(path, { now: () => new Date('2026-03-01T08:00:00Z') })
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: ['reports'], rulesVersion: ROWS.rulesVersion })
  const report = (year: number, figures: readonly FigureOf[], place = '青禾市') =>
    archive.saveDocument(
      run,
      recordOf({
        region: `云岭省${place}`,
        issuer: `${place}文化局`,
        year,
        path: `reports/${place}-${year}.txt`,
        figures,
        findings:
          year === 2019 ? [{ kind: 'masked_year', message: 'The year in the heading is masked (20_9年).' }] : [],
      }),
    )
  report(2019, [
    films(1050, '1050场'),
    units(60),
    films(1100, '1100场', { status: 'plan', year: 2020, year_offset: 1 }),
  ])
  report(2020, [
    films(1000, '1000余场', over(1000)),
    growth(-4.8, '比上年下降', '4.8%'),
    films(700, '700场', { subject: '其中农村放映', partOf: 0 }),
    films(200, '200场', { subject: '其中社区放映', partOf: 0 }),
    units(64),
    units(12, { subject: '文明校园', confidence: 0.55 }),
    films(1200, '1200场', { status: 'plan', year: 2021, year_offset: 1 }),
  ])
  report(2021, [
    films(1260, '1260场'),
    growth(35, '同比增长', '35.0%'),
    units(64),
    films(1300, '1300场', { status: 'plan', year: 2022, year_offset: 1 }),
  ])
  report(2020, [films(820, '820场')], '白石市')
  report(2021, [films(902, '902场'), growth(12, '同比增长', '12.0%'), units(31)], '白石市')
  archive.saveFailure(run, {
    file: { path: 'reports/白石市-2019.docx' },
    code: 'docx_damaged',
    message: 'The file ends before its table of contents.',
    advice: 'Open it in a word processor and save it again.',
  })
  archive.finishRun(run)
  return archive
}
