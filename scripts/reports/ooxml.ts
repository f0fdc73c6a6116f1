const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONSHIPS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Number of the list that counts 1. 2. 3.; list 1 counts 一、 and （一）. */
export const DECIMAL_LIST = 2

const PARTS = ['styles', 'numbering', 'header', 'footer'] as const

export const CONTENT_TYPES =
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${PART_TYPE}.document.main+xml"/>` +
  PARTS.map((part) => `<Override PartName="/word/${fileOf(part)}" ContentType="${PART_TYPE}.${part}+xml"/>`).join('') +
  '</Types>'

export const PACKAGE_RELATIONSHIPS =
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`

export const DOCUMENT_RELATIONSHIPS =
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  PARTS.map((part) => `<Relationship Id="${part}" Type="${OFFICE}/${part}" Target="${fileOf(part)}"/>`).join('') +
  '</Relationships>'

/** Styles with the ids that a Chinese Word gives them: `1` and `2` are its headings, `a3` its title. */
export const STYLES =
  `${DECLARATION}<w:styles ${WORD}>` +
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" ' +
  'w:hAnsi="Times New Roman"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>' +
  '</w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>' +
  '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>' +
  headingStyle(1, '黑体') +
  headingStyle(2, '楷体_GB2312') +
  '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>' +
  '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/></w:rPr></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style>' +
  '<w:style w:type="table" w:styleId="a5"><w:name w:val="Table Grid"/><w:basedOn w:val="a1"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('') +
  '</w:tblBorders></w:tblPr></w:style></w:styles>'

/** The lists: 一、 with （一） below it, and 1. of its own. */
export function numberingXml(): string {
  const han = 'chineseCountingThousand'
  return (
    `${DECLARATION}<w:numbering ${WORD}>` +
    `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, han, '%1、')}` +
    `${level(1, han, '（%2）')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level(0, 'decimal', '%1、')}` +
    '</w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    `<w:num w:numId="${DECIMAL_LIST}"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  )
}

/** The main part around the paragraphs and tables of the body. */
export function documentXml(body: string): string {
  return (
    `${DECLARATION}<w:document ${WORD} ${RELATIONSHIPS}><w:body>\n${body}\n` +
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" ' +
    'w:header="851" w:footer="1361" w:gutter="0"/></w:sectPr></w:body></w:document>'
  )
}

/** The running head around its runs. */
export function headerXml(runs: string): string {
  return `${DECLARATION}<w:hdr ${WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p></w:hdr>`
}

/** A foot with the page number between dashes: — 1 —. */
export function footerXml(): string {
  const text = '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
  const end = '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
  return `${DECLARATION}<w:ftr ${WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${text}${field}${end}</w:p></w:ftr>`
}

function fileOf(part: (typeof PARTS)[number]): string {
  return part === 'header' || part === 'footer' ? `${part}1.xml` : `${part}.xml`
}

function headingStyle(depth: 1 | 2, font: string): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${depth}"><w:name w:val="heading ${depth}"/><w:basedOn w:val="a"/>` +
    `<w:next w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${depth - 1}"/></w:pPr>` +
    `<w:rPr><w:rFonts w:eastAsia="${font}"/></w:rPr></w:style>`
  )
}

function level(depth: number, format: string, text: string): string {
  return (
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/>` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`
  )
}
