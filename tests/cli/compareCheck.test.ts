import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith } from '../folder.ts'
import { baoshu, jsonLines } from './run.ts'

const REPORTS = fileURLToPath(new URL('../../fixtures/reports/archive', import.meta.url))
const KINDS: Readonly<Record<string, string>> = {
  wrong_growth: 'claim_mismatch',
  parts_exceed_total: 'sum_mismatch',
  restated_figure: 'conflict',
}

interface Planted {
  readonly kind: string
  readonly document: string
  readonly quote: string
  readonly indicator: string
}

test('check finds the planted contradictions of the bundled reports and nothing else', () => {
  const folder = folderWith()
  expect(baoshu(folder, ['import', REPORTS]).code).toBe(0)
  const { code, stdout } = baoshu(folder, ['check', '--format', 'jsonl'])
  expect(code).toBe(0)
  const { planted } = JSON.parse(
    readFileSync(new URL('../../fixtures/reports/planted.json', import.meta.url), 'utf8'),
  ) as { readonly planted: readonly Planted[] }
  const names = new Map(
    jsonLines<{ id: string; paths: readonly string[] }>(baoshu(folder, ['documents', '--format', 'jsonl']).stdout).map(
      (row) => [row.id, basename(row.paths[0] ?? '').replace(/\.\w+$/, '')],
    ),
  )
  const found = jsonLines<Planted>(stdout).map(({ kind, document, quote, indicator }) => ({
    kind,
    document: names.get(document),
    quote,
    indicator,
  }))
  const wanted = planted.map(({ kind, document, quote, indicator }) => ({
    kind: KINDS[kind],
    document,
    quote,
    indicator,
  }))
  const order = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
  expect(order(found)).toEqual(order(wanted))
})
