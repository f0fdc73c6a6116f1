import WordExtractor from 'word-extractor'
import { BaoshuError } from '../../model/error.ts'
import { assemble, type Part } from '../assemble.ts'
import { closeLetterspacing } from '../broken-lines.ts'
import type { Content } from '../content.ts'
import { findWordHeader, hasSoundChains } from '../doc/compound-file.ts'
import { setRows } from '../doc/unequal-rows.ts'
import { checkLimit, type IngestLimits } from '../limits.ts'
import { isTitleLike, readLineKind } from '../line-label.ts'

const WORD_97 = 0xc1
const KEEP = { filterUnicode: false } as const

/**
 * The content of a Word document of before 2007: its text one paragraph a line, tables by rows and columns (which
 * cells are merged is told by the rows around them), notes and text boxes at the end. The automatic numbers of paragraphs are not in its text. Throws
 * `doc_damaged`, `doc_encrypted` or `format_unsupported`.
 */
export async function readDoc(bytes: Uint8Array, name: string, limits: IngestLimits): Promise<Content> {
  const header = findWordHeader(bytes)
  if (header === null || header.version < WORD_97) {
    const what = header === null ? 'an Office file, but no Word document' : 'a Word document of before 1997'
    throw new BaoshuError('format_unsupported', `${name} is ${what}`, {
      place: name,
      advice: 'Open it in Word or WPS and save it as DOCX.',
    })
  }
  if (header.encrypted) {
    throw new BaoshuError('doc_encrypted', `${name} is locked with a password`, {
      place: name,
      advice: 'Open it with its password and save it as DOCX without one.',
    })
  }
  if (!hasSoundChains(bytes)) throw damagedError(name)
  const text = await extractText(bytes, name)
  const parts = readParts(text.split('\n'))
  checkLimit(limits, 'paragraphs', parts.length, name)
  const assembled = assemble(markTitle(parts), 0)
  const message = 'The document holds no text: its pages may be pictures, which need text recognition first.'
  const empty = { start: 0, end: 0, kind: 'no_text_layer' as const, message }
  return { format: 'doc', encoding: null, ...assembled, findings: assembled.source === '' ? [empty] : [] }
}

function damagedError(name: string, cause?: unknown): BaoshuError {
  return new BaoshuError('doc_damaged', `${name} is a damaged or cut-off Word document`, {
    place: name,
    advice: 'Fetch the file again, or open it in Word or WPS and save it as DOCX.',
    cause,
  })
}

async function extractText(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return [
      document.getBody(KEEP),
      document.getFootnotes(KEEP),
      document.getEndnotes(KEEP),
      document.getTextboxes({ ...KEEP, includeHeadersAndFooters: false }),
    ].join('\n')
  } catch (cause) {
    throw damagedError(name, cause)
  }
}

/** The parts of the lines; every cell of a table row ends in a tab, so that a row is a line that ends in one. */
function readParts(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && cellsOf(lines[end] ?? '').length >= 2) end += 1
    if (end > at) {
      parts.push(...tableParts(lines.slice(at, end)))
      at = end
      continue
    }
    const text = closeSpaces(lines[at] ?? '')
    const { kind, level } = readLineKind(text)
    if (text !== '') parts.push({ type: 'text', kind, level, text, page: null })
    at += 1
  }
  return parts
}

function cellsOf(line: string): readonly string[] {
  return line.endsWith('\t') ? line.slice(0, -1).split('\t') : []
}

function tableParts(lines: readonly string[]): readonly Part[] {
  const { cells, loose } = setRows(lines.map((line) => cellsOf(line).map(closeSpaces)))
  const told = loose.map(
    (row): Part => ({
      type: 'text',
      kind: 'paragraph',
      level: null,
      text: row.filter((text) => text !== '').join(' '),
      page: null,
    }),
  )
  return [...told, { type: 'table', cells, pages: lines.slice(loose.length).map(() => null) }]
}

function closeSpaces(text: string): string {
  return closeLetterspacing(text.replace(/[\s\u00a0]+/g, ' ').trim())
}

function markTitle(parts: readonly Part[]): readonly Part[] {
  const [first] = parts
  if (first?.type !== 'text' || first.kind !== 'paragraph' || !isTitleLike(first.text)) return parts
  return parts.with(0, { ...first, kind: 'heading', level: 1 })
}
