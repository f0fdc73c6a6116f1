import { strToU8, type Zippable, zipSync } from 'fflate'
import {
  CONTENT_TYPES,
  DOCUMENT_RELATIONSHIPS,
  documentXml,
  footerXml,
  headerXml,
  PACKAGE_RELATIONSHIPS,
  STYLES,
} from '../reports/ooxml.ts'
import { type ListNumbers, type ListPlace, placeInLists } from './list-numbers.ts'
import { printLabel, type ReportPart, readParts } from './parts.ts'
import { createRunWriter, escapeXml, footnotesXml, NOTE_STYLES, type WriteRuns } from './runs.ts'
import { tableXml } from './table.ts'
import type { Way } from './ways.ts'

/** Every so many lines one stands in a text box. */
const BOX_EVERY = 5
/** Longest line that is set as a heading where its label is counted by a style. */
const LONGEST_HEADING = 40

/** The bytes of a Word document of a plain text, set in one of the ways. The same text gives the same bytes. */
export function renderDocx(text: string, way: Way): Uint8Array {
  const parts = readParts(text)
  const lists = placeInLists(parts, way.numbering === 'styles' ? ['1', '2'] : [])
  const writer = createRunWriter(way)
  const body = parts.map((part, at) => partXml(part, at, way, lists, writer.write)).join('\n')
  const first = parts.find((part) => part.kind === 'line')
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES.replace('</Types>', `${NOTES_TYPE}</Types>`),
    '_rels/.rels': PACKAGE_RELATIONSHIPS,
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONSHIPS.replace(
      '</Relationships>',
      `${NOTES_RELATION}</Relationships>`,
    ),
    'word/document.xml': documentXml(body),
    'word/styles.xml': stylesXml(way),
    'word/numbering.xml': lists.numberingXml,
    'word/footnotes.xml': footnotesXml(writer.notes),
    'word/header1.xml': headerXml(`<w:r><w:t>${escapeXml((first?.text ?? '').slice(0, 30))}</w:t></w:r>`),
    'word/footer1.xml': footerXml(),
  }
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, xml]) => [path, [strToU8(xml), { mtime: new Date(2025, 0, 1) }]]),
  )
  return zipSync(entries)
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NOTES_TYPE =
  '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
const NOTES_RELATION = `<Relationship Id="notes" Type="${OFFICE}/footnotes" Target="footnotes.xml"/>`

function stylesXml(way: Way): string {
  // LibreOffice loses punctuation that hangs over the margin when it prints.
  const all = STYLES.replace('</w:styles>', `${NOTE_STYLES}</w:styles>`).replace(
    '<w:pPr><w:spacing',
    '<w:pPr><w:overflowPunct w:val="0"/><w:spacing',
  )
  const styles =
    way.numbering === 'styles'
      ? STYLES.replace(
          /<w:outlineLvl w:val="(\d)"\/>/g,
          (outline, level: string) => listXml({ number: 1, level: Number(level) }) + outline,
        )
      : all
  return way.font === null ? styles : styles.replace(/w:eastAsia="(?!zh-CN)[^"]*"/g, `w:eastAsia="${way.font}"`)
}

function partXml(part: ReportPart, at: number, way: Way, lists: ListNumbers, write: WriteRuns): string {
  if (part.kind === 'table') {
    if (way.tables !== 'lines') return tableXml(part.rows, way.tables, write)
    return part.rows.map((row) => paragraph('', write(row.join(' | ')))).join('\n')
  }
  const { label, indented, text } = part
  if (label === null) {
    if (at === 0) return paragraph('<w:pStyle w:val="a3"/>', write(text))
    const indent = indented ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : ''
    const set = paragraph(indent, write(text))
    return way.boxes && at % BOX_EVERY === 1 ? boxXml(set, at) : set
  }
  const heading = label.level < 2 && text.length <= LONGEST_HEADING && !/[。；，]/.test(text)
  const style = heading ? `<w:pStyle w:val="${label.level + 1}"/>` : ''
  const place = lists.places.get(part)
  if (way.numbering === 'typed' || place === undefined) return paragraph(style, write(printLabel(label) + text))
  const byStyle = way.numbering === 'styles' && heading && place.number === 1 && place.level === label.level
  return paragraph(style + (byStyle ? '' : listXml(place)), write(text))
}

function listXml({ number, level }: ListPlace): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`
}

function paragraph(properties: string, content: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

const DRAWING_NAMES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'

/** A paragraph in a text box, in one of the three forms that files hold them in. */
function boxXml(content: string, at: number): string {
  const box = `<w:txbxContent>${content}</w:txbxContent>`
  const drawing =
    '<w:drawing><wp:anchor><wp:extent cx="5400000" cy="900000"/><a:graphic><a:graphicData ' +
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>' +
    `<wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
  const picture = `<w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`
  const forms = [
    `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent>`,
    drawing,
    picture,
  ]
  const form = forms[Math.floor(at / BOX_EVERY) % forms.length] ?? ''
  return `<w:p><w:r ${DRAWING_NAMES}>${form}</w:r></w:p>`
}
