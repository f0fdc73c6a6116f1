import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import type { OutlinePart } from './outline.ts'
import { assembleFile, dictionary, packedStream, utf16Hex } from './pdf-file.ts'
import { characterWidth, type Face, layOutPages, PAGE_HEIGHT, PAGE_WIDTH, type PlacedPage } from './pdf-layout.ts'
import { buildFont, type FontShape } from './true-type.ts'

type FontName = Face | 'western'

/** The faces of a report in office software: as large as those in published files were measured to be. */
const FONTS: Readonly<Record<FontName, FontShape>> = {
  title: { name: 'ABCDEF+XBSong', glyphs: 22_034, advance: 1000, contours: 10 },
  heading: { name: 'BCDEFG+Hei', glyphs: 28_682, advance: 1000, contours: 7 },
  body: { name: 'CDEFGH+FangSong', glyphs: 22_034, advance: 1000, contours: 10 },
  western: { name: 'DEFGHI+Times', glyphs: 3380, advance: 500, contours: 8 },
}
const FONT_NAMES = ['title', 'heading', 'body', 'western'] as const satisfies readonly FontName[]

const PAGE_TREE = 2
const INFO = 3
const STATE = 4
const FIRST_FONT = 5
/** Of a font: the composite one, its descendant, descriptor, file, and the table of its characters. */
const OBJECTS_A_FONT = 5
/** Office software places glyphs in twentieths of a point. */
const STEPS_A_POINT = 20

/** The glyphs of one face that a report uses, in the order of their first use. */
type UsedGlyphs = Map<string, number>

/**
 * The bytes of a PDF of these parts as office software exports it: each face embedded as far as it is used, with a table
 * that leads from glyphs to characters; every line cut where its face changes, every glyph set by itself. `date` is the
 * day of issue (YYYYMMDD). The same parts give the same bytes.
 */
export function renderOfficePdf(parts: readonly OutlinePart[], head: string, date: string): Uint8Array {
  const used: Readonly<Record<FontName, UsedGlyphs>> = {
    title: new Map(),
    heading: new Map(),
    body: new Map(),
    western: new Map(),
  }
  const contents = layOutPages(parts, head).map((page) => packedStream(strToU8(contentOf(page, used))))
  const firstPage = FIRST_FONT + FONT_NAMES.length * OBJECTS_A_FONT
  const pageIds = contents.map((_, index) => `${firstPage + 2 * index} 0 R`)
  const title = parts.find((part) => part.kind === 'title')?.text ?? ''
  const resources = FONT_NAMES.map((_, index) => `/F${index} ${FIRST_FONT + index * OBJECTS_A_FONT} 0 R`).join(' ')
  return assembleFile(
    [
      dictionary(`/Type /Catalog /Pages ${PAGE_TREE} 0 R /Lang (zh-CN)`),
      dictionary(`/Type /Pages /Count ${contents.length} /Kids [${pageIds.join(' ')}]`),
      dictionary(`/Title <FEFF${utf16Hex(title)}> /CreationDate (D:${date}090000+08'00')`),
      dictionary('/Type /ExtGState /AIS false /BM /Normal /CA 1 /ca 1'),
      ...FONT_NAMES.flatMap((name, index) => fontObjects(FONTS[name], used[name], FIRST_FONT + index * OBJECTS_A_FONT)),
      ...contents.flatMap((content, index) => [
        dictionary(`/Type /Page /Parent ${PAGE_TREE} 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]
/Resources << /Font << ${resources} >> /ExtGState << /GS ${STATE} 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R`),
        content,
      ]),
    ],
    INFO,
    '1.7',
  )
}

