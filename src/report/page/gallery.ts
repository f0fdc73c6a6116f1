import { button, chinese, element } from './dom.ts'
import { drawLine } from './lineChart.ts'
import type { ListItem } from './list.ts'
import type { Archive } from './model.ts'
import { entryName, unitsOf } from './shown.ts'

/** Charts that are drawn at first; a button draws the others. */
const FIRST_CHARTS = 24
const NARROWEST_CARD = 280

/** The indicators of a place as small charts beside each other, to be looked over and to be printed. */
export function drawGallery(
  box: HTMLElement,
  items: readonly ListItem[],
  archive: Archive,
  choose: (key: string) => void,
  most = FIRST_CHARTS,
): void {
  const { explorer } = archive.words
  const shown = items.slice(0, most)
  const cards = shown.map(({ key, entry, note }) => {
    const name = entryName(entry, archive)
    const [main] = entry.variants
    const unit = main === undefined ? '' : unitsOf(main, archive).join('/')
    const chart = element('div', { class: 'chart', 'aria-hidden': 'true' })
    const card = element(
      'article',
      { class: 'card' },
      element(
        'h4',
        {},
        button(chinese(name), { class: 'plain' }, () => choose(key)),
      ),
      element('p', { class: 'note' }, note, ' · ', chinese(unit)),
      chart,
    )
    return { card, chart, main }
  })
  box.replaceChildren(
    element('p', { class: 'note' }, items.length === 0 ? explorer.none : explorer.found(shown.length, items.length)),
    element('div', { class: 'cards' }, ...cards.map(({ card }) => card)),
    ...(shown.length < items.length
      ? [button(explorer.drawAll, { class: 'plain' }, () => drawGallery(box, items, archive, choose, items.length))]
      : []),
  )
  for (const { chart, main } of cards) {
    const drawn =
      main === undefined ? null : drawLine(main, archive, Math.max(NARROWEST_CARD, chart.clientWidth), false, 190)
    chart.replaceChildren(drawn === null ? element('p', { class: 'note' }, explorer.noNumbers) : drawn.svg)
  }
}
