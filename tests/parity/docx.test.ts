import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSame } from '../../scripts/parity/compare.ts'
import {
  compareRendering,
  describeDifference,
  loadParityReports,
  type Original,
  type RenderingParity,
  readOriginal,
  shareSame,
} from '../../scripts/parity/measure.ts'
import { renderDocx } from '../../scripts/parity/render-docx.ts'
import { DOCX_WAYS } from '../../scripts/parity/ways.ts'
import { loadReportReader } from '../../src/pipeline/reportReader.ts'

const WANTED = 0.99

const reader = loadReportReader()
const { reports, absent } = loadParityReports()
const originals: Original[] = []
const renderings: RenderingParity[] = []

beforeAll(async () => {
  for (const report of reports) originals.push(await readOriginal(report, reader))
})
afterAll(() => {
  for (const folder of absent) console.warn(`SKIPPED: the reports of ${folder}, which is not there`)
})

describe.each(DOCX_WAYS)('as Word documents, $name', (way) => {
  it.each(reports)('$name gives the facts of its plain text', async (report) => {
    const original = originals.find((one) => one.report === report)
    if (original === undefined) throw new Error('the plain text was not read')
    expect(original.facts.length).toBeGreaterThan(0)
    const rendering = await compareRendering(original, way.name, renderDocx(report.text, way), 'docx', reader)
    renderings.push(rendering)
    const differing = rendering.facts.filter((fact) => fact.inGold && !isSame(fact))
    // One of fifty may differ; what must hold for all reports together stands below.
    const most = Math.ceil(rendering.gold.all * 0.02)
    expect(differing.length, differing.map(describeDifference).join('\n')).toBeLessThanOrEqual(most)
  })
})

it('as Word documents, of all gold facts of the plain texts, enough have the same record', () => {
  expect(renderings).toHaveLength(DOCX_WAYS.length * reports.length)
  expect(shareSame(renderings)).toBeGreaterThanOrEqual(WANTED)
})
