/** A measured ratio: `is` against `wants`, both of one run. */
export interface BenchFigure {
  /** Stable name, e.g. `extract.against-tag`. */
  readonly name: string
  /** What was divided by what. */
  readonly what: string
  readonly is: number
  /** What the project wants of it; null where it is only told. */
  readonly wants: { readonly at: 'least' | 'most'; readonly bound: number } | null
  /** The measurements behind it, with their units in their names. */
  readonly from: Readonly<Record<string, number>>
}

export function holds({ is, wants }: BenchFigure): boolean {
  if (wants === null) return true
  return wants.at === 'least' ? is >= wants.bound : is <= wants.bound
}

/** The line of a figure for people, e.g. `ok    extract.against-tag  1.42 (at least 1)`. */
export function describeFigure(figure: BenchFigure): string {
  const { wants } = figure
  const bound = wants === null ? '' : ` (at ${wants.at} ${wants.bound})`
  const state = wants === null ? '     ' : holds(figure) ? 'ok   ' : 'SHORT'
  const from = Object.entries(figure.from).map(([name, value]) => `${name} ${rounded(value)}`)
  return `${state} ${figure.name}: ${rounded(figure.is)}${bound} — ${figure.what}; ${from.join(', ')}`
}

/** Three significant digits: more would be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
