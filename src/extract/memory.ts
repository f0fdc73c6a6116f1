import type { RuleBook } from '../rulebook/rulebook.ts'
import type { readAspect } from './aspects.ts'
import { PLAIN_COLUMN } from './bareWords.ts'
import type { BasisReading } from './bases.ts'
import type { Change } from './changes.ts'
import type { Figure } from './figures.ts'
import { type Frame, readFrame, readSectionFrame, type SectionFrame } from './frames.ts'
import type { IndicatorReading } from './indicatorView.ts'
import type { Period } from './periods.ts'
import { NO_SCOPE, type ScopeReading } from './scopeReading.ts'
import type { StatusReading } from './statuses.ts'
import type { Subject } from './subjects.ts'
import { headerWords, rowSubject } from './tableUnits.ts'

/** All that was read of one figure beside its quantity. */
export interface FigureReading {
  readonly figure: Figure
  readonly subject: Subject
  /** The change that the words tell. */
  readonly told: Change | null
  /** The same, or one that the indicator makes of a verb of falling. */
  readonly change: Change | null
  /** Whether the change is told against another time than the year before. */
  readonly otherBase: boolean
  readonly indicator: IndicatorReading
  /** The indicator's code, or that of a growth or change. */
  readonly code: string
  readonly of: string | null
  readonly basis: BasisReading
  readonly aspect: ReturnType<typeof readAspect>
  readonly status: StatusReading
  readonly period: Period
  readonly scope: ScopeReading
  /** Where the predicate of the figure begins: its clause, or an earlier one that it shares. */
  readonly reachStart: number
}

/** What a figure may take over from those before it. */
export interface Memory {
  /** Readings of the same sentence, in order; the last is of the figure right before. */
  readonly sentence: readonly FigureReading[]
  /** The thing counted that is in force. */
  readonly subject: Subject | null
  /** The scope that the sentence before ended with, in the same paragraph. */
  readonly scopeBefore: ScopeReading
  /** What a sentence that begins with 其中 tells the parts of: the last figure of the sentence before. */
  readonly whole: FigureReading | null
  /** What the words before the sentence frame it by. */
  readonly frame: Frame
  /** What the section has framed so far; null until it was asked for. */
  readonly sectionFrame: SectionFrame | null
  /** Whether the text as a whole or the sentence is of the catalogue's subject. */
  readonly inDomain: boolean
}

export const EMPTY_MEMORY: Memory = {
  sentence: [],
  subject: null,
  scopeBefore: NO_SCOPE,
  whole: null,
  frame: null,
  sectionFrame: null,
  inDomain: false,
}

/** What the figure after `reading` remembers, in the same sentence. */
export function remember(memory: Memory, reading: FigureReading): Memory {
  const { subject } = reading
  const { sentence, scopeBefore, whole, frame, sectionFrame, inDomain } = memory
  return {
    sentence: [...sentence, reading],
    subject: subject.words && subject.side !== 'attribute' ? subject : memory.subject,
    scopeBefore,
    whole,
    frame,
    sectionFrame,
    inDomain,
  }
}

/** What the first figure of a new sentence or cell remembers. */
export function turnTo(
  figure: Figure,
  memory: Memory,
  { inDomain, rulebook }: { readonly inDomain: boolean; readonly rulebook: RuleBook },
): Memory {
  const last = memory.sentence[memory.sentence.length - 1]
  const goesOn = last !== undefined && last.figure.paragraph === figure.paragraph
  // 机构人员4458人。其中，专业人员3678人: the sentence is a part of the one before.
  if (goesOn && isAdjacent(last.figure, figure) && /^\s*其中/.test(figure.text.slice(figure.sentence.start)))
    return { ...memory, sentence: [last], scopeBefore: last.scope, whole: last }
  const own = readFrame(figure)
  const sectionFrame = own === null ? readSectionFrame(figure, memory.sectionFrame) : memory.sectionFrame
  return {
    sentence: [],
    subject: headerSubject(figure, rulebook),
    scopeBefore: goesOn ? last.scope : NO_SCOPE,
    whole: null,
    frame: own ?? sectionFrame?.frame ?? null,
    sectionFrame,
    inDomain: inDomain || isSentenceInDomain(figure, rulebook),
  }
}

const isAdjacent = (before: Figure, figure: Figure): boolean => figure.sentence.start - before.sentence.end <= 1

/** Heads of rows that name a place or a period, not what is counted. */
const PLACE_OR_PERIOD =
  /^(?:(?!.*(?:下乡|进村))[\u4e00-\u9fff]{1,6}(?:[省市县区镇乡片州旗]|街道|社区|村)|合计|总计|小计|(?:19|20)\d{2}年?.*|[一二三四]季度|\d{1,2}月份?|[上下]半年|全年|总馆|.{0,6}分馆)$/

/** The subject that a cell's heads give: the row's, or the column's where the row is of a place or period. */
const headerSubject = (figure: Figure, rulebook: RuleBook): Subject | null => {
  const cell = figure.paragraph.cell
  if (!cell) return null
  const row = rowSubject(cell, rulebook.units)
  const column = headerWords(cell.columnHeaders[cell.columnHeaders.length - 1] ?? '')
  const words = PLACE_OR_PERIOD.test(row) && column && !PLAIN_COLUMN.test(column) ? column : row
  return words ? { words, phrase: words, side: 'carried', elided: true, rule: 'subject.rowHeader' } : null
}

const isSentenceInDomain = ({ text, sentence }: Figure, { domain }: RuleBook): boolean =>
  domain?.has(text, sentence.start, sentence.end) ?? true
