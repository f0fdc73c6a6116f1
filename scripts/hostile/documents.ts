import { writeFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { goodDocx, goodPdf, goodReport } from './good.ts'
import { failed, type HostileFile, IN, overLimit } from './hostile-file.ts'
import { zipOf } from './zip-bytes.ts'

const MILLION = 1_000_000
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Word documents: bombs, broken ones, and such as say that they are something else. */
export const DOCUMENTS: readonly HostileFile[] = [
  row('docx/zip-bomb.docx', overLimit('unzippedBytes'), () => withPart('word/media/image1.bin', zeros(400 * MILLION))),
  row('docx/xml-bomb.docx', overLimit('xmlBytes'), () => withBody('<w:p/>'.repeat(8 * MILLION))),
  row('docx/paragraph-bomb.docx', overLimit('paragraphs'), () => withBody('<w:p/>'.repeat(400_000))),
  row('docx/table-bomb.docx', overLimit('paragraphs'), () =>
    withBody(`<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(500)}</w:tr>`.repeat(300)}</w:tbl>`),
  ),
  row('docx/entity-bomb.docx', failed('docx_damaged'), () =>
    withMain((xml) => xml.replace('<w:document', `${ENTITIES}<w:document`).replace('<w:body>', '<w:body>&i;')),
  ),
  row('docx/reads-another-file.docx', failed('docx_damaged'), () =>
    withMain((xml) =>
      xml
        .replace('<w:document', '<!DOCTYPE w:document [<!ENTITY other SYSTEM "file:///etc/hostname">]><w:document')
        .replace('<w:body>', '<w:body><w:p><w:r><w:t>&other;</w:t></w:r></w:p>'),
    ),
  ),
  row('docx/open-document.odt', failed('format_unsupported'), () =>
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<office/>') }),
  ),
  row('docx/book.epub', failed('format_unsupported'), () =>
    zipSync({ mimetype: strToU8('application/epub+zip'), 'a.xhtml': strToU8('<p>103场</p>') }),
  ),
  row('doc/is-a-page.doc', IN, () => strToU8(`<html><head></head><body><p>${goodReport('网页')}</p></body></html>`)),
  row('docx/deep-nesting.docx', overLimit('depth'), () =>
    withBody(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
  ),
  row('docx/deep-runs.docx', overLimit('depth'), () =>
    withBody(`<w:p>${'<w:smartTag>'.repeat(100_000)}<w:r><w:t>103</w:t></w:r>${'</w:smartTag>'.repeat(100_000)}</w:p>`),
  ),
  row('docx/lies-about-size.docx', failed('docx_damaged'), () => lying()),
  row('docx/cut-off.docx', failed('docx_damaged'), () => goodDocx('断').subarray(0, -300)),
  row('docx/cut-off-early.docx', failed('docx_damaged'), () => goodDocx('断').subarray(0, 500)),
  row('docx/without-main-part.docx', failed('docx_damaged'), () => withPart('word/document.xml', null)),
  row('docx/broken-xml.docx', failed('docx_damaged'), () => withBody('<w:p><w:r><w:t>103</w:p>')),
  row('docx/locked.docx', failed('docx_encrypted'), () => lockedOffice()),
  row('docx/locked-members.docx', failed('docx_encrypted'), () => lockedMembers()),
  row('docx/is-a-pdf.docx', IN, () => goodPdf('伪装')),
  row('docx/is-text.docx', IN, () => strToU8(goodReport('文本'))),
  row('docx/is-a-picture.docx', failed('format_unsupported'), () => strToU8('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', true)),
  row('docx/is-a-spreadsheet.docx', failed('format_unsupported'), () =>
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
  ),
  row('docx/report.txt', IN, () => goodDocx('改名')),
  row('doc/no-word.doc', failed('format_unsupported'), () => new Uint8Array([...OLE, ...new Uint8Array(1016)])),
  row('doc/endless-chain.doc', failed('doc_damaged'), () => endlessChain()),
  row('doc/rtf.doc', failed('format_unsupported'), () => strToU8('{\\rtf1\\ansi 103}')),
]

function row(name: string, expected: HostileFile['expected'][string], bytes: () => Uint8Array): HostileFile {
  return { name, expected: { [name]: expected }, make: (path) => writeFileSync(path, bytes()) }
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length)
}

/** A good document with one part replaced, or left out. */
function withPart(part: string, content: Uint8Array | null): Uint8Array {
  const parts: Zippable = unzipSync(goodDocx('部件'))
  if (content === null) delete parts[part]
  else parts[part] = content
  return zipSync(parts)
}

function withMain(change: (xml: string) => string): Uint8Array {
  const main = unzipSync(goodDocx('正文'))['word/document.xml'] ?? new Uint8Array()
  return withPart('word/document.xml', strToU8(change(strFromU8(main))))
}

function withBody(body: string): Uint8Array {
  return withMain((xml) => xml.replace(/<w:body>[\s\S]*<w:sectPr>/, `<w:body>${body}<w:sectPr>`))
}

/** Each entity ten of the one before: a billion when all are put in. */
const ENTITIES = `<!DOCTYPE w:document [<!ENTITY a "103场">${[...'bcdefghi']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
  .join('')}]>`

function lying(): Uint8Array {
  const parts = unzipSync(goodDocx('谎报'))
  return zipOf(
    Object.entries(parts).map(([name, content]) =>
      name === 'word/document.xml' ? { name, content, claims: 10 } : { name, content },
    ),
  )
}

function lockedMembers(): Uint8Array {
  const parts = unzipSync(goodDocx('加密'))
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content, encrypted: true })))
}

function lockedOffice(): Uint8Array {
  return new Uint8Array([...OLE, ...new Uint8Array(1016), ...Buffer.from('EncryptedPackage', 'utf16le')])
}

/** A compound file whose directory begins in a sector that follows itself. */
function endlessChain(): Uint8Array {
  const bytes = Buffer.alloc(512 * 3)
  Buffer.from(OLE).copy(bytes)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.writeUInt32LE(0xfffffffe, 60)
  bytes.writeUInt32LE(0xfffffffe, 68)
  bytes.writeUInt32LE(0, 76)
  for (let at = 80; at < 512; at += 4) bytes.writeUInt32LE(0xffffffff, at)
  bytes.writeUInt32LE(0xfffffffd, 512)
  bytes.writeUInt32LE(1, 516)
  bytes.writeUInt16LE(0xa5ec, 1024)
  bytes.writeUInt16LE(0xc1, 1026)
  return bytes
}
