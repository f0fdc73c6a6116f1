import { strToU8 } from 'fflate'
import type { OutlinePart } from './outline.ts'
import { assembleFile, dictionary, packedStream, points, utf16Hex } from './pdf-file.ts'
import { layOutPages, PAGE_HEIGHT, PAGE_WIDTH, PERCENT_WIDTH, type PlacedPage, type PlacedText } from './pdf-layout.ts'

const PAGE_TREE = 2
const FONT = 3
const DESCENDANT = 4
const DESCRIPTOR = 5
const INFO = 6
const FIRST_PAGE = 7

/** Advances in thousandths of an em: glyphs 1-95 are the Western characters, of which 6 is the percent sign. */
const GLYPH_WIDTHS = `[1 5 500 6 6 ${PERCENT_WIDTH * 1000} 7 95 500 814 939 500]`

/**
 * The bytes of a PDF of these parts. Its one face is the standard song face under its registered name, named and not
 * embedded, as Chinese office software long wrote it: a reader needs the character map UniGB-UCS2-H to find the text. `date` is the
 * day of issue (YYYYMMDD). The same parts give the same bytes.
 */
export function renderPdf(parts: readonly OutlinePart[], head: string, date: string): Uint8Array {
  const pages = layOutPages(parts, head)
  const title = parts.find((part) => part.kind === 'title')?.text ?? ''
  const pageIds = pages.map((_, index) => FIRST_PAGE + 2 * index)
  const objects: readonly Uint8Array[] = [
    dictionary(`/Type /Catalog /Pages ${PAGE_TREE} 0 R /Lang (zh-CN)`),
    dictionary(`/Type /Pages /Count ${pages.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}]`),
    dictionary(`/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H
/DescendantFonts [${DESCENDANT} 0 R]`),
    dictionary(`/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor ${DESCRIPTOR} 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W ${GLYPH_WIDTHS}`),
    dictionary(`/Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93`),
    dictionary(`/Title <FEFF${utf16Hex(title)}> /CreationDate (D:${date}090000+08'00')`),
    ...pages.flatMap((page, index) => [pageObject(FIRST_PAGE + 2 * index + 1), contentStream(page)]),
  ]
  return assembleFile(objects, INFO, '1.4')
}

function pageObject(content: number): Uint8Array {
  return dictionary(`/Type /Page /Parent ${PAGE_TREE} 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]
/Resources << /Font << /F1 ${FONT} 0 R >> >> /Contents ${content} 0 R`)
}

function contentStream(page: PlacedPage): Uint8Array {
  const rules = page.rules.map(
    (rule) => `${points(rule.fromX)} ${points(rule.fromY)} m ${points(rule.toX)} ${points(rule.toY)} l S`,
  )
  const content = ['0.5 w', ...rules, ...page.texts.map(showText), ''].join('\n')
  return packedStream(strToU8(content))
}

function showText(text: PlacedText): string {
  return `BT /F1 ${text.size} Tf ${points(text.x)} ${points(text.y)} Td <${utf16Hex(text.text)}> Tj ET`
}
