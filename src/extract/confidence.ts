import type { ReportProfile } from '../model/report.ts'
import type { FigureReading } from './memory.ts'

/** What confidence is told by: the reading of one figure and what it stands in. */
export interface Seen {
  readonly read: FigureReading
  readonly report: ReportProfile
  /** Whether the text as a whole or the sentence is of the catalogue's subject. */
  readonly inDomain: boolean
}

/** A mark of readings that turn out right, or wrong, more often than others. */
export interface Sign {
  readonly name: string
  /** Log odds that it adds; docs/confidence.md tells on what it was measured. */
  readonly weight: number
  holds(seen: Seen): boolean
}

const isNamed = ({ read }: Seen): boolean => read.change === null && read.indicator.evidence !== 'none'
const isNoun = ({ read }: Seen, least: number, most: number): boolean =>
  read.change === null &&
  read.indicator.evidence === 'noun' &&
  read.indicator.words.length >= least &&
  read.indicator.words.length <= most
const isUnnamed = ({ read }: Seen): boolean => read.change === null && read.indicator.evidence === 'none'
const isShare = ({ read }: Seen): boolean => read.indicator.rules[0] === 'indicator.share'
const isFrom = (seen: Seen, evidence: FigureReading['indicator']['evidence']): boolean =>
  seen.read.change === null && seen.read.indicator.evidence === evidence && !isShare(seen)

/** Codes that take what says no more of itself. */
const LOOSE = /^(?:activity\.|contest\.|facility\.other$)/
/** Codes whose words (项目, 企业, 资金, 队) other trades use too. */
const SHARED = /^(?:industry|finance|team)\./
/** Codes whose words name one thing. */
const FIRM =
  /^(?:performance|film|exhibition|lecture|reading|heritage|relic|museum|tourism|market|award|volunteer|region)\./

const PLANNED = /力争|争取|确保|预计|拟|将(?!军)|目标|年内|计划|规划|打算|到20\d\d年|要求|任务/
const NORM = /应当|不少于|不低于|标准|必须|每[年周月]|规定|达标/

const isPlan = ({ read: { status } }: Seen): boolean => status.status === 'plan' || status.rule === 'status.movedFrom'
const isBound = ({ read }: Seen): boolean => /^at_/.test(read.figure.quantity.modifier)
const isScored = ({ read }: Seen): boolean => /^(?:score|place)$/.test(read.figure.quantity.dimension ?? '')
const isNearPlans = (seen: Seen): boolean => isDoneAmong(seen, PLANNED, 60, 0)
const isNearNorms = (seen: Seen): boolean => isDoneAmong(seen, NORM, 100, 30)
/** What in a loose page often is no outcome, and in a report mostly is. */
const isWished = (seen: Seen): boolean => isBound(seen) || isScored(seen) || isNearPlans(seen) || isNearNorms(seen)

/** Whether the report tells its kind, its issuer and its year, as whole reports do. */
const isWhole = ({ report: { kind, issuer, year, yearBasis } }: Seen): boolean =>
  kind !== 'other' && issuer !== '' && year !== null && yearBasis !== 'inferred'

/** Log odds of a record that bears no sign. */
const BASE = 1.85

