import { plainNumber } from '../compare/shown.ts'
import type { BuiltData } from './build.ts'
import type { PageDocument } from './data.ts'
import { type Html, html } from './escape.ts'
import { countedFacts, type ReportInput } from './input.ts'
import type { PageWords } from './words/words.ts'

/** More places than these are not listed. */
const MOST_PLACES = 200

/** The first section of a page: how many reports, places, years and facts there are, and what came of them. */
export function overviewSection(input: ReportInput, built: BuiltData, contradictions: number, words: PageWords): Html {
  const { findings } = input
  const facts = countedFacts(input)
  const { data, counts, documents } = built
  const years = data.years.map(([year]) => year)
  const reportYears = documents.all.flatMap(({ year }) => year ?? [])
  const places = placeRows(documents.all, facts)
  const undated = facts.filter(({ year }) => year === null).length
  const status = (wanted: string) => facts.filter((fact) => fact.status === wanted).length
  const { tiles } = words
  const undatedReports = documents.all.filter(({ year }) => year === null).length
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">${words.nav.overview}</h2>
<ul class="tiles">
${tile(documents.all.length, tiles.documents(documents.all.length), [tiles.undatedReports(undatedReports)])}
${tile(places.length, tiles.places(places.length), [])}
${tile(spanOf(reportYears, words), tiles.years, years.length === 0 ? [] : [tiles.factYears(spanOf(years, words))])}
${tile(facts.length, tiles.facts(facts.length), [
  tiles.statuses(status('actual'), status('plan'), status('rule')),
  ...(undated === 0 ? [] : [tiles.undated(undated)]),
])}
${tile(counts.comparable, tiles.comparable, [tiles.allSeries(counts.series)])}
${tile(contradictions, tiles.contradictions(contradictions), [
  tiles.outcomes(counts.outcomes.met, counts.outcomes.missed),
  tiles.findings(findings.length),
])}
</ul>
<div class="pair">
<figure id="years-figure"><figcaption><h3>${words.years.title}</h3><p class="note">${words.years.note}</p></figcaption>
<div id="years-chart" class="chart"></div>
<details><summary>${words.years.asTable}</summary><div class="scroll">${table(
    words.years.columns,
    data.years.map((row) => row.map((cell, index) => (index === 0 ? String(cell) : plainNumber(cell)))),
    words.years.title,
  )}</div></details></figure>
<div class="places"><h3>${words.places.title}</h3><div class="scroll tall" tabindex="0" role="region" aria-label="${words.places.title}">${table(
    words.places.columns,
    places
      .slice(0, MOST_PLACES)
      .map((place) => [
        place.name === '' ? words.noPlace : place.name,
        plainNumber(place.reports),
        place.years.length === 0 ? '' : spanOf(place.years, words),
        ...[place.actual, place.plan, place.rule].map(plainNumber),
      ]),
    words.places.title,
  )}</div>${places.length > MOST_PLACES ? html`<p class="note">${words.places.more(places.length - MOST_PLACES)}</p>` : html``}</div>
</div>
</section>`
}

/** The first and the last of years, in words. */
export function spanOf(years: readonly number[], words: PageWords): string {
  if (years.length === 0) return '—'
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [9999, 0])
  return words.yearSpan(first, last)
}

function tile(number: number | string, meaning: string, notes: readonly string[]): Html {
  const shown = typeof number === 'number' ? plainNumber(number) : number
  return html`<li><b>${shown}</b> <span>${meaning}</span>${notes.map((note) => html`<small>${note}</small>`)}</li>`
}

function table(columns: readonly string[], rows: readonly (readonly string[])[], label: string): Html {
  return html`<table><caption class="hidden">${label}</caption><thead><tr>${columns.map(
    (title, index) => html`<th scope="col"${{ html: index === 0 ? '' : ' class="number"' }}>${title}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([first = '', ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
  )}</tbody></table>`
}

interface PlaceRow {
  readonly name: string
  readonly reports: number
  readonly years: readonly number[]
  readonly actual: number
  readonly plan: number
  readonly rule: number
}

/** The places that are reported on, those with most reports first. */
export function placeRows(documents: readonly PageDocument[], facts: ReportInput['facts']): readonly PlaceRow[] {
  const rows = new Map<string, { reports: number; years: number[]; actual: number; plan: number; rule: number }>()
  const rowOf = (name: string) => {
    const known = rows.get(name) ?? { reports: 0, years: [], actual: 0, plan: 0, rule: 0 }
    rows.set(name, known)
    return known
  }
  for (const { region, year } of documents) {
    const row = rowOf(region)
    row.reports += 1
    if (year !== null) row.years.push(year)
  }
  for (const { region, status } of facts) rowOf(region)[status] += 1
  return [...rows]
    .map(([name, row]) => ({ name, ...row }))
    .sort((a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1))
}
