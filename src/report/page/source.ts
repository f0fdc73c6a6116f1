import { NOT_COMPARABLE } from '../../compare/change.ts'
import { shownDifference, shownPercent } from '../../compare/shown.ts'
import type { PageChange } from '../data.ts'
import { button, type Child, chinese, element } from './dom.ts'
import type { Archive, Figure } from './model.ts'
import { numberIn, placeName, valueWithUnit } from './shown.ts'

/** What is shown of a figure beside its sentence. */
export interface OpenedFigure {
  readonly figure: Figure
  readonly others: readonly Figure[]
  readonly heading: string
  readonly change?: PageChange | undefined
}

/** The part of a section that shows the sentence behind a figure. */
export interface SourcePanel {
  readonly element: HTMLElement
  show(opened: OpenedFigure): void
  clear(): void
}

/** A panel for sentences; `leave` is called when the reader goes back by Escape or by its button. */
export function createSourcePanel(archive: Archive, leave: () => void): SourcePanel {
  const { source } = archive.words
  const panel = element('aside', { class: 'source', 'aria-label': source.title, tabindex: -1 })
  const clear = () => {
    panel.replaceChildren(element('h4', {}, source.title), element('p', { class: 'note' }, source.empty))
    panel.classList.add('empty')
  }
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave()
  })
  clear()
  return {
    element: panel,
    clear,
    show: (opened) => {
      panel.classList.remove('empty')
      panel.replaceChildren(...contentOf(opened, archive), button(source.close, { class: 'plain back' }, leave))
      panel.focus({ preventScroll: true })
      panel.scrollIntoView({ block: 'nearest' })
    },
  }
}

function contentOf({ figure, others, heading, change }: OpenedFigure, archive: Archive): readonly Node[] {
  const { source } = archive.words
  return [
    element('h4', {}, heading),
    element('p', { class: 'figure' }, element('b', {}, valueWithUnit(figure, archive.language))),
    ...(change === undefined ? [] : [changeLine(change, archive)]),
    sentenceOf(figure, archive),
    documentOf(figure, archive),
    ...(archive.claims.get(figure.number) ?? []).map((claim) => {
      const [low, high] = [claim.computed_low, claim.computed_high].map((bound) =>
        growthText(bound, claim.unit, archive),
      )
      return element(
        'div',
        { class: `claim ${claim.verdict}` },
        element('h5', {}, source.stated(archive.words.verdict[claim.verdict])),
        element('p', {}, archive.words.computed(low ?? '?', high ?? '?')),
        sentenceOf(archive.figure(claim.claim), archive),
      )
    }),
    ...(others.length === 0
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, `${source.others} (${others.length})`),
            element('p', { class: 'note' }, source.othersNote),
            ...others.map((other) =>
              element(
                'div',
                { class: 'other' },
                element('p', { class: 'figure' }, element('b', {}, valueWithUnit(other, archive.language))),
                sentenceOf(other, archive),
                documentOf(other, archive),
              ),
            ),
          ),
        ]),
  ]
}

function growthText(bound: number | null, unit: string, archive: Archive): string {
  return bound === null ? '?' : `${numberIn(archive.language)(Math.round(bound * 100) / 100)}${unit}`
}

function changeLine(change: PageChange, archive: Archive): HTMLElement {
  const { words, language } = archive
  const reason = change.reason === null ? '' : NOT_COMPARABLE[change.reason][language]
  const cautions = change.caution === '' ? [] : change.caution.split(' ')
  const told = { ...change, caution: [] }
  const parts = [
    `${words.table.change} ${shownDifference(told, numberIn(language))}`,
    shownPercent(told),
    reason,
    ...cautions.map((caution) => words.caution[caution as keyof typeof words.caution] ?? caution),
  ]
  return element('p', { class: 'note' }, parts.filter((part) => part !== '').join(' · '))
}

/** The sentence of a figure with its words marked. */
export function sentenceOf(figure: Figure, archive: Archive): HTMLElement {
  const sentence = archive.sentences[figure.sentence] ?? ''
  const { at, length } = figure
  const told: readonly Child[] =
    at === null
      ? [sentence, element('small', {}, archive.words.source.unmarked)]
      : [sentence.slice(0, at), element('mark', {}, sentence.slice(at, at + length)), sentence.slice(at + length)]
  return element('blockquote', { lang: 'zh-Hans' }, element('p', {}, ...told))
}

/** The report that a figure stands in, as far as it is known. */
function documentOf(figure: Figure, archive: Archive): HTMLElement {
  const { source, documents } = archive.words
  const document = archive.documents[figure.document]
  if (document === undefined) throw new Error(`there is no report ${figure.document}`)
  const page = figure.page === null ? '' : source.page(figure.page)
  const year =
    document.year === null
      ? documents.yearBasis.unknown
      : `${document.year} (${documents.yearBasis[document.yearBasis]})`
  const rows: readonly (readonly [string, Child])[] = [
    [source.document, chinese(document.title === '' ? document.name : document.title)],
    [source.file, chinese([document.name, page].filter((part) => part !== '').join(' · '))],
    [source.place, chinese(placeName(document.region, archive))],
    [source.issuer, chinese(document.issuer)],
    [source.reportYear, year],
    [source.subject, chinese(figure.subject)],
    [source.confidence, String(figure.confidence)],
    [source.fact, element('code', {}, `${document.id}:${figure.start}-${figure.start + figure.length}`)],
  ]
  const filled = rows.filter(([, value]) => (value instanceof Node ? value.textContent : value) !== '')
  return element('dl', {}, ...filled.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]))
}
