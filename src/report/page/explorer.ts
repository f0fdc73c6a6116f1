import { type AcrossEntry, acrossEntries } from './across.ts'
import { choice, select } from './controls.ts'
import { byId, element } from './dom.ts'
import { drawGallery } from './gallery.ts'
import { filterItems, type ListItem, listOf } from './list.ts'
import type { Archive, Entry } from './model.ts'
import { layPoints } from './points.ts'
import { placeName } from './shown.ts'
import { createSourcePanel, type OpenedFigure } from './source.ts'
import { MODES, readAddress, type View, writeAddress } from './state.ts'
import { acrossKey, overPlaces, overYears } from './views.ts'

/** Fills the section of indicators: choice of place and indicator, chart, table and the sentence behind a figure. */
export function mountExplorer(archive: Archive): { open(entry: string): void } {
  const { words } = archive
  const across = acrossEntries(archive)
  const places = placesOf(archive)
  let view = firstView(archive, places, across)
  let selected: number | null = null
  let trigger: HTMLElement | null = null

  const source = createSourcePanel(archive, () => {
    const again = detail.querySelector<HTMLElement>(`[data-figure="${selected}"]`)
    ;(trigger?.isConnected ? trigger : again)?.focus()
  })
  const controls = element('div', { class: 'controls' })
  const list = element('div', { class: 'indicators' })
  const detail = element('div', { class: 'detail' })
  const section = byId('explorer')
  const layout = element('div', { class: 'explorer' }, list, detail, source.element)
  section.append(controls, layout)

  const change = (next: Partial<View>, keepFigure = false) => {
    view = { ...view, ...(next.entry === undefined ? {} : { logarithmic: false, since: null }), ...next }
    if (!keepFigure) {
      selected = null
      source.clear()
    }
    writeAddress(view)
    keepingFocus(section, () => {
      drawList()
      drawDetail()
    })
  }

  const openFigure = (opened: OpenedFigure | null) => {
    if (opened === null) return
    trigger = document.activeElement instanceof HTMLElement ? document.activeElement : null
    selected = opened.figure.number
    for (const mark of detail.querySelectorAll('[data-figure]'))
      mark.classList.toggle('selected', mark.getAttribute('data-figure') === String(selected))
    source.show(opened)
  }

  const drawControls = () => {
    const names = {
      years: words.explorer.byYears,
      gallery: words.explorer.byGallery,
      places: words.explorer.byPlaces,
    }
    const modes = MODES.filter((mode) => mode !== 'places' || places.length > 1).map((mode) =>
      choice('radio', 'view', names[mode], view.mode === mode, () => {
        change({ mode, variant: null, year: null })
        keepingFocus(section, drawControls)
      }),
    )
    const place = select(
      words.explorer.place,
      places.map((name) => [name, placeName(name, archive)]),
      view.place,
      (chosen) => change({ place: chosen, entry: sameEntry(chosen, view.entry, archive), variant: null }),
    )
    const filter = element('input', {
      type: 'search',
      value: view.filter,
      placeholder: words.explorer.filterHint,
      autocomplete: 'off',
      spellcheck: 'false',
    })
    filter.addEventListener('input', () => {
      view = { ...view, filter: filter.value }
      drawList()
      if (view.mode === 'gallery') drawDetail()
    })
    const single = choice('checkbox', 'single', words.explorer.single, view.single, (checked) => {
      view = { ...view, single: checked }
      drawList()
      if (view.mode === 'gallery') drawDetail()
    })
    controls.replaceChildren(
      element('fieldset', {}, element('legend', { class: 'hidden' }, words.explorer.view), ...modes),
      ...(view.mode === 'places' ? [] : [place]),
      element('label', { class: 'field wide' }, element('span', {}, words.explorer.filter), filter),
      single,
    )
  }

  const listed = () => (view.mode === 'places' ? itemsAcross(across, archive) : itemsOfPlace(archive, view.place))

  const drawList = () => {
    const items = listed()
    const chosen = filterItems(items, view.filter, view.single, archive)
    const single = filterItems(items, view.filter, true, archive).length - chosen.length
    const current = view.mode === 'years' ? view.entry : acrossKey(view.entry, archive)
    list.replaceChildren(
      listOf(chosen, { current, withLines: view.mode === 'years', single }, archive, (key) =>
        change({
          entry: view.mode === 'years' ? key : (firstEntry(across, key)?.key ?? view.entry),
          variant: null,
          year: null,
        }),
      ),
    )
    keepInSight(list)
  }

  const drawDetail = () => {
    layout.classList.toggle('gallery', view.mode === 'gallery')
    if (view.mode === 'gallery') {
      drawGallery(detail, filterItems(listed(), view.filter, view.single, archive), archive, (entry) => {
        change({ mode: 'years', entry, variant: null, year: null })
        drawControls()
        section.scrollIntoView()
        list.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
      })
      return
    }
    const shown =
      view.mode === 'years'
        ? overYears(view, archive, change, openFigure)
        : overPlaces(view, across, archive, change, openFigure)
    if (shown === null) {
      detail.replaceChildren(element('p', {}, words.explorer.none))
      return
    }
    const chartBox = element('div', { class: 'chart' })
    const notes = element('ul', { class: 'notes' })
    const caption = element('figcaption', { class: 'hidden' }, words.explorer.chartLabel(shown.heading))
    detail.replaceChildren(
      element(
        'header',
        {},
        element('h3', { lang: 'zh-Hans' }, shown.heading),
        element(
          'p',
          { class: 'note' },
          `${shown.codes} · ${words.explorer.unit} `,
          element('span', { lang: 'zh-Hans' }, shown.unit),
        ),
        element('div', { class: 'controls small' }, ...shown.controls),
      ),
      element('figure', {}, caption, chartBox, notes),
      element(
        'div',
        { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.explorer.tableLabel(shown.heading) },
        shown.table,
      ),
      element('p', { class: 'note' }, words.table.legend),
    )
    const chart = shown.chart(Math.max(280, chartBox.clientWidth))
    if (chart === null) {
      chartBox.replaceChildren(element('p', { class: 'note' }, words.explorer.noNumbers))
      return
    }
    chart.svg.setAttribute('role', 'group')
    chart.svg.setAttribute('aria-label', words.explorer.chartLabel(shown.heading))
    layPoints(chart.svg, chart.points, selected, (figure) => openFigure(shown.find(figure)))
    chartBox.replaceChildren(chart.svg)
    notes.replaceChildren(...chart.notes.map((note) => element('li', {}, `${note} `)))
  }

  drawControls()
  drawList()
  drawDetail()
  redrawOnResize(detail, drawDetail)
  return {
    open: (key) => {
      const entry = archive.entries.find((one) => one.key === key)
      if (entry === undefined) return
      view = { ...view, mode: 'years', place: entry.place, filter: '' }
      change({ entry: key, variant: null, year: null })
      drawControls()
      section.scrollIntoView()
      detail.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus({ preventScroll: true })
    },
  }
}

