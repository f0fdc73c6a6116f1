import type { BlockKind } from '../model/document.ts'

/** What a line is by the label at its beginning. */
export interface LineKind {
  readonly kind: Exclude<BlockKind, 'table_cell'>
  readonly level: number | null
}

interface LabelRow {
  readonly label: RegExp
  readonly kind: 'heading' | 'list_item'
  readonly level: number
}

// Levels follow the order of official writing: title 1, 一、 2, （一） 3; items 1. are depth 1, （1） 2, ① 3.
const LABELS: readonly LabelRow[] = [
  { label: /^第[一二三四五六七八九十百\d]+(?:章|部分|篇|编)(?=[\s、，：:]|[^\d])/, kind: 'heading', level: 2 },
  { label: /^[一二三四五六七八九十百]+、/, kind: 'heading', level: 2 },
  { label: /^[（(][一二三四五六七八九十百]+[）)]/, kind: 'heading', level: 3 },
  { label: /^\d{1,3}(?:[、．]|[.](?!\d))/, kind: 'list_item', level: 1 },
  { label: /^\d{1,3}[)）]/, kind: 'list_item', level: 1 },
  { label: /^[（(]\d{1,3}[）)]/, kind: 'list_item', level: 2 },
  { label: /^[①-⑳⑴-⒇⒈-⒛]/, kind: 'list_item', level: 3 },
  { label: /^[•●○■□◆◇▪➢➤►★☆\ue000-\uf8ff]|^[·*-]\s/, kind: 'list_item', level: 1 },
]

/** A line of a table of contents: dots, or a tab, and a page number. */
const CONTENTS_LINE = /(?:[.．·…]{4,}|……|\t)\s*\d{1,3}$/
const LONGEST_HEADING = 40
const LONGEST_TITLE = 60
const SENTENCE_END = /[。！？；!?;]/

/**
 * Kind and level of a line, by its label: `一、基本情况` → heading 2, `（一）阵地建设` → heading 3, `1.举办演出…` →
 * list item. A labelled line that holds a whole sentence is no heading but a paragraph.
 */
export function readLineKind(line: string): LineKind {
  const text = line.replace(/^[>＞\s]+/, '')
  const row = LABELS.find(({ label }) => label.test(text))
  if (row === undefined || CONTENTS_LINE.test(text)) return { kind: 'paragraph', level: null }
  // (一)加强管理。 alone on its line is a heading with a full stop.
  if (row.kind === 'heading' && !isShortPhrase(text.replace(/。$/, ''), LONGEST_HEADING))
    return { kind: 'paragraph', level: null }
  return { kind: row.kind, level: row.level }
}

/** Whether a line can be the title of a text: short, unlabelled, without the marks of a sentence. */
export function isTitleLike(line: string): boolean {
  return isShortPhrase(line, LONGEST_TITLE) && !/[，,]/.test(line) && !LABELS.some(({ label }) => label.test(line))
}

/** Whether a line is one phrase of at most `longest` characters without the end of a sentence. */
export function isShortPhrase(line: string, longest: number): boolean {
  return line.length <= longest && !SENTENCE_END.test(line)
}

const UNIT_LINE = /^[（(【[]?\s*(?:计量)?单位\s*[:：]/
const TABLE_NAME = /^(?:附?表|附件)\s*[\d一二三四五六七八九十]|(?:表|情况|统计|明细|汇总|一览)(?:[（(][^）)]*[）)])?$/

/**
 * The caption of a table from the lines above it, nearest last: its name, its unit line or both
 * (`表1 文化设施` + `单位：个` → `表1 文化设施 单位：个`); null where the line above is running text.
 */
export function readCaption(linesAbove: readonly string[]): string | null {
  const nearest = linesAbove.at(-1)
  if (nearest === undefined) return null
  const name = linesAbove.at(-2)
  if (UNIT_LINE.test(nearest)) return name !== undefined && isTableName(name) ? `${name} ${nearest}` : nearest
  return isShortPhrase(nearest, LONGEST_HEADING) ? nearest : null
}

function isTableName(line: string): boolean {
  return isShortPhrase(line, LONGEST_TITLE) && TABLE_NAME.test(line)
}
