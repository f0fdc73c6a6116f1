/** Text at a place of a page: x from the left, y from the bottom, in points. */
export interface PdfText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

/** A drawn line. */
export type PdfRule = readonly [x0: number, y0: number, x1: number, y1: number]

export interface PdfPageSpec {
  readonly texts: readonly PdfText[]
  readonly rules?: readonly PdfRule[]
  /** Further operators of the page's content. */
  readonly operators?: string
  /** Degrees that the page is turned clockwise for showing. */
  readonly rotate?: number
}

/**
 * A small PDF (A4) whose font is named but not embedded, as in the files of many offices: Chinese characters are as wide
 * as the type is high, ASCII ones half as wide.
 */
export function makePdf(
  pages: readonly PdfPageSpec[],
  {
    downwards = false,
  }: { /** Whether its font sets text from the top to the bottom. */ readonly downwards?: boolean } = {},
): Uint8Array {
  const objects: string[] = []
  const pageIds = pages.map((_, at) => 5 + at * 2)
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>'
  objects[2] = `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`
  objects[3] = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-${downwards ? 'V' : 'H'} /DescendantFonts [4 0 R] >>`
  objects[4] =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)' +
    ' /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor << /Type /FontDescriptor /FontName' +
    ' /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880' +
    ' /StemV 93 >> >>'
  for (const [at, page] of pages.entries()) {
    const id = pageIds[at] ?? 0
    const content = [
      ...page.texts.map((text) => textOperators(text)),
      ...(page.rules ?? []).map(ruleOperators),
      page.operators ?? '',
    ].join('\n')
    objects[id] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${id + 1} 0 R >>`
    objects[id + 1] = `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
  }
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (let id = 1; id < objects.length; id += 1) {
    offsets[id] = file.length
    file += `${id} 0 obj\n${objects[id]}\nendobj\n`
  }
  const start = file.length
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  file += `xref\n0 ${objects.length}\n0000000000 65535 f \n${entries.join('')}`
  file += `trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Operators that set a text; `matrix` turns it. */
export function textOperators({ x, y, text, size = 12 }: PdfText, matrix = '1 0 0 1'): string {
  const hex = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  return `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm <${hex}> Tj ET`
}

function ruleOperators([x0, y0, x1, y1]: PdfRule): string {
  return `0.5 w ${x0} ${y0} m ${x1} ${y1} l S`
}

/** Width of a text in points. */
export function widthOf(text: string, size = 12): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x7e ? size : size / 2), 0)
}

/** Running text as a page sets it: 35 characters a line, the first line of each paragraph indented by two. */
export function setParagraphs(paragraphs: readonly string[], top: number): readonly PdfText[] {
  const texts: PdfText[] = []
  let y = top
  for (const paragraph of paragraphs) {
    let rest = paragraph
    let room = 33
    let x = 90 + 24
    while (rest !== '') {
      let line = ''
      for (const character of rest) {
        if (widthOf(line + character) > room * 12) break
        line += character
      }
      texts.push({ x, y, text: line })
      rest = rest.slice(line.length)
      y -= 20
      room = 35
      x = 90
    }
  }
  return texts
}
