import type { Block, TableCell } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { endsLabel } from './labels.ts'
import { normalizeCharacters } from './normalize.ts'
import type { ReadingText } from './reading.ts'

/** What the text at a place does: tells what was done, plans, names problems, sets rules. */
export type SectionRole = 'summary' | 'plan' | 'problem' | 'rules' | 'chrome'

/** A paragraph, heading, list item or table cell in the reading text; wrapped lines are one paragraph. */
export interface Paragraph extends Span {
  /** Index of its first block in the document. */
  readonly block: number
  readonly kind: Block['kind']
  readonly level: number | null
  readonly cell: TableCell | null
  readonly sentences: readonly Sentence[]
}

export interface Sentence extends Span {
  readonly clauses: readonly Span[]
}

const CLAUSE_END = 1
const SENTENCE_END = 2
/** By character code, as every character of a text is asked: 0 for one that ends neither. */
const ENDS = new Uint8Array(0x10000)
for (const char of '，；：;') ENDS[char.charCodeAt(0)] = CLAUSE_END
for (const char of '。！？!\n') ENDS[char.charCodeAt(0)] = SENTENCE_END

/** Text without full stops is cut all the same: what stands this far off decides nothing. */
const LONGEST_SENTENCE = 1500
const LONGEST_CLAUSE = 600

/** The sentences of a stretch of the reading text, with their clauses. Brackets and quotes do not split. */
export function splitSentences(text: string, span: Span): readonly Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Span[] = []
  let sentenceStart = span.start
  let clauseStart = span.start
  const endClause = (end: number): void => {
    if (end > clauseStart) clauses.push({ start: clauseStart, end })
    clauseStart = end
  }
  const endSentence = (end: number): void => {
    endClause(end)
    if (clauses.length > 0 && text.slice(sentenceStart, end).trim().length > 0) {
      sentences.push({ start: sentenceStart, end, clauses })
    }
    clauses = []
    sentenceStart = end
    clauseStart = end
  }
  for (let at = span.start; at < span.end; at++) {
    const ends = ENDS[text.charCodeAt(at)]
    if (ends === SENTENCE_END) {
      const closing = /[”’」』）》]/.test(text.charAt(at + 1)) && at + 1 < span.end ? 2 : 1
      endSentence(at + closing)
      at += closing - 1
    } else if (ends === CLAUSE_END && !(text.charAt(at) === '：' && endsLabel(text, at))) {
      endClause(at + 1)
      if (at - sentenceStart > LONGEST_SENTENCE) endSentence(at + 1)
    } else if (at - clauseStart > LONGEST_CLAUSE) endSentence(at + 1)
  }
  endSentence(span.end)
  return sentences
}

/** A cell whose headers are read as the text is: with the same characters. */
function readCell(cell: TableCell): TableCell {
  const { rowHeaders, columnHeaders, caption } = cell
  return {
    ...cell,
    rowHeaders: rowHeaders.map(normalizeCharacters),
    columnHeaders: columnHeaders.map(normalizeCharacters),
    caption: caption && normalizeCharacters(caption),
  }
}

/** The paragraphs of a document in reading order; blocks that a repair joined are one. */
export function readParagraphs(reading: ReadingText, blocks: readonly Block[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let pending: { start: number; end: number; block: Block } | null = null
  const flush = (): void => {
    if (!pending) return
    const { start, end, block } = pending
    paragraphs.push({
      start,
      end,
      block: block.index,
      kind: block.kind,
      level: block.level,
      cell: block.cell && readCell(block.cell),
      sentences: splitSentences(reading.text, { start, end }),
    })
    pending = null
  }
  for (const block of blocks) {
    const start = reading.fromSource(block.start)
    const end = reading.fromSource(block.end)
    if (end <= start) continue
    const joins: boolean =
      pending !== null &&
      block.cell === null &&
      pending.block.cell === null &&
      !/\n/.test(reading.text.slice(pending.end, start))
    if (pending !== null && joins) pending = { ...(pending as { start: number; end: number; block: Block }), end }
    else {
      flush()
      pending = { start, end, block }
    }
  }
  flush()
  return paragraphs
}
