import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changesOf } from '../../src/compare/change.ts'
import { checkClaims } from '../../src/compare/claims.ts'
import { findConflicts } from '../../src/compare/conflicts.ts'
import { checkParts } from '../../src/compare/parts.ts'
import { planOutcomes } from '../../src/compare/plans.ts'
import { buildSeries } from '../../src/compare/series.ts'
import { openArchive } from '../../src/store/open.ts'
import { ROWS, worded } from '../compare/facts.ts'
import { type FigureOf, recordOf } from './records.ts'

/** One of the values, each as often as its number says. */
const often = <T extends string | number>(...weighted: readonly (readonly [T, number])[]) =>
  fc.constantFrom(...weighted.flatMap(([value, times]) => Array.from({ length: times }, () => value)))

/** Reports of two places over a few years, with everything that the views tell apart. */
const modifier = often(
  ['exact', 7],
  ['about', 1],
  ['over', 1],
  ['under', 1],
  ['at_most', 1],
  ['range', 1],
  ['several', 1],
  ['masked', 1],
)
const wording = fc
  .tuple(modifier, fc.integer({ min: -2, max: 40 }), often([1, 4], [10, 1], [0.1, 1]))
  .map(([words, number, resolution]) => worded(words as 'exact', number * resolution, resolution))
const plain = fc.record({
  indicator: often(
    ['film.screenings', 6],
    ['tourism.revenue', 1],
    ['rate.coverage', 1],
    ['employment.unemployment', 1],
    ['other', 1],
  ),
  subject: fc.constantFrom('电影', '公益电影', '戏曲'),
  unit: often(['场', 8], ['场次', 2], ['期', 1], ['元', 1], ['%', 2], ['筐', 1]),
  scope: often(['', 8], ['市图书馆', 1]),
  status: often(['actual', 5], ['plan', 3], ['rule', 1]),
  basis: often(['total', 8], ['each', 1], ['average', 1]),
  aspect: often(['flow', 8], ['stock', 1], ['rate', 1]),
  ahead: often([0, 6], [1, 2], [-1, 1]),
  confidence: fc.constantFrom(0.5, 0.9),
  isPart: fc.boolean(),
})
const claim = fc.record({
  indicator: fc.constantFrom('rate.growth', 'change.amount'),
  of: often(['film.screenings', 6], ['tourism.revenue', 1], ['employment.unemployment', 1], ['other', 1]),
  subject: fc.constantFrom('电影', '公益电影', '增长'),
  unit: often(['%', 3], ['倍', 1], ['场', 3], ['元', 1], ['个百分点', 1]),
  words: often(['同比', 3], ['比上年', 2], ['超计划', 1], ['', 2]),
  rules: often(['change.growth', 3], ['change.otherBase', 1]).map((rule) => [rule]),
  joined: fc.boolean(),
})
const figures = fc.array(
  fc.tuple(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: claim }), wording),
  {
    minLength: 10,
    maxLength: 60,
    size: 'max',
  },
)
const report = fc.record({
  place: fc.constantFrom('青禾市', '白石市'),
  year: fc.integer({ min: 2017, max: 2020 }),
  figures,
})

function figureOf([given, words]: readonly [object, ReturnType<typeof worded>], year: number, index: number): FigureOf {
  const {
    ahead = 0,
    isPart = false,
    words: before = '',
    ...rest
  } = given as {
    readonly ahead?: number
    readonly isPart?: boolean
    readonly words?: string
    readonly indicator: string
  }
  const unit = 'unit' in rest ? String(rest.unit) : '场'
  const base: FigureOf = {
    ...rest,
    ...words,
    lead: before,
    quote: `${words.value ?? words.min ?? '数十'}${unit}`,
    year: year + ahead,
  }
  const told = 'of' in rest ? { ...base, aspect: 'change' as const } : base
  const placed = 'of' in rest && index === 0 ? { ...told, joined: false } : told
  // Most totals stand before their parts, some behind them.
  return isPart && index > 0 ? { ...placed, partOf: index % 3 === 2 ? index + 1 : 0 } : placed
}

