/** Parts of a Word document as office software writes them around a report: nearly all of it is the same in every file. */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SCHEMAS = 'http://schemas.openxmlformats.org'
const MICROSOFT = 'http://schemas.microsoft.com/office/word'
const NAMESPACES =
  `xmlns:mc="${SCHEMAS}/markup-compatibility/2006" xmlns:r="${SCHEMAS}/officeDocument/2006/relationships" ` +
  `xmlns:w="${SCHEMAS}/wordprocessingml/2006/main" xmlns:w14="${MICROSOFT}/2010/wordml" ` +
  `xmlns:w15="${MICROSOFT}/2012/wordml" xmlns:w16="${MICROSOFT}/2018/wordml" mc:Ignorable="w14 w15 w16"`
const PACKAGE = `${SCHEMAS}/package/2006`
const OFFICE = `${SCHEMAS}/officeDocument/2006/relationships`
const PART_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const PARTS = ['styles', 'numbering', 'settings', 'fontTable', 'footnotes', 'endnotes', 'header1', 'footer1'] as const

export const OFFICE_CONTENT_TYPES =
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${PART_TYPE}.document.main+xml"/>` +
  PARTS.map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${PART_TYPE}.${part.replace('1', '')}+xml"/>`,
  ).join('') +
  '</Types>'

export const OFFICE_RELATIONSHIPS =
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  PARTS.map(
    (part) => `<Relationship Id="${part}" Type="${OFFICE}/${part.replace('1', '')}" Target="${part}.xml"/>`,
  ).join('') +
  '</Relationships>'

/** Styles that Word knows of and that the file does not define: it lists all of them in every file, some three hundred. */
const LATENT_STYLES: readonly string[] = [
  'Normal',
  ...numbered('heading', 9),
  ...numbered('index', 9),
  ...numbered('toc', 9),
  ...['Normal Indent', 'footnote text', 'annotation text', 'header', 'footer', 'index heading', 'caption'],
  ...['table of figures', 'envelope address', 'envelope return', 'footnote reference', 'line number', 'page number'],
  ...['endnote reference', 'endnote text', 'table of authorities', 'macro', 'toa heading', 'Title', 'Closing'],
  ...['List', 'List Bullet', 'List Number', 'List Continue'].flatMap((name) => [name, ...numbered(name, 5).slice(1)]),
  ...[
    'Signature',
    'Body Text',
    'Body Text Indent',
    'Subtitle',
    'Salutation',
    'Date',
    'Hyperlink',
    'Strong',
    'Emphasis',
  ],
  ...['Plain Text', 'Normal (Web)', 'HTML Preformatted', 'Normal Table', 'No List', 'Balloon Text', 'Table Grid'],
  ...['Simple', 'Classic', 'Colorful', 'Columns', 'Grid', 'List', '3D effects', 'Web'].flatMap((name) =>
    numbered(`Table ${name}`, 3),
  ),
  ...['Light Shading', 'Light List', 'Light Grid', 'Medium Shading 1', 'Medium Shading 2', 'Medium List 1']
    .concat(['Medium List 2', 'Medium Grid 1', 'Medium Grid 2', 'Medium Grid 3', 'Dark List', 'Colorful Shading'])
    .concat(['Colorful List', 'Colorful Grid', 'Grid Table 1 Light', 'Grid Table 2', 'Grid Table 3', 'Grid Table 4'])
    .concat(['Grid Table 5 Dark', 'Grid Table 6 Colorful', 'Grid Table 7 Colorful', 'List Table 1 Light'])
    .concat(['List Table 2', 'List Table 3', 'List Table 4', 'List Table 5 Dark', 'List Table 6 Colorful'])
    .flatMap((name) => [name, ...numbered(`${name} Accent`, 6)]),
]

