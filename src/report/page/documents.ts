import type { PageDocument } from '../data.ts'
import { button, byId, chinese, element } from './dom.ts'
import type { Archive } from './model.ts'
import { tableOf } from './tables.ts'

/** Rows that are shown at first; a button shows the others. */
const FIRST_ROWS = 50

/** Fills the section of reports: a table of all that the page was made of. */
export function mountDocuments(archive: Archive): void {
  const { documents, words } = archive
  const box = element('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.documents.title })
  byId('documents').append(box)
  const [report = '', place = '', issuer = '', year = '', kind = '', facts = ''] = words.documents.columns
  const draw = (most: number) => {
    const shown = documents.slice(0, most)
    box.replaceChildren(
      tableOf<PageDocument>(
        words.documents.title,
        [
          {
            title: report,
            number: false,
            cell: ({ title, name }) =>
              element(
                'span',
                {},
                chinese(title === '' ? name : title),
                title === '' || title === name ? null : element('small', { lang: 'zh-Hans' }, name),
              ),
          },
          { title: place, number: false, cell: ({ region }) => chinese(region) },
          { title: issuer, number: false, cell: (document) => chinese(document.issuer) },
          { title: year, number: false, cell: (document) => yearOf(document, archive) },
          { title: kind, number: false, cell: (document) => words.documents.kind[document.kind] },
          { title: facts, number: true, cell: (document) => String(document.facts) },
        ],
        shown,
      ),
      ...(shown.length < documents.length
        ? [
            element(
              'p',
              { class: 'note' },
              words.documents.more(shown.length, documents.length),
              ' ',
              button(words.documents.show, { class: 'plain' }, () => draw(documents.length)),
            ),
          ]
        : []),
    )
  }
  draw(FIRST_ROWS)
}

function yearOf({ year, yearBasis }: PageDocument, archive: Archive): string {
  const basis = archive.words.documents.yearBasis[yearBasis]
  if (year === null) return basis
  return yearBasis === 'stated' ? String(year) : `${year} (${basis})`
}
