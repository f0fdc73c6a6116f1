import { childrenNamed, childValue, findElements, type MarkupElement, readAttribute, readMarkup } from '../markup.ts'
import { formatNumber } from './number-format.ts'
import type { FindStyle } from './styles.ts'

/** One level of a list as `numbering.xml` defines it. */
interface ListLevel {
  readonly start: number
  readonly format: string
  /** Pattern of the label, `%1.%2` → the numbers of levels 1 and 2. */
  readonly pattern: string
  readonly suffix: string
  /** Level (from 1) whose number restarts this one; 0 never; null any higher one. */
  readonly restart: number | null
  /** Whether all numbers of the label are written in digits. */
  readonly legal: boolean
  readonly style: string | null
}

interface AbstractList {
  readonly id: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Id of the numbering style whose list this one stands for. */
  readonly numStyleLink: string | null
}

interface ListInstance {
  readonly abstract: string
  readonly startOverrides: ReadonlyMap<number, number>
  readonly levelOverrides: ReadonlyMap<number, ListLevel>
}

/** What a numbered paragraph shows before its text. */
export interface ListLabel {
  /** `一、`, `（一）`, `1.1 `: empty for a bullet. */
  readonly text: string
  /** Depth in the list, from 1. */
  readonly depth: number
}

/** Counts the paragraphs of one document: called once for each numbered paragraph, in order. */
export type CountParagraph = (number: string, level: number | null, style: string | null) => ListLabel | null

const DEEPEST = 9

/** The counter of a document's automatic numbers, from its `numbering.xml`. */
export function createNumberCounter(xml: string, findStyle: FindStyle): CountParagraph {
  const tree = readMarkup(xml)
  const abstracts = new Map(
    findElements(tree, 'w:abstractNum').map((element) => [
      attribute(element, 'w:abstractNumId'),
      readAbstract(element),
    ]),
  )
  const instances = new Map(
    findElements(tree, 'w:num').map((element) => [attribute(element, 'w:numId'), readInstance(element)]),
  )
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  function findAbstract(id: string, hops: number): AbstractList | null {
    const list = abstracts.get(id) ?? null
    if (list?.numStyleLink == null || hops > DEEPEST) return list
    const linked = findStyle(list.numStyleLink)?.numbering?.number
    const instance = linked == null ? undefined : instances.get(linked)
    return instance === undefined ? list : findAbstract(instance.abstract, hops + 1)
  }

  return (number, level, style) => {
    const instance = instances.get(number)
    const list = instance === undefined ? null : findAbstract(instance.abstract, 0)
    if (instance === undefined || list === null) return null
    const levels = new Map([...list.levels, ...instance.levelOverrides])
    const at = level ?? findLevelOfStyle(levels, style) ?? 0
    const own = levels.get(at)
    if (own === undefined) return null
    // Lists of one definition count on together, unless one of them starts anew.
    const counter = counters.get(list.id) ?? []
    counters.set(list.id, counter)
    for (const [overridden, start] of instance.startOverrides) {
      const key = `${number}/${overridden}`
      if (overridden <= at && !started.has(key)) {
        counter[overridden] = overridden === at ? start - 1 : start
        started.add(key)
      }
    }
    counter[at] = (counter[at] ?? own.start - 1) + 1
    for (let deeper = at + 1; deeper < DEEPEST; deeper += 1) {
      const restart = levels.get(deeper)?.restart ?? null
      if (restart === null || (restart > 0 && at + 1 <= restart)) counter[deeper] = undefined
    }
    return { text: writeLabel(own, levels, counter), depth: at + 1 }
  }
}

function writeLabel(
  own: ListLevel,
  levels: ReadonlyMap<number, ListLevel>,
  counter: readonly (number | undefined)[],
): string {
  if (own.format === 'bullet') return ''
  const label = own.pattern
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = own.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal')
      return formatNumber(format, counter[at] ?? levels.get(at)?.start ?? 1)
    })
    .trim()
  if (label === '') return ''
  // A label that ends in a digit or a full stop must not run into a figure: `1.` + `2023年` is not 1.2023.
  const closed = /[、）．。：；》】]$/.test(label) || (own.suffix === 'nothing' && !/[\w.)]$/.test(label))
  return closed ? label : `${label} `
}

function findLevelOfStyle(levels: ReadonlyMap<number, ListLevel>, style: string | null): number | null {
  if (style === null) return null
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? null
}

function readAbstract(element: MarkupElement): AbstractList {
  const levels = new Map(
    childrenNamed(element, 'w:lvl').map((level) => [Number(attribute(level, 'w:ilvl')), readLevel(level)]),
  )
  return { id: attribute(element, 'w:abstractNumId'), levels, numStyleLink: childValue(element, 'w:numStyleLink') }
}

function readInstance(element: MarkupElement): ListInstance {
  const overrides = childrenNamed(element, 'w:lvlOverride')
  const starts = overrides.flatMap((override) => {
    const start = childValue(override, 'w:startOverride')
    return start === null ? [] : [[Number(attribute(override, 'w:ilvl')), Number(start)] as const]
  })
  const levels = overrides.flatMap((override) =>
    childrenNamed(override, 'w:lvl').map((level) => [Number(attribute(override, 'w:ilvl')), readLevel(level)] as const),
  )
  return {
    abstract: childValue(element, 'w:abstractNumId') ?? '',
    startOverrides: new Map(starts),
    levelOverrides: new Map(levels),
  }
}

function readLevel(element: MarkupElement): ListLevel {
  const restart = childValue(element, 'w:lvlRestart')
  const legal = childrenNamed(element, 'w:isLgl')[0]
  // A custom format stands inside an mc:AlternateContent, its plain substitute in the fallback.
  const format = findElements([element], 'w:numFmt').at(-1)
  return {
    start: Number(childValue(element, 'w:start') ?? 1),
    format: format === undefined ? 'decimal' : attribute(format, 'w:val'),
    pattern: childValue(element, 'w:lvlText') ?? '',
    suffix: childValue(element, 'w:suff') ?? 'tab',
    restart: restart === null ? null : Number(restart),
    legal: legal !== undefined && readAttribute(legal.attributes, 'w:val') !== '0',
    style: childValue(element, 'w:pStyle'),
  }
}

function attribute(element: MarkupElement, name: string): string {
  return readAttribute(element.attributes, name) ?? ''
}
