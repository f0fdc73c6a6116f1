import type { Evidence } from '../model/report.ts'
import type { Span } from '../model/span.ts'
import type { Region } from '../rulebook/regions.ts'
import type { IssuerReading } from './issuer.ts'
import { evidenceAt, evidenceOfName, type PartText } from './part-text.ts'
import { completePlace, type Place, placeAt, rankOf } from './places.ts'
import type { Title } from './title.ts'
import { findHolder, findLocated, findRuledHolder, findRuledPlace } from './told-place.ts'
import { findYears } from './years.ts'

export interface RegionReading {
  /** Full name, outermost first; empty where unknown. */
  readonly region: string
  /** The words of the innermost division that a masked title stands for (闸北区), where the text tells it. */
  readonly unmasked: string | null
  /** The place as the report calls it (潍坊高新区), where it speaks of it as its own (我区). */
  readonly speaker: string | null
  /** What the names of the report put before the place that the issuer gives: 江澜区 before 梧桐坪街道. */
  readonly outer: { readonly words: string; readonly inner: string } | null
  readonly evidence: readonly Evidence[]
}

interface Source {
  readonly place: Place
  /** Words that the place was read in. */
  readonly words: string
  readonly span: Span | null
  readonly rule: string
  /** Evidence that was read before (of the issuer), in place of a span. */
  readonly known?: Evidence
}

const LEAD = /^(?:关于|最新|《|“|（|[、.．> ])*/
const wordsOf = (place: Place): string => place.units.map(({ words }) => words).join('')
const isMasked = (place: Place): boolean => place.units.some(({ masked }) => masked)

function placeIn(words: string, part: PartText): Place | null {
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const year = findYears(words).find(({ start }) => start === lead)
  const after = /^度?(?:中共)?/.exec(words.slice(year?.end ?? lead))?.[0].length ?? 0
  return placeAt(words, (year?.end ?? lead) + after, part.rulebook.regions)
}

/** How often words stand in the report. */
function counter(part: PartText): (words: string) => number {
  const text = part.reading.text.slice(part.start, part.end)
  return (words) => text.split(words).length - 1
}