/** Places, the one of most series first. */
function placesOf(archive: Archive): readonly string[] {
  const counts = new Map<string, number>()
  for (const { place, years } of archive.entries) counts.set(place, (counts.get(place) ?? 0) + years.length)
  return [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1)).map(([name]) => name)
}

function itemsOfPlace(archive: Archive, place: string): readonly ListItem[] {
  return archive.entries
    .filter((entry) => entry.place === place)
    .map((entry) => ({
      key: entry.key,
      entry,
      size: entry.years.length,
      note: archive.words.explorer.yearsOf(entry.years.length),
    }))
}

function itemsAcross(across: readonly AcrossEntry[], archive: Archive): readonly ListItem[] {
  return across.flatMap(({ key, entries }) => {
    const [entry] = entries
    return entry === undefined
      ? []
      : [{ key, entry, size: entries.length, note: archive.words.explorer.placesOf(entries.length) }]
  })
}

function firstEntry(across: readonly AcrossEntry[], key: string): Entry | undefined {
  return across.find((one) => one.key === key)?.entries[0]
}

/** The same indicator at another place; where that has none, its first one that can be compared. */
function sameEntry(place: string, entry: string, archive: Archive): string {
  const there = archive.entries.filter((one) => one.place === place)
  const across = acrossKey(entry, archive)
  const same = there.find((one) => one.across === across) ?? there.find(({ years }) => years.length > 1) ?? there[0]
  return same?.key ?? entry
}

function firstView(archive: Archive, places: readonly string[], across: readonly AcrossEntry[]): View {
  const [place = ''] = places
  const there = archive.entries.filter((entry) => entry.place === place)
  const longest = there.find(({ years }) => years.length > 2) ?? there.find(({ years }) => years.length > 1) ?? there[0]
  const mode = longest !== undefined && longest.years.length > 1 ? 'years' : places.length > 1 ? 'places' : 'years'
  const widest = across.find(({ entries }) => entries.length > 2)?.entries[0]
  const entry = (mode === 'places' ? (widest ?? longest) : longest)?.key ?? ''
  const asked = readAddress(location.hash)
  const known = archive.entries.some(({ key }) => key === asked.entry)
  return {
    ...{ mode, place, entry, variant: null, year: null, since: null, filter: '', single: false, logarithmic: false },
    ...(known ? asked : {}),
  }
}

/** Draws anew, and gives the focus back to what had it: it is another element then, but the same control. */
function keepingFocus(section: HTMLElement, draw: () => void): void {
  const held = section.contains(document.activeElement) ? document.activeElement : null
  const name = held?.getAttribute('data-control') ?? null
  draw()
  if (held === null || held.isConnected || name === null) return
  const same = section.querySelectorAll<HTMLElement>(`[data-control="${name}"]`)
  const current = [...same].find((one) => one.matches('[aria-current], :checked')) ?? same[0]
  current?.focus({ preventScroll: true })
}

/** Scrolls the list, not the page, to the line that is looked at. */
function keepInSight(list: HTMLElement): void {
  const line = list.querySelector<HTMLElement>('[aria-current]')
  const box = list.querySelector('ul')
  if (line === null || box === null) return
  const from = line.getBoundingClientRect().top - box.getBoundingClientRect().top
  if (from < 0 || from > box.clientHeight - line.clientHeight) box.scrollTop += from - box.clientHeight / 3
}

/** Draws anew when the width has changed. */
function redrawOnResize(box: HTMLElement, draw: () => void): void {
  let width = box.clientWidth
  new ResizeObserver(() => {
    if (Math.abs(box.clientWidth - width) < 8) return
    width = box.clientWidth
    draw()
  }).observe(box)
}