let folder: string
let connection: Database.Database
let archive: ReturnType<typeof openArchive>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baoshu-views-'))
  const path = join(folder, 'archive.db')
  archive = openArchive(path)
  archive.saveReference(ROWS)
  const run = archive.startRun({ paths: [], rulesVersion: 'rules-1' })
  const drawn = fc.sample(report, { seed: 20261101, numRuns: 60 })
  drawn.forEach(({ place, year, figures: each }, index) => {
    archive.saveDocument(
      run,
      recordOf({
        region: `云岭省${place}`,
        issuer: index % 3 === 0 ? `${place}人民政府` : `${place}文化局`,
        year,
        title: `报告${index}`,
        figures: each.map((figure, position) => figureOf(figure, year, position)),
      }),
    )
  })
  // Reports of nobody in particular stay apart.
  for (const year of [2018, 2019]) {
    const figure = { quote: '5场', value: 5, indicator: 'film.screenings' }
    archive.saveDocument(run, recordOf({ region: '', issuer: 'XX局', year, figures: [figure] }))
  }
  // Figures that contradict a claim, of perhaps another thing.
  const shown = { value: 500, indicator: 'film.screenings', subject: '公益电影' }
  const told = { quote: '1100场', value: 1100, indicator: 'film.screenings', subject: '电影' }
  const grown = {
    quote: '10%',
    value: 10,
    indicator: 'rate.growth',
    of: 'film.screenings',
    unit: '%',
    aspect: 'change' as const,
  }
  archive.saveDocument(run, recordOf({ region: '云岭省赤溪市', year: 2018, figures: [{ quote: '500场', ...shown }] }))
  archive.saveDocument(
    run,
    recordOf({ region: '云岭省赤溪市', year: 2019, figures: [told, { ...grown, subject: '', joined: true }] }),
  )
  // Growth of money at constant prices, beside figures at those of the year.
  const earned = { quote: '100元', value: 100, indicator: 'tourism.revenue', unit: '元', subject: '收入' }
  const real = { ...grown, of: 'tourism.revenue', subject: '收入' }
  archive.saveDocument(run, recordOf({ region: '云岭省赤溪市', title: '收入2018', year: 2018, figures: [earned] }))
  archive.saveDocument(
    run,
    recordOf({
      region: '云岭省赤溪市',
      title: '收入2019',
      year: 2019,
      figures: [{ ...earned, quote: '150元', value: 150 }, real],
    }),
  )
  // Parts that make up their total, and parts that are more.
  for (const [rest, year] of [
    [30, 2018],
    [50, 2019],
  ] as const) {
    const counted = (value: number) => ({ quote: `${value}场`, value, indicator: 'film.screenings' })
    const parts = [70, rest].map((value) => ({ ...counted(value), partOf: 0 }))
    archive.saveDocument(
      run,
      recordOf({ region: '云岭省墨山市', title: `其中${year}`, year, figures: [counted(100), ...parts] }),
    )
  }
  archive.finishRun(run)
  connection = new Database(path, { readonly: true })
})

afterAll(() => {
  connection.close()
  archive.close()
  rmSync(folder, { recursive: true })
})

type Row = Record<string, unknown>
const query = (sql: string) => connection.prepare<[], Row>(sql).all()

/** The rows with only the columns of the view, in one order, so that both sides can be held together. */
function sameRows(functions: readonly object[], view: readonly Row[]): void {
  const order = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()
  expect(order(functions)).toEqual(order(view))
}

