import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const SPACES = `${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`

export interface DocxSpec {
  /** Content of `w:body`. */
  readonly body: string
  /** Content of `w:numbering`. */
  readonly numbering?: string
  /** Content of `w:styles`. */
  readonly styles?: string
  /** Content of `w:footnotes`. */
  readonly footnotes?: string
  /** Content of a header that the body refers to as `rId9`. */
  readonly header?: string
  /** Further files of the package. */
  readonly more?: Zippable
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A Word document of the given parts. */
export function makeDocx(spec: DocxSpec): Uint8Array {
  const parts = [
    ['numbering', spec.numbering, 'numbering'],
    ['styles', spec.styles, 'styles'],
    ['footnotes', spec.footnotes, 'footnotes'],
    ['header1', spec.header, 'hdr'],
  ] as const
  const present = parts.filter(([, content]) => content !== undefined)
  const files: Zippable = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PART}.document.main+xml"/>${present.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${PART}.${name.replace(/\d/, '')}+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${present.map(([name], at) => `<Relationship Id="rId${at + 6}" Type="${OFFICE}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    ),
    'word/document.xml': xml(`<w:document ${SPACES}><w:body>${spec.body}</w:body></w:document>`),
    ...spec.more,
  }
  for (const [name, content, root] of present) files[`word/${name}.xml`] = xml(`<w:${root} ${W}>${content}</w:${root}>`)
  return zipSync(files)
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`)
}

/** A paragraph of one run. `properties` is the content of `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** The `w:numPr` of a paragraph. */
export function num(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
}

/** One level of a list definition. */
export function level(at: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
}

/** A table of plain cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => cell(text)).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

export function cell(text: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`
}