/** What the report calls its own place (我区 → 区); null where it never does. */
export function ownKind(text: string): string | null {
  const counts = new Map<string, number>()
  for (const match of text.matchAll(/(?:我|全)(区|市|县|省|州|镇|乡|街(?:道)?|旗)(?![域场])/g)) {
    const kind = (match[1] ?? '').startsWith('街') ? '街道' : (match[1] ?? '')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 ? first[0] : null
}

const MENTIONED = 3

/** The place of the report's own kind that its text names most often, and at least three times. */
function mostNamed(part: PartText, kind: string): Source | null {
  const { text } = part.reading
  const { regions } = part.rulebook
  const found = new Map<string, { count: number; first: Source }>()
  for (let at = part.start; at < part.end; at++) {
    if (regions.names.at(text, at).length === 0) continue
    const place = placeAt(text, at, regions)
    if (!place || place.end > part.end) continue
    const words = wordsOf(place)
    const seen = found.get(words)
    if (words.endsWith(kind))
      found.set(words, {
        count: (seen?.count ?? 0) + 1,
        first: seen?.first ?? { place, words, span: { start: at, end: place.end }, rule: 'region.mostNamed' },
      })
    at = place.end - 1
  }
  const ranked = [...found.values()].sort((a, b) => b.count - a.count)
  const [first, second] = ranked
  return first && first.count >= MENTIONED && first.count >= 2 * (second?.count ?? 0) ? first.first : null
}

/**
 * A division that the text names by its stem alone (“活力闸北”), where its province or city is named too and no other
 * division of that kind comes near. A masked text that forgot to mask its slogans tells its place so.
 */
function byStem(part: PartText, kind: string, mentions: (words: string) => number): Region | null {
  const text = part.reading.text.slice(part.start, part.end)
  const { regions } = part.rulebook
  const counts = new Map<string, { count: number; rows: readonly Region[] }>()
  for (const match of regions.countyStems.find(text)) {
    if (!match.row.name.endsWith(kind)) continue
    const seen = counts.get(match.form)
    const rows = seen?.rows.some(({ code }) => code === match.row.code) ? seen.rows : [...(seen?.rows ?? []), match.row]
    counts.set(match.form, { count: (seen?.count ?? 0) + 1, rows })
  }
  const backed = [...counts.values()]
    .map(({ count, rows }) => ({
      count,
      rows: rows.filter((row) => regions.parentsOf(row).some((parent) => mentions(parent.stem) > 0)),
    }))
    .filter(({ rows }) => rows.length === 1)
    .sort((a, b) => b.count - a.count)
  const [first, second] = backed
  return first && first.count >= MENTIONED + 1 && first.count >= 2 * (second?.count ?? 0)
    ? (first.rows[0] ?? null)
    : null
}

/** The one province that a text names three times or more, and no other a fifth as often. */
function provinceOf(part: PartText): Source | null {
  const text = part.reading.text.slice(part.start, part.end)
  const counts = new Map<string, { count: number; first: Source }>()
  let all = 0
  for (const match of part.rulebook.regions.names.find(text)) {
    if (match.row.level !== 'province') continue
    all++
    const seen = counts.get(match.row.name)
    const span = { start: part.start + match.start, end: part.start + match.end }
    const place: Place = { units: [{ words: match.form, regions: [match.row], masked: false }], ...span }
    counts.set(match.row.name, {
      count: (seen?.count ?? 0) + 1,
      first: seen?.first ?? { place, words: match.row.name, span, rule: 'region.province' },
    })
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first && first.count >= MENTIONED && first.count * 5 >= all * 4 ? first.first : null
}

function evidenceOf(part: PartText, source: Source, says: string): Evidence {
  if (source.known) return { ...source.known, says, rule: source.rule }
  return source.span ? evidenceAt(part, source.span, says, source.rule) : evidenceOfName(says, source.rule)
}

/** The places that the report's names give, from the most telling on. */
function namedPlaces(part: PartText, title: Title, issuer: IssuerReading): readonly Source[] {
  const [known] = issuer.evidence
  const sources = [
    { words: issuer.issuer, span: null, rule: 'region.issuer', ...(known ? { known } : {}) },
    { words: title.words, span: title.span, rule: 'region.title' },
    ...part.lines
      .slice(-8)
      .filter(({ words }) => words.length <= 34 && !/[，。；：、]/.test(words))
      .map((line) => ({ words: line.words, span: line, rule: 'region.signature' })),
    { words: part.fileName, span: null, rule: 'region.fileName' },
  ]
  return sources.flatMap((source) => {
    const place = placeIn(source.words, part)
    return place ? [{ ...source, place }] : []
  })
}

/** The whole country: a national body, or a text that speaks of 我国 and 全国 and of no other place. */
function country(part: PartText, title: Title, issuer: IssuerReading, kind: string | null): RegionReading | null {
  const told = (span: Span | null, rule: string): RegionReading => ({
    region: '全国',
    unmasked: null,
    speaker: null,
    outer: null,
    evidence: [span ? evidenceAt(part, span, '全国', rule) : evidenceOfName('全国', rule)],
  })
  const [body] = issuer.evidence
  if (issuer.national && body)
    return {
      region: '全国',
      unmasked: null,
      speaker: null,
      outer: null,
      evidence: [{ ...body, says: '全国', rule: 'region.nationalIssuer' }],
    }
  const titled = /^(?:关于)?(?:(?:19|20)\d{2}年度?)?(?:我国|全国|中国)/.test(title.words)
  if (titled) return told(title.span, 'region.title')
  const text = part.reading.text.slice(part.start, part.end)
  const nationwide = [...text.matchAll(/(?:年末|全年|[，。：\n ])全国/g)]
  const [first] = nationwide
  if (kind === null && first && nationwide.length >= 3) {
    const start = part.start + first.index
    return told({ start, end: start + first[0].length }, 'region.nationwide')
  }
  return null
}

/** The place that a report is of, as full as its names and its text give it. */
export function readRegion(part: PartText, title: Title, issuer: IssuerReading): RegionReading {
  const text = part.reading.text.slice(part.start, part.end)
  const { regions } = part.rulebook
  const mentions = counter(part)
  const kind = ownKind(text)
  const places = namedPlaces(part, title, issuer)
  const nation = places.some(({ place, rule }) => !isMasked(place) && rule !== 'region.fileName')
    ? issuer.national
      ? country(part, title, issuer, kind)
      : null
    : country(part, title, issuer, kind)
  if (nation) return nation
  const plain = places.find(({ place }) => !isMasked(place))
  const masked = places.find(({ place }) => isMasked(place))
  if (plain && !(masked && places.indexOf(masked) < places.indexOf(plain) && plain.rule === 'region.signature')) {
    return complete(part, plain, places, mentions)
  }
  const maskedWords = masked ? wordsOf(masked.place) : null
  const own = kind ?? (maskedWords ? (/(?:街道|.)$/.exec(maskedWords)?.[0] ?? null) : null)
  if (own) {
    const named = mostNamed(part, own)
    if (named) return complete(part, named, [], mentions)
    const stem = byStem(part, own, mentions)
    if (stem) {
      const at = part.start + text.indexOf(stem.stem)
      const name = [...regions.parentsOf(stem), stem].map((row) => row.name).join('')
      return {
        region: name,
        unmasked: stem.name,
        speaker: stem.name,
        outer: null,
        evidence: [evidenceAt(part, { start: at, end: at + stem.stem.length }, name, 'region.stem')],
      }
    }
    const ruled = masked ? null : findRuledPlace(own, part)
    if (ruled) return complete(part, { ...ruled, words: wordsOf(ruled.place), rule: 'region.ownRules' }, [], mentions)
  }
  const located = masked ? null : findLocated(own, part)
  if (located)
    return complete(part, { ...located, words: wordsOf(located.place), rule: 'region.located' }, [], mentions)
  const hidden = masked ?? maskedInText(part, own)
  if (!hidden) return { region: '', unmasked: null, speaker: null, outer: null, evidence: [] }
  const province =
    rankOf(hidden.place.units[0] ?? { words: '', regions: [], masked: true }) > 1 ? provinceOf(part) : null
  const region = (province?.words ?? '') + wordsOf(hidden.place)
  return {
    region,
    unmasked: null,
    speaker: wordsOf(hidden.place),
    outer: null,
    evidence: [evidenceOf(part, hidden, region), ...(province ? [evidenceOf(part, province, province.words)] : [])],
  }
}

/** XX高新区 in the text: the masked place of the report's own kind. */
function maskedInText(part: PartText, own: string | null): Source | null {
  const text = part.reading.text.slice(part.start, part.end)
  for (const match of text.matchAll(/(?<![A-Za-z\d])[Xx×*＊]{1,4}(?=[\u3400-\u9fff])/g)) {
    const place = placeAt(text, match.index, part.rulebook.regions)
    const words = place ? wordsOf(place) : ''
    // A single x is a mask only before what the report calls its own.
    const short = /^[Xx×*＊][^Xx×*＊]/.test(match[0] + words.slice(match[0].length))
    if (!place || (own === null ? short : !words.endsWith(own))) continue
    const start = part.start + match.index
    return { place, words, span: { start, end: start + words.length }, rule: 'region.masked' }
  }
  return null
}

/** 岩沧彝族自治州 of 岩沧州. */
const isFullNameOf = (words: string, own: string): boolean =>
  /自治[州县]$/.test(words) && words.startsWith(own.slice(0, -1)) && words.endsWith(own.slice(-1))

/** The place with its upper divisions: from a longer name of the same place elsewhere, then from the rows. */
function complete(
  part: PartText,
  source: Source,
  others: readonly Source[],
  mentions: (words: string) => number,
): RegionReading {
  const own = wordsOf(source.place)
  const longer = others.find(({ place }) => {
    const words = wordsOf(place)
    return (
      !isMasked(place) &&
      words.length > own.length &&
      (words.endsWith(own) || words.startsWith(own) || isFullNameOf(words, own))
    )
  })
  const chosen = longer ?? source
  const told = findHolder(chosen.place, part)
  const holder = told ?? findRuledHolder(chosen.place, part)
  const held = holder ? { ...chosen.place, units: [...holder.place.units, ...chosen.place.units] } : chosen.place
  const full = completePlace(held, part.rulebook.regions, mentions)
  const rule = full.ambiguous ? 'region.ambiguous' : full.regions.length > 0 ? 'region.divisions' : null
  const located = holder
    ? [evidenceAt(part, holder.span, wordsOf(holder.place), told ? 'region.located' : 'region.ownRules')]
    : []
  const evidence = evidenceOf(part, chosen, full.name)
  return {
    region: full.name,
    unmasked: null,
    speaker: wordsOf(chosen.place),
    outer:
      longer && source.rule === 'region.issuer' && wordsOf(longer.place).endsWith(own)
        ? { words: wordsOf(longer.place).slice(0, -own.length), inner: own }
        : null,
    evidence: rule ? [evidence, ...located, { ...evidence, rule }] : [evidence, ...located],
  }
}
