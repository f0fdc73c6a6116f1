import type { LineLabel, ReportPart } from './parts.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Where a line stands in the lists of a document. */
export interface ListPlace {
  readonly number: number
  readonly level: number
}

/** The lists of a document: the place of each counted line, and the `numbering.xml` that makes Word count so. */
export interface ListNumbers {
  readonly places: ReadonlyMap<ReportPart, ListPlace>
  readonly numberingXml: string
}

interface ListDefinition {
  readonly id: number
  readonly levels: readonly (LineLabel | null)[]
  readonly counters: number[]
}

interface Restart {
  readonly number: number
  readonly list: number
  readonly level: number
  readonly start: number
}

/**
 * The lists that print the labels of the parts. One list of three levels counts the commonest form of each level, so that
 * its deeper levels begin anew below each upper one; every other form has a list of its own. Where the text counts
 * otherwise, a further list number begins anew at the printed value. `headingStyles` are the ids of the styles that the
 * levels of the first list are tied to.
 */
export function placeInLists(parts: readonly ReportPart[], headingStyles: readonly string[]): ListNumbers {
  const labels = parts.flatMap((part) => (part.kind === 'line' && part.label !== null ? [part.label] : []))
  const main = [0, 1, 2].map((level) => commonest(labels.filter((label) => label.level === level)))
  const lists: ListDefinition[] = [{ id: 1, levels: main, counters: [] }]
  const restarts: Restart[] = []
  const places = new Map<ReportPart, ListPlace>()
  let numbers = new Set(labels.map(formOf)).size + 1
  for (const part of parts) {
    if (part.kind !== 'line' || part.label === null) continue
    const { value } = part.label
    const form = formOf(part.label)
    let list = lists.find(({ levels }) => levels.some((own) => formOf(own) === form))
    if (list === undefined) {
      list = { id: lists.length + 1, levels: [part.label], counters: [] }
      lists.push(list)
    }
    const level = list.levels.findIndex((own) => formOf(own) === form)
    const next = (list.counters[level] ?? 0) + 1
    list.counters.length = level
    list.counters[level] = value
    if (value === next) places.set(part, { number: list.id, level })
    else {
      numbers += 1
      restarts.push({ number: numbers, list: list.id, level, start: value })
      places.set(part, { number: numbers, level })
    }
  }
  return { places, numberingXml: numberingXml(lists, restarts, headingStyles) }
}

/** What two labels of one list have in common: `一、` and `1、` are two. */
function formOf(label: LineLabel | null): string {
  return label === null ? '' : `${label.format} ${label.pattern}`
}

function commonest(labels: readonly LineLabel[]): LineLabel | null {
  const count = (label: LineLabel) => labels.filter((other) => formOf(other) === formOf(label)).length
  return labels.toSorted((a, b) => count(b) - count(a))[0] ?? null
}

function numberingXml(
  lists: readonly ListDefinition[],
  restarts: readonly Restart[],
  headingStyles: readonly string[],
): string {
  const level = (label: LineLabel | null, at: number, list: number) => {
    const style = list === 1 && headingStyles[at] !== undefined ? `<w:pStyle w:val="${headingStyles[at]}"/>` : ''
    const { format, pattern } = label ?? { format: 'decimal', pattern: '%1.' }
    return (
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style}<w:suff w:val="nothing"/>` +
      `<w:lvlText w:val="${pattern.replace('%1', `%${at + 1}`)}"/><w:lvlJc w:val="left"/></w:lvl>`
    )
  }
  const abstracts = lists.map(
    ({ id, levels }) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.map((label, at) => level(label, at, id)).join('')}</w:abstractNum>`,
  )
  const plain = lists.map(({ id }) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`)
  const again = restarts.map(
    ({ number, list, level, start }) =>
      `<w:num w:numId="${number}"><w:abstractNumId w:val="${list}"/><w:lvlOverride w:ilvl="${level}">` +
      `<w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<w:numbering ${WORD}>${abstracts.join('')}${plain.join('')}${again.join('')}</w:numbering>`
  )
}
