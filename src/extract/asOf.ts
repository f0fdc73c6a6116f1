import { allMatches } from '../text/matches.ts'
import type { Figure } from './figures.ts'

const AS_OF =
  /截[至止](?:到)?(?:(?<year>(?:19|20)\d{2})年|今年)?(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号]|(?<monthEnd>底|末|份)?))?/g

/** The day that a sentence dates its figures to (截至2024年6月, 截至今年6月30日), as year, month and day; null where it names none. */
export function readAsOf(figure: Figure, reportYear: number | null): string | null {
  const { text, sentence, quantity } = figure
  const found = allMatches(AS_OF, text.slice(sentence.start, quantity.from)).pop()
  const month = Number(found?.groups?.['month'])
  const year = found?.groups?.['year'] ? Number(found.groups['year']) : reportYear
  if (!found || !month || month > 12 || year === null) return null
  const day = found.groups?.['day'] ? Number(found.groups['day']) : new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