/** The drawing of a page, from its upper left corner; notes which glyphs it uses. */
function contentOf(page: PlacedPage, used: Readonly<Record<FontName, UsedGlyphs>>): string {
  const rules = page.rules.map(
    (rule) => `${hundredths(rule.fromX)} ${top(rule.fromY)} m\n${hundredths(rule.toX)} ${top(rule.toY)} l\nS`,
  )
  const texts = page.texts.flatMap((line) => {
    let x = line.x
    return (line.text.match(/[!-~]+|[^!-~]+/g) ?? []).map((piece) => {
      const name = /[!-~]/.test(piece) ? 'western' : line.face
      const shown = showPiece(piece, used[name], line.size)
      const drawn = `q\nBT\n0 0 0 rg\n/F${FONT_NAMES.indexOf(name)} ${line.size * STEPS_A_POINT} Tf\n/GS gs
${1 / STEPS_A_POINT} 0 0 -${1 / STEPS_A_POINT} ${hundredths(x)} ${top(line.y)} Tm\n${shown}\nET\nQ`
      for (const character of piece) x += characterWidth(character) * line.size
      return drawn
    })
  })
  const frame = `q\n1 0 0 -1 0 ${PAGE_HEIGHT} cm\nq\n0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT} re\nW* n\n0.5 w`
  return `${[frame, ...rules, ...texts].join('\n')}\nQ\nQ\n`
}

/** `<0012>Tj 240 -0 TD<5596>Tj …`. */
function showPiece(piece: string, used: UsedGlyphs, size: number): string {
  let shown = ''
  let step = 0
  for (const character of piece) {
    const glyph = glyphOf(character)
    used.set(character, glyph)
    shown += `${shown === '' ? '' : ` ${step} -0 TD`}<${hex(glyph)}>Tj`
    step = Math.round(characterWidth(character) * size * STEPS_A_POINT * 1000) / 1000
  }
  return shown
}

const FIRST_HAN = 0x4e00
const HAN_GLYPHS = 1000
const MARK_GLYPHS = 200

/** The place of a character in its font: Western ones first, then marks, then Chinese characters. */
function glyphOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x7f) return code - 0x1d
  if (code >= FIRST_HAN && code < 0xa000) return HAN_GLYPHS + code - FIRST_HAN
  return MARK_GLYPHS + (code % (HAN_GLYPHS - MARK_GLYPHS))
}

function fontObjects(shape: FontShape, used: UsedGlyphs, first: number): readonly Uint8Array[] {
  const glyphs = [...used].map(([character, number]) => ({ number, advance: characterWidth(character) * 1000 }))
  const odd = glyphs.filter(({ advance }) => advance !== shape.advance)
  const widths = odd.map(({ number, advance }) => `${number} [${advance}]`).join(' ')
  const file = buildFont(shape, glyphs)
  return [
    dictionary(`/Type /Font /Subtype /Type0 /BaseFont /${shape.name} /Encoding /Identity-H
/DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 4} 0 R`),
    dictionary(`/Type /Font /Subtype /CIDFontType2 /BaseFont /${shape.name} /FontDescriptor ${first + 2} 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity
/DW ${shape.advance} /W [${widths}]`),
    dictionary(`/Type /FontDescriptor /FontName /${shape.name} /Flags 4 /FontBBox [0 -150 1000 850] /ItalicAngle 0
/Ascent 850 /Descent -150 /CapHeight 700 /StemV 80 /FontFile2 ${first + 3} 0 R`),
    packedStream(file, ` /Length1 ${file.length}`, deflateSync),
    packedStream(strToU8(characterMap(used))),
  ]
}

const MOST_LINES = 100

/** The table that leads from glyphs to characters, by which text is copied out of the file. */
function characterMap(used: UsedGlyphs): string {
  const lines = [...used]
    .sort((a, b) => a[1] - b[1])
    .map(([character, glyph]) => `<${hex(glyph)}> <${utf16Hex(character)}>`)
  let blocks = ''
  for (let at = 0; at < lines.length; at += MOST_LINES) {
    const block = lines.slice(at, at + MOST_LINES)
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

function hex(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(4, '0')
}

/** A height measured from the foot of the page, from its top. */
function top(y: number): string {
  return hundredths(PAGE_HEIGHT - y)
}

function hundredths(value: number): string {
  return String(Math.round(value * 100) / 100)
}
