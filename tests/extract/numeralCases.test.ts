import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeRow, loadNumeralRows, rowsArePresent } from './numeralRows.ts'

/** Share of the rows that must agree. */
const LEAST_SHARE = 0.95

const DOCUMENT = 'docs/numerals-deviations.md'
const listed = [
  ...readFileSync(new URL(`../../${DOCUMENT}`, import.meta.url), 'utf8').matchAll(
    /^\| ((?:rt|dk|cn|jn)-[\w-]+) \| (.+) \| (.+) \|$/gm,
  ),
].map(([, id = '', words = '', why = '']) => ({ id, words, why }))
const deviating = new Set(listed.map(({ id }) => id))

describe(DOCUMENT, () => {
  it('names each row once, with a reason', () => {
    expect(listed.length).toBe(deviating.size)
    expect(listed.filter(({ why }) => why.trim().length < 8)).toEqual([])
  })
})

describe.skipIf(!rowsArePresent)('rows of other tools in ../shared/numerals (skipped where they are absent)', () => {
  const rows = loadNumeralRows()

  it.each(rows)('$id $kind $input', async (row) => {
    const { agrees, read } = await judgeRow(row)
    const expected = JSON.stringify(row.expected)
    if (deviating.has(row.id)) expect(agrees, `reads right: take ${row.id} out of ${DOCUMENT}`).toBe(false)
    else expect(agrees, `${expected} expected, ${read || 'nothing'} read`).toBe(true)
  })

  it('lists rows that are there', () => {
    const ids = new Set(rows.map(({ id }) => id))
    expect(listed.filter(({ id }) => !ids.has(id))).toEqual([])
  })

  it(`agrees in ${LEAST_SHARE * 100} % of the rows`, () => {
    expect(1 - deviating.size / rows.length).toBeGreaterThanOrEqual(LEAST_SHARE)
  })
})
