import { strToU8, type Zippable, zipSync } from 'fflate'
import { ENTRY_TIME, escapeXml } from './docx.ts'
import {
  emptyNotes,
  OFFICE_CONTENT_TYPES,
  OFFICE_FONTS,
  OFFICE_NUMBERING,
  OFFICE_RELATIONSHIPS,
  OFFICE_SETTINGS,
  OFFICE_STYLES,
  officePart,
  revision,
} from './office-ooxml.ts'
import { PACKAGE_RELATIONSHIPS } from './ooxml.ts'
import type { OutlinePart } from './outline.ts'

const PAGE =
  '<w:sectPr w:rsidR="00172A27"><w:headerReference w:type="default" r:id="header1"/><w:footerReference ' +
  'w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" ' +
  'w:bottom="1984" w:left="1588" w:header="851" w:footer="1361" w:gutter="0"/><w:docGrid w:type="lines" ' +
  'w:linePitch="312"/></w:sectPr>'

/**
 * The bytes of a Word document of these parts as office software saves one that was typed and revised: every run says its
 * fonts, size and language, and is cut between Chinese and Western characters and where the spelling was marked; every
 * paragraph bears the sessions in which it was written; lists of styles stand beside it. The same parts give the same bytes.
 */
export function renderOfficeDocx(parts: readonly OutlinePart[], head: string): Uint8Array {
  const body = parts.map((part, index) => partXml(part, index)).join('')
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': OFFICE_CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'word/_rels/document.xml.rels': OFFICE_RELATIONSHIPS,
    'word/document.xml': officePart('document', `<w:body>${body}${PAGE}</w:body>`),
    'word/styles.xml': OFFICE_STYLES,
    'word/numbering.xml': OFFICE_NUMBERING,
    'word/settings.xml': OFFICE_SETTINGS,
    'word/fontTable.xml': OFFICE_FONTS,
    'word/footnotes.xml': emptyNotes('footnote'),
    'word/endnotes.xml': emptyNotes('endnote'),
    'word/header1.xml': officePart('hdr', paragraph('<w:jc w:val="center"/>', runs(head, '宋体', 18), 0)),
    'word/footer1.xml': officePart('ftr', paragraph('<w:jc w:val="center"/>', runs('— 1 —', '宋体', 18), 0)),
  }
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, [strToU8(xml), { mtime: ENTRY_TIME, level: 6 }]]),
  )
  return zipSync(entries)
}

const LINES = '<w:spacing w:line="560" w:lineRule="exact"/>'
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'

function partXml(part: OutlinePart, index: number): string {
  switch (part.kind) {
    case 'title':
      return paragraph(`${LINES}<w:jc w:val="center"/>`, runs(part.text, '方正小标宋简体', 44), index)
    case 'centred':
      return paragraph(`${LINES}<w:jc w:val="center"/>`, runs(part.text, '仿宋_GB2312', 32), index)
    case 'signature':
      return paragraph(`${LINES}<w:jc w:val="right"/>`, runs(part.text, '仿宋_GB2312', 32), index)
    case 'heading': {
      const face = part.level === 1 ? '黑体' : '楷体_GB2312'
      const style = `<w:pStyle w:val="${part.level}"/>`
      return paragraph(`${style}${LINES}${INDENT}`, runs((part.label?.printed ?? '') + part.text, face, 32), index)
    }
    case 'paragraph':
      return paragraph(
        `${LINES}${part.indented ? INDENT : ''}`,
        runs((part.label?.printed ?? '') + part.text, '仿宋_GB2312', 32),
        index,
      )
    case 'table':
      return tableXml(part.rows, index)
  }
}

function paragraph(properties: string, content: string, index: number): string {
  const session = revision(index % 60)
  const id = (0x1000_0000 + index * 0x01_0f1b).toString(16).toUpperCase()
  return (
    `<w:p w14:paraId="${id}" w14:textId="77777777" w:rsidR="${session}" w:rsidRPr="00172A27" w:rsidRDefault="${session}" ` +
    `w:rsidP="${session}"><w:pPr>${properties}<w:rPr>${fonts('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
    `</w:rPr></w:pPr>${content}</w:p>`
  )
}

/** Of so many runs one is taken by the spelling check for a slip. */
const RUNS_A_SLIP = 9
/** Words of two characters in the middle of a run are what it marks. */
const SLIP = 2

function runs(text: string, face: string, size: number): string {
  const properties = `<w:rPr>${fonts(face)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  const run = (piece: string) =>
    piece === ''
      ? ''
      : `<w:r w:rsidRPr="00172A27">${properties}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`
  return (text.match(/[!-~]+|[^!-~]+/g) ?? [])
    .map((piece, index) => {
      if (index % RUNS_A_SLIP !== 0 || piece.length < 3 * SLIP) return run(piece)
      const middle = Math.floor(piece.length / 2)
      return (
        run(piece.slice(0, middle)) +
        `<w:proofErr w:type="gramStart"/>${run(piece.slice(middle, middle + SLIP))}<w:proofErr w:type="gramEnd"/>` +
        run(piece.slice(middle + SLIP))
      )
    })
    .join('')
}

function fonts(face: string): string {
  return `<w:rFonts w:ascii="${face}" w:eastAsia="${face}" w:hAnsi="${face}" w:cs="${face}" w:hint="eastAsia"/>`
}

function tableXml(rows: readonly (readonly string[])[], index: number): string {
  const columns = rows[0]?.length ?? 0
  const width = Math.floor(8300 / columns)
  const body = rows.map((cells) => {
    const inside = cells.map(
      (cell) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
        `${paragraph('<w:jc w:val="center"/>', runs(cell, '仿宋_GB2312', 24), index)}</w:tc>`,
    )
    return `<w:tr w:rsidR="00172A27">${inside.join('')}</w:tr>`
  })
  return (
    '<w:tbl><w:tblPr><w:tblStyle w:val="a5"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>' +
    `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${body.join('')}</w:tbl>`
  )
}
