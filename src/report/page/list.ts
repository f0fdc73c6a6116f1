import { button, chinese, element } from './dom.ts'
import type { Archive, Entry } from './model.ts'
import { entryCodes, entryName } from './shown.ts'
import { sparkline } from './sparkline.ts'

/** One line of the list of indicators. */
export interface ListItem {
  readonly key: string
  readonly entry: Entry
  /** Figures that it has to compare: years of a place, or places of a year. */
  readonly size: number
  readonly note: string
}

/** More lines than these are not drawn; the filter finds the others. */
const MOST_LINES = 150

/** Those items whose names hold all words of a filter, and that can be compared unless all are wanted. */
export function filterItems(
  items: readonly ListItem[],
  filter: string,
  single: boolean,
  archive: Archive,
): readonly ListItem[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return items.filter(({ entry, size }) => {
    if (!single && size < 2) return false
    if (words.length === 0) return true
    const text = `${entryName(entry, archive)} ${entryCodes(entry)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export interface ListLook {
  /** Key of the line that is looked at. */
  readonly current: string
  /** Whether each line shows its years in small. */
  readonly withLines: boolean
  /** How many more the box for single figures would list, said where there is nothing else. */
  readonly single: number
}

/** The list of indicators as buttons, the one that is looked at marked. */
export function listOf(
  items: readonly ListItem[],
  { current, withLines, single }: ListLook,
  archive: Archive,
  choose: (key: string) => void,
): HTMLElement {
  const { explorer } = archive.words
  const shown = items.slice(0, MOST_LINES)
  const lines = shown.map(({ key, entry, note }) => {
    const [main] = entry.variants
    const content = element(
      'span',
      { class: withLines ? 'line' : 'line plain' },
      chinese(entryName(entry, archive)),
      withLines && main !== undefined ? sparkline(main, archive) : null,
      element('span', { class: 'size' }, note),
      archive.language === 'zh' ? null : element('small', {}, entryCodes(entry)),
    )
    return element(
      'li',
      {},
      button(content, { 'data-control': 'list', 'aria-current': key === current ? 'true' : null }, () => choose(key)),
    )
  })
  const none = single === 0 ? explorer.none : explorer.noneButSingle(single)
  const said = items.length === 0 ? none : explorer.found(shown.length, items.length)
  return element(
    'div',
    { class: 'list' },
    element('p', { class: 'note', 'aria-live': 'polite' }, said),
    element('ul', { 'aria-label': explorer.list }, ...lines),
  )
}
