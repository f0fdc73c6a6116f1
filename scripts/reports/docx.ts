import { strToU8, type Zippable, zipSync } from 'fflate'
import {
  CONTENT_TYPES,
  DECIMAL_LIST,
  DOCUMENT_RELATIONSHIPS,
  documentXml,
  footerXml,
  headerXml,
  numberingXml,
  PACKAGE_RELATIONSHIPS,
  STYLES,
} from './ooxml.ts'
import type { Label, OutlinePart } from './outline.ts'

/** Time stamp of every entry: zip files hold local time, so this is built from local parts and never shifts. */
export const ENTRY_TIME = new Date(2025, 0, 1)

/** Space before the first line of a paragraph, in hundredths of a character. */
const TWO_CHARACTERS = 200

/**
 * The bytes of a Word document of these parts: styled title and headings, real tables, a running head and a page
 * number. With `automatic` numbering, 一、 （一） and 1. are list numbers and stand in no run of text. The same parts
 * give the same bytes on every machine.
 */
export function renderDocx(parts: readonly OutlinePart[], numbering: 'automatic' | 'typed', head: string): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONSHIPS,
    'word/document.xml': documentXml(parts.map((part) => partXml(part, numbering === 'automatic')).join('\n')),
    'word/styles.xml': STYLES,
    'word/numbering.xml': numberingXml(),
    'word/header1.xml': headerXml(runs(head)),
    'word/footer1.xml': footerXml(),
  }
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, [strToU8(xml), { mtime: ENTRY_TIME, level: 9 }]]),
  )
  return zipSync(entries)
}

function partXml(part: OutlinePart, automatic: boolean): string {
  switch (part.kind) {
    case 'title':
      return paragraph('<w:pStyle w:val="a3"/>', runs(part.text))
    case 'centred':
      return paragraph('<w:jc w:val="center"/>', runs(part.text))
    case 'signature':
      return paragraph('<w:jc w:val="right"/>', runs(part.text))
    case 'heading': {
      const style = `<w:pStyle w:val="${part.level}"/>`
      return labelled(style, '', part.label, part.text, automatic)
    }
    case 'paragraph': {
      const indent = part.indented ? `<w:ind w:firstLineChars="${TWO_CHARACTERS}" w:firstLine="480"/>` : ''
      return labelled('', indent, part.label, part.text, automatic)
    }
    case 'table':
      return tableXml(part.rows)
  }
}

function labelled(style: string, indent: string, label: Label | null, text: string, automatic: boolean): string {
  if (label === null) return paragraph(style + indent, runs(text))
  if (!automatic) return paragraph(style + indent, runs(label.printed + text))
  return paragraph(`${style}<w:numPr>${listPlace(label)}</w:numPr>${indent}`, runs(text))
}

function listPlace(label: Label): string {
  if (label.kind === 'decimal') return `<w:ilvl w:val="0"/><w:numId w:val="${DECIMAL_LIST}"/>`
  return `<w:ilvl w:val="${label.kind === 'han' ? 0 : 1}"/><w:numId w:val="1"/>`
}

function paragraph(properties: string, content: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

/** Runs of text as Word cuts them: Chinese and Western characters apart, each with its own font. */
function runs(text: string): string {
  return (text.match(/[!-~]+|[^!-~]+/g) ?? [])
    .map((piece) => {
      const hint = /[!-~]/.test(piece) ? '' : '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
      return `<w:r>${hint}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`
    })
    .join('')
}

function tableXml(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0
  const width = Math.floor(8300 / columns)
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  const body = rows.map((cells, row) => {
    const head = row === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    const inside = cells.map(
      (cell) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>` +
        `${paragraph('<w:jc w:val="center"/>', runs(cell))}</w:tc>`,
    )
    return `<w:tr>${head}${inside.join('')}</w:tr>`
  })
  return (
    '<w:tbl><w:tblPr><w:tblStyle w:val="a5"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>' +
    `<w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  )
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
