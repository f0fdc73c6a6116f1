/** Over the years, all indicators of a place in small, or one indicator across places. */
export const MODES = ['years', 'gallery', 'places'] as const

/** What the reader looks at: kept in the address, so that a view can be sent to somebody who has the file. */
export interface View {
  readonly mode: (typeof MODES)[number]
  /** Key of the entry; in the view of places only what it shares with other places counts. */
  readonly entry: string
  readonly place: string
  readonly variant: string | null
  /** Year of the view of places; null for the one that most places have. */
  readonly year: number | null
  /** First year that charts and tables over the years show; null for all. */
  readonly since: number | null
  readonly filter: string
  /** Whether indicators of a single figure are listed too. */
  readonly single: boolean
  readonly logarithmic: boolean
}

/** The part of a view that an address says; nothing where it says none. */
export function readAddress(hash: string): Partial<View> {
  if (!hash.startsWith('#view=')) return {}
  const said = new URLSearchParams(hash.slice(1))
  const text = (name: string) => said.get(name)
  const yearOf = (name: string) => (/^\d{4}$/.test(text(name) ?? '') ? Number(text(name)) : null)
  return {
    mode: MODES.find((mode) => mode === text('view')) ?? 'years',
    ...(text('entry') === null ? {} : { entry: text('entry') ?? '' }),
    ...(text('place') === null ? {} : { place: text('place') ?? '' }),
    variant: text('variant'),
    year: yearOf('year'),
    since: yearOf('since'),
  }
}

/** Puts a view into the address without a new step of the history. */
export function writeAddress(view: View): void {
  const said = new URLSearchParams({ view: view.mode, place: view.place, entry: view.entry })
  if (view.variant !== null) said.set('variant', view.variant)
  if (view.year !== null) said.set('year', String(view.year))
  if (view.since !== null) said.set('since', String(view.since))
  history.replaceState(null, '', `#${said}`)
}
