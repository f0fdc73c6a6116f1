import { expect } from 'vitest'
import type { SourceDocument } from '../../src/model/document.ts'

/** What holds for the blocks and pages of every document. */
export function expectSoundBlocks(document: SourceDocument): void {
  let end = 0
  for (const [index, block] of document.blocks.entries()) {
    const text = document.source.slice(block.start, block.end)
    expect(block.index).toBe(index)
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(text).toBe(text.trim())
    expect(text).not.toBe('')
    expect(text).not.toContain('\n')
    expect(block.kind === 'table_cell').toBe(block.cell !== null)
    if (document.format !== 'md') expect(document.source.slice(end, block.start)).toMatch(/^[\s|｜]*$/)
    end = block.end
  }
  let at = 0
  for (const page of document.pages) {
    expect(page.start).toBe(at)
    at = page.end
  }
  if (document.pages.length > 0) expect(at).toBe(document.source.length)
  for (const finding of document.findings) expect(finding.document).toBe(document.id)
  expect(structuredClone(document)).toEqual(document)
}

/** The words of every block. */
export function blockTexts(document: SourceDocument): readonly string[] {
  return document.blocks.map((block) => document.source.slice(block.start, block.end))
}

/** The table cells that are no headers, as `row headers/column headers=text`. */
export function dataCells(document: SourceDocument): readonly string[] {
  return document.blocks.flatMap(({ cell, start, end }) =>
    cell === null || cell.header
      ? []
      : [`${cell.rowHeaders.join('>')}/${cell.columnHeaders.join('>')}=${document.source.slice(start, end)}`],
  )
}
