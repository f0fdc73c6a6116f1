import { strToU8, type Zippable, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { BaoshuError } from '../../model/error.ts'
import { assemble, type Part } from '../assemble.ts'
import { isBrokenOff, isSetInLines, joinBroken } from '../broken-lines.ts'
import type { Content } from '../content.ts'
import { findGarbled } from '../decode-text.ts'
import { createNumberCounter } from '../docx/numbering.ts'
import { CONTENTS_STYLE, HEADING_STYLE, LIST_STYLE, rewriteDocument } from '../docx/rewrite.ts'
import { readStyles } from '../docx/styles.ts'
import { checkLimit, type IngestLimits } from '../limits.ts'
import { isTitleLike } from '../line-label.ts'
import { measureDepth, readMarkup } from '../markup.ts'
import { readHtmlParts } from '../markup-parts.ts'
import { BARS, type CellSeparator, findTextTable } from '../text-tables.ts'
import { readZip, type ZipContents } from '../zip.ts'

const PARSED_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/
/** Parts that hold no report: pictures of the page, settings, and running heads, which mammoth passes over as well. */
const IDLE_PARTS = /^word\/(?:_rels\/)?(?:settings|webSettings|fontTable|header\d*|footer\d*)\.xml/
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const STYLE_MAP = [`p.${CONTENTS_STYLE} => p.t1:fresh`].concat(
  LEVELS.flatMap((level) => [
    `p.${HEADING_STYLE}${level} => p.h${level}:fresh`,
    `p.${LIST_STYLE}${level} => p.l${level}:fresh`,
  ]),
)

/**
 * The content of a Word document: its text one paragraph a line, with the automatic numbers that Word shows, tables
 * with their headers, and notes at the end; tracked changes as if accepted. Throws `docx_damaged`, `docx_encrypted` or
 * a limit's error.
 */
export async function readDocx(bytes: Uint8Array, name: string, limits: IngestLimits): Promise<Content> {
  const zip = await readParts(bytes, name, limits)
  if (zip.encrypted) throw encryptedError(name)
  const packed = rewritePackage(zip, name, limits)
  const html = await convert(packed, name)
  const parts = rejoin(markTitle(readTextTables(readHtmlParts(readMarkup(html.replaceAll('\t', TAB_SIGN))))))
  const assembled = assemble(parts, 0)
  const noText = {
    start: 0,
    end: 0,
    kind: 'no_text_layer' as const,
    message: 'The document holds no text: its pages may be pictures, which need text recognition first.',
  }
  return {
    format: 'docx',
    encoding: null,
    ...assembled,
    findings: assembled.source === '' ? [noText] : findGarbled(assembled.source),
  }
}

/** The error for a Word document that is locked with a password. */
export function encryptedError(name: string, cause?: unknown): BaoshuError {
  return new BaoshuError('docx_encrypted', `${name} is locked with a password`, {
    place: name,
    advice: 'Open it with its password and save it without one.',
    cause,
  })
}

function damagedError(name: string, cause?: unknown): BaoshuError {
  return new BaoshuError('docx_damaged', `${name} is a damaged or cut-off Word document`, {
    place: name,
    advice: 'Fetch the file again, or open it in Word or WPS, let it be repaired and save it anew.',
    cause,
  })
}

async function readParts(bytes: Uint8Array, name: string, limits: IngestLimits): Promise<ZipContents> {
  try {
    const wanted = (member: string) => PARSED_PARTS.test(member) && !IDLE_PARTS.test(member)
    return await readZip(bytes, name, limits, wanted, 'xmlBytes')
  } catch (cause) {
    if (cause instanceof BaoshuError) throw cause
    throw damagedError(name, cause)
  }
}

/** The document packed anew, with its numbers written out and without all that is not read. */
function rewritePackage(zip: ZipContents, name: string, limits: IngestLimits): Uint8Array {
  const parts = new Map(zip.members.map((member) => [member.name, member.bytes]))
  for (const [part, content] of parts) {
    if (part.endsWith('.xml')) checkLimit(limits, 'depth', measureDepth(decodeXml(content), limits.depth), name)
  }
  const read = (part: string) => decodeXml(parts.get(part))
  const documentName = findDocumentPart(read('_rels/.rels'), parts)
  const documentBytes = documentName === null ? undefined : parts.get(documentName)
  if (documentName === null || documentBytes === undefined) throw damagedError(name)
  const findStyle = readStyles(read('word/styles.xml'))
  const numbering = read('word/numbering.xml')
  const count = numbering === '' ? null : createNumberCounter(numbering, findStyle)
  const rewritten = rewriteDocument(decodeXml(documentBytes), findStyle, count, limits, name)
  const files: Zippable = {}
  for (const [part, content] of parts) if (part !== 'word/numbering.xml') files[part] = content
  files[documentName] = strToU8(rewritten)
  return zipSync(files, { level: 0 })
}

function decodeXml(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return ''
  const bom = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = bom === 0xfffe ? 'utf-16le' : bom === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function findDocumentPart(relations: string, parts: ReadonlyMap<string, Uint8Array>): string | null {
  const relation = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(([tag]) =>
    /Type="[^"]*\/officeDocument"/.test(tag),
  )
  const target = /Target="\/?([^"]+)"/.exec(relation?.[0] ?? '')?.[1]
  if (target !== undefined && parts.has(target)) return target
  return parts.has('word/document.xml') ? 'word/document.xml' : null
}

