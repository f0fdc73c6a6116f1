import type { Contradiction } from '../compare/contradictions.ts'
import { indicatorNames } from '../model/reference.ts'
import type { BuiltData } from './build.ts'
import { bytesOf } from './choose.ts'
import { type Html, html } from './escape.ts'
import type { ReportInput } from './input.ts'
import { spotInSentence } from './spot.ts'
import type { PageWords } from './words/words.ts'

/** More findings of a text than these are counted, not listed. */
const MOST_FINDINGS = 200
/** Contradictions are written out until their sentences take so many bytes; the others are counted. */
const CONTRADICTION_BYTES = 250_000
/** How much of the text around a finding is shown on each side. */
const AROUND = 40

/** What the reports contradict, each with its sentences, and what is odd in their texts. */
export function doubtsSection(
  input: ReportInput,
  built: BuiltData,
  contradictions: readonly Contradiction[],
  words: PageWords,
): Html {
  const { doubts } = words
  const { agree, disagree, cannot_tell: open } = built.counts.claims
  const shown = withinBytes(contradictions)
  const facts = new Map(input.facts.map((fact) => [fact.id, fact]))
  const names = indicatorNames(input.reference.indicators, input.language)
  const told = (id: string): Html => {
    const fact = facts.get(id)
    if (fact === undefined) throw new Error(`a contradiction of no fact: ${id}`)
    const spot = spotInSentence(fact, input.sourceOf)
    const document = built.documents.all[built.documents.numberOf(fact)]
    const page = fact.page === null ? '' : ` · ${words.source.page(fact.page)}`
    return html`<blockquote lang="zh-Hans"><p>${markedSentence(fact.sentence, spot, fact.quote.length)}</p><footer>${document?.title ?? ''}${page}</footer></blockquote>`
  }
  return html`<section id="doubts" aria-labelledby="doubts-title">
<h2 id="doubts-title">${doubts.title}</h2>
<h3>${doubts.contradictions}</h3>
<p class="note">${doubts.claims(agree, disagree, open)}</p>
${shown.length === 0 ? html`<p>${doubts.none}</p>` : html``}
${shown.map(
  (one) =>
    html`<article class="doubt"><h4>${doubts.kind[one.kind]}</h4><p class="where">${[
      one.place,
      names.get(one.indicator) ?? one.indicator,
      one.year === null ? '' : String(one.year),
    ]
      .filter((part) => part !== '')
      .join(
        ' · ',
      )}</p><div class="pair"><div><h5>${doubts.stated}</h5>${told(one.fact)}</div><div><h5>${doubts.against}</h5>${one.against.map(({ id }) => told(id))}</div></div></article>`,
)}
${contradictions.length > shown.length ? html`<p class="note">${doubts.moreContradictions(contradictions.length - shown.length)}</p>` : html``}
${findingsPart(input, built, words)}
</section>`
}

/** The first contradictions, as many as there is room for. */
function withinBytes(contradictions: readonly Contradiction[]): readonly Contradiction[] {
  let bytes = 0
  return contradictions.filter(({ sentence, against }) => {
    bytes += bytesOf(sentence) + against.reduce((sum, other) => sum + bytesOf(other.sentence), 0)
    return bytes <= CONTRADICTION_BYTES
  })
}

/** A sentence with the figure marked; without a mark where it is not known which words are meant. */
export function markedSentence(sentence: string, at: number | null, length: number): Html {
  if (at === null) return html`${sentence}`
  return html`${sentence.slice(0, at)}<mark>${sentence.slice(at, at + length)}</mark>${sentence.slice(at + length)}`
}

function findingsPart(input: ReportInput, built: BuiltData, words: PageWords): Html {
  const { doubts } = words
  const { findings, sourceOf } = input
  const shown = findings.slice(0, MOST_FINDINGS)
  const titles = new Map(built.documents.all.map(({ id, title, name }) => [id, title === '' ? name : title]))
  const rows = shown.map(({ document, start, end, kind }) => {
    const source = sourceOf(document)
    const from = Math.max(0, start - AROUND)
    const around = source.slice(from, Math.min(source.length, Math.max(end, start) + AROUND)).replace(/\s+/g, ' ')
    const marked = source.slice(start, end).replace(/\s+/g, ' ')
    const at = source.slice(from, start).replace(/\s+/g, ' ').length
    return html`<tr><td>${doubts.finding[kind] ?? kind}</td><td lang="zh-Hans">${titles.get(document) ?? ''}</td><td lang="zh-Hans">${end - start > AROUND * 4 ? html`` : html`…${markedSentence(around, around.startsWith(marked, at) ? at : null, marked.length)}…`}</td></tr>`
  })
  return html`<h3>${doubts.findings}</h3>
${findings.length === 0 ? html`<p>${doubts.noFindings}</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label="${doubts.findings}"><table><caption class="hidden">${doubts.findings}</caption><tbody>${rows}</tbody></table></div>`}
${findings.length > shown.length ? html`<p class="note">${doubts.more(findings.length - shown.length)}</p>` : html``}`
}
