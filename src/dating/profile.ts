import type { SourceDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { GivenProfile, ReportProfile } from '../model/report.ts'
import type { RuleBook } from '../rulebook/rulebook.ts'
import { type Paragraph, type SectionRole, splitSentences } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading.ts'
import { findSections, type Section } from '../text/sections.ts'
import { findDatedPieces, findLatestYear } from './events.ts'
import { nameRelative, readIssuer } from './issuer.ts'
import { readKind } from './kind.ts'
import { evidenceAt, evidenceOfName, type PartText, partText } from './part-text.ts'
import { cutParagraphs, findParts } from './parts.ts'
import { ownKind, readRegion } from './region.ts'
import { findTitle, isGovernmentReport } from './title.ts'
import { weighYear } from './weigh-year.ts'
import { readStatedYear } from './year.ts'

/** The reports that a document holds, and what is odd about their dates. */
export interface Profiles {
  readonly reports: readonly ReportProfile[]
  /** Where the words of each report begin, behind what marks it as one of several; in the source text. */
  readonly textStarts: readonly number[]
  readonly findings: readonly Finding[]
}

/** XX县区文化局 of 闸北区 → 闸北区文化局. */
function unmask(words: string, unmasked: string | null): string {
  return unmasked ? words.replace(/[Xx×*＊]{1,4}(?:县区|区县|市|区|县|旗|街道|镇|乡)/, unmasked) : words
}

type Read = Omit<ReportProfile, 'part' | 'start' | 'end'>

function readProfile(
  part: PartText,
  given: GivenProfile,
): { readonly profile: Read; readonly findings: readonly Finding[] } {
  const title = findTitle(part)
  const told = readIssuer(part, title)
  const relative = told.evidence[0]?.rule === 'issuer.relative'
  const nobody = { issuer: '', national: false, evidence: [] }
  const region = readRegion(part, title, relative ? nobody : told)
  const ofPlace = relative ? nameRelative(told.issuer, region.speaker ?? '') : told.issuer
  const body = ofPlace === null ? nobody : { ...told, issuer: ofPlace }
  const sections = findSections(part.reading.text, part.paragraphs, part.rulebook.sections, 'summary')
  const kind = readKind(part, title, body.issuer, sections)
  // No body is named: a place that speaks of itself (我区) is who reports.
  const speaks = body.issuer === '' && ownKind(part.reading.text.slice(part.start, part.end)) !== null
  const named = speaks ? (region.speaker ?? '') : unmask(body.issuer, region.unmasked)
  const [of] = region.evidence
  const speaker = speaks && region.speaker && of ? [{ ...of, says: named, rule: 'issuer.place' }] : []
  // （宣传部）: whose it is, the place says.
  const bracketed = body.evidence[0]?.rule === 'issuer.bracket' && !named.startsWith(region.speaker ?? '')
  const whose = bracketed ? `${region.speaker ?? ''}${named}` : named
  // 梧桐坪街道办事处 signs what 江澜区梧桐坪街道 is the title of: the fuller name is the body's too.
  const outer = region.outer !== null && whose.startsWith(region.outer.inner) ? region.outer.words : ''
  const issuer = outer + whose
  const stated = readStatedYear(part, title, given.kind ?? kind.kind)
  const place = given.region ?? region.region
  // A plan for a year speaks of that year all through; only in a summary does planning mean the next.
  const roles = (given.kind ?? kind.kind) === 'plan' ? [] : sections
  const thisYear = isGovernmentReport(part, title) ? 1 : 0
  const events = {
    pieces: findDatedPieces(part, roles, { region: place, thisYear }),
    latest: findLatestYear(part, roles),
  }
  const { year, findings } = weighYear(part, stated, events, body.issuer, title, given)
  const profile = {
    title: title.words,
    issuer: given.issuer ?? issuer,
    region: place,
    kind: given.kind ?? kind.kind,
    year: year.year,
    yearBasis: year.basis,
    yearConfidence: year.confidence,
    published: year.published,
    evidence: [
      title.span ? evidenceAt(part, title.span, title.words, title.rule) : evidenceOfName(title.words, title.rule),
      ...year.evidence,
      ...kind.evidence,
      ...body.evidence,
      ...speaker,
      ...region.evidence,
    ],
  }
  return { profile, findings }
}

/** Who reports on what place and year, and in what kind of text; the user's word goes before the text's. */
export function readProfiles(
  document: SourceDocument,
  reading: ReadingText,
  paragraphs: readonly Paragraph[],
  chrome: (paragraph: Paragraph) => boolean,
  rulebook: RuleBook,
  given: GivenProfile,
): Profiles {
  const { text } = reading
  const whole = partText(document, reading, paragraphs, chrome, rulebook, { start: 0, end: text.length })
  const parts = findParts(text, whole.lines, rulebook)
  const toSource = (at: number) => (at === 0 ? 0 : reading.toSource({ start: at, end: at + 1 }).start)
  const starts = parts.map(({ start }) => toSource(start))
  const read = parts.map((part, at) => {
    const span = { start: part.textStart, end: part.end }
    const own =
      parts.length === 1 ? whole : partText(document, reading, paragraphs, chrome, rulebook, span, part.bundle)
    const { profile, findings } = readProfile(own, given)
    const start = starts[at] ?? 0
    return { report: { part: at, start, end: starts[at + 1] ?? document.source.length + 1, ...profile }, findings }
  })
  return {
    reports: read.map(({ report }) => report),
    textStarts: parts.map(({ textStart }) => toSource(textStart)),
    findings: read.flatMap(({ findings }) => findings),
  }
}

/**
 * The paragraphs cut where reports begin and where their words do (…材料定稿3 is no number of what follows), and the
 * sections of each report by its own kind: in a bundle of rules and summaries each is read as what it is.
 */
export function readPartSections(
  reading: ReadingText,
  paragraphs: readonly Paragraph[],
  rulebook: RuleBook,
  { reports, textStarts }: Pick<Profiles, 'reports' | 'textStarts'>,
): { readonly paragraphs: readonly Paragraph[]; readonly sections: readonly Section[] } {
  const starts = reports.slice(1).map(({ start }) => reading.fromSource(start))
  const edges = [...starts, ...textStarts.map((start) => reading.fromSource(start))]
  const cut = cutParagraphs(
    paragraphs,
    [...new Set(edges)].toSorted((a, b) => a - b),
    (span) => splitSentences(reading.text, span),
  )
  const sections = reports.flatMap((report, at) => {
    const from = at === 0 ? 0 : (starts[at - 1] ?? 0)
    const to = starts[at] ?? Number.POSITIVE_INFINITY
    const own = cut.filter(({ start }) => start >= from && start < to)
    const base: SectionRole = report.kind === 'plan' ? 'plan' : report.kind === 'rules' ? 'rules' : 'summary'
    const goesOnPlanning = /政府工作报告/.test(report.title)
    return findSections(reading.text, own, rulebook.sections, base, { reportYear: report.year, goesOnPlanning }).map(
      (section) => (section.start < from ? { ...section, start: from } : section),
    )
  })
  return { paragraphs: cut, sections }
}
