import type { Evidence } from '../model/report.ts'
import type { EventRow } from '../rulebook/schema.ts'
import { type Section, sectionAt } from '../text/sections.ts'
import { evidenceAt, type PartText } from './part-text.ts'
import { findYears } from './years.ts'

/**
 * What one dated event says of the report's own year: `in` that year, `from` it on, or `to` it at the latest. Weak words
 * (an event that is still awaited, or that the plan for the next year names) count half.
 */
export interface DatedPiece {
  readonly row: string
  readonly says: 'in' | 'from' | 'to'
  readonly year: number
  readonly weight: 1 | 0.5
  /** Whether the text itself says that this is its present year: 今年是改革开放45周年. */
  readonly present?: true
  readonly evidence: Evidence
}

const IS_MARK = new Uint8Array(0x10000)
for (const mark of '“”‘’"《》〈〉「」『』 \n') IS_MARK[mark.charCodeAt(0)] = 1
const AWAITED = /(?:迎接|喜迎|备战|筹备|筹办|申办)(?:党的|庆祝)?[^，。；]{0,3}$/
/** 为党的二十大胜利召开营造氛围, 向建党百年献礼: words around an event that is still to come. */
const FOR = /[为向](?:党的|庆祝)?$/
const TO_COME = /^(?:精神)?(?:的)?(?:胜利|顺利)?(?:召开|献礼)/
const RELATIVE = /(?<word>去年|前年|上年|今年|明年|来年)[^。；！？]{0,24}$/
/** By how much the present of the text lies behind the year that a word names. */
const BEFORE: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 上年: 1, 前年: 2, 明年: -1, 来年: -1 }
/** 今年是建党100周年, 今年恰逢新中国成立70周年. */
const PRESENT = /今年(?:是|正值|适逢|恰逢|正逢|喜逢|欣逢|又是|也是|既是|迎来|恰是)(?:了|我们|中国|伟大|我国)?$/
const NEAR = 30
const LAST_MONTH_OF_SPRING = 3
const LEAD = 26

interface Stripped {
  readonly text: string
  /** Offset in the reading text of each character. */
  readonly at: Uint32Array
}

/** The text of a part without quotation marks and spaces, with the way back. */
function strip(part: PartText): Stripped {
  const whole = part.reading.text
  const at = new Uint32Array(part.end - part.start)
  const pieces: string[] = []
  let kept = 0
  let from = part.start
  for (let index = part.start; index < part.end; index++) {
    if (IS_MARK[whole.charCodeAt(index)] === 1) {
      pieces.push(whole.slice(from, index))
      from = index + 1
    } else {
      at[kept] = index
      kept += 1
    }
  }
  pieces.push(whole.slice(from, part.end))
  return { text: pieces.join(''), at }
}

function fits(row: EventRow, stripped: string, start: number, end: number, region: string): boolean {
  if (row.region !== undefined && !region.startsWith(row.region)) return false
  if (row.near === undefined) return true
  const around = stripped.slice(Math.max(0, start - NEAR), end + NEAR)
  return row.near.some((word) => around.includes(word))
}

interface Around {
  readonly before: string
  readonly after: string
  readonly role: Section['role']
  /** What 今年 is, relative to the report's own year: 1 in a government report, given in the next spring. */
  readonly thisYear: 0 | 1
}

/** What a mention of an event says, by the words around it and by what the section does. */
function readMention(row: EventRow, around: Around): Pick<DatedPiece, 'says' | 'year' | 'weight' | 'present'> | null {
  if (row.tells === 'until') return null
  const { before, role, thisYear } = around
  const dated = row.tells === 'in' || row.month !== undefined
  const relative = RELATIVE.exec(before)?.groups?.['word']
  if (relative !== undefined && dated && !(role === 'plan' && row.tells === 'in')) {
    const year = row.year + (BEFORE[relative] ?? 0) - thisYear
    const present = row.tells === 'in' && PRESENT.test(before) ? ({ present: true } as const) : {}
    return { says: 'in', year, weight: 1, ...present }
  }
  if (AWAITED.test(before.slice(-LEAD)) || (FOR.test(before) && TO_COME.test(around.after)))
    return { says: row.tells === 'in' ? 'in' : 'to', year: row.year, weight: 0.5 }
  // A report given in spring on the year before knows of what that spring brought.
  const sooner = role === 'plan' || (thisYear === 1 && (row.month ?? 1) <= LAST_MONTH_OF_SPRING) ? 1 : 0
  if (row.tells === 'since') return { says: 'from', year: row.year - sooner, weight: 1 }
  return role === 'plan' ? { says: 'in', year: row.year - 1, weight: 0.5 } : { says: 'in', year: row.year, weight: 1 }
}

const STRENGTH = (piece: Pick<DatedPiece, 'says' | 'weight'>): number => (piece.says === 'in' ? 2 : 0) + piece.weight

/** One piece for each dated event that the report names: where it names one several times, the strongest. */
export function findDatedPieces(
  part: PartText,
  sections: readonly Section[],
  report: { readonly region: string; readonly thisYear: 0 | 1 },
): readonly DatedPiece[] {
  const { text, at } = strip(part)
  const best = new Map<string, DatedPiece>()
  for (const match of part.rulebook.events.find(text)) {
    const { row } = match
    if (!fits(row, text, match.start, match.end, report.region)) continue
    const start = at[match.start] ?? part.start
    const end = (at[match.end - 1] ?? start) + 1
    const before = text.slice(Math.max(0, match.start - 30), match.start)
    const after = text.slice(match.end, match.end + 8)
    const { role } = sectionAt(sections, start)
    const read = readMention(row, { before, after, role, thisYear: report.thisYear })
    if (!read) continue
    const piece = { row: row.id, ...read, evidence: evidenceAt(part, { start, end }, String(read.year), row.id) }
    const known = best.get(row.id)
    if (!known || STRENGTH(piece) > STRENGTH(known)) best.set(row.id, piece)
  }
  return [...best.values()]
}

/**
 * The latest year that the report's account names without a mask: it cannot be older. Years of plans (到2025年), of
 * titles in 《》 and of ranges are left out.
 */
export function findLatestYear(part: PartText, sections: readonly Section[]): DatedPiece | null {
  const text = part.reading.text.slice(part.start, part.end)
  let latest: DatedPiece | null = null
  for (const written of findYears(text)) {
    const { year, last } = written
    if (year === null || year !== last || (latest && year <= latest.year)) continue
    const start = part.start + written.start
    const before = text.slice(Math.max(0, written.start - 12), written.start)
    if (/(?:[到至]|力争|计划|预计|目标|拟|《[^》]*|[-—–~～])$/.test(before.trimEnd())) continue
    if (sectionAt(sections, start).role === 'plan') continue
    const evidence = evidenceAt(part, { start, end: part.start + written.end }, String(year), 'year.namedInText')
    latest = { row: 'year.namedInText', says: 'from', year, weight: 1, evidence }
  }
  return latest
}

/** The last year by which a body that no longer exists can have issued a report; null where it exists still. */
export function lastYearOf(issuer: string, part: PartText): { readonly year: number; readonly row: string } | null {
  const row = part.rulebook.events.rows.find(({ tells, forms }) => tells === 'until' && forms.includes(issuer))
  return row ? { year: row.year, row: row.id } : null
}
