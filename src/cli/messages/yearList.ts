/** More years than these are told from the first to the last. */
const MOST = 5

/** Years as a message tells them: 2016, 2017; or, where they are many, 1985–2021. */
export function yearList(years: readonly number[], separator: string): string {
  const [first, last] = [years[0], years.at(-1)]
  return years.length > MOST ? `${first}–${last}` : years.join(separator)
}
