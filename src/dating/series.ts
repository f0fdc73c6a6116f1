import type { Finding } from '../model/finding.ts'
import type { ReportProfile } from '../model/report.ts'
import { type NumberedEvent, sharedName } from './numbered.ts'

/** A report of an archive with the events that it numbers. */
export interface SeriesReport {
  readonly document: string
  readonly profile: ReportProfile
  readonly events: readonly NumberedEvent[]
}

/** What the numbered events of other reports of the same place say of a report's year. */
export interface SeriesYear {
  readonly document: string
  readonly part: number
  readonly year: number
  readonly confidence: number
  /** The report with this year, where nothing else dated it; its profile unchanged where something did. */
  readonly profile: ReportProfile
  readonly findings: readonly Finding[]
}

interface Vote {
  readonly year: number
  readonly name: string
  readonly own: NumberedEvent
  readonly other: NumberedEvent
  readonly witness: SeriesReport
  /** Whether the event is known to come every year. */
  readonly yearly: boolean
}

const SURE_ENOUGH = 0.75
const MASK = /[Xx×*＊]{1,4}(?:县区|区县)?/g

/** Whether two places can be one: 山东省XX高新区 and 山东省潍坊市高新区, 望桥街道 and 澄浦区望桥街道. */
function samePlace(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  const masked = [a, b].filter((words) => words.search(MASK) >= 0)
  const [first] = masked
  if (masked.length === 0) return a.endsWith(b) || b.endsWith(a)
  if (masked.length > 1 || !first) return false
  const other = first === a ? b : a
  const pattern = first
    .split(MASK)
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.{1,12}')
  return new RegExp(`${pattern}$`).test(other)
}

/** Whether one report tells of the event and plans the next one: 第十届 here, 第十一届 in the plan. */
const comesYearly = (event: NumberedEvent, events: readonly NumberedEvent[]): boolean =>
  events.some(
    (next) =>
      next.offset !== event.offset &&
      next.number - event.number === next.offset - event.offset &&
      sharedName(next, event) !== null,
  )

const yearSaid = ({ profile }: SeriesReport, event: NumberedEvent): number => (profile.year ?? 0) + event.offset

/** Whether two dated reports of the place number the event by the years between them. */
function keepsStep(event: NumberedEvent, witnesses: readonly SeriesReport[]): boolean {
  const told = witnesses.flatMap((report) =>
    report.events
      .filter((other) => other.offset === 0 && sharedName(other, event) !== null)
      .map((other) => ({ year: yearSaid(report, other), first: yearSaid(report, other) - other.number })),
  )
  return new Set(told.map(({ year }) => year)).size >= 2 && new Set(told.map(({ first }) => first)).size === 1
}

function votesFor(report: SeriesReport, dated: readonly SeriesReport[]): readonly Vote[] {
  const witnesses = dated.filter(
    ({ document, profile }) =>
      (document !== report.document || profile.part !== report.profile.part) &&
      samePlace(profile.region, report.profile.region),
  )
  const votes = witnesses.flatMap((witness) =>
    report.events.flatMap((own) =>
      witness.events.flatMap((other): Vote[] => {
        const name = sharedName(own, other)
        if (name === null) return []
        const yearly =
          comesYearly(own, report.events) || comesYearly(other, witness.events) || keepsStep(own, witnesses)
        const year = yearSaid(witness, other) - (other.number - own.number) - own.offset
        return [{ year, name, own, other, witness, yearly }]
      }),
    ),
  )
  // One vote for each number of an event and each year that it says.
  const key = ({ name, own, year }: Vote): string => `${name} ${own.number} ${year}`
  return [...new Map(votes.reverse().map((vote) => [key(vote), vote])).values()].reverse()
}

const listOf = (votes: readonly Vote[]): string =>
  votes
    .map(({ own, other, witness, year }) => `${own.quote} (${year}, ${other.quote} in ${witness.profile.year})`)
    .join(', ')

/**
 * The years that numbered yearly events give across an archive: 第十届文展会 here and 第十二届 in a report of the same
 * place that is of 2019 → 2017. Only reports without a stated or given year are looked at; only events known to come
 * every year count; where they do not agree that is a finding, and nothing is dated by them.
 */
export function inferFromSeries(reports: readonly SeriesReport[]): readonly SeriesYear[] {
  const dated = reports.filter(({ profile }) => profile.year !== null && profile.yearConfidence >= SURE_ENOUGH)
  return reports.flatMap((report): SeriesYear[] => {
    const { profile, document } = report
    if (profile.yearBasis === 'stated' || profile.yearBasis === 'given') return []
    const votes = votesFor(report, dated).filter(({ yearly }) => yearly)
    const counts = new Map<number, number>()
    for (const { year } of votes) counts.set(year, (counts.get(year) ?? 0) + 1)
    // What the report's own events say counts with its confidence.
    if (profile.year !== null && counts.size > 0) counts.set(profile.year, (counts.get(profile.year) ?? 0) + 2)
    const ranked = [...counts].sort((a, b) => b[1] - a[1])
    const [best, second] = ranked
    if (!best) return []
    const [year, count] = best
    const found = (kind: Finding['kind'], about: readonly Vote[], message: string): Finding => ({
      document,
      start: about[0]?.own.start ?? profile.start,
      end: about[0]?.own.end ?? profile.start,
      kind,
      message,
    })
    const against = votes.filter((vote) => vote.year !== year)
    const conflicts =
      against.length > 0
        ? [found('conflict', against, `Numbered events speak for another year than ${year}: ${listOf(against)}`)]
        : []
    if (second && second[1] >= count)
      return [{ document, part: profile.part, year, confidence: 0, profile, findings: conflicts }]
    const own = votes.filter((vote) => vote.year === year)
    const confidence = Math.min(0.9, 0.65 + 0.1 * (own.length - 1)) - (against.length > 0 ? 0.1 : 0)
    if (profile.year !== null)
      return conflicts.length > 0
        ? [{ document, part: profile.part, year, confidence, profile, findings: conflicts }]
        : []
    const evidence = own.map(({ own: event }) => ({
      start: event.start,
      end: event.end,
      quote: event.quote,
      says: String(year),
      rule: 'year.numberedEvent',
    }))
    const message = `The report's year is inferred as ${year} from numbered events: ${listOf(own)}`
    return [
      {
        document,
        part: profile.part,
        year,
        confidence,
        profile: {
          ...profile,
          year,
          yearBasis: 'inferred',
          yearConfidence: confidence,
          evidence: [...profile.evidence, ...evidence],
        },
        findings: [found('inferred_year', own, message), ...conflicts],
      },
    ]
  })
}
