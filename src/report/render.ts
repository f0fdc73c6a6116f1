import { findContradictions } from '../compare/contradictions.ts'
import { type BuiltData, buildPageData } from './build.ts'
import { doubtsSection } from './doubts.ts'
import { type Html, html, jsonForHtml } from './escape.ts'
import { countedFacts, isWithin, type ReportInput } from './input.ts'
import { overviewSection, placeRows, spanOf } from './overview.ts'
import { STYLE } from './style/style.ts'
import { type PageWords, wordsIn } from './words/words.ts'

/** The script of the page, built from `page/`, and its hash as a Content-Security-Policy names it (`sha256-…`). */
export interface PageScript {
  readonly text: string
  readonly hash: string
}

/** One HTML file that shows an archive and asks nothing of any network. The same input gives the same text. */
export function renderReport(input: ReportInput, script: PageScript): string {
  const words = wordsIn(input.language)
  const built = buildPageData(input)
  const contradictions = findContradictions(input.facts, input.reference).filter(
    ({ year }) => year === null || isWithin(year, input),
  )
  const title = input.title ?? titleOf(input, built, words)
  const page = html`<!doctype html>
<html lang="${words.htmlLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="baoshu">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<a class="skip" href="#explorer">${words.skip}</a>
<header class="top"><div class="inside"><h1>${title}</h1><p>${words.lead}</p>${
    input.filters.length === 0
      ? html``
      : html`<p class="filters">${words.filters} <code>${input.filters.join(' ')}</code></p>`
  }</div></header>
<nav aria-label="${title}"><div class="inside">${Object.entries(words.nav).map(
    ([id, name]) => html`<a href="#${id}">${name}</a>`,
  )}</div></nav>
<main class="inside">
<noscript><p class="warning">${words.noScript}</p></noscript>
${overviewSection(input, built, contradictions.length, words)}
<section id="explorer" aria-labelledby="explorer-title"><h2 id="explorer-title">${words.explorer.title}</h2></section>
<section id="plans" aria-labelledby="plans-title"><h2 id="plans-title">${words.plans.title}</h2><p class="note">${words.plans.lead(built.counts.outcomes.waiting)}</p></section>
${doubtsSection(input, built, contradictions, words)}
<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">${words.documents.title}</h2></section>
${notesSection(input, built, words)}
</main>
<script id="data" type="application/json">${{ html: jsonForHtml(built.data) }}</script>
<script>${{ html: script.text }}</script>
</body>
</html>
`
  return page.html
}

/** Nothing may be loaded; one script may run; styles are those of the file and of the charts that it draws. */
function policyOf(script: PageScript): string {
  return `default-src 'none'; script-src '${script.hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
}

function titleOf(input: ReportInput, built: BuiltData, words: PageWords): string {
  const names = placeRows(built.documents.all, countedFacts(input)).map(({ name }) => name)
  const [first = ''] = names
  const places = names.length > 1 ? words.morePlaces(first === '' ? words.noPlace : first, names.length) : first
  const reportYears = built.documents.all.flatMap(({ year }) => year ?? [])
  const years = reportYears.length === 0 ? '' : spanOf(reportYears, words)
  return words.titleOf(places, years)
}

function notesSection(input: ReportInput, built: BuiltData, words: PageWords): Html {
  const { notes } = words
  const { leftOut } = built.counts
  const undated = countedFacts(input).filter(({ year }) => year === null).length
  const list = [
    ...notes.list,
    ...(undated === 0 ? [] : [notes.undated(undated)]),
    leftOut.series === 0 ? notes.whole : notes.leftOut(leftOut.series, leftOut.figures),
    notes.rules(input.reference.rulesVersion),
  ]
  return html`<section id="notes" aria-labelledby="notes-title"><h2 id="notes-title">${notes.title}</h2><ul>${list.map(
    (note) => html`<li>${note}</li>`,
  )}</ul></section>`
}