/** Styles with the ids that a Chinese Word gives them: `1` and `2` are its headings, `a3` its title. */
export const OFFICE_STYLES =
  `${DECLARATION}<w:styles ${NAMESPACES}>` +
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" ' +
  'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/>' +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" ' +
  `w:defQFormat="0" w:count="${LATENT_STYLES.length}">` +
  LATENT_STYLES.map((name) => `<w:lsdException w:name="${name}" w:semiHidden="1" w:unhideWhenUsed="1"/>`).join('') +
  '</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>' +
  '<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>' +
  Array.from({ length: 6 }, (_, index) => headingStyle(index + 1)).join('') +
  '<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" ' +
  'w:type="dxa"/></w:tblPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:next w:val="a"/>' +
  '<w:link w:val="a4"/><w:qFormat/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:customStyle="1" w:styleId="a4"><w:name w:val="标题 字符"/><w:basedOn w:val="a0"/>' +
  '<w:link w:val="a3"/></w:style><w:style w:type="table" w:styleId="a5"><w:name w:val="Table Grid"/>' +
  '<w:basedOn w:val="a1"/></w:style></w:styles>'

/** Lists that the file defines and its typed numbers do not use, each of nine levels. */
export const OFFICE_NUMBERING =
  `${DECLARATION}<w:numbering ${NAMESPACES}>` +
  [0, 1, 2, 3]
    .map(
      (list) =>
        `<w:abstractNum w:abstractNumId="${list}"><w:nsid w:val="1A2B3C0${list}"/><w:multiLevelType ` +
        `w:val="hybridMultilevel"/>${Array.from({ length: 9 }, (_, depth) => listLevel(depth)).join('')}</w:abstractNum>`,
    )
    .join('') +
  [0, 1, 2, 3].map((list) => `<w:num w:numId="${list + 1}"><w:abstractNumId w:val="${list}"/></w:num>`).join('') +
  '</w:numbering>'

export const OFFICE_SETTINGS =
  `${DECLARATION}<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>` +
  '<w:defaultTabStop w:val="420"/><w:drawingGridVerticalSpacing w:val="156"/><w:compat><w:useFELayout/></w:compat>' +
  `<w:rsids><w:rsidRoot w:val="00172A27"/>${Array.from(
    { length: 60 },
    (_, index) => `<w:rsid w:val="${revision(index)}"/>`,
  ).join('')}</w:rsids></w:settings>`

export const OFFICE_FONTS = `${DECLARATION}<w:fonts ${NAMESPACES}>${[
  '仿宋_GB2312',
  '黑体',
  '楷体_GB2312',
  '宋体',
  'Times New Roman',
]
  .map(
    (name) =>
      `<w:font w:name="${name}"><w:panose1 w:val="02010600030101010101"/><w:charset w:val="86"/><w:family w:val="auto"/>` +
      '<w:pitch w:val="variable"/></w:font>',
  )
  .join('')}</w:fonts>`

/** The lines that part notes from the text, which stand in every file; it has no notes. */
export function emptyNotes(kind: 'footnote' | 'endnote'): string {
  const note = (type: string, id: number) =>
    `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:${kind}>`
  return (
    `${DECLARATION}<w:${kind}s ${NAMESPACES}>${note('separator', -1)}${note('continuationSeparator', 0)}` +
    `</w:${kind}s>`
  )
}

/** The main part, a running head or a foot around what stands in it. */
export function officePart(element: 'document' | 'hdr' | 'ftr', content: string): string {
  return `${DECLARATION}<w:${element} ${NAMESPACES}>${content}</w:${element}>`
}

/** Eight hexadecimal digits that name an editing session. */
export function revision(index: number): string {
  return (0x0017_2a27 + index * 0x0001_3c57).toString(16).toUpperCase().padStart(8, '0')
}

function numbered(name: string, most: number): readonly string[] {
  return Array.from({ length: most }, (_, index) => `${name} ${index + 1}`)
}

function headingStyle(depth: number): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${depth}"><w:name w:val="heading ${depth}"/><w:basedOn w:val="a"/>` +
    `<w:next w:val="a"/><w:link w:val="${depth}0"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>` +
    `<w:keepLines/><w:outlineLvl w:val="${depth - 1}"/></w:pPr></w:style>` +
    `<w:style w:type="character" w:customStyle="1" w:styleId="${depth}0"><w:name w:val="标题 ${depth} 字符"/>` +
    `<w:basedOn w:val="a0"/><w:link w:val="${depth}"/><w:uiPriority w:val="9"/></w:style>`
  )
}

function listLevel(depth: number): string {
  return (
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${depth % 3 === 2 ? 'lowerRoman' : 'decimal'}"/>` +
    `<w:lvlText w:val="%${depth + 1}."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${440 * (depth + 1)}" ` +
    'w:hanging="440"/></w:pPr></w:lvl>'
  )
}
