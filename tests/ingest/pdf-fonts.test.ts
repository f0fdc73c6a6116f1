import { expect, it, test } from 'vitest'
import { renderOfficePdf } from '../../scripts/reports/office-pdf.ts'
import { readOutline } from '../../scripts/reports/outline.ts'
import { ingestBytes } from '../../src/ingest/ingest.ts'
import { withPdf } from '../../src/ingest/pdf/open.ts'

const TEXT = '淮津市图书馆2023年工作总结\n\n　　全年举办讲座103场，接待读者9.70万人次，增长12.5%。\n淮津市图书馆\n'
const PDF = renderOfficePdf(readOutline(TEXT), '淮津市图书馆', '20231228')

/** What the library keeps of a page once it has told what is drawn on it: fonts, and drawings of their glyphs. */
interface DrawnPage {
  readonly commonObjs: Iterable<readonly [name: string, data: unknown]>
}

const keptNames = (options: { readonly pictures?: number }) =>
  withPdf(
    PDF,
    'a.pdf',
    async (document) => {
      const page = await document.getPage(1)
      await page.getOperatorList()
      return [...(page as unknown as DrawnPage).commonObjs].map(([name]) => name)
    },
    options,
  )

test.each([
  ['not made where a page is only read', {}, false],
  ['made where it is drawn', { pictures: 1_000_000 }, true],
])('drawings of glyphs are %s', async (_, options, drawn) => {
  const names = await keptNames(options)
  expect(names.length).toBeGreaterThan(1)
  expect(names.some((name) => name.includes('_path_'))).toBe(drawn)
})

it('reads the text of embedded fonts', async () => {
  const { source } = await ingestBytes(PDF, 'a.pdf')
  expect(source).toContain('全年举办讲座103场，接待读者9.70万人次，增长12.5%。')
})