describe('views and functions give the same answers on the same rows', () => {
  it('series', () => {
    const points = buildSeries(archive.facts({}), ROWS).flatMap((series) => series.points)
    expect(points.length).toBeGreaterThan(300)
    expect(points.some((point) => point.candidates > 2)).toBe(true)
    sameRows(
      points.map(({ usual_unit: _, other_base: __, ...point }) => point),
      query('select * from series'),
    )
  })

  it('the candidates that were not chosen, in their order', () => {
    const others = buildSeries(archive.facts({}), ROWS).flatMap((series) =>
      [...series.others.values()].flatMap((of) =>
        of.map((figure, index) => ({ fact: figure.fact, choice: index + 2 })),
      ),
    )
    expect(others.length).toBeGreaterThan(300)
    sameRows(others, query('select fact, choice from series_candidate where choice > 1'))
  })

  it('change', () => {
    const changes = buildSeries(archive.facts({}), ROWS)
      .flatMap(changesOf)
      .map(({ from, to, caution, ...rest }) => ({
        ...rest,
        caution: caution.join(' '),
        from_fact: from.fact,
        to_fact: to.fact,
        from_year: from.year,
        to_year: to.year,
        from_value: from.value,
        to_value: to.value,
      }))
    const view = query(`
      select series, comparison, reason, difference, difference_low, difference_high, percent, percent_low, percent_high,
        caution, from_fact, to_fact, from_year, to_year, from_value, to_value
      from change`)
    sameRows(changes, view)
    const kinds = new Set(view.map((row) => `${row.comparison} ${row.reason}`))
    expect([...kinds].sort()).toEqual([
      'approximate null',
      'at_least null',
      'at_most null',
      'exact null',
      'interval null',
      'none part_against_whole',
      'none unbounded',
    ])
  })

  it('plan_outcome', () => {
    const outcomes = planOutcomes(archive.facts({}), ROWS).map(
      ({ series, year, plan, actual, outcome, reason, change }) => ({
        series,
        year,
        plan_fact: plan.fact,
        done_fact: actual?.fact ?? null,
        outcome,
        reason,
        difference: change?.difference ?? null,
        difference_low: change?.difference_low ?? null,
        difference_high: change?.difference_high ?? null,
        percent: change?.percent ?? null,
        percent_low: change?.percent_low ?? null,
        percent_high: change?.percent_high ?? null,
      }),
    )
    const view = query(`
      select series, year, plan_fact, done_fact, outcome, reason, difference, difference_low, difference_high, percent,
        percent_low, percent_high
      from plan_outcome`)
    sameRows(outcomes, view)
    for (const outcome of ['met', 'missed', 'unknown', 'waiting']) {
      expect(view.filter((row) => row.outcome === outcome).length, outcome).toBeGreaterThan(3)
    }
  })

  it('claim_check', () => {
    const checks = checkClaims(archive.facts({}), ROWS).map(({ claim, from, to, ...rest }) => ({
      ...rest,
      claim_fact: claim.fact,
      from_fact: from?.fact ?? null,
      to_fact: to?.fact ?? null,
    }))
    const view = query(`
      select claim_fact, from_fact, to_fact, claimed_low, claimed_high, computed_low, computed_high, verdict, doubt
      from claim_check`)
    sameRows(checks, view)
    const kinds = new Set(view.map((row) => row.doubt ?? row.verdict))
    expect([...kinds].sort()).toEqual([
      'agree',
      'base_unknown',
      'constant_prices',
      'disagree',
      'no_figures',
      'subject_differs',
      'unbounded',
      'unit_differs',
      'unsure_figures',
    ])
  })
})

describe('contradictions', () => {
  it('conflict', () => {
    const conflicts = findConflicts(archive.facts({}), ROWS).map(({ series, year, subject, figure, other }) => ({
      series,
      year,
      subject,
      fact: figure.fact,
      other_fact: other.fact,
    }))
    expect(conflicts.length).toBeGreaterThan(3)
    sameRows(conflicts, query('select series, year, subject, fact, other_fact from conflict'))
  })

  it('sum_check', () => {
    const checks = checkParts(archive.facts({}), ROWS).map(({ whole, parts, ...rest }) => ({
      ...rest,
      whole_fact: whole.id,
      parts: parts.length,
    }))
    expect([...new Set(checks.map(({ verdict }) => verdict))].sort()).toEqual([
      'adds_up',
      'cannot_tell',
      'exceeds',
      'within',
    ])
    sameRows(checks, query('select whole_fact, side, parts, sum_low, sum_high, verdict from sum_check'))
  })
})

describe('the views', () => {
  it.each([
    ['series', "select * from series where indicator = 'film.screenings' and place = '云岭省青禾市'"],
    ['change', "select * from change where indicator = 'film.screenings' and place = '云岭省青禾市'"],
    ['plan_outcome', "select * from plan_outcome where indicator = 'film.screenings' and place = '云岭省青禾市'"],
  ])('%s of one indicator and place reads only its facts', (_, sql) => {
    const plan = query(`explain query plan ${sql}`).map((row) => String(row.detail))
    expect(plan).toContainEqual(
      expect.stringMatching(/SEARCH f USING INDEX fact_indicator \(indicator=\? AND place=\?/),
    )
    expect(plan).not.toContainEqual(expect.stringMatching(/SCAN f\b/))
  })
})