async function convert(packed: Uint8Array, name: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packed) },
      {
        styleMap: STYLE_MAP,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (cause) {
    throw damagedError(name, cause)
  }
}

/** Stands for a tab while white space is closed up. */
const TAB_SIGN = '\u241f'
/** One tab may stand behind a list number or before a page number, and then makes no table. */
const TAB_SIGNS: CellSeparator = { between: /\s*\u241f\s*/g, present: /\S\s*\u241f/, fewestColumns: 3, fewestLines: 2 }
/** 1．文体广场 ␟ 标准：不少于6个: one tab between words parts an item from what is told of it. */
const ONE_TAB_SIGN: CellSeparator = {
  between: /\s*\u241f\s*/g,
  present: /^[^\u241f]*[\u3400-\u9fff]{2}[^\u241f]*\u241f[^\u241f]*[\u3400-\u9fff]{2}[^\u241f]*$/,
  fewestColumns: 2,
  fewestLines: 2,
}

/** The parts with tables made of the lines whose cells are divided by bars or tabs; other tabs are spaces. */
function readTextTables(parts: readonly Part[]): readonly Part[] {
  const lines = parts.map((part) => (part.type === 'text' && part.kind !== 'heading' ? part.text : null))
  const read: Part[] = []
  for (let at = 0; at < parts.length; ) {
    const table = findTextTable(lines, at, [BARS, TAB_SIGNS, ONE_TAB_SIGN])
    const part = parts[at]
    if (part === undefined) break
    if (table === null) {
      read.push(withoutTabs(part))
      at += 1
      continue
    }
    const rows = lines.slice(at, table.end).map((line) => (line ?? '').split(table.separator.between))
    const cells = rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ text: text.trim(), row, column, rowSpan: 1, columnSpan: 1, marked: false })),
    )
    read.push({ type: 'table', cells, pages: rows.map(() => null) })
    at = table.end
  }
  return read
}

function withoutTabs(part: Part): Part {
  const close = (text: string) => text.replace(/\s*\u241f\s*/g, ' ').trim()
  if (part.type === 'text') return part.text.includes(TAB_SIGN) ? { ...part, text: close(part.text) } : part
  if (!part.cells.some((cell) => cell.text.includes(TAB_SIGN))) return part
  return { ...part, cells: part.cells.map((cell) => ({ ...cell, text: close(cell.text) })) }
}

/** The parts with the first short line as the title, where the file itself marks no heading. */
function markTitle(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex((part) => part.type === 'text')
  const part = parts[first]
  if (part?.type !== 'text' || part.kind !== 'paragraph' || !isTitleLike(part.text)) return parts
  return parts.with(first, { ...part, kind: 'heading', level: 1 })
}

/** The parts with paragraphs put together again that the file holds line by line. */
function rejoin(parts: readonly Part[]): readonly Part[] {
  const lines = parts.flatMap((part) => (part.type === 'text' && part.kind === 'paragraph' ? [part.text] : []))
  if (!isSetInLines(lines)) return parts
  const joined: Part[] = []
  let last = ''
  for (const part of parts) {
    const before = joined.at(-1)
    const open =
      before?.type === 'text' && before.kind !== 'heading' && part.type === 'text' && part.kind === 'paragraph'
    if (open && isBrokenOff(last, part.text))
      joined[joined.length - 1] = { ...before, text: joinBroken(before.text, part.text) }
    else joined.push(part)
    last = part.type === 'text' ? part.text : ''
  }
  return joined
}