/** The signs, those of the indicator first; each speaks for itself and all that hold are added up. */
export const SIGNS: readonly Sign[] = [
  // What the indicator was told by.
  { name: 'indicator: change', weight: 0.7, holds: ({ read }) => read.change !== null },
  { name: 'indicator: share', weight: 0.15, holds: (seen) => seen.read.change === null && isShare(seen) },
  { name: 'indicator: long noun', weight: 0.8, holds: (seen) => isNoun(seen, 5, Number.POSITIVE_INFINITY) },
  { name: 'indicator: noun', weight: 0.55, holds: (seen) => isNoun(seen, 3, 4) },
  { name: 'indicator: item', weight: -0.3, holds: (seen) => isFrom(seen, 'item') },
  { name: 'indicator: clause', weight: -0.85, holds: (seen) => isFrom(seen, 'clause') },
  { name: 'indicator: unnamed', weight: -1.5, holds: (seen) => isUnnamed(seen) && seen.inDomain },
  {
    name: 'indicator: inside noun',
    weight: -0.9,
    holds: (seen) => isNoun(seen, 1, Number.POSITIVE_INFINITY) && standsInside(seen),
  },
  // What it is.
  { name: 'code: loose', weight: -1, holds: (seen) => isNamed(seen) && LOOSE.test(seen.read.code) },
  { name: 'code: shared', weight: -0.3, holds: (seen) => isNamed(seen) && SHARED.test(seen.read.code) },
  { name: 'code: library', weight: -0.25, holds: (seen) => isNamed(seen) && seen.read.code.startsWith('library.') },
  { name: 'code: firm', weight: 0.5, holds: (seen) => isNamed(seen) && FIRM.test(seen.read.code) },
  {
    name: 'code: outside',
    weight: -0.75,
    holds: (seen) => isNamed(seen) && !seen.inDomain && !/^(?:other$|rate\.)/.test(seen.read.code),
  },
  // The thing counted.
  { name: 'subject: behind', weight: -0.65, holds: ({ read }) => read.subject.side === 'after' },
  {
    name: 'subject: bare',
    weight: -0.4,
    holds: ({ read }) => read.subject.side === 'none' || read.subject.side === 'attribute',
  },
  {
    name: 'subject: words behind',
    weight: -1,
    holds: ({ read }) => read.subject.side !== 'after' && read.figure.after !== '',
  },
  // The number.
  { name: 'number: bound', weight: -0.9, holds: isBound },
  {
    name: 'number: vague',
    weight: -0.25,
    holds: ({ read }) => /^(?:about|under|range|several|masked)$/.test(read.figure.quantity.modifier),
  },
  { name: 'number: few', weight: -0.45, holds: ({ read }) => isFew(read) },
  {
    name: 'number: han change',
    weight: -0.7,
    holds: ({ read }) => read.change !== null && !/[\d０-９]/.test(numberOf(read)),
  },
  { name: 'unit: place or points', weight: -0.75, holds: isScored },
  // Whether and when.
  { name: 'status: plan', weight: -1.6, holds: isPlan },
  { name: 'status: plans before', weight: -0.25, holds: (seen) => isDoneAmong(seen, PLANNED, 300, 0) },
  { name: 'status: plans near', weight: -0.4, holds: isNearPlans },
  { name: 'status: norms', weight: -0.55, holds: isNearNorms },
  { name: 'status: of level', weight: 0.35, holds: ({ read }) => read.status.rule === 'status.ofLevel' },
  {
    name: 'status: plan of a section',
    weight: 0.65,
    holds: ({ read: { status } }) => status.status === 'plan' && status.rule.startsWith('section.'),
  },
  { name: 'status: plan of a dated report', weight: 0.9, holds: (seen) => isPlan(seen) && isWhole(seen) },
  { name: 'status: bound or wish in a dated report', weight: 0.6, holds: (seen) => isWhole(seen) && isWished(seen) },
  {
    name: 'year: told',
    weight: -1.2,
    holds: ({ read }) => /^year\.(?:span|frame|last|ofWhole|yearlyAverage|masked)$/.test(read.period.rule),
  },
  // What it stands in.
  { name: 'report: statistics', weight: 0.55, holds: ({ report }) => report.kind === 'statistics' },
  {
    name: 'report: plan or rules',
    weight: -0.4,
    holds: ({ report }) => report.kind === 'plan' || report.kind === 'rules',
  },
]

/** How likely the whole record is right, 0…1, in a report that the rules have not seen: the odds of all its signs. */
export function readConfidence(seen: Seen): number {
  return confidenceOf(SIGNS.filter((sign) => sign.holds(seen)))
}

/** What signs come to together. */
export function confidenceOf(signs: readonly Pick<Sign, 'weight'>[]): number {
  const odds = signs.reduce((sum, { weight }) => sum + weight, BASE)
  return Math.round(100 / (1 + Math.exp(-odds))) / 100
}

/** Whether something read as done stands among words of plans or norms, so many characters before or behind it. */
function isDoneAmong(
  { read: { figure, status, change } }: Seen,
  words: RegExp,
  before: number,
  behind: number,
): boolean {
  const { start, end } = figure.quantity
  return (
    status.status === 'actual' &&
    change === null &&
    words.test(
      behind === 0
        ? figure.text.slice(Math.max(0, start - before), start)
        : figure.text.slice(Math.max(0, start - before), end + behind),
    )
  )
}

/** Whether the deciding words are part of the noun, with other words behind them: 展览 in 展览面积. */
function standsInside({ read: { indicator, subject } }: Seen): boolean {
  return subject.words.includes(indicator.words) && !subject.words.endsWith(indicator.words)
}

const numberOf = ({ figure: { text, quantity } }: FigureReading): string => text.slice(quantity.start, quantity.end)

/** Up to three things or times: counts that often only tell how a text or a deed goes on. */
function isFew({ figure: { quantity } }: FigureReading): boolean {
  return (
    quantity.value !== null &&
    quantity.value <= 3 &&
    (quantity.dimension === 'item' || quantity.dimension === 'session')
  )
}
