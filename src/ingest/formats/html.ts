import { BaoshuError } from '../../model/error.ts'
import { assemble, type Part, type TextPart } from '../assemble.ts'
import type { Content } from '../content.ts'
import { type DecodedText, decodeText } from '../decode-text.ts'
import { readMainText } from '../html/main-text.ts'
import { checkLimit, type IngestLimits } from '../limits.ts'
import { measureDepth } from '../markup.ts'
import { readHtmlParts } from '../markup-parts.ts'

const NAMED_ENCODINGS: readonly { readonly names: RegExp; readonly encoding: DecodedText['encoding'] }[] = [
  { names: /^(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk)$/i, encoding: 'gb18030' },
  { names: /^big5(?:-hkscs)?$/i, encoding: 'big5' },
  { names: /^utf-?8$/i, encoding: 'utf-8' },
]
const META_WITHIN = 4096

/**
 * The content of a saved web page: its title, its date of publication and its main text, tables with their headers; menus
 * and the like left out. The encoding is the one that the page names (`charset`, where what sent it named it), where its
 * bytes bear that out. Throws `no_text`.
 */
export function readHtml(bytes: Uint8Array, name: string, limits: IngestLimits, charset?: string): Content {
  const { text, encoding, findings } = decodePage(bytes, name, charset)
  checkLimit(limits, 'depth', measureDepth(text, limits.depth), name)
  const page = readMainText(text)
  const body = readHtmlParts(page.content)
  checkLimit(limits, 'paragraphs', countParagraphs(body), name)
  const texts = body.filter((part): part is TextPart => part.type === 'text')
  const said = (words: string) => texts.some((part) => part.text.replace(/\s/g, '').includes(words.replace(/\s/g, '')))
  const front: Part[] = []
  if (page.title !== null && !said(page.title)) front.push(line('heading', page.title))
  if (page.published !== null && !said(page.published)) front.push(line('paragraph', page.published))
  const assembled = assemble([...front, ...body], 0)
  if (body.length === 0) {
    throw new BaoshuError('no_text', `${name} is a web page without text`, {
      place: name,
      advice: 'Open the page in a browser, wait until it is complete, and save its text.',
    })
  }
  const garbled = findings.length === 0 ? [] : [{ start: 0, end: 0, kind: 'garbled_text' as const, message: GARBLED }]
  return { format: 'html', encoding, ...assembled, findings: garbled }
}

const GARBLED = 'Some bytes of the page are no characters of its encoding and were read as �.'

function line(kind: TextPart['kind'], text: string): TextPart {
  return { type: 'text', kind, level: kind === 'heading' ? 1 : null, text, page: null }
}

function countParagraphs(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.type === 'table' ? part.cells.length : 1), 0)
}

function decodePage(bytes: Uint8Array, name: string, charset: string | undefined): DecodedText {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_WITHIN))
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? charset
  const encoding = NAMED_ENCODINGS.find(({ names }) => named !== undefined && names.test(named))?.encoding
  if (encoding !== undefined) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, findings: [] }
    } catch (error) {
      // The page names an encoding that its bytes are not in: they are looked at themselves.
      if (!(error instanceof TypeError)) throw error
    }
  }
  return decodeText(bytes, name)
}
